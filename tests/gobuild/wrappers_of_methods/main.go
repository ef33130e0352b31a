// A method is also one of the pointer to its receiver and of the types that embed it, and x.m without a call keeps x: the functions for that
// have lines too.
package main

type reader interface {
	read(into *int) *int
	each(do func(*int))
}

type file struct{ last *int }

func (f file) read(into *int) *int {
	if into == nil {
		return f.last
	}
	return into
}
func (f *file) each(do func(*int)) { do(f.last) }

type buffered struct {
	*file
	size int
}
type locked struct{ file }
type wrapped struct{ reader }
type outer struct{ *locked }

//go:noinline
func (l *locked) check(other *locked, names []string) (name string) {
	name = names[0]
	return
}

func (w wrapped) copies() *wrapped { return &wrapped{w.reader} }

type pair[T any] struct {
	first, second *T
	next          *pair[T]
}

func (p pair[T]) larger(keep **T) *T {
	*keep = p.second
	return p.first
}
func (p *pair[T]) chain(others ...*pair[T]) { p.next = others[0] }

type named struct {
	pair[int]
	size int
}
type either[T any] struct{ *pair[T] }

func first[T any](from interface{ larger(**T) *T }) *T {
	var kept *T
	return from.larger(&kept)
}

func main() {
	x := 1
	var r reader = buffered{&file{&x}, 1}
	r.read(&x)
	each := r.each
	each(func(*int) {})
	keeps := locked{file{&x}}.read
	keeps(nil)
	literal := struct {
		*locked
		wrapped
	}{}
	println(literal.locked, outer{}.locked)
	var y *int
	larger := named{}.larger
	larger(&y)
	println(either[string]{}.pair, first[int](&named{}))
}
