package main

func main() {
	var a, b any = struct{ s []int }{}, struct{ s []int }{}
	println(a == b)
}
