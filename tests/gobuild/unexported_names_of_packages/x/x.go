package x

import "strings"

type T struct {
	b, c int
	d    string
	Pm   int
}

func (T) m()  {}
func (T) long() {}
func (T) Om() {}

type G[P any] struct {
	v    P
	long P
}

type E struct{ T }

type I interface{ m() }

type unnamed struct{ F int }

type hidden int

func F()                  { f() }
func f()                  {}
func t()                  {}
func Large() *unnamed     { return large(nil) }
func large(s []string) *unnamed {
	for _, p := range s {
		for range p {
			defer func() { recover() }()
		}
	}
	return &unnamed{len(strings.Join(s, " "))}
}

var v int
var V = v
var Slice []hidden

const k = 1
const K = k
