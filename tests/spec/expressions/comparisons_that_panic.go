// run

// Comparing and hashing interfaces whose dynamic values are not comparable.
package main

import "fmt"

type fn struct{ f func() }
type deep struct {
	n int
	e any
}
type named []int
type iface interface{ M() }
type slice []string

func (slice) M() {}

func try(name string, f func() any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r, r.(error).Error())
		}
	}()
	fmt.Println(name, f())
}

func main() {
	var a, b any = []int{1}, []int{1}
	var m, m2 any = map[string]int{}, 1
	var f any = fn{}
	var d1, d2 any = deep{1, []int{}}, deep{2, []int{}}
	var d3 any = deep{1, func() {}}
	var i iface = slice{}
	var arr any = [2]any{1, named{}}
	table := map[any]int{}
	try("slices", func() any { return a == b })
	try("slice and int", func() any { return a == m2 })
	try("maps", func() any { return m == m })
	try("maps of types", func() any { return m == m2 })
	try("struct with func", func() any { return f == f })
	try("first field differs", func() any { return d1 == d2 })
	try("first field equal", func() any { return d1 == d3 })
	try("same", func() any { return d1 == d1 })
	try("interface with method", func() any { return i == i })
	try("interface and concrete", func() any { return a == any(3) })
	try("array", func() any { return arr == arr })
	try("insert", func() any { table[a] = 1; return nil })
	try("lookup", func() any { return table[f] })
	try("lookup in nil map", func() any { var none map[any]int; return none[named{1}] })
	try("delete", func() any { delete(table, arr); return nil })
	try("literal", func() any { return map[any]int{1: 1, m: 2} })
	try("key struct", func() any { return map[deep]int{{1, []int{}}: 1} })
	try("switch", func() any {
		switch a {
		case 1:
			return 1
		case b:
			return 2
		}
		return 3
	})
	try("nil", func() any { return a == nil })
	try("pointers", func() any { x := &[]int{}; return any(x) == any(x) })
	try("array of empty", func() any { return any([0]any{}) == any([0]any{}) })
	try("array of funcs", func() any { return any([0]func(){}) == any([0]func(){}) })
}

// Output:
// slices panics: runtime error: comparing uncomparable type []int runtime error: comparing uncomparable type []int
// slice and int false
// maps panics: runtime error: comparing uncomparable type map[string]int runtime error: comparing uncomparable type map[string]int
// maps of types false
// struct with func panics: runtime error: comparing uncomparable type main.fn runtime error: comparing uncomparable type main.fn
// first field differs false
// first field equal false
// same panics: runtime error: comparing uncomparable type []int runtime error: comparing uncomparable type []int
// interface with method panics: runtime error: comparing uncomparable type main.slice runtime error: comparing uncomparable type main.slice
// interface and concrete false
// array panics: runtime error: comparing uncomparable type main.named runtime error: comparing uncomparable type main.named
// insert panics: runtime error: hash of unhashable type []int runtime error: hash of unhashable type []int
// lookup panics: hash of unhashable type: main.fn hash of unhashable type: main.fn
// lookup in nil map panics: hash of unhashable type: main.named hash of unhashable type: main.named
// delete panics: hash of unhashable type: main.named hash of unhashable type: main.named
// literal panics: runtime error: hash of unhashable type map[string]int runtime error: hash of unhashable type map[string]int
// key struct panics: runtime error: hash of unhashable type []int runtime error: hash of unhashable type []int
// switch panics: runtime error: comparing uncomparable type []int runtime error: comparing uncomparable type []int
// nil false
// pointers true
// array of empty true
// array of funcs panics: runtime error: comparing uncomparable type [0]func() runtime error: comparing uncomparable type [0]func()
