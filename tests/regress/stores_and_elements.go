// run
// What a store tells of later reads of elements, and what it does not: slices that share elements, arrays read through pointers, fields
// of elements, bytes written as a word.
package main

import (
	"fmt"
	"math/bits"
	"unsafe"
)

type pair struct{ a, b int32 }

//go:noinline
func slices(s, t []int, i, j int) (int, int, int) {
	s[i] = 1
	t[j] = 2
	x := s[i]
	s[0] = 10
	s[1] = 20
	y := s[0]
	t[0] = 30
	return x, y, s[1]
}

//go:noinline
func arrays(p, q *[4]uint8, i, j int) (uint8, uint8, uint8) {
	p[i] = uint8(i + 300)
	q[j] += 7
	x := p[i]
	p[2] = 5
	q[3] = 6
	y := p[2]
	p[i] ^= 0xff
	return x, y, p[i]
}

//go:noinline
func fields(s []pair, i, j int) (int32, int32, int32) {
	s[i].a = 1
	s[i].b = 2
	s[j].a = 3
	x := s[i].a
	s[j].b -= 4
	s[i] = pair{s[i].b, x}
	return x, s[j].a, s[j].b
}

//go:noinline
func words(b []byte) (byte, byte) {
	b[0], b[1] = 1, 2
	*(*uint32)(unsafe.Pointer(&b[0])) = 0x04030201 * 16
	return b[0], b[1]
}

//go:noinline
func quarter(s *[16]uint32, a, b, c, d int) {
	s[a] += s[b]
	s[d] = bits.RotateLeft32(s[d]^s[a], 16)
	s[c] += s[d]
	s[b] = bits.RotateLeft32(s[b]^s[c], 12)
}

//go:noinline
func rotations(x uint64, y uint32, z uint16, k int) (uint64, uint64, uint32, uint32, uint16) {
	return bits.RotateLeft64(x, 13), bits.RotateLeft64(x, -k), bits.RotateLeft32(y, -5), bits.RotateLeft32(y, k), bits.RotateLeft16(z, 3)
}

//go:noinline
func sums(re []float64, i, j, h int) float64 {
	x := re[i+j+h]
	re[i+j+h] = x + 1
	re[i+j] = re[i+j+h] * 2
	return re[i+j+h] + re[i+j] + x
}

func main() {
	shared := []int{0, 0, 0}
	fmt.Println(slices(shared, shared, 2, 2))
	fmt.Println(slices(shared, shared[1:], 2, 1))
	fmt.Println(slices([]int{0, 0, 0}, []int{0, 0, 0}, 2, 2))
	var a, b [4]uint8
	fmt.Println(arrays(&a, &a, 1, 1))
	fmt.Println(arrays(&a, &b, 3, 3))
	fmt.Println(arrays(&a, &a, 2, 2))
	pairs := make([]pair, 3)
	fmt.Println(fields(pairs, 1, 1))
	fmt.Println(fields(pairs, 1, 2))
	fmt.Println(words(make([]byte, 8)))
	var s [16]uint32
	for i := range s {
		s[i] = uint32(i) * 0x9e3779b9
	}
	quarter(&s, 0, 4, 8, 12)
	quarter(&s, 1, 1, 1, 1)
	quarter(&s, 2, 3, 2, 3)
	fmt.Println(s)
	fmt.Println(rotations(1<<60+5, 1<<31+9, 1<<15+3, 7))
	fmt.Println(sums(make([]float64, 9), 1, 2, 0), sums(make([]float64, 9), 1, 2, 3))
	defer func() { fmt.Println(recover(), shared) }()
	arrays(&a, &a, 1, len(shared)+1)
}

// Output:
// 2 10 20
// 2 10 30
// 1 10 20
// 52 5 203
// 47 5 208
// 53 5 250
// 3 -2 3
// 1 3 -4
// 16 32
// [2027808484 0 617360976 2923311767 3765339085 387276957 3041712726 1401181199 1141104652 2415085441 774553914 3428989683 1380454980 147926629 2802362398 1161830871]
// 41472 729583139634020352 1275068416 1216 28
// 4 3
// runtime error: index out of range [4] with length 4 [10 30 2]
