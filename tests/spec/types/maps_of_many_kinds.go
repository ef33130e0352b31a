// run
package main

import (
	"fmt"
	"sort"
)

type key struct {
	a int
	b string
}

func main() {
	m := map[string]int{"one": 1, "two": 2}
	m["three"] = 3
	m["one"]++
	m["none"] += 5
	v, ok := m["zero"]
	fmt.Println(len(m), m["one"], m["none"], v, ok)
	delete(m, "two")
	delete(m, "absent")
	keys := []string{}
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys, m)
	sm := map[key][]int{}
	sm[key{1, "x"}] = append(sm[key{1, "x"}], 1)
	sm[key{1, "x"}] = append(sm[key{1, "x"}], 2)
	fmt.Println(sm, len(sm[key{2, "y"}]))
	im := map[any]string{1: "int", int8(1): "int8", "1": "string", 1.0: "float", [2]int{1, 2}: "array", key{1, "k"}: "struct", nil: "nil"}
	fmt.Println(im[1], im[int8(1)], im["1"], im[1.0], im[[2]int{1, 2}], im[key{1, "k"}], im[nil], len(im))
	big := make(map[int]int)
	for i := 0; i < 10000; i++ {
		big[i*7] = i
	}
	for i := 0; i < 10000; i += 2 {
		delete(big, i*7)
	}
	sum := 0
	for k, v := range big {
		sum += k - v
	}
	fmt.Println(len(big), sum)
	var nilmap map[string]bool
	fmt.Println(nilmap["x"], len(nilmap))
	for range nilmap {
		fmt.Println("never")
	}
	nested := map[string]map[string]int{"a": {"b": 1}}
	nested["a"]["c"] = 2
	fmt.Println(nested)
	clear(m)
	fmt.Println(len(m), m)
	fm := map[float64]int{}
	nan := 0.0
	nan = nan / nan
	fm[nan] = 1
	fm[nan] = 2
	fmt.Println(len(fm), fm[nan])
	type wide struct{ x [40]int }
	wm := map[wide]wide{}
	w := wide{}
	w.x[7] = 3
	wm[w] = w
	got := wm[w]
	fmt.Println(len(wm), got.x[7])
	seen := 0
	for k := range big {
		delete(big, k)
		seen++
	}
	fmt.Println(seen, len(big))
	c := map[string]*key{}
	c["p"] = &key{1, "p"}
	c["p"].a = 42
	fmt.Println(c["p"].a, *c["p"])
}

// Output:
// 4 2 5 0 false
// [none one three] map[none:5 one:2 three:3]
// map[{1 x}:[1 2]] 0
// int int8 string float array struct nil 7
// 5000 150000000
// false 0
// map[a:map[b:1 c:2]]
// 0 map[]
// 2 0
// 1 3
// 5000 0
// 42 {42 p}
