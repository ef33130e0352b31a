#!/usr/bin/env python3
"""Concurrent programs repeat themselves: run after run the same output, counts of allocations and collections.

  tests/determinism/run.py --govm PATH [--runs N] [PROGRAM.go...]     default: the programs of tests/programs that start goroutines

On the virtual clock a report is the same to the byte, times of collections included. On the wall clock, where a program that looks
at no time takes the same schedule each time, the report's counts are. Another seed gives another schedule, and the output is the same
still: it is that of real Go, which has its own. A small heap goal makes
the larger programs collect.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
STARTS_GOROUTINES = re.compile(r"^\s*go (func\b|\w+[.(])|\.Go\(func|iter\.Pull", re.M)
READS_TIME = re.compile(r'^\s*"(time|context|net/.*)"$', re.M)


def run(options, program, flags):
    """Standard output, exit status and report of one run."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.json"
        done = subprocess.run([options.govm, program, "--gogc=1", f"--gc-stats={report}", "--gc-stats-format=json", *flags],
                              capture_output=True, timeout=300)
        return done.stdout, done.returncode, json.loads(report.read_text())


def counts(report):
    """What of a report does not depend on how long anything took."""
    if isinstance(report, dict):
        return {key: counts(value) for key, value in report.items() if not re.search(r"_ns$|_us$|_ms$|time|percent|mmu|pause|clock", key)}
    return [counts(value) for value in report] if isinstance(report, list) else report


def differences(options, program):
    first = run(options, program, ["--clock=virtual"])
    if not first[2]["heap"]["alloc_objects"]:
        yield "no allocations: nothing to compare"
    options.collections += len(first[2]["cycles"])
    for _ in range(options.runs - 1):
        if run(options, program, ["--clock=virtual"]) != first:
            yield "virtual clock: two runs differ"
            break
    if not READS_TIME.search(program.read_text()):
        first = run(options, program, [])
        for _ in range(options.runs - 1):
            again = run(options, program, [])
            if again[:2] != first[:2] or counts(again[2]) != counts(first[2]):
                yield "wall clock: output or counts of two runs differ"
                break
    other_schedule = False
    for seed in range(1, options.runs + 1):
        stdout, status, report = run(options, program, ["--clock=virtual", f"--seed={seed}"])
        if (stdout, status) != first[:2]:
            yield f"seed {seed}: the output differs"
            break
        other_schedule = other_schedule or report != first[2]
    options.seeds_matter = options.seeds_matter or other_schedule


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--govm", required=True)
    options.add_argument("--runs", type=int, default=2)
    options.add_argument("programs", nargs="*", type=pathlib.Path)
    options = options.parse_args()
    options.seeds_matter = False  # of any program
    options.collections = 0
    programs = options.programs or [p for p in sorted((ROOT / "tests/programs").glob("*.go")) if STARTS_GOROUTINES.search(p.read_text())]
    failed = 0
    for program in programs:
        found = list(differences(options, program))
        failed += bool(found)
        for what in found:
            print(f"{program.name}: {what}")
    for holds, what in ((options.seeds_matter, "no seed changed any schedule"), (options.collections, "nothing collected")):
        if not holds and not options.programs:  # one program alone need not
            print(what)
            failed += 1
    print(f"{len(programs) - failed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
