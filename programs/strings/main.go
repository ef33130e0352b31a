// s += t copies what is there, every time: a text of n parts costs about n*n/2
// bytes. A Builder that knows its size allocates once.
// Leans on: strings, strings.Builder.
package main

import (
	"fmt"
	"strings"
)

const parts = 100

var text string

func concat() {
	s := ""
	for range parts {
		s += "x"
	}
	text = s
}

func build() {
	var b strings.Builder
	b.Grow(parts)
	for range parts {
		b.WriteString("x")
	}
	text = b.String()
}

func main() {
	const rounds = 2000
	for range rounds {
		concat()
	}
	fmt.Println("concatenated", len(text))
	for range rounds {
		build()
	}
	fmt.Println("built       ", len(text))
}
