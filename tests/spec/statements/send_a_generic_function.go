// run
// A generic function takes its type arguments from the element type of the channel.
package main

import "fmt"

func show[T any](x T) { fmt.Printf("%T\n", x) }

func send[F func(int)](c chan F) { c <- show }

func main() {
	c := make(chan func(int), 1)
	c <- show
	(<-c)(1)
	s := make(chan func(string), 1)
	select {
	case s <- show:
	}
	(<-s)("a")
	send(c)
	(<-c)(2)
}

// Output:
// int
// string
// int
