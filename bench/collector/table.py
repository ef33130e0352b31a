"""The collector beside native Go's: pauses, latency of calls, time in all, and what counting costs. bench/run makes this table.

Native Go runs with GOMAXPROCS=1; its figures are those of GODEBUG=gctrace=1: its pauses are the first and third phase of each collection,
its time is the processor time of all phases. govm's are those of its report (--gc-stats-format=json): pauses by the clock, and its time is
the processor time of the pauses with what the second thread did beside the program. Medians over the runs; engines take turns.

Native Go marks beside the program and counts what is allocated meanwhile as live, so its goals are higher and its collections fewer than the
arithmetic of GOGC gives: on binary_trees 3, and 6 with GODEBUG=gcstoptheworld=1, where govm's stw does 5.
"""
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
KERNELS = HERE.parent / "kernels/go"
PROGRAMS = HERE.parent.parent / "programs"
BUILD = HERE.parent.parent / "build"
MODES = ["stw", "incremental", "concurrent"]
TRACE = re.compile(r"^gc \d+ @.*: ([\d.]+)\+([\d.]+)\+([\d.]+) ms clock, ([\d.]+)\+([\d.]+)/([\d.]+)/([\d.]+)\+([\d.]+) ms cpu", re.M)

# Name, source, words: those whose total time in the collector is compared.
THROUGHPUT = [("binary_trees", PROGRAMS / "binary_trees/main.go", []), ("lru", KERNELS / "lru.go", ["40000", "100000"])]


def native(program, words, timeout):
    """(numbers that it prints, longest pause in ms, time of the collector in ms, collections)"""
    env = dict(os.environ, GODEBUG="gctrace=1", GOMAXPROCS="1")
    done = subprocess.run([program, *words], capture_output=True, text=True, timeout=timeout, env=env, check=True)
    rows = [[float(n) for n in match] for match in TRACE.findall(done.stderr)]
    return done.stdout, max((max(r[0], r[2]) for r in rows), default=0), sum(sum(r[3:]) for r in rows), len(rows)


def govm(opt, mode, source, words, *flags):
    """(its output, its report)"""
    with tempfile.TemporaryDirectory() as tmp:
        done = subprocess.run([opt.govm, "run", f"--gc={mode}", f"--gc-stats={tmp}/stats", "--gc-stats-format=json", "--counting=off", *flags,
                               str(source), *words], capture_output=True, text=True, timeout=opt.timeout, check=True)
        return done.stdout, json.loads(pathlib.Path(f"{tmp}/stats").read_text())


def collector_ms(report):
    return (sum(pause[2] for pause in report["pauses"]) + report["time_ns"]["background"]) / 1e6


def repeated(runs, engines):
    """The results of each engine: a list of what its function returned, run by run."""
    results = {name: [] for name in engines}
    for _ in range(runs):
        for name, run in engines.items():
            results[name].append(run())
    return results


def built(tmp, source):
    program = f"{tmp}/{source.parent.name}-{source.stem}"
    subprocess.run(["go", "build", "-o", program, str(source)], check=True, env=dict(os.environ, GO111MODULE="off", GOTOOLCHAIN="local", GOFLAGS=""))
    return program


def ring_rows(opt, tmp, live):
    """Rows of (engine, [max pause ms], [p99.99 us], [longest call us], ns a live object)."""
    source, words = HERE / "ring.go", [str(live)]
    engines = {}
    if shutil.which("go"):
        program = built(tmp, source)
        engines["go"] = lambda: native(program, words, opt.timeout)
    for mode in MODES:
        engines[f"govm {mode}"] = lambda mode=mode: govm(opt, mode, source, words)
    rows = []
    for name, runs in repeated(opt.runs, engines).items():
        quantiles = [[int(word) for word in run[0].split()] for run in runs]
        if name == "go":
            pauses, each = [run[1] for run in runs], None
        else:
            reports = [run[1] for run in runs]
            pauses = [report["pauses_ns"]["max"] / 1e6 for report in reports]
            each = statistics.median(sum(p[2] for p in r["pauses"]) / max(1, sum(c["live"] for c in r["cycles"])) for r in reports)
        rows.append((name, statistics.median(pauses), statistics.median(q[2] for q in quantiles) / 1e3,
                     statistics.median(q[3] for q in quantiles) / 1e3, each))
    return rows


def ring_table(opt, tmp, live):
    out = [f"A window of {live:,} live messages of 1 KiB (`bench/collector/ring.go {live}`):", "",
           "| | longest pause, ms | p99.99 of push, us | longest push, us | pauses, ns a live object |", "|---|--:|--:|--:|--:|"]
    rows = ring_rows(opt, tmp, live)
    for name, pause, tail, longest, each in rows:
        out.append(f"| {name} | {pause:.2f} | {tail:.1f} | {longest:,.0f} | {'' if each is None else f'{each:.1f}'} |")
    return out + [""], {name: row for name, *row in rows}


