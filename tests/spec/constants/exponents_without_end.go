// errorcheck
// Exponents of constants have 32 bits in Go's compiler.
package main

const x = 1e100000000
const y = x*x*x*x*x*x*x // ERROR `constant result is not representable`
const z = 6e886451608/2 // ERROR `malformed constant: 6e886451608`
const z1 = 1e+1000000000 // ERROR `malformed constant: 1e\+1000000000`
const w = 1e-1000000000
const big = 1 << 600 // ERROR `constant shift overflow`
const v = 1e1000000
const u = 1e-1000000

func main() { println(y/y == 1, v/v == 1, u/u == 1) }
