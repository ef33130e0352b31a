// errorcheck -m
// Functions of std that stand in place of their calls, with what they make and what they do not keep.
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math/rand"
	"reflect"
	"strings"
)

func typeOf(x any) reflect.Type { return reflect.TypeOf(x) } // ERROR `can inline typeOf` `inlining call to reflect\.TypeOf` `inlining call to abi\.TypeOf` `inlining call to reflect\.toType` `inlining call to abi\.NoEscape` `inlining call to reflect\.toRType` `x does not escape`
func failed(n int) error        { return fmt.Errorf("job %d failed", n) } // ERROR `inlining call to fmt\.Errorf` `inlining call to errors\.New` `\.\.\. argument does not escape` `n escapes to heap` `&errors\.errorString\{\.\.\.\} escapes to heap`
func source() rand.Source       { return rand.NewSource(1) } // ERROR `can inline source` `inlining call to rand\.NewSource` `inlining call to rand\.newSource` `moved to heap: rand\.rng`
func less(a, b float64) bool    { return cmp.Less(a, b) } // ERROR `can inline less` `inlining call to cmp\.Less\[go\.shape\.float64\]` `inlining call to cmp\.isNaN\[go\.shape\.float64\]`
func order(a, b string) int     { return cmp.Compare(a, b) } // ERROR `can inline order` `inlining call to cmp\.Compare\[go\.shape\.string\]` `inlining call to cmp\.isNaN\[go\.shape\.string\]` `a does not escape` `b does not escape`
func build(b *strings.Builder) { // ERROR `can inline build` `leaking param content: b`
	b.WriteString("a") // ERROR `inlining call to strings\.\(\*Builder\)\.WriteString` `inlining call to strings\.\(\*Builder\)\.copyCheck` `inlining call to abi\.NoEscape` `"strings: illegal use of non-zero Builder copied by value" escapes to heap` `append escapes to heap`
	b.WriteByte('b') // ERROR `inlining call to strings\.\(\*Builder\)\.WriteByte` `inlining call to strings\.\(\*Builder\)\.copyCheck` `inlining call to abi\.NoEscape` `"strings: illegal use of non-zero Builder copied by value" escapes to heap` `append escapes to heap`
}

func reader(r io.Reader) *bufio.Reader { return bufio.NewReaderSize(r, 80) } // ERROR `can inline reader` `inlining call to bufio\.NewReaderSize` `inlining call to bufio\.\(\*Reader\)\.reset` `leaking param: r` `new\(bufio\.Reader\) escapes to heap` `make\(\[\]byte, max\(bufio\.size, 16\)\) escapes to heap`
func main() {} // ERROR `can inline main`