// errorcheck -m -l
package main

func counter() func() int {
	n := 0 // ERROR `moved to heap: n`
	return func() int { n++; return n } // ERROR `func literal escapes to heap`
}

func byValue() func() int {
	n := 3
	return func() int { return n } // ERROR `func literal escapes to heap`
}

func localOnly() int {
	sum := 0
	add := func(k int) { sum += k } // ERROR `func literal does not escape`
	add(1)
	add(2)
	return sum
}

func passed(f func(*int)) { // ERROR `f does not escape`
	x := 1 // ERROR `moved to heap: x`
	f(&x)
}

func apply(f func(int) int, v int) int { return f(v) } // ERROR `f does not escape`
func resultOfClosure() *int {
	y := 2 // ERROR `moved to heap: y`
	get := func() *int { return &y } // ERROR `func literal does not escape`
	return get()
}

func deferred() {
	v := 1 // ERROR `moved to heap: v`
	defer func() { v++ }() // ERROR `func literal does not escape`
	for i := 0; i < 2; i++ {
		defer func() { v += i }() // ERROR `func literal escapes to heap`
	}
}

type T struct{ n int }

func (t *T) inc()    { t.n++ } // ERROR `t does not escape`
func (t T) get() int { return t.n }

func methodValues() func() {
	var t T // ERROR `moved to heap: t`
	g := t.get // ERROR `t\.get does not escape`
	_ = g()
	return t.inc // ERROR `t\.inc escapes to heap`
}

func main() {
	counter()()
	byValue()()
	localOnly()
	passed(func(p *int) { *p = 2 }) // ERROR `p does not escape` `func literal does not escape`
	apply(func(i int) int { return i * 2 }, 3) // ERROR `func literal does not escape`
	resultOfClosure()
	deferred()
	methodValues()()
}
