// errorcheck -m
// Functions of std that Go inlines and that are written otherwise here: their calls count as inlined, with the values that Go's text makes.
package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"log/slog"
	"os"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

type point struct{ X, Y int }

var kept any

func equal(a, b []byte) bool { return bytes.Equal(a, b) && bytes.HasPrefix(a, b) } // ERROR `can inline equal` `inlining call to bytes\.Equal` `inlining call to bytes\.HasPrefix` `a does not escape` `b does not escape` `string\(bytes\.a\) does not escape` `string\(bytes\.b\) does not escape`
func encoded(p *point) ([]byte, error) { // ERROR `leaking param: p`
	data, err := json.Marshal(p) // ERROR `inlining call to json\.Marshal` `inlining call to json\.DefaultOptionsV1` `\.\.\. argument does not escape`
	if err != nil {
		return nil, err
	}
	return data, json.Unmarshal(data, p) // ERROR `inlining call to json\.Unmarshal` `inlining call to json\.DefaultOptionsV1` `\.\.\. argument does not escape`
}

func local(w io.Writer) error { return xml.NewEncoder(w).Encode(1) } // ERROR `inlining call to xml\.NewEncoder` `^inlining call to bufio\.NewWriter$` `inlining call to bufio\.NewWriterSize` `leaking param: w` `&xml\.Encoder\{\.\.\.\} escapes to heap` `&bufio\.Writer\{\.\.\.\} escapes to heap` `make\(\[\]byte, bufio\.size\) escapes to heap` `1 escapes to heap`
func stays(w io.Writer) { // ERROR `can inline stays` `leaking param: w`
	e := xml.NewEncoder(w) // ERROR `inlining call to xml\.NewEncoder` `^inlining call to bufio\.NewWriter$` `inlining call to bufio\.NewWriterSize` `&xml\.Encoder\{\.\.\.\} escapes to heap` `&bufio\.Writer\{\.\.\.\} escapes to heap` `make\(\[\]byte, bufio\.size\) escapes to heap`
	_ = e
}

func goes(w io.Writer) { kept = slog.NewTextHandler(w, nil) } // ERROR `can inline goes` `inlining call to slog\.NewTextHandler` `leaking param: w` `&slog\.HandlerOptions\{\} does not escape` `&slog\.TextHandler\{\.\.\.\} escapes to heap` `&slog\.commonHandler\{\.\.\.\} escapes to heap` `&sync\.Mutex\{\} escapes to heap`
func matches(re *regexp.Regexp, text string) bool { // ERROR `leaking param: re` `leaking param: text`
	buffer := make([]byte, 10) // ERROR `make\(\[\]byte, 10\) escapes to heap`
	return re.MatchString(text) || re.Match(buffer) // ERROR `inlining call to regexp\.\(\*Regexp\)\.MatchString` `^inlining call to regexp\.\(\*Regexp\)\.Match$` `inlining call to regexp\.\(\*Regexp\)\.doMatch`
}

func linked(from, to string) bool { return errors.Is(os.Link(from, to), os.ErrExist) } // ERROR `^inlining call to os\.Link$` `inlining call to os\.ignoringEINTR` `inlining call to os\.Link\.func1` `inlining call to syscall\.Link` `leaking param: from` `leaking param: to` `syscall\.Errno\(4\) does not escape` `&os\.LinkError\{\.\.\.\} escapes to heap`
func sought(r *bytes.Reader) int64 { // ERROR `r does not escape`
	at, err := r.Seek(0, io.SeekEnd) // ERROR `inlining call to bytes\.\(\*Reader\)\.Seek` `inlining call to errors\.New` `&errors\.errorString\{\.\.\.\} does not escape`
	if err != nil {
		return 0
	}
	return at
}

func types() reflect.Type { return reflect.TypeFor[point]() } // ERROR `can inline types` `inlining call to reflect\.TypeFor\[go\.shape\.struct \{ X int; Y int \}\]` `inlining call to abi\.TypeFor\[go\.shape\.struct \{ X int; Y int \}\]` `inlining call to reflect\.toRType` `inlining call to abi\.TypeOf` `inlining call to abi\.NoEscape`
func called(v reflect.Value) bool { return v.IsNil() || v.Int() == 0 } // ERROR `inlining call to reflect\.Value\.IsNil` `inlining call to reflect\.Value\.Int` `inlining call to reflect\.flag\.kind` `v does not escape` `&reflect\.ValueError\{\.\.\.\} escapes to heap`
func texts(d time.Duration) string { return d.String() + strconv.Quote("x") } // ERROR `inlining call to time\.Duration\.String` `inlining call to strconv\.Quote` `inlining call to strconv\.quoteWith` `~r0 \+ ~r0 escapes to heap` `string\(time\.arr\[time\.n:\]\) does not escape` `string\(strconv\.appendQuotedWith\(make\(\[\]byte, 0, 3 \* len\(strconv\.s\) / 2\), strconv\.s, strconv\.quote, strconv\.ASCIIonly, strconv\.graphicOnly\)\) does not escape` `make\(\[\]byte, 0, 3 \* len\(strconv\.s\) / 2\) does not escape`
func lines(text string) (n int) { // ERROR `leaking param: text` `moved to heap: n`
	for line := range strings.Lines(text) { // ERROR `can inline lines-range1` `^inlining call to strings\.Lines$` `inlining call to strings\.Lines\.func1` `inlining call to strings\.IndexByte` `inlining call to lines-range1` `inlining call to stringslite\.IndexByte` `func literal does not escape`
		n += len(line)
	}
	once := sync.OnceFunc(func() { n++ }) // ERROR `can inline lines\.func1` `inlining call to sync\.OnceFunc` `moved to heap: sync\.d` `func literal escapes to heap` `func literal does not escape`
	once() // ERROR `inlining call to sync\.OnceFunc\.func1` `inlining call to sync\.\(\*Once\)\.Do` `inlining call to atomic\.\(\*Bool\)\.Load` `func literal does not escape`
	return n
}

func main() {
	println(equal(nil, nil), stays != nil, lines("a\nb")) // ERROR `inlining call to equal` `inlining call to bytes\.Equal` `inlining call to bytes\.HasPrefix` `string\(bytes\.a\) does not escape` `string\(bytes\.b\) does not escape`
}
