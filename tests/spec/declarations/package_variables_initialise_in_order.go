// run
package main

import "fmt"

var (
	a     = c + b
	b     = f()
	c     = 1
	_     = side("blank")
	d, e  = two()
	table = map[string]func() int{"f": f, "g": func() int { return a }}
	grid  = [2][3]int{{1, 2, 3}, {4, 5, 6}}
	ptr   = &grid[1]
	other = node{2, nil}
	self  = node{1, &other}
)

type node struct {
	v    int
	next *node
}

func f() int { fmt.Println("f", c); c++; return c }

func side(s string) int { fmt.Println("side", s); return 0 }

func two() (int, string) { fmt.Println("two", a, b); return b, "e" }

func init() { fmt.Println("init 1", a, b, c) }

func init() { fmt.Println("init 2"); grid[0][0] = 100 }

func main() {
	fmt.Println(a, b, c, d, e, table["g"](), ptr[2], grid, self.next.v, other.next == nil)
}

// Output:
// f 1
// side blank
// two 4 2
// init 1 4 2 2
// init 2
// 4 2 2 2 e 4 6 [[100 2 3] [4 5 6]] 2 true
