// run
package main

import "fmt"

func main() {
	var s []int
	for i := range 5 {
		s = append(s, i)
	}
	s = append(s, s...)
	s = append(s[:2], s[3:]...)
	fmt.Println(s, len(s))
	b := append([]byte("ab"), "cd"...)
	n := copy(b[1:], "xyz")
	fmt.Println(string(b), n, copy(s, s[2:]), s)
	var e []string
	e = append(e)
	fmt.Println(e == nil, append([]int(nil)) == nil, cap(append([]int(nil), 1, 2, 3)) >= 3)
	t := make([]int, 2, 10)
	u, w := append(t, 1), append(t, 2)
	fmt.Println(u[2], w[2], len(t))
}

// Output:
// [0 1 3 4 0 1 2 3 4] 9
// axyz 3 7 [3 4 0 1 2 3 4 3 4]
// true true true
// 2 2 2
