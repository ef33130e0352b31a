// run
package main

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
)

// stingy fails after some bytes.
type stingy struct{ left int }

func (s *stingy) Write(p []byte) (int, error) {
	if len(p) > s.left {
		return s.left, errors.New("full")
	}
	s.left -= len(p)
	return len(p), nil
}

// slow gives a byte at a time.
type slow struct{ text string }

func (s *slow) Read(p []byte) (int, error) {
	if s.text == "" {
		return 0, io.EOF
	}
	p[0] = s.text[0]
	s.text = s.text[1:]
	return 1, nil
}

func main() {
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	text := hex.EncodeToString(all)
	fmt.Println(text)
	back, err := hex.DecodeString(strings.ToUpper(text))
	fmt.Println(bytes.Equal(all, back), err)
	for _, s := range []string{"", "0", "g", "0g", "g0", "00g", "001", "0011g", "0011gg", "é0", "aBcD", "\xff"} {
		b, err := hex.DecodeString(s)
		fmt.Printf("%q %x %v\n", s, b, err)
		b, err = hex.AppendDecode([]byte("in:"), []byte(s))
		fmt.Printf("%q %v\n", b, err)
		read, err := io.ReadAll(hex.NewDecoder(&slow{s}))
		fmt.Printf("%x %v\n", read, err)
	}
	fmt.Printf("%s %d %d\n", hex.AppendEncode([]byte("in:"), all[250:]), hex.EncodedLen(7), hex.DecodedLen(7))
	var out bytes.Buffer
	e := hex.NewEncoder(&out)
	for i := range 4 {
		fmt.Println(e.Write(all[i*40 : i*60]))
	}
	fmt.Println(out.String())
	fmt.Println(hex.NewEncoder(&stingy{5}).Write(all[:10]))
	read, err := io.ReadAll(hex.NewDecoder(strings.NewReader(text)))
	fmt.Println(bytes.Equal(read, all), err)
	for _, n := range []int{0, 1, 7, 8, 9, 15, 16, 17, 40} {
		fmt.Print(hex.Dump(all[20 : 20+n]))
	}
	d := hex.Dumper(&out)
	out.Reset()
	for i := range 5 {
		d.Write(all[i*30 : i*30+i])
	}
	fmt.Println(d.Close(), d.Close())
	fmt.Println(d.Write(all))
	fmt.Print(out.String())
	for room := range 90 {
		d := hex.Dumper(&stingy{room})
		n, err := d.Write(all[:17])
		fmt.Print(n, err, d.Close(), " ")
	}
	fmt.Println()
	defer func() { fmt.Println(recover() != nil) }()
	hex.Decode(make([]byte, 1), []byte("0011"))
}
