// run
package main

import "fmt"

func main() {
	var s uint = 3
	var i = 1 << s
	var j int32 = 1 << s
	var k = uint64(1 << s)
	var w int64 = 1.0 << 33
	var b = make([]byte, 1.0<<s)
	var u8 uint8 = 255
	fmt.Println(i, j, k, w, len(b), u8<<1>>1, u8>>1<<1, int(u8)<<s)
	fmt.Printf("%T %T\n", i, 1<<3)
}

// Output:
// 8 8 8 8589934592 8 127 254 2040
// int int
