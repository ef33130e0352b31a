// run
// A condition without loop form whose two ways both lead back to the loop's head.
package main

import "fmt"

func count(s string, r rune) (in bool, n int) {
	for i := 0; ; n++ {
		if i >= len(s) {
			return in, n
		}
		var low, high rune
		low, i = bound(s, i)
		high, i = bound(s, i)
		in = in || low <= r && r <= high
	}
}

func bound(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, i
	}
	return rune(s[i]), i + 1
}

func main() {
	fmt.Println(count("azAZ", 'm'))
	fmt.Println(count("azAZ", '5'))
	fmt.Println(count("", 'x'))
}

// Output:
// true 2
// false 2
// false 0
