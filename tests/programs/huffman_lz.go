// run

// Compression from scratch: canonical Huffman codes over LZ77 with hash chains, bit writers and readers behind io interfaces, CRC,
// round trips of odd inputs, damage detected; sizes beside compress/flate's only as an upper bound.
package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"math/rand"
	"slices"
	"strings"
)

type BitWriter struct {
	w    io.ByteWriter
	bits uint64
	n    uint
	err  error
}

func (b *BitWriter) Write(v uint64, n uint) {
	b.bits |= v << b.n
	b.n += n
	for b.n >= 8 {
		if err := b.w.WriteByte(byte(b.bits)); err != nil && b.err == nil {
			b.err = err
		}
		b.bits >>= 8
		b.n -= 8
	}
}

func (b *BitWriter) Flush() error {
	if b.n > 0 {
		b.Write(0, 8-b.n)
	}
	return b.err
}

type BitReader struct {
	r    io.ByteReader
	bits uint64
	n    uint
}

func (b *BitReader) Read(n uint) uint64 {
	for b.n < n {
		c, err := b.r.ReadByte()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			panic(corrupt{err})
		}
		b.bits |= uint64(c) << b.n
		b.n += 8
	}
	v := b.bits & (1<<n - 1)
	b.bits >>= n
	b.n -= n
	return v
}

type corrupt struct{ error }

func (c corrupt) Unwrap() error { return c.error }

type tree struct {
	weight int
	symbol int
	kids   [2]*tree
}

type forest []*tree

func (f forest) Len() int { return len(f) }
func (f forest) Less(i, j int) bool {
	if f[i].weight != f[j].weight {
		return f[i].weight < f[j].weight
	}
	return f[i].symbol < f[j].symbol
}
func (f forest) Swap(i, j int) { f[i], f[j] = f[j], f[i] }
func (f *forest) Push(x any)   { *f = append(*f, x.(*tree)) }
func (f *forest) Pop() any {
	last := len(*f) - 1
	defer func() { *f = (*f)[:last] }()
	return (*f)[last]
}

type code struct {
	bits uint32
	len  uint8
}

const maxLen = 15

func lengths(counts []int) []uint8 {
	out := make([]uint8, len(counts))
	scale := 1
again:
	f := &forest{}
	for s, c := range counts {
		if c > 0 {
			heap.Push(f, &tree{weight: (c + scale - 1) / scale, symbol: s})
		}
	}
	if f.Len() == 1 {
		out[(*f)[0].symbol] = 1
		return out
	}
	for f.Len() > 1 {
		a, b := heap.Pop(f).(*tree), heap.Pop(f).(*tree)
		heap.Push(f, &tree{a.weight + b.weight, min(a.symbol, b.symbol), [...]*tree{a, b}})
	}
	var walk func(t *tree, depth uint8) bool
	walk = func(t *tree, depth uint8) bool {
		if t.kids[0] == nil {
			out[t.symbol] = depth
			return depth <= maxLen
		}
		return walk(t.kids[0], depth+1) && walk(t.kids[1], depth+1)
	}
	if f.Len() == 1 && !walk((*f)[0], 0) {
		scale *= 2
		goto again
	}
	return out
}

func canonical(lens []uint8) []code {
	codes := make([]code, len(lens))
	next := uint32(0)
	for l := uint8(1); l <= maxLen; l++ {
		for s, n := range lens {
			if n == l {
				reversed := uint32(0)
				for i := range l {
					reversed |= next >> i & 1 << (l - 1 - i)
				}
				codes[s] = code{reversed, l}
				next++
			}
		}
		next <<= 1
	}
	return codes
}

type decoder map[code]int

func (d decoder) read(r *BitReader) int {
	var c code
	for c.len < maxLen {
		c.bits |= uint32(r.Read(1)) << c.len
		c.len++
		if s, ok := d[c]; ok {
			return s
		}
	}
	panic(corrupt{errors.New("bad code")})
}

type token struct {
	literal byte
	length  int
	dist    int
}

const (
	minMatch = 4
	window   = 1 << 12
)

func tokens(data []byte, emit func(token) bool) {
	heads := map[[minMatch]byte]int{}
	prev := make([]int, len(data))
	for i := 0; i < len(data); {
		best := token{literal: data[i]}
		insert := func(at int) {
			if at+minMatch <= len(data) {
				key := [minMatch]byte(data[at:])
				if old, ok := heads[key]; ok {
					prev[at] = old + 1
				}
				heads[key] = at
			}
		}
		if i+minMatch <= len(data) {
			if at, ok := heads[[minMatch]byte(data[i:])]; ok {
				for tries := 0; tries < 16 && i-at <= window; tries++ {
					n := 0
					for i+n < len(data) && n < 255+minMatch && data[at+n] == data[i+n] {
						n++
					}
					if n >= minMatch && n > best.length {
						best = token{length: n, dist: i - at}
					}
					if prev[at] == 0 {
						break
					}
					at = prev[at] - 1
				}
			}
		}
		if !emit(best) {
			return
		}
		for range max(1, best.length) {
			insert(i)
			i++
		}
	}
}

