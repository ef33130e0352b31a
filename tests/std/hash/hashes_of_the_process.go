// run
// Equal bytes and equal values have equal hashes, however they are written.
package main

import (
	"fmt"
	"hash"
	"hash/maphash"
	"math"
	"strings"
)

type pair struct {
	a string
	b any
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	seed := maphash.MakeSeed()
	fmt.Println(seed == maphash.MakeSeed(), seed == seed)
	long := strings.Repeat("0123456789", 100)
	different := map[uint64]bool{}
	for n := range 1000 {
		s := long[:n]
		var h maphash.Hash
		h.SetSeed(seed)
		for i := 0; i < n; i += 7 {
			h.WriteString(s[i:min(i+7, n)])
		}
		sum := h.Sum64()
		h.Reset()
		for i := range n {
			h.WriteByte(s[i])
		}
		var g maphash.Hash
		g.SetSeed(h.Seed())
		fmt.Fprint(&g, s)
		if sum != maphash.String(seed, s) || sum != maphash.Bytes(seed, []byte(s)) || sum != h.Sum64() || sum != g.Sum64() {
			fmt.Println("differs:", n)
		}
		different[sum] = true
	}
	fmt.Println(len(different))
	var h maphash.Hash
	var _ hash.Hash64 = &h
	h.Write([]byte(long))
	c, err := h.Clone()
	fmt.Println(err, c.(*maphash.Hash).Sum64() == h.Sum64(), len(h.Sum(nil)), h.Size(), h.BlockSize())
	sum := h.Sum64()
	b := h.Sum([]byte{1})
	for i := range 8 {
		if b[1+i] != byte(sum>>(8*i)) {
			fmt.Println("byte", i)
		}
	}
	h.WriteByte(1)
	fmt.Println(h.Sum64() == sum, maphash.String(seed, "a") == maphash.String(maphash.MakeSeed(), "a"))

	x, y := pair{"a" + long[:1], 1.5}, pair{string([]byte("a0")), 1.5}
	fmt.Println(maphash.Comparable(seed, x) == maphash.Comparable(seed, y), maphash.Comparable(seed, pair{"a0", 2}) == maphash.Comparable(seed, y))
	fmt.Println(maphash.Comparable(seed, 0.0) == maphash.Comparable(seed, math.Copysign(0, -1)), maphash.Comparable(seed, math.NaN()) == maphash.Comparable(seed, math.NaN()))
	fmt.Println(maphash.Comparable(seed, "abc") == maphash.Comparable(seed, "ab"+string([]byte("c"))), maphash.Comparable(seed, [2]int{1, 2}) == maphash.Comparable(seed, [2]int{2, 1}))
	try(func() { maphash.Comparable[any](seed, []int{1}) })
	try(func() { maphash.Comparable(seed, pair{"", map[int]int{}}) })
	try(func() { maphash.String(maphash.Seed{}, "") })
	try(func() { h.SetSeed(maphash.Seed{}) })
	var p, q maphash.Hash
	p.SetSeed(seed)
	q.SetSeed(seed)
	maphash.WriteComparable(&p, 1)
	p.WriteString("s")
	q.WriteString("s")
	maphash.WriteComparable(&q, 1)
	fmt.Println(p.Sum64() == q.Sum64())
	var k maphash.Hasher[string] = maphash.ComparableHasher[string]{}
	p.Reset()
	q.Reset()
	k.Hash(&p, "key")
	maphash.WriteComparable(&q, "key")
	fmt.Println(p.Sum64() == q.Sum64(), k.Equal("a", "a"), k.Equal("a", "b"))
}

// Output:
// false true
// 1000
// <nil> true 8 8 128
// false false
// true false
// true false
// true false
// runtime error: hash of unhashable type []int
// runtime error: hash of unhashable type map[int]int
// maphash: use of uninitialized Seed
// maphash: use of uninitialized Seed
// false
// true true false
