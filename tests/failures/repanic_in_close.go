package main

type T struct{}

func (t *T) Close() { panic("close failed") }

func work() {
	t := &T{}
	defer t.Close()
	panic("work failed")
}

func main() {
	defer func() {
		r := recover()
		panic(r)
	}()
	work()
}
