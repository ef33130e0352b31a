// errorcheck
// Equal constant keys of a map, also where a type parameter is the type of the keys; integers beyond 64 bits are not compared.
package main

func f[P int | float64 | complex128]() { _ = map[P]int{1: 1, 1.0: 2, 1 + 0i: 3} } // ERROR `duplicate key 1 in map literal` `duplicate key \(1 \+ 0i\) in map literal`
func g[P string | []byte]() {}
func h[P ~string]() { _ = map[P]int{"a": 1, "a": 2} } // ERROR `duplicate key "a" in map literal`
var m = map[float64]int{1e100: 1, 1e100: 2}
var m2 = map[float64]int{1.5: 1, 1.5: 2, 2: 1, 2.0: 3} // ERROR `duplicate key 1\.5 in map literal` `duplicate key 2 in map literal`
var m3 = map[any]int{1: 1, 1.0: 2, 1: 3, int8(1): 4} // ERROR `duplicate key 1 in map literal`
var m4 = map[complex128]int{1e100i: 1, 1e100i: 2, 1e100: 3, 1e100: 4} // ERROR `duplicate key \(0 \+ 1e\+100i\) in map literal`
func main() { f[int](); h[string]() }
