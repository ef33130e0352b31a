#!/usr/bin/env python3
"""Inputs that mean harm: each ends within its time and memory, with a clear message and no crash of govm.

  tests/hostile/run.py --govm PATH [NAME...]

An attack writes its files into a folder of its own, names the command line, and says what must come of it: the exit status and
a pattern of standard error. Statuses of signals, of failed checks (70) and of exceptions (134) are never right.
"""
import argparse
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

SECONDS = 120
MEMORY = 6 << 30  # address space beyond what the heap reserves is not limited, resident memory is watched

ATTACKS = {}


def attack(status, pattern, arguments=("main.go",), output=None):
    """Registers a function that writes files; `arguments` stand behind govm, `output` is where standard output goes."""

    def register(write):
        ATTACKS[write.__name__] = (write, status, pattern, arguments, output)
        return write

    return register


def source(body, head="package main\n"):
    return lambda folder: (folder / "main.go").write_text(head + body)


def simple(name, status, pattern, body, arguments=("main.go",), output=None, head="package main\n"):
    ATTACKS[name] = (source(body, head), status, pattern, arguments, output)


def raw(name, status, pattern, data, arguments=("main.go",)):
    ATTACKS[name] = (lambda folder: (folder / "main.go").write_bytes(data), status, pattern, arguments, None)


CHECK = ("check", "main.go")

