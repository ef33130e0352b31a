#!/usr/bin/env python3
"""What may be asked of a report, and what is said when it cannot be had: flags, files, records; each field that is printed is explained.
Usage: usage.py GOVM"""
import json
import re
import sys

from checks import Checks

t = Checks(sys.argv[1])
t.write("main.go", """package main

import (
	"runtime"
	"time"
)

type node struct {
	next *node
	data [6]int
}

var kept *node

func push(i int) {
	n := &node{}
	if i%10 == 0 {
		n.next = kept
		kept = n
	}
}

// Nothing else can run meanwhile.
func sleeps() { time.Sleep(3 * time.Millisecond) }

// The other goroutine does meanwhile.
func waits(c chan int) int { return <-c }

func main() {
	for i := range 100_000 {
		push(i)
	}
	runtime.GC()
	sleeps()
	c := make(chan int)
	go func() {
		sum := 0
		for i := range 100_000 {
			sum += i
		}
		c <- sum
	}()
	waits(c)
	println("ran")
}
""")
RUN = ["run", "--clock=virtual"]
WATCHED = ["--latency=main.sleeps,main.waits", "--why-alive=main.go:16"]

# Flags stand anywhere; a run is read once, one at a time.
first = t.run(*RUN, "--gctrace", "--record=rec.json", "--gc-stats", *WATCHED, "main.go").stderr
lines = [line + "\n" for line in first.splitlines() if line.startswith("gc ")]
t.expect("collections", len(lines), 2)
text = first[first.index("govm gc-stats"):]
for words in (["rec.json", "--gc-stats"], ["--gc-stats", "rec.json"], ["rec.json"], ["--", "rec.json"], ["rec.json", "--gc-stats-format=text"]):
    t.expect(f"text of {words}", t.run("report", *words).stderr, "\n" + text)
t.run("report", "rec.json", "--gc-stats=stats.txt", "--report=page.html")
t.expect("text in a file", t.read("stats.txt"), text)
t.expect("page behind the record", "<html" in t.read("page.html"), True)
for words in (["rec.json", "other.json"], ["rec.json", "--gc-stats", "other.json"]):
    t.expect_in(f"two records: {words}", "one recorded run at a time: rec.json, other.json", t.run("report", *words, status=2).stderr)
t.expect_in("no record", "which recorded run?", t.run("report", status=2).stderr)
t.expect_in("unknown flag", "flag provided but not defined: -nosuch\n", t.run("report", "rec.json", "--nosuch", status=2).stderr)

# gctrace and why-alive are outputs of a recorded run, in every mode.
t.expect("gctrace of the record", t.run("report", "--gctrace", "rec.json").stderr, "".join(lines))
for mode in ("stw", "incremental", "concurrent", "off"):
    said = t.run("run", f"--gc={mode}", "--gctrace", "--record=mode.json", "main.go").stderr
    want = "".join(line + "\n" for line in said.splitlines() if line.startswith("gc "))
    t.expect(f"gctrace of a record, {mode}", t.run("report", "mode.json", "--gctrace").stderr, want)
t.expect_in("why alive", "why alive main.go:16   ", text)
t.expect_in("what keeps it", "\n  package variable main.kept\n  -> ", text)
t.expect("said once", first.count("why alive main.go:16"), 1)

# The calls of --latency are said with the text, or with the run that timed them; not with other forms.
t.run("report", "rec.json", "--trace=trace.json", "--alloc-profile=heap.folded", "--report=again.html")
t.expect("other forms say nothing", t.run("report", "rec.json", "--trace=trace.json").stderr, "")
t.expect("JSON is JSON", json.loads(t.run("report", "rec.json", "--gc-stats-format=json").stderr)["schema"], "govm.gcstats/1")
asked = text[text.index("latency main.sleeps"):]
t.expect("a run tells of its calls", t.run(*RUN, *WATCHED, "main.go").stderr, "ran\n\n" + asked)
t.expect("without its text, too", t.run(*RUN, *WATCHED, "--gc-stats=calls.txt", "main.go").stderr, "ran\n\n" + asked)
t.expect("which is in the text", t.read("calls.txt").endswith("\n\n" + asked), True)

