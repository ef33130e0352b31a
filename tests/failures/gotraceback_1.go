// env: GOTRACEBACK=1
package main

import "time"

func waiter(c chan int) { <-c }

func main() {
	c := make(chan int)
	go waiter(c)
	time.Sleep(10 * time.Millisecond)
	panic("x")
}
