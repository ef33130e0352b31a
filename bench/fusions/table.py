"""What each fused opcode saves, of the cells that the kernels and whole programs would take without fusions. bench/run makes this table.

`fused.tsv` says which rows of vm/bytecode/opcodes.def are fusions and what cells each stands in place of. Executions are those that
`govm run --instruction-counts` counts in the kernels, in programs/ and in the programs of tests/; rows that none of them reaches are
looked for in the other cases of tests/. What a row saves is counted beside the plainest rows: if it alone were missing, another fusion
would take its place and less would be lost. Shares are of cells, not of time.
"""
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(ROOT / "tests/house"))
from cases import run_cases

FOLDERS = ["spec", "gc", "regress", "std", "profile"]
# The largest share is looked for in programs of so many cells: a start takes some hundreds, and natives may do all the rest.
WHOLE_PROGRAM = 10_000
# In percent: a row that saves less in every program is listed with the others like it.
LEAST = 0.01


def read_fusions():
    """Opcode -> how many cells it stands in place of, for the fused rows of opcodes.def."""
    names = re.findall(r"^OP\((\w+),", (ROOT / "vm/bytecode/opcodes.def").read_text(), re.M)
    lines = [line.split("\t") for line in (HERE / "fused.tsv").read_text().splitlines() if line and not line.startswith("#")]
    cells = {}
    for name in names:
        found = [plain.split() for pattern, plain in lines if re.fullmatch(pattern, name)]
        if len(found) != 1:
            sys.exit(f"bench/fusions/fused.tsv: {len(found)} lines are about {name}, not one")
        if found[0] != ["-"]:
            cells[name] = len(found[0])
    for pattern, plain in lines:
        if wrong := [name for name in plain.split() if name != "-" and (name not in names or name in cells)]:
            sys.exit(f"bench/fusions/fused.tsv: {pattern} stands in place of {wrong[0]}, which is no plain row")
    return cells


def executed(opt, source, words=()):
    """Opcode -> executions, of one run."""
    text = source.with_suffix(".in")
    with tempfile.TemporaryDirectory() as tmp, tempfile.NamedTemporaryFile("r", dir=tmp) as counts:
        command = [os.path.abspath(opt.govm), "run", "--top=1", f"--instruction-counts={counts.name}", f"--timeout={opt.timeout}s",
                   str(source), *words]
        subprocess.run(command, input=text.read_bytes() if text.exists() else b"", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       cwd=tmp, check=False)
        rows = counts.read().partition("\nopcodes:\n")[2].partition("\n\n")[0].splitlines()
    return collections.Counter({name: int(count) for count, _, name in map(str.split, rows)})


def executed_by(opt, runs):
    """Name -> what `executed` gives, for runs of (name, source, words)."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip([run[0] for run in runs], pool.map(lambda run: executed(opt, *run[1:]), runs)))


def share(saved, counts, cells):
    """In percent, of the cells of a run without fusions."""
    return 100 * saved / (counts.total() + sum(counts[name] * (cells[name] - 1) for name in counts if name in cells))


def percent(value):
    return f"{value:.2f} %" if value >= LEAST else "< 0.01 %"


def listed(counts):
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return (", ".join(f"{name} {count:,}" for name, count in rows) or "none") + "."


def table(opt, kernels):
    cells = read_fusions()
    runs = [(kernel, HERE.parent / f"kernels/go/{program}.go", words) for kernel, program, words in kernels]
    runs += [(f"programs/{source.parent.name}", source) for source in sorted((ROOT / "programs").glob("*/main.go"))]
    runs += [(f"tests/programs/{source.stem}", source) for source in run_cases(ROOT, ["programs"])]
    programs = executed_by(opt, runs)
    if silent := [name for name, counts in programs.items() if not counts]:
        sys.exit(f"no counts of {' '.join(silent)}")
    print("done kernels and programs", file=sys.stderr, flush=True)
    cases = executed_by(opt, [(case, case) for case in run_cases(ROOT, FOLDERS)])
    in_cases = sum(cases.values(), collections.Counter())

    every = sum(programs.values(), collections.Counter())
    saved = {name: every[name] * (count - 1) for name, count in cells.items()}
    whole = {name: counts for name, counts in programs.items() if counts.total() >= WHOLE_PROGRAM}
    rows, little = [], {}
    for name in sorted(filter(every.get, cells), key=lambda name: (-saved[name], name)):
        most, where = max((share(counts[name] * (cells[name] - 1), counts, cells), program) for program, counts in whole.items())
        if most < LEAST:
            little[name] = every[name]
            continue
        rows.append(f"| {name} | {cells[name]} | {every[name]:,} | {saved[name]:,} | {percent(share(saved[name], every, cells))} | "
                    f"{percent(most)} | {where} |")
    unreached = [name for name in cells if not every[name]]
    all_saved = sum(saved.values())
    return "\n".join([
        "# What each fused opcode saves", "",
        f"`./dev bench --tables fusions --size {opt.size}` on {time.strftime('%Y-%m-%d')}: {len(kernels)} kernels and "
        f"{len(runs) - len(kernels)} programs (`programs/`, `tests/programs/`) execute {every.total():,} cells; without the {len(cells)} "
        f"fused rows it would be {every.total() + all_saved:,}: {percent(share(all_saved, every, cells))} are saved. A row saves its "
        "executions times the cells that it stands in place of (`bench/fusions/fused.tsv`), less itself. The largest share is that in one "
        f"program, of those of at least {WHOLE_PROGRAM:,} cells ({len(whole)}). What is counted how: `bench/fusions/table.py`.", "",
        "| opcode | in place of | executed | cells saved | share | largest share | in |", "|---|--:|--:|--:|--:|--:|---|", *rows, "",
        f"Less than {LEAST} % of the cells of each of those programs, with executions in all programs: {listed(little)}", "",
        f"Reached by no kernel and no program, with executions in {len(cases)} cases of `tests/`: "
        f"{listed({name: in_cases[name] for name in unreached if in_cases[name]})}", "",
        f"Executed by nothing: {', '.join(name for name in unreached if not in_cases[name]) or 'none'}."]) + "\n"
