// run
// Every method of Reader and Writer, at the borders of their buffers.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

func reader() {
	r := bufio.NewReaderSize(strings.NewReader("alpha\nbeta\r\nγδ last line that is longer than the buffer\nend"), 16)
	fmt.Println(r.Size(), r.Buffered())
	p := make([]byte, 3)
	n, err := r.Read(p)
	fmt.Printf("%d %v %q %d\n", n, err, p, r.Buffered())
	n, err = r.Read(nil)
	fmt.Println(n, err)
	b, err := r.ReadBytes('\n')
	fmt.Printf("%q %v\n", b, err)
	line, prefix, err := r.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	c, size, err := r.ReadRune()
	fmt.Printf("%c %d %v\n", c, size, err)
	fmt.Println(r.UnreadRune(), r.UnreadRune())
	n, err = r.Discard(2)
	fmt.Println(n, err)
	for {
		line, prefix, err := r.ReadLine()
		fmt.Printf("%q %v %v\n", line, prefix, err)
		if err != nil {
			break
		}
	}
	r.Reset(strings.NewReader("0123456789abcdefghij,k"))
	b, err = r.ReadSlice(',')
	fmt.Printf("%q %v %v\n", b, err, err == bufio.ErrBufferFull)
	n, err = r.Discard(100)
	fmt.Println(n, err)
	_, err = r.Discard(-1)
	fmt.Println(err)
	_, err = r.Peek(-1)
	fmt.Println(err)
	r.Reset(strings.NewReader("short"))
	b, err = r.Peek(17)
	fmt.Printf("%q %v\n", b, err)
	b, err = r.Peek(9)
	fmt.Printf("%q %v\n", b, err)
	fmt.Println(r.ReadByte())
	fmt.Println(r.UnreadByte(), r.UnreadByte())
	var out bytes.Buffer
	m, err := r.WriteTo(&out)
	fmt.Println(m, err, out.String())
	fmt.Println(r.ReadString(' '))
}

type failing struct{ after int }

func (f *failing) Write(p []byte) (int, error) {
	if f.after < len(p) {
		return f.after, errors.New("full")
	}
	f.after -= len(p)
	return len(p), nil
}

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

func writer() {
	var out bytes.Buffer
	w := bufio.NewWriterSize(&out, 8)
	fmt.Println(w.Size(), w.Available(), w.Buffered())
	fmt.Println(w.Write([]byte("abc")))
	fmt.Println(w.WriteByte('d'), w.Buffered())
	fmt.Println(w.WriteRune('é'))
	fmt.Println(w.WriteRune('日'))
	fmt.Println(w.WriteRune(-1))
	fmt.Println(w.WriteString("a text longer than the buffer"))
	fmt.Printf("%d %d %q\n", w.Available(), w.Buffered(), out.String())
	b := w.AvailableBuffer()
	fmt.Println(len(b), cap(b))
	fmt.Println(w.Write(append(b, "xy"...)))
	fmt.Println(w.ReadFrom(strings.NewReader("from a reader")))
	fmt.Println(w.Flush(), w.Flush())
	fmt.Printf("%q\n", out.String())
	w.Reset(&failing{3})
	fmt.Println(w.WriteString("1234567"))
	fmt.Println(w.Flush())
	fmt.Println(w.WriteByte('x'))
	fmt.Println(w.Write([]byte("x")))
	fmt.Println(w.ReadFrom(strings.NewReader("x")))
	w.Reset(short{})
	fmt.Println(w.WriteString("1234567"))
	fmt.Println(w.Flush())
	fmt.Println(bufio.NewWriterSize(w, 4) != w, bufio.NewWriterSize(w, 8) == w, bufio.NewWriter(io.Discard).Size())
}

func scanner() {
	for _, split := range []bufio.SplitFunc{bufio.ScanLines, bufio.ScanBytes, bufio.ScanRunes, bufio.ScanWords} {
		s := bufio.NewScanner(strings.NewReader("ab\r\n\nç \xff d\n"))
		s.Buffer(make([]byte, 0, 4), 16)
		s.Split(split)
		for s.Scan() {
			fmt.Printf("%q ", s.Bytes())
		}
		fmt.Println(s.Err())
	}
	s := bufio.NewScanner(strings.NewReader("a line that does not fit"))
	s.Buffer(make([]byte, 4), 8)
	fmt.Println(s.Scan(), s.Err(), s.Err() == bufio.ErrTooLong)
	for _, end := range []error{nil, bufio.ErrFinalToken, errors.New("mine")} {
		s = bufio.NewScanner(strings.NewReader("one two three"))
		s.Split(func(data []byte, atEOF bool) (int, []byte, error) {
			n, token, err := bufio.ScanWords(data, atEOF)
			if string(token) == "two" {
				return n, token, end
			}
			return n, token, err
		})
		for s.Scan() {
			fmt.Print(s.Text(), " ")
		}
		fmt.Println(s.Err())
	}
	for _, bad := range []int{-1, 100} {
		s = bufio.NewScanner(strings.NewReader("abc"))
		s.Split(func(data []byte, atEOF bool) (int, []byte, error) { return bad, nil, nil })
		fmt.Println(s.Scan(), s.Err())
	}
	defer func() { fmt.Println(recover()) }()
	s.Buffer(nil, 1)
}

func main() {
	reader()
	writer()
	scanner()
	var out bytes.Buffer
	both := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(&out))
	text, err := both.ReadString(0)
	fmt.Println(text, err)
	fmt.Fprint(both, "out")
	fmt.Println(both.Flush(), out.String(), both.Reader.Buffered(), both.Writer.Buffered())
}

// Output:
// 16 0
// 3 <nil> "alp" 13
// 0 <nil>
// "ha\n" <nil>
// "beta" false <nil>
// γ 2 <nil>
// <nil> bufio: invalid use of UnreadRune
// 2 <nil>
// "δ last line tha" true <nil>
// "t is longer than" true <nil>
// " the buffer" false <nil>
// "end" false <nil>
// "" false EOF
// "0123456789abcdef" bufio: buffer full true
// 6 EOF
// bufio: negative count
// bufio: negative count
// "short" bufio: buffer full
// "short" EOF
// 115 <nil>
// <nil> bufio: invalid use of UnreadByte
// 5 <nil> short
//  EOF
// 8 8 0
// 3 <nil>
// <nil> 4
// 2 <nil>
// 3 <nil>
// 3 <nil>
// 29 <nil>
// 8 0 "abcdé日�a text longer than the buffer"
// 0 8
// 2 <nil>
// 13 <nil>
// <nil> <nil>
// "abcdé日�a text longer than the bufferxyfrom a reader"
// 7 <nil>
// full
// full
// 0 full
// 0 full
// 7 <nil>
// short write
// false true 4096
// "ab" "" "ç \xff d" <nil>
// "a" "b" "\r" "\n" "\n" "\xc3" "\xa7" " " "\xff" " " "d" "\n" <nil>
// "a" "b" "\r" "\n" "\n" "ç" " " "�" " " "d" "\n" <nil>
// "ab" "ç" "\xff" "d" <nil>
// false bufio.Scanner: token too long true
// one two three <nil>
// one two <nil>
// one mine
// false bufio.Scanner: SplitFunc returns negative advance count
// false bufio.Scanner: SplitFunc returns advance count beyond input
// Buffer called after Scan
// in EOF
// <nil> out 0 0
