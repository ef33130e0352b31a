// vet
package main

//govm:noaloc
func f() *int { return new(int) }

func main() { println(*f()) }

// Exit: 3
