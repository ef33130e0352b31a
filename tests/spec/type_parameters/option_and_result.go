// run

package main

import (
	"errors"
	"fmt"
	"strconv"
)

type Option[T any] struct {
	value T
	ok    bool
}

func Some[T any](v T) Option[T]      { return Option[T]{v, true} }
func None[T any]() (o Option[T])     { return }
func (o Option[T]) Get() (T, bool)   { return o.value, o.ok }
func (o Option[T]) OrElse(other T) T { return o.orElse(func() T { return other }) }
func (o Option[T]) Filter(f func(T) bool) Option[T] {
	if o.ok && f(o.value) {
		return o
	}
	return None[T]()
}
func (o Option[T]) orElse(f func() T) T {
	if o.ok {
		return o.value
	}
	return f()
}
func (o Option[T]) String() string {
	if !o.ok {
		return "None"
	}
	return fmt.Sprintf("Some(%v)", o.value)
}

func Map[T, U any](o Option[T], f func(T) U) Option[U] {
	if v, ok := o.Get(); ok {
		return Some(f(v))
	}
	return None[U]()
}

func FlatMap[T, U any](o Option[T], f func(T) Option[U]) Option[U] {
	if v, ok := o.Get(); ok {
		return f(v)
	}
	return Option[U]{}
}

type Result[T any] struct {
	value T
	err   error
}

func Ok[T any](v T) Result[T]             { return Result[T]{value: v} }
func Err[T any](err error) Result[T]      { return Result[T]{err: err} }
func Try[T any](v T, err error) Result[T] { return Result[T]{v, err} }
func (r Result[T]) Unwrap() T {
	if r.err != nil {
		panic(fmt.Errorf("unwrap %T: %w", r, r.err))
	}
	return r.value
}

func Then[T, U any](r Result[T], f func(T) (U, error)) Result[U] {
	if r.err != nil {
		return Err[U](r.err)
	}
	return Try(f(r.value))
}

func Catch[T any](f func() T) (r Result[T]) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case error:
			r.err = p
		default:
			r.err = fmt.Errorf("panic: %v", p)
		}
	}()
	return Ok(f())
}

func All[T any](results ...Result[T]) Result[[]T] {
	var all []T
	var errs []error
	for _, r := range results {
		if r.err != nil {
			errs = append(errs, r.err)
		} else {
			all = append(all, r.value)
		}
	}
	if len(errs) > 0 {
		return Err[[]T](errors.Join(errs...))
	}
	return Ok(all)
}

type Either[L, R any] interface{ isEither(L, R) }
type Left[L, R any] struct{ v L }
type Right[L, R any] struct{ v R }

func (Left[L, R]) isEither(L, R)  {}
func (Right[L, R]) isEither(L, R) {}

func Fold[L, R, T any](e Either[L, R], left func(L) T, right func(R) T) T {
	switch e := e.(type) {
	case Left[L, R]:
		return left(e.v)
	case Right[L, R]:
		return right(e.v)
	}
	panic(fmt.Sprintf("neither: %T", e))
}

func half(n int) Option[int] {
	return Map(Some(n).Filter(func(n int) bool { return n%2 == 0 }), func(n int) int { return n / 2 })
}

func main() {
	fmt.Println(Some(3), None[string](), Some([]int(nil)), Some(Some("x")))
	fmt.Println(half(10), FlatMap(half(12), half), FlatMap(half(10), half), half(7).OrElse(-1))
	length := Map(Some("hello"), func(s string) int { return len(s) })
	fmt.Printf("%v %T %t\n", length, length, length == Some(5))

	parse := func(s string) Result[int] { return Try(strconv.Atoi(s)) }
	square := func(n int) (string, error) {
		if n > 100 {
			return "", errors.New("too large")
		}
		return strconv.Itoa(n * n), nil
	}
	for _, s := range []string{"7", "x", "1000"} {
		r := Then(parse(s), square)
		fmt.Println(r.value, r.err)
	}
	fmt.Println(All(parse("1"), parse("2")).Unwrap())
	fmt.Println(All(parse("1"), parse("y"), parse("z")).err)
	fmt.Println(Catch(func() int { return parse("q").Unwrap() }).err)
	var m map[string]int
	fmt.Println(Catch(func() int { m["x"] = 1; return 2 }).err)
	fmt.Println(Catch(func() string { panic("plain") }).err, Catch(func() string { return "fine" }))
	es := []Either[int, string]{Left[int, string]{5}, Right[int, string]{"five"}}
	for _, e := range es {
		fmt.Print(Fold(e, func(n int) string { return fmt.Sprint("number ", n) }, func(s string) string { return "text " + s }), "; ")
	}
	fmt.Println(es)
	defer func() { fmt.Println(recover()) }()
	Fold[int, string](nil, strconv.Itoa, func(s string) string { return s })
}

// Output:
// Some(3) None Some([]) Some(Some(x))
// Some(5) Some(3) None -1
// Some(5) main.Option[int] true
// 49 <nil>
//  strconv.Atoi: parsing "x": invalid syntax
//  too large
// [1 2]
// strconv.Atoi: parsing "y": invalid syntax
// strconv.Atoi: parsing "z": invalid syntax
// unwrap main.Result[int]: strconv.Atoi: parsing "q": invalid syntax
// assignment to entry in nil map
// panic: plain {fine <nil>}
// number 5; text five; [{5} {five}]
// neither: <nil>
