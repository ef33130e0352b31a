// run

// Reading and writing elements and fields of each width: in arrays of the frame, behind pointers, in slices, in slices of
// slices and of structs, and in package variables.
package main

import "fmt"

type word interface {
	int8 | int16 | int32 | int64 | uint8 | uint16 | uint32 | uint64 | float32 | float64
}

type pair[T word] struct {
	first, second T
}

//go:noinline
func inFrame[T word](i, j int, v T) T {
	var a [5]T
	a[0] = v
	a[i] = v + 1
	a[j] += a[i] + a[0]
	return a[j] + a[1] + a[i]
}

//go:noinline
func behindPointer[T word](a *[5]T, i, j int, v T) T {
	a[0] = v
	a[i] = v + 1
	a[j] += a[i] + a[0]
	return a[j] + a[1] + a[i]
}

//go:noinline
func inSlice[T word](s []T, i, j int, v T) T {
	s[0] = v
	s[i] = v + 1
	s[j] += s[i] + s[0]
	return s[j] + s[1] + s[i]
}

//go:noinline
func inSliceOfSlices[T word](s [][]T, i, j int, v T) T {
	s[0][0] = v
	s[i][j] = v + 1
	s[j][i] += s[i][j] + s[0][0]
	return s[j][i] + s[i][j]
}

//go:noinline
func inStructs[T word](s []pair[T], i, j int, v T) T {
	s[i].first = v
	s[j].second = v + 1
	s[i].second += s[i].first + s[j].second
	return s[i].second + s[j].first + s[j].second
}

func all[T word](name string, v T) {
	var a [5]T
	rows := [][]T{make([]T, 4), make([]T, 4), make([]T, 4), make([]T, 4)}
	fmt.Println(name, inFrame(2, 3, v), behindPointer(&a, 2, 3, v), inSlice(make([]T, 6), 2, 3, v), inSliceOfSlices(rows, 2, 3, v),
		inStructs(make([]pair[T], 5), 2, 3, v), a, rows)
}

type large struct {
	a, b, c int
	name    string
}

//go:noinline
func copyLarge(s []large, i, j int) large {
	s[j] = s[i]
	s[j].a++
	x := s[j]
	return x
}

var (
	signed8    int8
	signed16   int16
	unsigned16 uint16
	complexes  complex128
	texts      [3]string
)

//go:noinline
func globals(v int) {
	signed8 = int8(v)
	signed16 = int16(v)
	unsigned16 = uint16(v)
	complexes = complex(float64(v), 1)
	texts[v&1] = "odd"
}

//go:noinline
func store(p *complex128, c complex128) { *p = c }

//go:noinline
func zeroArrays(p *[40]large, q *[3]int, i int) bool {
	*p = [40]large{}
	*q = [3]int{}
	return p[i].name == "" && q[i%3] == 0
}

//go:noinline
func signedElement(b []int8, i int) int { return int(b[i]) }

type node struct {
	weight float64
	next   *node
}

//go:noinline
func sum(a, b *node) float64 { return a.weight + b.weight }

//go:noinline
func (n *node) addedTo(other *node) float64 {
	n.weight *= 2
	return n.weight + other.weight
}

type tree struct {
	left, right *tree
	names       [6]string
	sums        [40]int
}

//go:noinline
func reset(t *tree, all []tree, i int) {
	*t = tree{}
	all[i] = tree{}
	all[i+1].sums = [40]int{}
}

//go:noinline
func resetNil(t *tree) (failed any) {
	defer func() { failed = recover() }()
	*t = tree{}
	return nil
}

//go:noinline
func inOne(i, v int) (before int, failed any) {
	var a [1]int
	defer func() { failed = recover() }()
	a[0] = v
	before = a[0]
	a[i]++
	return a[i], nil
}

//go:noinline
func outside(a [4]string, i int) (s string, failed any) {
	defer func() { failed = recover() }()
	return a[i], nil
}

//go:noinline
func outsidePointer(a *[4]struct{}, i int) (failed any) {
	defer func() { failed = recover() }()
	_ = a[i]
	return nil
}

//go:noinline
func outsideEmpty(a []struct{}, i int) (failed any) {
	defer func() { failed = recover() }()
	_ = a[i]
	return nil
}

//go:noinline
func increase(s []int, i, by int) { s[i] += by }

//go:noinline
func sameTwice(s []int, i, j int) int {
	if s[i+1] < s[j] {
		s[i+1], s[j] = s[j], s[i+1]
	}
	s[i+1] += s[i+1] + s[j]
	return s[i+1] - s[j]
}

