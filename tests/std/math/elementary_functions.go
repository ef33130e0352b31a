// run
// Every elementary function of many arguments: a hash of the bits of its results.
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

func number() float64 {
	for {
		// A NaN's bits beyond the usual ones may differ.
		if x := anyNumber(); x == x {
			return x
		}
	}
}

func anyNumber() float64 {
	switch next() % 9 {
	case 0:
		return float64(int64(next()) >> (next() % 64))
	case 1:
		return float64(int64(next())>>(next()%64)) / 1000
	case 2:
		return math.Float64frombits(next() >> (next() % 64))
	case 3:
		return float64(int64(next()%2000)-1000) / 10
	case 4:
		return float64(next()%1000000)/float64(uint64(1)<<(next()%20)) - 1
	case 5:
		return math.Float64frombits(next()&0x800fffffffffffff | (1023-30+next()%60)<<52)
	case 6:
		return float64(next()>>11)/(1<<53)*2 - 1
	case 7:
		return float64(int64(next())) / (1 << 63) * 10
	}
	return math.Float64frombits(next())
}

var special = []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, -3, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, math.Pi, math.Pi / 2, math.Pi / 4, 1e300, 1e-300, 2.2250738585072014e-308, 2.5, 1.5, -1.5, 0.49999999999999994, 4503599627370497.5, 709.78, 709.79, -745.1, -745.2, -745.13321910194122, -708.4, 1 << 53, 1 << 63, 1e19, 536870912, 536870911.5}

type one struct {
	name string
	f    func(float64) float64
}
type two struct {
	name string
	f    func(x, y float64) float64
}

var ones = []one{
	{"Abs", math.Abs}, {"Ceil", math.Ceil}, {"Floor", math.Floor}, {"Trunc", math.Trunc}, {"Sqrt", math.Sqrt}, {"Round", math.Round}, {"RoundToEven", math.RoundToEven}, {"Logb", math.Logb},
	{"Exp", math.Exp}, {"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Log", math.Log}, {"Log10", math.Log10}, {"Log2", math.Log2}, {"Log1p", math.Log1p}, {"Cbrt", math.Cbrt},
	{"Sin", math.Sin}, {"Cos", math.Cos}, {"Tan", math.Tan}, {"Asin", math.Asin}, {"Acos", math.Acos}, {"Atan", math.Atan}, {"Sinh", math.Sinh}, {"Cosh", math.Cosh}, {"Tanh", math.Tanh}, {"Asinh", math.Asinh}, {"Acosh", math.Acosh}, {"Atanh", math.Atanh},
}
var twos = []two{
	{"Pow", math.Pow}, {"Atan2", math.Atan2}, {"Hypot", math.Hypot}, {"Mod", math.Mod}, {"Remainder", math.Remainder}, {"Max", math.Max}, {"Min", math.Min}, {"Dim", math.Dim}, {"Copysign", math.Copysign}, {"Nextafter", math.Nextafter},
}

func show(x float64) string {
	return strconv.FormatUint(math.Float64bits(x), 16) + "(" + strconv.FormatFloat(x, 'g', -1, 64) + ")"
}

var hashes = map[string]uint64{}
var names []string

// add hashes what would be printed.
func add(name string, values ...any) {
	hash, known := hashes[name]
	if !known {
		names = append(names, name)
	}
	for _, b := range []byte(fmt.Sprintln(values...)) {
		hash = (hash ^ uint64(b)) * 1099511628211
	}
	hashes[name] = hash
}

func main() {
	for i := 0; i < N; i++ {
		x, y := number(), number()
		if i < len(special)*len(special) {
			x, y = special[i%len(special)], special[i/len(special)]
		}
		for _, f := range ones {
			add(f.name, show(x), show(f.f(x)))
		}
		for _, f := range twos {
			add(f.name, show(x), show(y), show(f.f(x, y)))
		}
		if i%7 == 0 {
			y = float64(int64(next()%200)) - 100
			add("Pow", show(x), show(y), show(math.Pow(x, y)))
		}
		fr, e := math.Frexp(x)
		add("Frexp", show(x), show(fr), e, math.Ilogb(x))
		a, b := math.Modf(x)
		add("Modf", show(x), show(a), show(b), math.Signbit(x), math.IsInf(x, 0), math.IsNaN(x), math.IsInf(x, -1))
		n := int(next()%2400) - 1200
		add("Ldexp", show(x), n, show(math.Ldexp(x, n)), show(math.Ldexp(fr, n)))
		s, c := math.Sincos(x)
		add("Sincos", show(x), show(s), show(c))
		add("FMA", show(math.FMA(x, y, fr)), show(math.Pow10(n/3)), math.Float32bits(math.Nextafter32(float32(x), float32(y))), show(math.Ldexp(x, 1<<40)), show(math.Ldexp(x, -1<<40)))
	}
	for _, name := range names {
		fmt.Println(name, hashes[name])
	}
}

const N = 600

// Output:
// Abs 7866105107555799622
// Ceil 16107639061035046521
// Floor 17400882746075780490
// Trunc 6786275214663934873
// Sqrt 17018893522066796625
// Round 4685732285598455849
// RoundToEven 4664593408472815977
// Logb 8837168325195021284
// Exp 11337880913135415998
// Exp2 5328359138956706050
// Expm1 418407804292211285
// Log 15658164888497700918
// Log10 79792273505333794
// Log2 3932792085866035532
// Log1p 9485839766078620086
// Cbrt 3061365482486221085
// Sin 3651669114434141262
// Cos 12761984986057666730
// Tan 18427757664914803626
// Asin 1428949697891732144
// Acos 6322333237050650320
// Atan 15775964978903493626
// Sinh 7798744594273549810
// Cosh 18225949496338543414
// Tanh 6048540262519439912
// Asinh 2237198985826588142
// Acosh 3727470138799656134
// Atanh 16282311059803323392
// Pow 9804610387624390654
// Atan2 17760797850058918472
// Hypot 10987561578478724859
// Mod 2698793820271262613
// Remainder 12765048930824420757
// Max 4833851926986810232
// Min 9202531834152862199
// Dim 5631354819474691904
// Copysign 1626758273833734694
// Nextafter 8295380936269229567
// Frexp 155990955949075336
// Modf 10950550618985397477
// Ldexp 7347044228393184998
// Sincos 13124268235853794336
// FMA 6257859024070817711
