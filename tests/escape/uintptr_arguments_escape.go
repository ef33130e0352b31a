// errorcheck -m -l
package main

import "unsafe"

//go:uintptrescapes
func call(number uintptr, rest ...uintptr) uintptr { return number } // ERROR `marking number as escaping uintptr` `marking rest as escaping \.\.\.uintptr`
//go:noinline
func plain(number uintptr) uintptr { return number }

type port struct{ id int }

//go:uintptrescapes
func (p *port) write(at uintptr, text string) { p.id = len(text) } // ERROR `p does not escape` `marking at as escaping uintptr` `text does not escape`
func main() {
	a, b, c, d := 1, 2, 3, 4 // ERROR `moved to heap: a` `moved to heap: b` `moved to heap: d`
	call(uintptr(unsafe.Pointer(&a)), 1, uintptr(unsafe.Pointer(&b))) // ERROR `\.\.\. argument escapes to heap`
	plain(uintptr(unsafe.Pointer(&c)))
	var p port
	p.write(uintptr(unsafe.Pointer(&d)), "text")
}
