// Many calls of a small function, for what timing each of them costs. Usage: calls N
package main

import (
	"fmt"
	"os"
	"strconv"
)

type counter struct{ sum int }

//go:noinline
func (c *counter) add(n int) { c.sum += n & 7 }

func main() {
	n, err := strconv.Atoi(os.Args[1])
	if err != nil {
		fmt.Println("usage: calls N")
		os.Exit(2)
	}
	var c counter
	for i := range n {
		c.add(i)
	}
	fmt.Println(c.sum)
}
