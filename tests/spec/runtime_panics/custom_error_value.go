// run
package main

import "fmt"

type failure struct{ code int }

func (f failure) Error() string { return fmt.Sprint("failure ", f.code) }

func main() {
	defer func() {
		r := recover()
		fmt.Println("recovered", r)
		panic(fmt.Sprintf("again: %v", r))
	}()
	panic(failure{3})
}

// Exit: 2
// Stderr:
// panic: failure 3 [recovered]
// panic: again: failure 3
// goroutine 1 [running]:

// Output:
// recovered failure 3
