// run --gc-stats
// plain: the report is about this mode
// A text that does not escape has 32 bytes in the frame; the report says why a longer one is on the heap.

package main

//go:noinline
func length(buf []byte) int {
	s := string(buf)
	buf[0] = 'x'
	return len(s)
}

func main() {
	if length(make([]byte, 40)) != 40 {
		panic("length")
	}
}

// Output:
// Stderr:
// it is kept in s (9:4), which lives no longer; longer than its 32 B in the frame