func Compress(w io.Writer, data []byte) (err error) {
	var head [12]byte
	copy(head[:], "HLZ1")
	binary.BigEndian.PutUint32(head[4:], uint32(len(data)))
	binary.BigEndian.PutUint32(head[8:], crc32.ChecksumIEEE(data))
	if _, err := w.Write(head[:]); err != nil {
		return err
	}
	var all []token
	counts := make([]int, 257)
	for t := range func(yield func(token) bool) { tokens(data, yield) } {
		all = append(all, t)
		if t.length > 0 {
			counts[256]++
		} else {
			counts[t.literal]++
		}
	}
	buf := bufio.NewWriter(w)
	defer func() { err = errors.Join(err, buf.Flush()) }()
	out := &BitWriter{w: buf}
	lens := lengths(counts)
	for _, l := range lens {
		out.Write(uint64(l), 4)
	}
	codes := canonical(lens)
	for _, t := range all {
		c := codes[t.literal]
		if t.length > 0 {
			c = codes[256]
		}
		out.Write(uint64(c.bits), uint(c.len))
		if t.length > 0 {
			out.Write(uint64(t.length-minMatch), 8)
			out.Write(uint64(t.dist-1), 12)
		}
	}
	return out.Flush()
}

func Decompress(r io.Reader) (data []byte, err error) {
	defer func() {
		switch e := recover().(type) {
		case corrupt:
			err = fmt.Errorf("corrupt: %w", e)
		case nil:
		default:
			panic(e)
		}
	}()
	var head struct {
		Magic    [4]byte
		Len, Sum uint32
	}
	if err := binary.Read(r, binary.BigEndian, &head); err != nil {
		return nil, err
	}
	if string(head.Magic[:]) != "HLZ1" {
		return nil, fmt.Errorf("magic %q", head.Magic)
	}
	in := &BitReader{r: bufio.NewReader(r)}
	lens := make([]uint8, 257)
	for i := range lens {
		lens[i] = uint8(in.Read(4))
	}
	decode := decoder{}
	for s, c := range canonical(lens) {
		if c.len > 0 {
			decode[c] = s
		}
	}
	for len(data) < int(head.Len) {
		s := decode.read(in)
		if s < 256 {
			data = append(data, byte(s))
			continue
		}
		n, dist := int(in.Read(8))+minMatch, int(in.Read(12))+1
		if dist > len(data) {
			panic(corrupt{fmt.Errorf("distance %d of %d", dist, len(data))})
		}
		for range n {
			data = append(data, data[len(data)-dist])
		}
	}
	var h hash.Hash32 = crc32.NewIEEE()
	h.Write(data)
	if h.Sum32() != head.Sum {
		panic(corrupt{fmt.Errorf("sum %08x, not %08x", h.Sum32(), head.Sum)})
	}
	return data, nil
}

type failing struct{ after int }

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func main() {
	random := rand.New(rand.NewSource(5))
	noise := make([]byte, 300)
	random.Read(noise)
	skewed := []byte{}
	for i := range 12 {
		skewed = append(skewed, bytes.Repeat([]byte{byte(i)}, 1<<i)...)
	}
	random.Shuffle(len(skewed), func(i, j int) { skewed[i], skewed[j] = skewed[j], skewed[i] })
	inputs := []struct {
		name string
		data []byte
	}{
		{"empty", nil}, {"one", []byte("x")}, {"run", bytes.Repeat([]byte{'a'}, 1000)},
		{"text", []byte(strings.Repeat("how much wood would a woodchuck chuck ", 20))},
		{"noise", noise}, {"skewed", skewed}, {"utf8", []byte(strings.Repeat("жук ", 100))},
	}
	for _, in := range inputs {
		var buf bytes.Buffer
		err := Compress(&buf, in.data)
		packed := slices.Clone(buf.Bytes())
		back, err2 := Decompress(&buf)
		fmt.Printf("%-7s %5d -> %5d %v %v %v\n", in.name, len(in.data), len(packed), bytes.Equal(back, in.data), err, err2)
		if in.name != "text" {
			continue
		}
		for _, at := range []int{0, 6, 10, 30, 145, len(packed) - 1} {
			bad := slices.Clone(packed)
			bad[at] ^= 0x55
			_, err := Decompress(bytes.NewReader(bad))
			fmt.Println(at, err)
		}
		for _, n := range []int{0, 5, 20, 150} {
			_, err := Decompress(bytes.NewReader(packed[:n]))
			fmt.Println(n, err, errors.Is(err, io.ErrUnexpectedEOF))
		}
		fmt.Println(Compress(&failing{12}, in.data), Compress(&failing{3}, nil))
	}
}

// Output:
// empty       0 ->   141 true <nil> <nil>
// one         1 ->   141 true <nil> <nil>
// run      1000 ->   152 true <nil> <nil>
// text      760 ->   167 true <nil> <nil>
// 0 magic "\x1dLZ1"
// 6 corrupt: unexpected EOF
// 10 corrupt: sum 48df4ff7, not 48df1af7
// 30 corrupt: sum cc818481, not 48df4ff7
// 145 corrupt: distance 106 of 17
// 166 corrupt: distance 2726 of 556
// 0 EOF false
// 5 unexpected EOF true
// 20 corrupt: unexpected EOF true
// 150 corrupt: unexpected EOF true
// short write short write
// noise     300 ->   416 true <nil> <nil>
// skewed   4095 ->  2114 true <nil> <nil>
// utf8      700 ->   152 true <nil> <nil>
