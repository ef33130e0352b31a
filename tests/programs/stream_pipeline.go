// run

// Pipelines of goroutines with generic stages: map, filter, batch, fan-out that keeps order, merge, tee, take with cancellation,
// and errors that stop everything.
package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

type Flow[T any] struct {
	ctx  context.Context
	out  <-chan T
	fail context.CancelCauseFunc
}

func From[T any](ctx context.Context, seq iter.Seq[T]) Flow[T] {
	ctx, fail := context.WithCancelCause(ctx)
	return spawn(Flow[T]{ctx: ctx, fail: fail}, func(f Flow[T], emit func(T) bool) {
		for v := range seq {
			if !emit(v) {
				return
			}
		}
	})
}

func spawn[A, B any](from Flow[A], body func(Flow[A], func(B) bool)) Flow[B] {
	out := make(chan B)
	go func() {
		defer close(out)
		defer func() {
			switch r := recover().(type) {
			case nil:
			case error:
				from.fail(r)
			default:
				from.fail(fmt.Errorf("stage of %T: %v", *new(B), r))
			}
		}()
		body(from, func(v B) bool {
			select {
			case out <- v:
				return true
			case <-from.ctx.Done():
				return false
			}
		})
	}()
	return Flow[B]{from.ctx, out, from.fail}
}

func (f Flow[T]) Each() iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			select {
			case v, ok := <-f.out:
				if !ok || !yield(v) {
					return
				}
			case <-f.ctx.Done():
				return
			}
		}
	}
}

func Map[A, B any](f Flow[A], do func(A) (B, error)) Flow[B] {
	return spawn(f, func(f Flow[A], emit func(B) bool) {
		for v := range f.Each() {
			b, err := do(v)
			if err != nil {
				f.fail(err)
				return
			}
			if !emit(b) {
				return
			}
		}
	})
}

func (f Flow[T]) Filter(keep func(T) bool) Flow[T] {
	return spawn(f, func(f Flow[T], emit func(T) bool) {
		for v := range f.Each() {
			if keep(v) && !emit(v) {
				break
			}
		}
	})
}

func Batch[T any](f Flow[T], n int) Flow[[]T] {
	return spawn(f, func(f Flow[T], emit func([]T) bool) {
		batch := make([]T, 0, n)
		for v := range f.Each() {
			if batch = append(batch, v); len(batch) == n {
				if !emit(batch) {
					return
				}
				batch = make([]T, 0, n)
			}
		}
		if len(batch) > 0 {
			emit(batch)
		}
	})
}

// Parallel runs n calls at a time and delivers in the order of arrival.
func Parallel[A, B any](f Flow[A], n int, do func(A) B) Flow[B] {
	return spawn(f, func(f Flow[A], emit func(B) bool) {
		slots := make(chan chan B, n)
		go func() {
			defer close(slots)
			for v := range f.Each() {
				slot := make(chan B, 1)
				slots <- slot
				go func() { slot <- do(v) }()
			}
		}()
		for slot := range slots {
			if !emit(<-slot) {
				for range slots {
				}
				return
			}
		}
	})
}

func Merge[T any](flows ...Flow[T]) Flow[T] {
	return spawn(flows[0], func(_ Flow[T], emit func(T) bool) {
		var wg sync.WaitGroup
		for _, f := range flows {
			wg.Go(func() {
				for v := range f.Each() {
					if !emit(v) {
						return
					}
				}
			})
		}
		wg.Wait()
	})
}

func Tee[T any](f Flow[T]) (a, b Flow[T]) {
	left, right := make(chan T), make(chan T)
	go func() {
		defer close(left)
		defer close(right)
		for v := range f.Each() {
			l, r := left, right
			for l != nil || r != nil {
				select {
				case l <- v:
					l = nil
				case r <- v:
					r = nil
				case <-f.ctx.Done():
					return
				}
			}
		}
	}()
	return Flow[T]{f.ctx, left, f.fail}, Flow[T]{f.ctx, right, f.fail}
}

