#!/usr/bin/env python3
"""The outputs of one recorded run: each form is read back and says the same. With `go` on PATH its own pprof reads the
profile, too. Usage: outputs.py GOVM SOURCE_DIR"""
import csv, gzip, io, json, os, shutil, subprocess, sys, tempfile

govm, source = sys.argv[1], sys.argv[2]
folder = tempfile.mkdtemp(prefix="govm-outputs-")
failures = []


def expect(what, left, right):
    if left != right:
        failures.append(f"{what}: {left!r} is not {right!r}")


def run(*words, status=0):
    done = subprocess.run([govm, *words], capture_output=True, text=True, cwd=source)
    expect(f"exit status of {' '.join(words)}", done.returncode, status)
    return done


def path(name):
    return os.path.join(folder, name)


def read(name):
    with open(path(name), encoding="utf-8") as file:
        return file.read()


# A field of a protocol buffer message: (number, value); what else there is to know of profile.proto stands below.
def fields(data):
    at = 0

    def varint():
        nonlocal at
        value, shift = 0, 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
        else:
            length = varint()
            yield key >> 3, data[at:at + length]
            at += length


def packed(data):
    return [value for _, value in fields(b"".join(b"\x08" + piece for piece in split_varints(data)))]


def split_varints(data):
    piece = b""
    for byte in data:
        piece += bytes([byte])
        if byte < 128:
            yield piece
            piece = b""


def read_pprof(name):
    with gzip.open(path(name)) as file:
        message = list(fields(file.read()))
    strings = [value.decode() for number, value in message if number == 6]
    types = [strings[dict(fields(value))[1]] for number, value in message if number == 1]
    functions, locations, samples = {}, {}, []
    for number, value in message:
        if number == 5:
            f = dict(fields(value))
            functions[f[1]] = strings[f[2]]
        elif number == 4:
            f = dict(fields(value))
            locations[f[1]] = dict(fields(f[4]))
    for number, value in message:
        if number != 2:
            continue
        f = list(fields(value))
        ids = packed(next(v for n, v in f if n == 1))
        labels = {strings[dict(fields(v)).get(1, 0)]: dict(fields(v)) for n, v in f if n == 3}
        samples.append(([functions[locations[i][1]] for i in ids], packed(next(v for n, v in f if n == 2)), labels))
    return strings, types, samples


# A small validator: the keywords that the schema of the repository uses.
def validate(value, schema, root, where="$"):
    if "$ref" in schema:
        validate(value, root["$defs"][schema["$ref"].split("/")[-1]], root, where)
    if "oneOf" in schema and value is not None:  # the other one is null
        validate(value, schema["oneOf"][0], root, where)
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "null": type(None)}
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(isinstance(value, kinds[name]) for name in names):
            failures.append(f"schema: {where} is no {names}")
            return
    if "const" in schema:
        expect(f"schema: {where}", value, schema["const"])
    if "enum" in schema and value not in schema["enum"]:
        failures.append(f"schema: {where} is {value!r}")
    if isinstance(value, (int, float)) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        failures.append(f"schema: {where} is {value}")
    if isinstance(value, dict):
        for key in schema.get("required", []):
            if key not in value:
                failures.append(f"schema: {where} lacks {key}")
        for key, inner in value.items():
            known = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if known:
                validate(inner, known, root, f"{where}.{key}")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            failures.append(f"schema: {where} has {len(value)} items")
        for i, inner in enumerate(value):
            prefix = schema.get("prefixItems", [])
            known = prefix[i] if i < len(prefix) else schema.get("items")
            if known:
                validate(inner, known, root, f"{where}[{i}]")


program = "programs/orders/main.go"
recording = ["run", "--clock=virtual", "--latency=main.newOrder,main.total", f"--record={path('run.json')}",
             f"--alloc-profile={path('heap.pb.gz')}", f"--trace={path('trace.json')}", f"--report={path('page.html')}"]
first = run(*recording, program)
names = ["run.json", "heap.pb.gz", "trace.json", "page.html"]
contents = [open(path(name), "rb").read() for name in names]
again = run(*recording, program)
for name, content in zip(names, contents):
    expect(f"{name} of two runs under the virtual clock", open(path(name), "rb").read() == content, True)
