// errorcheck -m
package main

type pair[K comparable, V any] struct {
	key   K
	value V
}

func (p *pair[K, V]) set(key K, value V) { p.key, p.value = key, value } // ERROR `can inline \(\*pair\[go\.shape\.string,go\.shape\.int\]\)\.set` `can inline \(\*pair\[string,int\]\)\.set` `inlining call to \(\*pair\[go\.shape\.string,go\.shape\.int\]\)\.set`
func newPair[K comparable, V any](key K, value V) *pair[K, V] { // ERROR `can inline newPair\[go\.shape\.string,go\.shape\.int\]` `can inline newPair\[string,int\]` `inlining call to newPair\[go\.shape\.string,go\.shape\.int\]` `&pair\[go\.shape\.string,go\.shape\.int\]\{\.\.\.\} escapes to heap`
	return &pair[K, V]{key, value} // ERROR `&pair\[go\.shape\.string,go\.shape\.int\]\{\.\.\.\} escapes to heap`
}

func main() { // ERROR `can inline main`
	p := newPair("a", 1) // ERROR `inlining call to newPair\[go\.shape\.string,go\.shape\.int\]` `&pair\[go\.shape\.string,go\.shape\.int\]\{\.\.\.\} does not escape`
	p.set("b", 2) // ERROR `inlining call to \(\*pair\[go\.shape\.string,go\.shape\.int\]\)\.set`
	println(p.key)
}
