// errorcheck -m -l

package main

type T struct{ a, b int }

func (T) M()     {}
func (_ T) N()   {}
func (t T) P()   {}

type E struct{ T }

func main() {
	var x T
	f := (*T).M
	f(&x)
	var y T
	(*T).N(&y)
	var z T
	(*T).P(&z)
	var e E
	defer e.M()
	var p E
	q := &p
	defer q.N()
	var i interface{ M() } = q
	i.M()
	g := (*E).M
	var r E
	g(&r)
}
