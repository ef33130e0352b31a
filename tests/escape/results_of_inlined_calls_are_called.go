// errorcheck -m
package main

type F func(s string) F

var log string

func a(s string) F { // ERROR `can inline a` `leaking param: s`
	log += s
	return F(a)
}

type G func(int) int

func k(i int) int { return i + 1 } // ERROR `can inline k`
func g() G { return k } // ERROR `can inline g`
func g2() func(int) int { return k } // ERROR `can inline g2`
func main() {
	a("1")("2")("3") // ERROR `inlining call to a`
	println(g()(4)) // ERROR `inlining call to g` `inlining call to k`
	println(g2()(4)) // ERROR `inlining call to g2` `inlining call to k`
	f := g2() // ERROR `inlining call to g2`
	println(f(5)) // ERROR `inlining call to k`
	h := a("7") // ERROR `inlining call to a`
	h("8") // ERROR `inlining call to a`
}
