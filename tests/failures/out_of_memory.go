package main

import "fmt"

type tree struct{ left, right *tree }

func grow(n int) []byte {
	return make([]byte, n)
}

func main() {
	fmt.Println("begin")
	go func() { select {} }()
	n := 1<<47 - 1<<30
	b := grow(n)
	fmt.Println(len(b))
}
