package bzip2

import (
	"cmp"
	"slices"
)

// tree finds symbols by their bits: each entry is where to go on at 0 and at 1, or the symbol, inverted, if that is known.
type tree [][2]int16

// code is a symbol and its bits, the first the highest.
type code struct {
	bits   uint32
	symbol int16
	length byte
}

// newTree returns the tree of symbols of these lengths: the longer come first, of those as long the later.
func newTree(lengths []byte) (tree, error) {
	codes := make([]code, len(lengths))
	for i, length := range lengths {
		codes[i] = code{symbol: int16(i), length: length}
	}
	slices.SortFunc(codes, func(a, b code) int { return cmp.Or(cmp.Compare(b.length, a.length), cmp.Compare(b.symbol, a.symbol)) })
	next := uint32(0)
	for i := range codes {
		codes[i].bits = next
		next += 1 << (32 - codes[i].length)
	}
	slices.SortFunc(codes, func(a, b code) int { return cmp.Compare(a.bits, b.bits) })
	t := make(tree, 0, len(codes))
	_, err := t.add(codes, 0)
	return t, err
}

// add adds an entry for codes that are equal before a bit, and returns where it is. Bits in which all are equal are left out.
func (t *tree) add(codes []code, bit uint) (int16, error) {
	if len(codes) < 2 {
		return 0, StructuralError("empty Huffman tree")
	}
	ones := slices.IndexFunc(codes, func(c code) bool { return c.bits<<bit>>31 == 1 })
	if ones <= 0 {
		if bit == 31 {
			return 0, StructuralError("equal symbols in Huffman tree")
		}
		return t.add(codes, bit+1)
	}
	at := len(*t)
	*t = append(*t, [2]int16{})
	// The first of the codes are those whose bits were given last.
	for i, half := range [][]code{codes[ones:], codes[:ones]} {
		to := ^half[0].symbol
		if len(half) > 1 {
			var err error
			if to, err = t.add(half, bit+1); err != nil {
				return 0, err
			}
		}
		(*t)[at][i] = to
	}
	return int16(at), nil
}

// read returns the next symbol.
func (t tree) read(in *bits) int {
	at := int16(0)
	for {
		bit := uint64(0)
		if in.count > 0 {
			in.count--
			bit = in.word >> in.count & 1
		} else {
			bit = in.read(1)
		}
		if at = t[at][bit]; at < 0 {
			return int(^at)
		}
	}
}
