// run
package main

import "fmt"

func f(n int) int {
	fmt.Print("f", n, " ")
	return n
}

func main() {
	switch f(2) {
	case f(1), f(2), f(3):
		fmt.Println("found")
	case f(4):
	}
	var i any = 3
	switch i {
	case "3":
		fmt.Println("string")
	case 3.0:
		fmt.Println("float")
	case 3:
		fmt.Println("int")
	}
}

// Output:
// f2 f1 f2 found
// int
