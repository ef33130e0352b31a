#!/usr/bin/env python3
"""The tests of Go's own tree that pass must go on passing.

  tests/conformance/check.py --govm PATH [--goroot DIR] [--driver FILE] [--flags FLAGS] [--sample N] [--timeout SECONDS] [KIND...]

KIND.txt lists the names of one kind of tests. Where neither the tree (GOVM_GO_TREE or --goroot) nor the driver that runs it
(GOVM_GO_SUITE or --driver) is, the test is skipped (status 77). A listed test that does not pass is run a second time alone.
With FLAGS of govm, which may stand several times, the tests pass under each of them as they do without, as --flags="--gc-stress --verify";
of each kind N names are taken at even distances. A stressed test may need longer than it gets: that is said, and is no failure.
"""
import argparse
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77


def with_flags(folder, govm, flags):
    """A program that is govm with these flags, whichever command it is given."""
    if not flags:
        return govm
    path = pathlib.Path(folder) / "govm"
    words = " ".join(map(shlex.quote, shlex.split(flags)))
    path.write_text(f'#!/bin/sh\n[ "$1" != run ] || shift\nexec {shlex.quote(govm)} run {words} "$@"\n')
    path.chmod(0o755)
    return path


def judge(options, flags, kind, names):
    """Of the names, those that do not pass, and those that did not end in time."""
    with tempfile.TemporaryDirectory() as folder:
        listed, result = pathlib.Path(folder) / "names", pathlib.Path(folder) / "result"
        listed.write_text("\n".join(names) + "\n")
        command = [sys.executable, options.driver, "--govm", with_flags(folder, options.govm, flags), "--goroot", options.goroot]
        command += ["--kind", kind, "--list", listed, "--json", result, "--timeout", options.timeout]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        status = {row["path"]: row["status"] for row in json.loads(result.read_text())["rows"]}
    return [name for name in names if status[name] not in ("pass", "timeout")], [name for name in names if status[name] == "timeout"]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--govm", required=True)
    options.add_argument("--goroot", default=os.environ.get("GOVM_GO_TREE", ""))
    options.add_argument("--driver", default=os.environ.get("GOVM_GO_SUITE", ""))
    options.add_argument("--flags", action="append")
    options.add_argument("--sample", type=int)
    options.add_argument("--timeout", default="120")
    options.add_argument("kinds", nargs="*")
    options = options.parse_args()
    if not options.driver or not pathlib.Path(options.driver).exists() or not (pathlib.Path(options.goroot) / "test").is_dir():
        print("no tree of Go's tests here: GOVM_GO_TREE, GOVM_GO_SUITE")
        return SKIPPED
    options.govm = os.path.abspath(options.govm)
    total, failed, unfinished = 0, 0, 0
    for path in sorted(HERE.glob("*.txt")):
        if options.kinds and path.stem not in options.kinds:
            continue
        names = path.read_text().split()
        if options.sample and options.sample < len(names):
            names = [names[i * len(names) // options.sample] for i in range(options.sample)]
        for flags in options.flags or [""]:
            total += len(names)
            lost, slow = judge(options, flags, path.stem, names)
            again = lost if flags else lost + slow
            lost, still_slow = judge(options, flags, path.stem, again) if again else ([], [])
            if flags:
                unfinished += len(slow)
                for name in slow:
                    print(f"{path.stem}: {name} does not end in {options.timeout} s under {flags}", flush=True)
            else:
                lost += still_slow
            failed += len(lost)
            for name in lost:
                print(f"{path.stem}: {name} does not pass {'under ' + flags if flags else 'any more'}", flush=True)
    print(f"{total - failed - unfinished} passed, {failed} failed" + (f", {unfinished} not ended in time" if unfinished else ""))
    return failed > 0


sys.exit(main())
