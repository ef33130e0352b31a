// run

package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

type Pair[A, B any] struct {
	First  A
	Second B
}

func Map[A, B any](seq iter.Seq[A], f func(A) B) iter.Seq[B] {
	return func(yield func(B) bool) {
		seq(func(a A) bool { return yield(f(a)) })
	}
}

func Filter[A any](seq iter.Seq[A], keep func(A) bool) iter.Seq[A] {
	return func(yield func(A) bool) {
		for a := range seq {
			if keep(a) && !yield(a) {
				return
			}
		}
	}
}

func Take[A any](seq iter.Seq[A], n int) iter.Seq[A] {
	return func(yield func(A) bool) {
		if n <= 0 {
			return
		}
		left := n
		for a := range seq {
			left--
			if !yield(a) || left == 0 {
				return
			}
		}
	}
}

func Chain[A any](seqs ...iter.Seq[A]) iter.Seq[A] {
	return func(yield func(A) bool) {
		for _, seq := range seqs {
			for a := range seq {
				if !yield(a) {
					return
				}
			}
		}
	}
}

func Zip[A, B any](as iter.Seq[A], bs iter.Seq[B]) iter.Seq[Pair[A, B]] {
	return func(yield func(Pair[A, B]) bool) {
		next, stop := iter.Pull(bs)
		defer stop()
		for a := range as {
			b, ok := next()
			if !ok || !yield(Pair[A, B]{a, b}) {
				return
			}
		}
	}
}

func Window[A any](seq iter.Seq[A], n int) iter.Seq[[]A] {
	return func(yield func([]A) bool) {
		var window []A
		for a := range seq {
			window = append(window, a)
			if len(window) < n {
				continue
			}
			if !yield(slices.Clone(window[len(window)-n:])) {
				return
			}
		}
	}
}

func Fold[A, R any](seq iter.Seq[A], start R, f func(R, A) R) R {
	for a := range seq {
		start = f(start, a)
	}
	return start
}

func GroupBy[K comparable, A any](seq iter.Seq[A], key func(A) K) map[K][]A {
	groups := make(map[K][]A)
	for a := range seq {
		groups[key(a)] = append(groups[key(a)], a)
	}
	return groups
}

func Iterate[A any](start A, f func(A) A) iter.Seq[A] {
	return func(yield func(A) bool) {
		for a := start; yield(a); a = f(a) {
		}
	}
}

func Cycle[A any](list ...A) iter.Seq[A] {
	return func(yield func(A) bool) {
		for {
			for _, a := range list {
				if !yield(a) {
					return
				}
			}
		}
	}
}

func First[A any](seq iter.Seq[A], f func(A) bool) (a A, ok bool) {
	for a := range Filter(seq, f) {
		return a, true
	}
	return
}

// Merge joins sorted sequences.
func Merge[A cmp.Ordered](a, b iter.Seq[A]) iter.Seq[A] {
	return func(yield func(A) bool) {
		nextA, stopA := iter.Pull(a)
		defer stopA()
		nextB, stopB := iter.Pull(b)
		defer stopB()
		x, okX := nextA()
		y, okY := nextB()
		for okX || okY {
			if okX && (!okY || x <= y) {
				if !yield(x) {
					return
				}
				x, okX = nextA()
			} else {
				if !yield(y) {
					return
				}
				y, okY = nextB()
			}
		}
	}
}

func Permutations[S ~[]E, E any](s S) iter.Seq[S] {
	return func(yield func(S) bool) {
		var permute func(k int) bool
		permute = func(k int) bool {
			if k == len(s) {
				return yield(slices.Clone(s))
			}
			for i := k; i < len(s); i++ {
				s[k], s[i] = s[i], s[k]
				if !permute(k + 1) {
					return false
				}
				s[k], s[i] = s[i], s[k]
			}
			return true
		}
		permute(0)
	}
}

func main() {
	naturals := Iterate(1, func(n int) int { return n + 1 })
	squares := Map(naturals, func(n int) int { return n * n })
	odd := func(n int) bool { return n%2 == 1 }
	fmt.Println(slices.Collect(Take(Filter(squares, odd), 6)))
	words := slices.Values(strings.Fields("one two three four five six seven eight"))
	for p := range Zip(words, Cycle("x", "y", "z")) {
		fmt.Print(p, " ")
	}
	fmt.Println()
	byLength := GroupBy(words, func(s string) int { return len(s) })
	for _, n := range slices.Sorted(maps.Keys(byLength)) {
		fmt.Print(n, byLength[n], " ")
	}
	fmt.Println(Fold(words, "", func(acc, w string) string { return acc + w[:1] }))
	for w := range Window(Take(naturals, 5), 3) {
		fmt.Print(w, Fold(slices.Values(w), 0, func(a, b int) int { return a + b }), " ")
	}
	fmt.Println(First(squares, func(n int) bool { return n > 200 }))
	fmt.Println(slices.Collect(Merge(Take(squares, 4), slices.Values([]int{2, 4, 8, 16, 32}))))
	n := 0
	for p := range Permutations([]rune("abcd")) {
		if n++; n%5 == 0 {
			fmt.Print(string(p), " ")
		}
		if n == 20 {
			break
		}
	}
	fmt.Println(slices.Collect(Chain(Take(words, 1), Take(words, 0), Take(words, 2))))
	fib := Map(Iterate(Pair[int, int]{0, 1}, func(p Pair[int, int]) Pair[int, int] { return Pair[int, int]{p.Second, p.First + p.Second} }),
		func(p Pair[int, int]) int { return p.First })
	for f := range fib {
		if f > 100 {
			fmt.Println()
			return
		}
		defer fmt.Print(f, ",")
	}
}

// Output:
// [1 9 25 49 81 121]
// {one x} {two y} {three z} {four x} {five y} {six z} {seven x} {eight y}
// 3 [one two six] 4 [four five] 5 [three seven eight] ottffsse
// [1 2 3] 6 [2 3 4] 9 [3 4 5] 12 225 true
// [1 2 4 4 8 9 16 16 32]
// adcb bcda cabd dbac [one one two]
//
// 89,55,34,21,13,8,5,3,2,1,1,0,
