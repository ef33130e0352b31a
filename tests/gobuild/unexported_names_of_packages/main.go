package main

import "ex.com/a/x"

type T struct{}

func (T) m() {}

type U struct{ x.T }

func main() {
	var t x.T
	t.m()
	t.M()
	t.D()
	t.c = 1
	t.C = 1
	t.Long()
	t.pm = 1
	t.pM = 1
	t.PM = 1
	t.om()
	_ = x.T{c: 1}
	_ = x.T{C: 1}
	_ = x.T{pm: 1}
	_ = x.G[string]{v: "a"}
	_ = x.G[string]{Long: "a"}
	var g x.G[int]
	g.long = 1
	var e x.E
	e.m()
	e.T.d = ""
	var u U
	u.long()
	var i x.I = T{}
	i.m()
	i.M()
	_ = i.(T)
	i = t
	_ = x.T.m
	_ = (*x.T).long
	switch i.(type) {
	case T:
	}
}
