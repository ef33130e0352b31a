// run
// Several values assigned at once from each other, of one and of two words: a move may wait for a cycle it is not in.
package main

import "fmt"

type table struct{ text string }

func (t *table) next(s string, i int, flag bool) (at, end int, text string, found bool) {
	if i >= len(s) {
		return
	}
	return i, i + 1, t.text, flag || i < 3
}

func (t *table) replace(s string) string {
	at, end, text, found := t.next(s, 0, true)
	last := 0
	buf := make([]byte, 0, len(s))
	for found {
		buf = append(buf, s[last:at]...)
		buf = append(buf, text...)
		last = end
		at, end, text, found = t.next(s, end, at != end)
	}
	return string(append(buf, s[last:]...))
}

func rotate(a, b, c string, n int) (string, string, string) {
	for range n {
		a, b, c = b, c, a
	}
	return c, a, b
}

func main() {
	fmt.Println((&table{"-+"}).replace("abcdef"))
	fmt.Println(rotate("a", "b", "c", 4))
}

// Output:
// -+-+-+-+-+-+
// a b c
