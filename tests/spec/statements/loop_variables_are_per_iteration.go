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
	var ps []*int
	for i := 0; i < 6; i++ {
		i++
		ps = append(ps, &i)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	for _, v := range []string{"a", "b"} {
		defer func() { fmt.Print(v, " ") }()
	}
	fmt.Println()
}

// Output:
// 10 20 11 21 12 22
// 1 3 5
// b a
