// run
package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	for _, s := range []string{"0", "-0", "42", "+7", "-128", "9223372036854775807", "9223372036854775808", "", "x", "1_000", "0x10", " 1", "1 "} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	for _, b := range []int{2, 8, 10, 16, 36} {
		fmt.Print(strconv.FormatInt(-255, b), " ", strconv.FormatUint(math.MaxUint64, b), " ")
	}
	fmt.Println()
	n, err := strconv.ParseInt("-0b101", 0, 8)
	fmt.Println(n, err)
	n, err = strconv.ParseInt("300", 10, 8)
	fmt.Println(n, err)
	u, err := strconv.ParseUint("ff", 16, 64)
	fmt.Println(u, err)
	_, err = strconv.ParseInt("1", 99, 64)
	fmt.Println(err)
	for _, f := range []float64{0, 1, -1.5, 0.1, 1e21, 1e20, 123456789, 1e-5, 0.000001, math.Inf(1), math.NaN(), math.MaxFloat64, 5e-324, 1 / 3.0, 100, 2.5e10} {
		fmt.Print(strconv.FormatFloat(f, 'g', -1, 64), " ", strconv.FormatFloat(f, 'e', 3, 64), " ", strconv.FormatFloat(f, 'f', 2, 64), " ", strconv.FormatFloat(f, 'g', 4, 32), "\n")
	}
	for _, s := range []string{"1.5", "1e10", "-0", "inf", "NaN", "1e400", "x", ".5", "5.", "0x1p-2", "1_0.5", "1e", "infinity"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
	}
	f32, _ := strconv.ParseFloat("0.1", 32)
	fmt.Println(f32, float32(f32))
	fmt.Println(strconv.Quote("hi\n\"x\"\x00é世\u200b"), strconv.QuoteToASCII("é世"), strconv.QuoteRune('☺'))
	for _, s := range []string{`"a\tb"`, "`raw`", `'x'`, `"bad`, `"\u00e9"`, `"\xff"`, `''`} {
		q, err := strconv.Unquote(s)
		fmt.Printf("%q %v\n", q, err)
	}
	b, err := strconv.ParseBool("T")
	fmt.Println(b, err, strconv.FormatBool(false))
	_, err = strconv.ParseBool("maybe")
	fmt.Println(err)
	buf := strconv.AppendInt([]byte("n="), -12, 10)
	buf = strconv.AppendQuote(buf, "q")
	buf = strconv.AppendFloat(buf, 1.25, 'f', -1, 64)
	fmt.Println(string(buf))
	if e, ok := err.(*strconv.NumError); ok {
		fmt.Println(e.Func, e.Num, e.Err == strconv.ErrSyntax)
	}
}

// Output:
// 0 <nil>
// 0 <nil>
// 42 <nil>
// 7 <nil>
// -128 <nil>
// 9223372036854775807 <nil>
// 9223372036854775807 strconv.Atoi: parsing "9223372036854775808": value out of range
// 0 strconv.Atoi: parsing "": invalid syntax
// 0 strconv.Atoi: parsing "x": invalid syntax
// 0 strconv.Atoi: parsing "1_000": invalid syntax
// 0 strconv.Atoi: parsing "0x10": invalid syntax
// 0 strconv.Atoi: parsing " 1": invalid syntax
// 0 strconv.Atoi: parsing "1 ": invalid syntax
// -11111111 1111111111111111111111111111111111111111111111111111111111111111 -377 1777777777777777777777 -255 18446744073709551615 -ff ffffffffffffffff -73 3w5e11264sgsf
// -5 <nil>
// 127 strconv.ParseInt: parsing "300": value out of range
// 255 <nil>
// strconv.ParseInt: parsing "1": invalid base 99
// 0 0.000e+00 0.00 0
// 1 1.000e+00 1.00 1
// -1.5 -1.500e+00 -1.50 -1.5
// 0.1 1.000e-01 0.10 0.1
// 1e+21 1.000e+21 1000000000000000000000.00 1e+21
// 1e+20 1.000e+20 100000000000000000000.00 1e+20
// 1.23456789e+08 1.235e+08 123456789.00 1.235e+08
// 1e-05 1.000e-05 0.00 1e-05
// 1e-06 1.000e-06 0.00 1e-06
// +Inf +Inf +Inf +Inf
// NaN NaN NaN NaN
// 1.7976931348623157e+308 1.798e+308 179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123348274797826204144723168738177180919299881250404026184124858368.00 +Inf
// 5e-324 4.941e-324 0.00 0
// 0.3333333333333333 3.333e-01 0.33 0.3333
// 100 1.000e+02 100.00 100
// 2.5e+10 2.500e+10 25000000000.00 2.5e+10
// 1.5 <nil>
// 1e+10 <nil>
// -0 <nil>
// +Inf <nil>
// NaN <nil>
// +Inf strconv.ParseFloat: parsing "1e400": value out of range
// 0 strconv.ParseFloat: parsing "x": invalid syntax
// 0.5 <nil>
// 5 <nil>
// 0.25 <nil>
// 10.5 <nil>
// 0 strconv.ParseFloat: parsing "1e": invalid syntax
// +Inf <nil>
// 0.10000000149011612 0.1
// "hi\n\"x\"\x00é世\u200b" "\u00e9\u4e16" '☺'
// "a\tb" <nil>
// "raw" <nil>
// "x" <nil>
// "" invalid syntax
// "é" <nil>
// "\xff" <nil>
// "" <nil>
// true <nil> false
// strconv.ParseBool: parsing "maybe": invalid syntax
// n=-12"q"1.25
// ParseBool maybe true