func (f Flow[T]) Collect() ([]T, error) {
	var all []T
	for v := range f.out {
		all = append(all, v)
	}
	return all, context.Cause(f.ctx)
}

func (f Flow[T]) Take(n int) (out []T) {
	defer f.fail(errors.New("enough"))
	if n == 0 {
		return nil
	}
	for v := range f.Each() {
		if out = append(out, v); len(out) == n {
			break
		}
	}
	return out
}

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func forever(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

func main() {
	ctx := context.Background()
	before := runtime.NumGoroutine()

	squares := Map(From(ctx, count(10)), func(i int) (string, error) { return strconv.Itoa(i * i), nil })
	fmt.Println(squares.Collect())

	fmt.Println(Map(From(ctx, slices.Values(strings.Fields("1 2 x 4"))), strconv.Atoi).Collect())

	batches, err := Batch(From(ctx, count(25)).Filter(func(i int) bool { return i%3 != 0 }), 5).Collect()
	fmt.Println(len(batches), batches, err)

	slow := Parallel(From(ctx, count(30)), 4, func(i int) int {
		if i%7 == 0 {
			time.Sleep(time.Millisecond)
		}
		for range i % 4 {
			runtime.Gosched()
		}
		return -i
	})
	ordered, err := slow.Collect()
	fmt.Println(slices.IsSortedFunc(ordered, func(a, b int) int { return cmp.Compare(b, a) }), len(ordered), err)

	a, b := Tee(From(ctx, count(12)))
	merged, err := Merge(a.Filter(func(i int) bool { return i%2 == 0 }), Map(b, func(i int) (int, error) { return i * 100, nil })).Collect()
	slices.Sort(merged)
	fmt.Println(merged, err)

	endless := From(ctx, iter.Seq[int](forever))
	fmt.Println(Parallel(endless, 3, func(i int) int { return i * i }).Take(8), context.Cause(endless.ctx))

	_, err = Map(From(ctx, count(5)), func(i int) (int, error) { return 10 / (3 - i), nil }).Collect()
	fmt.Println(err)
	_, err = Map(From(ctx, count(5)), func(i int) ([]int, error) { panic([]string{"custom", "value"}) }).Collect()
	fmt.Println(err)

	deadline, cancel := context.WithTimeout(ctx, 300*time.Millisecond)
	defer cancel()
	got, err := Map(From(deadline, forever), func(i int) (int, error) {
		if i == 3 {
			<-deadline.Done()
		}
		return i, nil
	}).Collect()
	fmt.Println(len(got) >= 3, err)

	words := func(yield func(string) bool) {
		sc := bufio.NewScanner(strings.NewReader("the cat the dog\nthe end of the cat"))
		sc.Split(bufio.ScanWords)
		for sc.Scan() && yield(sc.Text()) {
		}
	}
	counts := map[string]int{}
	for w := range From(ctx, words).Each() {
		counts[w]++
	}
	fmt.Println(counts)

	for range 1000 {
		if runtime.NumGoroutine() <= before {
			break
		}
		time.Sleep(time.Millisecond)
	}
	fmt.Println("left over:", runtime.NumGoroutine()-before)
}

// Output:
// [0 1 4 9 16 25 36 49 64 81] <nil>
// [1 2] strconv.Atoi: parsing "x": invalid syntax
// 4 [[1 2 4 5 7] [8 10 11 13 14] [16 17 19 20 22] [23]] <nil>
// true 30 <nil>
// [0 0 2 4 6 8 10 100 200 300 400 500 600 700 800 900 1000 1100] <nil>
// [0 1 4 9 16 25 36 49] enough
// runtime error: integer divide by zero
// stage of []int: [custom value]
// true context deadline exceeded
// map[cat:2 dog:1 end:1 of:1 the:4]
// left over: 0
