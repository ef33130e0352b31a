// run

// Networks of goroutines: the sieve as a growing chain of filters, Hamming numbers by merging streams that feed themselves, a systolic
// matrix product, odd-even transposition sort, and a ring that elects a leader.
package main

import (
	"fmt"
	"slices"
	"sync"
)

type Stream[T any] <-chan T

func Generate[T any](done <-chan struct{}, f func(emit func(T) bool)) Stream[T] {
	out := make(chan T)
	go func() {
		defer close(out)
		f(func(v T) bool {
			select {
			case out <- v:
				return true
			case <-done:
				return false
			}
		})
	}()
	return out
}

func (s Stream[T]) Take(n int) []T {
	out := make([]T, 0, n)
	for range n {
		out = append(out, <-s)
	}
	return out
}

func primes(done <-chan struct{}) Stream[int] {
	return Generate(done, func(emit func(int) bool) {
		numbers := Generate(done, func(emit func(int) bool) {
			for i := 2; emit(i); i++ {
			}
		})
		for {
			p, ok := <-numbers
			if !ok || !emit(p) {
				return
			}
			numbers = func(in Stream[int]) Stream[int] {
				return Generate(done, func(emit func(int) bool) {
					for n := range in {
						if n%p != 0 && !emit(n) {
							return
						}
					}
				})
			}(numbers)
		}
	})
}

// unbounded passes values on and never makes the sender wait.
func unbounded[T any](done <-chan struct{}) (chan<- T, Stream[T]) {
	in, out := make(chan T), make(chan T)
	go func() {
		defer close(out)
		var queue []T
		for {
			var send chan<- T
			var first T
			if len(queue) > 0 {
				send, first = out, queue[0]
			}
			select {
			case v := <-in:
				queue = append(queue, v)
			case send <- first:
				queue = queue[1:]
			case <-done:
				return
			}
		}
	}()
	return in, out
}

func hamming(done <-chan struct{}, factors ...uint64) Stream[uint64] {
	return Generate(done, func(emit func(uint64) bool) {
		type feed struct {
			in   chan<- uint64
			out  Stream[uint64]
			head uint64
		}
		feeds := make([]*feed, len(factors))
		for i := range feeds {
			f := &feed{head: factors[i]}
			f.in, f.out = unbounded[uint64](done)
			feeds[i] = f
		}
		for emit(1) {
			for {
				least := slices.MinFunc(feeds, func(a, b *feed) int { return int(int64(a.head - b.head)) }).head
				for i, f := range feeds {
					select {
					case f.in <- least * factors[i]:
					case <-done:
						return
					}
				}
				for _, f := range feeds {
					if f.head == least {
						f.head = <-f.out
					}
				}
				if !emit(least) {
					return
				}
			}
		}
	})
}

func systolic(a, b [][]int) [][]int {
	n := len(a)
	type wire = chan int
	grid := func() [][]wire {
		g := make([][]wire, n+1)
		for i := range g {
			g[i] = make([]wire, n+1)
			for j := range g[i] {
				g[i][j] = make(wire, 1)
			}
		}
		return g
	}
	right, down := grid(), grid()
	out := make([][]int, n)
	var wg sync.WaitGroup
	for i := range n {
		out[i] = make([]int, n)
		go func() {
			for k := range n {
				right[i][0] <- a[i][k]
			}
		}()
		go func() {
			for k := range n {
				down[0][i] <- b[k][i]
			}
		}()
		for j := range n {
			wg.Go(func() {
				for range n {
					x, y := <-right[i][j], <-down[i][j]
					out[i][j] += x * y
					if j+1 < n {
						right[i][j+1] <- x
					}
					if i+1 < n {
						down[i+1][j] <- y
					}
				}
			})
		}
	}
	wg.Wait()
	return out
}

func transposition(values []string) []string {
	n := len(values)
	links := make([]struct{ up, down chan string }, n)
	for i := range links {
		links[i].up, links[i].down = make(chan string, 1), make(chan string, 1)
	}
	out := slices.Clone(values)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			mine := values[i]
			for round := range n {
				if partner := i ^ 1; round%2 == 1 {
					partner = (i + 1) ^ 1 - 1
					exchange(&mine, i, partner, n, links)
				} else {
					exchange(&mine, i, partner, n, links)
				}
			}
			out[i] = mine
		})
	}
	wg.Wait()
	return out
}

func exchange(mine *string, i, partner, n int, links []struct{ up, down chan string }) {
	if partner < 0 || partner >= n {
		return
	}
	if partner > i {
		links[i].up <- *mine
		*mine = min(*mine, <-links[i].down)
	} else {
		links[partner].down <- *mine
		*mine = max(*mine, <-links[partner].up)
	}
}

type ballot struct {
	id    int
	final bool
}

func elect(ids []int) (leader int, messages int) {
	n := len(ids)
	ring := make([]chan ballot, n)
	for i := range ring {
		ring[i] = make(chan ballot, n)
	}
	sent := make(chan int, n)
	leaders := make(chan int, n)
	for i, id := range ids {
		go func() {
			count := 1
			next := ring[(i+1)%n]
			next <- ballot{id: id}
			for b := range ring[i] {
				switch {
				case b.final:
					if b.id != id {
						next <- b
						count++
					}
					leaders <- b.id
					sent <- count
					return
				case b.id == id:
					next <- ballot{id, true}
					count++
				case b.id > id:
					next <- b
					count++
				}
			}
		}()
	}
	for range n {
		l := <-leaders
		if leader != 0 && l != leader {
			panic("two leaders")
		}
		leader = l
		messages += <-sent
	}
	return
}

func main() {
	done := make(chan struct{})
	p := primes(done)
	fmt.Println(p.Take(10), p.Take(30)[29])
	h := hamming(done, 2, 3, 5)
	first := h.Take(60)
	fmt.Println(first[:15], first[59])
	close(done)
	fmt.Println(systolic([][]int{{1, 2, 3}, {4, 5, 6}, {7, 8, 10}}, [][]int{{2, 0, 1}, {0, 1, 0}, {1, 1, 1}}))
	fmt.Println(transposition([]string{"pear", "fig", "apple", "kiwi", "date", "lime", "bean"}))
	fmt.Println(elect([]int{4, 9, 2, 7, 5}))
	fmt.Println(elect([]int{1, 2, 3, 4, 5, 6, 7, 8}))
}

// Output:
// [2 3 5 7 11 13 17 19 23 29] 173
// [1 2 3 4 5 6 8 9 10 12 15 16 18 20 24] 384
// [[5 5 4] [14 11 10] [24 18 17]]
// [apple bean date fig kiwi lime pear]
// 9 17
// 8 23
