// Package suffixarray finds texts in a text by an array of its suffixes in order.
package suffixarray

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"regexp"
	"slices"
	"sort"
)

// Index is a text with its suffixes in order. Go keeps them in 4 bytes each where the text is small enough.
type Index struct {
	data   []byte
	suffix []int32
}

// New returns an index of data, which must not change.
func New(data []byte) *Index {
	if uint64(len(data)) > math.MaxInt32 {
		panic("not supported by govm: suffixarray of more than 2 GiB")
	}
	return &Index{data, sorted(data)}
}

// sorted orders the suffixes by doubling: ordered by their first n bytes, ranks tell how they compare in the first 2n.
func sorted(data []byte) []int32 {
	count := len(data)
	suffix, rank, next := make([]int32, count), make([]int32, count), make([]int32, count)
	for i, c := range data {
		suffix[i] = int32(i)
		rank[i] = int32(c)
	}
	for n := 0; ; n = max(1, 2*n) {
		// rank of the suffix behind the first n bytes; a shorter one comes first
		second := func(i int32) int32 {
			if int(i)+n < count {
				return rank[int(i)+n]
			}
			return -1
		}
		compare := func(a, b int32) int {
			if rank[a] != rank[b] {
				return int(rank[a] - rank[b])
			}
			return int(second(a) - second(b))
		}
		slices.SortFunc(suffix, compare)
		distinct := true
		for i, s := range suffix {
			switch {
			case i == 0:
				next[s] = 0
			case compare(suffix[i-1], s) == 0:
				next[s] = next[suffix[i-1]]
				distinct = false
			default:
				next[s] = next[suffix[i-1]] + 1
			}
		}
		rank, next = next, rank
		if distinct {
			return suffix
		}
	}
}

// Bytes returns the text.
func (x *Index) Bytes() []byte { return x.data }

func (x *Index) at(i int) []byte { return x.data[x.suffix[i]:] }

// lookup returns the suffixes that begin with s.
func (x *Index) lookup(s []byte) []int32 {
	first := sort.Search(len(x.suffix), func(i int) bool { return bytes.Compare(x.at(i), s) >= 0 })
	n := sort.Search(len(x.suffix)-first, func(i int) bool { return !bytes.HasPrefix(x.at(first+i), s) })
	return x.suffix[first : first+n]
}

// Lookup returns at most n places where s is, in no order; all if n < 0.
func (x *Index) Lookup(s []byte, n int) (result []int) {
	if len(s) == 0 || n == 0 {
		return nil
	}
	found := x.lookup(s)
	if n < 0 || len(found) < n {
		n = len(found)
	}
	for _, i := range found[:n] {
		result = append(result, int(i))
	}
	return result
}

// FindAllIndex returns at most n matches of r that do not overlap, in order; all if n < 0. A text that matches begin with is looked up.
func (x *Index) FindAllIndex(r *regexp.Regexp, n int) (result [][]int) {
	prefix, complete := r.LiteralPrefix()
	literal := []byte(prefix)
	if prefix == "" {
		return r.FindAllIndex(x.data, n)
	}
	most := n // to look up: matches that overlap do not count, so that more may be needed
	for {
		found := x.Lookup(literal, most)
		all := n < 0 || len(found) < most
		slices.Sort(found)
		result = nil
		end := 0
		for _, at := range found {
			if len(result) == n {
				break
			}
			if at < end {
				continue
			}
			match := []int{0, len(prefix)}
			if !complete {
				if match = anchored(r).FindIndex(x.data[at:]); match == nil {
					continue
				}
			}
			end = at + match[1]
			result = append(result, []int{at, end})
		}
		if all || len(result) == n {
			return result
		}
		most *= 2
	}
}

// anchored is r at the beginning of a text only.
func anchored(r *regexp.Regexp) *regexp.Regexp { return regexp.MustCompile("^" + r.String()) }

// An index is written as the length of the text in 10 bytes, the text, and blocks of suffixes: each the size of the block in 10 bytes and
// the numbers as varints.
const blockBytes = 16 << 10

var errTooBig = errors.New("suffixarray: data too large")

func writeInt(w io.Writer, n int) error {
	var b [binary.MaxVarintLen64]byte
	binary.PutVarint(b[:], int64(n))
	_, err := w.Write(b[:])
	return err
}

func readInt(r io.Reader) (int64, error) {
	var b [binary.MaxVarintLen64]byte
	_, err := io.ReadFull(r, b[:])
	n, _ := binary.Varint(b[:])
	return n, err
}

// Write writes the index.
func (x *Index) Write(w io.Writer) error {
	if err := writeInt(w, len(x.data)); err != nil {
		return err
	}
	if _, err := w.Write(x.data); err != nil {
		return err
	}
	block := make([]byte, 0, blockBytes)
	for rest := x.suffix; len(rest) > 0; {
		block = block[:binary.MaxVarintLen64]
		for len(rest) > 0 && len(block)+binary.MaxVarintLen64 < blockBytes {
			block = binary.AppendUvarint(block, uint64(rest[0]))
			rest = rest[1:]
		}
		binary.PutVarint(block[:binary.MaxVarintLen64], int64(len(block)))
		if _, err := w.Write(block); err != nil {
			return err
		}
	}
	return nil
}

// Read reads an index that Write has written.
func (x *Index) Read(r io.Reader) error {
	n, err := readInt(r)
	if err != nil {
		return err
	}
	if n < 0 || n > math.MaxInt32 {
		return errTooBig
	}
	x.data = make([]byte, n)
	x.suffix = make([]int32, 0, n)
	if _, err := io.ReadFull(r, x.data); err != nil {
		return err
	}
	for int64(len(x.suffix)) < n {
		size, err := readInt(r)
		if err != nil {
			return err
		}
		if size < binary.MaxVarintLen64 || size > blockBytes {
			return errTooBig
		}
		block := make([]byte, size-binary.MaxVarintLen64)
		if _, err := io.ReadFull(r, block); err != nil {
			return err
		}
		for len(block) > 0 && int64(len(x.suffix)) < n {
			i, k := binary.Uvarint(block)
			x.suffix = append(x.suffix, int32(i))
			block = block[max(k, 1):]
		}
	}
	return nil
}
