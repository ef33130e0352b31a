// run
package main

import (
	"fmt"
	"math"
)

func main() {
	zero := 0.0
	nan := zero / zero
	inf := 1 / zero
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, inf > math.MaxFloat64, -inf < 0, 1/-inf)
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Inf(1), math.IsNaN(nan), math.Mod(7, 3), math.Pow(2, 0.5))
	var f float32 = 0.1
	fmt.Println(f, float64(f), f*f, 0.1+0.2, float32(0.1)+float32(0.2), 1e100, 1e20, 1e21, 123456789.0)
	x := 1.5
	x += 2
	x *= x
	x /= 3
	x -= 0.25
	fmt.Println(x, -x, x > 3.8)
	sum := float32(0)
	for i := 0; i < 100; i++ {
		sum += 0.1
	}
	fmt.Println(sum, float64(sum), int(sum*10), uint(x), math.MaxInt64, uint64(math.MaxUint64))
	if !(nan < 1) && !(nan >= 1) {
		fmt.Println("unordered")
	}
	for v := 0.0; v < 1; v += 0.25 {
		fmt.Print(v, " ")
	}
	fmt.Println(math.Float64bits(1.5), math.Float32bits(1.5), math.Float64frombits(0x4000000000000000))
	fmt.Println(min(nan, 1), max(-zero, zero), math.Abs(-3), math.Trunc(2.7), math.MaxFloat32, math.SmallestNonzeroFloat64)
}

// Output:
// false true false false false true true -0
// 1.4142135623730951 -2 +Inf true 1 1.4142135623730951
// 0.1 0.10000000149011612 0.010000001 0.3 0.3 1e+100 1e+20 1e+21 1.23456789e+08
// 3.833333333333333 -3.833333333333333 true
// 10.000002 10.000001907348633 100 3 9223372036854775807 18446744073709551615
// unordered
// 0 0.25 0.5 0.75 4609434218613702656 1069547520 2
// NaN 0 3 2 3.4028234663852886e+38 5e-324
