// run

// Embedding of instances, promoted methods, interfaces with type parameters, recursive generic types.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Base[ID comparable] struct {
	id      ID
	version int
}

func (b Base[ID]) Key() ID                { return b.id }
func (b *Base[ID]) Touch()                { b.version++ }
func (b *Base[ID]) Rename(id ID) (old ID) { old, b.id = b.id, id; return }

type Keyed[ID comparable] interface {
	Key() ID
}

type Entity[ID comparable] interface {
	Keyed[ID]
	Touch()
}

type User struct {
	Base[string]
	Name string
}

type Order[T any] struct {
	*Base[int]
	Lines []T
}

type Store[ID comparable, E Entity[ID]] struct {
	Keyed[string]
	items map[ID]E
	hooks []func(E)
}

func (s *Store[ID, E]) Put(e E) {
	if s.items == nil {
		s.items = map[ID]E{}
	}
	e.Touch()
	for _, h := range s.hooks {
		h(e)
	}
	s.items[e.Key()] = e
}

func (s *Store[ID, E]) Get(id ID) (E, error) {
	if e, ok := s.items[id]; ok {
		return e, nil
	}
	var zero E
	return zero, &NotFound[ID]{id}
}

type NotFound[ID any] struct{ ID ID }

func (e *NotFound[ID]) Error() string { return fmt.Sprintf("%v (%T) not found", e.ID, e.ID) }

type name string

func (n name) Key() string { return string(n) }

type Tree[T any] struct {
	Value    T
	Children Forest[T]
}
type Forest[T any] []Tree[T]

func (f Forest[T]) Depth() (depth int) {
	for _, t := range f {
		depth = max(depth, 1+t.Children.Depth())
	}
	return
}

func (t Tree[T]) Map(f func(T) T) Tree[T] {
	mapped := Tree[T]{Value: f(t.Value)}
	for _, c := range t.Children {
		mapped.Children = append(mapped.Children, c.Map(f))
	}
	return mapped
}

type byKey[ID ~int | ~string, K Keyed[ID]] []K

func (s byKey[ID, K]) Len() int           { return len(s) }
func (s byKey[ID, K]) Less(i, j int) bool { return s[i].Key() < s[j].Key() }
func (s byKey[ID, K]) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

type Chain[T any] func(T) (T, Chain[T])

func (c Chain[T]) Run(t T) T {
	for c != nil {
		t, c = c(t)
	}
	return t
}

type Logger[T any] interface{ Log(T) }
type LoggerFunc[T any] func(T)

func (f LoggerFunc[T]) Log(t T) { f(t) }

type service[T fmt.Stringer] struct {
	Logger[T]
	prefix string
}

type text string

func (t text) String() string { return strings.ToUpper(string(t)) }

func main() {
	users := &Store[string, *User]{Keyed: name("users")}
	users.hooks = append(users.hooks, func(u *User) { u.Name = strings.TrimSpace(u.Name) })
	users.Put(&User{Base[string]{id: "u1"}, " Ann "})
	users.Put(&User{Base: Base[string]{id: "u2"}, Name: "Bob"})
	u, err := users.Get("u1")
	fmt.Println(u.Name, u.version, u.Rename("u9"), u.Key(), err, users.Key())
	_, err = users.Get("u3")
	var missing *NotFound[string]
	fmt.Println(err, errors.As(err, &missing), errors.As(err, new(*NotFound[int])))

	orders := Store[int, Order[text]]{}
	orders.Put(Order[text]{&Base[int]{id: 3}, []text{"a"}})
	orders.Put(Order[text]{&Base[int]{id: 1}, nil})
	o, _ := orders.Get(3)
	o.Touch()
	again, _ := orders.Get(3)
	fmt.Println(again.version, again.Lines, again.Base == o.Base)
	list := byKey[int, Order[text]]{again, orders.items[1]}
	sort.Sort(list)
	fmt.Println(list[0].id, list[1].id)

	t := Tree[int]{1, Forest[int]{{2, nil}, {3, Forest[int]{{4, nil}}}}}
	fmt.Println(t.Map(func(n int) int { return n * n }), t.Children.Depth(), Forest[string](nil).Depth())

	var halve Chain[int]
	halve = func(n int) (int, Chain[int]) {
		if n%2 == 1 {
			return n, nil
		}
		return n / 2, halve
	}
	fmt.Println(halve.Run(96), Chain[string](nil).Run("same"))

	var out []string
	s := service[text]{LoggerFunc[text](func(t text) { out = append(out, t.String()) }), "> "}
	s.Log("hello")
	log := s.Log
	log("again")
	var l Logger[text] = s
	l.Log("third")
	Logger[text].Log(s, "fourth")
	fmt.Println(out)
	fmt.Printf("%T %T %T %v\n", s, list, halve, u.Base)
	defer func() { fmt.Println(recover()) }()
	var none Order[int]
	none.Touch()
}

// Output:
// Ann 1 u1 u9 <nil> users
// u3 (string) not found true false
// 2 [A] true
// 1 3
// {1 [{4 []} {9 [{16 []}]}]} 2 0
// 3 same
// [HELLO AGAIN THIRD FOURTH]
// main.service[main.text] main.byKey[int,main.Order[main.text]] main.Chain[int] {u9 1}
// runtime error: invalid memory address or nil pointer dereference
