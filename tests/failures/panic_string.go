package main

func main() {
	panic("text")
}
