#!/usr/bin/env python3
"""Runs that end from outside: signals do what they do to a program of real Go, a time limit says so, and the reports are written.
Usage: ends.py GOVM"""
import json
import os
import signal
import subprocess
import sys
import time

from checks import Checks

t = Checks(sys.argv[1])
t.write("main.go", """package main

import (
	"os"
	"time"
)

var kept []*[100]int

func main() {
	for range 1000 {
		kept = append(kept, new([100]int))
	}
	os.Stdout.WriteString("up\\n")
	time.Sleep(time.Second)
	os.Stdout.WriteString("done\\n")
}
""")
t.write("busy.go", """package main

import "os"

func main() {
	os.Stdout.WriteString("up\\n")
	for {
	}
}
""")
t.write("talks.go", """package main

import "fmt"

func main() {
	for i := range 10_000_000 {
		fmt.Println(i)
	}
}
""")


# A build with sanitizers leaves the signals of faults to govm as well.
OPTIONS = ":".join(f"handle_{name}=0" for name in ("segv", "sigbus", "sigfpe", "sigill", "sigtrap", "abort"))
SANITIZERS = {name: os.environ.get(name, "") + ":" + OPTIONS for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS")}


def send(number, file="main.go", before=None):
    """Status (as Popen says it), output, errors and record of a run that gets the signal when it is up."""
    if os.path.exists(t.path("rec.json")):
        os.remove(t.path("rec.json"))
    child = subprocess.Popen([t.govm, "run", "--record=rec.json", "--gc-stats", file], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             stdin=subprocess.DEVNULL, text=True, cwd=t.folder, preexec_fn=before, env={**os.environ, **SANITIZERS})
    child.stdout.readline()
    child.send_signal(number)
    output, errors = child.communicate(timeout=100)
    return child.returncode, output, errors


# As measured with real Go: status, what it goes on to print, how its last words begin.
ENDS = {"SIGHUP": -1, "SIGINT": -2, "SIGTERM": -15}
DIES = {"SIGQUIT": "quit", "SIGILL": "illegal instruction", "SIGTRAP": "trace trap", "SIGABRT": "abort", "SIGBUS": "bus error",
        "SIGFPE": "floating-point exception", "SIGSEGV": "segmentation violation", "SIGSTKFLT": "stack fault", "SIGSYS": "bad system call"}
GOES_ON = ["SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGCHLD", "SIGCONT", "SIGURG", "SIGXCPU", "SIGXFSZ", "SIGVTALRM", "SIGPROF", "SIGWINCH",
           "SIGIO", "SIGPWR", 35, 64]
NUMBERS = {"SIGSTKFLT": 16}
for name, want in [*((n, (s, "", "")) for n, s in ENDS.items()), *((n, (2, "", f"{n}: {w}\nPC=")) for n, w in DIES.items()),
                   *((n, (0, "done\n", "")) for n in GOES_ON)]:
    number = name if isinstance(name, int) else NUMBERS.get(name) or getattr(signal, name)
    status, output, errors = send(number)
    t.expect(f"status after {name}", status, want[0])
    t.expect(f"output after {name}", output, want[1])
    t.expect(f"words after {name}", errors.startswith(want[2]), True)
    t.expect_in(f"report after {name}", "\ngovm gc-stats  main.go", errors)
    t.expect(f"record after {name}", json.loads(t.read("rec.json"))["heap"]["exit_objects"] >= 1000, True)
for name in ("SIGHUP", "SIGTERM", "SIGQUIT"):
    status, _, _ = send(getattr(signal, name), "busy.go")
    t.expect(f"status of a loop after {name}", status, 2 if name == "SIGQUIT" else -getattr(signal, name))
# What the shell has ignored stays so.
for name in ("SIGHUP", "SIGINT"):
    status, output, _ = send(getattr(signal, name), before=lambda name=name: signal.signal(getattr(signal, name), signal.SIG_IGN))
    t.expect(f"{name} ignored from the start", (status, output), (0, "done\n"))

# A closed pipe behind the output.
piped = subprocess.run(["bash", "-c", 'set -o pipefail; "$0" run --record=pipe.json talks.go | head -n 1', t.govm], cwd=t.folder,
                       capture_output=True, text=True, timeout=100)
t.expect("status of a closed pipe", (piped.returncode, piped.stdout), (141, "0\n"))
t.expect("its record", json.loads(t.read("pipe.json"))["heap"]["alloc_objects"] > 0, True)

# A command that runs programs takes them along, and leaves no files. The program says who it is in a file.
t.write("told.go", """package main

import (
	"fmt"
	"os"
)

func main() {
	os.WriteFile("pid", fmt.Append(nil, os.Getpid()), 0o666)
	for {
	}
}
""")
t.write("told_test.go", """package main

import "testing"

func TestForever(*testing.T) { main() }
""")
t.write("go.mod", "module example.com/told\n\ngo 1.27\n")
os.mkdir(t.path("tmp"))
for words in (["compare", "told.go"], ["escape", "--counts", "told.go"], ["test", "-coverprofile=c.out", "told.go", "told_test.go"]):
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        command = subprocess.Popen([t.govm, *words], cwd=t.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env={**os.environ, "TMPDIR": t.path("tmp")})
        until = time.monotonic() + 100
        while not (os.path.exists(t.path("pid")) and t.read("pid")) and time.monotonic() < until:
            time.sleep(0.01)
        program = int(t.read("pid"))
        os.remove(t.path("pid"))
        command.send_signal(number)
        t.expect(f"{words[0]} after {number.name}", command.wait(timeout=100), -number)
        t.expect(f"program of {words[0]} after {number.name}", os.path.exists(f"/proc/{program}"), False)
        t.expect(f"files of {words[0]} after {number.name}", os.listdir(t.path("tmp")), [])

# A time limit.
late = t.run("run", "--timeout=300ms", "--record=late.json", "--gc-stats", "main.go", status=124).stderr
t.expect("a time limit says so", late.startswith("govm: the program was ended after 300 ms (--timeout)\n\ngovm gc-stats  main.go"), True)
t.expect("record at a time limit", json.loads(t.read("late.json"))["heap"]["exit_objects"] >= 1000, True)
t.expect("only then", "--timeout" in t.run("run", "--timeout=1h", "main.go").stderr, False)
t.expect("without a report, too", t.run("run", "--timeout=100ms", "busy.go", status=124).stderr, "govm: the program was ended after 100 ms (--timeout)\n")
t.expect("statuses are explained", all(word in t.run("help", "exit-codes").stdout for word in ("124", "--timeout", "129, 130, 143, 141")), True)
t.end()
