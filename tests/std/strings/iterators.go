// run
// The iterators of strings and bytes: all parts, stopped after some, used twice.
package main

import (
	"bytes"
	"fmt"
	"iter"
	"strings"
	"unicode"
)

func show[T any](name string, seq iter.Seq[T]) {
	fmt.Print(name)
	for part := range seq {
		fmt.Printf(" %q", part)
	}
	n := 0
	for part := range seq {
		fmt.Printf(" again %q", part)
		if n++; n == 2 {
			break
		}
	}
	for part := range seq {
		fmt.Printf(" third %q", part)
	}
	fmt.Println()
}

func main() {
	for _, s := range []string{"", "a", "a\nb\n\nc", "\n", "one  two\tthree ", " ,a,,b,", "é日\xff本", "\u2003x\u0085y"} {
		fmt.Printf("%q\n", s)
		show("lines", strings.Lines(s))
		show("lines", bytes.Lines([]byte(s)))
		for _, sep := range []string{",", "", "\n", ",,"} {
			show("split", strings.SplitSeq(s, sep))
			show("split", bytes.SplitSeq([]byte(s), []byte(sep)))
			show("after", strings.SplitAfterSeq(s, sep))
			show("after", bytes.SplitAfterSeq([]byte(s), []byte(sep)))
		}
		show("fields", strings.FieldsSeq(s))
		show("fields", bytes.FieldsSeq([]byte(s)))
		show("letters", strings.FieldsFuncSeq(s, unicode.IsLetter))
		show("letters", bytes.FieldsFuncSeq([]byte(s), unicode.IsLetter))
	}
	b := []byte("a,b")
	for part := range bytes.SplitSeq(b, []byte(",")) {
		_ = append(part, '!')
	}
	fmt.Println(string(b))
}
