package main

func main() {
	defer panic("three")
	defer func() {
		defer func() { panic("two and a half") }()
		panic("two")
	}()
	panic("one")
}
