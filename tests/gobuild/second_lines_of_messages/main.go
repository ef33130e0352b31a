// The second lines of messages say where something stood before.
package main

import "time"

const one = 1

func main() {
	switch time.Now().Weekday() {
	case time.Monday, time.Monday:
	}
	var x any
	switch x.(type) {
	case time.Month, *time.Month, time.Month, *time.Month:
	}
	switch 1 {
	case one + 1, one + 1, (one), one, int(5), int(5):
	}
}
