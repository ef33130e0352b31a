// run
// Texts of numbers; random fractions and floats through every operation.
package main

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
)

const cases = 3 // in bulk: 1500

var r = rand.New(rand.NewSource(11))

func num() *big.Int {
	z := new(big.Int)
	switch r.Intn(4) {
	case 0:
		z.SetInt64(int64(r.Intn(21) - 10))
	case 1:
		z.SetInt64(int64(r.Uint64()))
	default:
		b := make([]byte, r.Intn(40))
		r.Read(b)
		z.SetBytes(b)
		if r.Intn(2) == 0 {
			z.Neg(z)
		}
	}
	return z
}

func rat() *big.Rat {
	z := new(big.Rat)
	if r.Intn(5) == 0 {
		return z.SetFloat64(math.Ldexp(r.NormFloat64(), r.Intn(200)-100))
	}
	d := num()
	if d.Sign() == 0 {
		return z.SetInt(num())
	}
	return z.SetFrac(num(), d)
}

var modes = []big.RoundingMode{big.ToNearestEven, big.ToNearestAway, big.ToZero, big.AwayFromZero, big.ToNegativeInf, big.ToPositiveInf}

func float() *big.Float {
	z := new(big.Float).SetMode(modes[r.Intn(6)])
	if r.Intn(3) > 0 {
		z.SetPrec(uint(r.Intn(300)))
	}
	switch r.Intn(9) {
	case 0:
		z.SetInt64(int64(r.Intn(21) - 10))
	case 1:
		z.SetInf(r.Intn(2) == 0)
	case 2:
		z.SetFloat64(math.Float64frombits(r.Uint64() &^ (1 << 62)))
	case 3:
		z.SetRat(rat())
	case 4:
		z.SetMantExp(new(big.Float).SetInt(num()), r.Intn(2400)-1200)
	case 5:
		z.Neg(z)
	default:
		z.SetInt(num())
	}
	return z
}

func try(i int, name string, f func() any) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(i, name, "panic", e)
		}
	}()
	fmt.Println(i, name, f())
}

func show(x *big.Float) string {
	return fmt.Sprint(x.Text('p', 0), x.Acc(), x.Prec(), x.Mode(), x.MinPrec(), x.Sign(), x.Signbit(), x.IsInf(), x.IsInt())
}

var texts = []string{"1.5", "-0x1.8p3", "1_000.5", "017", "-7/21", "1e-400", "-inf", "1__0", "1e+", ".5", "", "+3", "0x1.fp-1_0"}

