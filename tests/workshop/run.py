#!/usr/bin/env python3
"""The workshop: every program holds what its check file expects; a learner's fresh copy does not pass its task, the solution does.

  tests/workshop/run.py --govm PATH [NAME...]
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

PROGRAMS = pathlib.Path(__file__).resolve().parents[2] / "programs"


def govm(path, *words):
    return subprocess.run([path, "workshop", *words], capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL)


def check(path, name, folder):
    """What is wrong with a program; empty: nothing."""
    done = govm(path, "check", name)
    if done.returncode != 0:
        return f"as it comes: status {done.returncode}\n{done.stdout}{done.stderr}"
    done = govm(path, "start", name, str(folder))
    if done.returncode != 0:
        return f"start: status {done.returncode}\n{done.stdout}{done.stderr}"
    done = govm(path, "check", str(folder))
    if done.returncode != 3 or "FAIL" not in done.stdout:
        return f"a fresh copy: status {done.returncode}, not 3\n{done.stdout}{done.stderr}"
    (folder / "main.go").write_text((PROGRAMS / name / "solution" / "main.go").read_text())
    done = govm(path, "check", str(folder))
    if done.returncode != 0:
        return f"the solution: status {done.returncode}\n{done.stdout}{done.stderr}"
    return ""


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--govm", required=True)
    options.add_argument("names", nargs="*")
    options = options.parse_args()
    rows = [line.split("\t") for line in (PROGRAMS / "workshop.tsv").read_text().splitlines() if not line.startswith("#")]
    assert sorted(int(row[0]) for row in rows) == list(range(1, 13)), "twelve programs"
    failed = 0
    for number, name, _ in rows:
        if options.names and name not in options.names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            wrong = check(options.govm, name, pathlib.Path(folder) / "copy")
        shown = govm(options.govm, "show", number)
        page = (PROGRAMS / name / "README.md").read_text()
        if not shown.stdout.startswith(page) or "func main()" not in shown.stdout:
            wrong += f"show {number} does not show the page and the program\n"
        if wrong:
            failed += 1
            print(f"--- {name}\n{wrong}")
    listed = govm(options.govm, "list").stdout
    for _, name, question in rows:
        if not any(question in line and f"{name}:" in line for line in listed.splitlines()):
            failed += 1
            print(f"--- list has no line for {name}\n{listed}")
    for words in (["show", "13"], ["check", "/nowhere"], ["start", "1"], ["dance"]):
        if (status := govm(options.govm, *words).returncode) != 2:
            failed += 1
            print(f"--- workshop {' '.join(words)}: status {status}, not 2")
    print(f"{failed} failed")
    return failed > 0


sys.exit(main())
