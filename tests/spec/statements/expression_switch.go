// run
package main

import "fmt"

func kind(x int) string {
	switch {
	case x < 0:
		return "negative"
	case x == 0:
		return "zero"
	}
	switch x {
	case 1, 3, 5, 7, 9:
		return "odd"
	default:
		return "other"
	case 2, 4:
		return "even"
	}
}

func main() {
	for _, x := range []int{-1, 0, 3, 4, 100} {
		fmt.Println(x, kind(x))
	}
	switch x := 2; x {
	case 2:
		fmt.Println("two")
		fallthrough
	case 3:
		fmt.Println("three")
	case 4:
		fmt.Println("four")
	}
	switch s := "b"; s + "c" {
	case "bc":
		fmt.Println("bc")
	}
	switch f := 1.5; {
	case f > 1:
		fmt.Println("big")
	}
	switch {
	}
}

// Output:
// -1 negative
// 0 zero
// 3 odd
// 4 even
// 100 other
// two
// three
// bc
// big
