// run
// Values of all shapes in all orders, errors, varints.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"strings"
)

const rounds = 20 // in bulk: 5000

var state uint64 = 0x2545f4914f6cdd1d

func random() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state >> (state & 63)
}

type inner struct {
	A int8
	B [3]uint16
	_ int32
	C complex64
}

type outer struct {
	X bool
	Y inner
	Z [2]inner
	F float64
	G float32
	H complex128
	I int64
}

type hidden struct{ a int32 }

type number int32

// middle is an order of its own.
type middle struct{ binary.ByteOrder }

func (m middle) Uint32(b []byte) uint32       { return m.ByteOrder.Uint32(b)<<16 | m.ByteOrder.Uint32(b)>>16 }
func (m middle) PutUint32(b []byte, v uint32) { m.ByteOrder.PutUint32(b, v<<16|v>>16) }

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func main() {
	orders := []binary.ByteOrder{binary.LittleEndian, binary.BigEndian, binary.NativeEndian, middle{binary.BigEndian}}
	for i := range rounds {
		a := outer{random()&1 == 0, inner{int8(random()), [3]uint16{uint16(random()), 1, 2}, 0, complex(float32(random()), 1)}, [2]inner{}, math.Float64frombits(random() >> 2), float32(random()), complex(1, float64(random())), int64(random())}
		order := orders[i%4]
		var b bytes.Buffer
		err := binary.Write(&b, order, a)
		fmt.Printf("%x %v %d\n", b.Bytes(), err, binary.Size(a))
		var c outer
		n, err := binary.Decode(b.Bytes(), order, &c)
		fmt.Println(c, n, err, a == c)
		ints := []int32{int32(random()), int32(random())}
		d, err := binary.Append([]byte("x"), order, ints)
		fmt.Printf("%x %v\n", d, err)
		var e [2]int32
		fmt.Println(binary.Read(bytes.NewReader(d[1:]), order, &e), e)
		fmt.Println(binary.Read(bytes.NewReader(d[1:]), order, ints), ints)
		u := random()
		v := binary.AppendVarint(binary.AppendUvarint(nil, u), int64(u))
		x, n := binary.Uvarint(v)
		y, m := binary.Varint(v[n:])
		fmt.Printf("%x %d %d %d %d\n", v, x, n, y, m)
		r := bytes.NewReader(v)
		x, err = binary.ReadUvarint(r)
		y, err2 := binary.ReadVarint(r)
		fmt.Println(x, err, y, err2)
	}
	for _, order := range orders[:3] {
		fmt.Printf("%v %#v\n", order, order)
		more := order.(binary.AppendByteOrder)
		b := more.AppendUint64(more.AppendUint32(more.AppendUint16(nil, 0x0102), 0x03040506), 0x0708090a0b0c0d0e)
		fmt.Printf("%x %x %x %x %s\n", b, order.Uint16(b), order.Uint32(b[2:]), order.Uint64(b[6:]), more)
		order.PutUint16(b, 1)
		order.PutUint32(b[2:], 2)
		order.PutUint64(b[6:], 3)
		fmt.Println(b)
		try(func() { order.Uint16(b[:1]) })
		try(func() { order.Uint32(b[:1]) })
		try(func() { order.PutUint64(b[:7], 1) })
	}
	le := binary.LittleEndian
	one := int64(5)
	for _, data := range []any{true, int8(-1), uint8(2), int16(-3), uint16(4), int32(-5), uint32(6), int64(-7), uint64(8), float32(1.5), 2.5, complex64(1), complex(1, 2),
		[]bool{true, false}, []int8{-1}, []byte("ab"), []int16{-2}, []uint16{3}, []int32{-4}, []uint32{5}, []int64{-6}, []uint64{7}, []float32{1}, []float64{2}, []complex64{3}, [2]bool{false, true},
		&one, number(9), []number{1, 2}, []inner{{A: 1}}, &inner{A: 2}, hidden{7}, struct{}{}, []struct{}{{}}, []int64{},
		1, uint(1), uintptr(1), "s", []int{1}, []string{}, map[int8]int8{}, struct{ A int }{}, (*inner)(nil), (*number)(nil), func() {}} {
		var b bytes.Buffer
		fmt.Printf("%T %d %v", data, binary.Size(data), binary.Write(&b, le, data))
		fmt.Printf(" %x", b.Bytes())
		buf := make([]byte, 20)
		n, err := binary.Encode(buf, le, data)
		fmt.Printf(" %d %v", n, err)
		_, err = binary.Append(nil, le, data)
		fmt.Println(" ", err)
		try(func() {
			r := bytes.NewReader([]byte("\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13"))
			err := binary.Read(r, le, data)
			fmt.Println("  ", err, r.Len())
		})
		try(func() {
			n, err := binary.Decode([]byte{1, 2, 3}, le, data)
			fmt.Println("  ", n, err)
		})
	}
	var none *int32
	try(func() { fmt.Println(binary.Size(none)) })
	try(func() { binary.Write(io.Discard, le, none) })
	try(func() { fmt.Println(binary.Read(strings.NewReader("abcd"), le, none)) })
	var flag bool
	binary.Decode([]byte{7}, le, &flag)
	fmt.Println(flag, one)
	fmt.Println(binary.Read(strings.NewReader("ab"), le, &one), binary.Read(strings.NewReader(""), le, &one))
	fmt.Println(binary.Encode(nil, le, one))
	try(func() { binary.Read(strings.NewReader("abcd"), le, &hidden{}) })
	for _, text := range []string{"", "\x80", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01", "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80", "\x01"} {
		x, n := binary.Uvarint([]byte(text))
		y, m := binary.Varint([]byte(text))
		z, err := binary.ReadUvarint(strings.NewReader(text))
		w, err2 := binary.ReadVarint(strings.NewReader(text))
		fmt.Println(x, n, y, m, z, err, w, err2, err == io.EOF, binary.MaxVarintLen16, binary.MaxVarintLen32)
	}
	buf := make([]byte, binary.MaxVarintLen64)
	fmt.Println(binary.PutUvarint(buf, 300), binary.PutVarint(buf[2:], -300), buf)
	try(func() { binary.PutUvarint(buf[:1], 300) })
}
