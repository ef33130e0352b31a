// A value in an interface is a pointer to it. Integers below 256 and constants
// have a place already; everything else that is kept becomes an object.
// Leans on: interfaces, conversion to any, fmt.
package main

import "fmt"

type Point struct{ X, Y int }

var kept any

func keep(n int) { kept = n }

// areaOf looks at the value and does not keep it. A call of a method through
// an interface would: it may be any method.
//
//go:noinline
func areaOf(v any) int {
	p := v.(Point)
	return p.X * p.Y
}

func small(rounds int) {
	for i := range rounds {
		keep(i % 256)
	}
}

func large(rounds int) {
	for i := range rounds {
		keep(1000 + i)
	}
}

func text(rounds int) int {
	length := 0
	for i := range rounds {
		length += len(fmt.Sprintf("%d", 1000+i%1000))
	}
	return length
}

func areas(rounds int) int {
	sum := 0
	for i := range rounds {
		sum += areaOf(Point{i % 10, 2})
	}
	return sum
}

func main() {
	const rounds = 100_000
	small(rounds)
	fmt.Println("small", kept)
	large(rounds)
	fmt.Println("large", kept)
	fmt.Println("text ", text(rounds))
	fmt.Println("areas", areas(rounds))
}
