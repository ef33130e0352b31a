// errorcheck -m=2
// What a clause of a select receives has two operands, written or not; blanks of a range clause are assigned. The use of the state in a
// range body has no place. Calls in bodies of std are not judged anew. What an instance returns from its shared text needs no conversion.
// Conversions between integers of one size and sign are free, byte orders and division of two words nearly so.
package main

import (
	"encoding/binary"
	"math"
	bit "math/bits"
)

var g int
var ch chan int

func alone() { // ERROR `can inline alone with cost 7 as: func\(\) \{ select statement \}`
	select {
	case <-ch:
	}
}
func blank() { // ERROR `can inline blank with cost 7 as: func\(\) \{ select statement \}`
	select {
	case _ = <-ch:
	}
}
func defined() { // ERROR `can inline defined with cost 12 as: func\(\) \{ select statement \}`
	select {
	case x := <-ch:
		g = x
	}
}
func assigned() { // ERROR `can inline assigned with cost 7 as: func\(\) \{ select statement \}`
	select {
	case g = <-ch:
	}
}
func both() { // ERROR `can inline both with cost 25 as: func\(\) \{ select statement \}`
	select {
	case x, ok := <-ch:
		_, _ = x, ok
	}
}
func sent() { // ERROR `can inline sent with cost 6 as: func\(\) \{ select statement \}`
	select {
	case ch <- 1:
	default:
	}
}
func each(func(int, int) bool) {} // ERROR `can inline each with cost 0 as: func\(func\(int, int\) bool\) \{  \}`
func none() { // ERROR `can inline none with cost 38 as: func\(\) \{ #state1 := 1; #yield1 := func literal; each\(#yield1\); if #state1 == 2 \{ runtime\.panicrangestate\(4\) \}; #state1 = 3 \}`
	for range each { // ERROR `can inline none-range1 with cost 23 as: func\(int, int\) bool \{ #tmpState := #state1; #state1 = 2; if #tmpState != 1 \{ runtime\.panicrangestate\(#tmpState\) \}; g\+\+; #state1 = 1; return true \}` `inlining call to each`
		g++
	}
}
func blanks() { // ERROR `can inline blanks with cost 38 as: func\(\) \{ #state1 := 1; #yield1 := func literal; each\(#yield1\); if #state1 == 2 \{ runtime\.panicrangestate\(4\) \}; #state1 = 3 \}`
	for _, _ = range each { // ERROR `can inline blanks-range1 with cost 29 as: func\(int, int\) bool \{ _ = #p1; _ = #p2; #tmpState := #state1; #state1 = 2; if #tmpState != 1 \{ runtime\.panicrangestate\(#tmpState\) \}; g\+\+; #state1 = 1; return true \}` `inlining call to each`
		g++
	}
}
func second() { // ERROR `can inline second with cost 38 as: func\(\) \{ #state1 := 1; #yield1 := func literal; each\(#yield1\); if #state1 == 2 \{ runtime\.panicrangestate\(4\) \}; #state1 = 3 \}`
	for _, g = range each { // ERROR `can inline second-range1 with cost 26 as: func\(int, int\) bool \{ _ = #p1; g = #p2; #tmpState := #state1; #state1 = 2; if #tmpState != 1 \{ runtime\.panicrangestate\(#tmpState\) \}; #state1 = 1; return true \}` `inlining call to each`
	}
}

