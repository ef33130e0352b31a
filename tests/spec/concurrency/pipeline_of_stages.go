// run
package main

import (
	"context"
	"fmt"
	"sync"
)

// Stages joined by channels, with fan-out and fan-in, ordered again at the end, and stopped early by a context.

type item[T any] struct {
	seq   int
	value T
}

func source[T any](ctx context.Context, values ...T) <-chan item[T] {
	out := make(chan item[T])
	go func() {
		defer close(out)
		for i, v := range values {
			select {
			case out <- item[T]{i, v}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func stage[In, Out any](ctx context.Context, in <-chan item[In], workers int, f func(In) Out) <-chan item[Out] {
	out := make(chan item[Out])
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for it := range in {
				select {
				case out <- item[Out]{it.seq, f(it.value)}:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// inOrder gives the values in the order of the source.
func inOrder[T any](in <-chan item[T]) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		waiting := make(map[int]T)
		next := 0
		for it := range in {
			waiting[it.seq] = it.value
			for {
				v, ok := waiting[next]
				if !ok {
					break
				}
				delete(waiting, next)
				next++
				out <- v
			}
		}
		if len(waiting) != 0 {
			fmt.Println("left over:", len(waiting))
		}
	}()
	return out
}

func merge[T any](channels ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	for _, c := range channels {
		wg.Go(func() {
			for v := range c {
				out <- v
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

// tee gives each value to all of n channels.
func tee[T any](in <-chan T, n int) []<-chan T {
	outs := make([]chan T, n)
	result := make([]<-chan T, n)
	for i := range outs {
		outs[i] = make(chan T, 1)
		result[i] = outs[i]
	}
	go func() {
		for v := range in {
			for _, out := range outs {
				out <- v
			}
		}
		for _, out := range outs {
			close(out)
		}
	}()
	return result
}

// primes is the sieve: a filter for each prime.
func primes(n int) (list []int) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	c := make(chan int)
	go func() {
		for i := 2; ; i++ {
			select {
			case c <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	var in <-chan int = c
	for range n {
		p := <-in
		list = append(list, p)
		out := make(chan int)
		go func(in <-chan int) {
			for {
				select {
				case i := <-in:
					if i%p != 0 {
						select {
						case out <- i:
						case <-ctx.Done():
							return
						}
					}
				case <-ctx.Done():
					return
				}
			}
		}(in)
		in = out
	}
	return list
}

func main() {
	ctx := context.Background()
	numbers := make([]int, 30)
	for i := range numbers {
		numbers[i] = i
	}
	squares := stage(ctx, source(ctx, numbers...), 4, func(n int) int { return n * n })
	texts := stage(ctx, squares, 3, func(n int) string { return fmt.Sprint("<", n, ">") })
	for s := range inOrder(texts) {
		fmt.Print(s)
	}
	fmt.Println()

	sum := 0
	for v := range merge(inOrder(source(ctx, 1, 2, 3)), inOrder(source(ctx, 10, 20, 30)), inOrder(source(ctx, 100))) {
		sum += v
	}
	fmt.Println("merged", sum)

	outs := tee(inOrder(source(ctx, "a", "b", "c")), 3)
	var wg sync.WaitGroup
	got := make([]string, len(outs))
	for i, out := range outs {
		wg.Go(func() {
			for s := range out {
				got[i] += s
			}
		})
	}
	wg.Wait()
	fmt.Println("tee", got)

	ctx, cancel := context.WithCancel(ctx)
	endless := stage(ctx, source(ctx, numbers...), 2, func(n int) int { return n + 1 })
	first := <-endless
	cancel()
	for range endless {
	}
	fmt.Println("stopped", first.value > 0, ctx.Err())
	fmt.Println(primes(15))
}

// Output:
// <0><1><4><9><16><25><36><49><64><81><100><121><144><169><196><225><256><289><324><361><400><441><484><529><576><625><676><729><784><841>
// merged 166
// tee [abc abc abc]
// stopped true context canceled
// [2 3 5 7 11 13 17 19 23 29 31 37 41 43 47]
