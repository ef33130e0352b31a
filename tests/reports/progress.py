#!/usr/bin/env python3
"""The line of progress: on a terminal, after two seconds, for compare, test and workshop all; gone in the end, without control sequences.
Nothing where standard error is no terminal, nor with --quiet. Usage: progress.py GOVM"""
import os, pty, re, shutil, subprocess, sys, tempfile

govm = sys.argv[1]
folder = tempfile.mkdtemp(prefix="govm-progress-")
failures = []


def write(name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def on_terminal(*words):
    """What a command writes to a terminal that is its standard error."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen([govm, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=theirs, stdin=subprocess.DEVNULL)
    os.close(theirs)
    text = b""
    try:
        while piece := os.read(ours, 4096):
            text += piece
    except OSError:  # the other end is closed
        pass
    child.wait()
    os.close(ours)
    return text.decode()


def screen(text):
    """What is left on the last line."""
    line = ""
    for piece in text.split("\r"):
        line = piece + line[len(piece):]
    return line.strip()


write("slow.go", 'package main\n\nimport "time"\n\nfunc main() { time.Sleep(3 * time.Second) }\n')
write("go.mod", "module example.com/slow\n\ngo 1.27\n")
write("slow_test.go", 'package main\n\nimport (\n\t"testing"\n\t"time"\n)\n\nfunc TestSlow(t *testing.T) { time.Sleep(3 * time.Second) }\n')
for words, shown in [(["compare", "slow.go", "--runs=1"], "run 1 of 4, 2 s"), (["test", "."], "example.com/slow 1 of 1, 2 s")]:
    text = on_terminal(*words)
    if not re.search(re.escape(shown), text):
        failures.append(f"{' '.join(words)}: no {shown!r} in {text!r}")
    if "\033" in text:
        failures.append(f"{' '.join(words)}: a control sequence in {text!r}")
    if screen(text):
        failures.append(f"{' '.join(words)}: {screen(text)!r} is left")
quiet = on_terminal("compare", "--quiet", "slow.go", "--runs=1")
if quiet:
    failures.append(f"--quiet: {quiet!r}")
piped = subprocess.run([govm, "compare", "slow.go", "--runs=1"], cwd=folder, capture_output=True, text=True)
if piped.stderr:
    failures.append(f"no terminal: {piped.stderr!r}")
workshop = on_terminal("workshop", "all")
if not re.search(r"\w+ \d+ of 12, \d+ s", workshop) or screen(workshop):
    failures.append(f"workshop all: {workshop!r}")

shutil.rmtree(folder)
if failures:
    print("\n".join(failures))
    sys.exit(1)
