package main

//go:noinline
func a() {}

func big() int {
	s := 0
	for i := range 10 {
		s += i * i * s
		for j := range 10 {
			s += j*s + i*j*s + s*s*s*i*j*s + i*i*i*j*j*s + s*s*i*j*j*j*i*s*s*i*j
			println(s, i, j, s, i, j, s, i, j)
		}
	}
	return s
}

func mid(x int) int { return x*big() + 1 }

type T struct{ p *int }

func (t *T) M(x int) { *t.p = x; t.p = &x }

func mk() *T { x := 1; return &T{&x} }

func main() {
	a()
	println(big(), mid(1))
	t := mk()
	t.M(2)
	func() { a() }()
	go a()
	defer t.M(3)
	_ = append([]int{}, mid(2))
}
