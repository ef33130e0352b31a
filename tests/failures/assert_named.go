package main

type T int
func main() {
	var x any = T(1)
	println(x.(int))
}
