#!/usr/bin/env python3
"""Writes random valid Go programs that end, always print the same, and lean on memory.

  tests/fuzz/generate.py SEED [--features pointers,closures,…]      one program on standard output

A program has a few struct types, functions over them and a main that calls them and prints checksums.
Every kind of place a pointer can hide in occurs: locals, fields, slices, maps, interfaces, closures,
results, variadic slices, deferred calls, and (by feature) goroutines, channels and type parameters.
Loops are bounded, recursion has fuel, integer overflow is Go's; map iteration is only summed. A name is
only used where it is in scope and non-nil where it is dereferenced, so a program never panics but on
purpose, under recover.
"""
import argparse
import random

FEATURES = ["pointers", "closures", "slices", "maps", "interfaces", "strings", "defer", "structs", "generics", "goroutines"]


class Generator:
    """One program under construction. `scopes` holds (name, type) of what may be mentioned."""

    TYPES = ["int", "string", "*int", "node", "*node", "[]int", "[]*node", "map[int]*node", "any", "func(int) int", "shape"]

    def __init__(self, seed, features):
        self.random = random.Random(seed)
        self.features = set(features)
        self.count = 0
        self.lines = []
        self.depth = 0
        self.scopes = [[]]
        self.functions = []  # (name, parameter types, result type)
        self.budget = 0
        self.in_closure = 0
        self.types = [t for t in self.TYPES if self.allowed(t)]

    def allowed(self, type_name):
        needs = {"*int": "pointers", "*node": "pointers", "[]int": "slices", "[]*node": "slices",
                 "map[int]*node": "maps", "any": "interfaces", "shape": "interfaces", "func(int) int": "closures",
                 "string": "strings", "node": "structs"}
        return type_name not in needs or needs[type_name] in self.features

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def name(self, prefix="v"):
        self.count += 1
        return f"{prefix}{self.count}"

    def emit(self, text):
        self.lines.append("\t" * self.depth + text)

    def declare(self, name, type_name):
        self.scopes[-1].append((name, type_name))

    def visible(self, type_name):
        # A stored closure that called closures could call itself without end.
        if self.in_closure and type_name in ("any", "func(int) int"):
            return []
        return [n for scope in self.scopes for n, t in scope if t == type_name]

    # ---- expressions: each returns a non-nil value of the type ----

    def expression(self, type_name, deep=3):
        names = self.visible(type_name)
        if names and (deep <= 0 or self.chance(55)):
            return self.random.choice(names)
        calls = [f for f in self.functions if f[2] == type_name]
        if calls and deep > 1 and self.chance(20):
            name, params, _ = self.random.choice(calls)
            return f"{name}({', '.join(['fuel-1'] + [self.expression(p, deep - 2) for p in params])})"
        return getattr(self, "make_" + self.method_of(type_name))(deep - 1)

    @staticmethod
    def method_of(type_name):
        return {"int": "int", "string": "string", "*int": "int_pointer", "node": "node", "*node": "node_pointer",
                "[]int": "ints", "[]*node": "nodes", "map[int]*node": "map", "any": "any", "func(int) int": "func",
                "shape": "shape"}[type_name]

    def make_int(self, deep):
        forms = [lambda: str(self.random.choice([0, 1, 2, 3, 7, 100, 255, 256, 1000, -1, 65536]))]
        if deep > 0:
            forms += [lambda: f"({self.expression('int', deep)} {self.random.choice('+-*^&|')} {self.expression('int', deep)})"] * 2
            for type_name, form in (("*int", "*{}"), ("*node", "{}.val"), ("node", "{}.val"), ("[]int", "len({})"),
                                    ("string", "len({})"), ("map[int]*node", "len({})"), ("shape", "{}.area()"),
                                    ("[]*node", "len({})"), ("any", "weigh({})")):
                if self.visible(type_name):
                    forms.append(lambda t=type_name, f=form: f.format(self.random.choice(self.visible(t))))
            if self.visible("func(int) int"):
                forms.append(lambda: f"{self.random.choice(self.visible('func(int) int'))}({self.expression('int', deep - 1)})")
            if self.visible("[]int"):
                forms.append(lambda: f"at({self.random.choice(self.visible('[]int'))}, {self.expression('int', deep - 1)})")
            if "generics" in self.features:
                forms.append(lambda: f"pick({self.expression('int', deep - 1)}, {self.expression('int', deep - 1)}, {self.condition(deep - 1)})")
        return self.random.choice(forms)()

    def make_string(self, deep):
        if deep <= 0 or self.chance(40):
            return '"' + self.random.choice(["", "a", "xyz", "a longer text that does not fit a small buffer"]) + '"'
        return self.random.choice([
            lambda: f"({self.expression('string', deep)} + {self.expression('string', deep)})",
            lambda: f"string([]byte({self.expression('string', deep)}))",
            lambda: f"fmt.Sprint({self.expression('int', deep)})"])()

    def make_int_pointer(self, deep):
        forms = [lambda: "new(int)", lambda: f"pointTo({self.expression('int', deep)})"]
        forms += [lambda n=n: f"&{n}" for n in self.visible("int") if n.startswith("v")]
        forms += [lambda n=n: f"&{n}.val" for n in self.visible("*node")]
        return self.random.choice(forms)()

    def make_node(self, deep):
        if deep > 0 and self.visible("*node") and self.chance(30):
            return "*" + self.random.choice(self.visible("*node"))
        return f"node{{val: {self.expression('int', deep)}}}"

    def make_node_pointer(self, deep):
        forms = [lambda: f"&node{{val: {self.expression('int', deep)}}}", lambda: "new(node)"]
        if deep > 0:
            forms += [lambda: f"&node{{val: {self.expression('int', deep)}, next: {self.expression('*node', deep)}}}"]
        forms += [lambda n=n: f"&{n}" for n in self.visible("node") if n.startswith("v")]
        forms += [lambda n=n: f"{n}.tail()" for n in self.visible("*node")]
        return self.random.choice(forms)()

    def make_ints(self, deep):
        return self.random.choice([
            lambda: "[]int{" + ", ".join(self.expression("int", deep - 1) for _ in range(self.random.randrange(1, 5))) + "}",
            lambda: f"make([]int, {self.random.choice([1, 3, 4, 5, 40])})",
            lambda: f"make([]int, 1+{self.expression('int', deep - 1)}&7)",
            lambda: f"append({self.expression('[]int', deep - 1)}, {self.expression('int', deep - 1)})" if deep > 0 else "[]int{1}"])()

    def make_nodes(self, deep):
        if deep > 0 and self.visible("[]*node") and self.chance(50):
            return f"append({self.random.choice(self.visible('[]*node'))}, {self.expression('*node', deep)})"
        return "[]*node{" + ", ".join(self.expression("*node", deep - 1) for _ in range(self.random.randrange(1, 4))) + "}"

    def make_map(self, deep):
        return "map[int]*node{" + ", ".join(f"{i}: {self.expression('*node', deep - 1)}" for i in range(self.random.randrange(0, 4))) + "}"

    def make_any(self, deep):
        type_name = self.random.choice([t for t in self.types if t not in ("any", "func(int) int")])
        return f"any({self.expression(type_name, deep)})"

    def make_func(self, deep):
        self.scopes.append([("x", "int")])
        self.in_closure += 1
        body = self.expression("int", min(deep, 2))
        assigned = [n for n in self.visible("int") if n.startswith("v")]
        effect = f"{self.random.choice(assigned)} += x & 3; " if assigned and self.chance(50) else ""
        self.in_closure -= 1
        self.scopes.pop()
        return f"func(x int) int {{ {effect}return {body} + x }}"

    def make_shape(self, deep):
        return self.random.choice([lambda: f"square{{{self.expression('int', deep)}}}",
                                   lambda: f"&circle{{{self.expression('int', deep)}}}"])()

    def condition(self, deep):
        return f"{self.expression('int', deep)} {self.random.choice(['<', '>', '==', '!=', '<=', '>='])} {self.expression('int', deep)}"

    # ---- statements ----

    def block(self, inside_loop):
        self.depth += 1
        self.scopes.append([])
        for _ in range(self.random.randrange(1, 4)):
            self.statement(inside_loop)
        self.scopes.pop()
        self.depth -= 1

    def statement(self, inside_loop=False):
        self.budget -= 1
        if self.budget < 0:
            return
        forms = [self.variable] * 4 + [self.assign] * 4 + [self.branch, self.loop]
        if "closures" in self.features:
            forms += [self.closure_call]
        if "defer" in self.features and not inside_loop:
            forms += [self.deferred]
        if "maps" in self.features:
            forms += [self.map_use]
        if "interfaces" in self.features:
            forms += [self.type_switch]
        if "goroutines" in self.features and not inside_loop:
            forms += [self.goroutine]
        self.random.choice(forms)()

    def variable(self):
        type_name = self.random.choice(self.types)
        name = self.name()
        value = self.expression(type_name)
        self.emit(f"var {name} {type_name} = {value}" if type_name in ("any", "shape") or self.chance(30) else f"{name} := {value}"
                  if type_name != "func(int) int" else f"var {name} func(int) int = {value}")
        self.emit(f"_ = {name}")
        self.declare(name, type_name)

    def assign(self):
        targets = [(n, t) for scope in self.scopes for n, t in scope if n.startswith("v")]
        if not targets:
            return self.variable()
        name, type_name = self.random.choice(targets)
        if type_name == "*node" and self.chance(60):
            return self.emit(self.random.choice([f"{name}.val = {self.expression('int')}", f"{name}.link({self.expression('*node')})",
                                                 f"{name}.ptr = {self.expression('*int') if 'pointers' in self.features else 'nil'}"]))
        if type_name == "*int" and self.chance(60):
            return self.emit(f"*{name} += {self.expression('int')}")
        if type_name == "[]int" and self.chance(60):
            return self.emit(f"set({name}, {self.expression('int')}, {self.expression('int')})")
        self.emit(f"{name} = {self.expression(type_name)}")

    def branch(self):
        self.emit(f"if {self.condition(2)} {{")
        self.block(False)
        if self.chance(50):
            self.emit("} else {")
            self.block(False)
        self.emit("}")

    def loop(self):
        index = self.name("i")
        slices = self.visible("[]*node")
        if slices and self.chance(40):
            item = self.name("n")
            self.emit(f"for {index}, {item} := range {self.random.choice(slices)} {{")
            self.scopes.append([(index, "int"), (item, "*node")])
            self.emit(f"\t_, _ = {index}, {item}")
        else:
            self.emit(f"for {index} := 0; {index} < {self.random.randrange(1, 5)}; {index}++ {{")
            self.scopes.append([(index, "int")])
        self.block(True)
        self.scopes.pop()
        self.emit("}")

    def closure_call(self):
        name = self.name("f")
        self.emit(f"{name} := func() int {{")
        self.block(False)
        self.emit(f"\treturn {self.expression('int', 2)}")
        self.emit("}")
        self.emit(f"total += {name}()")

    def deferred(self):
        self.emit(self.random.choice([
            lambda: f"defer func() {{ total += {self.expression('int', 2)} }}()",
            lambda: f"defer note({self.expression('int', 2)}, {self.expression('any', 2) if 'interfaces' in self.features else 'nil'})",
            lambda: "defer func() { total += caught(recover()) }()"])())

    def map_use(self):
        maps = self.visible("map[int]*node")
        if not maps:
            return self.variable()
        name = self.random.choice(maps)
        self.emit(self.random.choice([
            lambda: f"{name}[{self.expression('int', 2)}] = {self.expression('*node', 2) if 'pointers' in self.features else '&node{}'}",
            lambda: f"delete({name}, {self.expression('int', 2)})",
            lambda: f"for k, n := range {name} {{ total += k + n.val }}",
            lambda: f"if n, ok := {name}[{self.expression('int', 2)}]; ok {{ total += n.val }}"])())

    def type_switch(self):
        values = self.visible("any")
        if not values:
            return self.variable()
        self.emit(f"switch t := {self.random.choice(values)}.(type) {{")
        self.emit("case int:")
        self.emit("\ttotal += t")
        self.emit("case *node:")
        self.emit("\ttotal += t.val")
        self.emit("case shape:")
        self.emit("\ttotal += t.area()")
        self.emit("default:")
        self.emit("\ttotal += weigh(t)")
        self.emit("}")

    def goroutine(self):
        channel = self.name("c")
        self.emit(f"{channel} := make(chan int, {self.random.randrange(0, 3)})")
        self.emit(f"go func(n int) {{ {channel} <- n + {self.expression('int', 2)} }}({self.expression('int', 2)})")
        self.emit(f"total += <-{channel}")

    def function(self):
        params = [self.random.choice(self.types) for _ in range(self.random.randrange(0, 4))]
        result = self.random.choice(self.types)
        name = self.name("fn")
        names = [self.name("p") for _ in params]
        self.scopes = [list(zip(names, params))]
        self.emit(f"func {name}({', '.join(['fuel int'] + [f'{n} {t}' for n, t in zip(names, params)])}) (result {result}) {{")
        self.depth = 1
        self.emit("total := 0")
        self.emit("defer func() { checksum = checksum*31 + total }()" if "defer" in self.features and self.chance(50) else "_ = total")
        self.emit(f"if fuel <= 0 {{ return {self.zero(result)} }}")
        self.budget = self.random.randrange(4, 14)
        while self.budget > 0:
            self.statement()
        self.emit("checksum = checksum*31 + total")
        self.emit(f"return {self.expression(result)}")
        self.depth = 0
        self.emit("}")
        self.emit("")
        self.functions.append((name, params, result))

    @staticmethod
    def zero(type_name):
        return {"int": "1", "string": '"z"', "*int": "new(int)", "node": "node{}", "*node": "&node{}", "[]int": "[]int{1}",
                "[]*node": "[]*node{{}}", "map[int]*node": "map[int]*node{}", "any": "any(1)",
                "func(int) int": "func(x int) int { return x }", "shape": "square{1}"}[type_name]

    def program(self):
        self.lines = PRELUDE.splitlines()
        if "generics" in self.features:
            self.lines += GENERIC.splitlines()
        for _ in range(self.random.randrange(3, 9)):
            self.function()
        self.emit("func main() {")
        self.depth = 1
        self.scopes = [[]]
        for name, params, result in self.functions:
            self.scopes = [[]]
            arguments = ", ".join(["3"] + [self.expression(p, 2).replace("fuel-1", "2") for p in params])
            self.emit(f"checksum = checksum*31 + weigh({name}({arguments}))")
            self.emit(f'fmt.Println("{name}", checksum)')
        self.depth = 0
        self.emit("}")
        return "\n".join(self.lines) + "\n"


