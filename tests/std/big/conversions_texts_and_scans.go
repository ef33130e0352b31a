// run
// What the bulk cases of math/big leave out: setting, appending, scanning, formats.
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
)

// scan makes a method a fmt.Scanner.
type scan func(s fmt.ScanState, verb rune) error

func (f scan) Scan(s fmt.ScanState, verb rune) error { return f(s, verb) }

// formatted makes one a fmt.Formatter.
type formatted struct {
	format func(s fmt.State, verb rune)
}

func (f formatted) Format(s fmt.State, verb rune) { f.format(s, verb) }

func ints() {
	x := new(big.Int).SetUint64(math.MaxUint64)
	y := new(big.Int).Set(x)
	y.Add(y, big.NewInt(1))
	fmt.Println(x, y, x.Bits(), y.Bits())
	fmt.Println(new(big.Int).SetBits([]big.Word{1, 2, 0}), new(big.Int).SetBits(nil))
	fmt.Println(string(x.Append([]byte("x="), 16)), string((*big.Int)(nil).Append(nil, 10)))
	b, err := y.AppendText([]byte("y="))
	fmt.Println(string(b), err)
	fmt.Printf("%x\n", y.FillBytes(make([]byte, 12)))
	func() {
		defer func() { fmt.Println(recover()) }()
		y.FillBytes(make([]byte, 8))
	}()
	text, err := y.MarshalText()
	fmt.Println(string(text), err)
	text, err = (*big.Int)(nil).MarshalText()
	fmt.Println(string(text), err)
	text, err = json.Marshal(map[string]*big.Int{"a": x, "b": nil})
	fmt.Println(string(text), err)
	text, err = x.MarshalJSON()
	fmt.Println(string(text), err)
	for _, s := range []string{"123", "-0x1f", "null", `"5"`, "1.5", "0b101", "1_000"} {
		z := big.NewInt(7)
		fmt.Println(s, z.UnmarshalJSON([]byte(s)), z)
	}
	for _, s := range []string{"42 rest", "-0x2a", "0o17", "z", "", "1_0"} {
		z := big.NewInt(7)
		n, err := fmt.Sscan(s, z)
		fmt.Println(n, err, z)
	}
	for _, f := range []string{"%d", "%x", "%b", "%o"} {
		z := new(big.Int)
		n, err := fmt.Sscanf("101", f, z)
		fmt.Println(f, n, err, z)
	}
	var z big.Int
	for _, verb := range []string{"%q", "%d", "%x"} {
		n, err := fmt.Sscanf("  7a", verb, scan(z.Scan))
		fmt.Println(n, err, &z)
	}
	fmt.Printf("%v %s %8d %-8d| %+x %#X %08o %q\n", &z, (*big.Int)(nil), x, &z, x, x, big.NewInt(-8), &z)
	fmt.Printf("%+d\n", formatted{x.Format})
}

func rats() {
	r := big.NewRat(6, -4)
	fmt.Println(r, new(big.Rat).Set(r), new(big.Rat).SetFrac64(-10, -4), new(big.Rat).SetInt64(-3), new(big.Rat).SetUint64(math.MaxUint64))
	func() {
		defer func() { fmt.Println(recover()) }()
		big.NewRat(1, 0)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		new(big.Rat).SetFrac64(1, 0)
	}()
	b, err := r.AppendText([]byte("r="))
	fmt.Println(string(b), err)
	for _, s := range []string{"3/4", "-1.25", "1e-3", "x", "1/0", "0x10/3"} {
		z := new(big.Rat)
		n, err := fmt.Sscan(s, z)
		fmt.Println(n, err, z)
	}
	var z big.Rat
	for _, verb := range []string{"%d", "%v", "%g"} {
		n, err := fmt.Sscanf("7/8", verb, scan(z.Scan))
		fmt.Println(n, err, &z)
	}
}

