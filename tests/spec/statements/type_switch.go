// run
package main

import (
	"errors"
	"fmt"
)

type shape interface{ area() int }
type square struct{ s int }
type circle struct{ r int }

func (s square) area() int  { return s.s * s.s }
func (c *circle) area() int { return 3 * c.r * c.r }

func what(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", v)
	case string:
		return "string " + v
	case error:
		return "error " + v.Error()
	case shape:
		return fmt.Sprint("shape ", v.area())
	case func() int:
		return fmt.Sprint("func ", v())
	case []int:
		return fmt.Sprint("slice ", len(v))
	default:
		return fmt.Sprintf("%T", v)
	}
}

func main() {
	for _, x := range []any{nil, 1, int64(2), "s", errors.New("e"), square{2}, &circle{1}, func() int { return 5 }, []int{1}, 1.5, map[string]int{}} {
		fmt.Println(what(x))
	}
	switch x := any(3); y := x.(type) {
	case int:
		fmt.Println(y + 1)
	}
}

// Output:
// nil
// integer 1
// integer 2
// string s
// error e
// shape 4
// shape 3
// func 5
// slice 1
// float64
// map[string]int
// 4
