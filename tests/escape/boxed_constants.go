// run
// plain: with --escape=off more is allocated

// Constants and literals of constants are boxed as read-only data, also by way of a variable that is assigned once.
package main

import (
	"fmt"
	"testing"
)

type P struct{ x, y int }
type B struct {
	a [33]byte
	p *P
	s string
}

var as any
var n = 5
var pp *P

func main() {
	show := func(s string, f func()) { fmt.Println(s, testing.AllocsPerRun(100, f)) }
	show("var const struct", func() { x := P{1, 2}; as = x })
	show("var const struct 2", func() { x := P{1, 2}; as = x; as = x })
	show("var const int", func() { x := 1000; as = x })
	show("var const str", func() { x := "abc"; as = x })
	show("var mod", func() { x := 1000; x++; as = x })
	show("big lit", func() { as = B{s: "x"} })
	show("big lit var", func() { as = B{s: "x", p: pp} })
	show("arr", func() { as = [3]string{"a", "b"} })
	show("arr1", func() { as = [1]int{1000} })
	show("zero var", func() { var p P; as = p })
	show("zero int", func() { var p int; as = p })
	show("nested", func() {
		as = struct {
			a P
			b [2]P
		}{P{1, 2}, [2]P{{3, 4}}}
	})
	show("iface in lit", func() {
		as = struct {
			a any
			b int
		}{1, 2}
	})
	show("const expr", func() { const c = 5 * 1000; as = c; as = int64(c) })
	show("conv var", func() { x := 5.5; as = float32(x) })
	show("and", func() { x := 300; y := x; as = y })
	show("param", func() { f := func(x int) { as = x }; f(1000) })
	as = B{s: "x"}
	fmt.Println(as, as == any(B{s: "x"}), as == any(B{}))
}

type one struct{ v int }
type ones struct{ s string }

func init() {
	show := func(s string, f func()) { fmt.Println(s, testing.AllocsPerRun(100, f)) }
	show("one var", func() { x := one{1000}; as = x })
	show("one lit", func() { as = one{1000} })
	show("ones var", func() { x := ones{"a"}; as = x })
	show("ones lit", func() { as = ones{"a"} })
	show("reassigned", func() { x := P{1, 2}; x = P{3, 4}; as = x })
	show("reassigned int", func() { x := 1; x = 1000; as = x })
	show("field", func() { x := P{1000, 2}; as = x.x })
	show("P param", func() { f := func(x P) { as = x }; f(P{1, 2}) })
	show("zero big var", func() { var x B; as = x })
	show("zero big lit var mod", func() { x := B{}; x.s = "a"; as = x })
	show("rune", func() { x := 'a'; as = x })
	show("call", func() { as = mk() })
	show("in closure", func() { x := P{5, 6}; func() { as = x }() })
	show("args", func() { x := P{5, 6}; y := 1000; z := "s"; fmt.Sprint(x, y, z) })
}

func mk() P { return P{7, 8} }

// Output:
// one var 1
// one lit 0
// ones var 1
// ones lit 0
// reassigned 1
// reassigned int 1
// field 1
// P param 0
// zero big var 1
// zero big lit var mod 1
// rune 0
// call 1
// in closure 0
// args 1
// var const struct 0
// var const struct 2 0
// var const int 0
// var const str 0
// var mod 1
// big lit 0
// big lit var 1
// arr 0
// arr1 0
// zero var 1
// zero int 0
// nested 0
// iface in lit 1
// const expr 0
// conv var 1
// and 0
// param 0
// {[0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0] <nil> x} true false