PRELUDE = """package main

import "fmt"

type node struct {
	val  int
	next *node
	ptr  *int
}

type shape interface{ area() int }
type square struct{ side int }
type circle struct{ radius int }

var checksum int

func (s square) area() int  { return s.side & 0xff * 2 }
func (c *circle) area() int { return c.radius & 0xff * 3 }

func (n *node) tail() *node {
	for i := 0; i < 3 && n.next != nil; i++ {
		n = n.next
	}
	return n
}

func (n *node) link(m *node) { n.next = m }

func pointTo(x int) *int { return &x }

func at(s []int, i int) int {
	if i < 0 || i >= len(s) {
		return len(s)
	}
	return s[i]
}

func set(s []int, i, v int) {
	if i >= 0 && i < len(s) {
		s[i] = v
	}
}

func note(x int, v any) { checksum = checksum*7 + x + weigh(v) }

func caught(r any) int {
	if r == nil {
		return 1
	}
	return weigh(r)
}

func weigh(v any) int {
	switch t := v.(type) {
	case nil:
		return 2
	case int:
		return t
	case string:
		return len(t)
	case *int:
		return *t + 3
	case node:
		return t.val + 5
	case *node:
		return t.val + 7
	case []int:
		sum := len(t)
		for _, x := range t {
			sum = sum*3 + x
		}
		return sum
	case []*node:
		sum := len(t)
		for _, n := range t {
			sum = sum*5 + n.val
		}
		return sum
	case map[int]*node:
		sum := len(t)
		for k, n := range t {
			sum += k*11 + n.val
		}
		return sum
	case shape:
		return t.area()
	case func(int) int:
		return t(1)
	}
	return 13
}
"""

GENERIC = """
func pick[T any](a, b T, first bool) T {
	if first {
		return a
	}
	return b
}
"""


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("seed", type=int)
    ap.add_argument("--features", default="pointers,closures,slices,maps,interfaces,strings,defer,structs")
    opt = ap.parse_args()
    unknown = set(opt.features.split(",")) - set(FEATURES)
    if unknown:
        ap.error(f"unknown features {unknown}; known: {','.join(FEATURES)}")
    print(Generator(opt.seed, opt.features.split(",")).program(), end="")


if __name__ == "__main__":
    main()
