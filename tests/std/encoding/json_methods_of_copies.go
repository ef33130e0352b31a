// run
// Values are written from copies, but methods of pointers are called only where a value had an address.
package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

type byPointer struct{ N int }

func (p *byPointer) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, `"p%d"`, p.N), nil }

type byValue struct{ N int }

func (v byValue) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, ` [ %d, "<" ] `, v.N), nil }

type textPointer struct{ N int }

func (p *textPointer) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "<t%d>", p.N), nil }

type textKey struct{ N int }

func (k textKey) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "key%d", k.N), nil }

type Inner struct {
	P byPointer
	T textPointer
}

type all struct {
	P  byPointer
	V  byValue
	T  textPointer
	PP *byPointer
	A  [2]byPointer
	S  []byPointer
	M  map[string]byPointer
	I  any
	E  fmt.Stringer
}

type embedded struct {
	*Inner
	X byPointer
}

type named string

func (n named) String() string { return string(n) }

func show(x any) {
	b, err := json.Marshal(x)
	fmt.Println(string(b), err)
	var text strings.Builder
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	err = e.Encode(x)
	fmt.Print(text.String(), err, "\n")
}

func main() {
	p := byPointer{1}
	a := all{p, byValue{2}, textPointer{3}, &p, [2]byPointer{{4}, {5}}, []byPointer{{6}}, map[string]byPointer{"m": {7}}, byPointer{8}, named("s")}
	show(a)
	show(&a)
	show([]all{a})
	show([1]all{a})
	show(map[string]all{"k": a})
	show(map[int]all{1: {}, 2: a})
	show(map[string]any{"a": a, "p": &a, "n": nil})
	show([]any{a, &a, 1, "x<", 2.5, true, nil, []int{1}, map[string]int{"b": 2, "a": 1}, []any{p, &p}, map[string]any{"z": p, "y": &p}})
	show(embedded{&Inner{p, textPointer{9}}, p})
	show(&embedded{&Inner{p, textPointer{9}}, p})
	show(embedded{nil, p})
	show(map[textKey]byValue{{1}: {1}, {2}: {2}})
	show(map[textKey]byValue{{1}: {1}})
	show(map[float64]string{1.5: "a", 1e30: "b", -2: "c"})
	show(map[uint8]bool{200: true, 3: false})
	show(map[named]named{"b": "1", "a": "2", "": "3"})
	show([]named(nil))
	show(map[string]map[string]any{"x": nil, "y": {}, "w": {"q": []any{}, "p": map[string]any{}, "o": []any(nil), "n": map[string]any(nil)}})
	now := time.Date(2024, 2, 29, 1, 2, 3, 4000, time.FixedZone("", 3600))
	show(now)
	show(&now)
	show([]time.Time{now, {}})
	show(map[string]*time.Time{"a": &now, "b": nil})
	show(struct {
		T time.Time
		O time.Time `json:",omitzero"`
	}{T: now})
	show(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC))
	show(json.RawMessage(` {"a" : [ 1 , "<" ] } `))
	show(struct {
		N json.Number `json:",string"`
		I int         `json:",string"`
		S string      `json:",string"`
	}{"12", 3, "q\""})
	var nothing any
	show(nothing)
	show((*int)(nil))
	cycle := []any{1}
	cycle[0] = cycle
	_, err := json.Marshal(cycle)
	fmt.Println(err)
	loop := map[string]any{}
	loop["x"] = loop
	_, err = json.Marshal(loop)
	fmt.Println(err)
	show([]any{make(chan int)})
	show(map[string]any{"f": func() {}})

	// Into an any, again and again: each value is one of its own.
	var first, second any
	text := []byte(`{"a":[1,"text",{"b":null,"c":true}],"d":"text","e":[],"f":{},"g":1e400,"h":"\u00e9\n","a":2}`)
	fmt.Println(json.Unmarshal(text, &first), first)
	fmt.Println(json.Unmarshal([]byte(`{"a":[1,"text"],"e":[]}`), &second), second)
	second.(map[string]any)["a"].([]any)[0] = "changed"
	e := second.(map[string]any)["e"].([]any)
	_ = append(e, 1)
	fmt.Println(first, second, e == nil, len(e), cap(e))
	d := json.NewDecoder(strings.NewReader(`{"n":12345678901234567890,"t":[0.5]}  7 "s" `))
	d.UseNumber()
	for range 4 {
		var x any
		err := d.Decode(&x)
		fmt.Printf("%v %T %v\n", x, x, err)
	}
	var x any = &p
	fmt.Println(json.Unmarshal([]byte(`{"N":5}`), &x), p, x == any(&p))
	x = []int{1}
	fmt.Println(json.Unmarshal([]byte(`[2,"a"]`), &x), x)
	keep := map[string]*Inner{"a": {P: byPointer{1}}}
	fmt.Println(json.Unmarshal([]byte(`{"a":{"P":{"N":3}},"b":null,"c":{}}`), &keep), len(keep), keep["a"].P, keep["b"], *keep["c"])
	ints := map[int8]string{}
	fmt.Println(json.Unmarshal([]byte(`{"1":"a","300":"b","x":"c","2":"d"}`), &ints), ints)
}

