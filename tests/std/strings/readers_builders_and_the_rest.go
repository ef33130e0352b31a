// run
// The functions and methods that the other cases of strings leave out.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"
)

func reader() {
	r := strings.NewReader("aé日\xffz")
	fmt.Println(r.Len(), r.Size())
	for {
		c, size, err := r.ReadRune()
		fmt.Printf("%q %d %v %d\n", c, size, err, r.Len())
		if err != nil {
			break
		}
	}
	fmt.Println(r.UnreadRune())
	fmt.Println(r.UnreadByte())
	b, err := r.ReadByte()
	fmt.Println(b, err)
	_, err = r.ReadByte()
	fmt.Println(err)
	fmt.Println(r.Seek(1, io.SeekStart))
	c, _, _ := r.ReadRune()
	fmt.Println(string(c), r.UnreadRune(), r.UnreadRune())
	fmt.Println(r.Seek(-2, io.SeekEnd))
	fmt.Println(r.Seek(-1, io.SeekCurrent))
	fmt.Println(r.Seek(-100, io.SeekCurrent))
	fmt.Println(r.Seek(0, 7))
	fmt.Println(r.Seek(100, io.SeekStart))
	fmt.Println(r.Read(make([]byte, 2)))
	fmt.Println(r.WriteTo(os.Stdout))
	for _, at := range []int64{-1, 0, 5, 7, 8, 9} {
		p := make([]byte, 3)
		n, err := r.ReadAt(p, at)
		fmt.Printf("%d %q %v\n", n, p[:n], err)
	}
	r.Reset("all of it\n")
	fmt.Println(r.UnreadByte())
	fmt.Println(r.WriteTo(os.Stdout))
}

