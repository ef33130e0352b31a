package main

import "time"
func waiter(c chan int) { <-c }

func main() {
	go waiter(nil)
	time.Sleep(time.Millisecond)
	var f func()
	go f()
}
