// run
// Two constants of 64 bits are divided as int64 values: the quotient of the smallest and -1 wraps, as in Go's compiler.
package main
import ("fmt"; "math")
const m = math.MinInt64
func main() { fmt.Println(-9223372036854775808 / -1, m / -1, (m - 1) / -1 == 9223372036854775809, -9223372036854775808 % -1)
 const k = -9223372036854775808 / -1
 const k2 = k + 1
 fmt.Println(k2)
 const j int64 = -9223372036854775808
 fmt.Println(j / -1)
 const f = -9223372036854775808.0 / -1
 fmt.Println(f)
 }

// Output:
// -9223372036854775808 -9223372036854775808 true 0
// -9223372036854775807
// -9223372036854775808
// 9.223372036854776e+18
