package main

func work(n int) { inner(n) }

//go:noinline
func inner(n int) { panic(n) }
func main() {
	go work(1)
	select {}
}
