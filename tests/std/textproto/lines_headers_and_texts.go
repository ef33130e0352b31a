// run
// Lines, answers, headers and texts that end with a dot, right and wrong, then made of random pieces; requests in their order.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"slices"
	"strings"
	"sync"
)

const texts = 120 // in bulk: 20000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func reader(s string) *textproto.Reader {
	return textproto.NewReader(bufio.NewReaderSize(strings.NewReader(s), 64))
}

func show(h textproto.MIMEHeader) string {
	var names []string
	for name, values := range h {
		names = append(names, fmt.Sprintf("%q: %q", name, values))
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// all reads a text in every way.
func all(s string) {
	fmt.Printf("%q\n", s)
	r := reader(s)
	for range 3 {
		line, err := r.ReadLine()
		fmt.Printf("%q %v ", line, err)
	}
	r = reader(s)
	for range 2 {
		line, err := r.ReadContinuedLine()
		fmt.Printf("%q %v ", line, err)
	}
	line, err := r.ReadLineBytes()
	fmt.Printf("%q %t %v\n", line, line == nil, err)
	line, err = r.ReadContinuedLineBytes()
	fmt.Printf("%q %t %v\n", line, line == nil, err)
	for _, expected := range []int{0, 2, 25, 250, 1000, -1} {
		r = reader(s)
		code, message, err := r.ReadCodeLine(expected)
		fmt.Printf("%d %q %v %T; ", code, message, err, err)
		code, message, err = reader(s).ReadResponse(expected)
		fmt.Printf("%d %q %v %T; ", code, message, err, err)
	}
	fmt.Println()
	header, err := reader(s).ReadMIMEHeader()
	fmt.Println(show(header), header == nil, err)
	r = reader(s)
	text, err := r.ReadDotBytes()
	next, err2 := r.ReadLine()
	fmt.Printf("%q %v %q %v\n", text, err, next, err2)
	r = reader(s)
	lines, err := r.ReadDotLines()
	next, err2 = r.ReadLine()
	fmt.Printf("%q %v %q %v\n", lines, err, next, err2)
	r = reader(s)
	d := r.DotReader()
	b := make([]byte, 3)
	n, err := d.Read(b)
	next, err2 = r.ReadLine()
	fmt.Printf("%q %v %q %v\n", b[:n], err, next, err2)
	n, err = d.Read(b)
	fmt.Printf("%q %v\n", b[:n], err)
	var out bytes.Buffer
	w := textproto.NewWriter(bufio.NewWriter(&out))
	dot := w.DotWriter()
	n, err = io.WriteString(dot, s)
	fmt.Printf("%d %v %v %v ", n, err, w.PrintfLine("%s %d", "end", 1), dot.Close())
	fmt.Printf("%q\n", out.String())
}

func headers() {
	h := textproto.MIMEHeader{}
	h.Add("content-type", "a")
	h.Add("Content-Type", "b")
	h.Set("x-y", "c")
	fmt.Println(show(h), h.Get("CONTENT-type"), h.Values("content-Type"), h.Get("none"), h.Values("none") == nil)
	h.Set("content-type", "d")
	h.Del("X-Y")
	fmt.Println(show(h), textproto.MIMEHeader(nil).Get("a"), textproto.MIMEHeader(nil).Values("a"))
	for _, s := range []string{"", "a", "accept-encoding", "uSER-aGENT", "a b", "é", "x--y-", "-a", "A_b*C", "host", "foo:bar", "a\tb", "WWW-Authenticate", "1a-2b"} {
		fmt.Printf("%q ", textproto.CanonicalMIMEHeaderKey(s))
	}
	fmt.Println()
	for _, s := range []string{"", " ", " \t\r\na b\n", "a", "\v", "\u00a0x"} {
		fmt.Printf("%q %q ", textproto.TrimString(s), textproto.TrimBytes([]byte(s)))
	}
	fmt.Println()
	fmt.Println(&textproto.Error{Code: 7, Msg: "a\nb"}, textproto.ProtocolError("p").Error(), (&textproto.Error{Code: 550}).Error())
}

type pipe struct {
	io.Reader
	io.Writer
}

func (pipe) Close() error { return errors.New("closed") }

type failing struct{}

func (failing) Write(b []byte) (int, error) { return 0, errors.New("failed") }

func conns() {
	var out bytes.Buffer
	c := textproto.NewConn(pipe{strings.NewReader("220 hello\r\n250-one\r\n250 two\r\nA: b\r\n\r\n"), &out})
	id, err := c.Cmd("HELO %s", "x")
	id2, err2 := c.Cmd("%d", 5)
	fmt.Println(id, err, id2, err2, c.Next())
	fmt.Printf("%q\n", out.String())
	c.StartResponse(id)
	code, message, err := c.ReadCodeLine(220)
	c.EndResponse(id)
	fmt.Println(code, message, err)
	c.StartResponse(id2)
	code, message, err = c.ReadResponse(3)
	c.EndResponse(id2)
	fmt.Printf("%d %q %v\n", code, message, err)
	h, err := c.ReadMIMEHeader()
	fmt.Println(show(h), err, c.Close())
	c = textproto.NewConn(pipe{strings.NewReader(""), failing{}})
	id, err = c.Cmd("x")
	fmt.Println(id, err)
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		c.EndRequest(7)
	}()
	var p textproto.Pipeline
	var wg sync.WaitGroup
	var order []uint
	for range 5 {
		id := p.Next()
		wg.Add(1)
		go func() {
			defer wg.Done()
			p.StartRequest(4 - id + 0*id)
			order = append(order, 4-id)
			p.EndRequest(4 - id)
			p.StartResponse(id)
			p.EndResponse(id)
		}()
	}
	wg.Wait()
	fmt.Println(order)
}

func main() {
	headers()
	conns()
	for _, s := range []string{"", "\n", "220 ok\r\n", "250-a\n250-b\n250 c\n", "250-a\r\nb\r\n251 c\r\n250 d\r\n", "25\n", "abc def\n", "099 x\n", "25x y\n", "250\n", "250-\n250 \n", "2500 x\n",
		"A: b\nC: d\n e\n\tf\n\nrest\n", "a: b\r\nA: c\r\n\r\n", " a: b\n\n", "a b\n\n", "a b: c\n\n", ": x\n\n", "a:\n\n", "a: \x01\n\n", "a: \xff\n\n", "é: x\n\n", "a: b\nx\n\n", "a: b", "a: b\r\n c",
		"host:  x  \n\n", "..a\n.\nnext\n", "a\r\n..b\r\n.\r\nnext\r\n", "a\rb\n.\n", ".\rx\n.\r\n", "..\n.", "\r\r\n.\n", strings.Repeat("long: line ", 20) + "\n\n", "a: b\n" + strings.Repeat(" x\n", 5) + "\n"} {
		all(s)
	}
	pieces := []string{"\n", "\r\n", "\r", ".", "..", " ", "\t", "a", "B:", "x-y: z", "250 ", "250-", ":", "\n.", "\n\n", "\r\n.\r\n", "-"}
	for range texts {
		var b strings.Builder
		for range 1 + random(12) {
			b.WriteString(pieces[random(len(pieces))])
		}
		all(b.String())
	}
	r := textproto.Reader{R: bufio.NewReader(strings.NewReader("x\n"))}
	w := textproto.Writer{W: bufio.NewWriter(io.Discard)}
	line, err := r.ReadLine()
	fmt.Println(line, err, w.PrintfLine("x"))
}
