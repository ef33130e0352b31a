// escape --counts
package main

type order struct {
	id, price int
	next      *order
}

func newOrder(id int) *order {
	o := order{id: id, price: id % 97}
	return &o
}

func fee(o *order) int { return o.price / 10 }

func total(o *order) int {
	t := order{id: o.id, price: o.price}
	return fee(&t) + o.price
}

func squares(n int) []int {
	var all []int
	for i := range n {
		all = append(all, i*i)
	}
	return all
}

func main() {
	var head *order
	sum := 0
	for i := range 1000 {
		o := newOrder(i)
		sum += total(o)
		if i%10 == 0 {
			o.next = head
			head = o
		}
	}
	ages := map[int]int{}
	for i := range 20 {
		ages[i] = i
	}
	println(sum, head.id, len(squares(10)), len(ages))
}
