// run
package main

import "fmt"

func f(s string, n ...int) string { return fmt.Sprint(s, len(n), n == nil, n) }
func g(n ...int)                  { n[0] = 9 }
func h(a ...any) int              { return len(a) }
func two() (int, int)             { return 1, 2 }
func k(n ...int) int              { return len(n) }

func main() {
	x := []int{1, 2, 3}
	fmt.Println(f("a"), f("b", 1, 2), f("c", x...), f("d", nil...))
	g(x...)
	fmt.Println(x, h(1, "a", nil), h(nil), h([]any{1, 2}...), h(x), k(two()))
}

// Output:
// a0 true [] b2 false [1 2] c3 false [1 2 3] d0 true []
// [9 2 3] 3 1 2 1 2
