// run

// What a store put into memory is what a later load gives, until something else may have written there.
package main

import (
	"fmt"
	"unsafe"
)

type record struct {
	small  int8
	wide   int64
	float  float32
	name   string
	list   []int
	any    any
	next   *record
	parts  [3]int32
	nested struct{ a, b uint16 }
}

var (
	global   int
	other    int
	pointer  = &global
	word     uint64
	released *record
)

// Fields of one object do not overlap, the same field does.
func fields(r *record) (int8, int64, int64) {
	r.small = int8(r.wide)
	r.wide = 300
	a := r.small
	r.small = -1
	return a, r.wide + int64(r.small), int64(a) + r.wide
}

// Two pointers may be one.
func aliases(p, q *record) (int64, string, int) {
	p.wide = 1
	q.wide = 2
	p.name = "p"
	q.name = "q"
	p.list = []int{1}
	q.list = nil
	return p.wide, p.name, len(p.list)
}

func globals(p *int) (int, int) {
	global = 1
	*p = 2
	a := global
	other = 3
	*p += 5
	return a + global, other
}

// Narrow stores into a word.
func pieces(p *uint64) (uint64, uint16, uint8) {
	*p = 0x1122334455667788
	low := (*uint16)(unsafe.Pointer(p))
	*low = 0xabcd
	a := *p
	*(*uint8)(unsafe.Add(unsafe.Pointer(p), 1)) = 0xff
	return a, *low, uint8(*p)
}

func conversions(r *record, i int) (int8, uint16, float32, bool) {
	r.small = int8(i)
	r.nested.a = uint16(i)
	r.nested.b = uint16(-i)
	r.float = float32(i) / 3
	return r.small, r.nested.a - r.nested.b, r.float * 3, float64(r.float) == float64(i)/3
}

func between(r *record, f func()) (int64, *record) {
	r.wide = 7
	r.next = r
	f()
	return r.wide, r.next
}

func branches(r *record, which int) int64 {
	r.wide = int64(which)
	if which > 1 {
		r.next.wide = 50
		if which > 2 {
			return r.wide
		}
		r.wide++
	}
	return r.wide * 2
}

func loop(r *record, n int) (sum int64) {
	r.wide = 1
	for i := 0; i < n; i++ {
		sum += r.wide
		r.wide += 2
		sum += r.wide
		r.next.wide *= 3
	}
	return sum + r.wide
}

func arrays(r *record, i int) int32 {
	r.parts[1] = 5
	r.parts[i] = 6
	return r.parts[1] + r.parts[0]
}

func places(i int) (int, string, [2]int) {
	var x struct {
		n int
		s string
		a [2]int
	}
	p := &x
	x.n = 1
	p.n += 2
	x.s = "x"
	set := func() { x.n *= 10; x.s += "y"; p = nil }
	if i > 0 {
		set()
	}
	x.a[0] = x.n
	x.a[i] = 9
	return x.n, x.s, [2]int{x.a[0], x.a[1]}
}

func recovered(r *record) (result int64) {
	defer func() {
		recover()
		result = r.wide
	}()
	r.wide = 1
	r.next.next.wide = 2
	r.wide = 3
	return r.wide
}

func swaps(r *record) (string, any, []int) {
	r.name, r.any = "first", 1
	n, a := r.name, r.any
	r.name, r.any, r.list = fmt.Sprint(a), n, append(r.list[:0], len(n))
	released = r
	return r.name + n, r.any, r.list
}

// Mixing as generators of random numbers do.
type state struct{ s [4]uint64 }

func (x *state) next() uint64 {
	result := x.s[1] * 5
	t := x.s[1] << 17
	x.s[2] ^= x.s[0]
	x.s[3] ^= x.s[1]
	x.s[1] ^= x.s[2]
	x.s[0] ^= x.s[3]
	x.s[2] ^= t
	x.s[3] = x.s[3]<<45 | x.s[3]>>19
	return result
}

func main() {
	r := &record{wide: 200, list: []int{1, 2}}
	fmt.Println(fields(r))
	fmt.Println(aliases(r, r))
	fmt.Println(aliases(r, &record{}))
	fmt.Println(globals(pointer))
	fmt.Println(globals(&other))
	fmt.Println(pieces(&word))
	fmt.Println(conversions(r, 1000))
	wide, next := between(r, func() { r.wide = 8; r.next = nil })
	fmt.Println(wide, next)
	for which := range 4 {
		r.next = r
		fmt.Println(branches(r, which))
		r.next = &record{}
		fmt.Println(branches(r, which))
	}
	r.next = r
	fmt.Println(loop(r, 5))
	r.next = &record{}
	fmt.Println(loop(r, 5))
	fmt.Println(arrays(r, 0), arrays(r, 1), arrays(r, 2))
	fmt.Println(places(0))
	fmt.Println(places(1))
	fmt.Println(recovered(r), recovered(&record{next: &record{next: r}}), r.wide)
	r.next = r
	fmt.Println(recovered(r))
	fmt.Println(swaps(r))
	x := state{[4]uint64{1, 2, 3, 4}}
	for range 20 {
		x.next()
	}
	fmt.Println(x.next(), x)
}

// Output:
// -56 299 244
// 2 q 0
// 1 p 1
// 9 3
// 2 8
// 1234605616436521933 65485 205
// -24 2000 1000 false
// 8 <nil>
// 0
// 0
// 2
// 2
// 102
// 6
// 50
// 3
// 1917
// 71
// 11 12 11
// 3 x [9 0]
// 30 xy [30 9]
// 1 3 2
// 3
// 1first first [5]
// 250413395432877650 {[11151674125047387055 5510416870821504739 10886840398696433993 3934240998029778311]}
