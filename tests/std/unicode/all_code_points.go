// run
// Every predicate and mapping for the code points of some planes: a line for each run of equal answers.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

const last = 0x5ff // in bulk: 0x110002

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	previous := ""
	for r := rune(-2); r <= last; r++ {
		answers := fmt.Sprint(unicode.IsControl(r), unicode.IsDigit(r), unicode.IsGraphic(r), unicode.IsLetter(r), unicode.IsLower(r), unicode.IsMark(r), unicode.IsNumber(r),
			unicode.IsPrint(r), unicode.IsPunct(r), unicode.IsSpace(r), unicode.IsSymbol(r), unicode.IsTitle(r), unicode.IsUpper(r), strconv.IsPrint(r), strconv.IsGraphic(r),
			unicode.ToUpper(r)-r, unicode.ToLower(r)-r, unicode.ToTitle(r)-r, unicode.SimpleFold(max(r, 0))-max(r, 0), utf8.RuneLen(r), utf8.ValidRune(r), utf16.IsSurrogate(r), utf16.RuneLen(r),
			unicode.In(r, unicode.Latin, unicode.Greek, unicode.Han), unicode.TurkishCase.ToUpper(r)-r)
		if answers != previous {
			fmt.Fprintf(out, "%x %s\n", r, answers)
			previous = answers
		}
	}
}
