#!/usr/bin/env python3
"""govm run and build against the go command's: each folder is a module; each line of its file `commands` is what is asked of it.

  tests/gobuild/compare.py --govm PATH [FOLDER...]    compares with FOLDER/want; exit status 1 if any differs
  tests/gobuild/compare.py --fill [FOLDER...]         writes FOLDER/want with the `go` in PATH

For what a case in one file cannot show: errors in several files and packages, go.mod, build constraints, for which packages flags are.
Hidden on both sides: where the folder lies, and of what fails the lines `# PACKAGE` and `exit status N` of the go command.
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
import beside_go


def outcome(tool, folder, line):
    verb, *words = shlex.split(line)
    env = dict(os.environ, GO111MODULE="on", GOTOOLCHAIN="local", GOFLAGS="-p=1", GOWORK="off", GOPROXY="off", CGO_ENABLED="0")
    output = ["-o", os.devnull] if tool == "go" and verb == "build" else []
    done = subprocess.run([tool, verb, *output, *words], cwd=folder, env=env, capture_output=True, text=True, timeout=300)
    text = (done.stdout + done.stderr).replace(str(folder), "DIR")
    if done.returncode != 0:
        text = re.sub(r"^(# .*|exit status \d+)\n", "", text, flags=re.M)
    return f"$ {line}\n{text}exit {done.returncode}\n"


sys.exit(beside_go.main(HERE, outcome))