func floats() {
	f := big.NewFloat(-1.5)
	fmt.Println(f, new(big.Float).Abs(f), new(big.Float).SetUint64(math.MaxUint64), f.String())
	func() {
		defer func() { fmt.Println(recover()) }()
		big.NewFloat(math.NaN())
	}()
	for _, format := range []byte("eEfgGbpx") {
		fmt.Println(string(f.Append([]byte("f="), format, 5)), string(new(big.Float).SetInf(true).Append(nil, format, 3)))
	}
	b, err := f.AppendText(nil)
	fmt.Println(string(b), err)
	fmt.Printf("%v %10.3f|%-10.2e|%+g %010.2f %s % .3g %x\n", f, f, f, big.NewFloat(2), f, f, big.NewFloat(2), f)
	for _, s := range []string{"1.5", "-0x1p-2", "inf", "0b1e3", "1e", "abc", "12@"} {
		z, base, err := new(big.Float).Parse(s, 0)
		fmt.Println(z, base, err)
	}
	for _, s := range []string{"1.5 2", "-Inf", "0x.8p1", "q"} {
		z := new(big.Float)
		n, err := fmt.Sscan(s, z)
		fmt.Println(n, err, z)
	}
	var z big.Float
	for _, verb := range []string{"%d", "%v", "%g"} {
		n, err := fmt.Sscanf("7.25", verb, scan(z.Scan))
		fmt.Println(n, err, &z)
	}
	fmt.Printf("%+.1f\n", formatted{f.Format})
	fmt.Println(big.Below.String(), big.Exact.String(), big.Above.String(), big.Accuracy(5).String())
}

func main() {
	ints()
	rats()
	floats()
}

// Output:
// 18446744073709551615 18446744073709551616 [18446744073709551615] [0 1]
// 36893488147419103233 0
// x=ffffffffffffffff <nil>
// y=18446744073709551616 <nil>
// 000000010000000000000000
// math/big: buffer too small to fit value
// 18446744073709551616 <nil>
// <nil> <nil>
// {"a":18446744073709551615,"b":null} <nil>
// 18446744073709551615 <nil>
// 123 <nil> 123
// -0x1f <nil> -31
// null <nil> 7
// "5" math/big: cannot unmarshal "\"5\"" into a *big.Int 0
// 1.5 math/big: cannot unmarshal "1.5" into a *big.Int 1
// 0b101 <nil> 5
// 1_000 <nil> 1000
// 1 <nil> 42
// 1 <nil> -42
// 1 <nil> 15
// 0 number has no digits 0
// 0 unexpected EOF 7
// 1 <nil> 10
// %d 1 <nil> 101
// %x 1 <nil> 257
// %b 1 <nil> 5
// %o 1 <nil> 65
// 0 Int.Scan: invalid verb 0
// 1 <nil> 7
// 1 <nil> 122
// 122 <nil> 18446744073709551615 122     | +ffffffffffffffff 0XFFFFFFFFFFFFFFFF -0000010 %!q(big.Int=122)
// +18446744073709551615
// -3/2 -3/2 5/2 -3/1 18446744073709551615/1
// division by zero
// division by zero
// r=-3/2 <nil>
// 1 <nil> 3/4
// 1 <nil> -5/4
// 1 <nil> 1/1000
// 0 Rat.Scan: invalid syntax 0/1
// 0 Rat.Scan: invalid syntax 1/1
// 1 <nil> 0/1
// 0 Rat.Scan: invalid verb 0/1
// 1 <nil> 7/8
// 1 <nil> 7/8
// -1.5 1.5 1.8446744073709551615e+19 -1.5
// NewFloat(NaN)
// f=-1.50000e+00 -Inf
// f=-1.50000E+00 -Inf
// f=-1.50000 -Inf
// f=-1.5 -Inf
// f=-1.5 -Inf
// f=-6755399441055744p-52 -Inf
// f=-0x.cp+1 -Inf
// f=-0x1.80000p+00 -Inf
// -1.5 <nil>
// -1.5     -1.500|-1.50e+00 |+2 -000001.50 %!s(*big.Float=-1.5)  2 -0x1.800000p+00
// 1.5 10 <nil>
// -0.25 16 <nil>
// +Inf 0 <nil>
// 1000 2 <nil>
// <nil> 10 number has no digits
// <nil> 10 number has no digits
// 12 10 expected end of string, found '@'
// 1 <nil> 1.5
// 0 number has no digits -0
// 1 <nil> 1
// 0 number has no digits 0
// 1 <nil> 7.25
// 1 <nil> 7.25
// 1 <nil> 7.25
// -1.5
// Below Exact Above Accuracy(5)