func kept(f func(func() bool)) { // ERROR `can inline kept with cost 55 as: func\(func\(func\(\) bool\)\) \{ #state1 := 1; #yield1 := func literal; f\(#yield1\); if #state1 == 2 \{ runtime\.panicrangestate\(4\) \}; #state1 = 3 \}` `f does not escape`
	for range f { // ERROR `can inline kept-range1 with cost 23 as: func\(\) bool \{ #tmpState := #state1; #state1 = 2; if #tmpState != 1 \{ runtime\.panicrangestate\(#tmpState\) \}; g\+\+; #state1 = 1; return true \}` `kept capturing by ref: #state1 \(addr=false assign=true width=8\)` `func literal escapes to heap in kept:` `  flow: #yield1 ← &\{storage for func literal\}:` `    from func literal \(spill\) at \./costs_of_statements_and_calls\.go:66:2` `    from #yield1 := func literal \(assign\) at \./costs_of_statements_and_calls\.go:66:2` `  flow: \{heap\} ← #yield1:` `    from f\(#yield1\) \(call parameter\) at \./costs_of_statements_and_calls\.go:66:2` `#state1 escapes to heap in kept:` `  flow: \{storage for func literal\} ← &#state1:` `    from #state1 \(captured by a closure\) at <unknown line number>` `    from #state1 \(reference\) at <unknown line number>` `moved to heap: #state1` `^func literal escapes to heap$`
		g++
	}
}
func bits(x float64) uint64 { return math.Float64bits(x) + uint64(math.Abs(x)) } // ERROR `can inline bits with cost 26 as: func\(float64\) uint64 \{ return math\.Float64bits\(x\) \+ uint64\(math\.Abs\(x\)\) \}` `inlining call to math\.Float64bits` `inlining call to math\.Abs` `inlining call to math\.Float64frombits`
func pair[K comparable](m map[K]*int, k K) (*int, bool) { v, ok := m[k]; return v, ok } // ERROR `can inline pair\[go\.shape\.string\] with cost 13 as: func\(\*\[2\]uintptr, map\[go\.shape\.string\]\*int, go\.shape\.string\) \(\*int, bool\) \{ v, ok := \(\*int\)\(\.autotmp_7\), \.autotmp_8; return v, ok \}` `can inline pair\[string\] with cost 29 as: func\(map\[string\]\*int, string\) \(\*int, bool\) \{ return \.autotmp_4, \.autotmp_5 \}` `inlining call to pair\[go\.shape\.string\]`
func sized(x uint64, n int) (uint, int64) { return uint(x), int64(n) } // ERROR `can inline sized with cost 3 as: func\(uint64, int\) \(uint, int64\) \{ return uint\(x\), int64\(n\) \}`
func order(x []byte) []byte { // ERROR `can inline order with cost 9 as: func\(\[\]byte\) \[\]byte \{ binary\.bigEndian\.PutUint64\(binary\.BigEndian, x, uint64\(3\)\); return binary\.littleEndian\.AppendUint32\(binary\.LittleEndian, nil, uint32\(2\)\) \}` `x does not escape`
	binary.BigEndian.PutUint64(x, 3) // ERROR `inlining call to binary\.bigEndian\.PutUint64`
	return binary.LittleEndian.AppendUint32(nil, 2) // ERROR `inlining call to binary\.littleEndian\.AppendUint32` `append\(binary\.b, byte\(binary\.v\), byte\(binary\.v >> uint\(8\)\), byte\(binary\.v >> uint\(16\)\), byte\(binary\.v >> uint\(24\)\)\) escapes to heap in order:` `  flow: ~r0 ← &\{storage for append\(binary\.b, byte\(binary\.v\), byte\(binary\.v >> uint\(8\)\), byte\(binary\.v >> uint\(16\)\), byte\(binary\.v >> uint\(24\)\)\)\}:` `    from append\(binary\.b, byte\(binary\.v\), byte\(binary\.v >> uint\(8\)\), byte\(binary\.v >> uint\(16\)\), byte\(binary\.v >> uint\(24\)\)\) \(spill\) at \./costs_of_statements_and_calls\.go:75:41` `    from ~r0 = append\(binary\.b, byte\(binary\.v\), byte\(binary\.v >> uint\(8\)\), byte\(binary\.v >> uint\(16\)\), byte\(binary\.v >> uint\(24\)\)\) \(assign-pair\) at \./costs_of_statements_and_calls\.go:75:41` `  flow: ~r0 ← ~r0:` `    from return ~r0 \(return\) at \./costs_of_statements_and_calls\.go:75:2` `append escapes to heap`
}
func divide(x, y, z uint) (uint, uint) { return bit.Div(x, y, z) } // ERROR `can inline divide with cost 15 as: func\(uint, uint, uint\) \(uint, uint\) \{ return uint\(\.autotmp_5\), \.autotmp_6 \}`
var find = pair[string]

func main() {} // ERROR `can inline main with cost 0 as: func\(\) \{  \}`