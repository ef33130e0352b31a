// Loops whose variables are new ones in each iteration, also where the loop is inlined.
package main

var fs []func() int
var ps []*int

func each(f func(func() int)) {
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	for i, j := 0, 3; i < j; i, j = i+1, j-1 {
		p := &i
		*p += j
	}
	for _, x := range []int{1, 2} {
		ps = append(ps, &x)
	}
	for k, v := range map[string]int{} {
		func() { println(k, v) }()
	}
	for x := range 10 {
		f(func() int { return x })
	}
}

func inl() {
	for i := range 3 {
		ps = append(ps, &i)
	}
}

func main() {
	inl()
	func() {
		for i := range 3 {
			ps = append(ps, &i)
		}
	}()
	each(func(f func() int) { f() })
}

func later() {
	for i := range 2 {
		behind(&i)
	}
}

var end *int

func behind(p *int) { end = p }
