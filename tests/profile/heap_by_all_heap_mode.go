// run --escape=off --gc-stats
// plain: the report is about this mode
// In all-heap mode the report says that the mode, not the program, put a value on the heap.

package main

type pair struct{ a, b int }

//go:noinline
func sum(p *pair) int { return p.a + p.b }

func main() {
	p := pair{1, 2}
	if sum(&p) != 3 {
		panic("sum")
	}
}

// Output:
// Stderr:
// its address is passed to sum (14:8), which does not keep it; on the heap by --escape=off
