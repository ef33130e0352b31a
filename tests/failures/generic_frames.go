package main

func f[T any](s []T) T { return g(s, 3) }

//go:noinline
func g[T any](s []T, i int) T { return s[i] }
func main() {
	println(f([]string{"a"}))
}