// Output:
// {"P":{"N":1},"V":[2,"\u003c"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"} <nil>
// {"P":{"N":1},"V":[2,"<"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}
// <nil>
// {"P":"p1","V":[2,"\u003c"],"T":"\u003ct3\u003e","PP":"p1","A":["p4","p5"],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"} <nil>
// {"P":"p1","V":[2,"<"],"T":"<t3>","PP":"p1","A":["p4","p5"],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}
// <nil>
// [{"P":"p1","V":[2,"\u003c"],"T":"\u003ct3\u003e","PP":"p1","A":["p4","p5"],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}] <nil>
// [{"P":"p1","V":[2,"<"],"T":"<t3>","PP":"p1","A":["p4","p5"],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}]
// <nil>
// [{"P":{"N":1},"V":[2,"\u003c"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}] <nil>
// [{"P":{"N":1},"V":[2,"<"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}]
// <nil>
// {"k":{"P":{"N":1},"V":[2,"\u003c"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}} <nil>
// {"k":{"P":{"N":1},"V":[2,"<"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}}
// <nil>
// {"1":{"P":{"N":0},"V":[0,"\u003c"],"T":{"N":0},"PP":null,"A":[{"N":0},{"N":0}],"S":null,"M":null,"I":null,"E":null},"2":{"P":{"N":1},"V":[2,"\u003c"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}} <nil>
// {"1":{"P":{"N":0},"V":[0,"<"],"T":{"N":0},"PP":null,"A":[{"N":0},{"N":0}],"S":null,"M":null,"I":null,"E":null},"2":{"P":{"N":1},"V":[2,"<"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}}
// <nil>
// {"a":{"P":{"N":1},"V":[2,"\u003c"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"},"n":null,"p":{"P":"p1","V":[2,"\u003c"],"T":"\u003ct3\u003e","PP":"p1","A":["p4","p5"],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}} <nil>
// {"a":{"P":{"N":1},"V":[2,"<"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"},"n":null,"p":{"P":"p1","V":[2,"<"],"T":"<t3>","PP":"p1","A":["p4","p5"],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"}}
// <nil>
// [{"P":{"N":1},"V":[2,"\u003c"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"},{"P":"p1","V":[2,"\u003c"],"T":"\u003ct3\u003e","PP":"p1","A":["p4","p5"],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"},1,"x\u003c",2.5,true,null,[1],{"a":1,"b":2},[{"N":1},"p1"],{"y":"p1","z":{"N":1}}] <nil>
// [{"P":{"N":1},"V":[2,"<"],"T":{"N":3},"PP":"p1","A":[{"N":4},{"N":5}],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"},{"P":"p1","V":[2,"<"],"T":"<t3>","PP":"p1","A":["p4","p5"],"S":["p6"],"M":{"m":{"N":7}},"I":{"N":8},"E":"s"},1,"x<",2.5,true,null,[1],{"a":1,"b":2},[{"N":1},"p1"],{"y":"p1","z":{"N":1}}]
// <nil>
// {"P":"p1","T":"\u003ct9\u003e","X":{"N":1}} <nil>
// {"P":"p1","T":"<t9>","X":{"N":1}}
// <nil>
// {"P":"p1","T":"\u003ct9\u003e","X":"p1"} <nil>
// {"P":"p1","T":"<t9>","X":"p1"}
// <nil>
// {"X":{"N":1}} <nil>
// {"X":{"N":1}}
// <nil>
// {"key1":[1,"\u003c"],"key2":[2,"\u003c"]} <nil>
// {"key1":[1,"<"],"key2":[2,"<"]}
// <nil>
// {"key1":[1,"\u003c"]} <nil>
// {"key1":[1,"<"]}
// <nil>
// {"-2":"c","1.5":"a","1e+30":"b"} <nil>
// {"-2":"c","1.5":"a","1e+30":"b"}
// <nil>
// {"200":true,"3":false} <nil>
// {"200":true,"3":false}
// <nil>
// {"":"3","a":"2","b":"1"} <nil>
// {"":"3","a":"2","b":"1"}
// <nil>
// null <nil>
// null
// <nil>
// {"w":{"n":null,"o":null,"p":{},"q":[]},"x":null,"y":{}} <nil>
// {"w":{"n":null,"o":null,"p":{},"q":[]},"x":null,"y":{}}
// <nil>
// "2024-02-29T01:02:03.000004+01:00" <nil>
// "2024-02-29T01:02:03.000004+01:00"
// <nil>
// "2024-02-29T01:02:03.000004+01:00" <nil>
// "2024-02-29T01:02:03.000004+01:00"
// <nil>
// ["2024-02-29T01:02:03.000004+01:00","0001-01-01T00:00:00Z"] <nil>
// ["2024-02-29T01:02:03.000004+01:00","0001-01-01T00:00:00Z"]
// <nil>
// {"a":"2024-02-29T01:02:03.000004+01:00","b":null} <nil>
// {"a":"2024-02-29T01:02:03.000004+01:00","b":null}
// <nil>
// {"T":"2024-02-29T01:02:03.000004+01:00"} <nil>
// {"T":"2024-02-29T01:02:03.000004+01:00"}
// <nil>
//  json: error calling MarshalJSON for type *time.Time: year outside of range [0,9999]
// json: error calling MarshalJSON for type *time.Time: year outside of range [0,9999]
// {"a":[1,"\u003c"]} <nil>
// {"a":[1,"<"]}
// <nil>
// {"N":"12","I":"3","S":"\"q\\\"\""} <nil>
// {"N":"12","I":"3","S":"\"q\\\"\""}
// <nil>
// null <nil>
// null
// <nil>
// null <nil>
// null
// <nil>
// json: unsupported value: encountered a cycle via []interface {}
// json: unsupported value: encountered a cycle via map[string]interface {}
//  json: unsupported type: chan int
// json: unsupported type: chan int
//  json: unsupported type: func()
// json: unsupported type: func()
// json: cannot unmarshal number 1e400 into Go struct field .g of type float64 map[a:2 d:text e:[] f:map[] g:0 h:é
// ]
// <nil> map[a:[1 text] e:[]]
// map[a:2 d:text e:[] f:map[] g:0 h:é
// ] map[a:[changed text] e:[]] false 0 0
// map[n:12345678901234567890 t:[0.5]] map[string]interface {} <nil>
// 7 json.Number <nil>
// s string <nil>
// <nil> <nil> EOF
// <nil> {5} true
// <nil> [2 a]
// <nil> 3 {3} <nil> {{0} {0}}
// json: cannot unmarshal number 300 into .300 of type int8 map[1:a 2:d]
