package netip

import (
	"cmp"
	"math/bits"
)

// uint128 is a number of 128 bits.
type uint128 struct{ hi, lo uint64 }

// first returns it with all but the first n bits zero.
func (u uint128) first(n int) uint128 {
	return uint128{u.hi &^ (^uint64(0) >> n), u.lo & (^uint64(0) << (128 - n))}
}

func (u uint128) compare(v uint128) int {
	return cmp.Or(cmp.Compare(u.hi, v.hi), cmp.Compare(u.lo, v.lo))
}

func (u uint128) plusOne() uint128 {
	lo, carry := bits.Add64(u.lo, 1, 0)
	return uint128{u.hi + carry, lo}
}

func (u uint128) minusOne() uint128 {
	lo, borrow := bits.Sub64(u.lo, 1, 0)
	return uint128{u.hi - borrow, lo}
}
