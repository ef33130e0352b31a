// Elements of slices, read and written.
package main

func main() {
	a := make([]int, 1000)
	b := make([]int, 1000)
	for i := range a {
		a[i] = i
	}
	for round := 0; round < 1000; round++ {
		for i := 1; i < len(a); i++ {
			b[i] = a[i-1] + a[i]
		}
		a, b = b, a
	}
	println(a[999])
}
