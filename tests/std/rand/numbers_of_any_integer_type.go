// run
// N as a function and as a method with a type parameter.
package main

import (
	"fmt"
	"math/rand/v2"
	"time"
)

type small int8

func main() {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		fmt.Println(r.N(10), r.N(uint8(200)), r.N(small(100)), r.N(10*time.Second), r.N(uint64(1)<<63), r.N(uintptr(3)))
	}
	for range 100 {
		if n := rand.N(small(7)); n < 0 || n >= 7 {
			fmt.Println(n)
		}
	}
	defer func() { fmt.Println(recover()) }()
	r.N(-1)
}

// Output:
// 7 123 78 7.965965784s 4321634407747778896 0
// 4 89 13 1.837311763s 2986830195847294191 1
// 9 24 39 7.835762181s 4257872588489500903 1
// 0 66 4 6.4048604s 3824056318896229933 0
// 3 141 73 8.230015215s 8458461143276929116 1
// invalid argument to N
