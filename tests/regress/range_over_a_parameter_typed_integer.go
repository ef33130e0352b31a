// run

// The variable of a range over an integer whose type is a type parameter has the argument's type, in inlined instances too.
package main

import "fmt"

type kg int

func sum[W ~int](limit W) (s W) {
	for w := range limit {
		s += w
	}
	return
}

func stop[W ~int](limit W, at W) W {
	for w := range limit + 1 {
		if w > at {
			return w
		}
	}
	return 0
}

func main() {
	fmt.Println(sum(kg(5)), sum(4))
	fmt.Println(stop(kg(5), 2), stop(3, 7))
	fmt.Printf("%T\n", stop(kg(1), 0))
}

// Output:
// 10 6
// 3 0
// main.kg
