// run
package main

import "fmt"

func direct() (text string) {
	defer func() {
		if v := recover(); v != nil {
			text = fmt.Sprint("still panicking: ", v)
		}
	}()
	defer recover() // called by the panic, not by a deferred function
	panic("a")
}

func nested() (text string) {
	text = "recovered"
	defer func() {
		defer recover() // as if in the body of the deferred function
	}()
	panic("b")
}

func sequential() (list []any) {
	defer func() { list = append(list, recover()) }()
	defer func() {
		defer recover()
		defer func() { list = append(list, recover()) }()
		panic("inner")
	}()
	panic("outer")
}

func swapped() (list []any) {
	defer func() { list = append(list, recover()) }()
	defer func() {
		defer func() { list = append(list, recover()) }()
		defer recover() // called by the inner panic
		panic("inner")
	}()
	panic("outer")
}

func main() {
	fmt.Println(direct())
	fmt.Println(nested())
	fmt.Println(sequential())
	fmt.Println(swapped())
}

// Output:
// still panicking: a
// recovered
// [inner <nil>]
// [inner outer]
