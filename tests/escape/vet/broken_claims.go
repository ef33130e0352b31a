// vet
package main

import "fmt"

type node struct {
	v    int
	next *node
}

type shape interface{ area() int }

//govm:noalloc
func sum(n *node) int {
	total := 0
	for ; n != nil; n = n.next {
		total += n.v
	}
	return total
}

//govm:noalloc
func push(n *node, v int) *node {
	return &node{v, n}
}

//govm:noalloc
func count(m map[string]int, k string) int {
	m[k]++
	return sum(link(m[k])) + len(fmt.Sprint(k))
}

func link(v int) *node {
	if v > 100 {
		return link(v - 1)
	}
	n := node{v: v}
	return &n
}

//govm:noalloc
func areas(all []shape, weigh func(int) int) (sum int) {
	for _, one := range all {
		sum += weigh(one.area())
	}
	return sum
}

func main() {
	var list *node
	for i := range 3 {
		list = push(list, i) //govm:frame
	}
	x := 3 //govm:heap
	p := &x
	//govm:heap
	q := new(int)
	println(sum(list), *p, q != nil, count(map[string]int{}, "a"), areas(nil, nil)) //govm:heap
	for range x {                                                                   //govm:noalloc
	}
}

// Exit: 3
