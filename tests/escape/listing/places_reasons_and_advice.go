// escape -l
package main

import (
	"fmt"
	"strings"
)

type order struct {
	id, price int
	next      *order
}

type sink interface{ take(o *order) }

type list struct{ last *order }

func (l *list) take(o *order) { l.last = o }

var kept *order

func newOrder(id int) *order {
	o := order{id: id, price: id % 97}
	return &o
}

func fee(o *order) int { return o.price / 10 }

func total(o *order) int {
	t := order{id: o.id, price: o.price}
	return fee(&t) + o.price
}

func keep(o order) { kept = &o }

func through(s sink) {
	o := order{id: 1}
	s.take(&o)
}

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func inLoop(n int) int {
	var best *order
	for i := range n {
		o := order{id: i}
		if best == nil || best.id < o.id {
			best = &o
		}
	}
	return best.id
}

func texts(parts []string, n int) string {
	small := []byte("frame")
	for _, c := range small {
		n += int(c)
	}
	buffer := make([]byte, n)
	line := ""
	for _, part := range parts {
		line += part
	}
	return line + string(buffer)
}

func collect(n int) []*order {
	var all []*order
	for i := range n {
		all = append(all, &order{id: i})
	}
	return all
}

func large() int {
	var table [1 << 18]byte
	return len(table) + int(table[7])
}

func send(done chan *order) { done <- new(order) }

func main() {
	o := newOrder(3)
	keep(*o)
	through(&list{})
	index := map[string]*order{"a": o}
	index["b"] = o
	small := map[int]int{1: 2}
	done := make(chan *order, 1)
	send(done)
	next := counter()
	fmt.Println(total(o), next(), inLoop(3), len(index), small[1], 1000, o.id)
	fmt.Println(strings.ToUpper(texts([]string{"a", "b"}, 3)), len(collect(2)), large())
}
