// run
// Methods of std's types that the program never names are there for interfaces, reflection and panics.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"reflect"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

type wrapped struct {
	*strings.Reader
	extra int
}

type lister interface {
	Error() string
	Unwrap() error
}

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

func main() {
	var x any = time.Duration(1500) * time.Millisecond
	s, ok := x.(fmt.Stringer)
	fmt.Println(s, ok)
	_, ok = x.(interface{ Seconds() int })
	fmt.Println(ok)
	f, ok := x.(interface{ Minutes() float64 })
	fmt.Println(f.Minutes(), ok)

	x = wrapped{strings.NewReader("some text"), 1}
	r := x.(io.ReadSeeker)
	r.Seek(5, io.SeekStart)
	rest, err := io.ReadAll(r)
	fmt.Println(string(rest), err)
	_, isWriter := x.(io.Writer)
	fmt.Println(isWriter)

	made := reflect.New(reflect.TypeOf(bytes.Buffer{})).Interface()
	fmt.Fprintf(made.(io.Writer), "%d and %s", 1, "two")
	fmt.Println(made.(interface{ Len() int }).Len(), made)
	try("missing", func() { fmt.Println(made.(interface{ Lines() int })) })
	try("seek", func() { fmt.Println(made.(io.Seeker)) })

	_, err = strconv.Atoi("nine")
	var l lister
	fmt.Println(errors.As(err, &l), l.Unwrap() == strconv.ErrSyntax, l)
	_, err = os.Open("/nonexistent/file")
	fmt.Println(errors.As(err, &l), l)

	t := reflect.TypeOf(time.Second)
	m, ok := t.MethodByName("Hours")
	fmt.Println(m.Name, m.Type, ok, m.Func.Call([]reflect.Value{reflect.ValueOf(90 * time.Minute)})[0])
	out := reflect.ValueOf(time.March).MethodByName("String").Call(nil)
	fmt.Println(out[0], reflect.TypeOf(time.March).NumMethod())
	stringer := reflect.TypeFor[fmt.Stringer]()
	for _, v := range []any{time.March, time.Duration(0), &url.URL{}, url.URL{}, atomic.Int64{}, &bytes.Buffer{}, bytes.Buffer{}} {
		t := reflect.TypeOf(v)
		fmt.Println(t, t.Implements(stringer), reflect.PointerTo(t).Implements(stringer))
	}
	u := &url.URL{Scheme: "http", Host: "host", Path: "/p"}
	fmt.Println(u, reflect.ValueOf(u).Elem().Addr().MethodByName("String").Call(nil)[0])
	try("error", func() { panic(err) })
	defer fmt.Println("end")
	panic(fmt.Errorf("last: %w", &strconv.NumError{Func: "f", Num: "1", Err: strconv.ErrRange}))
}

// Exit: 2

// Output:
// 1.5s true
// false
// 0.025 true
// text <nil>
// false
// 9 1 and two
// missing interface conversion: *bytes.Buffer is not interface { Lines() int }: missing method Lines
// seek interface conversion: *bytes.Buffer is not io.Seeker: missing method Seek
// true true strconv.Atoi: parsing "nine": invalid syntax
// true open /nonexistent/file: no such file or directory
// Hours func(time.Duration) float64 true 1.5
// March 1
// time.Month true true
// time.Duration true true
// *url.URL true false
// url.URL false true
// atomic.Int64 false false
// *bytes.Buffer true false
// bytes.Buffer false true
// http://host/p http://host/p
// error open /nonexistent/file: no such file or directory
// end
