// Fields through pointers.
package main

type node struct {
	next         *node
	value, count int
}

func main() {
	var ring *node
	var first node
	for i := 0; i < 100; i++ {
		ring = &node{next: ring, value: i}
		if i == 0 {
			first.next = ring
		}
	}
	sum := 0
	for round := 0; round < 10_000; round++ {
		for n := ring; n != nil; n = n.next {
			n.count += n.value
			sum += n.count
		}
	}
	println(sum, first.next.count)
}
