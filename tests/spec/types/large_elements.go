// errorcheck
// Go's compiler does not take elements of channels from 64 KiB on, nor parts of maps from 2 GiB on.
package main

type c chan [1 << 16]byte // ERROR `channel element type too large \(>64kB\)`
var near chan [1<<16 - 1]byte

var m map[string][1 << 31]byte // ERROR `map element type too large`
var k map[[1 << 31]byte]int // ERROR `map key type too large`
func f(x map[int]chan<- [1 << 14]int64) {} // ERROR `channel element type too large \(>64kB\)`
func main() {
	x := make(chan struct{ v [1 << 17]int8 }) // ERROR `channel element type too large \(>64kB\)`
	close(x)
	var y map[int][1 << 32]byte // ERROR `map element type too large`
	_ = y
}
