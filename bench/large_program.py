#!/usr/bin/env python3
"""Writes a large Go program for measuring the compiler, the same for the same seed.

  bench/large_program.py [--lines 20000] [--seed 1] [--files N] -o PATH

It is made of units as programs have them: an enumeration with its names, records with methods, a parser by hand, a generic
container, a handler behind an interface, work on maps and slices, a worker that talks over channels. A unit calls units before it, and
main calls every unit and prints a sum, so nothing is dead. With --files the program is a directory of that many files. Real Go compiles
it; what it prints is the same there.
"""
import argparse
import pathlib
import random

WORDS = ("order item stock price account ledger route vertex token lexer packet header buffer cache entry event queue job node leaf "
         "matrix vector sample window frame shape layer field record index cursor").split()
OPS = ["+", "-", "*", "^", "|", "&"]
INTS = ["int", "int64", "int32", "uint32", "uint16"]


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.callable = []  # functions func(int) int of the units so far

    def pick(self, options):
        return self.random.choice(options)

    def number(self, low=2, high=97):
        return self.random.randint(low, high)

    def earlier(self, argument):
        """A call of a unit before this one, or plain arithmetic."""
        if self.callable and self.random.random() < 0.5:
            return f"{self.pick(self.callable)}({argument} & 3)"
        return f"({argument} {self.pick(OPS)} {self.number()})"

    def expression(self, names, depth=3):
        if depth == 0 or self.random.random() < 0.2:
            return self.pick(names + [str(self.number())])
        left, right = self.expression(names, depth - 1), self.expression(names, depth - 1)
        if self.random.random() < 0.1:
            return f"({left})%{self.number()}"
        return f"({left} {self.pick(OPS)} {right})"

    # Each unit is (text, the function that main calls).

    def enumeration(self, n, word):
        values = [f"{word}{n}{self.pick(WORDS).capitalize()}{i}" for i in range(self.number(4, 9))]
        lines = [f"// Kind{n} tells the kinds of {word} apart.", f"type Kind{n} int", "", "const ("]
        lines += [f"\t{values[0]} Kind{n} = iota"] + [f"\t{v}" for v in values[1:]] + [")", ""]
        lines += [f"func (k Kind{n}) String() string {{", "\tswitch k {"]
        for v in values:
            lines += [f"\tcase {v}:", f'\t\treturn "{v.lower()}"']
        lines += ["\t}", f'\treturn "Kind{n}(" + strconv.Itoa(int(k)) + ")"', "}", ""]
        lines += [f"func kinds{n}(seed int) int {{", "\ttotal := 0", f"\tfor k := {values[0]}; k <= {values[-1]}; k++ {{",
                  "\t\tswitch name := k.String(); {"]
        for _ in range(3):
            lines += [f"\t\tcase len(name) > {self.number(6, 30)}:", f"\t\t\ttotal += {self.expression(['seed', 'int(k)'])}"]
        lines += ["\t\tdefault:", f"\t\t\ttotal -= {self.earlier('seed')}", "\t\t}", "\t}", "\treturn total & 0xffff", "}", ""]
        return lines, f"kinds{n}"

    def record(self, n, word):
        fields = self.random.sample(WORDS, self.number(4, 8))
        types = {f: self.pick(INTS) for f in fields}
        name = f"{word.capitalize()}{n}"
        lines = [f"// {name} is a record with plain fields.", f"type {name} struct {{", "\tname string"]
        lines += [f"\t{f} {types[f]}" for f in fields] + [f"\tnext *{name}", "\ttags []string", "}", ""]
        lines += [f"func New{name}(seed int) *{name} {{", f"\treturn &{name}{{", f'\t\tname: fmt.Sprintf("{word}-%d", seed),']
        lines += [f"\t\t{f}: {types[f]}({self.expression(['seed'])}),".replace(f"{types[f]}(", f"{types[f]}(0xff & ", 1) for f in fields]
        lines += [f'\t\ttags: []string{{"{self.pick(WORDS)}", "{self.pick(WORDS)}"}},', "\t}", "}", ""]
        for f in fields[:4]:
            method = f.capitalize()
            lines += [f"// {method} is never negative.", f"func (r *{name}) {method}() {types[f]} {{", f"\tif r == nil || r.{f} < 1 {{",
                      "\t\treturn 0", "\t}", f"\treturn r.{f}", "}", ""]
        lines += [f"func (r *{name}) sum(deep int) int {{", "\tif r == nil || deep == 0 {", "\t\treturn 0", "\t}",
                  "\ttotal := len(r.name)", "\tfor i, tag := range r.tags {", "\t\ttotal += i * len(tag)", "\t}"]
        lines += [f"\ttotal += int(r.{f.capitalize()}())" for f in fields[:4]]
        lines += ["\treturn total + r.next.sum(deep-1)", "}", ""]
        lines += [f"func records{n}(seed int) int {{", f"\tvar list *{name}", f"\tfor i := 0; i < {self.number(3, 9)}; i++ {{",
                  f"\t\tr := New{name}({self.earlier('i')} & 0xff)", "\t\tr.next = list", "\t\tlist = r", "\t}",
                  f"\treturn list.sum({self.number(2, 8)}) & 0xffff", "}", ""]
        return lines, f"records{n}"

    def parser(self, n, word):
        lines = [f"type scan{n} struct {{", "\ttext string", "\tat   int", "\terr  error", "}", "",
                 f"var errScan{n} = errors.New(\"{word}: bad input\")", "",
                 f"func (s *scan{n}) peek() byte {{", "\tif s.at >= len(s.text) {", "\t\treturn 0", "\t}", "\treturn s.text[s.at]", "}", "",
                 f"func (s *scan{n}) factor() int {{", "\tswitch c := s.peek(); {", "\tcase c == '(':", "\t\ts.at++",
                 "\t\tvalue := s.sum()", "\t\tif s.peek() != ')' {", f"\t\t\ts.err = fmt.Errorf(\"at %d: %w\", s.at, errScan{n})",
                 "\t\t\treturn 0", "\t\t}", "\t\ts.at++", "\t\treturn value", "\tcase c >= '0' && c <= '9':", "\t\tvalue := 0",
                 "\t\tfor c := s.peek(); c >= '0' && c <= '9'; c = s.peek() {", "\t\t\tvalue = value*10 + int(c-'0')", "\t\t\ts.at++",
                 "\t\t}", "\t\treturn value", "\tdefault:", f"\t\ts.err = errScan{n}", "\t\treturn 0", "\t}", "}", "",
                 f"func (s *scan{n}) product() int {{", "\tvalue := s.factor()", "\tfor s.err == nil && s.peek() == '*' {", "\t\ts.at++",
                 f"\t\tvalue = value * s.factor() & {self.number(1000, 9999)}", "\t}", "\treturn value", "}", "",
                 f"func (s *scan{n}) sum() int {{", "\tvalue := s.product()", "\tfor s.err == nil {", "\t\tswitch s.peek() {",
                 "\t\tcase '+':", "\t\t\ts.at++", "\t\t\tvalue += s.product()", "\t\tcase '-':", "\t\t\ts.at++",
                 "\t\t\tvalue -= s.product()", "\t\tdefault:", "\t\t\treturn value", "\t\t}", "\t}", "\treturn value", "}", "",
                 f"func parse{n}(seed int) int {{", f"\ts := &scan{n}{{text: strconv.Itoa(seed&7) + \"+({self.number()}*{self.number()}"
                 f"-{self.number()})*{self.number()}\"}}", "\tvalue := s.sum()", f"\tif errors.Is(s.err, errScan{n}) {{", "\t\treturn -1",
                 "\t}", f"\treturn (value + {self.earlier('seed')}) & 0xffff", "}", ""]
        return lines, f"parse{n}"

    def container(self, n, word):
        kind = self.pick(["int", "string", "float64"])
        value = {"int": "i", "string": "strconv.Itoa(i)", "float64": "float64(i) / 2"}[kind]
        name = f"{word.capitalize()}Set{n}"
        lines = [f"// {name} keeps its elements in order.", f"type {name}[T cmp.Ordered] struct {{", "\titems []T", "}", "",
                 f"func (s *{name}[T]) find(item T) (int, bool) {{", "\tlow, high := 0, len(s.items)", "\tfor low < high {",
                 "\t\tmiddle := (low + high) / 2", "\t\tif s.items[middle] < item {", "\t\t\tlow = middle + 1", "\t\t} else {",
                 "\t\t\thigh = middle", "\t\t}", "\t}", "\treturn low, low < len(s.items) && s.items[low] == item", "}", "",
                 f"func (s *{name}[T]) Add(item T) bool {{", "\tat, found := s.find(item)", "\tif found {", "\t\treturn false", "\t}",
                 "\ts.items = append(s.items, item)", "\tcopy(s.items[at+1:], s.items[at:])", "\ts.items[at] = item", "\treturn true", "}", "",
                 f"func map{n}[T, U any](list []T, f func(T) U) []U {{", "\tout := make([]U, 0, len(list))",
                 "\tfor _, item := range list {", "\t\tout = append(out, f(item))", "\t}", "\treturn out", "}", "",
                 f"func sets{n}(seed int) int {{", f"\tvar set {name}[{kind}]", "\tadded := 0",
                 f"\tfor i := range {self.number(5, 20)} {{", f"\t\ti = (i*{self.number()} + seed) % {self.number(5, 40)}",
                 f"\t\tif set.Add({value}) {{", "\t\t\tadded++", "\t\t}", "\t}",
                 f"\tlengths := map{n}(set.items, func(item {kind}) int {{ return len(fmt.Sprint(item)) + added }})",
                 "\ttotal := 0", "\tfor i, length := range lengths {", f"\t\ttotal += i*length ^ {self.expression(['i', 'length', 'seed'])}", "\t}",
                 "\treturn total & 0xffff", "}", ""]
        return lines, f"sets{n}"

    def handlers(self, n, word):
        names = self.random.sample(WORDS, self.number(3, 5))
        lines = [f"// Handler{n} is what a {word} goes through.", f"type Handler{n} interface {{", "\tHandle(value int) (int, error)", "\tName() string",
                 "}", ""]
        for i, own in enumerate(names):
            receiver = f"{own}Handler{n}"
            lines += [f"type {receiver} struct {{", "\tlimit int", f"\tinner Handler{n}", "}", "",
                      f"func (h {receiver}) Name() string {{ return \"{own}\" }}", "",
                      f"func (h {receiver}) Handle(value int) (result int, err error) {{", "\tdefer func() {",
                      "\t\tif r := recover(); r != nil {", f"\t\t\terr = fmt.Errorf(\"%s: %v\", h.Name(), r)", "\t\t}", "\t}()",
                      f"\tif value > h.limit {{", f"\t\tpanic(\"over {own}\")", "\t}", f"\tresult = {self.expression(['value', 'h.limit'])} & 0xff",
                      "\tif h.inner != nil {", "\t\treturn h.inner.Handle(result)", "\t}", "\treturn result, nil", "}", ""]
        chain = "nil"
        for own in names:
            chain = f"{own}Handler{n}{{limit: {self.number(50, 400)}, inner: {chain}}}"
        lines += [f"func handle{n}(seed int) int {{", f"\tvar h Handler{n} = {chain}", "\tfailed, total := 0, 0",
                  f"\tfor i := 0; i < {self.number(4, 12)}; i++ {{", f"\t\tresult, err := h.Handle({self.earlier('seed + i')} & 0x1ff)",
                  "\t\tif err != nil {", "\t\t\tfailed++", "\t\t\tcontinue", "\t\t}", "\t\ttotal += result", "\t}",
                  "\treturn (total<<2 + failed) & 0xffff", "}", ""]
        return lines, f"handle{n}"

    def tables(self, n, word):
        lines = [f"var table{n} = map[string][]int{{"]
        for _ in range(self.number(5, 12)):
            key = f"{self.pick(WORDS)}{self.random.randint(0, 99999)}"
            lines.append(f'\t"{key}": {{{", ".join(str(self.number()) for _ in range(self.number(2, 8)))}}},')
        lines += ["}", "", f"func count{n}(seed int) int {{", f"\tkeys := make([]string, 0, len(table{n}))", f"\tfor key := range table{n} {{",
                  "\t\tkeys = append(keys, key)", "\t}", "\tsort.Strings(keys)", "\tvar b strings.Builder", "\tsums := map[int]int{}",
                  "outer:", "\tfor i, key := range keys {", f"\t\tfor j, value := range table{n}[key] {{",
                  f"\t\t\tif value%{self.number(3, 9)} == seed&1 {{", "\t\t\t\tcontinue outer", "\t\t\t}", "\t\t\tsums[i&3] += value * j",
                  f"\t\t\tsums[{self.number(0, 9)}] ^= {self.expression(['i', 'j', 'value'])}", "\t\t}",
                  "\t\tb.WriteString(strings.ToUpper(key[:1]))", "\t}", "\ttotal := b.Len()", "\tfor _, sum := range sums {",
                  "\t\ttotal += sum & 0xfff", "\t}", f"\tif rows := [][2]int{{{{total, {self.number()}}}, {{seed, {self.number()}}}}}; total > rows[1][1] {{",
                  "\t\ttotal -= rows[0][1]", "\t}", f"\treturn (total + {self.earlier('seed')}) & 0xffff", "}", ""]
        return lines, f"count{n}"

    def worker(self, n, word):
        lines = [f"type job{n} struct {{", "\tid, size int", "\tdone     chan<- int", "}", "",
                 f"func work{n}(jobs <-chan job{n}, quit <-chan struct{{}}) {{", "\tfor {", "\t\tselect {", "\t\tcase j, ok := <-jobs:",
                 "\t\t\tif !ok {", "\t\t\t\treturn", "\t\t\t}", f"\t\t\tj.done <- {self.expression(['j.id', 'j.size'])} & 0xff",
                 "\t\tcase <-quit:", "\t\t\treturn", "\t\t}", "\t}", "}", "",
                 f"func {word}Pool{n}(seed int) int {{", f"\tjobs, results, quit := make(chan job{n}), make(chan int, 4), make(chan struct{{}})",
                 "\tvar group sync.WaitGroup", f"\tfor w := 0; w < {self.number(2, 4)}; w++ {{", "\t\tgroup.Add(1)", "\t\tgo func() {",
                 "\t\t\tdefer group.Done()", f"\t\t\twork{n}(jobs, quit)", "\t\t}()", "\t}", f"\tconst count = {self.number(3, 9)}", "\ttotal := 0",
                 "\tgo func() {", "\t\tfor i := range count {", f"\t\t\tjobs <- job{n}{{id: i, size: seed & {self.number()}, done: results}}", "\t\t}",
                 "\t\tclose(jobs)", "\t}()", "\tfor range count {", "\t\ttotal += <-results", "\t}", "\tclose(quit)", "\tgroup.Wait()",
                 f"\treturn (total + {self.earlier('seed')}) & 0xffff", "}", ""]
        return lines, f"{word}Pool{n}"

    def unit(self, n):
        make = self.pick([self.enumeration, self.record, self.record, self.parser, self.container, self.handlers, self.tables, self.worker])
        lines, entry = make(n, self.pick(WORDS))
        self.callable = (self.callable + [entry])[-8:]
        return lines, entry


