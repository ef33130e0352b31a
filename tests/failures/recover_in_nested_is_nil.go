package main

func main() {
	defer func() {
		func() { println(recover() == nil) }()
	}()
	panic("stays")
}
