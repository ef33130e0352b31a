package util

func call(f func(*int) int, p *int) int { return f(p) }

// Sum keeps no pointer if it is seen what call calls.
func Sum(p *int) int {
	return call(func(q *int) int { return *q }, p)
}
