// run --gc-stats
// plain: placements differ between the modes

// What std allocates stands in the row of the user's call, natives' objects too: 98 results of Repeat (those of no or one
// repetition are its operand or ""), one string of Itoa, one of ToUpper.

package main

import (
	"strconv"
	"strings"
)

var kept string

func repeat(n int) { kept = strings.Repeat("ab", n) }

func main() {
	for n := range 100 {
		repeat(n)
	}
	kept = strconv.Itoa(len(kept) + 1000)
	kept = strings.ToUpper("quiet")
}

// Output:
// Stderr:
// :16:43
// allocated by strings.Repeat
// :23:24
// allocated by strings.ToUpper
// :22:21
// allocated by strconv.Itoa
