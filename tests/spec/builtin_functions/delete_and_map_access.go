// run
package main

import "fmt"

func main() {
	m := map[string]int{"a": 1, "b": 2}
	delete(m, "a")
	delete(m, "zz")
	v, ok := m["a"]
	w, ok2 := m["b"]
	fmt.Println(v, ok, w, ok2, len(m), m)
	var n map[string]int
	delete(n, "x")
	fmt.Println(n["x"], len(n))
	type k struct {
		a int
		s string
	}
	mk := map[k][]int{}
	mk[k{1, "x"}] = append(mk[k{1, "x"}], 1, 2)
	ma := map[any]string{1: "int", "1": "string", 1.0: "float", k{}: "struct", [1]int{1}: "array"}
	fmt.Println(mk, ma[1], ma["1"], ma[1.0], ma[k{}], ma[[1]int{1}], ma[int8(1)] == "")
}

// Output:
// 0 false 2 true 1 map[b:2]
// 0 0
// map[{1 x}:[1 2]] int string float struct array true
