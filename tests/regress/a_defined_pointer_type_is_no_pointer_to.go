// run
// A defined type whose underlying type is *T is not the type *T that reflect finds for T.
package main

import (
	"encoding/json"
	"fmt"
	"reflect"
)

type T struct{ A int }

func (t *T) UnmarshalJSON([]byte) error {
	t.A = 42
	return nil
}

type alt *T

type S struct {
	Q alt
	P *T
	L []T
	M map[string]T
}

type named *struct{ b int }

func main() {
	var n named
	fmt.Println(reflect.TypeOf(n), reflect.PointerTo(reflect.TypeOf(n).Elem()), reflect.TypeOf(alt(nil)))
	var s S
	err := json.Unmarshal([]byte(`{"Q":{"A":5},"P":{"A":1},"L":[{"A":2}],"M":{"x":{"A":3}}}`), &s)
	fmt.Println(err, s.P.A, s.Q.A, s.L, s.M)
	made := reflect.New(reflect.TypeOf(T{}))
	_, ok := made.Interface().(*T)
	fmt.Println(made.Type(), made.NumMethod(), ok)
	fmt.Printf("%T %v\n", (*interface {
		hidden()
		Shown()
	})(nil), reflect.TypeFor[interface{ hidden() }]())
	defer func() { fmt.Println(recover()) }()
	fmt.Println(any(3).(interface{ hidden() }))
}

// Output:
// main.named *struct { b int } main.alt
// <nil> 42 42 [{42}] map[x:{42}]
// *main.T 1 true
// *interface { Shown(); main.hidden() } interface { main.hidden() }
// interface conversion: int is not interface { main.hidden() }: missing method hidden