func main() {
	for _, s := range texts {
		f, ok := new(big.Float).SetString(s)
		fmt.Println(s, f, ok)
		for _, b := range []int{0, 2, 8, 10, 16} {
			f, base, err := big.ParseFloat(s, b, 60, big.ToZero)
			fmt.Println(f, base, err)
		}
		q, ok := new(big.Rat).SetString(s)
		fmt.Println(q, ok)
		z, ok := new(big.Int).SetString(s, 0)
		fmt.Println(z, ok, new(big.Int).UnmarshalText([]byte(s)), new(big.Rat).UnmarshalText([]byte(s)), new(big.Float).UnmarshalText([]byte(s)))
	}
	for i := range cases {
		x, y := rat(), rat()
		var z big.Rat
		fmt.Println(i, x, y, x.RatString(), x.IsInt(), x.Sign(), x.Num(), x.Denom(), x.Cmp(y))
		fmt.Println(z.Add(x, y), new(big.Rat).Sub(x, y), new(big.Rat).Mul(x, y), new(big.Rat).Neg(x), new(big.Rat).Abs(x), new(big.Rat).Mul(x, x))
		try(i, "quo", func() any { return z.Quo(x, y) })
		try(i, "inv", func() any { return z.Inv(x) })
		fmt.Println(x.Float64())
		fmt.Println(x.Float32())
		fmt.Println(x.FloatPrec())
		fmt.Println(x.FloatString(r.Intn(30)), x.FloatString(0))
		t, err := x.MarshalText()
		g, _ := x.GobEncode()
		fmt.Printf("%s %v %x %v %v %v\n", t, err, g, z.GobDecode(g), z.Cmp(x), z.UnmarshalText(t))

		a, b := float(), float()
		fmt.Println(i, show(a), show(b), a.Cmp(b))
		c := new(big.Float).SetMode(modes[r.Intn(6)])
		if r.Intn(2) == 0 {
			c.SetPrec(uint(r.Intn(200)))
		}
		prec := c.Prec()
		reset := func() *big.Float { return new(big.Float).SetMode(c.Mode()).SetPrec(prec) }
		try(i, "add", func() any { return show(reset().Add(a, b)) })
		try(i, "sub", func() any { return show(reset().Sub(a, b)) })
		try(i, "mul", func() any { return show(reset().Mul(a, b)) })
		try(i, "fquo", func() any { return show(reset().Quo(a, b)) })
		try(i, "sqrt", func() any { return show(reset().Sqrt(a)) })
		try(i, "self", func() any { v := new(big.Float).Copy(a); return show(v.Sub(v, v)) })
		fmt.Println(show(reset().Set(a)), show(new(big.Float).Copy(a).SetPrec(prec)))
		fmt.Println(a.Float64())
		fmt.Println(a.Float32())
		fmt.Println(a.Int64())
		fmt.Println(a.Uint64())
		fmt.Println(a.Int(nil))
		fmt.Println(a.Rat(nil))
		m := new(big.Float)
		e := a.MantExp(m)
		fmt.Println(show(m), e)
		for _, f := range "eEfgGbpxq" {
			p := r.Intn(40) - 5
			if f == 'q' {
				p = 0
			}
			fmt.Println(string(f), p, a.Text(byte(f), p))
		}
		fmt.Printf("%v|%g|%10.3f|%-30.5e|%+.10g|% x|%030.2f|%b|%s|%d|%F|%G|%+v\n", a, a, a, a, a, a, a, a, a, a, a, a, a)
		t, err = a.MarshalText()
		fmt.Println(string(t), err, m.UnmarshalText(t), show(m))
		g, _ = a.GobEncode()
		var d big.Float
		fmt.Printf("%x %v %v\n", g, d.GobDecode(g), show(&d))
		var sx big.Float
		_, err = fmt.Sscan(a.Text('g', 20), &sx)
		fmt.Println(err, show(&sx))
		var si big.Int
		n, err := fmt.Sscanf("ff 12", "%x", &si)
		fmt.Println(n, err, &si)
		var sr big.Rat
		n, err = fmt.Sscan(x.String(), &sr)
		fmt.Println(n, err, &sr)
	}
}