IMPORTS = ["cmp", "errors", "fmt", "sort", "strconv", "strings", "sync"]


def file_text(lines):
    body = "\n".join(lines)
    used = [path for path in IMPORTS if f"{path}." in body]
    return "package main\n\nimport (\n" + "".join(f'\t"{path}"\n' for path in used) + ")\n\n" + body


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=0, help="a directory of so many files instead of one file")
    parser.add_argument("-o", dest="out", type=pathlib.Path, required=True)
    opt = parser.parse_args()
    program = Program(opt.seed)
    units, entries, total = [], [], 0
    while total + len(entries) < opt.lines - 20:
        lines, entry = program.unit(len(units))
        units.append(lines)
        entries.append(entry)
        total += len(lines)
    last = ["func main() {", "\ttotal := 0"] + [f"\ttotal += {entry}({i % 7})" for i, entry in enumerate(entries)] + ["\tfmt.Println(total)", "}", ""]
    if opt.files == 0:
        opt.out.write_text(file_text(sum(units, []) + last))
        return
    opt.out.mkdir(parents=True, exist_ok=True)
    share = -(-len(units) // opt.files)
    for i in range(opt.files):
        part = sum(units[i * share:(i + 1) * share], [])
        (opt.out / f"part{i:02}.go").write_text(file_text(part + (last if i == opt.files - 1 else [])))


if __name__ == "__main__":
    main()
