// errorcheck -m -l

package main

func main() {
	defer func() { println(recover() != nil) }() // ERROR `func literal does not escape`
	c := 1 << 62
	println(len(make([]int, 1<<31-1))) // ERROR `make\(\[\]int, 2147483647\) escapes to heap`
	println(len(make([]int, 1<<31))) // ERROR `make\(\[\]int, 2147483648\) does not escape`
	println(len(make([]int8, 1<<40))) // ERROR `make\(\[\]int8, 1099511627776\) does not escape`
	println(len(make([]int, c))) // ERROR `make\(\[\]int, 4611686018427387904\) does not escape`
	println(len(make([]int, 5, 1<<40))) // ERROR `make\(\[\]int, 5, 1099511627776\) does not escape`
}
