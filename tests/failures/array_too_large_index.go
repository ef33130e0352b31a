package main

func main() {
	a := [3]int{}
	for i := 0; i <= 3; i++ {
		a[i] = i
	}
	println(a[0])
}
