// run
// Texts full of references, escaped and unescaped.
package main

import (
	"fmt"
	"html"
	"strings"
)

const texts = 60 // in bulk: 200000

var state uint64 = 0x2545f4914f6cdd1d

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

var pieces = []string{"&", "&", "#", "#x", "#X", ";", "amp", "lt", "gt;", "notit;", "not", "notin;", "acE;", "bne;", "AMP", "copy", "x", "1", "80", "9f", "99", "4294967334", "D800", "110000", " ", "<", ">", "'", "\"", "é", "\xff", "fjlig;", "NotEqualTilde;", "CounterClockwiseContourIntegral;", "nbsp", "frac12", "0"}

func main() {
	for i := range texts {
		var b strings.Builder
		for range random(8) {
			b.WriteString(pieces[random(len(pieces))])
		}
		s := b.String()
		fmt.Printf("%d %q %q %q\n", i, s, html.UnescapeString(s), html.EscapeString(s))
	}
	for i := range 0x110 {
		fmt.Printf("%q", html.UnescapeString(fmt.Sprintf("&#%d;&#x%x", i, i)))
	}
	fmt.Println()
}
