// run
// Random numbers and texts like them in every format, the results hashed.
package main

import (
	"fmt"
	"math"
	"strconv"
)

var state uint64 = 88172645463325252

func next() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

var hash uint64 = 14695981039346656037

var lines int

func put(s string) {
	for i := 0; i < len(s); i++ {
		hash = (hash ^ uint64(s[i])) * 1099511628211
	}
	hash = (hash ^ 10) * 1099511628211
	lines++
	if lines%2111 == 0 {
		fmt.Println(lines, hash, strconv.Quote(s))
	}
}
func errs(err error) string {
	if err == nil {
		return "nil"
	}
	return err.Error()
}
func parse(s string) {
	f, err := strconv.ParseFloat(s, 64)
	put(strconv.FormatUint(math.Float64bits(f), 16) + errs(err))
	f, err = strconv.ParseFloat(s, 32)
	put(strconv.FormatUint(math.Float64bits(f), 16) + errs(err))
}
func number() float64 {
	switch next() % 8 {
	case 0:
		return float64(int64(next()) >> (next() % 64))
	case 1:
		return float64(int64(next())>>(next()%64)) / 1000
	case 2:
		return math.Float64frombits(next() >> (next() % 64))
	case 3:
		return float64(math.Float32frombits(uint32(next() >> (next() % 64))))
	case 4:
		return float64(next()%1000000) / float64(uint64(1)<<(next()%20))
	case 5:
		return math.Float64frombits(next()&0x800fffffffffffff | (1023-30+next()%60)<<52)
	case 6:
		return math.Float64frombits((next() % 2047) << 52)
	}
	return math.Float64frombits(next())
}

const numbers = 500 // in bulk: 20000

func main() {
	const formats = "eEfgGbxXz"
	const alphabet = "0123456789.e-+_xpab"
	for i := 0; i < numbers; i++ {
		f := number()
		for k := 0; k < len(formats); k++ {
			prec := int(next()%26) - 1
			if next()%20 == 0 {
				prec = int(next() % 900)
			}
			put(strconv.FormatFloat(f, formats[k], prec, 64))
			put(strconv.FormatFloat(f, formats[k], prec, 32))
			put(strconv.FormatFloat(f, formats[k], -1, 64))
			put(strconv.FormatFloat(f, formats[k], -1, 32))
			parse(strconv.FormatFloat(f, formats[k], prec, 64))
			parse(strconv.FormatFloat(f, formats[k], -1, 32))
		}
		b := strconv.AppendFloat(nil, f, formats[next()%8], int(next()%22)-1, 64)
		for k := next() % 4; k > 0; k-- {
			p := int(next() % uint64(len(b)+1))
			b = append(b[:p], append([]byte{alphabet[next()%uint64(len(alphabet))]}, b[p:]...)...)
		}
		put(string(b))
		parse(string(b))
		if next()%2 == 0 {
			// halfway between two neighbours
			x := math.Abs(number())
			if x < 1e300 && x > 0 {
				b := strconv.AppendFloat(nil, x, 'f', 1074, 64)
				parse(string(b))
			}
		}
	}
	for _, s := range []string{"", "+", "-", ".", "e", "1e", "1e+", ".e1", "1.", ".5", "1..2", "inf", "-Inf", "+INF", "infi", "infinity", "-InFiNiTy", "nan", "NaN", "-nan", "+nan", "1e400", "-1e400", "1e-400", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p1024", "0x1p1023", "0x.8p0", "0x1", "0x", "0xp1", "0x1p", "0x_1p0", "0x1_p0", "0x1p_0", "0x1p0_1", "1_0", "1__0", "_1", "1_", "1_.5", "1._5", "1e1_0", "1e_1", "0_1.5", "1e99999999", "0e99999999", "0x0p99999", "-0", "1.7976931348623159e308", "1.7976931348623158e308", "1.797693134862315808e308", "3.4028236e38", "3.4028235e38", "3.40282357e38", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "2.5e-324", "1e-46", "7e-46", "7.1e-46", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x1.00000000000008p0", "0x1.000000000000080000000000000001p0", "0x123456789abcdef01p-4", "0X1P+2", "1E5", "1e+5", "1x", "١"} {
		parse(s)
	}
	fmt.Println(lines, hash)
}

// Output:
// 2111 2619555905301846517 "%z"
// 4222 11515940266799993867 "95ed74184d624100nil"
// 6333 6346179715167872400 "7ff0000000000000strconv.ParseFloat: parsing \"4.2124916667423e+65\": value out of range"
// 8444 16976937045775757059 "bebd4856a2de6a2enil"
// 10555 10013094247811414981 "0e+00"
// 12666 13750072744739812248 "%z"
// 14777 12844650042968100912 "c2b6e00340000000nil"
// 16888 6894484046965126194 "5.201751E-08"
// 18999 16108467154985620141 "0nil"
// 21110 1553760752366959454 "c25f206020000000nil"
// 23221 16266889130656533498 "3fd8c49ba0000000nil"
// 25332 6246655507784774083 "0strconv.ParseFloat: parsing \"6814514626449166p-82\": invalid syntax"
// 27443 2683017957415913364 "8000000000000000nil"
// 29554 14866049409442277619 "7ff0000000000000nil"
// 31665 13246323942994936304 "0X1.69066DA3644D7P+985"
// 33776 1613139353440284049 "-0p-149"
// 35887 2884816137600394598 "1.62"
// 37998 11279597146431943237 "0strconv.ParseFloat: parsing \"e\": invalid syntax"
// 38136 3033821336010213789
