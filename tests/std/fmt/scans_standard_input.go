// run
// Scan, Scanln and Scanf read standard input a token at a time.
package main

import "fmt"

func main() {
	var a, b int
	var s string
	fmt.Println(fmt.Scan(&a, &b, &s))
	fmt.Println(a, b, s)
	fmt.Println(fmt.Scanln(&s))
	fmt.Println(fmt.Scanln(&a, &s))
	fmt.Println(a, s)
	fmt.Println(fmt.Scanln(&a, &b))
	fmt.Println(fmt.Scanf("%d-%x %q\n", &a, &b, &s))
	fmt.Println(a, b, s)
	fmt.Println(fmt.Scanf("%d", &a))
	fmt.Println(fmt.Scan(&s))
	fmt.Println(s)
	fmt.Println(fmt.Scan(&s))
	fmt.Println(fmt.Scanln(&s))
	fmt.Println(fmt.Scanf("%s", &s))
	fmt.Println(string(fmt.Appendln([]byte("> "), 1, "two", nil, []int{3})))
}

// Output:
// 3 <nil>
// 1 2 three
// 1 expected newline
// 0 expected integer
// 1 4
// 0 expected integer
// 0 expected integer
// 1 2 4
// 0 unexpected newline
// 1 <nil>
// 6
// 1 <nil>
// 1 <nil>
// 1 <nil>
// > 1 two <nil> [3]
//
