package main

//go:noinline
func n(i int) int { return i }

func main() {
	defer func() {
		r := recover()
		println("got", r.(error).Error())
		var m map[int]int
		m[0] = 1
	}()
	println([]int{}[n(2)])
}
