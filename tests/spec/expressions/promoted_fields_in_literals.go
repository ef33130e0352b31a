// run
package main

import "fmt"

type point struct{ x, y int }

type named struct {
	point
	name string
}

type deep struct {
	named
	flags [3]bool
	next  *deep
}

func main() {
	p := named{x: 1, name: "p"}
	q := &deep{y: 2, name: "q", flags: [3]bool{1: true}}
	r := deep{x: 3, next: q}
	list := []named{{y: 4}, {point: point{5, 6}}}
	fmt.Println(p, *q, r.x, r.next.y, list)
}

// Output:
// {{1 0} p} {{{0 2} q} [false true false] <nil>} 3 2 [{{0 4} } {{5 6} }]
