package main

func main() {
	panic(uint16(7))
}
