// errorcheck
package main

type inner struct{ a, b int }

func (inner) m() {}

type outer struct {
	inner
	Name string
	list []int
}

func main() {
	_ = inner{1} // ERROR `too few values in struct literal of type inner`
	_ = inner{1, 2, 3} // ERROR `too many values in struct literal of type inner`
	_ = inner{a: 1, 2} // ERROR `mixture of field:value and value elements in struct literal`
	_ = inner{1, b: 2} // ERROR `mixture of field:value and value elements in struct literal`
	_ = inner{a: 1, a: 2} // ERROR `duplicate field name a in struct literal`
	_ = inner{c: 1} // ERROR `unknown field c in struct literal of type inner`
	_ = inner{A: 1} // ERROR `unknown field A in struct literal of type inner, but does have a`
	_ = inner{1: 2} // ERROR `invalid field name 1 in struct literal`
	_ = outer{name: "x"} // ERROR `unknown field name in struct literal of type outer, but does have Name`
	_ = outer{m: 1} // ERROR `m is not a field`
	_ = outer{a: 1, inner: inner{}} // ERROR `cannot specify embedded field inner and enclosed promoted field a`
	_ = outer{inner: inner{}, a: 1} // ERROR `cannot specify promoted field a and enclosing embedded field inner`
	_ = outer{list: {1, 2}} // ERROR `missing type in composite literal`
	_ = []int{1: 1, 1: 2} // ERROR `duplicate index 1 in array or slice literal`
	_ = []int{"a": 1} // ERROR `cannot convert "a" \(untyped string constant\) to type int`
	_ = map[string]int{"a": 1, "a": 2} // ERROR `duplicate key "a" in map literal`
	_ = map[string]int{1} // ERROR `missing key in map literal`
	_ = map[any]int{1: 1, 1.0: 2, 1: 3} // ERROR `duplicate key 1 in map literal`
	_ = map[inner]int{{1, 2}: 1}
	_ = []*inner{{1, 2}, {3}} // ERROR `too few values in struct literal of type inner`
	_ = int{} // ERROR `invalid composite literal type int`
	_ = [...]int{2: 1}
	_ = [][...]int{} // ERROR `invalid use of \[\.\.\.\] array \(outside a composite literal\)`
	_ = undefined{1} // ERROR `undefined: undefined`
}
