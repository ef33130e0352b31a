// run
package main

import "fmt"

func f() (int, bool) { return 3, true }

func main() {
	if x, ok := f(); ok && x > 2 {
		fmt.Println("yes", x)
	} else if y := x * 2; y > 4 {
		fmt.Println("no", y)
	}
	if x := 1; x == 2 {
	} else if x := x + 1; x == 2 {
		fmt.Println(x)
	} else {
		fmt.Println("never", x)
	}
}

// Output:
// yes 3
// 2
