// run
// What a RawMessage is called, and where the errors say that a wrong key, its value or a Number stand.
package main

import (
	"encoding/json"
	"fmt"
	"reflect"
)

type message struct {
	Raw   json.RawMessage
	At    *json.RawMessage
	List  []json.RawMessage
	Num   json.Number
	Keyed map[int]string
	Deep  map[string]map[int8]json.Number
}

func main() {
	raw := json.RawMessage(`{"a":1}`)
	fmt.Printf("%T %v %s %q %#v %T\n", raw, raw, raw, raw, raw[:2], &raw)
	fmt.Printf("%+v %#v\n", message{Raw: raw}, message{List: []json.RawMessage{raw}})
	fmt.Println(reflect.TypeOf(raw).Name(), reflect.TypeOf(message{}).Field(1).Type)
	fmt.Println(json.RawMessage(nil), json.RawMessage("").String() == "")
	fmt.Println((*json.RawMessage)(nil).UnmarshalJSON([]byte("1")))
	copied := raw.Clone()
	copied[2] = 'b'
	fmt.Println(raw, copied)
	b, err := raw.MarshalJSON()
	fmt.Println(string(b), err)
	var any any = raw
	switch any.(type) {
	case []byte:
		fmt.Println("bytes")
	case json.RawMessage:
		fmt.Println("raw message")
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = any.(error)
	}()
	for _, text := range []string{
		`{"Keyed": {"x": "y"}}`, `{"Keyed": {"x": 1}}`, `{"Keyed": {"1": "y", "x": 2, "3": 4}}`, `{"Keyed": {"1": 2}}`,
		`{"Deep": {"a": {"1": 2, "300": 3}}}`, `{"Deep": {"a": {"1": true}}}`, `{"Deep": {"a": {"1": []}}}`, `{"Deep": {"a": 5}}`,
		`{"Num": "x"}`, `{"Num": {}}`, `{"Num": [1]}`, `{"Num": true}`, `{"Num": "12"}`, `{"Num": null}`, `{"Num": 1e999}`,
	} {
		var m message
		err := json.Unmarshal([]byte(text), &m)
		fmt.Printf("%+v %v\n", m, err)
		if e, ok := err.(*json.UnmarshalTypeError); ok {
			fmt.Printf("  %q %v %d %q %q\n", e.Value, e.Type, e.Offset, e.Struct, e.Field)
		}
	}
}

// Output:
// jsontext.Value {"a":1} {"a":1} "{\"a\":1}" jsontext.Value{0x7b, 0x22} *jsontext.Value
// {Raw:{"a":1} At:<nil> List:[] Num: Keyed:map[] Deep:map[]} main.message{Raw:jsontext.Value(nil), At:(*jsontext.Value)(nil), List:[]jsontext.Value{jsontext.Value{0x7b, 0x22, 0x61, 0x22, 0x3a, 0x31, 0x7d}}, Num:"", Keyed:map[int]string(nil), Deep:map[string]map[int8]json.Number(nil)}
// Value *jsontext.Value
// null true
// jsontext.Value: UnmarshalJSON on nil pointer
// {"a":1} {"b":1}
// {"a":1} <nil>
// raw message
// interface conversion: jsontext.Value is not error: missing method Error
// {Raw:null At:<nil> List:[] Num: Keyed:map[] Deep:map[]} json: cannot unmarshal number x into Go struct field message.Keyed.x of type int
//   "number x" int 14 "message" "Keyed.x"
// {Raw:null At:<nil> List:[] Num: Keyed:map[] Deep:map[]} json: cannot unmarshal number x into Go struct field message.Keyed.x of type int
//   "number x" int 14 "message" "Keyed.x"
// {Raw:null At:<nil> List:[] Num: Keyed:map[1:y 3:] Deep:map[]} json: cannot unmarshal number x into Go struct field message.Keyed.x of type int
//   "number x" int 24 "message" "Keyed.x"
// {Raw:null At:<nil> List:[] Num: Keyed:map[1:] Deep:map[]} json: cannot unmarshal number into message.Keyed.1 of type string
//   "number" string 17 "message" "Keyed.1"
// {Raw:null At:<nil> List:[] Num: Keyed:map[] Deep:map[a:map[1:2]]} json: cannot unmarshal number 300 into message.Deep.a.300 of type int8
//   "number 300" int8 29 "message" "Deep.a.300"
// {Raw:null At:<nil> List:[] Num: Keyed:map[] Deep:map[a:map[1:]]} json: cannot unmarshal bool into Go value of type json.Number
//   "bool" json.Number 0 "" ""
// {Raw:null At:<nil> List:[] Num: Keyed:map[] Deep:map[a:map[1:]]} json: cannot unmarshal array into Go value of type json.Number
//   "array" json.Number 0 "" ""
// {Raw:null At:<nil> List:[] Num: Keyed:map[] Deep:map[a:map[]]} json: cannot unmarshal number into Go struct field message.Deep.a of type map[int8]json.Number
//   "number" map[int8]json.Number 16 "message" "Deep.a"
// {Raw:null At:<nil> List:[] Num: Keyed:map[] Deep:map[]} json: cannot unmarshal string "x" into Go value of type json.Number: invalid syntax
//   "string \"x\"" json.Number 0 "" ""
// {Raw:null At:<nil> List:[] Num: Keyed:map[] Deep:map[]} json: cannot unmarshal object into Go value of type json.Number
//   "object" json.Number 0 "" ""
// {Raw:null At:<nil> List:[] Num: Keyed:map[] Deep:map[]} json: cannot unmarshal array into Go value of type json.Number
//   "array" json.Number 0 "" ""
// {Raw:null At:<nil> List:[] Num: Keyed:map[] Deep:map[]} json: cannot unmarshal bool into Go value of type json.Number
//   "bool" json.Number 0 "" ""
// {Raw:null At:<nil> List:[] Num:12 Keyed:map[] Deep:map[]} <nil>
// {Raw:null At:<nil> List:[] Num: Keyed:map[] Deep:map[]} <nil>
// {Raw:null At:<nil> List:[] Num:1e999 Keyed:map[] Deep:map[]} <nil>
