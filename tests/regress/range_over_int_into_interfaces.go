// run
// The counter of a range over an integer is converted when the loop's variable has an interface type.
package main

import "fmt"

func main() {
	var e any
	for e = range 2 {
	}
	fmt.Println(e)
	var k any
	n := 3
	for k = range n {
	}
	fmt.Printf("%T %v\n", k, k)
	type my int
	for k = range my(4) {
	}
	fmt.Printf("%T %v\n", k, k)
	var u8 any
	for u8 = range uint8(200) {
	}
	fmt.Printf("%T %v\n", u8, u8)
	var arr [3]any
	i := 0
	for arr[i] = range 2 {
		i++
	}
	fmt.Println(arr)
}

// Output:
// 1
// int 2
// main.my 3
// uint8 199
// [0 1 <nil>]
