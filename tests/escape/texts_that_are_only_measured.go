// run
// plain: with --escape=off more is allocated

// Texts that are made only to be measured are not made, joined strings become bytes without a string between.
package main

import (
	"fmt"
	"testing"
)

type name string
type letters []byte

var (
	text   = "héllo wörld, a text of more than thirty-two bytes"
	short  = "né"
	raw    = []byte(text)
	length int
	kept   []byte
	named  letters
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

func main() {
	show := func(what string, f func()) { fmt.Println(what, testing.AllocsPerRun(100, f)) }
	show("join", func() { kept = join(text, text) })
	show("join empty", func() { kept = join("", short[:0]) })
	show("join many", func() { named = joinMany(text, short) })
	show("join small", func() { length = joinSmall(short, short) })
	show("lengths", func() { length = lengths(raw, text) })
	show("generic", func() { length, _ = generic(named, name(text)) })

}

// Output:
// join 1
// join empty 0
// join many 1
// join small 0
// lengths 0
// generic 0
