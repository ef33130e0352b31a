package main

type point struct{ x, y int }

func (p point) sum() int { return p.x + p.y }

type summer interface{ sum() int }

//go:noinline
func total(s summer) int { return s.sum() }

func main() {
	defer func() {
		println("deferred")
	}()
	var p *point
	println(total(p))
}
