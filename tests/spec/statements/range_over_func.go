// run

// Spec: "For statements with range clause": the loop's body becomes the yield function of an iterator.
package main

import "fmt"

type Seq[V any] func(yield func(V) bool)
type Seq2[K, V any] func(yield func(K, V) bool)

func count(n int) Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func thrice(yield func() bool) {
	_ = yield() && yield() && yield()
}

func pairs[E any](list ...E) Seq2[int, E] {
	return func(yield func(int, E) bool) {
		for i, e := range list {
			if !yield(i, e) {
				return
			}
		}
	}
}

func mapped[V, W any](seq Seq[V], f func(V) W) Seq[W] {
	return func(yield func(W) bool) {
		for v := range seq {
			if !yield(f(v)) {
				return
			}
		}
	}
}

type tree struct {
	left, right *tree
	value       string
}

func (t *tree) all(yield func(string) bool) bool {
	return t == nil || t.left.all(yield) && yield(t.value) && t.right.all(yield)
}

func (t *tree) Values(yield func(string) bool) { t.all(yield) }

type point struct{ x, y int }

func find(n int) (at int, err error) {
	for i := range count(100) {
		for j := range count(100) {
			if i*j == n {
				return i, nil
			}
			if i > 20 {
				return -1, fmt.Errorf("%d is not found", n)
			}
		}
	}
	return
}

func unnamed(n int) (int, string, any) {
	for i := range count(10) {
		if i == n {
			return i, fmt.Sprint("is ", i), i
		}
	}
	return 0, "", nil
}

func single() (result func() int) {
	for i := range count(5) {
		if i == 3 {
			return func() int { i++; return i }
		}
	}
	return nil
}

func labels() {
	var steps []string
	say := func(s ...any) { steps = append(steps, fmt.Sprint(s...)) }
outer:
	for i := range count(4) {
		for j, s := range pairs("a", "b", "c") {
			for k := range count(3) {
				switch {
				case k == 2:
					continue outer
				case i == 1:
					break
				case i == 2 && j == 0:
					continue
				case i == 3:
					break outer
				}
				if i == 1 && k == 1 {
					break
				}
				say(i, s, k)
			}
			say("next ", s)
		}
	}
	fmt.Println(steps)

	steps = nil
plain:
	for i := 0; i < 3; i++ {
		for j := range count(3) {
			for range thrice {
				if j == 1 {
					continue plain
				}
				if i == 2 {
					break plain
				}
				say(i, j)
			}
		}
	}
	fmt.Println(steps)
}

func jumps() {
	tries := 0
again:
	tries++
	for i := range count(10) {
		for j := range count(10) {
			if tries < 3 && i == tries && j == 2 {
				goto again
			}
			if i == 5 {
				goto done
			}
		}
	inside:
		for range thrice {
			if i == 4 {
				fmt.Println("inside", i)
				break inside
			}
		}
	}
done:
	fmt.Println("tries", tries)
}

func assigned() {
	var p point
	var list [3]string
	var m = map[string]int{}
	for p.x, p.y = range (func(yield func(int, int) bool) { _ = yield(1, 2) && yield(3, 4) }) {
	}
	for i, list[i] = range pairs("x", "y", "z") {
		_ = i
	}
	key := "k"
	for m[key] = range count(4) {
		key += "+"
	}
	var a any
	for _, a = range pairs(1.5, 2.5) {
	}
	fmt.Println(p, list, m, a)
}

var i int

func each() {
	var all []func() int
	for n := range count(3) {
		all = append(all, func() int { n *= 10; return n })
	}
	for _, f := range all {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}

func deferred() (s string) {
	defer func() { s += "|outer" }()
	for n := range count(2) {
		defer func() { s += fmt.Sprint("|", n) }()
		for _, c := range pairs('a', 'b') {
			defer func(c rune, n int) { s += fmt.Sprintf("|%c%d", c, n) }(c, n)
		}
	}
	defer func() { s += "|last" }()
	func() {
		for range thrice {
			defer func() { s += "|nested" }()
			return
		}
	}()
	return "result"
}

func recovered() (s string, err error) {
	for n := range count(3) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("recovered %v in %d", r, n)
			}
		}()
		if n == 1 {
			s = "set"
			panic("body")
		}
	}
	return "not reached", nil
}

func notDirect() (text string) {
	defer func() {
		for range thrice {
			// recover is called by the body, which no defer statement called.
			text += fmt.Sprint(recover(), " ")
		}
		text += fmt.Sprint(recover())
	}()
	panic("down")
}

var initialised = func() (sum int) {
	for n := range count(5) {
		sum += n
	}
	return
}()

func main() {
	for range thrice {
		fmt.Print("x")
	}
	fmt.Println()
	for s := range mapped(count(4), func(n int) string { return fmt.Sprint("<", n, ">") }) {
		fmt.Print(s)
	}
	fmt.Println()
	t := &tree{&tree{nil, nil, "a"}, &tree{&tree{nil, nil, "c"}, nil, "d"}, "b"}
	for s := range t.Values {
		fmt.Print(s, " ")
	}
	f := (*tree).Values
	for s := range func(yield func(string) bool) { f(t, yield) } {
		if s == "c" {
			break
		}
		fmt.Print(s, " ")
	}
	fmt.Println()
	fmt.Println(find(42))
	fmt.Println(find(101))
	fmt.Println(unnamed(7))
	fmt.Println(unnamed(70))
	next := single()
	fmt.Println(next(), next())
	labels()
	jumps()
	assigned()
	each()
	fmt.Println(deferred())
	fmt.Println(recovered())
	fmt.Println(notDirect())
	fmt.Println(initialised)
}

// Output:
// xxx
// <0><1><2><3>
// a b c d a b
// 1 <nil>
// -1 101 is not found
// 7 is 7 7
// 0  <nil>
// 4 5
// [0a0 0a1 1a0 next a 1b0 next b 1c0 next c]
// [0 0 0 0 0 0 1 0 1 0 1 0]
// inside 4
// tries 3
// {3 4} [x y z] map[k:0 k+:1 k++:2 k+++:3] 2.5
// 0 0 10 100 20 200
// result|last|b1|a1|1|b0|a0|0|outer
// set recovered body in 1
// <nil> <nil> <nil> down
// 10
