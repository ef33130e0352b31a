#!/usr/bin/env python3
"""govm compare: how both sides end is said, what differs is an assertion, figures of the virtual clock are exact. Usage: compare.py GOVM"""
import json, os, re, shutil, subprocess, sys, tempfile

govm = sys.argv[1]
folder = tempfile.mkdtemp(prefix="govm-compare-")
failures = []


def expect(what, left, right):
    if left != right:
        failures.append(f"{what}: {left!r} is not {right!r}")


def expect_in(what, part, text):
    if part not in text:
        failures.append(f"{what}: no {part!r} in\n{text}")


def compare(program, *flags, status=0):
    file = os.path.join(folder, "prog.go")
    with open(file, "w", encoding="utf-8") as out:
        out.write("package main\n\n" + program)
    done = subprocess.run([govm, "compare", "prog.go", "--runs=2", *flags], capture_output=True, text=True, cwd=folder, timeout=300)
    expect(f"exit status of compare {' '.join(flags)}", done.returncode, status)
    return done


def row(name, text):
    """The cells of a row of the table."""
    found = next((line for line in text.splitlines() if line.strip().startswith(name)), "")
    return re.split(r"\s{2,}", found.strip())


VIRTUAL = ["--a=--clock=virtual --escape=off", "--b=--clock=virtual"]

# Both end badly in the same way: it is said, and the status is the program's.
panics = compare('func main() {\n\tprint("")\n\tvar list []int\n\t_ = list[5]\n}\n', *VIRTUAL, status=2).stdout
expect("row of the statuses", row("exit status", panics), ["exit status", "2", "2", "same"])
expect_in("reading", "Reading: Both end with exit status 2 (panic: runtime error: index out of range [5] with length 0). ", panics)
expect_in("program's own status", "Both end with exit status 7. ", compare('import "os"\n\nfunc main() { os.Exit(7) }\n', *VIRTUAL, status=7).stdout)

# One of them: the table is there, and the assertion.
FILLS = "var kept [][]byte\n\nfunc main() {\n\tfor range 64 {\n\t\tkept = append(kept, make([]byte, 1<<20))\n\t}\n}\n"
differs = compare(FILLS, "--a=--clock=virtual --max-heap=16MiB", "--b=--clock=virtual", status=3)
expect("row of different statuses", row("exit status", differs.stdout), ["exit status", "2", "0", "differs"])
expect_in("reading of different ends", "--clock=virtual --max-heap=16MiB ends with exit status 2 (fatal error: out of memory), --clock=virtual with exit status 0. ",
          differs.stdout)
expect("assertion", differs.stderr.splitlines()[0], "govm: assertion failed")

# Outputs that differ.
PRINTS = 'import (\n\t"fmt"\n\t"runtime/debug"\n)\n\nfunc main() { fmt.Println(debug.SetGCPercent(100)) }\n'
differs = compare(PRINTS, "--a=--gogc=50", "--b=--gogc=200", status=3)
expect_in("outputs differ", "outputs differ (xxh3 ", differs.stdout)
expect_in("outputs differ in the reading", "They print different things. ", differs.stdout)
compared = json.loads(compare(PRINTS, "--a=--gogc=50", "--b=--gogc=200", "--json", status=3).stdout)
expect("outputs in JSON", (compared["outputs_identical"], compared["outcomes"]["a"]["output_bytes"], compared["outcomes"]["b"]["output_bytes"]), (False, 3, 4))

# All is well: not a word of it. Under the virtual clock every figure is exact.
GARBAGE = "type node struct{ next *node }\n\nvar head *node\n\nfunc main() {\n\tfor i := range 300_000 {\n\t\tn := &node{head}\n\t\tif i%10 == 0 {\n\t\t\thead = n\n\t\t}\n\t}\n}\n"
fine = compare(GARBAGE, *VIRTUAL)
expect("no row of statuses", row("exit status", fine.stdout), [""])
expect_in("identical", "outputs identical (xxh3 ", fine.stdout)
for name in ("wall time", "GC time", "pause p50", "pause max", "MMU 10 ms"):
    expect(f"{name} is exact", row(name, fine.stdout)[-1], "exact")
for part in ("~", "p=", "+-", "significant"):
    expect(f"{part} under the virtual clock", part in fine.stdout, False)
figures = {figure["name"]: figure for figure in json.loads(compare(GARBAGE, "--json", *VIRTUAL).stdout)["figures"]}
expect("exact in JSON", (figures["wall time"]["exact"], "p" in figures["wall time"], figures["wall time"]["a"] > 0), (True, False, True))
timed = compare(GARBAGE)
expect_in("a test on the wall clock", "p=", timed.stdout)
expect_in("two runs are few", " need >= 4 samples to detect a difference at alpha level 0.05\n", timed.stdout)
expect("two clocks are not compared", row("wall time", compare(GARBAGE, "--a=--clock=virtual", "--b=--clock=wall").stdout)[-1], "two clocks")

# The page has the figures, the ends and both runs.
page = os.path.join(folder, "page.html")
compare(FILLS, "--a=--clock=virtual --max-heap=16MiB", "--b=--clock=virtual", f"--report={page}", status=3)
with open(page, encoding="utf-8") as file:
    data = json.loads(re.search(r'id="data">(.*)</script>', file.read()).group(1))
expect("ends on the page", data["comparison"]["outcomes"]["a"]["last_words"], "fatal error: out of memory")
expect("both runs on the page", (data["other"]["schema"], data["run"]["schema"]), ("govm.gcstats/1", "govm.gcstats/1"))
browser = next((shutil.which(name) for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome") if shutil.which(name)), None)
if browser:
    dom = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--virtual-time-budget=20000",
                          "--dump-dom", "file://" + page], capture_output=True, text=True, timeout=300).stdout
    dom = dom.replace(' class=""', "")
    expect_in("section of the page", '<section id="compare"', dom)
    expect_in("statuses on the page", "<td>exit status</td><td>2</td><td>0</td><td>differs</td><td>fatal error: out of memory</td>", dom)

shutil.rmtree(folder)
if failures:
    print("\n".join(failures))
    sys.exit(1)
