package opts

import "example.com/instances/opts/adder"

type Opt func(*Conf)
type Conf struct {
	name string
	next *Conf
}

func WithName(n string) Opt { return func(c *Conf) { c.name = n } }
func (c *Conf) Chain() (out []*Conf) {
	for ; c != nil; c = c.next {
		out = append(out, c)
	}
	return
}
func Three() int { return adder.Of(1)(2) }
