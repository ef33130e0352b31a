#!/usr/bin/env python3
"""Fails when a row of vm/bytecode/opcodes.def is executed by no case: it would be untested, or no program needs it.

Runs the `// run` cases with --instruction-counts and joins the opcodes they executed. Arguments: govm, the project's folder.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from cases import run_cases

# Rows that stand in no program's text as such: link writes them over other instructions, or the counts leave them out.
BY_LINK = re.compile(r"Stub\w+|Extension")
# `Nop` is no row at all to the compiler; `Unreachable` is what verified code never reaches.
NEVER = {"Nop", "Unreachable"}
FOLDERS = ["spec", "gc", "regress", "std", "profile"]


def executed(govm, case, flags, folder):
    """The opcodes of a run of the case."""
    with tempfile.NamedTemporaryFile("r", dir=folder) as counts:
        command = [govm, "run", *flags, "--top=1", f"--instruction-counts={counts.name}", "--timeout=60s", str(case)]
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, check=False)
        table = counts.read().partition("\nopcodes:\n")[2].partition("\n\n")[0]
    return {line.split()[-1] for line in table.splitlines()}


def main():
    govm, root = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    cases = run_cases(root, FOLDERS)
    runs = [(case, []) for case in cases]
    # Counters are only in code compiled for a report, calls of user functions where nothing is inlined.
    runs += [(case, flags) for case in cases[:20] for flags in (["-l"], ["--max-steps=1000000000"])]
    names = subprocess.run([govm, "opcodes"], capture_output=True, text=True, check=True).stdout.split()
    wanted = {name for name in names if not BY_LINK.fullmatch(name)} - NEVER
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        seen = set().union(*pool.map(lambda run: executed(govm, *run, folder), runs))
    missing = sorted(wanted - seen)
    print(f"{len(wanted & seen)} of {len(wanted)} opcodes executed by {len(cases)} cases")
    if missing:
        sys.exit("executed by no case: " + " ".join(missing))


if __name__ == "__main__":
    main()
