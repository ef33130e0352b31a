// run
package main

import "fmt"

type server struct{ c chan int }

func (s *server) run(n int) {
	defer fmt.Println("deferred", n)
	if n == 0 {
		panic(fmt.Errorf("in goroutine"))
	}
	s.run(n - 1)
}

func main() {
	s := &server{make(chan int)}
	defer fmt.Println("not run")
	go s.run(2)
	<-s.c
}

// Output:
// deferred 0
// deferred 1
// deferred 2
// Stderr:
// panic: in goroutine
// goroutine
// [running]:
// main.(*server).run(
// main.(*server).run(
// main.(*server).run(
// created by main.main in goroutine 1
// Exit: 2
