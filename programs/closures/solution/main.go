// A closure that leaves its function takes what it captures along: two heap
// objects at one line, the variable and the closure. One that is only called
// here leaves both in the frame.
// Leans on: function literals, capture by reference and by value.
package main

import "fmt"

type counter int

func (c *counter) next() int {
	*c++
	return int(*c)
}

func apply(n int, f func(int)) {
	for i := 0; i < n; i++ {
		f(i)
	}
}

func escaping(rounds int) int {
	sum := 0
	for i := 0; i < rounds; i++ {
		c := counter(i)
		c.next()
		sum += c.next()
	}
	return sum
}

func local(rounds int) int {
	sum := 0
	for i := 0; i < rounds; i++ {
		apply(2, func(k int) { sum += i + k })
	}
	return sum
}

func main() {
	const rounds = 200_000
	fmt.Println("escaping", escaping(rounds))
	fmt.Println("local   ", local(rounds))
}
