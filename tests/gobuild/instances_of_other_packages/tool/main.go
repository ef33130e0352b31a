package main

import (
	"example.com/instances/opts"
	"example.com/instances/opts/adder"
)

func main() {
	c := new(opts.Conf)
	opts.WithName("x")(c)
	f := adder.Of(3)
	println(f(4), len(c.Chain()), opts.Three())
	apply(opts.WithName("y"), c)
}

//go:noinline
func apply(o opts.Opt, c *opts.Conf) { o(c) }
