// run

// Each function of math/cmplx on ordinary, huge, tiny and special arguments: a checksum of the bits of all results.
package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

type function struct {
	name string
	call func(complex128) complex128
}

var functions = []function{
	{"Acos", cmplx.Acos}, {"Acosh", cmplx.Acosh}, {"Asin", cmplx.Asin}, {"Asinh", cmplx.Asinh}, {"Atan", cmplx.Atan},
	{"Atanh", cmplx.Atanh}, {"Conj", cmplx.Conj}, {"Cos", cmplx.Cos}, {"Cosh", cmplx.Cosh}, {"Cot", cmplx.Cot},
	{"Exp", cmplx.Exp}, {"Log", cmplx.Log}, {"Log10", cmplx.Log10}, {"Sin", cmplx.Sin}, {"Sinh", cmplx.Sinh},
	{"Sqrt", cmplx.Sqrt}, {"Tan", cmplx.Tan}, {"Tanh", cmplx.Tanh},
	{"Polar", func(x complex128) complex128 { r, θ := cmplx.Polar(x); return complex(r, θ) }},
	{"Rect", func(x complex128) complex128 { return cmplx.Rect(real(x), imag(x)) }},
	{"Pow", func(x complex128) complex128 { return cmplx.Pow(x, complex(imag(x), real(x))) }},
	{"Is", func(x complex128) complex128 {
		switch {
		case cmplx.IsInf(x):
			return cmplx.Inf()
		case cmplx.IsNaN(x):
			return cmplx.NaN()
		}
		return complex(cmplx.Abs(x), cmplx.Phase(x))
	}},
}

func bits(f float64) uint64 {
	if math.IsNaN(f) {
		return 1
	}
	return math.Float64bits(f)
}

func main() {
	parts := []float64{0, math.Copysign(0, -1), 1, -1, 0.3, -2.75, 1e-300, 3e10, -1e200, math.Inf(1), math.NaN()}
	state := uint64(1)
	random := func() float64 {
		state = state*6364136223846793005 + 1442695040888963407
		return float64(int64(state)>>11) / (1 << 50)
	}
	for _, f := range functions {
		var sum uint64
		add := func(x complex128) {
			y := f.call(x)
			sum = (sum*31+bits(real(y)))*31 + bits(imag(y))
		}
		for _, re := range parts {
			for _, im := range parts {
				add(complex(re, im))
			}
		}
		for range 12 {
			add(complex(random(), random()))
		}
		fmt.Println(f.name, sum, f.call(0.5+2i))
	}
	fmt.Println(cmplx.Pow(0, -1), cmplx.Pow(0, 0), cmplx.Pow(0, 1i-2), cmplx.Pow(0, 3), cmplx.Pow(0, cmplx.NaN()))
	fmt.Println(cmplx.Exp(1i*math.Pi)+1, cmplx.Sqrt(-1), cmplx.Abs(3+4i), cmplx.Tan(1e20+0.001i), cmplx.Tan(math.Pi/2))
}

// Output:
// Acos 15185747681246097181 (1.3497776911720127-1.4657153519472905i)
// Acosh 16754122822597624441 (1.4657153519472905+1.3497776911720127i)
// Asin 7336799564413407959 (0.2210186356228839+1.4657153519472905i)
// Asinh 12750897980929734566 (1.3618009008578458+1.2930420702371825i)
// Atan 9655055808855693086 (1.421546861001807+0.5003700000525311i)
// Atanh 11234959116626098092 (0.09641562020299618+1.1265564408348223i)
// Conj 6968255979638688638 (0.5-2i)
// Cos 366144398640834343 (3.3016373329140944-1.7388095044743164i)
// Cosh 7285219873822541160 (-0.4692579782290534+0.47383062041640694i)
// Cot 8215558647875667426 (0.031435787830522026-1.0195004491061233i)
// Exp 7921606725250402958 (-0.6861101411498431+1.4991780090003946i)
// Log 15875578633116493891 (0.7234594914681627+1.3258176636680323i)
// Log10 12386662333442806643 (0.31419446502515574+0.5757952953408879i)
// Sin 16618829925316225622 (1.8036926955321817+3.1828694483371494i)
// Sinh 12370543540230471367 (-0.21685216292078974+1.0253473885839874i)
// Sqrt 7954234545065719971 (1.1317139242778693+0.8836155308755134i)
// Tan 3585968590951053256 (0.030215987322877575+0.979940849961738i)
// Tanh 8678145631814817578 (1.3212865837711918-0.8508781211449378i)
// Polar 18397966031230261064 (2.0615528128088303+1.3258176636680323i)
// Rect 14596914490105320067 (-0.2080734182735712+0.4546487134128408i)
// Pow 14530380548341699366 (-2.1722562338199114+0.2800799001653052i)
// Is 13702307393535897027 (2.0615528128088303+1.3258176636680323i)
// (+Inf+0i) (1+0i) (+Inf+Infi) (0+0i) (NaN+NaNi)
// (0+1.2246467991473515e-16i) (0+1i) 5 (-0.8446010159194468+0.0017133515271975238i) (1.6331239353195392e+16+0i)