expect("texts of two runs under the virtual clock", first.stderr, again.stderr)

record = json.loads(read("run.json"))
with open(os.path.join(source, "profiler/gcstats.schema.json"), encoding="utf-8") as file:
    schema = json.load(file)
validate(record, schema, schema)
try:
    import jsonschema
    jsonschema.validate(record, schema)
except ImportError:
    pass

heap, sites = record["heap"], record["sites"]
expect("collections", len(record["cycles"]), 7)
expect("objects of newOrder", next(s["allocs"] for s in sites if s["func"] == "main.newOrder"), 1_000_000)
expect("calls timed", [(row["func"], row["calls"]) for row in record["latency"]],
       [("main.newOrder", 1_000_000), ("main.total", 1_000_000)])
slow = record["latency"][0]["slowest"][0]
expect("parts of the slowest call", sum(w[2] for w in slow["gc"]) + slow["map_growth_ns"] + slow["slice_growth_ns"] +
       slow["scheduling_ns"] + slow["idle_ns"] + slow["rest_ns"], slow["length_ns"])
expect("the slowest call meets the last collection", slow["gc"][0][0], 7)
expect("slow calls that met a collection", sum(1 for call in record["latency"][0]["slowest"] if call["gc"]), 7)

# A recorded run gives every form again, and itself.
run("report", f"--gc-stats={path('again.json')}", "--gc-stats-format=json", path("run.json"))
expect("a recorded run read and written", read("again.json"), read("run.json"))
run("report", f"--alloc-profile={path('again.pb.gz')}", f"--report={path('again.html')}", path("run.json"))
expect("pprof of a recorded run", open(path("again.pb.gz"), "rb").read() == contents[1], True)
expect("page of a recorded run", open(path("again.html"), "rb").read() == contents[3], True)

strings, types, samples = read_pprof("heap.pb.gz")
expect("sample types", types, ["alloc_objects", "alloc_space", "inuse_objects", "inuse_space", "frame_objects", "frame_space"])
sums = [sum(s[1][i] for s in samples) for i in range(6)]
expect("sums of the samples", sums, [heap["alloc_objects"], heap["alloc_bytes"], heap["exit_objects"], heap["exit_bytes"],
                                     record["frames"]["values"], record["frames"]["bytes"]])
order = max(samples, key=lambda s: s[1][0])
expect("stack of the orders", order[0][:2], ["main.newOrder", "main.main"])
expect("its reason", strings[order[2]["reason"][2]], "its address is returned (13:2)")
frames = max(samples, key=lambda s: s[1][4])
expect("stack of the frame values", frames[0][:2], ["main.total", "main.main"])

run("report", f"--alloc-profile={path('heap.folded')}", path("run.json"))
folded = [line.rsplit(" ", 1) for line in read("heap.folded").splitlines()]
expect("sum of the folded stacks", sum(int(count) for _, count in folded), heap["alloc_bytes"])
expect("stack of the orders, folded", any("main.main;main.newOrder;" in line and line.endswith(program + ":12") for line, _ in folded), True)

run("report", f"--gc-stats={path('cycles.csv')}", "--gc-stats-format=csv", path("run.json"))
rows = list(csv.DictReader(io.StringIO(read("cycles.csv"))))
expect("CSV", [int(row["pause_ns"]) for row in rows], [cycle["pause_ns"] for cycle in record["cycles"]])

run("report", f"--alloc-profile={path('heap.cov')}", path("run.json"))
expect("cover", f"./{program}:12.2,12.36 1 1000000" in read("heap.cov"), True)

events = json.loads(read("trace.json"))["traceEvents"]
whole = {e["name"]: e for e in events if e["ph"] == "X" and e["name"].startswith("GC ")}
expect("collections in the trace", len(whole), 7)
for e in events:
    if e["ph"] == "X" and e["name"] in ("mark", "sweep"):
        inside = [w for w in whole.values() if w["ts"] <= e["ts"] and e["ts"] + e["dur"] <= w["ts"] + w["dur"] + 0.002]
        expect(f"phase at {e['ts']} lies in a collection", len(inside), 1)

expect("page takes nothing from the network", "http://" in read("page.html").replace("http://www.w3.org", "") or "https://" in read("page.html"), False)