func main() {
	reader()
	var b strings.Builder
	b.Grow(33)
	fmt.Println(b.Cap() >= 33, b.Len())
	fmt.Println(b.Write([]byte("bytes ")))
	fmt.Println(b.WriteString("text "))
	b.WriteRune('é')
	fmt.Println(b.WriteByte('.'), b.String())
	func() {
		defer func() { fmt.Println(recover()) }()
		b.Grow(-1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		copied := b
		copied.WriteByte('x')
	}()
	fmt.Println(strings.Clone("kept"), strings.Clone("") == "")
	for _, s := range []string{"", "go", "gopher", "agog", "日本go", "\xff\xfego\xff"} {
		fmt.Println(strings.ContainsFunc(s, unicode.IsUpper), strings.ContainsFunc(s, func(r rune) bool { return r == utf8.RuneError }))
		after, found := strings.CutPrefix(s, "go")
		fmt.Printf("%q %v ", after, found)
		before, found := strings.CutSuffix(s, "go")
		fmt.Printf("%q %v\n", before, found)
		fmt.Println(strings.LastIndexAny(s, "go"), strings.LastIndexAny(s, "日\ufffd"), strings.LastIndexAny(s, ""), strings.LastIndexFunc(s, unicode.IsLetter))
		fmt.Printf("%q %q %q\n", strings.ToValidUTF8(s, "?"), strings.ToValidUTF8(s, ""), strings.ToValidUTF8(s, "<bad>"))
		g := func(r rune) bool { return r == 'g' || r == 'o' }
		fmt.Printf("%q %q\n", strings.TrimLeftFunc(s, g), strings.TrimRightFunc(s, g))
		for _, n := range []int{-1, 0, 1, 2, 3} {
			fmt.Printf("%q ", strings.SplitAfterN(s, "o", n))
		}
		fmt.Printf("%q\n", strings.SplitAfterN(s, "", 2))
		r, size := utf8.DecodeRuneInString(s)
		last, lastSize := utf8.DecodeLastRuneInString(s)
		fmt.Println(r, size, last, lastSize, utf8.RuneCountInString(s), utf8.ValidString(s), utf8.FullRuneInString(s))
	}
	for _, s := range []string{"\xc3", "\xe6\x97", "\xe6\x97\xa5", "\xf0\x9f\x98", "\xf0\x9f\x98\x80", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80"} {
		r, size := utf8.DecodeRuneInString(s)
		last, lastSize := utf8.DecodeLastRuneInString(s)
		fmt.Println(r, size, last, lastSize, utf8.RuneCountInString(s), utf8.ValidString(s), utf8.FullRuneInString(s), utf8.RuneStart(s[0]))
	}
}

// Output:
// 8 8
// 'a' 1 <nil> 7
// 'é' 2 <nil> 5
// '日' 3 <nil> 2
// '�' 1 <nil> 1
// 'z' 1 <nil> 0
// '\x00' 0 EOF 0
// strings.Reader.UnreadRune: previous operation was not ReadRune
// <nil>
// 122 <nil>
// EOF
// 1 <nil>
// é <nil> strings.Reader.UnreadRune: previous operation was not ReadRune
// 6 <nil>
// 5 <nil>
// 0 strings.Reader.Seek: negative position
// 0 strings.Reader.Seek: invalid whence
// 100 <nil>
// 0 EOF
// 0 <nil>
// 0 "" strings.Reader.ReadAt: negative offset
// 3 "aé" <nil>
// 3 "\xa5\xffz" <nil>
// 1 "z" EOF
// 0 "" EOF
// 0 "" EOF
// strings.Reader.UnreadByte: at beginning of string
// all of it
// 10 <nil>
// true 0
// 6 <nil>
// 5 <nil>
// <nil> bytes text é.
// strings.Builder.Grow: negative count
// strings: illegal use of non-zero Builder copied by value
// kept true
// false false
// "" false "" false
// -1 -1 -1 -1
// "" "" ""
// "" ""
// [""] [] [""] [""] [""] []
// 65533 0 65533 0 0 true false
// false false
// "" true "" true
// 1 -1 -1 1
// "go" "go" "go"
// "" ""
// ["go" ""] [] ["go"] ["go" ""] ["go" ""] ["g" "o"]
// 103 1 111 1 2 true true
// false false
// "pher" true "gopher" false
// 1 -1 -1 5
// "gopher" "gopher" "gopher"
// "pher" "gopher"
// ["go" "pher"] [] ["gopher"] ["go" "pher"] ["go" "pher"] ["g" "opher"]
// 103 1 114 1 6 true true
// false false
// "agog" false "agog" false
// 3 -1 -1 3
// "agog" "agog" "agog"
// "agog" "a"
// ["ago" "g"] [] ["agog"] ["ago" "g"] ["ago" "g"] ["a" "gog"]
// 97 1 103 1 4 true true
// false false
// "日本go" false "日本" true
// 7 0 -1 7
// "日本go" "日本go" "日本go"
// "日本go" "日本"
// ["日本go" ""] [] ["日本go"] ["日本go" ""] ["日本go" ""] ["日" "本go"]
// 26085 3 111 1 4 true true
// false true
// "\xff\xfego\xff" false "\xff\xfego\xff" false
// 3 4 -1 3
// "?go?" "go" "<bad>go<bad>"
// "\xff\xfego\xff" "\xff\xfego\xff"
// ["\xff\xfego" "\xff"] [] ["\xff\xfego\xff"] ["\xff\xfego" "\xff"] ["\xff\xfego" "\xff"] ["\xff" "\xfego\xff"]
// 65533 1 65533 1 5 false true
// 65533 1 65533 1 1 false false true
// 65533 1 65533 1 2 false false true
// 26085 3 26085 3 1 true true true
// 65533 1 65533 1 3 false false true
// 128512 4 128512 4 1 true true true
// 65533 1 65533 1 2 false true true
// 65533 1 65533 1 3 false true true
// 65533 1 65533 1 4 false true true
// 65533 1 65533 1 1 false true false
