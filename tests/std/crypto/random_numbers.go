// run
// What can be told of random bytes, numbers, primes and texts.
package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strings"
	"testing/iotest"
)

func main() {
	a, b := make([]byte, 100000), make([]byte, 64)
	fmt.Println(rand.Read(a))
	fmt.Println(io.ReadFull(rand.Reader, b))
	fmt.Println(bytes.Equal(a[:64], b))
	var seen [256]int
	for _, c := range a {
		seen[c]++
	}
	for _, n := range seen {
		if n < 200 || n > 600 {
			fmt.Println("not even:", n)
		}
	}
	text := rand.Text()
	fmt.Println(len(text), strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == "", text != rand.Text())
	for _, limit := range []int64{1, 2, 3, 255, 256, 257, 1 << 40} {
		high := big.NewInt(limit)
		for range 20 {
			n, err := rand.Int(rand.Reader, high)
			if err != nil || n.Sign() < 0 || n.Cmp(high) >= 0 {
				fmt.Println(n, err)
			}
		}
	}
	fmt.Println(rand.Int(bytes.NewReader([]byte{0xff, 0x07, 0x03}), big.NewInt(5)))
	fmt.Println(rand.Int(bytes.NewReader([]byte{1, 2, 3}), big.NewInt(1<<40)))
	func() {
		defer func() { fmt.Println(recover()) }()
		rand.Int(rand.Reader, new(big.Int))
	}()
	for _, bits := range []int{2, 3, 8, 9, 10, 64, 65} {
		p, err := rand.Prime(rand.Reader, bits)
		fmt.Println(p.BitLen(), p.ProbablyPrime(10), err)
	}
	fmt.Println(rand.Prime(rand.Reader, 1))
	rand.Reader = strings.NewReader("abcdef")
	n, err := rand.Read(a[:3])
	fmt.Println(n, err, string(a[:3]))
	rand.Reader = iotest.ErrReader(errors.New("no"))
}

// Output:
// 100000 <nil>
// 64 <nil>
// false
// 26 true true
// 3 <nil>
// <nil> unexpected EOF
// crypto/rand: argument to Int is <= 0
// 2 true <nil>
// 3 true <nil>
// 8 true <nil>
// 9 true <nil>
// 10 true <nil>
// 64 true <nil>
// 65 true <nil>
// <nil> crypto/rand: prime size must be at least 2-bit
// 3 <nil> abc
