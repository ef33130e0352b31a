// run

// Slices that are fields of a struct behind a pointer: their elements of each width, nil objects, and indexes out of range.
package main

import "fmt"

type columns struct {
	pad    int
	bytes  []byte
	flags  []bool
	small  []int8
	halves []int32
	unsign []uint32
	words  []int
	floats []float64
	single []float32
	nodes  []*columns
	names  []string
}

func (c *columns) fill(n int) {
	for i := 0; i < n; i++ {
		c.bytes[i] = byte(i * 100)
		c.flags[i] = i%2 == 1
		c.small[i] = int8(-i * 50)
		c.halves[i] = int32(-i * 1000000000)
		c.unsign[i] = uint32(i) * 2000000000
		c.words[i] = -i * 1000000007
		c.floats[i] = float64(i) / 4
		c.single[i] = float32(i) / 8
		c.nodes[i] = c
		c.names[i] = fmt.Sprint("n", i)
	}
}

func (c *columns) sum(i, j int) string {
	return fmt.Sprint(int(c.bytes[i])+int(c.bytes[j]), c.flags[i] != c.flags[j], int(c.small[i])+int(c.small[j]), int(c.halves[i])+int(c.halves[j]),
		uint64(c.unsign[i])+uint64(c.unsign[j]), c.words[i]+c.words[j], c.floats[i]+c.floats[j], c.single[i]+c.single[j],
		c.nodes[i] == c.nodes[j], c.names[i]+c.names[j])
}

//go:noinline
func word(c *columns, i int) int { return c.words[i] }

//go:noinline
func half(c *columns, i int) int32 { return c.halves[i] }

//go:noinline
func flag(c *columns, i int) bool { return c.flags[i] }

//go:noinline
func setWord(c *columns, i, v int) { c.words[i] = v }

//go:noinline
func setHalf(c *columns, i int, v int32) { c.halves[i] = v }

//go:noinline
func setFlag(c *columns, i int, v bool) { c.flags[i] = v }

// The right side is evaluated after the field's slice is read.
//
//go:noinline
func replacing(c *columns, i int) { c.words[i] = renew(c) }

//go:noinline
func renew(c *columns) int {
	c.words = make([]int, 4)
	return 7
}

func failing(f func()) (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	f()
	return ""
}

func main() {
	c := &columns{bytes: make([]byte, 3), flags: make([]bool, 3), small: make([]int8, 3), halves: make([]int32, 3), unsign: make([]uint32, 3),
		words: make([]int, 3), floats: make([]float64, 3), single: make([]float32, 3), nodes: make([]*columns, 3), names: make([]string, 3)}
	c.fill(3)
	fmt.Println(c.sum(0, 1), c.sum(1, 2))
	setWord(c, 0, 5)
	setHalf(c, 1, -6)
	setFlag(c, 2, true)
	fmt.Println(word(c, 0), half(c, 1), flag(c, 2), c.words, c.halves, c.flags)
	var none *columns
	empty := &columns{}
	for _, f := range []func(){
		func() { word(c, 3) }, func() { word(c, -1) }, func() { half(empty, 0) }, func() { flag(none, 0) },
		func() { setWord(c, 3, 0) }, func() { setHalf(none, 1, 1) }, func() { setFlag(empty, -2, true) },
	} {
		fmt.Println(failing(f))
	}
	replacing(c, 3)
	fmt.Println(c.words)
}

// Output:
// 100 true -50 -1000000000 2000000000 -1000000007 0.25 0.125 truen0n1 300 true -150 -3000000000 6000000000 -3000000021 0.75 0.375 truen1n2
// 5 -6 true [5 -1000000007 -2000000014] [0 -6 -2000000000] [false true true]
// runtime error: index out of range [3] with length 3
// runtime error: index out of range [-1]
// runtime error: index out of range [0] with length 0
// runtime error: invalid memory address or nil pointer dereference
// runtime error: index out of range [3] with length 3
// runtime error: invalid memory address or nil pointer dereference
// runtime error: index out of range [-2]
// [0 0 0 7]