func main() {
	numbers := []int{1, 2, 3, 4}
	increase(numbers, 2, 40)
	fmt.Println(numbers, sameTwice(numbers, 0, 2), sameTwice(numbers, 1, 3), numbers)
	all[int8]("int8", -100)
	all[int16]("int16", -30000)
	all[int32]("int32", -2000000000)
	all[int64]("int64", -2000000000000)
	all[uint8]("uint8", 200)
	all[uint16]("uint16", 60000)
	all[uint32]("uint32", 4000000000)
	all[uint64]("uint64", 4000000000000)
	all[float32]("float32", 1.5)
	all("float64", 2.5)
	fmt.Println(copyLarge([]large{{1, 2, 3, "x"}, {4, 5, 6, "y"}, {}}, 1, 2))
	globals(200)
	globals(40001)
	fmt.Println(signed8, signed16, unsigned16, complexes, texts, int(signed8)+int(signed16)+int(unsigned16))
	var c complex128
	store(&c, 3+4i)
	fmt.Println(c, zeroArrays(new([40]large), new([3]int), 7), signedElement([]int8{1, -5}, 1), sum(&node{1.5, nil}, &node{2, nil}))
	fmt.Println((&node{weight: 3}).addedTo(&node{weight: 0.5}))
	t := tree{left: &tree{}, names: [6]string{"n"}}
	all := []tree{t, t, t}
	all[2].sums[3] = 4
	reset(&t, all, 1)
	fmt.Println(t, all[0].left != nil, all[0].names, all[1], all[2].left != nil, all[2].sums, resetNil(nil))
	fmt.Println(inOne(0, 5))
	fmt.Println(inOne(1, 5))
	fmt.Println(outside([4]string{"a", "b", "c", "d"}, 3))
	fmt.Println(outside([4]string{}, 4))
	fmt.Println(outsidePointer(new([4]struct{}), 5), outsideEmpty(make([]struct{}, 2), -1))
}

// Output:
// [1 88 10 2] 86 8 [1 88 10 2]
// int8 -42 -42 -42 -42 -42 [-100 0 -99 57 0] [[-100 0 0 0] [0 0 0 0] [0 0 0 -99] [0 0 57 0]]
// int16 -24462 -24462 -24462 -24462 -24462 [-30000 0 -29999 5537 0] [[-30000 0 0 0] [0 0 0 0] [0 0 0 -29999] [0 0 5537 0]]
// int32 -1705032702 -1705032702 -1705032702 -1705032702 -1705032702 [-2000000000 0 -1999999999 294967297 0] [[-2000000000 0 0 0] [0 0 0 0] [0 0 0 -1999999999] [0 0 294967297 0]]
// int64 -5999999999998 -5999999999998 -5999999999998 -5999999999998 -5999999999998 [-2000000000000 0 -1999999999999 -3999999999999 0] [[-2000000000000 0 0 0] [0 0 0 0] [0 0 0 -1999999999999] [0 0 -3999999999999 0]]
// uint8 90 90 90 90 90 [200 0 201 145 0] [[200 0 0 0] [0 0 0 0] [0 0 0 201] [0 0 145 0]]
// uint16 48930 48930 48930 48930 48930 [60000 0 60001 54465 0] [[60000 0 0 0] [0 0 0 0] [0 0 0 60001] [0 0 54465 0]]
// uint32 3410065410 3410065410 3410065410 3410065410 3410065410 [4000000000 0 4000000001 3705032705 0] [[4000000000 0 0 0] [0 0 0 0] [0 0 0 4000000001] [0 0 3705032705 0]]
// uint64 12000000000002 12000000000002 12000000000002 12000000000002 12000000000002 [4000000000000 0 4000000000001 8000000000001 0] [[4000000000000 0 0 0] [0 0 0 0] [0 0 0 4000000000001] [0 0 8000000000001 0]]
// float32 6.5 6.5 6.5 6.5 6.5 [1.5 0 2.5 4 0] [[1.5 0 0 0] [0 0 0 0] [0 0 0 2.5] [0 0 4 0]]
// float64 9.5 9.5 9.5 9.5 9.5 [2.5 0 3.5 6 0] [[2.5 0 0 0] [0 0 0 0] [0 0 0 3.5] [0 0 6 0]]
// {5 5 6 y}
// 65 -25535 40001 (40001+1i) [odd odd ] 14531
// (3+4i) true -5 3.5
// 6.5
// {<nil> <nil> [     ] [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0]} true [n     ] {<nil> <nil> [     ] [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0]} true [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0] runtime error: invalid memory address or nil pointer dereference
// 6 <nil>
// 5 runtime error: index out of range [1] with length 1
// d <nil>
//  runtime error: index out of range [4] with length 4
// runtime error: index out of range [5] with length 4 runtime error: index out of range [-1]
