// run

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type broken struct{ n int }

func (b broken) Write(p []byte) (int, error) { return b.n, errors.New("broken") }

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) - 1, nil }

func main() {
	var b bytes.Buffer
	fmt.Println(b.Len(), b.Cap(), b.Available(), b.String() == "")
	b.WriteString("hello, ")
	fmt.Println(b.Len(), b.Cap(), b.Available())
	b.Write([]byte("world"))
	b.WriteByte('!')
	fmt.Println(b.WriteRune('ö'))
	fmt.Println(b.WriteRune(-1))
	fmt.Printf("%q %d %d\n", b.String(), b.Len(), b.Cap())
	p := make([]byte, 5)
	n, err := b.Read(p)
	fmt.Println(n, err, string(p), b.Len())
	fmt.Println(b.UnreadByte(), b.UnreadByte(), b.UnreadRune())
	fmt.Printf("%q\n", b.Next(2))
	fmt.Println(b.ReadByte())
	line, err := b.ReadString('!')
	fmt.Printf("%q %v\n", line, err)
	fmt.Println(b.ReadRune())
	fmt.Println(b.UnreadRune(), b.UnreadRune())
	peek, err := b.Peek(2)
	fmt.Printf("%q %v\n", peek, err)
	peek, err = b.Peek(99)
	fmt.Printf("%q %v\n", peek, err)
	rest, err := b.ReadBytes('\n')
	fmt.Printf("%q %v\n", rest, err)
	fmt.Println(b.ReadByte())
	fmt.Println(b.ReadRune())
	fmt.Println(b.Read(nil))
	fmt.Println(b.Read(p))

	caps := []int{}
	var g bytes.Buffer
	for i := range 5000 {
		g.WriteByte(byte(i))
		if i%3 == 0 {
			g.ReadByte()
		}
		if len(caps) == 0 || caps[len(caps)-1] != g.Cap() {
			caps = append(caps, g.Cap())
		}
	}
	fmt.Println(caps)
	g.Truncate(3)
	fmt.Println(g.Len(), g.Bytes())
	g.Grow(10000)
	fmt.Println(g.Len(), g.Cap())
	g.Reset()
	fmt.Println(g.Len(), g.Cap())
	g.Write(append(g.AvailableBuffer(), "appended"...))
	fmt.Println(g.String())

	nb := bytes.NewBufferString("one two")
	m, err := nb.ReadFrom(strings.NewReader(strings.Repeat("x", 2000)))
	fmt.Println(m, err, nb.Len(), nb.Cap())
	var sink bytes.Buffer
	m, err = nb.WriteTo(&sink)
	fmt.Println(m, err, nb.Len(), sink.Len(), sink.Cap())
	m, err = sink.WriteTo(broken{3})
	fmt.Println(m, err, sink.Len())
	m, err = sink.WriteTo(short{})
	fmt.Println(m, err, sink.Len())
	fmt.Println(bytes.NewBuffer([]byte("taken")).String(), (*bytes.Buffer)(nil))

	r := bytes.NewReader([]byte("röad"))
	fmt.Println(r.Len(), r.Size())
	fmt.Println(r.ReadByte())
	fmt.Println(r.ReadRune())
	fmt.Println(r.UnreadRune(), r.UnreadRune(), r.UnreadByte())
	at, err := r.Seek(-2, io.SeekEnd)
	fmt.Println(at, err)
	n, err = r.ReadAt(p, 1)
	fmt.Printf("%d %v %q\n", n, err, p[:n])
	m, err = r.WriteTo(&sink)
	fmt.Println(m, err, sink.String())
	fmt.Println(r.Read(p))
	_, err = r.Seek(-1, io.SeekStart)
	fmt.Println(err)
	r.Reset([]byte("z"))
	fmt.Println(r.Len(), r.UnreadByte())

	for _, f := range []func(){
		func() { b.Truncate(-1) },
		func() { b.Grow(-1) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

// Output:
// 0 0 0 true
// 7 64 57
// 2 <nil>
// 3 <nil>
// "hello, world!ö�" 18 64
// 5 <nil> hello 13
// <nil> bytes.Buffer: UnreadByte: previous operation was not a successful read bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune
// "o,"
// 32 <nil>
// "world!" <nil>
// 246 2 <nil>
// <nil> bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune
// "ö" <nil>
// "ö�" EOF
// "ö�" EOF
// 0 EOF
// 0 0 EOF
// 0 <nil>
// 0 EOF
// [64 96 160 288 480 896 1536 2688 4864]
// 3 [131 132 133]
// 3 10880
// 0 10880
// appended
// 2000 <nil> 2007 4864
// 2007 <nil> 0 2007 2048
// 3 broken 2004
// 2003 short write 1
// taken <nil>
// 5 5
// 114 <nil>
// 246 2 <nil>
// <nil> bytes.Reader.UnreadRune: previous operation was not ReadRune <nil>
// 3 <nil>
// 4 EOF "öad"
// 2 <nil> xad
// 0 EOF
// bytes.Reader.Seek: negative position
// 1 bytes.Reader.UnreadByte: at beginning of slice
// bytes.Buffer: truncation out of range
// bytes.Buffer.Grow: negative count
