// A value returned by value stays in the caller's frame; a pointer to it must
// point at something that outlives the call, so the value moves to the heap.
// Leans on: functions, structs, pointers.
package main

import "fmt"

type Point struct{ X, Y int }

func byPointer(i int, p *Point) *Point {
	*p = Point{X: i, Y: i * 2}
	return p
}

func byValue(i int) Point {
	p := Point{X: i, Y: i * 2}
	return p
}

func sumPointers(n int) int {
	sum := 0
	var room Point
	for i := 0; i < n; i++ {
		p := byPointer(i, &room)
		sum += p.X + p.Y
	}
	return sum
}

func sumValues(n int) int {
	sum := 0
	for i := 0; i < n; i++ {
		p := byValue(i)
		sum += p.X + p.Y
	}
	return sum
}

func main() {
	const n = 600_000
	fmt.Println("pointers", sumPointers(n))
	fmt.Println("values  ", sumValues(n))
}
