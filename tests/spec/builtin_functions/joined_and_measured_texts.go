// run

// Texts that are made only to be measured have the length of what would be made; capacities are those of the bytes.
package main

import (
	"fmt"
)

type name string
type letters []byte

var (
	text  = "héllo wörld, a text of more than thirty-two bytes"
	short = "né"
	raw   = []byte(text)
)

//go:noinline
func join(a, b string) []byte { return []byte(a + b) }

//go:noinline
func joinMany(a, b string) letters { return letters(a + "," + b + "," + a) }

//go:noinline
func joinSmall(a, b string) int {
	buffer := []byte(a + b)
	buffer[0]++
	return len(buffer) + cap(buffer)
}

//go:noinline
func lengths(b []byte, s string) int {
	return len(string(b)) + len(name(b)) + len([]rune(s))
}

//go:noinline
func generic[B ~[]byte, S ~string](b B, s S) (int, int) { return len(string(b)), len([]rune(s)) }

func calls() []byte {
	fmt.Print("called ")
	return raw
}

func main() {
	fmt.Println(string(join(text, short)), cap(join(text, "x")), join("", "") == nil, len(join("", "")), cap(join("", "")))
	fmt.Println(string(joinMany("a", "b")), joinSmall(short, short), joinSmall(text, text))
	fmt.Println(lengths(raw, text), lengths(nil, ""), lengths([]byte("\xff\xfe"), "\xff\xfea"))
	fmt.Println(generic(letters(nil), name("日本")))
	fmt.Println(len(string(calls())), len([]rune(string(calls()))))
	const constant = "日本"
	fmt.Println(len([]rune(constant)), len(string([]byte(constant))))
	b := join(short, short)
	b[0] = 'N'
	fmt.Println(string(b), short)
}

// Output:
// héllo wörld, a text of more than thirty-two bytesné 64 false 0 0
// a,b,a 38 214
// 151 0 7
// 0 2
// called called 51 49
// 2 6
// Néné né
