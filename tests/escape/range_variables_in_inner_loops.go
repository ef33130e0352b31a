// errorcheck -m -l
// A range variable that a closure captures in an inner loop counts as assigned to.
package main

func g(f func()) { f() } // ERROR `f does not escape`
//go:noinline
func a() {
	for i := range 40 {
		for range 3 {
			g(func() { println(i) }) // ERROR `func literal does not escape`
		}
	}
}

//go:noinline
func b() {
	for i := range 40 {
		for range 3 {
			g(func() { // ERROR `func literal does not escape`
				for range i % 7 {
					println()
				}
			})
		}
	}
}

var sink []func()

//go:noinline
func c() {
	for i := range 40 {
		sink = append(sink, func() { // ERROR `func literal escapes to heap` `append escapes to heap`
			for range i % 7 {
				println()
			}
		})
	}
}

//go:noinline
func d() {
	for _, s := range []string{"a"} { // ERROR `\[\]string\{\.\.\.\} does not escape`
		sink = append(sink, func() { // ERROR `func literal escapes to heap` `append escapes to heap`
			switch s {
			case "a":
				println()
			}
			for j := range 3 {
				sink = append(sink, func() { println(j, s) }) // ERROR `func literal escapes to heap` `append escapes to heap`
			}
		})
	}
}

//go:noinline
func e() {
	for i := range 40 { // ERROR `moved to heap: i`
		for range 3 {
			sink = append(sink, func() { println(i) }) // ERROR `func literal escapes to heap` `append escapes to heap`
		}
	}
}

func main() { a(); b(); c(); d(); e() }
