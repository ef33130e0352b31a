// run
// The error types of many packages: what they say and what they wrap.
package main

import (
	"compress/flate"
	"encoding/base32"
	"encoding/base64"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"math/big"
	"net/url"
	"os"
	"reflect"
	"regexp/syntax"
	"runtime"
	"strings"
	"syscall"
	"text/template"
	"time"
)

type failing struct{}

func (failing) MarshalJSON() ([]byte, error) { return nil, io.ErrUnexpectedEOF }

type broken struct{}

func (broken) MarshalJSON() ([]byte, error) { return []byte(`{"a":`), nil }

func caught(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return nil
}

func main() {
	fmt.Println(flate.CorruptInputError(7).Error(), "|", flate.InternalError("odd").Error())
	fmt.Println((&flate.ReadError{Offset: 3, Err: io.EOF}).Error(), "|", (&flate.WriteError{Offset: 4, Err: io.ErrShortWrite}).Error())
	fmt.Println(base32.CorruptInputError(1).Error(), base64.CorruptInputError(2).Error(), hex.InvalidByteError('x').Error(), hex.InvalidByteError(0xff).Error())
	c := &csv.ParseError{StartLine: 1, Line: 1, Column: 5, Err: csv.ErrQuote}
	fmt.Println(c.Error(), c.Unwrap() == csv.ErrQuote)
	c.Line = 2
	fmt.Println(c.Error())
	c.Err = csv.ErrFieldCount
	fmt.Println(c.Error())

	_, err := json.Marshal(failing{})
	if e, ok := err.(*json.MarshalerError); ok {
		fmt.Println(e.Error(), e.Unwrap() == io.ErrUnexpectedEOF, e.Type)
	}
	_, err = json.Marshal([]any{broken{}})
	fmt.Println(err)
	_, err = json.Marshal(math.Inf(1))
	if e, ok := err.(*json.UnsupportedValueError); ok {
		fmt.Println(e.Error(), e.Value, e.Str)
	}
	_, err = json.Marshal(make(chan int))
	if e, ok := err.(*json.UnsupportedTypeError); ok {
		fmt.Println(e.Error(), e.Type)
	}
	var s struct{ A struct{ B int } }
	err = json.Unmarshal([]byte(`{"A":{"B":"x"}}`), &s)
	if e, ok := err.(*json.UnmarshalTypeError); ok {
		fmt.Println(e.Error(), "|", e.Value, e.Type, e.Offset, e.Struct, e.Field, e.Unwrap())
	}
	err = json.Unmarshal([]byte(`{"A":`), &s)
	if e, ok := err.(*json.SyntaxError); ok {
		fmt.Println(e.Error(), e.Offset)
	}
	for _, target := range []any{nil, s, (*int)(nil)} {
		err = json.Unmarshal([]byte(`{}`), target)
		if e, ok := err.(*json.InvalidUnmarshalError); ok {
			fmt.Println(e.Error(), e.Type)
		}
	}
	fmt.Println((&json.InvalidUTF8Error{S: "\xff"}).Error())
	fmt.Println((&json.UnmarshalFieldError{Key: "k", Type: reflect.TypeFor[int](), Field: reflect.StructField{Name: "F"}}).Error())

	fmt.Println((&xml.TagPathError{Struct: reflect.TypeFor[int](), Field1: "A", Tag1: "a", Field2: "B", Tag2: "b"}).Error())
	fmt.Println((&xml.UnsupportedTypeError{Type: reflect.TypeFor[chan int]()}).Error(), xml.UnmarshalError("wrong").Error())

	p := &fs.PathError{Op: "open", Path: "/x", Err: syscall.ETIMEDOUT}
	fmt.Println(p.Error(), p.Timeout(), p.Unwrap() == syscall.ETIMEDOUT, errors.Is(p, os.ErrDeadlineExceeded))
	l := &os.LinkError{Op: "link", Old: "a", New: "b", Err: syscall.EEXIST}
	fmt.Println(l.Error(), l.Unwrap(), errors.Is(l, fs.ErrExist))
	y := &os.SyscallError{Syscall: "fork", Err: syscall.EAGAIN}
	fmt.Println(y.Error(), y.Timeout(), y.Unwrap(), os.NewSyscallError("x", nil))

	u := &url.Error{Op: "parse", URL: "a b", Err: url.EscapeError("%zz")}
	fmt.Println(u.Error(), "|", u.Unwrap().Error(), "|", url.EscapeError("%1").Error(), "|", url.InvalidHostError("<").Error(), u.Timeout(), u.Temporary())

	_, err = syntax.Parse("a**", syntax.Perl)
	if e, ok := err.(*syntax.Error); ok {
		fmt.Println(e.Error(), "|", e.Code.String(), "|", e.Expr)
	}

	t := template.Must(template.New("t").Parse("{{.X.Y}}"))
	err = t.Execute(io.Discard, map[string]int{"X": 1})
	if e, ok := err.(template.ExecError); ok {
		fmt.Println(e.Error(), "|", e.Name, e.Unwrap() != nil)
	}
	_, err = time.Parse(time.RFC3339, "2024-13-01T00:00:00Z")
	if e, ok := err.(*time.ParseError); ok {
		fmt.Println(e.Error(), "|", e.Layout, e.Value, e.LayoutElem, e.ValueElem, e.Message)
	}
	_, err = time.Parse("15:04", "noon")
	fmt.Println(err.(*time.ParseError).Error())

	if e, ok := caught(func() { reflect.ValueOf(1).Len() }).(*reflect.ValueError); ok {
		fmt.Println(e.Error(), e.Method, e.Kind)
	}
	fmt.Println((&reflect.ValueError{Method: "M"}).Error())
	if e, ok := caught(func() { new(big.Float).Quo(new(big.Float), new(big.Float)) }).(big.ErrNaN); ok {
		fmt.Println(e.Error())
	}
	if e, ok := caught(func() { panic(nil) }).(*runtime.PanicNilError); ok {
		e.RuntimeError()
		fmt.Println(e.Error())
	}
	var x any = "text"
	if e, ok := caught(func() { _ = x.(fmt.Stringer) }).(*runtime.TypeAssertionError); ok {
		e.RuntimeError()
		fmt.Println(e.Error())
	}
	if e, ok := caught(func() { _ = x.(int) }).(*runtime.TypeAssertionError); ok {
		fmt.Println(strings.ToUpper(e.Error()))
	}
}

