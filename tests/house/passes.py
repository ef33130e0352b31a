#!/usr/bin/env python3
"""Fails when a case fails with one of the optimisations switched off: none may be needed for a right result.

Arguments: govm, govm_case, the project's folder. Runs the `// run` cases of FOLDERS once for each optimisation.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys

from cases import run_cases

FOLDERS = ["spec", "gc", "regress"]
NOT_APPLICABLE = 77
# Spec: "Pointers to distinct zero-size variables may or may not be equal"; Go's compiler, and folding here, decide that they are not.
UNSPECIFIED = {("fold-constants", "empty_conversions_and_zero_size_addresses.go")}


def main():
    govm, runner, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), pathlib.Path(sys.argv[3]).resolve()
    # A name that is none lists them.
    unknown = subprocess.run([govm, "run", "--passes-off=?", "none.go"], capture_output=True, text=True, check=False).stderr
    passes = unknown.partition("they are ")[2].strip().split(", ")
    if len(passes) < 2:
        sys.exit(f"no optimisations found in {unknown!r}")
    cases = run_cases(root, FOLDERS)

    runs = [(name, case) for name in passes for case in cases if (name, case.name) not in UNSPECIFIED]

    def failure(name, case):
        done = subprocess.run([runner, "--govm", govm, "--way", f"without-{name}", str(case)], capture_output=True, text=True, check=False)
        return None if done.returncode in (0, NOT_APPLICABLE) else f"without {name}: {case}\n{done.stdout}{done.stderr}"

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        failures = [f for f in pool.map(lambda run: failure(*run), runs) if f]
    print(f"{len(cases)} cases without each of {', '.join(passes)}: {len(failures)} failures")
    if failures:
        sys.exit("\n".join(failures))


if __name__ == "__main__":
    main()