# Bytes that are no program.
raw("binary_garbage", 1, "main.go", bytes((i * 7919 + i // 3) % 256 for i in range(100_000)), CHECK)
raw("empty_file", 1, "package", b"")
raw("only_nul_bytes", 1, "NUL", b"\0" * 1000, CHECK)
raw("nul_in_a_string", 1, "NUL", b'package main\nfunc main() { println("a\0b") }\n')
raw("invalid_utf8", 1, "invalid UTF-8", b'package main\nfunc main() { println("\xff\xfe") }\n')
raw("invalid_utf8_in_a_comment", 1, "invalid UTF-8", b"package main\n// \xc0\x80\nfunc main() {}\n")
raw("byte_order_mark_in_the_middle", 1, "BOM|byte order mark|U\\+FEFF", b"package main\nfunc main() { \xef\xbb\xbf }\n")
raw("utf16_file", 1, "main.go", "package main\nfunc main() {}\n".encode("utf-16"), CHECK)
raw("carriage_returns", 0, "", b"package main\r\nfunc main() {\r\n}\r\n")
raw("elf_header", 1, "main.go", b"\x7fELF\x02\x01\x01" + b"\0" * 64 + b"package main", CHECK)
raw("unterminated_comment", 1, "comment not terminated", b"package main\n/* " + b"x" * 100_000)
raw("unterminated_raw_string", 1, "string not terminated", b"package main\nvar s = `" + b"y\n" * 100_000)
raw("line_of_ten_megabytes", 0, "", b"package main\nfunc main() { x := 0; " + b"x += 1; " * 1_250_000 + b"_ = x }\n", CHECK)
raw("comment_of_ten_megabytes", 0, "", b"package main\n//" + b"c" * 10_000_000 + b"\nfunc main() {}\n")
raw("identifier_of_a_megabyte", 0, "", b"package main\nfunc main() { var " + b"a" * 1_000_000 + b" int; _ = " + b"a" * 1_000_000 + b" }\n")
raw("string_of_ten_megabytes", 0, "", b'package main\nfunc main() { println(len("' + b"z" * 10_000_000 + b'")) }\n')
raw("number_of_a_million_digits", 1, "main.go", b"package main\nvar x = " + b"9" * 1_000_000 + b"\nfunc main() {}\n", CHECK)
raw("bad_line_directive", 1, "line", b"package main\n//line x.go:99999999999999999999\nfunc main() { y }\n", CHECK)

# Nesting.
def nested(name, before, middle, after, count, status, pattern, head="package main\nfunc main() { ", tail=" }\n"):
    raw(name, status, pattern, (head + before * count + middle + after * count + tail).encode(), CHECK)


nested("parentheses_20000", "(", "1", ")", 20_000, 0, "", "package main\nvar x = ", "\nfunc main() {}\n")
nested("parentheses_a_million", "(", "1", ")", 1_000_000, 1, "nest|deep", "package main\nvar x = ", "\nfunc main() {}\n")
nested("blocks_50000", "{", "", "}", 50_000, 0, "")
nested("blocks_a_million", "{", "", "}", 1_000_000, 1, "nest|deep")
nested("brackets_unclosed", "[", "", "", 500_000, 1, "main.go", "package main\nvar x ")
nested("pointers", "*", "int", "", 100_000, None, "", "package main\nvar x ", "\nfunc main() {}\n")
nested("unary_minus", "- ", "1", "", 200_000, None, "", "package main\nvar x = ", "\nfunc main() {}\n")
nested("function_literals", "func() { ", "", " }()", 3_000, None, "")
nested("if_statements", "if true { ", "", " }", 10_000, None, "")
nested("slices_of_slices", "[]", "int", "", 50_000, None, "", "package main\nvar x ", "\nfunc main() {}\n")
nested("composite_literals", "[]any{", "1", "}", 10_000, None, "", "package main\nvar x = ", "\nfunc main() {}\n")
nested("long_sum", "", "0" + " + 0" * 200_000, "", 1, None, "", "package main\nvar x = ", "\nfunc main() {}\n")
nested("long_call_chain", "", "f()" + "()" * 20_000, "", 1, 1, "main.go", "package main\nvar f func()\nfunc main() { ", " }\n")
nested("else_if_chain", "if x == 1 { } else ", "{ }", "", 10_000, None, "", "package main\nfunc main() { x := 0\n", " }\n")

# Constants and types.
simple("huge_shift", 1, "main.go:2", "const x = 1 << 100000000\nfunc main() { println(x) }\n")
simple("huge_shift_and_back", 1, "main.go:2", "const x = 1 << 100000000 >> 99999999\nfunc main() { println(x) }\n")
simple("constant_doubling", 1, "overflow", "const (\n\ta0 = 1 << 400\n" + "".join(f"\ta{i} = a{i-1} * a{i-1}\n" for i in range(1, 40)) + ")\nfunc main() {}\n", CHECK)
simple("huge_exponent", 1, "main.go:2:11: malformed constant", "const x = 1e1000000000\nfunc main() { println(x) }\n", CHECK)
simple("tiny_exponent", None, "", "const x = 1e-1000000000\nfunc main() { println(x * 1) }\n", CHECK)
simple("string_constant_doubling", 1, "main.go", "const s0 = \"0123456789\"\n" + "".join(f"const s{i} = s{i-1} + s{i-1}\n" for i in range(1, 45)) + "func main() { println(len(s44)) }\n", CHECK)
simple("huge_array", 1, "larger than address space", "var x [1 << 62]int\nfunc main() { println(len(x)) }\n")
simple("array_of_arrays", 1, "larger than address space", "type a [1 << 30]int\ntype b [1 << 30]a\nvar x b\nfunc main() { println(len(x)) }\n")
simple("recursive_type", 1, "invalid recursive type", "type T struct{ a T }\nfunc main() {}\n", CHECK)
simple("recursive_types_of_many", 1, "invalid recursive type", "".join(f"type T{i} struct{{ a T{(i + 1) % 2000} }}\n" for i in range(2000)) + "func main() {}\n", CHECK)
simple("recursive_array", 1, "invalid recursive type|initialization cycle|main.go", "type T [len(x)]int\nvar x T\nfunc main() {}\n", CHECK)
simple("recursive_interface", 1, "invalid recursive type", "type I interface{ J }\ntype J interface{ I }\nfunc main() {}\n", CHECK)
simple("recursive_alias", 1, "invalid recursive type", "type A = B\ntype B = A\nfunc main() {}\n", CHECK)
simple("initialisation_cycle", 1, "initialization cycle", "var a = b\nvar b = f()\nfunc f() int { return a }\nfunc main() {}\n", CHECK)
simple("endless_instances", 1, "instantiation cycle", "type T[P any] struct{ f *T[T[P]] }\nfunc f[P any]() { f[T[P]]() }\nfunc main() { f[int]() }\n", CHECK)
simple("exponential_struct", None, "", "type T0 struct{ a, b int }\n" + "".join(f"type T{i} struct{{ a, b T{i-1} }}\n" for i in range(1, 60)) + "var x *T59\nfunc main() { println(x == nil) }\n", CHECK)
simple("many_errors", 1, "too many errors", "func main() {\n" + "".join(f"\tu{i}\n" for i in range(20_000)) + "}\n")
simple("duplicate_cases", 1, "duplicate case", "func f(x int) {\n\tswitch x {\n" + "\tcase 1:\n" * 5_000 + "\t}\n}\nfunc main() {}\n", CHECK)
simple("many_functions", 0, "", "".join(f"func f{i}() int {{ return {i} }}\n" for i in range(20_000)) + "func main() { f1() }\n")

# Running.
simple("endless_recursion", 2, "stack overflow", "func f(n int) int { return f(n+1) + 1 }\nfunc main() { f(0) }\n", ("main.go", "--max-stack=64MiB"))
simple("endless_recursion_of_methods", 2, "stack overflow", 'type E struct{}\nfunc (e E) Error() string { return e.Error() }\nfunc main() { println(E{}.Error()) }\n', ("main.go", "--max-stack=16MiB"))
simple("terabyte", 2, "out of memory|len out of range|cannot allocate", "func n() int { return 1 << 40 }\nfunc main() { s := make([]byte, n()); println(len(s)) }\n", ("main.go", "--max-heap=1GiB"))
simple("terabyte_without_limit", 2, "out of memory|len out of range|cannot allocate", "func n() int { return 1 << 50 }\nfunc main() { s := make([]byte, n()); println(len(s)) }\n")
simple("growing_slice", 2, r"out of memory: cannot allocate \d+-byte block \(\d+ in use\)\nfatal error: out of memory\n\ngoroutine 1 \[running\]:\nmain\.main", "func main() { var s []int; for { s = append(s, 1) } }\n", ("main.go", "--max-heap=64MiB"))
simple("growing_map", 2, "out of memory", "func main() { m := map[int]int{}; for i := 0; ; i++ { m[i] = i } }\n", ("main.go", "--max-heap=64MiB"))
simple("growing_string", 2, "out of memory", 'func main() { s := "x"; for { s += s } }\n', ("main.go", "--max-heap=64MiB"))
simple("goroutines_without_end", 2, "out of memory|limit|overflow|goroutine", "func main() { for { go func() { select {} }() } }\n", ("main.go", "--max-steps=3000000"))
simple("endless_loop_with_timeout", 124, "", "func main() { for { } }\n", ("main.go", "--timeout=300ms"))
simple("emptied_loop_with_steps", 2, r"step limit exceeded\n\ngoroutine 1 \[running\]:\nmain\.main\(\)\n\t\S*main\.go:[67] ",
       "import \"fmt\"\nfunc main() {\nfmt.Println(1)\nx := 0\nfor {\nx++\n}\n}\n", ("main.go", "--max-steps=1000000"))
simple("endless_loop_with_steps", 2, "step limit", "func main() { for { } }\n", ("main.go", "--max-steps=100000"))
simple("sleep_with_timeout", 124, "", 'import "time"\nfunc main() { time.Sleep(time.Hour) }\n', ("main.go", "--timeout=300ms"))
simple("native_with_timeout", 124, "", 'import "strings"\nfunc main() { for { strings.Repeat("ab", 1<<20) } }\n', ("main.go", "--timeout=500ms"))
simple("unused_concatenation", 2, "out of memory", 'func main() { s := "x"; for { s += s + s } }\n', ("main.go", "--max-heap=64MiB"))
simple("panics_in_defers", 2, "panic", "func f(n int) { if n == 0 { panic(0) }; defer panic(n); f(n - 1) }\nfunc main() { f(2000) }\n")
simple("report_on_full_disk", 1, "write /dev/full: no space left on device", "func main() {}\n", ("main.go", "--gc-stats=/dev/full"))
simple("report_into_missing_folder", 2, "open /no/such/folder/x: no such file or directory", "func main() {}\n", ("main.go", "--gc-stats=/no/such/folder/x"))
simple("output_to_full_disk", 0, "", 'import "fmt"\nfunc main() { for range 1000 { fmt.Println("text") } }\n', output="/dev/full")
simple("gigabyte_to_a_closed_pipe", -13, "", 'import "fmt"\nfunc main() { for range 1 << 24 { fmt.Println("0123456789012345678901234567890123456789012345678901234567890123") } }\n', output="closed")
simple("slice_literal_of_64_gigabytes", 1, r"main.go:3:14: not supported by govm: slice literal of more than 2 GiB", "func main() {\n_ = len([]int{1<<33: 1})\n}\n")
source_of_deep_structs = "type t0 struct{ x int }\n" + "".join(f"type t{i} struct{{ a, b t{i - 1} }}\n" for i in range(1, 50)) + "func main() { var p *t49; println(p) }\n"
simple("structs_of_structs_of_structs", 0, "0x0", source_of_deep_structs)
simple("closed_streams", 0, r"^6 <nil> 0 <nil> true\n$", 'import ("fmt"; "io"; "os")\nfunc main() { n, err := fmt.Println("hello"); in, err2 := io.ReadAll(os.Stdin); f, _ := os.Open("main.go"); fmt.Fprintln(os.Stderr, n, err, len(in), err2, f.Fd() > 2) }\n', output="none")
simple("report_after_timeout", 124, "govm gc-stats", "func main() { for { } }\n", ("main.go", "--timeout=300ms", "--gc-stats"))
simple("report_after_panic", 2, "govm gc-stats", "func main() { panic(1) }\n", ("main.go", "--gc-stats"))
simple("report_after_out_of_memory", 2, "govm gc-stats", "func main() { var s []int; for { s = append(s, 1) } }\n", ("main.go", "--gc-stats", "--max-heap=32MiB"))
simple("report_after_stack_overflow", 2, "govm gc-stats", "func f() { f() }\nfunc main() { f() }\n", ("main.go", "--gc-stats", "--max-stack=1MiB"))
simple("report_after_exit", 3, "govm gc-stats", 'import "os"\nfunc main() { os.Exit(3) }\n', ("main.go", "--gc-stats"))
simple("report_after_deadlock", 2, "govm gc-stats", "func main() { select {} }\n", ("main.go", "--gc-stats"))
simple("report_after_steps", 2, "govm gc-stats", "func main() { for { } }\n", ("main.go", "--gc-stats", "--max-steps=10000"))

# Files and flags.
ATTACKS["missing_file"] = (lambda folder: None, 1, "no such file", ("main.go",), None)
ATTACKS["missing_folder"] = (lambda folder: None, 1, "directory not found|no such file", ("./none",), None)
ATTACKS["folder_without_go_files"] = (lambda folder: None, 1, "no Go files", (".",), None)
ATTACKS["no_arguments"] = (lambda folder: None, 2, "no Go files listed", ("run",), None)
ATTACKS["unknown_command"] = (lambda folder: None, 2, "unknown command", ("frobnicate",), None)
ATTACKS["unknown_flag"] = (source("func main() {}\n"), 2, "not defined", ("main.go", "--frobnicate"), None)
ATTACKS["flag_without_value"] = (source("func main() {}\n"), 2, "needs an argument", ("main.go", "--max-heap"), None)
ATTACKS["flag_out_of_range"] = (source("func main() {}\n"), 2, "invalid value", ("main.go", "--max-heap=99999999999TiB"), None)
ATTACKS["folder_named_like_a_file"] = (lambda folder: (folder / "main.go").mkdir(), 1, "main.go", ("main.go",), None)
ATTACKS["endless_device_as_a_file"] = (lambda folder: (folder / "main.go").symlink_to("/dev/zero"), 1, "main.go: a device", ("main.go",), None)
ATTACKS["device_as_a_file"] = (lambda folder: (folder / "main.go").symlink_to("/dev/null"), 1, "main.go", ("main.go",), None)
ATTACKS["dangling_link"] = (lambda folder: (folder / "main.go").symlink_to("nowhere.go"), 1, "no such file|main.go", ("main.go",), None)
ATTACKS["link_to_itself"] = (lambda folder: (folder / "main.go").symlink_to("main.go"), 1, "main.go", ("main.go",), None)
simple("no_main_function", 1, "function main is undeclared", "var x = 1\n")
simple("missing_package", 1, "is not in std", 'import "no/such/package"\nfunc main() {}\n')
simple("import_of_nothing", 1, "main.go:2", 'import ""\nfunc main() {}\n')
simple("import_of_a_bad_path", 1, "main.go", 'import "a b\\x00c"\nfunc main() {}\n')
simple("print_of_a_struct", 1, r"main.go:4:8: illegal types for operand: println", "type point struct{ x, y int }\nfunc main() {\nprintln(point{1, 2})\n}\n")
simple("print_of_an_array", 1, r"main.go:3:6: not supported by govm: print of \[2\]int", "func f[T any](x T) {\nprint(x)\n}\nfunc main() { f([2]int{}) }\n")
simple("import_of_itself_outside", 1, "main.go|import", 'import "./main"\nfunc main() {}\n')


def module(files, name, status, pattern, arguments=(".",)):
    def write(folder):
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)

    ATTACKS[name] = (write, status, pattern, arguments, None)


MAIN = 'package main\n\nimport _ "m/a"\n\nfunc main() {}\n'
module({"go.mod": "module m\n\ngo 1.27\n", "main.go": MAIN, "a/a.go": 'package a\nimport _ "m/b"\n', "b/b.go": 'package b\nimport _ "m/a"\n'},
       "import_cycle", 1, "import cycle not allowed")
module({"go.mod": "module m\n\ngo 1.27\n", "main.go": MAIN, "a/a.go": 'package a\nimport _ "m/a"\n'}, "import_of_itself", 1, "import cycle not allowed")
module({"go.mod": "module m\n\ngo 1.27\n", "main.go": MAIN, "a/a.go": "package a\n", "a/b.go": "package b\n"}, "two_packages_in_a_folder", 1, "found packages")
module({"go.mod": "modul m\n}{\n", "main.go": "package main\nfunc main() {}\n"}, "broken_go_mod", 1, "go.mod")
module({"go.mod": "module m\n\ngo 1.99\n", "main.go": "package main\nfunc main() {}\n"}, "go_mod_of_the_future", 1, "go.mod requires go")
module({"go.mod": "module m\n\ngo 1.27\n", "main.go": MAIN, "a/readme.txt": "x"}, "imported_folder_without_go_files", 1, "no Go files|no required module|is not in")


def start(govm, arguments, folder, output):
    def limit():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    command = [govm, *arguments]
    if output == "closed":
        command = ["bash", "-c", 'set -o pipefail; "$0" "$@" | head -c 10 >/dev/null; exit ${PIPESTATUS[0]}', *command]
    if output == "none":
        command = ["bash", "-c", 'exec "$0" "$@" <&- >&-', *command]
    with open(output if output not in (None, "closed", "none") else "/dev/null", "w") as out:
        child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE, preexec_fn=limit)
    try:
        errors = child.communicate(timeout=SECONDS)[1].decode(errors="replace")
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        return None, ""
    return child.returncode, errors


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--govm", required=True, type=pathlib.Path)
    options.add_argument("names", nargs="*")
    options = options.parse_args()
    govm = options.govm.resolve()
    names = options.names or list(ATTACKS)
    failed = 0
    for name in names:
        write, status, pattern, arguments, output = ATTACKS[name]
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        with tempfile.TemporaryDirectory() as folder:
            write(pathlib.Path(folder))
            got, errors = start(govm, arguments, folder, output)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        wrong = []
        if got is None:
            wrong.append(f"no end within {SECONDS} s")
        elif status is None and got not in (0, 1):
            wrong.append(f"status {got}, want 0 or 1")
        elif status == -13 and got not in (-13, 141):
            wrong.append(f"status {got}, want the end by SIGPIPE")
        elif status not in (None, -13) and got != status:
            wrong.append(f"status {got}, want {status}")
        if got is not None and not re.search(pattern, errors):
            wrong.append(f"no {pattern!r} in standard error")
        if re.search(r"internal error|terminate called|AddressSanitizer", errors):
            wrong.append("a fault of govm")
        if peak > before and peak > MEMORY >> 10:
            wrong.append(f"{peak >> 10} MiB of memory")
        if wrong:
            failed += 1
            print(f"{name}: {'; '.join(wrong)}\n    {errors[:300]!r}")
    print(f"{len(names) - failed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
