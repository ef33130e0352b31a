package main

func main() {
	var f func()
	defer f()
	println("before")
}
