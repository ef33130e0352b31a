"""Cases of govm's commands beside the go command's: each folder is a module; each line of its file `commands` is what is asked of it.

  compare.py --govm PATH [FOLDER...]    compares with FOLDER/want; exit status 1 if any differs
  compare.py --fill [FOLDER...]         writes FOLDER/want with the `go` in PATH

gotest/compare.py and gobuild/compare.py say what a line asks and what is hidden on both sides.
"""
import argparse
import pathlib


def main(here, outcome):
    """`outcome(tool, folder, line)` is the text that a tool's answer to a line is compared by."""

    def report(tool, folder):
        return "".join(outcome(tool, folder, line) for line in (folder / "commands").read_text().splitlines())

    options = argparse.ArgumentParser()
    options.add_argument("--govm", type=lambda path: str(pathlib.Path(path).resolve()))
    options.add_argument("--fill", action="store_true")
    options.add_argument("folders", nargs="*", type=pathlib.Path)
    options = options.parse_args()
    folders = [folder.resolve() for folder in options.folders] or sorted(path.parent for path in here.glob("*/commands"))
    failed = 0
    for folder in folders:
        if options.fill:
            (folder / "want").write_text(report("go", folder))
            continue
        want, got = (folder / "want").read_text(), report(options.govm, folder)
        if want != got:
            failed += 1
            print(f"--- {folder.name}: want\n{want}--- got\n{got}")
    print(f"{len(folders) - failed} passed, {failed} failed")
    return failed > 0

