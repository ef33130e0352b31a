// The same thousand points as a list, a slice, and two kinds of map. Marking
// costs by the object and by the pointer, not by the byte.
// Leans on: pointers, slices, maps, the collector.
package main

import "fmt"

const size = 1000

type point struct{ x, y int }

type node struct {
	point
	next *node
}

func listOf() int {
	var head *node
	for i := range size {
		head = &node{point{i, i}, head}
	}
	keptList = head
	sum := 0
	for n := head; n != nil; n = n.next {
		sum += n.x
	}
	return sum
}

func sliceOf() int {
	points := make([]point, 0, size)
	for i := range size {
		points = append(points, point{i, i})
	}
	sum := 0
	for i := range points {
		sum += points[i].x
	}
	return sum
}

func mapOfPointers() int {
	points := map[int]*point{}
	for i := range size {
		points[i] = &point{i, i}
	}
	keptPointers = points
	sum := 0
	for i := range size {
		sum += points[i].x
	}
	return sum
}

func mapOfValues() int {
	points := make(map[int]point, size)
	for i := range size {
		points[i] = point{i, i}
	}
	keptValues = points
	sum := 0
	for i := range size {
		sum += points[i].x
	}
	return sum
}

var (
	keptList     *node
	keptPointers map[int]*point
	keptValues   map[int]point
)

func main() {
	const rounds = 100
	for _, way := range []struct {
		name string
		run  func() int
	}{{"list", listOf}, {"slice", sliceOf}, {"map of pointers", mapOfPointers}, {"map of values", mapOfValues}} {
		sum := 0
		for range rounds {
			sum += way.run()
		}
		fmt.Println(way.name, sum)
	}
}
