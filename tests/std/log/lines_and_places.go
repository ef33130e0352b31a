// run
// Prefixes, flags and places of lines; what Fatal and Panic do.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
)

// digits hides what differs between runs.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return 'd'
		}
		return r
	}, s)
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func helper(l *log.Logger) { l.Output(2, "from the caller") }

func main() {
	l := log.New(os.Stdout, "app: ", 0)
	l.Print("a", 1, 2, "b", "c", 3.5)
	l.Printf("%05d|%s\n", 42, "x")
	l.Println("a", 1, nil)
	l.Print()
	l.Print("ends\n\n")
	l.SetFlags(log.Lshortfile)
	l.Print("short")
	helper(l)
	l.SetFlags(log.Lshortfile | log.Lmsgprefix)
	l.Println("prefix later")
	l.SetPrefix("")
	l.Output(100, "nowhere")
	fmt.Println(l.Flags(), l.Prefix() == "", l.Writer() == os.Stdout, log.Flags(), log.Prefix(), log.Writer() == os.Stderr, log.Default().Flags())
	var b bytes.Buffer
	l.SetOutput(&b)
	for _, flags := range []int{log.Ldate, log.Ltime, log.LstdFlags, log.LstdFlags | log.Lmicroseconds | log.LUTC, log.Lmicroseconds} {
		l.SetFlags(flags)
		l.Print("x")
	}
	fmt.Print(digits(b.String()))
	b.Reset()
	l.SetFlags(log.Llongfile)
	l.Print("long")
	fmt.Println(strings.HasPrefix(b.String(), "/"), strings.Contains(b.String(), "lines_and_places.go:"))
	l.SetOutput(io.Discard)
	l.Print("nothing")
	l.SetOutput(failing{})
	fmt.Println(l.Output(1, "x"))

	log.SetOutput(os.Stdout)
	log.SetFlags(log.Lshortfile)
	log.SetPrefix("std ")
	log.Print("one")
	log.Printf("%d", 2)
	log.Println("three")
	log.Output(1, "four")
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		log.Panicf("%s!", "oh")
	}()
	func() {
		defer func() { fmt.Printf("recovered: %q\n", recover()) }()
		log.Panicln("oh", "no")
	}()
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		l.SetOutput(os.Stdout)
		l.SetFlags(0)
		l.Panic("logger")
	}()
	defer fmt.Println("not printed")
	log.Fatalf("the %s", "end")
}

// Exit: 1

// Output:
// app: a1 2bc3.5
// app: 00042|x
// app: a 1 <nil>
// app:
// app: ends
//
// app: lines_and_places.go:39: short
// app: lines_and_places.go:40: from the caller
// lines_and_places.go:42: app: prefix later
// ???:0: nowhere
// 80 true true 3  true 3
// dddd/dd/dd x
// dd:dd:dd x
// dddd/dd/dd dd:dd:dd x
// dddd/dd/dd dd:dd:dd.dddddd x
// dd:dd:dd.dddddd x
// true true
// disk full
// std lines_and_places.go:65: one
// std lines_and_places.go:66: 2
// std lines_and_places.go:67: three
// std lines_and_places.go:68: four
// std lines_and_places.go:71: oh!
// recovered: oh!
// std lines_and_places.go:75: oh no
// recovered: "oh no\n"
// logger
// recovered: logger
// std lines_and_places.go:84: the end
