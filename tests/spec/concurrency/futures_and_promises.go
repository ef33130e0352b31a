// run
package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
)

// Futures over a channel that is closed when the value is there; combinators, panics that come out where the value
// is asked for, and calls that are shared by all who ask for the same key.

type future[T any] struct {
	done  chan struct{}
	value T
	err   error
}

type panicError struct{ value any }

func (p panicError) Error() string { return fmt.Sprint("panicked: ", p.value) }

func async[T any](f func() (T, error)) *future[T] {
	fu := &future[T]{done: make(chan struct{})}
	go func() {
		defer close(fu.done)
		defer func() {
			if p := recover(); p != nil {
				fu.err = panicError{p}
			}
		}()
		fu.value, fu.err = f()
	}()
	return fu
}

func (f *future[T]) await() (T, error) {
	<-f.done
	return f.value, f.err
}

func (f *future[T]) awaitContext(ctx context.Context) (zero T, err error) {
	select {
	case <-f.done:
		return f.value, f.err
	case <-ctx.Done():
		return zero, context.Cause(ctx)
	}
}

func then[T, U any](f *future[T], g func(T) (U, error)) *future[U] {
	return async(func() (u U, err error) {
		v, err := f.await()
		if err != nil {
			return u, err
		}
		return g(v)
	})
}

func all[T any](list ...*future[T]) *future[[]T] {
	return async(func() ([]T, error) {
		var errs []error
		out := make([]T, len(list))
		for i, f := range list {
			v, err := f.await()
			out[i] = v
			errs = append(errs, err)
		}
		return out, errors.Join(errs...)
	})
}

type outcome[T any] struct {
	v   T
	err error
}

func first[T any](list ...*future[T]) *future[T] {
	return async(func() (T, error) {
		c := make(chan outcome[T], len(list))
		for _, f := range list {
			go func() {
				v, err := f.await()
				c <- outcome[T]{v, err}
			}()
		}
		var last outcome[T]
		for range list {
			if last = <-c; last.err == nil {
				break
			}
		}
		return last.v, last.err
	})
}

// group shares one call among all that ask for a key while it runs.
type group[K comparable, V any] struct {
	mu    sync.Mutex
	calls map[K]*future[V]
}

func (g *group[K, V]) do(key K, f func() (V, error)) *future[V] {
	g.mu.Lock()
	defer g.mu.Unlock()
	if running, ok := g.calls[key]; ok {
		return running
	}
	if g.calls == nil {
		g.calls = make(map[K]*future[V])
	}
	fu := async(f)
	g.calls[key] = fu
	return fu
}

func main() {
	gate := make(chan struct{})
	a := async(func() (int, error) { <-gate; return 6, nil })
	b := then(a, func(n int) (int, error) { return n * 7, nil })
	c := then(b, func(n int) (string, error) { return strings.Repeat("x", n/10), nil })
	select {
	case <-c.done:
		fmt.Println("too early")
	default:
	}
	close(gate)
	fmt.Println(c.await())

	errOdd := errors.New("odd")
	half := func(n int) *future[int] {
		return async(func() (int, error) {
			if n%2 != 0 {
				return 0, fmt.Errorf("half of %d: %w", n, errOdd)
			}
			return n / 2, nil
		})
	}
	fmt.Println(all(half(2), half(4), half(6)).await())
	list, err := all(half(2), half(3), half(5)).await()
	fmt.Println(list, errors.Is(err, errOdd), strings.Count(err.Error(), "\n"))

	never := async(func() (int, error) { select {} })
	fmt.Println(first(never, half(3), half(8)).await())
	_, err = first(half(1), half(3)).await()
	fmt.Println(errors.Is(err, errOdd))

	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("no patience"))
	fmt.Println(never.awaitContext(ctx))

	_, err = then(async(func() (int, error) { var m map[string]int; m["x"] = 1; return 0, nil }), func(int) (int, error) {
		panic("not reached")
	}).await()
	var p panicError
	fmt.Println(err, errors.As(err, &p))

	var calls atomic.Int32
	var g group[string, int]
	release := make(chan struct{})
	var futures []*future[int]
	for i := range 12 {
		key := string(rune('a' + i%3))
		futures = append(futures, g.do(key, func() (int, error) {
			calls.Add(1)
			<-release
			return len(key), nil
		}))
	}
	close(release)
	values, err := all(futures...).await()
	fmt.Println(values, err, calls.Load())
}

// Output:
// xxxx <nil>
// [1 2 3] <nil>
// [1 0 0] true 1
// 4 <nil>
// true
// 0 no patience
// panicked: assignment to entry in nil map true
// [1 1 1 1 1 1 1 1 1 1 1 1] <nil> 3
