package main

func main() {
	panic(int8(-3))
}
