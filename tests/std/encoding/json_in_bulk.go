// run
// Random texts, most of them JSON, decoded into many types, and random values encoded: what comes out and every error.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
)

const texts = 60 // in bulk: 12000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func pick(list ...string) string { return list[random(len(list))] }

type inner struct {
	N  *int    `json:"n"`
	F  float32 `json:",omitempty"`
	As []uint8
	Z  struct{} `json:"z,omitzero"`
}

type outer struct {
	A     int8           `json:"a"`
	B     string         `json:"b,omitempty"`
	C     []inner        `json:"c"`
	D     map[string]any `json:"d"`
	E     any            `json:"e"`
	Q     int            `json:"q,string"`
	X     [2]bool        `json:"x"`
	Num   json.Number
	Raw   json.RawMessage `json:"raw,omitempty"`
	Keyed map[int]string
	inner
}

func space() string { return pick("", "", "", " ", "\n", "\t", "\r\n ") }

func text(depth int) string {
	kinds := 7
	if depth > 0 {
		kinds = 12
	}
	switch random(kinds) {
	case 0:
		return pick("0", "1", "-1", "12", "127", "128", "300", "-0", "1.5", "1e3", "1E+2", "0.1e-7", "1e400", "123456789012345678901234567890", "3.4e39", "-2.5")
	case 1:
		return pick("true", "false", "null")
	case 2, 3:
		return pick(`""`, `"a"`, `"é\n"`, `"\u00e9\ud83d\ude00"`, `"\ud800"`, `"<&>"`, `"12"`, `"QUJD"`, `"\/\b\f"`, "\"\u2028\"", "\"\xff\"", `"1.5"`, `"true"`)
	case 4:
		return pick("nul", "tru", "01", "1.", "-", "+1", ".5", "1e", "'a'", `"open`, `"\x"`, `"\u12"`, "\"\x01\"", "[", "{", "]", `{"a"`, "[1,]", `{"a":1,}`, "NaN", "", "// c")
	case 5, 6:
		return pick(`{"a":1}`, `{"b":"x","a":7}`, `{"A":3,"B":"y"}`, `{"q":"42","x":[true]}`, `{"q":42}`, `{"q":"x"}`, `{"Num":1.50,"raw":{"k":[ 1 ]}}`, `{"Keyed":{"1":"one","x":"y"}}`, `{"n":5,"As":"QUI="}`, `{"x":[true,false,true]}`)
	case 7, 8, 9:
		var b strings.Builder
		b.WriteString("{" + space())
		for i := range random(5) {
			if i > 0 {
				b.WriteString("," + space())
			}
			b.WriteString(pick(`"a"`, `"b"`, `"c"`, `"d"`, `"e"`, `"q"`, `"x"`, `"Num"`, `"raw"`, `"Keyed"`, `"n"`, `"F"`, `"As"`, `"other"`) + space() + ":" + space() + text(depth-1) + space())
		}
		return b.String() + "}"
	}
	var b strings.Builder
	b.WriteString("[" + space())
	for i := range random(5) {
		if i > 0 {
			b.WriteString("," + space())
		}
		b.WriteString(text(depth-1) + space())
	}
	return b.String() + "]"
}

func value(depth int) any {
	kinds := 12
	if depth > 0 {
		kinds = 17
	}
	switch random(kinds) {
	case 0:
		return nil
	case 1:
		return random(2) == 0
	case 2:
		return random(1000) - 500
	case 3:
		return math.Float64frombits(state * 0x9e3779b97f4a7c15)
	case 4:
		return float32(random(1000000)) / 7
	case 5:
		return pick("", "plain", "<html>&", "\u2028\u2029", "\xff\xfe", "tab\t\x00", "é日😀", `"\`)
	case 6:
		return []byte(pick("", "bytes", "\x00\x01"))
	case 7:
		return json.Number(pick("1", "-2.50", "x", ""))
	case 8:
		return json.RawMessage(pick(`{"k": 1}`, "[1 ,2]", "null"))
	case 9:
		return math.Pow(10, float64(random(60)-30)) * float64(random(10))
	case 10:
		return uint64(state)
	case 11:
		n := random(5)
		return &n
	case 12:
		return []any{value(depth - 1), value(depth - 1)}
	case 13:
		return map[string]any{pick("a", "b", "<"): value(depth - 1), "z": value(depth - 1)}
	case 14:
		return map[int8]any{int8(random(256) - 128): value(depth - 1)}
	case 15:
		n := random(9)
		return outer{A: int8(n), B: pick("", "b"), E: value(depth - 1), Q: n, Num: "7", Raw: json.RawMessage(pick("[]", "{}")), inner: inner{N: &n, F: float32(n)}}
	}
	return [2]any{value(depth - 1), inner{As: []uint8{1, 2}}}
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i := range texts {
		s := space() + text(3) + space()
		if random(8) == 0 && s != "" {
			at := random(len(s))
			s = s[:at] + pick("", "}", "]", ",", ":", `"`, "x", "\\", "\x00", "1") + s[at+random(2)*min(1, len(s)-at):]
		}
		fmt.Fprintf(out, "%d %q %v\n", i, s, json.Valid([]byte(s)))
		var a any
		err := json.Unmarshal([]byte(s), &a)
		fmt.Fprintf(out, " %#v %v\n", a, err)
		var o outer
		err = json.Unmarshal([]byte(s), &o)
		n := "nil"
		if o.N != nil {
			n = fmt.Sprint(*o.N)
			o.N = nil
		}
		for i := range o.C {
			o.C[i].N = nil
		}
		fmt.Fprintf(out, " %+q %s %v\n", fmt.Sprintf("%+v", o), n, err)
		var list []map[string]*float64
		err = json.Unmarshal([]byte(s), &list)
		fmt.Fprintf(out, " %d %v\n", len(list), err)
		d := json.NewDecoder(strings.NewReader(s))
		d.UseNumber()
		d.DisallowUnknownFields()
		for range 3 {
			var o outer
			err := d.Decode(&o)
			fmt.Fprintf(out, " %v %v %d;", o.A, err, d.InputOffset())
			if err != nil {
				break
			}
		}
		fmt.Fprintln(out)
		var compact, indented bytes.Buffer
		fmt.Fprintf(out, " %v %v %q %q\n", json.Compact(&compact, []byte(s)), json.Indent(&indented, []byte(s), "", "  "), compact.String(), indented.String())
		v := value(3)
		b, err := json.Marshal(v)
		fmt.Fprintf(out, " %s %v\n", b, err)
		b, err = json.MarshalIndent(v, ">", "\t")
		fmt.Fprintf(out, " %q %v\n", b, err)
	}
}