// Output:
// flate: corrupt input before offset 7 | flate: internal error: odd
// flate: read error at offset 3: EOF | flate: write error at offset 4: short write
// illegal base32 data at input byte 1 illegal base64 data at input byte 2 encoding/hex: invalid byte: U+0078 'x' encoding/hex: invalid byte: U+00FF 'ÿ'
// parse error on line 1, column 5: extraneous or missing " in quoted-field true
// record on line 1; parse error on line 2, column 5: extraneous or missing " in quoted-field
// record on line 2: wrong number of fields
// json: error calling MarshalJSON for type *main.failing: unexpected EOF true *main.failing
// json: error calling MarshalJSON for type *main.broken: unexpected end of JSON input
// json: unsupported value: +Inf +Inf +Inf
// json: unsupported type: chan int chan int
// json: cannot unmarshal string into Go struct field .A.B of type int | string int 13  A.B <nil>
// unexpected end of JSON input 5
// json: Unmarshal(nil) <nil>
// json: Unmarshal(non-pointer struct { A struct { B int } }) struct { A struct { B int } }
// json: Unmarshal(nil *int) *int
// json: invalid UTF-8 in string: "\xff"
// json: cannot unmarshal object key "k" into unexported field F of type int
// int field "A" with tag "a" conflicts with field "B" with tag "b"
// xml: unsupported type: chan int wrong
// open /x: connection timed out true true false
// link a b: file exists file exists true
// fork: resource temporarily unavailable true resource temporarily unavailable <nil>
// parse "a b": invalid URL escape "%zz" | invalid URL escape "%zz" | invalid URL escape "%1" | invalid character "<" in host name false false
// error parsing regexp: invalid nested repetition operator: `**` | invalid nested repetition operator | **
// template: t:1:4: executing "t" at <.X.Y>: can't evaluate field Y in type int | t true
// parsing time "2024-13-01T00:00:00Z": month out of range | 2006-01-02T15:04:05Z07:00 2024-13-01T00:00:00Z 01 -01T00:00:00Z : month out of range
// parsing time "noon" as "15:04": cannot parse "noon" as "15"
// reflect: call of reflect.Value.Len on int Value reflect.Value.Len int
// reflect: call of M on zero Value
// division of zero by zero or infinity by infinity
// runtime error: panic called with nil argument
// interface conversion: string is not fmt.Stringer: missing method String
// INTERFACE CONVERSION: INTERFACE {} IS STRING, NOT INT
