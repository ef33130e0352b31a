// run
// go/parser: texts of which tokens were taken out, put in and changed by chance: the trees and the errors.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"hash/fnv"
	"os"
	"reflect"
	"strings"
)

const texts = 20 // in bulk: 3000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

var pieces = strings.Split(`import "fmt"; import ( a "b"; . "c" )|const ( A = iota; B ); const c, d int = 1, 2|var x, y = 1, f(2); var z [3]int|type T struct { a, b int "tag"; *U; p.V[int]; c [2]T }|type I interface { m(x int) (y error); ~int | string; q.R; G[a, b] }|type G[P any, Q *P] map[P]chan<- Q; type A = []func(...int) (a, b <-chan int)|type X [N]int; type Y[P (int)] struct{}; type Z[P *T, Q any] int|func f(a, b int, c ...string) (x, y int) { return a + b*-c<<2, x &^ y }|func (r *T[P, _]) m() { r.x[1:2:3], r.y = <-c, &T{1, a: 2, {3}} }|func g() { L: for i := 0; i < n; i++ { if x := f(i); x { continue L } else if !y { break } else { goto L } } }|func h() { switch x := y.(type) { case int, []T: default: fallthrough }; switch a, b := f(); a { case 1: } }|func k() { select { case c <- 1: case v, ok := <-c: x(); default: } ; go f(x...); defer func() {}() }|func l() { for range ch { }; for k, v := range m { k++; v-- }; for { }; { ; } var q struct{}; type r int }|func n() { x = []int{1, 2: 3}; m := map[string]T{"a": {}, }; _ = x.(T).y[z](1)(2); *p = (a)(b) }`, "|")

var words = strings.Fields("( ) [ ] { } , ; : . ... = := == != < <- + ++ - * / & | || ~ ! if for func switch select case default go defer return var const type import struct interface map chan range else break goto package x T 1 1.5 'a' \"s\" /*c*/")

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i := range texts {
		text := "package p; "
		for range 1 + random(4) {
			text += strings.ReplaceAll(pieces[random(len(pieces))], "; ", []string{"; ", "\n"}[random(2)]) + "\n"
		}
		for range random(4) {
			at := random(len(text) + 1)
			switch random(3) {
			case 0:
				text = text[:at] + " " + words[random(len(words))] + " " + text[at:]
			case 1:
				text = text[:at] + text[min(len(text), at+1+random(3)):]
			case 2:
				if j := strings.IndexAny(text[at:], "(){}[],;:="); j >= 0 {
					text = text[:at+j] + words[random(len(words))] + text[at+j+1:]
				}
			}
		}
		mode := []parser.Mode{0, parser.ParseComments, parser.AllErrors, parser.AllErrors | parser.DeclarationErrors}[random(4)]
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, "f.go", text, mode)
		h := fnv.New64()
		ast.Fprint(h, set, f, func(name string, _ reflect.Value) bool { return name != "Objects" })
		fmt.Fprintf(out, "%d %q %d %d\n", i, text, mode, h.Sum64())
		if list, ok := err.(scanner.ErrorList); ok {
			scanner.PrintError(out, list)
		}
		x, err := parser.ParseExpr(strings.TrimPrefix(text, "package p; ")[:min(40, len(text)-11)])
		fmt.Fprintf(out, "%T %v\n", x, err)
	}
}
