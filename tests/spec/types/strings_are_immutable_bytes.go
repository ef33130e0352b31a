// run
package main

import (
	"fmt"
	"strings"
)

func main() {
	s := "héllo"
	b := []byte(s)
	b[0] = 'J'
	fmt.Println(s, string(b), len(s), len([]rune(s)), s[1], s[1:3])
	t := s + " " + s
	t += "!"
	fmt.Println(t, t > s, strings.Repeat("ab", 3))
	r := []rune(s)
	r[1] = 'e'
	fmt.Println(string(r), s == "h"+"é"+"llo")
	var sb strings.Builder
	for i := range 3 {
		sb.WriteString(fmt.Sprint(i))
	}
	fmt.Println(sb.String(), sb.Len())
}

// Output:
// héllo Jéllo 6 5 195 é
// héllo héllo! true ababab
// hello true
// 012 3
