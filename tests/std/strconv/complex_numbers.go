// run
// FormatComplex and ParseComplex at their edges; every short text of an alphabet is read.
package main

import (
	"fmt"
	"math"
	"strconv"
)

const depth = 3 // in bulk: 5

var pieces = []string{"1", "+", "-", "i", ".5", "e", "nan", "Inf", "(", ")", "0x1p", "_", "9e999"}

var seen, right int
var hash uint64 = 14695981039346656037

func read(s string) {
	for _, bits := range []int{64, 128} {
		c, err := strconv.ParseComplex(s, bits)
		text := fmt.Sprint(s, " ", math.Float64bits(real(c)), " ", math.Float64bits(imag(c)), " ", err)
		for i := 0; i < len(text); i++ {
			hash = (hash ^ uint64(text[i])) * 1099511628211
		}
		seen++
		if err == nil {
			right++
			if right%10 == 0 {
				fmt.Println(s, c, hash)
			}
		}
	}
}

func try(s string, left int) {
	read(s)
	if left == 0 {
		return
	}
	for _, piece := range pieces {
		try(s+piece, left-1)
	}
}

func main() {
	for _, c := range []complex128{0, 1, -1i, 1.5 - 2.25i, complex(math.Inf(-1), math.NaN()), complex(0, math.Inf(1)),
		complex(math.Copysign(0, -1), math.Copysign(0, -1)), 1e300 + 1e-300i} {
		for _, form := range []byte("eEfgGbxX") {
			fmt.Println(strconv.FormatComplex(c, form, -1, 128), strconv.FormatComplex(c, form, 3, 64))
		}
	}
	for _, s := range []string{"1+2i", "(1-2i)", "i", "+i", "3", "-3i", "1e400+2i", "1+1e400i", "1++2i", "1+-2i", "0x1p4+0x1p-2i",
		"1_0+2i", "infinity-infi", "NaN+NaNi", "+nan", "1 + 2i", "1+2", "(1+2i", "1+2j", "", "()", "3e40+1i"} {
		c, err := strconv.ParseComplex(s, 128)
		d, err2 := strconv.ParseComplex(s, 64)
		fmt.Println(c, err, d, err2)
	}
	try("", depth)
	fmt.Println(seen, right, hash)
	defer func() { fmt.Println(recover()) }()
	strconv.FormatComplex(1, 'g', -1, 32)
}

