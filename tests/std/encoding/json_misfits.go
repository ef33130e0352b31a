// run
// Each kind of JSON value read into each kind of field: the error, its offset, and what is read behind it.
package main

import (
	"encoding/json"
	"fmt"
	"math/big"
	"time"
)

type In struct{ A int }
type All struct {
	I  int
	B  bool
	S  string
	F  float64
	M  map[string]int
	L  []int
	R  [2]int
	N  In
	P  *In
	C  chan int
	T  time.Time
	G  *big.Int
	E  error
	U  json.Unmarshaler
	A  any
	Y  []byte
	K  map[int]bool
	Fn func()
}

func main() {
	for _, n := range []string{"I", "B", "L", "N", "P", "C", "T", "G", "E", "A", "K", "Fn"} {
		for _, v := range []string{"null", "true", "1", `"x"`, `["a"]`, `{"A":1}`, `{"A":"b"}`, `{"1":true}`, `{"x":1}`} {
			for _, f := range []string{`{"%s":%s}`, `{"%s": %s , "I": 7}`} {
				var a All
				err := json.Unmarshal(fmt.Appendf(nil, f, n, v), &a)
				fmt.Printf("%s %s %v", n, v, err)
				if e, ok := err.(*json.UnmarshalTypeError); ok {
					fmt.Printf(" {%s %v %d %s %s}", e.Value, e.Type, e.Offset, e.Struct, e.Field)
				}
				a.P, a.G, a.Fn = nil, nil, nil
				fmt.Println(a.I, a.L, a.M, a.K, a.N, a.S, a.R)
				var l []All
				err = json.Unmarshal(fmt.Appendf(nil, "[{}, "+f+"]", n, v), &l)
				fmt.Printf("%s %s %v", n, v, err)
				if e, ok := err.(*json.UnmarshalTypeError); ok {
					fmt.Printf(" {%s %v %d %s %s}", e.Value, e.Type, e.Offset, e.Struct, e.Field)
				}
				fmt.Println()
			}
		}
	}
}
