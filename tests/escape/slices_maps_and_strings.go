// errorcheck -m -l
package main

import "strings"

type item struct{ p *int }

var kept []int

func makeConstant() int {
	s := make([]int, 100) // ERROR `make\(\[\]int, 100\) does not escape`
	return len(s)
}

func makeVariable(n int) int {
	s := make([]int, n) // ERROR `make\(\[\]int, n\) does not escape`
	return len(s)
}

func makeReturned(n int) []int { return make([]int, n) } // ERROR `make\(\[\]int, n\) escapes to heap`
func tooLarge() int {
	s := make([]int, 9000) // ERROR `make\(\[\]int, 9000\) escapes to heap`
	return len(s)
}

func appended(s []int, v int) []int { return append(s, v) } // ERROR `leaking param: s to result ~r0 level=0` `append escapes to heap`
func appendPointer(s []*int) []*int { // ERROR `leaking param content: s` `leaking param: s to result ~r0 level=0`
	x := 1 // ERROR `moved to heap: x`
	return append(s, &x) // ERROR `append escapes to heap`
}

func literal() int {
	s := []item{{new(int)}, {nil}} // ERROR `\[\]item\{\.\.\.\} does not escape` `new\(int\) escapes to heap`
	m := map[string]*int{"a": s[0].p} // ERROR `map\[string\]\*int\{\.\.\.\} does not escape`
	v := 2 // ERROR `moved to heap: v`
	m["b"] = &v
	return *m["a"]
}

func concat(a, b string) string { // ERROR `leaking param: a to result ~r0 level=0` `b does not escape`
	t := a + b + "!" // ERROR `a \+ b \+ "!" escapes to heap`
	if len(t) > 3 {
		return t
	}
	return a
}

func local(a string) int { // ERROR `a does not escape`
	b := []byte(a) // ERROR `\(\[\]byte\)\(a\) does not escape` `zero-copy string->\[\]byte conversion`
	c := string(b) + a // ERROR `string\(b\) \+ a does not escape` `string\(b\) does not escape`
	r := []rune(c) // ERROR `\(\[\]rune\)\(c\) does not escape`
	return len(r)
}

func readOnly(a string) byte { // ERROR `a does not escape`
	b := []byte(a) // ERROR `\(\[\]byte\)\(a\) does not escape` `zero-copy string->\[\]byte conversion`
	return b[0]
}

func builder() string {
	var sb strings.Builder
	sb.WriteString("x")
	return sb.String()
}

func array() []int {
	var a [10]int // ERROR `moved to heap: a`
	s := a[:]
	return s
}

func main() {
	makeConstant()
	makeVariable(3)
	kept = makeReturned(4)
	tooLarge()
	appended(kept, 1)
	appendPointer(nil)
	literal()
	concat("a", "b")
	local("x")
	readOnly("y")
	builder()
	array()
	n := 16
	t := make([]byte, n) // ERROR `make\(\[\]byte, 16\) does not escape`
	_ = t
}
