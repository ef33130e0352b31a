#!/usr/bin/env python3
"""Flags that name a function or a place of the program: --latency takes names as people write them, --why-alive places; what no
program has is said, with what may be meant. Usage: names.py GOVM"""
import json, os, shutil, subprocess, sys, tempfile

govm = sys.argv[1]
folder = os.path.realpath(tempfile.mkdtemp(prefix="govm-names-"))
failures = []


def expect(what, left, right):
    if left != right:
        failures.append(f"{what}: {left!r} is not {right!r}")


def expect_in(what, part, text):
    if part not in text:
        failures.append(f"{what}: no {part!r} in {text!r}")


def write(name, text):
    os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def run(*words):
    return subprocess.run([govm, *words], capture_output=True, text=True, cwd=folder, timeout=120)


write("prog.go", """package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

type L[T any] struct{ list []T }

func (l *L[T]) Add(v T) { l.list = append(l.list, v) }

type V int

func (v V) Twice() V { return 2 * v }

func Gen[T any](v T) []T { return []T{v} }

func unused() {}

func leaves() { os.Exit(0) }

func init() {}

var kept []*int

func keep(n int) {
	p := new(int)
	*p = n
	kept = append(kept, p)
}

func main() {
	var ints L[int]
	var texts L[string]
	for i := range 10 {
		ints.Add(i)
		texts.Add("x")
		keep(i)
	}
	Gen(1)
	Gen("x")
	V(1).Twice()
	var b strings.Builder
	for range 3 {
		b.WriteString("abc")
	}
	json.Marshal(b.String())
	fmt.Println(len(Gen(2.5)))
	func() { ints.Add(1) }()
	if len(os.Args) > 1 {
		unused()
	}
	leaves()
}
""")


def calls(names, file="prog.go"):
    """The timed functions with their calls, and what is said of them; a text if the run is refused."""
    done = run("run", "--clock=virtual", f"--latency={names}", "--record=run.json", file)
    if done.returncode != 0:
        return f"{done.returncode} {done.stderr.strip()}"
    with open(os.path.join(folder, "run.json"), encoding="utf-8") as record:
        return {row["func"]: row["calls"] for row in json.load(record)["latency"]}


# All instances of a generic function are one, as in stack traces; names may be shorter where one function fits.
for names, function, count in [
        ("main.Gen[...]", "main.Gen[...]", 3), ("main.Gen", "main.Gen[...]", 3), ("Gen", "main.Gen[...]", 3),
        ("main.(*L[...]).Add", "main.(*L[...]).Add", 21), ("main.(*L).Add", "main.(*L[...]).Add", 21), ("(*L).Add", "main.(*L[...]).Add", 21),
        ("L.Add", "main.(*L[...]).Add", 21), ("V.Twice", "main.V.Twice", 1), ("main.main.func1", "main.main.func1", 1),
        ("main.init.0", "main.init.0", 1), ("keep", "main.keep", 10),
        ("strings.Builder.WriteString", "strings.(*Builder).WriteString", 3), ("strings.(*Builder).WriteString", "strings.(*Builder).WriteString", 3),
        ("encoding/json.Marshal", "encoding/json.Marshal", 1), ("json.Marshal", "encoding/json.Marshal", 1), ("fmt.Println", "fmt.Println", 1)]:
    expect(f"--latency={names}", calls(names), {function: count})
expect("several", calls("Gen,keep,main.Gen[...]"), {"main.Gen[...]": 3, "main.keep": 10})

# What no program has.
for names, answer in [
        ("main.Gem", "no function main.Gem in this program; did you mean main.Gen[...]"),
        ("Gen[int]", "no function Gen[int] in this program; did you mean main.Gen[...]?"),
        ("Println", "no function Println in this program; did you mean fmt.Println"),
        ("strings.Bilder.WriteString", "did you mean strings.(*Builder).WriteString"),
        ("qqqqqqqqqqq", "no function qqqqqqqqqqq in this program"),
        ("utf8.ValidString", "utf8.ValidString is a part of govm itself")]:
    said = calls(names)
    expect_in(f"--latency={names}", answer, said)
    expect(f"status of --latency={names}", said[:2], "2 ")
# What a first call of std costs is said: it is compiled.
slow = subprocess.run([govm, "run", "--latency=fmt.Println", "prog.go"], capture_output=True, text=True, cwd=folder).stderr
expect_in("compiling", "   compiling ", slow)
expect("nothing is named", run("run", "--latency=", "prog.go").returncode, 2)
done = run("run", "--latency=main.unused,leaves", "prog.go")
expect_in("never called", "latency main.unused   0 calls\n  it was never called\n", done.stderr)
expect_in("not ended", "latency main.leaves   0 calls\n  1 more had begun and not ended when the program did\n", done.stderr)

write("two/a.go", "package main\n\ntype A struct{}\n\nfunc (A) f() {}\n\ntype B struct{}\n\nfunc (B) f() {}\n\nfunc main() { A{}.f(); B{}.f() }\n")
expect_in("a method of two types", "did you mean main.A.f, main.B.f?", calls("f", "two/a.go"))

# Tests: the functions are those of the package.
write("mod/go.mod", "module example.com/mod\n\ngo 1.27\n")
write("mod/sum.go", "package mod\n\nfunc Sum(a, b int) int { return a + b }\n")
write("mod/sum_test.go", 'package mod\n\nimport "testing"\n\nfunc TestSum(t *testing.T) {\n\tif Sum(1, 2) != 3 {\n\t\tt.Fail()\n\t}\n}\n')
tested = subprocess.run([govm, "test", "-v", "--latency=mod.Sum"], capture_output=True, text=True, cwd=os.path.join(folder, "mod"), timeout=120)
expect_in("latency of a test", "latency example.com/mod.Sum   1 call\n", tested.stdout)

# Places: as reports write them, with "./", as absolute names.
for site in ["prog.go:29", "./prog.go:29", f"{folder}/prog.go:29", "prog.go:29:10", f"../{os.path.basename(folder)}/prog.go:29"]:
    said = run("run", f"--why-alive={site}", "prog.go").stderr
    expect_in(f"--why-alive={site}", "10 objects allocated now\n  package variable main.kept\n", said)
said = run("run", "--why-alive=prog.go:27", "prog.go").stderr
expect_in("no site there", "the program has no allocation site there\n  the nearest are\n", said)
expect_in("the nearest site", "    ./prog.go:29:10  new(int)\n", said)
expect_in("no such file", "the program has no allocation site there\n  nor in a file of this name\n", run("run", "--why-alive=other.go:3", "prog.go").stderr)
expect("no place is named", run("run", "--why-alive=", "prog.go").returncode, 2)

shutil.rmtree(folder)
if failures:
    print("\n".join(failures))
    sys.exit(1)
