// run
package main

import "fmt"

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)

const (
	bit0, mask0 = 1 << iota, 1<<iota - 1
	bit1, mask1
	_, _
	bit3, mask3
)

const (
	KiB = 1 << (10 * (iota + 1))
	MiB
	GiB
)

const big = 1 << 100
const third = 1.0 / 3

func (d Weekday) String() string { return [...]string{"Su", "Mo", "Tu", "We", "Th"}[d] }

func main() {
	fmt.Println(Sunday, Monday, Tuesday, Thursday)
	fmt.Println(bit0, mask0, bit1, mask1, bit3, mask3)
	fmt.Println(KiB, MiB, GiB, big>>98)
	fmt.Println(third*3 == 1, float32(third), third)
	const c = 'a' + 1.0
	fmt.Printf("%T %v\n", c, c)
	var f float32 = 1 << 24
	fmt.Println(f+1 == f, uint8(255), ^uint16(0), -5%3, -5/3, 5&^3)
}

// Output:
// Su Mo Tu Th
// 1 0 2 1 8 7
// 1024 1048576 1073741824 4
// true 0.33333334 0.3333333333333333
// float64 98
// true 255 65535 -2 -1 4
