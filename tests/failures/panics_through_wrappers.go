package main

type closer interface{ Close(string) }

type file struct{ name string }

func (f file) Close(why string) { panic(f.name + " " + why) }

func inner(c closer) {
	defer c.Close("first")
	defer func() {
		defer c.Close("second")
		panic("in deferred")
	}()
	panic("inner")
}

func main() {
	defer func() { panic("last") }()
	inner(&file{"f"})
}
