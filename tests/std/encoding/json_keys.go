// run
// Keys of maps: strings as they are, others by their methods, and what is no name.
package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

type pk string

func (p pk) MarshalText() ([]byte, error)  { return []byte("<" + string(p) + ">"), nil }
func (p *pk) UnmarshalText(b []byte) error { *p = pk(strings.ToUpper(string(b))); return nil }

type pp string

func (p *pp) MarshalText() ([]byte, error) { return []byte("<" + string(*p) + ">"), nil }

type pi int

func (p pi) MarshalText() ([]byte, error) { return []byte(fmt.Sprint("i", int(p))), nil }

type pj string

func (p pj) MarshalJSON() ([]byte, error) { return []byte(`"j` + string(p) + `"`), nil }

type pf float64

func (p *pf) MarshalText() ([]byte, error) { return []byte(fmt.Sprint("f", float64(*p))), nil }
func show(x any)                           { b, err := json.Marshal(x); fmt.Println(string(b), err) }
func main() {
	show(map[pk]int{"a": 1})
	show(map[pk]int{"a": 1, "b": 2})
	show(map[pp]int{"a": 1})
	show(map[pp]int{"a": 1, "b": 2})
	show(map[pi]int{1: 1})
	show(map[pi]int{1: 1, 2: 2})
	show(map[pj]int{"a": 1})
	show(map[pj]int{"a": 1, "b": 2})
	show(map[pf]int{1: 1})
	show(map[pf]int{1: 1, 2: 2})
	show(map[any]int{pk("a"): 1})
	show(map[any]int{pk("a"): 1, "b": 2, pi(3): 3, 4: 4})
	show(pk("v"))
	show([]pk{"w"})
	a := pi(7)
	show(map[*pi]int{&a: 1, nil: 2})
	k := pk("z")
	show(map[*pk]int{&k: 1})
	show(map[fmt.Stringer]int{nil: 1})
	var m map[pk]int
	fmt.Println(json.Unmarshal([]byte(`{"a":1}`), &m), m)
}

// Output:
// {"a":1} <nil>
// {"a":1,"b":2} <nil>
// {"a":1} <nil>
// {"a":1,"b":2} <nil>
// {"i1":1} <nil>
// {"i1":1,"i2":2} <nil>
// {"a":1} <nil>
// {"a":1,"b":2} <nil>
// {"1":1} <nil>
// {"1":1,"2":2} <nil>
// {"a":1} <nil>
// {"4":4,"a":1,"b":2,"i3":3} <nil>
// "\u003cv\u003e" <nil>
// ["\u003cw\u003e"] <nil>
// {"":2,"i7":1} <nil>
// {"z":1} <nil>
//  json: unsupported value: jsontext: object member name must be a string after offset 2
// <nil> map[A:1]
