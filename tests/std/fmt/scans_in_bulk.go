// run
// Random formats and texts for Sscanf, Sscan and Sscanln, into variables of many kinds: what is stored, how many, and every error.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

const rounds = 200 // in bulk: 60000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func pick(list []string) string { return list[random(len(list))] }

type word string

func (w *word) Scan(s fmt.ScanState, verb rune) error {
	wid, ok := s.Width()
	tok, err := s.Token(verb != 'q', func(r rune) bool { return r != ',' && r != ' ' && r != '\n' })
	*w = word(fmt.Sprintf("<%s %c %d %v>", tok, verb, wid, ok))
	return err
}

type named int8

var formats = []string{"%d", "%v", "%s", "%q", "%x", "%X", "%o", "%b", "%c", "%U", "%e", "%f", "%g", "%t", "%5d", "%3s", "%2x", "%5v", "%1c", "%%", " ", "\n", ",", "x", ":", "%z", "%", "%+d", "%-3d", "%5.2f", "%[1]d", "%p", "%T", "%i", "%O", "  ", " \n ", "\t"}
var texts = []string{"1", "-12", "+3", "0x1f", "0b101", "0o17", "017", "1_000", "300", "99999999999999999999", "1.5", "-.5e3", "1e400", "0x1p-2", "NaN", "inf", "(1+2i)", "(3-4.5i)", "1+2i", "true", "false", "T", "FALSE", "abc", "\"q\\n\"", "`raw`", "'c'", "\"open", "é世", "%", " ", "  ", "\n", "\r\n", "\t", ",", "x", ":", "U+1F600", "-", "+", "", "6162", "zz"}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i := range rounds {
		var format, text string
		var args []any
		for range 1 + random(4) {
			f := pick(formats)
			format += f
			text += pick(texts) + pick([]string{"", " ", " ", "\n", ","})
			if random(5) > 0 && (strings.HasPrefix(f, "%") || random(3) == 0) {
				args = append(args, []any{new(int), new(int8), new(uint), new(uint8), new(uintptr), new(int32), new(int64), new(float32), new(float64), new(complex64), new(complex128), new(bool), new(string), new([]byte), new(word), new(named), new(*int), new(any), 5}[random(19)])
			}
		}
		show := func() {
			for _, a := range args {
				switch a := a.(type) {
				case *int:
					fmt.Fprint(out, *a, " ")
				case *int8:
					fmt.Fprint(out, *a, " ")
				case *uint:
					fmt.Fprint(out, *a, " ")
				case *uint8:
					fmt.Fprint(out, *a, " ")
				case *uintptr:
					fmt.Fprint(out, *a, " ")
				case *int32:
					fmt.Fprint(out, *a, " ")
				case *int64:
					fmt.Fprint(out, *a, " ")
				case *float32:
					fmt.Fprint(out, *a, " ")
				case *float64:
					fmt.Fprint(out, *a, " ")
				case *complex64:
					fmt.Fprint(out, *a, " ")
				case *complex128:
					fmt.Fprint(out, *a, " ")
				case *bool:
					fmt.Fprint(out, *a, " ")
				case *string:
					fmt.Fprintf(out, "%q ", *a)
				case *[]byte:
					fmt.Fprintf(out, "%q ", *a)
				case *word:
					fmt.Fprintf(out, "%q ", *a)
				case *named:
					fmt.Fprint(out, *a, " ")
				}
			}
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "%d %q %q\n", i, format, text)
		r := strings.NewReader(text)
		n, err := fmt.Fscanf(r, format, args...)
		fmt.Fprint(out, " f ", n, " ", err, " ", r.Len(), " ")
		show()
		n, err = fmt.Sscan(text, args...)
		fmt.Fprint(out, " s ", n, " ", err, " ")
		show()
		n, err = fmt.Sscanln(text, args...)
		fmt.Fprint(out, " l ", n, " ", err, " ")
		show()
	}
}