# A call waits while others run, or while nobody can.
rows = {row["func"]: row["slowest"][0] for row in json.loads(t.read("rec.json"))["latency"]}
sleeps, waits = rows["main.sleeps"], rows["main.waits"]
t.expect("nobody ran beside the sleep", sleeps["scheduling_ns"], 0)
t.expect("the sleep was idle", 2_900_000 < sleeps["idle_ns"] <= 3_000_000, True)
t.expect("the other ran", waits["scheduling_ns"] > 100_000, True)
t.expect("nobody was idle", waits["idle_ns"], 0)
t.expect_in("text of the idle time", "   idle 3.00 ms", asked)

# A goal that is off is no number.
off = t.run(*RUN, "--gogc=off", "--gctrace", "--record=off.json", "--gc-stats", "main.go").stderr
t.expect_in("gctrace without a goal", " MB, 8532210231537 MB goal, ", off)
t.expect("text without a goal", "18,446,744" in off or "next goal off" not in off, False)
t.expect("its row", re.search(r"\n +1 .* off\n", off) is not None, True)
record = json.loads(t.read("off.json"))
t.expect("JSON without a goal", (record["heap"]["next_goal"], record["cycles"][0]["goal"]), (None, None))
t.run("report", "off.json", "--gc-stats=off.csv", "--gc-stats-format=csv", "--trace=off_trace.json", "--report=off.html")
t.expect("CSV without a goal", t.read("off.csv").splitlines()[1].endswith(","), True)
t.expect("trace without a goal", "goal" in t.read("off_trace.json"), False)
t.expect("no largest number anywhere", any("18446744073709551615" in t.read(name) for name in ("off.json", "off.html")), False)

# Files are looked at before the program runs, and not touched.
t.write("old.html", "old")
t.write("rec_copy.json", t.read("rec.json"))
for words, said in (
        (["--report=no/such.html"], "open no/such.html: no such file or directory"),
        (["--report=/proc/x.html"], "open /proc/x.html: no such file or directory"),
        (["--gc-stats=."], "open .: is a directory"),
        (["--report=out.xyz"], "-report=out.xyz: the name must end in .html"),
        (["--trace=out.html"], "-trace=out.html: the name must end in .json"),
        (["--alloc-profile=heap.out"], "-alloc-profile=heap.out: the name must end in .pb.gz, .folded, .cov or .json"),
        (["--report="], 'invalid value "" for flag -report'),
        (["--record="], 'invalid value "" for flag -record'),
        (["--gc-stats="], 'invalid value "" for flag -gc-stats'),
        (["--trace=a.json", "--record=./a.json"], "-record=./a.json: this file is named twice"),
        (["--seed=-1"], 'invalid value "-1" for flag -seed'),
        (["--seed=99999999999999999999"], 'invalid value "99999999999999999999" for flag -seed'),
        (["--gogc=99999999999"], 'invalid value "99999999999" for flag -gogc'),
        (["--timeout=nans"], 'invalid value "nans" for flag -timeout'),
        (["--timeout=-1s"], 'invalid value "-1s" for flag -timeout'),
        (["--top=-1", "--gc-stats"], 'invalid value "-1" for flag -top'),
        (["--report=old.html", "--record=no/rec.json"], "open no/rec.json: no such file or directory")):
    done = t.run("run", *words, "main.go", status=2)
    t.expect_in(f"{words}", said, done.stderr)
    t.expect(f"{words} runs nothing", "ran" in done.stderr, False)
t.expect("an old file is kept", t.read("old.html"), "old")
t.expect_in("the record itself", "this file is named twice", t.run("report", "rec.json", "--gc-stats=rec.json", status=2).stderr)
t.expect("is kept", t.read("rec.json"), t.read("rec_copy.json"))
t.run("run", "--gc-stats=/dev/null", "--report=/dev/null", "--alloc-profile=/dev/null", "main.go")
t.run("run", "--seed=18446744073709551615", "--timeout=0", "main.go")

# Records that are none.
t.expect("no file", t.run("report", "none.json", status=1).stderr, "govm report: open none.json: no such file or directory\n")
good = json.loads(t.read("rec.json"))


