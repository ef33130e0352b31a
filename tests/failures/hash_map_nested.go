package main

type T struct{ x any }
func main() {
	m := map[any]int{}
	println(m[T{map[int]int{}}])
}