// Output:
// 1.5 1.5 true
// 1.5 10 <nil>
// 1 2 expected end of string, found '5'
// 1.625 8 <nil>
// 1.5 10 <nil>
// 1.3125 16 <nil>
// 3/2 true
// <nil> false math/big: cannot unmarshal "1.5" into a *big.Int <nil> <nil>
// -0x1.8p3 -12 true
// -12 16 <nil>
// -0 2 expected end of string, found 'x'
// -0 8 expected end of string, found 'x'
// -0 10 expected end of string, found 'x'
// -0 16 expected end of string, found 'x'
// -12/1 true
// <nil> false math/big: cannot unmarshal "-0x1.8p3" into a *big.Int <nil> <nil>
// 1_000.5 1000.5 true
// 1000.5 10 <nil>
// 1 2 expected end of string, found '_'
// 1 8 expected end of string, found '_'
// 1 10 expected end of string, found '_'
// 1 16 expected end of string, found '_'
// 2001/2 true
// <nil> false math/big: cannot unmarshal "1_000.5" into a *big.Int <nil> <nil>
// 017 17 true
// 17 10 <nil>
// 1 2 expected end of string, found '7'
// 15 8 <nil>
// 17 10 <nil>
// 23 16 <nil>
// 17/1 true
// 15 true <nil> <nil> <nil>
// -7/21 <nil> false
// -7 10 expected end of string, found '/'
// <nil> 2 number has no digits
// -7 8 expected end of string, found '/'
// -7 10 expected end of string, found '/'
// -7 16 expected end of string, found '/'
// -1/3 true
// <nil> false math/big: cannot unmarshal "-7/21" into a *big.Int <nil> math/big: cannot unmarshal "-7/21" into a *big.Float (expected end of string, found '/')
// 1e-400 1e-400 true
// 9.99999999999999999e-401 10 <nil>
// 9.99999999999999999e-401 2 <nil>
// 9.99999999999999999e-401 8 <nil>
// 9.99999999999999999e-401 10 <nil>
// 30 16 expected end of string, found '-'
// 1/10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 true
// <nil> false math/big: cannot unmarshal "1e-400" into a *big.Int <nil> <nil>
// -inf -Inf true
// -Inf 0 <nil>
// -Inf 0 <nil>
// -Inf 0 <nil>
// -Inf 0 <nil>
// -Inf 0 <nil>
// <nil> false
// <nil> false math/big: cannot unmarshal "-inf" into a *big.Int math/big: cannot unmarshal "-inf" into a *big.Rat <nil>
// 1__0 <nil> false
// <nil> 10 '_' must separate successive digits
// 1 2 expected end of string, found '_'
// 1 8 expected end of string, found '_'
// 1 10 expected end of string, found '_'
// 1 16 expected end of string, found '_'
// <nil> false
// <nil> false math/big: cannot unmarshal "1__0" into a *big.Int math/big: cannot unmarshal "1__0" into a *big.Rat math/big: cannot unmarshal "1__0" into a *big.Float ('_' must separate successive digits)
// 1e+ <nil> false
// <nil> 10 number has no digits
// <nil> 2 number has no digits
// <nil> 8 number has no digits
// <nil> 10 number has no digits
// 30 16 expected end of string, found '+'
// <nil> false
// <nil> false math/big: cannot unmarshal "1e+" into a *big.Int math/big: cannot unmarshal "1e+" into a *big.Rat math/big: cannot unmarshal "1e+" into a *big.Float (number has no digits)
// .5 0.5 true
// 0.5 10 <nil>
// <nil> 2 number has no digits
// 0.625 8 <nil>
// 0.5 10 <nil>
// 0.3125 16 <nil>
// 1/2 true
// <nil> false math/big: cannot unmarshal ".5" into a *big.Int <nil> <nil>
//  <nil> false
// <nil> 0 EOF
// <nil> 0 EOF
// <nil> 0 EOF
// <nil> 0 EOF
// <nil> 0 EOF
// <nil> false
// <nil> false math/big: cannot unmarshal "" into a *big.Int math/big: cannot unmarshal "" into a *big.Rat math/big: cannot unmarshal "" into a *big.Float (EOF)
// +3 3 true
// 3 10 <nil>
// <nil> 2 number has no digits
// 3 8 <nil>
// 3 10 <nil>
// 3 16 <nil>
// 3/1 true
// 3 true <nil> <nil> <nil>
// 0x1.fp-1_0 0.00189208984375 true
// 0.00189208984375 16 <nil>
// 0 2 expected end of string, found 'x'
// 0 8 expected end of string, found 'x'
// 0 10 expected end of string, found 'x'
// 0 16 expected end of string, found 'x'
// 31/16384 true
// <nil> false math/big: cannot unmarshal "0x1.fp-1_0" into a *big.Int <nil> <nil>
// 0 -572856973814341/174224571863520493293247799005065324265472 -1552367251000031632/98802687080659653920596462087696674562568827160923808786765 -572856973814341/174224571863520493293247799005065324265472 false -1 -572856973814341 174224571863520493293247799005065324265472 -1
// -56599808325752245648651615290186048525245758629168378056761939542733407169/17213855855593315687914012312259203928493943722731657320421960706479351379905047495118777003100078080 -56599808325751704727612254428653193604826791553879338471779771924402586561/17213855855593315687914012312259203928493943722731657320421960706479351379905047495118777003100078080 55580275353522852697399168452157/1075865990974582230494625769516200245530871482670728582526372544154959461244065468444923562693754880 572856973814341/174224571863520493293247799005065324265472 572856973814341/174224571863520493293247799005065324265472 328165112447724570162737264281/30354201441027016733116592294117482916287606860189680019559568902170379456331382784
// 0 quo 56599808325751975188131934859419621065036275091523858264270855733567996865/270460519680430766427460209483537644519792491083809165410304
// 0 inv -174224571863520493293247799005065324265472/572856973814341
// -3.2880377761128366e-27 true
// -3.2880377e-27 false
// 137 true
// -0.0000000000000 -0
// -572856973814341/174224571863520493293247799005065324265472 <nil> 0300000007020902a86e6a45020000000000000000000000000000000000 <nil> 0 <nil>
// 0 0x.bead0080861f66f0b34858c24b44p+97Below 110 ToNegativeInf 110 1 false false false -0x.f351cc2dd9f8e17b32210fad76abb6cc5cbf6fad20f7cddb1f6bdf08313eaa7bedp+264Exact 264 AwayFromZero 264 -1 true false true 1
// 0 add -0x.f2p+264Above 7 ToZero 7 -1 true false true
// 0 sub 0x.f2p+264Below 7 ToZero 7 1 false false true
// 0 mul -0x.b4p+361Above 7 ToZero 6 -1 true false true
// 0 fquo -0x.c8p-167Above 7 ToZero 5 -1 true false false
// 0 sqrt 0x.9cp+49Exact 7 ToNegativeInf 6 1 false false true
// 0 self -0Exact 110 ToNegativeInf 0 0 true false true
// 0x.bep+97Below 7 ToZero 7 1 false false true 0x.bep+97Below 7 ToNegativeInf 7 1 false false true
// 1.1802259680739339e+29 Above
// 1.180226e+29 Above
// 9223372036854775807 Below
// 18446744073709551615 Below
// 118022596807393383698203193732 Below
// 966841113046166599255680563057361/8192 Exact
// 0x.bead0080861f66f0b34858c24b44p+0Below 110 ToNegativeInf 110 1 false false false 97
// e 31 1.1802259680739338369820319373259e+29
// E -4 1.18022596807393383698203193732588E+29
// f 18 118022596807393383698203193732.588012695312500000
// g -3 1.18022596807393383698203193732588e+29
// G 6 1.18023E+29
// b 12 966841113046166599255680563057361p-13
// p 6 0x.bead0080861f66f0b34858c24b44p+97
// x 19 0x1.7d5a01010c3ecde1669p+96
// q 0 %q
// 1.18022596807393383698203193732588e+29|1.18022596807393383698203193732588e+29|118022596807393383698203193732.588|1.18023e+29                   |+1.180225968e+29| 0x1.7d5a01p+96|118022596807393383698203193732.59|966841113046166599255680563057361p-13|%!s(*big.Float=1.180225968e+29)|%!d(*big.Float=1.180225968e+29)|118022596807393383698203193732.588013|1.18022596807393383698203193732588E+29|+1.18022596807393383698203193732588e+29
// 1.18022596807393383698203193732588e+29 <nil> <nil> 0x.bead0080861f66f0b34858c24b4p+97Below 110 ToNegativeInf 106 1 false false false
// 01820000006e00000061bead0080861f66f0b34858c24b440000 <nil> 0x.bead0080861f66f0b34858c24b44p+97Below 110 ToNegativeInf 110 1 false false false
// <nil> 0x.bead0080861f66f1p+97Above 64 ToNearestEven 64 1 false false true
// 1 <nil> 255
// 1 <nil> -572856973814341/174224571863520493293247799005065324265472
// 1 480111875130195/41538374868278621028243970633760768 -5257783154270311791136138890895486754193027272134057/971679278281125260674632310754149449874234275 480111875130195/41538374868278621028243970633760768 false 1 480111875130195 41538374868278621028243970633760768 1
// -218399767638200615132180077955066610785523772528599715571394758541959706533023406842151/40361978112979802046405141904631313446294710498603655546863566175143967535923200 218399767638200615132180078888096131426934991824944889501976978757906945704806519709401/40361978112979802046405141904631313446294710498603655546863566175143967535923200 -168288275281644715243146884454348145166227755567505236221491236741/2690798540865320136427009460308754229752980699906910369790904411676264502394880 -480111875130195/41538374868278621028243970633760768 480111875130195/41538374868278621028243970633760768 230507412641031956148200738025/1725436586697640946858688965569256363112777243042596638790631055949824
// 1 quo -466514760320705609648172586965291110107973619585891556433625/218399767638200615132180078421581371106229382176772302536685868649933326118914963275776
// 1 inv 41538374868278621028243970633760768/480111875130195
// 1.155827296211435e-20 true
// 1.1558273e-20 false
// 115 true
// 0.00000000000000000001156 0
// 480111875130195/41538374868278621028243970633760768 <nil> 020000000701b4a8c1c50353080000000000000000000000000000 <nil> 0 <nil>
// 1 0x.b6a80cbc15691acab9cd4dbd4516p-799Exact 111 ToNearestEven 111 1 false false false -InfExact 103 ToNearestEven 0 -1 true true false 1
// 1 add -InfExact 111 ToNegativeInf 0 -1 true true false
// 1 sub +InfExact 111 ToNegativeInf 0 1 false true false
// 1 mul -InfExact 111 ToNegativeInf 0 -1 true true false
// 1 fquo -0Exact 111 ToNegativeInf 0 0 true false true
// 1 sqrt 0x.98e7c07a33bfb06bdb5503380b7ap-399Exact 111 ToNearestEven 111 1 false false false
// 1 self 0Exact 111 ToNearestEven 0 0 false false true
// 0x.b6a80cbc15691acab9cd4dbd4516p-799Exact 111 ToNegativeInf 111 1 false false false 0Below 0 ToNearestEven 0 0 false false true
// 2.140072559206253e-241 Below
// 0 Below
// 0 Below
// 0 Below
// 0 Below
// 1852356410183140452196454208807563/8655577598126739396236735036072208081204794589775815018544508256693025219489380097628852320463375366466345287569524796274808382414891999842312830623136802028067007430639699299020497185610570810212749031968132110813561295548441587529128294789399125630804600109428539364737024 Exact
// 0x.b6a80cbc15691acab9cd4dbd4516p+0Exact 111 ToNearestEven 111 1 false false false -799
// e 15 2.140072559206253e-241
// E 6 2.140073E-241
// f -1 0.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002140072559206253102776231060704519
// g 8 2.1400726e-241
// G 13 2.140072559206E-241
// b 9 1852356410183140452196454208807563p-910
// p 10 0x.b6a80cbc15691acab9cd4dbd4516p-799
// x 2 0x1.6dp-800
// q 0 %q
// 2.140072559206253102776231060704519e-241|2.140072559206253102776231060704519e-241|     0.000|2.14007e-241                  |+2.140072559e-241| 0x1.6d5019p-800|000000000000000000000000000.00|1852356410183140452196454208807563p-910|%!s(*big.Float=2.140072559e-241)|%!d(*big.Float=2.140072559e-241)|0.000000|2.140072559206253102776231060704519E-241|+2.140072559206253102776231060704519e-241
// 2.140072559206253102776231060704519e-241 <nil> <nil> 0x.b6a80cbc15691acab9cd4dbd4516p-799Below 111 ToNearestEven 111 1 false false false
// 010a0000006ffffffce1b6a80cbc15691acab9cd4dbd45160000 <nil> 0x.b6a80cbc15691acab9cd4dbd4516p-799Exact 111 ToNearestEven 111 1 false false false
// <nil> 0x.b6a80cbc15691acbp-799Above 64 ToNearestEven 64 1 false false false
// 1 <nil> 255
// 1 <nil> 480111875130195/41538374868278621028243970633760768
// 2 -11189857886316541/804384112765681257192157015405980629081623718 -837247272141549043277305475966086/648288000061887680782677911604930665299974043694531124191 -11189857886316541/804384112765681257192157015405980629081623718 false -1 -11189857886316541 804384112765681257192157015405980629081623718 1
// -673475658417656906287194905282020714583470755693985236019541421135502389771079/521472567746419438060089161338246737308352161636780654819803332543550384712913546273981382762189162138 673461149916476712503025545503881248435529940739052925466023688700908772684417/521472567746419438060089161338246737308352161636780654819803332543550384712913546273981382762189162138 4684338995485061879471635020389066224160988414263/260736283873209719030044580669123368654176080818390327409901666271775192356456773136990691381094581069 11189857886316541/804384112765681257192157015405980629081623718 11189857886316541/804384112765681257192157015405980629081623718 125212919515960486606284850204681/647033800869832220869381456019182194857810085198607916827621333197674477756579675340143524
// 2 quo 7254250590096892084679889069733073970407477466155276758866217296808543331/673468404167066809395110225392950981509500348216519080742782554918205581227748
// 2 inv -804384112765681257192157015405980629081623718/11189857886316541
// -1.3911087636779533e-29 false
// -1.3911088e-29 false
// 1 false
// -0.0000000000000000000 -0
// -11189857886316541/804384112765681257192157015405980629081623718 <nil> 030000000727c11dd066a7fd2411e0737c7a7c126b718d4628637f6d158ca6 <nil> 0 <nil>
// 2 -0x.ae59186a714cfd1f0d6cc13edba7b9p+127Exact 127 AwayFromZero 120 -1 true false true -0x.85c51deea527de1f6f430955925fa3e2265357f417ep+174Exact 174 ToNearestAway 171 -1 true false true 1
// 2 add -0x.85c51deea5293ad1a017ebef8c9dbebba8d10f4389ep+174Exact 174 ToPositiveInf 171 -1 true false true
// 2 sub 0x.85c51deea526816d3e6e26bb98218908a3d5a0a4a5ep+174Exact 174 ToPositiveInf 171 1 false false true
// 2 mul 0x.b63511436bb30a41f03235825b9effb4073b14bc84ecp+300Above 174 ToPositiveInf 174 1 false false true
// 2 fquo 0x.a6d3e8321396bebbcb641c73e5f8ecf473df39581fdp-46Above 174 ToPositiveInf 172 1 false false false
// 2 sqrt panic square root of negative operand
// 2 self 0Exact 127 AwayFromZero 0 0 false false true
// -0x.ae59186a714cfd1f0d6cc13edba7b9p+127Exact 127 ToPositiveInf 120 -1 true false true -0Above 0 AwayFromZero 0 0 true false true
// -1.1587414044903278e+38 Below
// -1.1587414e+38 Above
// -9223372036854775808 Above
// 0 Above
// -115874140449032777749975449847939193984 Exact
// -115874140449032777749975449847939193984/1 Exact
// -0x.ae59186a714cfd1f0d6cc13edba7b9p+0Exact 127 AwayFromZero 120 -1 true false false 127
// e 25 -1.1587414044903277774997545e+38
// E -1 -1.15874140449032777749975449847939193984E+38
// f 22 -115874140449032777749975449847939193984.0000000000000000000000
// g 27 -1.1587414044903277774997545e+38
// G 14 -1.1587414044903E+38
// b 0 -115874140449032777749975449847939193984p+0
// p 8 -0x.ae59186a714cfd1f0d6cc13edba7b9p+127
// x 14 -0x1.5cb230d4e299fbp+126
// q 0 %q
// -1.15874140449032777749975449847939193984e+38|-1.15874140449032777749975449847939193984e+38|-115874140449032777749975449847939193984.000|-1.15874e+38                  |-1.158741404e+38|-0x1.5cb231p+126|-115874140449032777749975449847939193984.00|-115874140449032777749975449847939193984p+0|%!s(*big.Float=-1.158741404e+38)|%!d(*big.Float=-1.158741404e+38)|-115874140449032777749975449847939193984.000000|-1.15874140449032777749975449847939193984E+38|-1.15874140449032777749975449847939193984e+38
// -1.15874140449032777749975449847939193984e+38 <nil> <nil> -0x.ae59186a714cfd1f0d6cc13edba7b9p+127Exact 127 AwayFromZero 120 -1 true false true
// 016b0000007f0000007fae59186a714cfd1f0d6cc13edba7b900 <nil> -0x.ae59186a714cfd1f0d6cc13edba7b9p+127Exact 127 AwayFromZero 120 -1 true false true
// <nil> -0x.ae59186a714cfd1fp+127Above 64 ToNearestEven 64 -1 true false true
// 1 <nil> 255
// 1 <nil> -11189857886316541/804384112765681257192157015405980629081623718