// Output:
// (0e+00+0e+00i) (0.000e+00+0.000e+00i)
// (0E+00+0E+00i) (0.000E+00+0.000E+00i)
// (0+0i) (0.000+0.000i)
// (0+0i) (0+0i)
// (0+0i) (0+0i)
// (0p-1074+0p-1074i) (0p-149+0p-149i)
// (0x0p+00+0x0p+00i) (0x0.000p+00+0x0.000p+00i)
// (0X0P+00+0X0P+00i) (0X0.000P+00+0X0.000P+00i)
// (1e+00+0e+00i) (1.000e+00+0.000e+00i)
// (1E+00+0E+00i) (1.000E+00+0.000E+00i)
// (1+0i) (1.000+0.000i)
// (1+0i) (1+0i)
// (1+0i) (1+0i)
// (4503599627370496p-52+0p-1074i) (8388608p-23+0p-149i)
// (0x1p+00+0x0p+00i) (0x1.000p+00+0x0.000p+00i)
// (0X1P+00+0X0P+00i) (0X1.000P+00+0X0.000P+00i)
// (0e+00-1e+00i) (0.000e+00-1.000e+00i)
// (0E+00-1E+00i) (0.000E+00-1.000E+00i)
// (0-1i) (0.000-1.000i)
// (0-1i) (0-1i)
// (0-1i) (0-1i)
// (0p-1074-4503599627370496p-52i) (0p-149-8388608p-23i)
// (0x0p+00-0x1p+00i) (0x0.000p+00-0x1.000p+00i)
// (0X0P+00-0X1P+00i) (0X0.000P+00-0X1.000P+00i)
// (1.5e+00-2.25e+00i) (1.500e+00-2.250e+00i)
// (1.5E+00-2.25E+00i) (1.500E+00-2.250E+00i)
// (1.5-2.25i) (1.500-2.250i)
// (1.5-2.25i) (1.5-2.25i)
// (1.5-2.25i) (1.5-2.25i)
// (6755399441055744p-52-5066549580791808p-51i) (12582912p-23-9437184p-22i)
// (0x1.8p+00-0x1.2p+01i) (0x1.800p+00-0x1.200p+01i)
// (0X1.8P+00-0X1.2P+01i) (0X1.800P+00-0X1.200P+01i)
// (-Inf+NaNi) (-Inf+NaNi)
// (-Inf+NaNi) (-Inf+NaNi)
// (-Inf+NaNi) (-Inf+NaNi)
// (-Inf+NaNi) (-Inf+NaNi)
// (-Inf+NaNi) (-Inf+NaNi)
// (-Inf+NaNi) (-Inf+NaNi)
// (-Inf+NaNi) (-Inf+NaNi)
// (-Inf+NaNi) (-Inf+NaNi)
// (0e+00+Infi) (0.000e+00+Infi)
// (0E+00+Infi) (0.000E+00+Infi)
// (0+Infi) (0.000+Infi)
// (0+Infi) (0+Infi)
// (0+Infi) (0+Infi)
// (0p-1074+Infi) (0p-149+Infi)
// (0x0p+00+Infi) (0x0.000p+00+Infi)
// (0X0P+00+Infi) (0X0.000P+00+Infi)
// (-0e+00-0e+00i) (-0.000e+00-0.000e+00i)
// (-0E+00-0E+00i) (-0.000E+00-0.000E+00i)
// (-0-0i) (-0.000-0.000i)
// (-0-0i) (-0-0i)
// (-0-0i) (-0-0i)
// (-0p-1074-0p-1074i) (-0p-149-0p-149i)
// (-0x0p+00-0x0p+00i) (-0x0.000p+00-0x0.000p+00i)
// (-0X0P+00-0X0P+00i) (-0X0.000P+00-0X0.000P+00i)
// (1e+300+1e-300i) (+Inf+0.000e+00i)
// (1E+300+1E-300i) (+Inf+0.000E+00i)
// (1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000+0.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001i) (+Inf+0.000i)
// (1e+300+1e-300i) (+Inf+0i)
// (1E+300+1E-300i) (+Inf+0i)
// (6724873095247260p+944+6032057205060441p-1049i) (+Inf+0p-149i)
// (0x1.7e43c8800759cp+996+0x1.56e1fc2f8f359p-997i) (+Inf+0x0.000p+00i)
// (0X1.7E43C8800759CP+996+0X1.56E1FC2F8F359P-997i) (+Inf+0X0.000P+00i)
// (1+2i) <nil> (1+2i) <nil>
// (1-2i) <nil> (1-2i) <nil>
// (0+0i) strconv.ParseComplex: parsing "i": invalid syntax (0+0i) strconv.ParseComplex: parsing "i": invalid syntax
// (0+0i) strconv.ParseComplex: parsing "+i": invalid syntax (0+0i) strconv.ParseComplex: parsing "+i": invalid syntax
// (3+0i) <nil> (3+0i) <nil>
// (0-3i) <nil> (0-3i) <nil>
// (+Inf+2i) strconv.ParseComplex: parsing "1e400+2i": value out of range (+Inf+2i) strconv.ParseComplex: parsing "1e400+2i": value out of range
// (1+Infi) strconv.ParseComplex: parsing "1+1e400i": value out of range (1+Infi) strconv.ParseComplex: parsing "1+1e400i": value out of range
// (0+0i) strconv.ParseComplex: parsing "1++2i": invalid syntax (0+0i) strconv.ParseComplex: parsing "1++2i": invalid syntax
// (1-2i) <nil> (1-2i) <nil>
// (16+0.25i) <nil> (16+0.25i) <nil>
// (10+2i) <nil> (10+2i) <nil>
// (+Inf-Infi) <nil> (+Inf-Infi) <nil>
// (NaN+NaNi) <nil> (NaN+NaNi) <nil>
// (0+0i) strconv.ParseComplex: parsing "+nan": invalid syntax (0+0i) strconv.ParseComplex: parsing "+nan": invalid syntax
// (0+0i) strconv.ParseComplex: parsing "1 + 2i": invalid syntax (0+0i) strconv.ParseComplex: parsing "1 + 2i": invalid syntax
// (0+0i) strconv.ParseComplex: parsing "1+2": invalid syntax (0+0i) strconv.ParseComplex: parsing "1+2": invalid syntax
// (0+0i) strconv.ParseComplex: parsing "(1+2i": invalid syntax (0+0i) strconv.ParseComplex: parsing "(1+2i": invalid syntax
// (0+0i) strconv.ParseComplex: parsing "1+2j": invalid syntax (0+0i) strconv.ParseComplex: parsing "1+2j": invalid syntax
// (0+0i) strconv.ParseComplex: parsing "": invalid syntax (0+0i) strconv.ParseComplex: parsing "": invalid syntax
// (0+0i) strconv.ParseComplex: parsing "()": invalid syntax (0+0i) strconv.ParseComplex: parsing "()": invalid syntax
// (3e+40+1i) <nil> (+Inf+1i) strconv.ParseComplex: parsing "3e40+1i": value out of range
// 11.5 (11.5+0i) 508860978155286347
// 1e1 (10+0i) 12947386446492745904
// +1.5 (1.5+0i) 5654696854158896198
// +Infi (0+Infi) 16278869755256562504
// -1.5 (-1.5+0i) 6302373603261869800
// -Infi (0-Infi) 7531265843668127555
// .51i (0+0.51i) 10924158835061508207
// nani (0+NaNi) 16472873826257501799
// (nan) (NaN+0i) 9638740512967871082
// 0x1p+1 (2+0i) 18087522765547256502
// 4760 102 12386565340917670498
// invalid bitSize
