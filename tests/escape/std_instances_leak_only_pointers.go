// errorcheck -m -l
// What a generic function of std leaks of its arguments depends on the type arguments: elements without pointers lead nowhere.
package main

import (
	"maps"
	"slices"
)

type phasor struct{ re, im float64 }

type named struct {
	name string
	next *named
}

//go:noinline
func cloneNumbers(in []phasor) []phasor { // ERROR `in does not escape`
	return slices.Clone(in)
}

//go:noinline
func cloneNames(in []named) []named { // ERROR `leaking param content: in`
	return slices.Clone(in)
}

//go:noinline
func insertNumbers(into, more []int) []int { // ERROR `leaking param: into to result ~r0 level=0` `more does not escape`
	return slices.Insert(into, 0, more...)
}

//go:noinline
func insertPointers(into, more []*int) []*int { // ERROR `leaking param content: into` `leaking param: into to result ~r0 level=0` `leaking param content: more`
	return slices.Insert(into, 0, more...)
}

//go:noinline
func concatenate(a, b []byte) []byte { // ERROR `a does not escape` `b does not escape`
	return slices.Concat(a, b) // ERROR `\.\.\. argument does not escape`
}

//go:noinline
func concatenateTexts(a, b []string) []string { // ERROR `leaking param content: a` `leaking param content: b`
	return slices.Concat(a, b) // ERROR `\.\.\. argument does not escape`
}

//go:noinline
func cloneMap(m map[int]float64) map[int]float64 { // ERROR `leaking param: m`
	return maps.Clone(m)
}

//go:noinline
func largest(in []float64) float64 { // ERROR `in does not escape`
	return slices.Max(in)
}

//go:noinline
func largestText(in []string) string { // ERROR `leaking param: in to result ~r0 level=1`
	return slices.Max(in)
}

//go:noinline
func appendAll(dst []int, in []int) []int { // ERROR `leaking param: dst` `leaking param: in`
	return slices.AppendSeq(dst, slices.Values(in))
}

func main() {
	println(len(cloneNumbers(nil)), len(cloneNames(nil)), len(insertNumbers(nil, nil)), len(insertPointers(nil, nil)))
	println(len(concatenate(nil, nil)), len(concatenateTexts(nil, nil)), len(cloneMap(nil)), largest([]float64{1}), largestText([]string{"a"})) // ERROR `\[\]float64\{\.\.\.\} does not escape` `\[\]string\{\.\.\.\} does not escape`
	println(len(appendAll(nil, nil)))
}
