// run
// The streams of math/rand/v2: PCG and ChaCha8, and every kind of number on them.
package main

import (
	"fmt"
	"math/rand/v2"
	"time"
)

func main() {
	var seed [32]byte
	copy(seed[:], "a seed of thirty-two bytes, yes.")
	chacha := rand.NewChaCha8(seed)
	pcg := rand.NewPCG(1, 2)
	for _, src := range []rand.Source{pcg, chacha} {
		r := rand.New(src)
		for range 3 {
			fmt.Println(r.Int64(), r.Uint32(), r.Uint64(), r.Int32(), r.Int(), r.Uint(), r.Int64N(1000), r.Uint64N(1<<63+5), r.Int32N(77), r.Uint32N(64),
				r.IntN(10), r.UintN(1<<33+1), r.Float64(), r.Float32())
		}
		fmt.Println(r.Perm(12))
		s := []byte("abcdefghijklmnop")
		r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
		var normal, exponential float64
		for range 300 {
			normal += r.NormFloat64()
			exponential += r.ExpFloat64()
		}
		fmt.Println(string(s), normal, exponential, r.NormFloat64(), r.ExpFloat64())
		z := rand.NewZipf(r, 1.5, 2, 1000)
		for range 8 {
			fmt.Print(z.Uint64(), " ")
		}
		fmt.Println()
		var sum uint64
		for range 1000 {
			sum = sum*31 + r.Uint64()
		}
		fmt.Println(sum)
	}
	b := make([]byte, 13)
	fmt.Println(chacha.Read(b))
	fmt.Println(b)
	data, err := chacha.MarshalBinary()
	fmt.Printf("%x %v\n", data, err)
	var other rand.ChaCha8
	fmt.Println(other.UnmarshalBinary(data), other.UnmarshalBinary(nil), other.UnmarshalBinary([]byte("readbuf:")))
	chacha.Read(b)
	fmt.Println(b)
	other.Read(b)
	fmt.Println(b, other.Uint64() == chacha.Uint64())
	chacha.Seed(seed)
	data, err = chacha.AppendBinary([]byte("x"))
	fmt.Printf("%q %v\n", data, err)
	data, err = pcg.MarshalBinary()
	fmt.Printf("%x %v\n", data, err)
	var p rand.PCG
	fmt.Println(p.UnmarshalBinary(data), p.Uint64() == pcg.Uint64(), p.UnmarshalBinary(nil))
	p.Seed(3, 4)
	fmt.Println(p.Uint64())
	fmt.Println(rand.N(10*time.Minute) < 10*time.Minute, rand.N[int8](1), rand.IntN(1), rand.Int32N(1), rand.Int64N(1), rand.UintN(1), rand.Uint32N(1), rand.Uint64N(1),
		rand.Int() >= 0, rand.Int32() >= 0, rand.Int64() >= 0, rand.Uint()|1 != 0, rand.Uint32()|1 != 0, rand.Uint64()|1 != 0,
		rand.Float64() < 1, rand.Float32() < 1, len(rand.Perm(3)), rand.ExpFloat64() > 0, rand.NormFloat64() < 100)
	rand.Shuffle(2, func(i, j int) { fmt.Println(i, j == 0 || j == 1) })
	r := rand.New(&p)
	for _, f := range []func(){func() { r.IntN(0) }, func() { r.Int32N(-1) }, func() { r.Int64N(0) }, func() { r.Shuffle(-1, nil) }, func() { r.UintN(0) },
		func() { r.Uint32N(0) }, func() { r.Uint64N(0) }, func() { rand.N(-1) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

// Output:
// 4969059760275911952 2647573421 14470142590855381128 1710678126 4321634407747778896 760102831717374652 499 1694620994032388696 50 10 9 1043234092 0.6974917552729882 0.5955118
// 4257872588489500903 2184363364 1350674201389090105 709379364 897456374646289561 11814882063598695543 207 3079391070958235748 54 19 8 8233745201 0.6600901283539973 0.5052525
// 3196135456660292366 2156419782 137166597355566241 1321243250 8249528790753336632 12896061982357793967 101 3499625548777515869 69 33 3 6003441301 0.3286343835112704 0.7345541
// [2 4 0 1 3 6 9 7 8 11 10 5]
// alpdikbcjheognmf -24.861490664129512 297.99584444934436 -1.9692729230204438 0.7716332702696143
// 7 13 1 422 0 6 284 2
// 5793711355108652519
// 5233607661090149916 96474793 15325149729763695166 1355890707 77647151162002336 2391195901894910051 766 7930797958695701874 28 10 9 7798173222 0.8051704856164466 0.013467312
// 8447956740683957604 3257964351 14976236316325901621 1928576834 5595489094272982124 3181737991201385088 759 4156199426838391799 68 26 0 2383473543 0.7637624305503635 0.2842645
// 951604284297209283 1015248248 7456622653953894378 1484180450 8025518880347108145 2840979475919574076 293 1673594662824490111 35 6 5 7027909439 0.7998790253083156 0.77310896
// [7 2 9 0 4 1 3 11 6 10 8 5]
// jmgfiphbdacoenkl -18.130674493518207 273.4907234604894 -0.2556577120130668 1.3372363908871507
// 0 1 6 37 7 1 1 0
// 2844917011725203528
// 13 <nil>
// [90 95 92 220 179 111 49 193 14 58 97 83 199]
// 726561646275663a037bfe75636861636861383a000000000000005ec5f1e5f43a2babbfedec4c63d2e11cfe5f5ff9c8437043f8c61fcd00b9ce391f <nil>
// <nil> invalid ChaCha8 encoding invalid ChaCha8 Read buffer encoding
// [123 254 117 22 67 222 68 169 73 225 183 148 34]
// [123 254 117 22 67 222 68 169 73 225 183 148 34] true
// "xchacha8:\x00\x00\x00\x00\x00\x00\x00\x00a seed of thirty-two bytes, yes." <nil>
// 7063673ae737c57c015df07a11a3c611ee90cbf9 <nil>
// <nil> true invalid PCG encoding
// 16261671900563650022
// true 0 0 0 0 0 0 0 true true true true true true true true 3 true true
// 1 true
// invalid argument to IntN
// invalid argument to Int32N
// invalid argument to Int64N
// invalid argument to Shuffle
// invalid argument to UintN
// invalid argument to Uint32N
// invalid argument to Uint64N
// invalid argument to N
