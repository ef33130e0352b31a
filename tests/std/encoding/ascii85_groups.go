// run
// Ascii85: groups of four bytes, short ones at the end, zeros, what does not belong there.
package main

import (
	"bytes"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing/iotest"
)

type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func main() {
	for _, s := range []string{"", "h", "he", "hel", "hell", "hello", "\x00\x00\x00\x00", "\x00\x00\x00", "\x00\x00\x00\x00w", "\xff\xff\xff\xff"} {
		enc := make([]byte, ascii85.MaxEncodedLen(len(s)))
		n := ascii85.Encode(enc, []byte(s))
		fmt.Printf("%q %d %q\n", s, len(enc), enc[:n])
	}
	for _, s := range []string{
		"BOu!rD", "BOu!rDZBb;", "z", "zz!", "B z", "BOz", "~", "x", "vvvvv", "uuuuu", "!!!!!", "", "a", "ab", "\nB O\tu!r\x01", " \n!", "s8W-!", "s8W-\"",
	} {
		for _, flush := range []bool{true, false} {
			d := make([]byte, 40)
			n, read, err := ascii85.Decode(d, []byte(s), flush)
			fmt.Printf("%q %q %d %v  ", s, d[:n], read, err)
		}
		for _, r := range []io.Reader{strings.NewReader(s), iotest.OneByteReader(strings.NewReader(s))} {
			b, err := io.ReadAll(ascii85.NewDecoder(r))
			fmt.Printf("%q %v  ", b, err)
		}
		fmt.Println()
	}
	n, read, err := ascii85.Decode(make([]byte, 5), []byte("BOu!rDZBb;"), true)
	fmt.Println(n, read, err, ascii85.CorruptInputError(7).Error())
	var text bytes.Buffer
	w := ascii85.NewEncoder(&text)
	for i := range 400 {
		if _, err := io.WriteString(w, "abcdefghi"[:i%10]); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(w.Close(), text.Len(), text.String()[2000:2060])
	back, err := io.ReadAll(ascii85.NewDecoder(iotest.HalfReader(&text)))
	fmt.Println(len(back), string(back[1700:1740]), err)
	w = ascii85.NewEncoder(&full{7})
	for range 3 {
		n, err := io.WriteString(w, "12345")
		fmt.Println(n, err)
	}
	fmt.Println(w.Close())
	_, err = io.ReadAll(ascii85.NewDecoder(iotest.ErrReader(errors.New("no text"))))
	fmt.Println(err)
}

// Output:
// "" 0 ""
// "h" 5 "BE"
// "he" 5 "BOq"
// "hel" 5 "BOtu"
// "hell" 5 "BOu!r"
// "hello" 10 "BOu!rDZ"
// "\x00\x00\x00\x00" 5 "z"
// "\x00\x00\x00" 5 "!!!!"
// "\x00\x00\x00\x00w" 10 "zG5"
// "\xff\xff\xff\xff" 5 "s8W-!"
// "BOu!rD" "" 0 illegal ascii85 data at input byte 6  "BOu!rD" "hell" 5 <nil>  "hell" illegal ascii85 data at input byte 1  "hell" illegal ascii85 data at input byte 1
// "BOu!rDZBb;" "hello\x00\x00\x00" 10 <nil>  "BOu!rDZBb;" "hello\x00\x00\x00" 10 <nil>  "hello\x00\x00\x00" <nil>  "hello\x00\x00\x00" <nil>
// "z" "\x00\x00\x00\x00" 1 <nil>  "z" "\x00\x00\x00\x00" 1 <nil>  "\x00\x00\x00\x00" <nil>  "\x00\x00\x00\x00" <nil>
// "zz!" "" 0 illegal ascii85 data at input byte 3  "zz!" "\x00\x00\x00\x00\x00\x00\x00\x00" 2 <nil>  "\x00\x00\x00\x00\x00\x00\x00\x00" illegal ascii85 data at input byte 1  "\x00\x00\x00\x00\x00\x00\x00\x00" illegal ascii85 data at input byte 1
// "B z" "" 0 illegal ascii85 data at input byte 2  "B z" "" 0 illegal ascii85 data at input byte 2  "" illegal ascii85 data at input byte 2  "" illegal ascii85 data at input byte 1
// "BOz" "" 0 illegal ascii85 data at input byte 2  "BOz" "" 0 illegal ascii85 data at input byte 2  "" illegal ascii85 data at input byte 2  "" illegal ascii85 data at input byte 2
// "~" "" 0 illegal ascii85 data at input byte 0  "~" "" 0 illegal ascii85 data at input byte 0  "" illegal ascii85 data at input byte 0  "" illegal ascii85 data at input byte 0
// "x" "" 0 illegal ascii85 data at input byte 0  "x" "" 0 illegal ascii85 data at input byte 0  "" illegal ascii85 data at input byte 0  "" illegal ascii85 data at input byte 0
// "vvvvv" "" 0 illegal ascii85 data at input byte 0  "vvvvv" "" 0 illegal ascii85 data at input byte 0  "" illegal ascii85 data at input byte 0  "" illegal ascii85 data at input byte 0
// "uuuuu" "\bx\x0e\xc4" 5 <nil>  "uuuuu" "\bx\x0e\xc4" 5 <nil>  "\bx\x0e\xc4" <nil>  "\bx\x0e\xc4" <nil>
// "!!!!!" "\x00\x00\x00\x00" 5 <nil>  "!!!!!" "\x00\x00\x00\x00" 5 <nil>  "\x00\x00\x00\x00" <nil>  "\x00\x00\x00\x00" <nil>
// "" "" 0 <nil>  "" "" 0 <nil>  "" <nil>  "" <nil>
// "a" "" 0 illegal ascii85 data at input byte 1  "a" "" 0 <nil>  "" illegal ascii85 data at input byte 1  "" illegal ascii85 data at input byte 1
// "ab" "\xc9" 2 <nil>  "ab" "" 0 <nil>  "\xc9" <nil>  "\xc9" <nil>
// "\nB O\tu!r\x01" "hell" 9 <nil>  "\nB O\tu!r\x01" "hell" 8 <nil>  "hell" <nil>  "hell" <nil>
// " \n!" "" 0 illegal ascii85 data at input byte 3  " \n!" "" 0 <nil>  "" illegal ascii85 data at input byte 1  "" illegal ascii85 data at input byte 1
// "s8W-!" "\xff\xff\xff\xff" 5 <nil>  "s8W-!" "\xff\xff\xff\xff" 5 <nil>  "\xff\xff\xff\xff" <nil>  "\xff\xff\xff\xff" <nil>
// "s8W-\"" "\x00\x00\x00\x00" 5 <nil>  "s8W-\"" "\x00\x00\x00\x00" 5 <nil>  "\x00\x00\x00\x00" <nil>  "\x00\x00\x00\x00" <nil>
// 4 5 <nil> illegal ascii85 data at input byte 7
// <nil> 2250 AS,R`@Uiq[AnPdc@Uiq[AnPdk@:<VR@UihU@q9"W@q9.Z@Uiq[Amo.YA7]@c
// 1800 habcdefghiaababcabcdabcdeabcdefabcdefgab <nil>
// 5 <nil>
// 3 full
// 0 full
// full
// no text
