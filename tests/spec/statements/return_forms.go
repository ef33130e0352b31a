// run
package main

import "fmt"

func a() (int, string) { return 1, "a" }
func b() (int, string) { return a() }
func c() (x int, s string) {
	x, s = 2, "c"
	return
}
func d() (x int) {
	{
		x := 5
		_ = x
	}
	x = 3
	return x + 1
}

func main() {
	fmt.Println(a())
	fmt.Println(b())
	fmt.Println(c())
	fmt.Println(d())
}

// Output:
// 1 a
// 1 a
// 2 c
// 4
