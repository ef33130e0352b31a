package main

type inner struct{ a int }

func (i *inner) m() { println(i.a) }

type outer struct{ *inner }
func main() {
	var o outer
	o.m()
}
