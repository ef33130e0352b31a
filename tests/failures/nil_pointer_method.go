package main

type T struct{ a int }

//go:noinline
func (p *T) m() { println(p.a) }
func main() {
	var p *T
	p.m()
}
