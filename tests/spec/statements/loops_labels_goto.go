// run
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
outer:
	for i := range 4 {
		for j := 0; ; j++ {
			switch {
			case j == 3:
				continue outer
			case i == 2:
				break outer
			case i == j:
				break
			default:
				fmt.Print(i, j, ";")
			}
		}
	}
	fmt.Println()
	n := 0
again:
	n++
	if n < 5 {
		goto again
	}
	fmt.Println(n)
	for i, r := range "aé\xff世" {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println()
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		fmt.Print(i, v, " ")
	}
	for i, v := range &arr {
		arr[2] = 20
		fmt.Print(i, v, " ")
	}
	sl := arr[:]
	for i := range sl {
		sl = append(sl, i)
	}
	fmt.Println(len(sl))
	var z [0]int
	for range z {
		fmt.Println("never")
	}
	for range 2 {
		fmt.Print("twice ")
	}
	for i := range uint8(3) {
		fmt.Printf("%T%v ", i, i)
	}
	fmt.Println()
	switch x := n * 2; {
	case x > 5:
		fmt.Println("big")
		fallthrough
	case x > 100:
		fmt.Println("fell")
	default:
		fmt.Println("no")
	}
	switch n {
	case 1, 2, 3:
		fmt.Println("small")
	case 4, 5:
		fmt.Println("four or five")
	}
	switch "b" + "c" {
	case "bc":
		fmt.Println("bc")
	}
}

// Output:
// 10 20 11 21 12 22
// 0 1;0 2;1 0;1 2;
// 5
// 0:97 1:233 3:65533 4:19990
// 0 1 1 2 2 3 0 1 1 2 2 20 6
// twice twice uint80 uint81 uint82
// big
// fell
// four or five
// bc
