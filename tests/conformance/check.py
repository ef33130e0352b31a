#!/usr/bin/env python3
"""The tests of Go's own tree that pass must go on passing.

  tests/conformance/check.py --govm PATH [--goroot DIR] [--driver FILE] [KIND...]

KIND.txt lists the names of one kind of tests. Where neither the tree (GOVM_GO_TREE or --goroot) nor the driver that runs it
(GOVM_GO_SUITE or --driver) is, the test is skipped (status 77). A listed test that does not pass is run a second time alone.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77


def failing(options, kind, names):
    with tempfile.TemporaryDirectory() as folder:
        listed, result = pathlib.Path(folder) / "names", pathlib.Path(folder) / "result"
        listed.write_text("\n".join(names) + "\n")
        command = [sys.executable, options.driver, "--govm", options.govm, "--goroot", options.goroot, "--kind", kind]
        command += ["--list", listed, "--json", result, "--timeout", "120"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        passed = {row["path"] for row in json.loads(result.read_text())["rows"] if row["status"] == "pass"}
    return [name for name in names if name not in passed]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--govm", required=True)
    options.add_argument("--goroot", default=os.environ.get("GOVM_GO_TREE", ""))
    options.add_argument("--driver", default=os.environ.get("GOVM_GO_SUITE", ""))
    options.add_argument("kinds", nargs="*")
    options = options.parse_args()
    if not options.driver or not pathlib.Path(options.driver).exists() or not (pathlib.Path(options.goroot) / "test").is_dir():
        print("no tree of Go's tests here: GOVM_GO_TREE, GOVM_GO_SUITE")
        return SKIPPED
    options.govm = os.path.abspath(options.govm)
    total, failed = 0, 0
    for path in sorted(HERE.glob("*.txt")):
        if options.kinds and path.stem not in options.kinds:
            continue
        names = path.read_text().split()
        total += len(names)
        lost = failing(options, path.stem, names)
        lost = failing(options, path.stem, lost) if lost else []
        failed += len(lost)
        for name in lost:
            print(f"{path.stem}: {name} does not pass any more")
    print(f"{total - failed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
