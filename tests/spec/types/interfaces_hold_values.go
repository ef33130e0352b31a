// run
package main

import "fmt"

type animal interface {
	name() string
	sound() string
}
type base struct{ n string }

func (b base) name() string { return b.n }

type dog struct{ base }
type cat struct {
	*base
	lives int
}

func (dog) sound() string  { return "woof" }
func (c *cat) sound() string { c.lives--; return fmt.Sprint("meow", c.lives) }

type small struct{ a, b int8 }
type empty struct{}

func main() {
	c := &cat{&base{"tom"}, 9}
	for _, a := range []animal{dog{base{"rex"}}, c, c} {
		fmt.Println(a.name(), a.sound())
	}
	x := 5
	var i any = x
	x = 6
	s := small{1, 2}
	var j any = s
	s.a = 9
	fmt.Println(i, x, j, s, j == any(small{1, 2}), any(empty{}) == any(empty{}))
	var a animal
	fmt.Println(a == nil)
	var d *dog
	var e any = d
	fmt.Println(e == nil, e.(*dog) == nil)
}

// Output:
// rex woof
// tom meow8
// tom meow7
// 5 6 {1 2} {9 2} true true
// true
// false true
