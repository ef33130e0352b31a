// run
// plain: with --escape=off more is allocated
// The key of m[k] = T{} is converted once, and the place of T{} is found before anything else.
package main

import (
	"fmt"
	"os"
	"testing"
)

type T struct{ a, b int }

func main() {
	boxed := map[any]T{}
	set := map[string]struct{}{}
	k, b := 100_000+len(os.Args), []byte("abc")
	boxed[k], set["abcx"] = T{}, struct{}{}
	fmt.Println(testing.AllocsPerRun(100, func() { boxed[k] = T{} }))
	fmt.Println(testing.AllocsPerRun(100, func() { boxed[k] = T{1, 2} }))
	fmt.Println(testing.AllocsPerRun(100, func() { set[string(b)+"x"] = struct{}{} }))

	calls := 0
	next := func() int { calls++; return calls }
	list := make([]T, 4)
	list[next()] = T{}
	fmt.Println(calls)
}

// Output:
// 1
// 1
// 1
// 1
