// run
// plain: counts of objects are about this mode
// A constant as []byte or []rune is an array of its length: no buffer of 32, no rounding up to a size class.
package main

import (
	"fmt"
	"runtime"
)

var (
	kept  []byte
	runes []rune
)

type octets []byte

func count(what string, f func()) {
	var before, after runtime.MemStats
	f()
	runtime.ReadMemStats(&before)
	for range 1000 {
		f()
	}
	runtime.ReadMemStats(&after)
	fmt.Println(what, (after.Mallocs-before.Mallocs+5)/1000, (after.TotalAlloc-before.TotalAlloc+50)/1000/4*4)
}

func main() {
	kept = []byte("abc")
	runes = []rune("héé")
	local, few := []byte("a longer text of forty bytes and one more"), []rune("\xff€")
	named, empty, none := octets("12345"), []byte(""), []rune("")
	fmt.Println(cap(kept), cap(runes), cap(local), cap(few), cap(named), cap(empty), cap(none), empty == nil, none == nil)
	fmt.Println(string(kept), string(runes), string(local), few, string(named))
	grown := append([]byte("abc"), "defghijk"...)
	more := append([]rune("abc"), 'd')
	fmt.Println(cap(grown), cap(more), string(grown), string(more))
	kept[0] = 'X'
	kept = []byte("abc")
	fmt.Println(string(kept))
	n := 0
	count("kept", func() { kept = []byte("hello, constant!!x") })
	count("kept and grown", func() { kept = append([]byte("hello, constant!!"), '!') })
	count("small and grown", func() { kept = []byte("abcde"); kept = append(kept, 'x') })
	count("runes kept", func() { runes = []rune("abcde") })
	count("runes grown", func() { runes = []rune("abc"); runes = append(runes, 'x') })
	count("local grown", func() { b := append([]byte("abc"), "defghijklmnopqrstuvwxyz"...); n += cap(b) })
	count("local runes grown", func() { b := []rune("abc"); b = append(b, 'c', 'd'); n += cap(b) })
	count("long", func() { kept = []byte("a constant of more than thirty-two bytes, kept") })
	fmt.Println(n)
}

// Output:
// 3 3 41 2 5 0 0 false false
// abc héé a longer text of forty bytes and one more [65533 8364] 12345
// 16 6 abcdefghijk abcd
// abc
// kept 1 24
// kept and grown 2 72
// small and grown 2 20
// runes kept 1 24
// runes grown 2 40
// local grown 1 32
// local runes grown 1 24
// long 1 48
// 38038
