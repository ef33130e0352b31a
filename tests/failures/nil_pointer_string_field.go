package main

type entry struct {
	id   int
	name string
}

//go:noinline
func nameOf(e *entry) string { return e.name }

func main() {
	println(nameOf(nil))
}
