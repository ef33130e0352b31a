// run
package main

import "fmt"

type Animal interface{ Sound() string }
type Base struct{ name string }

func (b *Base) SetName(s string) { b.name = s }
func (b Base) Name() string      { return b.name }

type Dog struct {
	*Base
	age int
}

func (d Dog) Sound() string { return d.Name() + " woofs" }

type Puppy struct {
	Dog
	Animal
}

func (p Puppy) Sound() string { return "small " + p.Dog.Sound() + " " + p.Animal.Sound() }

type Cat struct{ Base }

func (c *Cat) Sound() string { return c.name + " meows" }

type Namer interface{ Name() string }

func main() {
	d := Dog{&Base{"rex"}, 3}
	d.SetName("max")
	var a Animal = d
	fmt.Println(a.Sound(), d.Name(), d.name)
	c := &Cat{}
	c.SetName("tom")
	a = c
	fmt.Println(a.Sound(), c.Name())
	p := Puppy{d, c}
	fmt.Println(p.Sound(), p.name, p.age)
	var n Namer = p
	fmt.Println(n.Name())
	f := p.Dog.Sound
	d.SetName("late")
	fmt.Println(f())
	g := (*Cat).Sound
	h := Dog.Sound
	fmt.Println(g(c), h(d))
	set := c.SetName
	set("new")
	fmt.Println(c.name)
}

// Output:
// max woofs max max
// tom meows tom
// small max woofs tom meows max 3
// max
// late woofs
// tom meows late woofs
// new
