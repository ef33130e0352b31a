package main

import (
	"example.com/instances/list"
	"example.com/instances/mid"
)

type point struct{ x, y int }

func main() {
	l := list.Of(point{1, 2})
	l = l.Push(point{3, 4})
	println(l != nil, mid.One() != nil, len(mid.Items(3)), len(list.Make[mid.Item](2)))
	println(list.Last([]point{{5, 6}}).x, *mid.Ints([]int{1, 2}))
}