def throughput_table(opt, tmp):
    out = ["Time of the collector in all, processor time in ms, and the ratio to native Go:", "",
           "| | go | " + " | ".join(f"govm {mode}" for mode in MODES) + " |", "|---|" + "--:|" * (1 + len(MODES))]
    ratios = {}
    for name, source, words in THROUGHPUT:
        engines = {}
        if shutil.which("go"):
            program = built(tmp, source)
            engines["go"] = lambda: native(program, words, opt.timeout)[2:]
        for mode in MODES:
            def one(mode=mode):
                report = govm(opt, mode, source, words)[1]
                return collector_ms(report), len(report["cycles"])
            engines[mode] = one
        results = repeated(opt.runs, engines)
        median = {engine: [statistics.median(column) for column in zip(*runs)] for engine, runs in results.items()}
        base = median["go"][0] if "go" in median else None
        cells = [f"{base:.1f} ({median['go'][1]:.0f} collections)" if base else ""]
        for mode in MODES:
            ratio = f", {median[mode][0] / base:.2f}x" if base else ""
            cells.append(f"{median[mode][0]:.1f} ({median[mode][1]:.0f}{ratio})")
        ratios[name] = median["stw"][0] / base if base else None
        out.append(f"| {name} | " + " | ".join(cells) + " |")
    return out + [""], ratios


def latency_ns(opt):
    """What timing a call costs."""
    calls = 5_000_000
    command = [opt.govm, "run", "--quiet"]
    words = [str(HERE / "calls.go"), str(calls)]

    def seconds(*flags):
        before = os.times()
        subprocess.run([*command, *flags, *words], capture_output=True, check=True, timeout=opt.timeout)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    times = repeated(opt.runs, {"plain": seconds, "timed": lambda: seconds("--latency=main.(*counter).add")})
    return (statistics.median(times["timed"]) - statistics.median(times["plain"])) / calls * 1e9


def counting_instructions():
    """Instructions that the counting of an allocation takes, by callgrind: those of the line of heap.h that counts. g++'s build is asked
    (`./dev gate` makes it): valgrind does not read clang's line numbers."""
    govm = next((path for path in (BUILD / "gate/govm", BUILD / "dev/govm") if path.exists()), None)
    if not shutil.which("valgrind") or not govm:
        return None
    line = "++state_.counts[record];"
    with tempfile.TemporaryDirectory() as tmp:
        subprocess.run(["valgrind", "--aspace-minaddr=0x80000000", "--tool=callgrind", f"--callgrind-out-file={tmp}/out", str(govm), "run",
                        f"--gc-stats={tmp}/stats", "--gc-stats-format=json", "--counting=off", str(PROGRAMS / "orders/main.go")],
                       capture_output=True, check=True)
        annotated = subprocess.run(["callgrind_annotate", "--auto=yes", "--threshold=100", f"{tmp}/out", str(HERE.parent.parent / "gc/heap.h")],
                                   capture_output=True, text=True, check=True).stdout
        objects = json.loads(pathlib.Path(f"{tmp}/stats").read_text())["heap"]["alloc_objects"]
    counts = [int(row.split()[0].replace(",", "")) for row in annotated.splitlines() if line in row and row.split()[0][0].isdigit()]
    return max(counts) / objects if counts else None


def table(opt):
    bars = []

    def bar(what, value, most, unit):
        shown = "not measured" if value is None else f"{value:.2f} {unit}"
        bars.append(f"| {what} | {shown} | {most:g} {unit} | {'' if value is None else 'yes' if value <= most else 'no'} |")

    with tempfile.TemporaryDirectory() as tmp:
        small, rows = ring_table(opt, tmp, 200_000)
        large, large_rows = ring_table(opt, tmp, 1_000_000)
        throughput, ratios = throughput_table(opt, tmp)
    bar("longest pause, concurrent, 200,000 live messages", rows["govm concurrent"][0], 1, "ms")
    bar("p99.99 of push, concurrent, as a share of stw's", rows["govm concurrent"][1] / rows["govm stw"][1], 0.1, "")
    bar("longest pause, concurrent, 1 GB live", large_rows["govm concurrent"][0], 2, "ms")
    bar("stw pause a live object, 200,000 live messages", rows["govm stw"][3], 20, "ns")
    for name, ratio in ratios.items():
        bar(f"time of the collector, stw, {name}, to native Go's", ratio, 1.5, "x")
    bar("timing a call (--latency)", latency_ns(opt), 100, "ns")
    bar("counting an allocation, by callgrind", counting_instructions(), 3, "instructions")
    return "\n".join(["# The collector", "",
                      f"`./dev bench --tables collector --runs {opt.runs}` on {time.strftime('%Y-%m-%d')}, medians of {opt.runs}; native Go with "
                      "GOMAXPROCS=1. What is measured how: `bench/collector/table.py`.", "", *small, *large, *throughput,
                      "| bar | measured | at most | holds |", "|---|--:|--:|---|", *bars]) + "\n"
