// run

package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

type person struct {
	name string
	age  int
}

type celsius float64

func main() {
	nan, inf := math.NaN(), math.Inf(1)
	values := []float64{nan, -inf, -1, math.Copysign(0, -1), 0, 2.5, inf, nan}
	for _, x := range values {
		for _, y := range values {
			fmt.Print(cmp.Compare(x, y), cmp.Less(x, y), " ")
		}
		fmt.Println()
	}
	fmt.Println(cmp.Compare("a", "b"), cmp.Compare("b", "ab"), cmp.Compare("", ""), cmp.Less("", "a"), cmp.Compare(celsius(3), 2), cmp.Compare(uint8(255), 1))
	fmt.Println(cmp.Or(0, 0, 3, 4), cmp.Or("", "x"), cmp.Or[int](), cmp.Or(person{}, person{"a", 1}), cmp.Or[any](nil, 0, 1), cmp.Or[error](nil) == nil)
	people := []person{{"bob", 30}, {"al", 25}, {"cy", 30}, {"di", 25}, {"al", 20}}
	slices.SortFunc(people, func(a, b person) int { return cmp.Or(-cmp.Compare(a.age, b.age), cmp.Compare(a.name, b.name)) })
	fmt.Println(people)
}

// Output:
// 0 false -1 true -1 true -1 true -1 true -1 true -1 true 0 false
// 1 false 0 false -1 true -1 true -1 true -1 true -1 true 1 false
// 1 false 1 false 0 false -1 true -1 true -1 true -1 true 1 false
// 1 false 1 false 1 false 0 false 0 false -1 true -1 true 1 false
// 1 false 1 false 1 false 0 false 0 false -1 true -1 true 1 false
// 1 false 1 false 1 false 1 false 1 false 0 false -1 true 1 false
// 1 false 1 false 1 false 1 false 1 false 1 false 0 false 1 false
// 0 false -1 true -1 true -1 true -1 true -1 true -1 true 0 false
// -1 1 0 true 1 1
// 3 x 0 {a 1} 0 true
// [{bob 30} {cy 30} {al 25} {di 25} {al 20}]
