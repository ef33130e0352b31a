// run
package main

var m map[string]int

func main() {
	println("to standard error", 1, 2.5, true, nil == m)
	m["x"] = 1
}

// Exit: 2
// Stderr:
// to standard error 1 2.5 true true
// panic: assignment to entry in nil map
// goroutine 1 [running]:
