// run
// Encodings of all lengths; every short text of an alphabet with padding, newlines and wrong characters is decoded.
package main

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
)

const depth = 3 // in bulk: 7

var encodings = []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding,
	base64.StdEncoding.Strict(), base64.RawStdEncoding.Strict(), base64.StdEncoding.WithPadding('*')}

var hash uint64 = 14695981039346656037
var count int

func note(s string) {
	for i := range len(s) {
		hash = (hash ^ uint64(s[i])) * 1099511628211
	}
	count++
	if count%997 == 0 {
		fmt.Printf("%q %d\n", s, hash)
	}
}

func decode(s string) {
	for i, e := range encodings {
		b, err := e.DecodeString(s)
		note(fmt.Sprint(i, s, b, err))
	}
}

func try(s string, left int) {
	decode(s)
	if left > 0 {
		for _, c := range []string{"A", "/", "_w", "=", "\n", "QQ=="} {
			try(s+c, left-1)
		}
	}
}

type slow struct {
	text string
	step int
}

func (s *slow) Read(p []byte) (int, error) {
	if s.text == "" {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), s.step)], s.text)
	s.text = s.text[n:]
	return n, nil
}

func main() {
	data := make([]byte, 2000)
	for i := range data {
		data[i] = byte(i*i + i>>4)
	}
	for _, e := range encodings {
		for n := range 10 {
			s := e.EncodeToString(data[n*7 : n*8])
			b, err := e.DecodeString(s)
			fmt.Println(s, bytes.Equal(b, data[n*7:n*8]), err, e.EncodedLen(n), e.DecodedLen(len(s)))
		}
		fmt.Printf("%s\n", e.AppendEncode([]byte("in:"), data[:5]))
		b, err := e.AppendDecode([]byte("in:"), e.AppendEncode(nil, data[3:10]))
		fmt.Printf("%q %v\n", b, err)
		var out strings.Builder
		w := base64.NewEncoder(e, &out)
		for n := range 20 {
			w.Write(data[n : 2*n])
		}
		w.Write(data)
		w.Close()
		for _, step := range []int{1, 3, 1000} {
			r := base64.NewDecoder(e, &slow{out.String()[:700*min(step, 4)/4+500*(step/1000)], step})
			b, err := io.ReadAll(r)
			note(fmt.Sprint(b, err))
			fmt.Println(len(b), err, hash)
		}
		r := base64.NewDecoder(e, strings.NewReader("QUJD\nREVG\r\nRw"+strings.Repeat("=", 2)))
		for range 8 {
			p := make([]byte, 2)
			n, err := r.Read(p)
			fmt.Print(string(p[:n]), err, " ")
		}
		fmt.Println()
	}
	try("", depth)
	fmt.Println(count, hash)
	for _, f := range []func(){
		func() { base64.NewEncoding("abc") },
		func() { base64.NewEncoding(strings.Repeat("a", 64)) },
		func() { base64.NewEncoding("\n" + strings.Repeat("a", 63)) },
		func() { base64.StdEncoding.WithPadding('A') },
		func() { base64.StdEncoding.WithPadding('\n') },
		func() { base64.StdEncoding.WithPadding(256) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	w := base64.NewEncoder(base64.StdEncoding, failing{})
	fmt.Println(w.Write([]byte("ab")))
	fmt.Println(w.Write([]byte("cd")))
	fmt.Println(w.Write([]byte("cd")))
	fmt.Println(w.Close())
}

type failing struct{}

func (failing) Write(p []byte) (int, error) { return 0, errors.New("no") }
