// errorcheck -m -l
package main

import "fmt"

type shape interface{ area() int }
type square struct{ s int }
type pointed struct{ s int }

func (s square) area() int   { return s.s * s.s }
func (p *pointed) area() int { return p.s } // ERROR `p does not escape`
var sink any

func keep(v any) { sink = v } // ERROR `leaking param: v`
func look(v any) bool { return v == nil } // ERROR `v does not escape`
func total(shapes ...shape) int { // ERROR `leaking param content: shapes`
	sum := 0
	for _, s := range shapes {
		sum += s.area()
	}
	return sum
}

func describe(s shape) string { // ERROR `s does not escape`
	switch v := s.(type) {
	case square:
		return fmt.Sprint("square ", v.s) // ERROR `\.\.\. argument does not escape` `"square " escapes to heap` `v\.s escapes to heap`
	case *pointed:
		return fmt.Sprintf("pointed %d", v.s) // ERROR `\.\.\. argument does not escape` `v\.s escapes to heap`
	}
	return "none"
}

func main() {
	n := 1000 // ERROR `moved to heap: n`
	keep(n) // ERROR `n escapes to heap`
	look(n) // ERROR `n does not escape`
	keep("constant") // ERROR `"constant" escapes to heap`
	keep(&n)
	keep(square{2}) // ERROR `square\{\.\.\.\} escapes to heap`
	total(square{1}, &pointed{2}) // ERROR `\.\.\. argument does not escape` `square\{\.\.\.\} escapes to heap` `&pointed\{\.\.\.\} escapes to heap`
	describe(square{3}) // ERROR `square\{\.\.\.\} does not escape`
	fmt.Println(n, "text", describe(&pointed{4})) // ERROR `\.\.\. argument does not escape` `n escapes to heap` `"text" escapes to heap` `describe\(&pointed\{\.\.\.\}\) escapes to heap` `&pointed\{\.\.\.\} does not escape`
	var e error = fmt.Errorf("x %d", n) // ERROR `\.\.\. argument does not escape` `n escapes to heap`
	_ = e.Error()
	var s shape = square{5} // ERROR `square\{\.\.\.\} does not escape`
	s.area() // ERROR `devirtualizing s\.area to square`
}
