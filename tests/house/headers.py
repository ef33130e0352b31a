#!/usr/bin/env python3
"""Fails when a C++ file does not open with a comment that says what its subject is (CONTRIBUTING.md, "Manners")."""
import pathlib
import sys

ROOMS = ["base", "bench", "cli", "compiler", "gc", "profiler", "std", "tests", "vm"]
SUFFIXES = (".h", ".cpp", ".def")
# A pragma may stand before it.
OPENING_LINES = 3


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    files = [path for room in ROOMS for path in sorted((root / room).rglob("*")) if path.suffix in SUFFIXES]
    without = [path for path in files
               if not any(line.startswith("//") for line in path.read_text().splitlines()[:OPENING_LINES])]
    for path in without:
        print(f"{path.relative_to(root)}: no comment at the top says what the file's subject is")
    if not files:
        print("no files found")
    return 1 if without or not files else 0


if __name__ == "__main__":
    sys.exit(main())
