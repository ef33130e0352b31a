// run
// plain: with --escape=off more is allocated

// Texts that are made only to be measured are not made, joined strings become bytes without a string between.
package main

import (
	"fmt"
	"syscall"
	"testing"
)

type name string
type letters []byte
type point struct {
	s string
	n int
}

var (
	text   = "héllo wörld, a text of more than thirty-two bytes"
	short  = "né"
	raw    = []byte(text)
	length int
	kept   []byte
	named  letters
	counts = map[string]int{}
	points = map[point]int{{text, 1}: 5}
	pairs  = map[[2]string]int{{text, text}: 7}
	equal  bool

	message string
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
	show("compared", func() { equal = string(raw) == string(raw[1:]) || string(raw[1:]) < string(raw[2:]) })
	show("deleted", func() { delete(counts, string(raw)) })
	show("key in a literal", func() { length = points[point{string(raw), 1}] + pairs[[2]string{string(raw), text}] })
	show("deleted key in a literal", func() { delete(points, point{string(raw), 1}) })
	show("switched", func() {
		switch string(raw) {
		case "a", "b":
			length++
		}
	})
	show("added to a constant", func() { kept = append(kept[:0], "<"+string(raw)+">"...) })
	show("text of an error number", func() { message = syscall.ENOENT.Error() })
	fmt.Println(points[point{string(raw), 1}], pairs[[2]string{string(raw), text}], string(raw) == string(raw[1:]), message)
}

// Output:
// join 1
// join empty 0
// join many 1
// join small 0
// lengths 0
// generic 0
// compared 0
// deleted 0
// key in a literal 0
// deleted key in a literal 1
// switched 0
// added to a constant 1
// text of an error number 0
// 0 7 false no such file or directory
