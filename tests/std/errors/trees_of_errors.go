// run
// Is, As, AsType, Join and Unwrap over trees of errors, with methods that decide themselves.
package main

import (
	"errors"
	"fmt"
)

type code int

func (c code) Error() string { return fmt.Sprint("code ", int(c)) }

type named struct{ name string }

func (n *named) Error() string { return n.name }

// chameleon is any code and equal to errOther.
type chameleon struct{ asked int }

func (c *chameleon) Error() string { return "chameleon" }
func (c *chameleon) Is(target error) bool {
	c.asked++
	return target == errOther
}
func (c *chameleon) As(target any) bool {
	if p, ok := target.(*code); ok {
		*p = 77
		return true
	}
	return false
}

type incomparable []string

func (i incomparable) Error() string { return i[0] }

type wrapped struct{ inner error }

func (w wrapped) Error() string { return "wrapped " + fmt.Sprint(w.inner) }
func (w wrapped) Unwrap() error { return w.inner }

type timeout interface {
	error
	Timeout() bool
}

type slow struct{}

func (slow) Error() string { return "slow" }
func (slow) Timeout() bool { return true }

var errBase = errors.New("base")
var errOther = errors.New("other")

func main() {
	tree := errors.Join(nil, wrapped{code(3)}, nil, fmt.Errorf("a %w and %w", errBase, &named{"n"}), wrapped{nil})
	fmt.Println(tree)
	fmt.Println(errors.Join(nil, nil) == nil, errors.Join() == nil, errors.Unwrap(tree), errors.Unwrap(nil))
	fmt.Println(errors.Is(tree, errBase), errors.Is(tree, errOther), errors.Is(tree, code(3)), errors.Is(tree, code(4)))
	fmt.Println(errors.Is(nil, nil), errors.Is(nil, errBase), errors.Is(errBase, nil))
	fmt.Println(errors.Is(incomparable{"x"}, incomparable{"x"}), errors.Is(wrapped{incomparable{"x"}}, errBase))
	animal := &chameleon{}
	fmt.Println(errors.Is(wrapped{animal}, errOther), errors.Is(wrapped{animal}, errBase), animal.asked)

	var c code
	var n *named
	var t timeout
	var any1 error
	fmt.Println(errors.As(tree, &c), c, errors.As(tree, &n), n, errors.As(tree, &t), t)
	fmt.Println(errors.As(errors.Join(errBase, wrapped{slow{}}), &t), t, errors.As(wrapped{animal}, &c), c)
	fmt.Println(errors.As(tree, &any1), any1 == tree, errors.As(nil, &c))

	fmt.Println(errors.AsType[code](tree))
	fmt.Println(errors.AsType[*named](tree))
	fmt.Println(errors.AsType[timeout](tree))
	fmt.Println(errors.AsType[timeout](errors.Join(errBase, wrapped{slow{}})))
	fmt.Println(errors.AsType[code](wrapped{animal}))
	fmt.Println(errors.AsType[*named](wrapped{animal}))
	fmt.Println(errors.AsType[error](nil))
	e, ok := errors.AsType[error](tree)
	fmt.Println(e == tree, ok, errors.ErrUnsupported)

	for _, f := range []func(){
		func() { errors.As(errBase, nil) },
		func() { errors.As(errBase, c) },
		func() { var p *code; errors.As(errBase, p) },
		func() { var s string; errors.As(errBase, &s) },
		func() { errors.Is(wrapped{incomparable{"x"}}, nil); fmt.Println("fine") },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

// Output:
// wrapped code 3
// a base and n
// wrapped <nil>
// true true <nil> <nil>
// true false true false
// true false false
// false false
// true false 2
// true code 3 true n false <nil>
// true slow true code 77
// true true false
// code 3 true
// n true
// <nil> false
// slow true
// code 77 true
// <nil> false
// <nil> false
// true true unsupported operation
// errors: target cannot be nil
// errors: target must be a non-nil pointer
// errors: target must be a non-nil pointer
// errors: *target must be interface or implement error
// fine
// <nil>
