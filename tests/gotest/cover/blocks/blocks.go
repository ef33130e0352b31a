// Package blocks has each kind of block, gaps of blank lines and comments among them.
package blocks

import "fmt"

var literal = func(x int) int {
	if x > 0 {
		return 1
	}
	return 0
}

type T struct{ n int }

func (t *T) Empty() {}

func _() { fmt.Println("never") }

func Statements(x int) (r int) {
	a := 1
	b := 2 // a comment behind

	// a gap

	c := a + b

	if x > 3 {
		c++
	} else if x > 2 {
		c--
	} else {
	}
	if x < 0 {
		return -1
	} else /* here */ {
		c += 2
	}
	{
		c++
	}
	{ c++ }
	const (
		k = 1

		l = 2
	)
	s := `a

b`
	_ = s; ; (fmt.Sprint)(
		x,

		// inside of a statement
		c)
	if x == 77 {
		panic("x")
	}
	return c +
		k + l
}

func Loops(x int) (c int) {
	for i := 0; i < x; i++ {
		if i == 1 {
			continue
		}
		c += i
	}
loop:
	for {
		break loop
	}
	for range 3 {
	}
	for j := range func(yield func(int) bool) { _ = yield(1) && yield(2) } {
		if j > x {
			return j
		}
		defer func() { c++ }()
	}
	i := 0
again:
	i++

	if i < 3 {
		goto again
	}
	return c
}

func Choices(x any) (c int) {
	switch x {
	case 1:
	case 2:
		c = 3
		fallthrough
	default:
		c = 4
	}
	switch {
	}
	switch y := x.(type) {
	case int:
		c += y
	case string: // nothing
	}
	ready := make(chan int, 1)
	select {
	case ready <- 1:
		c++
	default:
	}
	select {
	case <-ready:
	}
	return
}

func Literals(x int) int {
	twice := func(n int) int { return 2 * n }
	func() {
		x++
	}()
	if f := func() bool { return x > 2 }; f() {
		x = twice(x)
	}
	defer func() { recover() }()
	return map[string]func() int{
		"a": func() int { return x },
		"b": func() int {

			return -x
		},
	}["a"]()
}
