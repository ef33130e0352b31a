package main

func main() {
	println(foo, bar)
}
