// run
package main

import "fmt"

func main() {
	i := 0
loop:
	if i < 3 {
		fmt.Print(i, " ")
		i++
		goto loop
	}
outer:
	for a := 0; a < 3; a++ {
		for b := 0; b < 3; b++ {
			switch {
			case b == 1:
				continue outer
			case a == 2:
				break outer
			}
			fmt.Print(a, b, " ")
		}
	}
sw:
	switch {
	case true:
		for {
			break sw
		}
		fmt.Print("never")
	}
	fmt.Println()
}

// Output:
// 0 1 2 0 0 1 0
