package main

func main() {
	defer panic("second")
	panic("first")
}
