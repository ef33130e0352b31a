package main

func main() {
	var a, b any = main, main
	println(a == b)
}
