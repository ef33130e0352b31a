// dump escape -l

package main

type node struct {
	value int
	next  *node
}

func push(list *node, value int) *node {
	return &node{value: value, next: list}
}

func sum(list *node) (total int) {
	for n := list; n != nil; n = n.next {
		total += n.value
	}
	return total
}

func main() {
	var list *node
	for i := range 3 {
		list = push(list, i*i)
	}
	local := node{value: 1 << 4}
	println(sum(list), sum(&local))
}
