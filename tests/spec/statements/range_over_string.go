// run
package main

import "fmt"

func main() {
	for i, r := range "aé世\xff!" {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println()
	for i := range "éa" {
		fmt.Print(i, " ")
	}
	n := 0
	for range "日本" {
		n++
	}
	fmt.Println(n)
}

// Output:
// 0:97 1:233 3:19990 6:65533 7:33
// 0 2 2
