package main

type T struct{}

func (t *T) p(n int) { t.v(n) }

func (T) v(n int) { panic(n) }
func main() {
	(&T{}).p(1)
	T{}.v(2)
}
