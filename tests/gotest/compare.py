#!/usr/bin/env python3
"""govm test against go test: each folder is a module with its tests; each line of its file `commands` is a list of flags.

  tests/gotest/compare.py --govm PATH [FOLDER...]    compares with FOLDER/want; exit status 1 if any differs
  tests/gotest/compare.py --fill [FOLDER...]         writes FOLDER/want with the `go` in PATH

Hidden on both sides: times, the processor and the number of processors (go runs with one), frames of std, numbers of goroutines,
addresses; what stands before the modules' folder in names of files; the usage text of flags, which lists more flags in Go. Events of -json are shown without Time, with Elapsed 0, and output that was
written in two pieces as one. Of fuzzing its progress and the names of inputs are hidden: Go's looks at coverage, govm's does not. The file that a line
calls PROFILE is shown behind the output.
"""
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
import beside_go


def normalised(text):
    text = re.sub(r"\(\d+\.\d\ds\)", "(T)", text)
    text = re.sub(r"^(ok  |FAIL)\t(\S+)\t(\d+\.\d{3}s|\(cached\))", r"\1\t\2\tT", text, flags=re.M)
    text = re.sub(r"\n\n?goroutine \d+ \[.*\]:\n(.+\n\t.+\n)*", "\nTRACE\n", text)
    text = re.sub(r"^( +)(testing|common|fuzz|benchmark|panic)\.go:\d+:", r"\1std.go:N:", text, flags=re.M)
    text = re.sub(r"^cpu: .*\n", "", text, flags=re.M)
    text = re.sub(r"\s+[0-9.]+ (ns/op|MB/s)", r" X \1", text)
    text = re.sub(r"^Usage of .*:\n( .*\n)+", "USAGE\n", text, flags=re.M)
    text = re.sub(r"^fuzz: .*\n", "", text, flags=re.M)
    text = re.sub(r"\b(Fuzz\w*)/[0-9a-f]{16}\b", r"\1/INPUT", text)
    text = re.sub(r" is not in std \(.*/src/.*\)$", " is not in std", text, flags=re.M)
    return text


def without_times(text):
    """The lines of -json, each a list of what it says; others as they are."""
    rows = []
    for line in text.splitlines():
        event = json.loads(line) if line.startswith("{") else {"Line": line}
        event.pop("Time", None)
        if "Elapsed" in event:
            event["Elapsed"] = 0
        before = rows[-1] if rows else {}
        if "Output" in event and "Output" in before and not before["Output"].endswith("\n"):
            before["Output"] += event["Output"]
        else:
            rows.append(event)
    shown = ""
    for event in rows:
        if "Output" in event:
            event["Output"] = normalised(event["Output"])
        if event.get("Output") != "":
            shown += json.dumps(event) + "\n"
    return shown


def outcome(tool, folder, flags):
    with tempfile.NamedTemporaryFile() as profile:
        shown = answer(tool, folder, flags, profile.name)
        return (shown + profile.read().decode()).replace(f"{HERE}/", "")


def answer(tool, folder, flags, profile):
    command = [tool, "test"] + shlex.split(flags.replace("PROFILE", profile))
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=300, stdin=subprocess.DEVNULL)
    output = without_times(done.stdout) if "-json" in command else normalised(done.stdout)
    return f"$ test {flags}\n{output}{normalised(done.stderr)}exit {done.returncode}\n"


sys.exit(beside_go.main(HERE, outcome))
