// run
// Readers and writers made of others.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type once struct{ err error }

func (o once) Write(p []byte) (int, error) { return 1, o.err }

func main() {
	s := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	fmt.Println(s.Size())
	p := make([]byte, 3)
	for range 3 {
		n, err := s.Read(p)
		fmt.Printf("%d %q %v\n", n, p[:n], err)
	}
	for _, at := range []int64{-1, 0, 3, 5, 6} {
		n, err := s.ReadAt(p, at)
		fmt.Printf("%d %q %v\n", n, p[:n], err)
	}
	fmt.Println(s.Seek(1, io.SeekStart))
	fmt.Println(s.Seek(1, io.SeekCurrent))
	fmt.Println(s.Seek(-1, io.SeekEnd))
	fmt.Println(s.Seek(-9, io.SeekEnd))
	fmt.Println(s.Seek(0, 9))
	outer, off, n := s.Outer()
	_, same := outer.(*strings.Reader)
	fmt.Println(same, off, n)

	l := io.LimitReader(strings.NewReader("abcdef"), 4).(*io.LimitedReader)
	for range 3 {
		n, err := l.Read(p)
		fmt.Printf("%d %q %v %d\n", n, p[:n], err, l.N)
	}

	var seen bytes.Buffer
	t := io.TeeReader(strings.NewReader("tee"), &seen)
	all, err := io.ReadAll(t)
	fmt.Printf("%q %v %q\n", all, err, seen.String())
	_, err = io.ReadAll(io.TeeReader(strings.NewReader("tee"), once{errors.New("no")}))
	fmt.Println(err)

	var a, b bytes.Buffer
	m := io.MultiWriter(&a, io.MultiWriter(&b), io.Discard)
	fmt.Println(m.Write([]byte("to all ")))
	fmt.Println(io.WriteString(m, "and text"))
	fmt.Println(a.String(), "|", b.String())
	fmt.Println(io.MultiWriter(&a, once{nil}, &b).Write([]byte("xyz")))
	fmt.Println(io.MultiWriter(&a, once{errors.New("stop")}, &b).Write([]byte("xyz")))

	for _, min := range []int{0, 2, 3, 4, 5} {
		buffer := make([]byte, 4)
		n, err := io.ReadAtLeast(strings.NewReader("abc"), buffer, min)
		fmt.Printf("%d %q %v\n", n, buffer[:n], err)
	}
	_, err = io.ReadAtLeast(strings.NewReader(""), p, 1)
	fmt.Println(err)

	var dst bytes.Buffer
	n, err = io.CopyBuffer(struct{ io.Writer }{&dst}, struct{ io.Reader }{strings.NewReader("copied")}, make([]byte, 4))
	fmt.Println(n, err, dst.String())
	func() {
		defer func() { fmt.Println(recover()) }()
		io.CopyBuffer(&dst, strings.NewReader(""), []byte{})
	}()
	n, err = io.CopyBuffer(once{nil}, struct{ io.Reader }{strings.NewReader("copied")}, nil)
	fmt.Println(n, err)
	c := io.NopCloser(strings.NewReader("x"))
	_, writes := c.(io.WriterTo)
	fmt.Println(c.Close(), writes)
	_, writes = io.NopCloser(struct{ io.Reader }{}).(io.WriterTo)
	fmt.Println(writes)
}

// Output:
// 5
// 3 "234" <nil>
// 2 "56" <nil>
// 0 "" EOF
// 0 "" EOF
// 3 "234" <nil>
// 2 "56" EOF
// 0 "" EOF
// 0 "" EOF
// 1 <nil>
// 2 <nil>
// 4 <nil>
// 0 Seek: invalid offset
// 0 Seek: invalid whence
// true 2 5
// 3 "abc" <nil> 1
// 1 "d" <nil> 0
// 0 "" EOF 0
// "tee" <nil> "tee"
// no
// 7 <nil>
// 8 <nil>
// to all and text | to all and text
// 1 short write
// 1 stop
// 0 "" <nil>
// 3 "abc" <nil>
// 3 "abc" <nil>
// 3 "abc" unexpected EOF
// 0 "" short buffer
// EOF
// 6 <nil> copied
// empty buffer in CopyBuffer
// 1 short write
// <nil> true
// false
