// A pointer that is only passed down stays in its frame: the callee ends first.
// One that is stored where it outlives the call takes its value to the heap.
// Leans on: functions, pointers, package variables.
package main

import "fmt"

type Point struct{ X, Y int }

var last Point

//go:noinline
func norm(p *Point) int { return p.X*p.X + p.Y*p.Y }

//go:noinline
func remember(p *Point) int {
	last = *p
	return p.X + p.Y
}

func down(i int) int {
	p := Point{i % 100, 3}
	return norm(&p)
}

func up(i int) int {
	p := Point{i % 100, 3}
	return remember(&p)
}

func main() {
	const rounds = 300_000
	sum := 0
	for i := range rounds {
		sum += down(i)
	}
	fmt.Println("passed down", sum)
	sum = 0
	for i := range rounds {
		sum += up(i)
	}
	fmt.Println("stored up  ", sum, last)
}
