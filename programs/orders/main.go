package main

import "fmt"

type Order struct {
	ID    int
	Price int
	Next  *Order
}

func newOrder(id int) *Order {
	o := Order{ID: id, Price: id % 97}
	return &o
}

func total(o *Order) int {
	t := Order{ID: o.ID, Price: o.Price}
	return fee(&t) + o.Price
}

func fee(o *Order) int { return o.Price / 10 }

func main() {
	var head *Order
	sum := 0
	for i := range 1_000_000 {
		o := newOrder(i)
		sum += total(o)
		if i%10 == 0 {
			o.Next = head
			head = o
		}
	}
	fmt.Println("sum", sum, head.ID)
}
