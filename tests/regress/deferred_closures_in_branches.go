// run
// Deferred closures in branches: their frame memory is zeroed where a branch was not taken.
package main

import "fmt"

type printer struct {
	arg any
	n   int
}

func (p *printer) catch(arg any, verb rune, method string) {
	if e := recover(); e != nil {
		fmt.Println("caught", method)
	}
}

type St interface{ String() string }

func (p *printer) methods(verb rune) (handled bool) {
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			handled = true
			defer p.catch(p.arg, verb, "Error")
			fmt.Println(v.Error())
		case St:
			handled = true
			defer p.catch(p.arg, verb, "String")
			fmt.Println(v.String())
		}
	}
	return
}

type E struct{ s string }

func (e *E) Error() string { return e.s }

type F struct{ s string }

func (e *F) String() string { return e.s + "x" }

func main() {
	p := &printer{}
	for i := range 5 {
		if i%2 == 0 {
			p.arg = &E{"a"}
		} else {
			p.arg = &F{"b"}
		}
		fmt.Println(p.methods('v'))
	}
}

// Output:
// a
// true
// bx
// true
// a
// true
// bx
// true
// a
// true
