// errorcheck -m -l

package main

type T struct{ a, b int }

func (T) M()     {}
func (_ T) N()   {}
func (t T) P()   {}

type E struct{ T }

func main() {
	var x T // ERROR `moved to heap: x`
	f := (*T).M
	f(&x)
	var y T // ERROR `moved to heap: y`
	(*T).N(&y)
	var z T // ERROR `moved to heap: z`
	(*T).P(&z)
	var e E
	defer e.M()
	var p E
	q := &p
	defer q.N()
	var i interface{ M() } = q
	i.M() // ERROR `devirtualizing i\.M to \*E`
	g := (*E).M
	var r E // ERROR `moved to heap: r`
	g(&r)
}
