// run
package main

import "fmt"

func main() {
	a := [5]int{0, 1, 2, 3, 4}
	s := a[1:4]
	t := s[1:2]
	u := s[:2:2]
	u = append(u, 99)
	fmt.Println(s, len(s), cap(s), t, len(t), cap(t), u, cap(s[1:]), a)
	t = append(t, 77)
	fmt.Println(a, s[:4], s[2:], len(s[3:]))
	p := &a
	fmt.Println(p[2:3], len(p), cap(p[:0]))
	str := "hello, 世界"
	fmt.Println(str[1:3], str[:5], str[7:], str[len(str):] == "", str[1])
	var n []int
	fmt.Println(n[0:0] == nil, n[:], len(n))
}

// Output:
// [1 2 3] 3 4 [2] 1 3 [1 2 99] 3 [0 1 2 3 4]
// [0 1 2 77 4] [1 2 77 4] [77] 0
// [2] 5 5
// el hello 世界 true 101
// true [] 0
