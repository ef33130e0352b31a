// errorcheck
package main

import (
	"fmt" // ERROR `"fmt" imported and not used`
	"os" // ERROR `"os" imported and not used`
)

func main() {
	x := 1 // ERROR `declared and not used: x`
	var y, z int // ERROR `declared and not used: y` `declared and not used: z`
	z = 2
	for i, v := range []int{1} { // ERROR `declared and not used: i` `declared and not used: v`
	}
	f := func() { a := 1 } // ERROR `declared and not used: f` `declared and not used: a`
	switch t := any(1).(type) { // ERROR `t declared and not used`
	case int:
	}
}
