// run
// What panics with the line that is logged.
package main

import (
	"fmt"
	"log"
	"os"
)

func caught(f func()) {
	defer func() { fmt.Printf("%q\n", recover()) }()
	f()
}

func main() {
	l := log.New(os.Stdout, "own: ", log.Lmsgprefix)
	caught(func() { l.Panicf("%d of %d", 1, 2) })
	caught(func() { l.Panicln("a", 1, nil) })
	caught(func() { l.Panic("b", 2, 3, "c") })
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	caught(func() { log.Panic("d", 4) })
	caught(func() { log.Panicf("%v", []int{1}) })
	caught(func() { log.Panicln("e") })
}

// Output:
// own: 1 of 2
// "1 of 2"
// own: a 1 <nil>
// "a 1 <nil>\n"
// own: b2 3c
// "b2 3c"
// d4
// "d4"
// [1]
// "[1]"
// e
// "e\n"
