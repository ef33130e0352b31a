// run

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

type base struct {
	ID   int    `json:"id"`
	Note string `json:"note,omitempty"`
}

type level int

func (l level) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "level-%d", int(l)), nil }
func (l *level) UnmarshalText(text []byte) error {
	_, err := fmt.Sscanf(string(text), "level-%d", (*int)(l))
	return err
}

type point struct{ X, Y int }

func (p point) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, "[%d,%d]", p.X, p.Y), nil }
func (p *point) UnmarshalJSON(data []byte) error {
	var pair [2]int
	if err := json.Unmarshal(data, &pair); err != nil {
		return err
	}
	p.X, p.Y = pair[0], pair[1]
	return nil
}

type record struct {
	base
	Name   string           `json:"name"`
	Tags   []string         `json:"tags"`
	Scores map[string]int   `json:"scores,omitempty"`
	Ratio  float64          `json:"ratio"`
	Level  level            `json:"level"`
	At     *point           `json:"at"`
	Any    any              `json:"any"`
	Count  int64            `json:"count,string"`
	Raw    json.RawMessage  `json:"raw,omitempty"`
	Data   []byte           `json:"data"`
	Keys   map[level]string `json:"keys,omitempty"`
	hidden int
	Skip   bool `json:"-"`
}

func main() {
	r := record{base: base{ID: 7}, Name: "a<b> \"q\" \u2028 é", Tags: []string{"x", "y"}, Scores: map[string]int{"z": 1, "a": 2}, Ratio: 1e21,
		Level: 3, At: &point{1, 2}, Any: []any{1, "s", nil, true, 2.5}, Count: 12, Raw: json.RawMessage(`{"k": [1, 2]}`),
		Data: []byte("bytes"), Keys: map[level]string{2: "two", 1: "one"}, hidden: 1, Skip: true}
	text, err := json.Marshal(r)
	fmt.Println(string(text), err)
	text, err = json.MarshalIndent(map[string]any{"empty": []int{}, "nil": []int(nil), "m": map[string]int{}, "n": -0.000001}, ">", "  ")
	fmt.Println(string(text), err)

	var back record
	text, _ = json.Marshal(r)
	fmt.Println(json.Unmarshal(text, &back))
	fmt.Println(back.ID, back.Name == r.Name, back.Tags, back.Scores, back.Ratio, int(back.Level), *back.At, back.Any, back.Count, string(back.Data), len(back.Keys))

	for _, bad := range []string{``, `{`, `{"a":}`, `[1,]`, `"\x"`, `nul`, `{"a":1}x`, `01`, "\"\t\"", `{"name":5}`, `{"tags":"x"}`, `{"count":7}`, `{"level":"x"}`} {
		var v record
		err := json.Unmarshal([]byte(bad), &v)
		var syntax *json.SyntaxError
		var kind *json.UnmarshalTypeError
		fmt.Println(bad, "|", err, errors.As(err, &syntax), errors.As(err, &kind))
	}
	_, err = json.Marshal(make(chan int))
	fmt.Println(err)
	_, err = json.Marshal(map[string]any{"f": func() {}})
	fmt.Println(err)

	decoder := json.NewDecoder(strings.NewReader(`{"a": 1} [true, null] "s" 12.5 {"b": {"c": []}}`))
	decoder.UseNumber()
	for {
		var v any
		err := decoder.Decode(&v)
		if err == io.EOF {
			break
		}
		fmt.Printf("%T %v %v\n", v, v, err)
	}
	tokens := json.NewDecoder(strings.NewReader(`{"a": [1, "x", {"b": null}]}`))
	for {
		token, err := tokens.Token()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T %v %v\n", token, token, tokens.More())
	}
	strict := json.NewDecoder(strings.NewReader(`{"id": 1, "other": 2}`))
	strict.DisallowUnknownFields()
	fmt.Println(strict.Decode(&base{}))

	var out bytes.Buffer
	fmt.Println(json.Compact(&out, []byte(" { \"a\" : [ 1 , 2 ] } ")), out.String())
	out.Reset()
	json.HTMLEscape(&out, []byte(`"<&>"`))
	fmt.Println(out.String(), json.Valid([]byte(`{"a":1}`)), json.Valid([]byte(`{a:1}`)))
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	fmt.Println(encoder.Encode(map[string]string{"k": "<v>"}), out.String())
}

// Output:
// {"id":7,"name":"a\u003cb\u003e \"q\" \u2028 é","tags":["x","y"],"scores":{"a":2,"z":1},"ratio":1e+21,"level":"level-3","at":[1,2],"any":[1,"s",null,true,2.5],"count":"12","raw":{"k":[1,2]},"data":"Ynl0ZXM=","keys":{"level-1":"one","level-2":"two"}} <nil>
// {
// >  "empty": [],
// >  "m": {},
// >  "n": -0.000001,
// >  "nil": null
// >} <nil>
// <nil>
// 7 true [x y] map[a:2 z:1] 1e+21 3 {1 2} [1 s <nil> true 2.5] 12 bytes 2
//  | unexpected end of JSON input true false
// { | unexpected end of JSON input true false
// {"a":} | invalid character '}' looking for beginning of value true false
// [1,] | invalid character ']' looking for beginning of value true false
// "\x" | invalid escape sequence `\x` in string true false
// nul | unexpected end of JSON input true false
// {"a":1}x | invalid character 'x' after top-level value true false
// 01 | invalid character '1' after top-level value true false
// "	" | invalid character '\t' in string true false
// {"name":5} | json: cannot unmarshal number into Go struct field record.name of type string false true
// {"tags":"x"} | json: cannot unmarshal string into Go struct field record.tags of type []string false true
// {"count":7} | json: cannot unmarshal number into Go struct field record.count of type int64 false true
// {"level":"x"} | input does not match format false false
// json: unsupported type: chan int
// json: unsupported type: func()
// map[string]interface {} map[a:1] <nil>
// []interface {} [true <nil>] <nil>
// string s <nil>
// json.Number 12.5 <nil>
// map[string]interface {} map[b:map[c:[]]] <nil>
// json.Delim { true
// string a true
// json.Delim [ true
// float64 1 true
// string x true
// json.Delim { true
// string b true
// <nil> <nil> false
// json.Delim } false
// json.Delim ] false
// json.Delim } false
// EOF
// json: unknown field "other"
// <nil> {"a":[1,2]}
// "\u003c\u0026\u003e" true false
// <nil> "\u003c\u0026\u003e"{
// 	"k": "<v>"
// }
//
