// run
// Results of several words, one call inside of another's arguments, while collections run: what is not yet written is no root.
package main

import "fmt"

type fragment struct {
	begin    uint32
	ends     []*uint32
	nullable bool
}

type tree struct {
	op  int
	sub []*tree
}

type compiler struct{ all []uint32 }

//go:noinline
func (c *compiler) step() fragment {
	c.all = append(c.all, 0)
	p := new(uint32)
	return fragment{uint32(len(c.all)), []*uint32{p}, true}
}

//go:noinline
func (c *compiler) both(f, g fragment) fragment {
	for _, e := range f.ends {
		*e = g.begin
	}
	return fragment{f.begin, g.ends, f.nullable && g.nullable}
}

func (c *compiler) compile(t *tree) fragment {
	switch t.op {
	case 0:
		return c.step()
	case 1:
		f := c.compile(t.sub[0])
		for _, sub := range t.sub[1:] {
			f = c.both(f, c.compile(sub))
		}
		return f
	case 2:
		open := c.step()
		inner := c.compile(t.sub[0])
		return c.both(c.both(open, inner), c.step())
	}
	panic("no")
}

func main() {
	c := &compiler{}
	leaf := &tree{}
	group := &tree{2, []*tree{leaf}}
	list := &tree{1, []*tree{group, leaf, group}}
	for _, t := range []*tree{list, {2, []*tree{list}}, {1, []*tree{leaf, {1, []*tree{group, {2, []*tree{list}}}}}}, list} {
		f := c.compile(t)
		fmt.Println(f.begin, len(f.ends))
	}
}

// Output:
// 1 1
// 8 1
// 17 1
// 30 1
