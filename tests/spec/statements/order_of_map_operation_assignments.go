// run
// In which order operands are evaluated and panic.
package main

import "fmt"

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	f()
}

type k2 struct{ a, b int }

func main() {
	a := []int{1, 2, 3}
	i, j := 5, 7
	m := map[int]int{}
	ms := map[string]int{}
	ss := []string{"a"}
	try("int", func() { m[a[i]] += a[j] })
	try("int++", func() { m[a[i]]++ })
	try("int/", func() { m[a[i]] /= a[j] })
	try("int<<", func() { m[a[i]] <<= a[j] })
	try("str", func() { ms[ss[i]] += a[j] })
	mk := map[k2]int{}
	ks := []k2{}
	try("struct", func() { mk[ks[i]] += a[j] })
	mi := map[any]int{}
	ai := []any{}
	try("any", func() { mi[ai[i]] += a[j] })
	mstr := map[int]string{}
	try("concat", func() { mstr[a[i]] += ss[j] })
	m8 := map[int8]int{}
	a8 := []int8{}
	try("int8", func() { m8[a8[i]] += a[j] })
	mf := map[float64]int{}
	af := []float64{}
	try("float", func() { mf[af[i]] += a[j] })
	m[a[1]] += a[2]
	m[a[1]] -= a[0]
	m[a[1]] |= 8
	fmt.Println(m, len(mi), len(mk))
	var nilm map[int]int
	try("nil", func() { nilm[a[i]] += a[j] })
	try("nil2", func() { nilm[a[0]] += a[j] })
	try("nil3", func() { nilm[a[0]]++ })
	b := []int{1}
	try("slice", func() { b[a[i]] += a[j] })
	try("slice2", func() { b[i] += a[j] })
	var p *k2
	try("ptr", func() { p.a += a[j] })
}

// Output:
// int runtime error: index out of range [7] with length 3
// int++ runtime error: index out of range [5] with length 3
// int/ runtime error: index out of range [5] with length 3
// int<< runtime error: index out of range [7] with length 3
// str runtime error: index out of range [7] with length 3
// struct runtime error: index out of range [7] with length 3
// any runtime error: index out of range [7] with length 3
// concat runtime error: index out of range [7] with length 1
// int8 runtime error: index out of range [7] with length 3
// float runtime error: index out of range [7] with length 3
// map[2:10] 0 0
// nil runtime error: index out of range [7] with length 3
// nil2 runtime error: index out of range [7] with length 3
// nil3 assignment to entry in nil map
// slice runtime error: index out of range [5] with length 3
// slice2 runtime error: index out of range [5] with length 1
// ptr runtime error: invalid memory address or nil pointer dereference
