// run
// Fields with the option string read numbers in Go's syntax and null; what does not fit and where, field by field.
package main

import (
	"encoding/json"
	"fmt"
	"reflect"
)

type T[X any] struct {
	Q X `json:"q,string"`
}

func one[X any]() {
	for _, s := range []string{`"true"`, `"false"`, `"null"`, `"nul"`, `"tru"`, `true`, `null`, `1`, `"1"`, `""`, `"x"`, `"1x"`, `" 1"`, `"1 "`, `"1e2"`, `"1.5"`, `"300"`, `"\"a\""`, `"\"a"`, `"[1]"`, `"{}"`, `[1]`, `{}`, `"-"`, `"01"`, `"+1"`, `"\u0031"`, `"\u0074rue"`, `"-1"`, `"trues"`, `"0x1"`, `"1e400"`, `"NaN"`} {
		var t T[X]
		err := json.Unmarshal([]byte(`{"q":`+s+`}`), &t)
		fmt.Printf("%s %T %+v %v", s, t.Q, reflect.Indirect(reflect.ValueOf(t.Q)), err)
		if e, ok := err.(*json.UnmarshalTypeError); ok {
			fmt.Printf(" {%s %v %d %s %s}", e.Value, e.Type, e.Offset, e.Struct, e.Field)
		}
		fmt.Println()
	}
}
func main() {
	one[int8]()
	one[float32]()
	one[bool]()
	one[string]()
	one[*int]()
	one[[]int]()
	one[json.Number]()

}
