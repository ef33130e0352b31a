// run
package main

import "fmt"

var x = "package"

func main() {
	fmt.Println(x)
	x := 1
	{
		x := x + 1
		x++
		fmt.Println(x)
	}
	if x := "if"; true {
		fmt.Println(x)
	}
	fmt.Println(x)
	x, y := 5, 6
	fmt.Println(x, y)
	true := false
	fmt.Println(true)
	len := func(s string) int { return 42 }
	fmt.Println(len("abc"))
}

// Output:
// package
// 3
// if
// 1
// 5 6
// false
// 42
