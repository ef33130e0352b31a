package main

func f[T any]() {}

func main() {
	for i := range 3 {
		println(i)
	}
}
