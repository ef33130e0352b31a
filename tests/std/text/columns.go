// run
// Texts put together at random under all flags, written in pieces; writers that fail and that panic.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"
)

const texts = 60 // in bulk: 20000

var state uint64 = 0x6a09e667f3bcc909

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

var pieces = []string{"a", "bcd", "long text here", "\t", "\t", "\t", "\v", "\n", "\n", "\f", "é日", "<b>", "&amp;", "\xffx\ty\xff", "\xff", " ", "<", ">", ";"}

// narrow takes so many bytes.
type narrow struct {
	bytes.Buffer
	left int
}

func (n *narrow) Write(p []byte) (int, error) {
	if len(p) > n.left {
		if n.left%3 == 0 {
			panic("boom")
		}
		return 0, errors.New("full")
	}
	n.left -= len(p)
	return n.Buffer.Write(p)
}

func try(f func() error) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Print(" recovered ", e)
		}
	}()
	fmt.Print(" ", f())
}

func main() {
	for i := range texts {
		out := &narrow{left: 1 << 20}
		if random(5) == 0 {
			out.left = random(40)
		}
		flags := uint(random(64))
		minimum, tab, padding, pad := random(8), random(9), random(3), " .\t"[random(3)]
		w := tabwriter.NewWriter(out, minimum, tab, padding, pad, flags)
		fmt.Print(i, flags, minimum, tab, padding, pad)
		for range 1 + random(3) {
			var b strings.Builder
			for range random(20) {
				b.WriteString(pieces[random(len(pieces))])
			}
			text := b.String()
			fmt.Printf(" %q", text)
			try(func() error {
				n, err := w.Write([]byte(text))
				fmt.Print(" ", n)
				return err
			})
			if random(3) == 0 {
				try(w.Flush)
			}
		}
		try(w.Flush)
		fmt.Printf("\n %q\n", out.String())
	}
	var out bytes.Buffer
	w := new(tabwriter.Writer).Init(&out, 5, 0, 1, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "name\tcount\tprice\t")
	fmt.Fprintln(w, "apples\t12\t3.50\t")
	fmt.Fprintln(w, "figs\t1000\t0.25\t")
	w.Flush()
	fmt.Print(out.String())
	defer func() { fmt.Println(recover()) }()
	tabwriter.NewWriter(&out, -1, 0, 0, ' ', 0)
}