def broken(name, text, said):
    t.write(name, text if isinstance(text, str) else json.dumps(text))
    t.expect_in(name, f"govm report: {name}: {said}", t.run("report", name, status=1).stderr)


def changed(*path, value):
    copy = json.loads(json.dumps(good))
    at = copy
    for key in path[:-1]:
        at = at[key]
    if value is None:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return copy


broken("empty.json", "", "no recorded run (govm run --record=FILE makes one)")
broken("source.go", "package main\n", "no recorded run (govm run --record=FILE makes one): no JSON at byte 1 of 13")
broken("cut.json", t.read("rec.json")[:1000], "no recorded run (govm run --record=FILE makes one): no JSON at byte 1001 of 1000")
broken("list.json", "[1, 2]", "no recorded run")
broken("later.json", changed("schema", value="govm.gcstats/2"), 'a record of the form "govm.gcstats/2"; this govm reads govm.gcstats/1')
broken("lacks.json", changed("heap", "peak_bytes", value=None), 'not a whole record: $.heap: lacks "peak_bytes"')
broken("negative.json", changed("cycles", 0, "live", value=-5), "not a whole record: $.cycles[0].live: -5 is below 0")
broken("text.json", changed("sites", 0, "allocs", value="many"), 'not a whole record: $.sites[0].allocs: "many" is no "integer"')
broken("fraction.json", changed("sites", 0, "allocs", value=1.5), 'not a whole record: $.sites[0].allocs: 1.5 is no "integer"')
broken("more.json", changed("heap", "alloc_objects", value=10**9), "its counts do not fit together: objects allocated - freed = at exit")
broken("frame.json", changed("stacks", "samples", 0, "stack", value=[10**6]), "not a whole record: $.stacks.samples: there is no frame 1000000")
broken("pause.json", changed("pauses", 1, 0, value=0), "its counts do not fit together: $.pauses[1]: it begins before the last one ends")

# Every word of the text that names a figure is in the page that explains it.
page = t.run("help", "gc-stats").stdout
texts = [text, t.run(*RUN, "--memlimit=1MiB", "--gc-stats", "--max-heap=64MiB", "main.go").stderr,
         t.run("run", "--gc=concurrent", "--gc-stats", "--gc-stress=1000", "main.go").stderr,
         t.run(*RUN, "--gc=incremental", "--gc-stress=7", "--gogc=1", "--gc-stats", "main.go").stderr]
page = " ".join(page.split())
words, phrases = set(), set()
for text in texts:
    head, *paragraphs = text[text.index("govm gc-stats"):].split("\n\n")
    words.update(re.findall(r"[A-Za-z][A-Za-z-]*[A-Za-z]", re.sub(r"(?<=[= ])\S*main.go|=\w+", "", head)))
    for paragraph in paragraphs:
        title, *rows = paragraph.splitlines()
        asked_for = re.match("latency |why alive ", title)
        phrases.add(asked_for.group() if asked_for else re.sub(r" \(.*", "", title))
        phrases.update(re.split("  +", rows[0].strip()) if rows and not asked_for else [])
t.expect("words of help gc-stats", sorted(word for word in words - {"us", "ms", "to", "of"} if not re.search(rf"\b{word}\b", page)), [])
t.expect("names of help gc-stats", sorted(phrase for phrase in phrases if phrase not in page), [])
t.expect("fields were seen", (len(words) > 40, len(phrases) > 25), (True, True))

# A report does not take the place of a program, named or by a forgotten value.
source = t.read("main.go")
for flags in (["--record=main.go", "main.go"], ["--gc-stats=main.go", "main.go"], ["--record", "main.go", "main.go"]):
    t.expect_in(" ".join(flags), "a report does not take the place of Go source", t.run("run", *flags, status=2).stderr)
t.expect("the program is as it was", t.read("main.go"), source)
t.expect("an unknown topic", t.run("help", "nope", status=2).stderr, "govm help nope: unknown help topic. Run 'govm help'.\n")

# The programs of the workshop stand in the order of their numbers.
numbers = re.findall(r"^ *(\d+)  ", t.run("workshop", "list").stdout, re.M)
t.expect("workshop list", numbers, [str(n) for n in range(1, 13)])
t.end()
