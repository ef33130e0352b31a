// run

package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type Comparable[T any] interface{ Compare(T) int }

type Builder[B Builder[B]] interface {
	Add(string) B
	Done() string
}

type Node[T Node[T]] interface {
	comparable
	Neighbours() []T
	fmt.Stringer
}

type Cloner[T any] interface {
	*T
	Reset()
	Load(string) error
}

func Max[T Comparable[T]](first T, rest ...T) T {
	for _, t := range rest {
		if t.Compare(first) > 0 {
			first = t
		}
	}
	return first
}

func Build[B Builder[B]](b B, parts ...string) string {
	for _, p := range parts {
		b = b.Add(p)
	}
	return b.Done()
}

func Reach[N Node[N]](from N) []N {
	seen := map[N]bool{from: true}
	order := []N{from}
	for i := 0; i < len(order); i++ {
		for _, n := range order[i].Neighbours() {
			if !seen[n] {
				seen[n] = true
				order = append(order, n)
			}
		}
	}
	return order
}

// New makes values whose pointers have the methods.
func New[T any, P Cloner[T]](texts ...string) ([]T, error) {
	list := make([]T, len(texts))
	for i, text := range texts {
		p := P(&list[i])
		p.Reset()
		if err := p.Load(text); err != nil {
			return list[:i], fmt.Errorf("item %d: %w", i, err)
		}
	}
	return list, nil
}

type version []int

func (v version) Compare(w version) int { return slices.Compare(v, w) }

type celsius float64

func (c celsius) Compare(d celsius) int { return cmp.Compare(c, d) }

type joined struct{ parts []string }

func (j *joined) Add(s string) *joined { j.parts = append(j.parts, s); return j }
func (j *joined) Done() string         { return strings.Join(j.parts, "-") }

type counted int

func (c counted) Add(s string) counted { return c + counted(len(s)) }
func (c counted) Done() string         { return fmt.Sprint(int(c)) }

type place struct {
	name string
	to   *[]place
}

func (p place) Neighbours() []place { return *p.to }
func (p place) String() string      { return p.name }

type square int

func (s square) Neighbours() (list []square) {
	for _, d := range []square{-5, -1, 1, 5} {
		if n := s + d; n >= 0 && n < 15 && n != 7 && !(d*d == 1 && n/5 != s/5) {
			list = append(list, n)
		}
	}
	return
}
func (s square) String() string { return string(rune('a' + s)) }

type config struct {
	name  string
	value int
}

func (c *config) Reset() { *c = config{"default", -1} }
func (c *config) Load(s string) error {
	_, err := fmt.Sscanf(s, "%s %d", &c.name, &c.value)
	return err
}

type Tree[T interface{ Less(T) bool }] struct {
	l, r *Tree[T]
	v    T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	switch {
	case t == nil:
		return &Tree[T]{v: v}
	case v.Less(t.v):
		t.l = t.l.Insert(v)
	default:
		t.r = t.r.Insert(v)
	}
	return t
}

func (t *Tree[T]) All(yield func(T) bool) {
	for n := t; n != nil; n = n.r {
		for v := range n.l.All {
			if !yield(v) {
				return
			}
		}
		if !yield(n.v) {
			return
		}
	}
}

type word string

func (w word) Less(x word) bool { return len(w) < len(x) || len(w) == len(x) && w < x }

func main() {
	fmt.Println(Max(version{1, 2}, version{1, 10}, version{1}), Max(celsius(3), 4.5, -1))
	fmt.Println(Build(&joined{}, "a", "b", "c"), Build(counted(0), "one", "three"))
	var none, all []place
	b, c := place{"b", &none}, place{"c", &none}
	all = []place{b, c}
	fmt.Println(Reach(place{"a", &all}), Reach(square(0)))
	configs, err := New[config]("x 1", "y 2")
	fmt.Println(configs, err)
	configs, err = New[config]("x 1", "y z")
	fmt.Println(configs, err)
	var t *Tree[word]
	for _, s := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		t = t.Insert(word(s))
	}
	for w := range t.All {
		fmt.Print(w, " ")
	}
	fmt.Println()
}

// Output:
// [1 10] 4.5
// a-b-c 8
// [a b c] [a b f c g k d l e i m j n o]
// [{x 1} {y 2}] <nil>
// [{x 1}] item 1: expected integer
// dog fox the the lazy over brown jumps quick
