package main

type E struct{}

func (E) Error() string { return "e" }

type P struct{}

func (*P) Error() string { return "p" }
func main() {
	var x error = E{}
	println(x.(*P))
}
