// Writes std/math/rand/table.go: the 607 words that a seed of math/rand is mixed with, which only real Go knows.
//
//	go run tests/oracle/rand_table/main.go
//
// They are what is left of the state of a new Source when the part that its seed decides is taken off.
package main

import (
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"strings"
	"unsafe"
)

const size = 607

// source is how a Source lies in memory.
type source struct {
	tap, feed int
	state     [size]int64
}

func main() {
	const seed = 1
	made := rand.NewSource(seed)
	state := (*[2]*source)(unsafe.Pointer(&made))[1].state

	var out strings.Builder
	fmt.Fprintf(&out, "// Made by tests/oracle/rand_table from %s.\n\npackage rand\n\n", runtime.Version())
	out.WriteString("// mixed is what the words of a seed are mixed with.\nvar mixed = [length]uint64{\n")
	x := uint64(seed)
	step := func() uint64 {
		x = x * 48271 % (1<<31 - 1)
		return x
	}
	for range 20 {
		step()
	}
	for i := range size {
		word := step() << 40
		word ^= step() << 20
		word ^= step()
		fmt.Fprintf(&out, "\t%#x,\n", uint64(state[i])^word)
	}
	out.WriteString("}\n")
	if err := os.WriteFile("std/math/rand/table.go", []byte(out.String()), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