if shutil.which("go"):
    top = subprocess.run(["go", "tool", "pprof", "-sample_index=alloc_objects", "-top", path("heap.pb.gz")], capture_output=True, text=True)
    expect("go tool pprof", top.returncode, 0)
    expect("go tool pprof sees the orders", "main.newOrder" in top.stdout, True)

# Calls that end by a panic, which the function or its caller recovers, and by Goexit; the trace has the slow ones.
with open(path("panics.go"), "w", encoding="utf-8") as file:
    file.write("""package main

import (
	"runtime"
	"sync"
)

func outer(i int) {
	defer func() { recover() }()
	middle(i)
}

func middle(i int) { inner(i) }

func inner(i int) {
	if i%2 == 0 {
		panic(i)
	}
}

func leaves() { runtime.Goexit() }

func main() {
	for i := range 100 {
		outer(i)
	}
	var all sync.WaitGroup
	for range 10 {
		all.Go(leaves)
	}
	all.Wait()
}
""")
run("run", "--clock=virtual", "--latency=main.outer,main.middle,main.inner,main.leaves", f"--record={path('panics.json')}",
    f"--trace={path('calls.json')}", path("panics.go"))
calls = {row["func"]: row for row in json.loads(read("panics.json"))["latency"]}
expect("calls that panics end", {name: row["calls"] for name, row in calls.items()},
       {"main.outer": 100, "main.middle": 100, "main.inner": 100, "main.leaves": 10})
longest = [calls[name]["quantiles_ns"][-1][1] for name in ("main.outer", "main.middle", "main.inner")]
expect("calls inside of others are shorter", longest, sorted(longest, reverse=True))
expect("slow calls in the trace", sum(1 for e in json.loads(read("calls.json"))["traceEvents"] if e.get("cat") == "call"), 3 * 20 + 10)

# A heap that does not fit: reports are written in every ending.
with open(path("leak.go"), "w", encoding="utf-8") as file:
    file.write("package main\n\ntype node struct{ next *node }\n\nvar head *node\n\n"
               "func main() {\n\tfor range 600_000 {\n\t\thead = &node{head}\n\t}\n}\n")
full = run("run", "--max-heap=2MiB", "--gc-stats", "--why-alive=leak.go:9", path("leak.go"), status=2).stderr
expect("out of memory", full.startswith("runtime: out of memory: cannot allocate "), True)
expect("trace of out of memory", "\nfatal error: out of memory\n\ngoroutine 1 [running]:\nmain." in full, True)
expect("its report", "262,144 objects at exit" in full and "package variable main.head" in full, True)
limited = run("run", "--clock=virtual", "--memlimit=4MiB", "--gc-stats", path("leak.go")).stderr
expect("warning at the memory limit", "thrashing" in limited, True)
expect("no warning without a limit", "thrashing" in run("run", "--clock=virtual", "--gc-stats", path("leak.go")).stderr, False)

# Comparison: exact counts, equal outputs; unequal ones are an assertion.
compared = json.loads(run("compare", "--json", program, "--runs=2", "--a=--clock=virtual --escape=off", "--b=--clock=virtual").stdout)
figures = {f["name"]: f for f in compared["figures"]}
expect("objects compared", (figures["heap objects"]["a"] - figures["heap objects"]["b"]), 1_000_001)
expect("collections compared", (figures["GC cycles"]["a"], figures["GC cycles"]["b"]), (16, 7))
with open(path("differs.go"), "w", encoding="utf-8") as file:
    file.write('package main\n\nimport "runtime/debug"\n\nfunc main() { println(debug.SetGCPercent(100)); print("") }\n'.replace(
        "println(debug.SetGCPercent(100)); print(\"\")", "os.Stdout.WriteString(string(rune(48 + debug.SetGCPercent(100)%10)))").replace(
        'import "runtime/debug"', 'import (\n\t"os"\n\t"runtime/debug"\n)'))
differs = run("compare", "--runs=1", "--a=--gogc=101", "--b=--gogc=102", path("differs.go"), status=3)
expect("assertion", differs.stderr.splitlines()[0], "govm: assertion failed")

shutil.rmtree(folder)
if failures:
    print("\n".join(failures))
    sys.exit(1)
