// run
package main

import "fmt"

func main() {
	s := 0
	for i := range 10 {
		s += i
	}
	for i := range uint8(3) {
		s += int(i)
	}
	for range 2 {
		s++
	}
	fmt.Println(s)
}

// Output:
// 50
