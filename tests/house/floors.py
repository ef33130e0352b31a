#!/usr/bin/env python3
"""Fails when a room includes a room that its floor does not allow (docs/architecture.md, section 9).

The rooms' table is here in words of paths; a file belongs to the longest room its path starts with.
"""
import pathlib
import re
import sys

COMPILER = ["compiler/diag", "base"]
SYNTAX = ["compiler/syntax", "compiler/constant"] + COMPILER
TYPES = ["compiler/types"] + SYNTAX
ESCAPE = ["compiler/escape", "compiler/inline"] + TYPES
VALUE = ["vm/bytecode", "gc", "base"]
ALLOWED = {
    "base": [],
    "compiler/diag": ["base"],
    "compiler/syntax": COMPILER,
    "compiler/constant": COMPILER,
    "compiler/types": SYNTAX,
    "compiler/inline": TYPES,
    "compiler/load": TYPES,
    "compiler/escape": ["compiler/inline"] + TYPES,
    "compiler/ir": [room for room in ESCAPE if room != "compiler/diag"],
    "compiler/codegen": ["compiler/ir", "compiler/escape", "compiler/types", "compiler/constant", "vm/bytecode", "base"],
    "compiler": ["compiler/ir", "compiler/codegen", "compiler/load", "vm/bytecode"] + ESCAPE,
    "gc": ["base"],
    "vm/bytecode": ["base"],
    "vm/value": VALUE,
    "vm/goroutine": ["vm/value"] + VALUE,
    "vm/native": ["vm/goroutine", "vm/value"] + VALUE,
    "vm/exec": ["vm/native", "vm/goroutine", "vm/value"] + VALUE,
    "vm": ["vm/exec", "vm/native", "vm/goroutine", "vm/value"] + VALUE,
    "std": ["vm/native", "vm/goroutine", "vm/value"] + VALUE,
    "profiler": ["vm/exec"] + VALUE,
}


def room_of(path):
    parts = path.split("/")[:-1]
    while parts:
        name = "/".join(parts)
        if name in ALLOWED:
            return name
        parts.pop()
    return None


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    include = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
    wrong = []
    files = 0
    for room in {name.split("/")[0] for name in ALLOWED}:
        for path in sorted((root / room).rglob("*")):
            if path.suffix not in (".h", ".cpp", ".def"):
                continue
            files += 1
            own = room_of(str(path.relative_to(root)))
            for target in include.findall(path.read_text()):
                other = room_of(target)
                if own and other and other != own and other not in ALLOWED[own]:
                    wrong.append(f"{path.relative_to(root)}: {own} may not include {target}")
    print("\n".join(wrong))
    print(f"{files} files, {len(wrong)} includes against the floors")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
