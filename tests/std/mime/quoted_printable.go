// run
// Quoted-printable texts read and written: soft ends of lines, spaces before ends, what is wrong and passes.
package main

import (
	"errors"
	"fmt"
	"io"
	"mime/quotedprintable"
	"strings"
	"testing/iotest"
)

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("broken") }

func main() {
	for _, s := range []string{
		"", "a=3Db", "a=3", "a=\n b", "a=  \r\nb", "a b  \nc", "x=zz", "x=3d", "é", "\x01", "a=\rb", "foo=", "a\tb \t\r\n", "==", "a==\n",
		strings.Repeat("x", 100), "=41=", "a=3D=", "=\n=\n", "=C3=A9 =e2=9c=93", "a =\nb", "==\r=\n", "== =\n", "a= x\nb", "\r\n\r\n", "=", " ",
		"a=\r\r\nb", "a\x7fb",
	} {
		for _, r := range []io.Reader{strings.NewReader(s), iotest.OneByteReader(strings.NewReader(s))} {
			b, err := io.ReadAll(quotedprintable.NewReader(r))
			fmt.Printf("%q %q %v\n", s, b, err)
		}
	}
	r := quotedprintable.NewReader(strings.NewReader("a=3D\r\nb"))
	for range 5 {
		var room [2]byte
		n, err := r.Read(room[:])
		fmt.Printf("%q %v\n", room[:n], err)
	}
	for _, s := range []string{
		"", "a=b", "trail \n", "tab\t\r\nx", strings.Repeat("é", 40), strings.Repeat("x", 77), strings.Repeat("x", 76), strings.Repeat("x", 75) + "=",
		strings.Repeat("x", 74) + " \nend", "\x00\x7f", " ", "a\rb", "a\n\nb", "a\r\n\nb", "a\r\r\nb", "\r=\n",
	} {
		for _, binary := range []bool{false, true} {
			var text strings.Builder
			w := quotedprintable.NewWriter(&text)
			w.Binary = binary
			n, err := io.WriteString(w, s)
			fmt.Println(n, err, w.Close(), fmt.Sprintf("%q", text.String()))
		}
	}
	w := quotedprintable.NewWriter(broken{})
	n, err := w.Write([]byte("a\nb"))
	fmt.Println(n, err)
	w.Write([]byte("b"))
	fmt.Println(w.Close())
}

// Output:
// "" "" <nil>
// "" "" <nil>
// "a=3Db" "a=b" <nil>
// "a=3Db" "a=b" <nil>
// "a=3" "a=3" <nil>
// "a=3" "a=3" <nil>
// "a=\n b" "a b" <nil>
// "a=\n b" "a b" <nil>
// "a=  \r\nb" "ab" <nil>
// "a=  \r\nb" "ab" <nil>
// "a b  \nc" "a b\nc" <nil>
// "a b  \nc" "a b\nc" <nil>
// "x=zz" "x=zz" <nil>
// "x=zz" "x=zz" <nil>
// "x=3d" "x=" <nil>
// "x=3d" "x=" <nil>
// "é" "é" <nil>
// "é" "é" <nil>
// "\x01" "" quotedprintable: invalid unescaped byte 0x01 in body
// "\x01" "" quotedprintable: invalid unescaped byte 0x01 in body
// "a=\rb" "a" quotedprintable: invalid hex byte 0x0d
// "a=\rb" "a" quotedprintable: invalid hex byte 0x0d
// "foo=" "foo" <nil>
// "foo=" "foo" <nil>
// "a\tb \t\r\n" "a\tb\r\n" <nil>
// "a\tb \t\r\n" "a\tb\r\n" <nil>
// "==" "" unexpected EOF
// "==" "" unexpected EOF
// "a==\n" "a" unexpected EOF
// "a==\n" "a" unexpected EOF
// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" <nil>
// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" <nil>
// "=41=" "A" <nil>
// "=41=" "A" <nil>
// "a=3D=" "a=" <nil>
// "a=3D=" "a=" <nil>
// "=\n=\n" "" <nil>
// "=\n=\n" "" <nil>
// "=C3=A9 =e2=9c=93" "é ✓" <nil>
// "=C3=A9 =e2=9c=93" "é ✓" <nil>
// "a =\nb" "a b" <nil>
// "a =\nb" "a b" <nil>
// "==\r=\n" "=" unexpected EOF
// "==\r=\n" "=" unexpected EOF
// "== =\n" "== " <nil>
// "== =\n" "== " <nil>
// "a= x\nb" "a= x\nb" <nil>
// "a= x\nb" "a= x\nb" <nil>
// "\r\n\r\n" "\r\n\r\n" <nil>
// "\r\n\r\n" "\r\n\r\n" <nil>
// "=" "" quotedprintable: invalid bytes after =: ""
// "=" "" quotedprintable: invalid bytes after =: ""
// " " "" <nil>
// " " "" <nil>
// "a=\r\r\nb" "a" quotedprintable: invalid bytes after =: "\r\r\n"
// "a=\r\r\nb" "a" quotedprintable: invalid bytes after =: "\r\r\n"
// "a\x7fb" "a" quotedprintable: invalid unescaped byte 0x7f in body
// "a\x7fb" "a" quotedprintable: invalid unescaped byte 0x7f in body
// "a=" <nil>
// "\r\n" <nil>
// "b" EOF
// "" EOF
// "" EOF
// 0 <nil> <nil> ""
// 0 <nil> <nil> ""
// 3 <nil> <nil> "a=3Db"
// 3 <nil> <nil> "a=3Db"
// 7 <nil> <nil> "trail=20\r\n"
// 7 <nil> <nil> "trail =0A"
// 7 <nil> <nil> "tab=09\r\nx"
// 7 <nil> <nil> "tab\t=0D=0Ax"
// 80 <nil> <nil> "=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=\r\n=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=\r\n=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=\r\n=A9=C3=A9=C3=A9"
// 80 <nil> <nil> "=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=\r\n=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=\r\n=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=A9=C3=\r\n=A9=C3=A9=C3=A9"
// 77 <nil> <nil> "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\r\nxx"
// 77 <nil> <nil> "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\r\nxx"
// 76 <nil> <nil> "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\r\nx"
// 76 <nil> <nil> "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\r\nx"
// 76 <nil> <nil> "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\r\n=3D"
// 76 <nil> <nil> "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\r\n=3D"
// 79 <nil> <nil> "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\r\n=20\r\nend"
// 79 <nil> <nil> "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx =\r\n=0Aend"
// 2 <nil> <nil> "=00=7F"
// 2 <nil> <nil> "=00=7F"
// 1 <nil> <nil> "=20"
// 1 <nil> <nil> "=20"
// 3 <nil> <nil> "a\r\nb"
// 3 <nil> <nil> "a=0Db"
// 4 <nil> <nil> "a\r\n\r\nb"
// 4 <nil> <nil> "a=0A=0Ab"
// 5 <nil> <nil> "a\r\n\r\nb"
// 5 <nil> <nil> "a=0D=0A=0Ab"
// 5 <nil> <nil> "a\r\n\r\nb"
// 5 <nil> <nil> "a=0D=0D=0Ab"
// 3 <nil> <nil> "\r\n=3D"
// 3 <nil> <nil> "=0D=3D=0A"
// 0 broken
// broken
