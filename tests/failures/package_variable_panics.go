package main

var x = f()

func f() int { panic("in f") }
func main() {
	println(x)
}
