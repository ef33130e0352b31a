package main

func seq(yield func(int) bool) {
	yield(1)
	yield(2)
}
func main() {
	for x := range seq {
		println(x)
		break
	}
}
