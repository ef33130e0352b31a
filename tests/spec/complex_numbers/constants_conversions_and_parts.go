// run

// Constants of complex type, complex, real and imag, conversions between the widths.
package main

import "fmt"

const (
	c1      = 1 + 2i
	c2      = c1 * c1
	c3      = c2 / (0.5i)
	re      = real(c2)
	im      = imag(c2)
	whole   = 3 + 0i
	big     = 1e400 * 1e-390i
	c64     = complex64(0.1 + 0.2i)
	octal   = 123i
	hex     = 0x10i
	letter  = 'a' + 1i
	fromTwo = complex(1, 2.5)
)

type celsius float32
type phasor complex64
type wave complex128

func parts(c complex128) (float64, float64) { return real(c), imag(c) }
func build(a, b float32) complex64          { return complex(a, b) }

func main() {
	fmt.Println(c1, c2, c3, re, im, big, c64, octal, hex, letter, fromTwo)
	var i int = whole
	var f float32 = whole
	var b byte = 65 + 0i
	array := [whole]int{}
	fmt.Println(i, f, b, len(array), int(4+0i))
	x := 3.5
	v := complex(x, 2)
	w := complex(0, float32(x))
	fmt.Printf("%T %v %T %v\n", v, v, w, w)
	fmt.Println(parts(v))
	fmt.Println(build(1, 2))
	t := celsius(3)
	fmt.Println(complex64(v), complex128(w), phasor(v), wave(w), t)
	var p phasor = 2i
	p *= p
	fmt.Printf("%T %v %T %v\n", p, p, real(p), imag(p))
	q := wave(1 - 1i)
	fmt.Printf("%T %T %v\n", q, real(q), imag(q))
	third := complex64(complex(1.0/x, 1/x))
	fmt.Println(complex128(third), real(third), imag(third))
	var any interface{} = 2i
	fmt.Printf("%T\n", any)
	var zero complex128
	fmt.Println(zero, zero == 0, zero == 0i, v == 3.5+2i)
	y := x
	println(v, w, c1, complex(0, -1/(x-y)), zero)
	print(c64, "\n")
	switch v {
	case 1, 2i:
		fmt.Println("no")
	case 3.5 + 2i:
		fmt.Println("found")
	}
}

// Stderr:
// (3.5+2i) (0+3.5i) (1+2i) (0-Infi) (0+0i)
// (0.1+0.2i)

// Output:
// (1+2i) (-3+4i) (8+6i) -3 4 (0+1e+10i) (0.1+0.2i) (0+123i) (0+16i) (97+1i) (1+2.5i)
// 3 3 65 3 4
// complex128 (3.5+2i) complex64 (0+3.5i)
// 3.5 2
// (1+2i)
// (3.5+2i) (0+3.5i) (3.5+2i) (0+3.5i) 3
// main.phasor (-4+0i) float32 0
// main.wave float64 -1
// (0.2857142984867096+0.2857142984867096i) 0.2857143 0.2857143
// complex128
// (0+0i) true true true
// found
