// run
// DeepEqual, Equal, Comparable and IsZero over pairs of values of all kinds; SetZero.
package main

import (
	"fmt"
	"math"
	"reflect"
)

type loop struct {
	Next *loop
	M    map[string]*loop
}

type mixed struct {
	A any
	B []int
	c func()
}

func main() {
	f := func() {}
	nan := math.NaN()
	l1, l2 := &loop{}, &loop{}
	l1.Next, l2.Next = l1, &loop{Next: l2}
	l3 := &loop{M: map[string]*loop{}}
	l3.M["a"] = l3
	l4 := &loop{M: map[string]*loop{}}
	l4.M["a"] = l4
	nans := []float64{nan}
	values := []any{
		nil, 0, 1, int8(1), 1.0, float32(0), math.Copysign(0, -1), nan, "", "a", true, false, 1i, []int(nil), []int{}, []int{1},
		[]int{1, 2}, []byte("x"), [2]int{1, 2}, [2]int{}, [2]any{1, "x"}, [1]any{[]int{1}}, map[string]int(nil), map[string]int{},
		map[string]int{"a": 1}, map[string]int{"a": 2}, map[float64]int{nan: 1}, struct{}{}, mixed{}, mixed{A: 1}, mixed{B: []int{1}},
		mixed{c: f}, &mixed{A: "x"}, &mixed{A: "x"}, (*int)(nil), f, (func())(nil), make(chan int), (chan int)(nil), l1, l2, l3, l4,
		nans, nans[:1:1], error(nil), []any{1, "a", nil}, []any{1, "a", nil}, [0]func(){}, [1]float64{math.Copysign(0, -1)},
	}
	for i, x := range values {
		var deep, same []int
		for j, y := range values {
			if reflect.DeepEqual(x, y) {
				deep = append(deep, j)
			}
			func() {
				defer func() {
					if recover() != nil {
						same = append(same, -j)
					}
				}()
				if reflect.ValueOf(x).Equal(reflect.ValueOf(y)) {
					same = append(same, j)
				}
			}()
		}
		v := reflect.ValueOf(x)
		zero := "-"
		if v.IsValid() {
			zero = fmt.Sprint(v.IsZero(), v.Type().Comparable())
		}
		fmt.Println(i, deep, same, v.Comparable(), zero)
	}
	m := mixed{A: 1, B: []int{2}}
	v := reflect.ValueOf(&m).Elem()
	v.Field(0).SetZero()
	fmt.Println(m.A, m.B, v.IsZero())
	v.SetZero()
	fmt.Println(m.B == nil, v.IsZero())
}

// Output:
// 0 [0 45] [0 45] false -
// 1 [1] [1] true true true
// 2 [2] [2] true false true
// 3 [3] [3] true false true
// 4 [4] [4] true false true
// 5 [5] [5] true true true
// 6 [6] [6] true true true
// 7 [] [] true false true
// 8 [8] [8] true true true
// 9 [9] [9] true false true
// 10 [10] [10] true false true
// 11 [11] [11] true true true
// 12 [12] [12] true false true
// 13 [13] [-13 -14 -15 -16] false true false
// 14 [14] [-13 -14 -15 -16] false false false
// 15 [15] [-13 -14 -15 -16] false false false
// 16 [16] [-13 -14 -15 -16] false false false
// 17 [17] [-17] false false false
// 18 [18] [18] true false true
// 19 [19] [19] true true true
// 20 [20] [20] true false true
// 21 [21] [-21] false false true
// 22 [22] [-22 -23 -24 -25] false true false
// 23 [23] [-22 -23 -24 -25] false false false
// 24 [24] [-22 -23 -24 -25] false false false
// 25 [25] [-22 -23 -24 -25] false false false
// 26 [26] [-26] false false false
// 27 [27] [27] true true true
// 28 [28] [-28 -30 -31] false true false
// 29 [29] [-29] false false false
// 30 [30] [-28 -30 -31] false false false
// 31 [] [-28 -30 -31] false false false
// 32 [32 33] [32] true false true
// 33 [32 33] [33] true false true
// 34 [34] [34] true true true
// 35 [] [-35 -36] false false false
// 36 [36] [-35 -36] false true false
// 37 [37] [37] true false true
// 38 [38] [38] true true true
// 39 [39 40] [39] true false true
// 40 [39 40] [40] true false true
// 41 [41 42] [41] true false true
// 42 [41 42] [42] true false true
// 43 [43 44] [-43 -44] false false false
// 44 [43 44] [-43 -44] false false false
// 45 [0 45] [0 45] false -
// 46 [46 47] [-46 -47] false false false
// 47 [46 47] [-46 -47] false false false
// 48 [48] [-48] false true false
// 49 [49] [49] true true true
// <nil> [2] false
// true true
