// env: GOTRACEBACK=none
package main

import ("sync"; "time")
func waiter(c chan int) { <-c }

func main() {
	go waiter(nil)
	time.Sleep(time.Millisecond)
	var m sync.Mutex
	m.Unlock()
}
