#!/usr/bin/env python3
"""What govm test does otherwise than go test: flags that it has no use for are named, vet is said not to be run, -x and -n print its own
commands; the profiles it writes are read by go tool pprof where there is one. Usage: own.py GOVM"""
import gzip, os, shutil, subprocess, sys, tempfile

govm = sys.argv[1]
folder = os.path.realpath(tempfile.mkdtemp(prefix="govm-test-flags-"))
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


write("go.mod", "module example.com/own\n\ngo 1.27\n")
write("main.go", "package main\n\nfunc main() {}\n")
write("inner/own_test.go", """package inner

import (
	"sync"
	"testing"
	"time"
)

var kept [][]byte

func allocates() {
	for range 1000 {
		kept = append(kept, make([]byte, 1000))
	}
}

func works(d time.Duration) (n int) {
	for begin := time.Now(); time.Since(begin) < d; n++ {
	}
	return n
}

func waits() {
	var mu sync.Mutex
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			mu.Lock()
			time.Sleep(time.Millisecond)
			mu.Unlock()
		})
	}
	all.Wait()
}

func TestAll(t *testing.T) {
	allocates()
	works(300 * time.Millisecond)
	waits()
}
""")

# Flags without use: named, status 2; switched off they ask for nothing.
for command, flag, why in [
        ("test", "-race", "there is no race detector"), ("test", "-msan", "programs have no C in them"), ("test", "-c", "no binary is made"),
        ("test", "-o=x", "no binary is made"), ("test", "-ldflags=-s", "there is no linker"), ("test", "-work", "there is no working directory"),
        ("test", "-trimpath", "names of files are those on this machine"), ("run", "-race", "there is no race detector"),
        ("run", "-exec=time", "no binary is made"), ("build", "-o=x", "no binary is made"), ("build", "-race", "there is no race detector")]:
    done = run(command, flag, "." if command != "test" else "./inner")
    name = flag.split("=")[0]
    expect(f"{command} {flag}", (done.returncode, done.stderr), (2, f"govm: not supported by govm: {name} ({why})\n"))
expect("run -race=false", run("run", "-race=false", ".").returncode, 0)
for flag in ["-shuffle=foo", "-count=x", "-parallel=x", "-short=foo", "-v=foo", "-timeout=foo", "-vet=foo", "-vet=a=b", "-covermode=foo", "-json=x", "-exec"]:
    done = run("test", "./inner", flag)
    expect(f"status of test {flag}", done.returncode, 2)
    expect_in(f"test {flag}", flag.split("=")[0], done.stderr)

expect("-vet=printf", run("test", "-vet=printf", "./inner").stderr, "govm test: -vet=printf: go vet is not run\n")
shown = run("test", "-n", "-run=All", "./inner")
expect("-n", (shown.returncode, shown.stdout), (0, ""))
expect_in("-n", f"{os.path.realpath(govm)} test-program ", shown.stderr)
expect_in("-n", "-test.run=All", shown.stderr)
shown = run("test", "-x", "-run=All", "./inner")
expect_in("-x", " test-program ", shown.stderr)
expect_in("-x", "ok  \texample.com/own/inner\t", shown.stdout)

# Profiles, in the directory of the command or that of -outputdir.
os.mkdir(os.path.join(folder, "out"))
for flags, directory in [([], "."), (["-outputdir=out"], "out")]:
    done = run("test", "-cpuprofile=cpu.out", "-memprofile=mem.out", "-blockprofile=block.out", "-mutexprofile=mutex.out", "-memprofilerate=1",
               "-blockprofilerate=1", "-mutexprofilefraction=1", "-trace=trace.json", *flags, "./inner")
    expect(f"status with profiles {flags}", (done.returncode, done.stderr), (0, ""))
    for name, function in [("cpu", "inner.works"), ("mem", "inner.allocates"), ("block", "inner.waits"), ("mutex", "inner.waits")]:
        path = os.path.join(folder, directory, name + ".out")
        if not os.path.exists(path):
            failures.append(f"{flags}: no {name}.out in {directory}")
            continue
        with gzip.open(path) as file:
            expect_in(f"function in {name}.out", function.encode(), file.read())
        if shutil.which("go"):
            top = subprocess.run(["go", "tool", "pprof", "-top", "-cum", path], capture_output=True, text=True, cwd=folder)
            expect(f"go tool pprof {name}.out", top.returncode, 0)
            expect_in(f"go tool pprof {name}.out", function, top.stdout)
    if directory == ".":
        expect("trace", os.path.exists(os.path.join(folder, "trace.json")), True)
expect("-trace of two packages", run("test", "-trace=t.json", "./...").stderr, "cannot use -trace flag with multiple packages\n")
expect("nothing is left beside the tests", os.listdir(os.path.join(folder, "inner")), ["own_test.go"])
run("test", "-gc-stats=stats.txt", "./inner")
expect("a report of govm's own", os.path.exists(os.path.join(folder, "stats.txt")), True)

shutil.rmtree(folder)
if failures:
    print("\n".join(failures))
    sys.exit(1)
