// errorcheck
package main

import (
	"strings"
	"time"
)

type left struct{ x int }
type right struct{ x int }
type both struct {
	left
	right
	Name string
}

func (*both) Pointer() {}
func (both) Value()    {}

type reader interface{ Read() }

func generic[T reader](x *T) { x.Read() } // ERROR `x\.Read undefined \(type \*T is pointer to type parameter, not type parameter\)`
func main() {
	var b both
	var r *reader
	_ = b.x // ERROR `ambiguous selector b\.x`
	_ = b.name // ERROR `b\.name undefined \(type both has no field or method name, but does have field Name\)`
	_ = b.pointer // ERROR `b\.pointer undefined \(type both has no field or method pointer, but does have method Pointer\)`
	_ = b.missing // ERROR `b\.missing undefined \(type both has no field or method missing\)`
	_ = b._ // ERROR `b\._ undefined \(type both has no field or method _\)`
	_ = both.Name // ERROR `operand for field selector Name must be value of type both`
	_ = both.Pointer // ERROR `invalid method expression both\.Pointer \(needs pointer receiver \(\*both\)\.Pointer\)`
	_ = both.Value
	_ = both{}.Pointer // ERROR `cannot call pointer method Pointer on both`
	_ = r.Read // ERROR `r\.Read undefined \(type \*reader is pointer to interface, not interface\)`
	_ = main.x // ERROR `main\.x undefined \(type func\(\) has no field or method x\)`
	_ = len.x // ERROR `invalid use of len \(built-in\) in selector expression`
	_ = nil.x // ERROR `nil\.x undefined \(type untyped nil has no field or method x\)`
	_ = strings.missing // ERROR `undefined: strings\.missing`
	_ = strings.builder // ERROR `undefined: strings\.builder \(but have Builder\)`
	_ = strings // ERROR `use of package strings not in selector`
	_ = time.Now().Wall // ERROR `time\.Now\(\)\.Wall undefined \(type time\.Time has no field or method Wall, but does have unexported field wall\)`
	var _ strings.Missing // ERROR `undefined: strings\.Missing`
	var _ b.x // ERROR `b\.x is not a type`
	_ = undefined.x // ERROR `undefined: undefined`
}
