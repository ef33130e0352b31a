#!/usr/bin/env python3
"""The files of -json=0,DIR against real Go's: each NAME.go is a program, NAME.want its records.

  tests/decision_log/compare.py --govm PATH [CASE.go...]    compares; exit status 1 if any differs
  tests/decision_log/compare.py --fill [CASE.go...]         writes NAME.want with the `go` in PATH

A record is compared whole but for its folder; records of one place may come in any order. Left out on both sides is what Go's later stages log: checks of nil and bounds, copies. Places in std are other ones here.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
LATER = {"nilcheck", "isInBounds", "isSliceInBounds", "copy"}


def records(tool, case):
    with tempfile.TemporaryDirectory() as scratch:
        flags = [f"-gcflags=-json=0,{scratch}/log", "-o", scratch + "/program"] if tool == "go" else [f"-json=0,{scratch}/log"]
        env = dict(os.environ, GOTOOLCHAIN="local", GO111MODULE="off", GOFLAGS="")
        subprocess.run([tool, "build" if tool == "go" else "check", *flags, case], check=True, env=env)
        text = pathlib.Path(scratch, "log", "main", case.stem + ".json").read_text()
    out = []
    for line in text.replace(str(case.parent), "DIR").splitlines():
        record = json.loads(line)
        record.pop("gc_version", None)
        if record.get("code") not in LATER:
            out.append(json.dumps(record, ensure_ascii=False))
    return "\n".join(sorted(out)) + "\n"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--govm", type=lambda path: str(pathlib.Path(path).resolve()))
    options.add_argument("--fill", action="store_true")
    options.add_argument("cases", nargs="*", type=pathlib.Path)
    options = options.parse_args()
    failed = 0
    cases = [case.resolve() for case in options.cases] or sorted(HERE.glob("*.go"))
    for case in cases:
        want = case.with_suffix(".want")
        if options.fill:
            want.write_text(records("go", case))
            continue
        expected, got = want.read_text().splitlines(), records(options.govm, case).splitlines()
        if expected == got:
            continue
        failed += 1
        print(f"FAIL {case.name}")
        for line in expected:
            if line not in got:
                print("  - " + line)
        for line in got:
            if line not in expected:
                print("  + " + line)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return failed != 0


sys.exit(main())
