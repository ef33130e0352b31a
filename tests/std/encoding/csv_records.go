// run
// Texts put together at random, read under all settings; the records written again.
package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
)

const texts = 60 // in bulk: 20000

var state uint64 = 0x2545f4914f6cdd1d

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

var pieces = []string{"a", "bc", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "#", "é", ";", "\"x\"", "\"y,z\"", "\"l1\nl2\"", "\t", "\\.", "|", "\xff"}

func main() {
	for i := range texts {
		var b strings.Builder
		for range random(16) {
			b.WriteString(pieces[random(len(pieces))])
		}
		r := csv.NewReader(strings.NewReader(b.String()))
		r.LazyQuotes = random(3) == 0
		r.TrimLeadingSpace = random(3) == 0
		r.ReuseRecord = random(2) == 0
		r.FieldsPerRecord = random(4) - 1
		r.Comma = []rune{',', ',', ';', 'é'}[random(4)]
		if random(3) == 0 {
			r.Comment = '#'
		}
		fmt.Printf("%d %q %v %v %d\n", i, b.String(), r.LazyQuotes, r.TrimLeadingSpace, r.FieldsPerRecord)
		for range 6 {
			record, err := r.Read()
			fmt.Printf("  %q %v %d", record, err, r.InputOffset())
			for field := range record {
				if err == nil {
					line, column := r.FieldPos(field)
					fmt.Print(" ", line, ":", column)
				}
			}
			fmt.Println()
			if record == nil {
				break
			}
			var out bytes.Buffer
			w := csv.NewWriter(&out)
			w.UseCRLF = i%2 == 0
			w.Comma = r.Comma
			fmt.Println(w.Write(record), w.Error())
			w.Flush()
			fmt.Printf("  %q\n", out.String())
		}
	}
	records, err := csv.NewReader(strings.NewReader("a,b\n\"c\nd\",e\n")).ReadAll()
	fmt.Printf("%q %v\n", records, err)
	_, err = csv.NewReader(strings.NewReader("a\nb\"c\n")).ReadAll()
	var parse *csv.ParseError
	fmt.Println(err, errors.Is(err, csv.ErrBareQuote), errors.As(err, &parse), parse.Column)
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	fmt.Println(w.WriteAll(records), out.String())
	w.Comma = '"'
	fmt.Println(w.Write(nil), w.WriteAll(records))
	r := csv.NewReader(strings.NewReader(strings.Repeat("x", 5000) + ",y\n"))
	long, err := r.Read()
	fmt.Println(len(long[0]), long[1], err)
	r.Comma = '\n'
	fmt.Println(r.Read())
	defer func() { fmt.Println(recover()) }()
	r.FieldPos(2)
}
