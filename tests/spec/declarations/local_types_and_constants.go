// run
package main

import "fmt"

func f() string {
	type t struct{ n int }
	const c = 3
	var v = t{c}
	return fmt.Sprintf("%v %T", v, v)
}

func g() string {
	type t []string
	return fmt.Sprintf("%v %T", t{"a"}, t{})
}

func main() { fmt.Println(f(), g()) }

// Output:
// {3} main.t [a] main.t
