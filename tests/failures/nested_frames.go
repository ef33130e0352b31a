package main

func a(n int) {
	if n == 0 {
		panic("deep")
	}
	a(n - 1)
}
func main() {
	a(3)
}
