// run
package main

import "fmt"

type myInt int
type celsius float64
type a struct{ x int }
type b struct{ x int }

func main() {
	f := 3.99
	n := -1
	big := 300
	fmt.Println(int(f), int(-f), uint8(big), int8(big), uint32(n), float32(0.1), int64(float32(16777217)))
	fmt.Println(string(rune(0x4e16)), string([]byte{104, 105}), []byte("hé"), []rune("hé"), string([]rune{72, 0x1F600}))
	fmt.Println(myInt(3)+1, celsius(1.5), b(a{4}), string(rune(-1)) == "\uFFFD")
	fmt.Println([3]int([]int{1, 2, 3}), *(*[2]int)([]int{1, 2, 3}))
	var e error
	var i any = e
	fmt.Println(i == nil, fmt.Stringer(nil) == nil)
	type pa *a
	p := pa(&a{1})
	fmt.Println((*a)(p).x)
}

// Output:
// 3 -3 44 44 4294967295 0.1 16777216
// 世 hi [104 195 169] [104 233] H😀
// 4 1.5 {4} true
// [1 2 3] [1 2]
// true true
// 1
