#!/usr/bin/env python3
"""The page of --report in headless Chromium, with 0, 7 and many collections, light and dark: every section is there, no script
failed, the picture is not empty. Without Chromium: exit status 77. Usage: page.py GOVM SOURCE_DIR [--picture FILE.png]
(docs/report.png, the picture in README.md, is made so)."""
import os, re, shutil, struct, subprocess, sys, tempfile, zlib

govm, source = sys.argv[1], sys.argv[2]
picture = sys.argv[4] if len(sys.argv) > 4 else None
browser = next((shutil.which(name) for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome") if shutil.which(name)), None)
if not browser:
    print("no Chromium here")
    sys.exit(77)
folder = tempfile.mkdtemp(prefix="govm-page-")
failures = []

PROGRAMS = {
    0: "package main\n\nfunc main() { p := new([100]int); println(len(p)); sink = p }\n\nvar sink any\n",
    7: None,  # orders
    50_000: 'package main\n\nimport "runtime"\n\nvar sink any\n\nfunc main() {\n\tfor range 50_000 {\n\t\tsink = new([100]int)\n\t\truntime.GC()\n\t}\n}\n',
}
FLAGS = {0: ["--gogc=off"], 7: ["--latency=main.newOrder", "--why-alive=main.go:12"], 50_000: ["--gc=off"]}
SECTIONS = ["heap", "pauses", "mmu", "sites", "types", "classes", "flame", "raw"]


def chromium(page, *flags):
    return subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/profile",
                           "--virtual-time-budget=20000", *flags, "file://" + page], capture_output=True, text=True, timeout=300)


# Width, height, and how many different pixels rows of a PNG hold (0: one colour).
def look_at(path):
    data = open(path, "rb").read()
    width, height = struct.unpack(">II", data[16:24])
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IDAT":
            packed += data[at + 8:at + 8 + length]
        at += 12 + length
    pixels = zlib.decompress(packed)
    return width, height, len(set(pixels[i] for i in range(0, len(pixels), 97)))


for cycles, program in PROGRAMS.items():
    file = "programs/orders/main.go"
    if program:
        file = os.path.join(folder, f"cycles{cycles}.go")
        with open(file, "w", encoding="utf-8") as out:
            out.write(program)
    page = os.path.join(folder, f"cycles{cycles}.html")
    done = subprocess.run([govm, "run", "--clock=virtual", "--report=" + page, *FLAGS[cycles], file], capture_output=True, text=True, cwd=source)
    if done.returncode != 0:
        failures.append(f"{cycles} collections: exit status {done.returncode}: {done.stderr}")
        continue
    dom = chromium(page, "--dump-dom").stdout
    for section in SECTIONS + (["latency-main-newOrder", "alive"] if cycles == 7 else []):
        if not re.search(rf'<section id="{section}"', dom):
            failures.append(f"{cycles} collections: no section {section}")
    shown = re.search(r"<b>([\d,]+)</b><span>collections</span>", dom)
    if not shown or int(shown.group(1).replace(",", "")) != cycles:
        failures.append(f"{cycles} collections: the page says {shown and shown.group(1)}")
    for scheme in ("light", "dark"):
        shot = os.path.join(folder, f"{cycles}-{scheme}.png")
        flags = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
        chromium(page, *flags, "--window-size=1200,1400", "--screenshot=" + shot)
        if not os.path.exists(shot):
            failures.append(f"{cycles} collections, {scheme}: no picture")
            continue
        width, height, colours = look_at(shot)
        if (width, height) != (1200, 1400) or colours < 20:
            failures.append(f"{cycles} collections, {scheme}: {width}x{height}, {colours} values")
        if picture and cycles == 7 and scheme == "light":
            chromium(page, "--window-size=1200,1120", "--force-device-scale-factor=0.6", "--screenshot=" + os.path.abspath(picture))

shutil.rmtree(folder)
if failures:
    print("\n".join(failures))
    sys.exit(1)
