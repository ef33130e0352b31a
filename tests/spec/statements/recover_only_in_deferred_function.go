// run
package main

import "fmt"

func helper() any { return recover() }

func f() (s string) {
	defer func() {
		fmt.Println("helper", helper())
		fmt.Println("direct", recover())
		fmt.Println("again", recover())
		s = "recovered"
	}()
	fmt.Println("no panic", recover())
	panic("p")
}

func main() { fmt.Println(f()) }

// Output:
// no panic <nil>
// helper <nil>
// direct p
// again <nil>
// recovered
