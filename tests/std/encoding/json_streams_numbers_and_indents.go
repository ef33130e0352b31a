// run
// Decoders that stop in between, Number, RawMessage, Delim, Indent.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

func main() {
	d := json.NewDecoder(strings.NewReader(`{"a":[1,2.5,"x"],"b":null} [true] tail`))
	for {
		t, err := d.Token()
		if err != nil {
			fmt.Println(err, d.InputOffset())
			break
		}
		if delim, ok := t.(json.Delim); ok {
			fmt.Print(delim.String(), "@", d.InputOffset(), " ")
			continue
		}
		fmt.Printf("%T %v@%d ", t, t, d.InputOffset())
	}
	d = json.NewDecoder(strings.NewReader(`{"n":1} and the rest`))
	var v any
	fmt.Println(d.Decode(&v), v)
	rest, err := io.ReadAll(d.Buffered())
	fmt.Printf("%q %v\n", rest, err)

	for _, n := range []json.Number{"1", "-2.5e3", "9223372036854775808", "1e400", "x", ""} {
		i, err := n.Int64()
		f, err2 := n.Float64()
		fmt.Println(n.String(), i, err, f, err2)
	}
	r := json.RawMessage(`{"raw": 1}`)
	b, err := r.MarshalJSON()
	fmt.Println(string(b), err, r.String())
	fmt.Println(r.UnmarshalJSON([]byte("[2]")), string(r))
	b, err = json.RawMessage(nil).MarshalJSON()
	fmt.Println(string(b), err)

	for _, text := range []string{`{"a":[1,2,{}],"b":{"c":[]}}`, ` [ ] `, `"x"`, `{"a":}`, `[1,2`, ``, `nul`, `{"a":1} x`, `[1 x`, `["\u12",1]`, "[\"\\u12\"\t]", "[1,\n\n2 ]\n \n"} {
		var out bytes.Buffer
		err := json.Indent(&out, []byte(text), "> ", "\t")
		fmt.Printf("%q %v\n", out.String(), err)
		fmt.Println(json.Unmarshal([]byte(text), &v), json.Compact(&out, []byte(text)))
	}
	fmt.Println(json.Unmarshal([]byte("[1e400]"), &v), v)
}

// Output:
// {@1 string a@4 [@6 float64 1@7 float64 2.5@11 string x@15 ]@16 string b@20 <nil> <nil>@25 }@26 [@28 bool true@32 ]@33 invalid character 'a' in literal true (expecting 'r') 33
// <nil> map[n:1]
// " and the rest" <nil>
// 1 1 <nil> 1 <nil>
// -2.5e3 0 strconv.ParseInt: parsing "-2.5e3": invalid syntax -2500 <nil>
// 9223372036854775808 9223372036854775807 strconv.ParseInt: parsing "9223372036854775808": value out of range 9.223372036854776e+18 <nil>
// 1e400 0 strconv.ParseInt: parsing "1e400": invalid syntax +Inf strconv.ParseFloat: parsing "1e400": value out of range
// x 0 strconv.ParseInt: parsing "x": invalid syntax 0 strconv.ParseFloat: parsing "x": invalid syntax
//  0 strconv.ParseInt: parsing "": invalid syntax 0 strconv.ParseFloat: parsing "": invalid syntax
// {"raw": 1} <nil> {"raw": 1}
// <nil> [2]
// null <nil>
// "{\n> \t\"a\": [\n> \t\t1,\n> \t\t2,\n> \t\t{}\n> \t],\n> \t\"b\": {\n> \t\t\"c\": []\n> \t}\n> }" <nil>
// <nil> <nil>
// "[] " <nil>
// <nil> <nil>
// "\"x\"" <nil>
// <nil> <nil>
// "" invalid character '}' looking for beginning of value
// invalid character '}' looking for beginning of value invalid character '}' looking for beginning of value
// "" unexpected end of JSON input
// unexpected end of JSON input unexpected end of JSON input
// "" unexpected end of JSON input
// unexpected end of JSON input unexpected end of JSON input
// "" unexpected end of JSON input
// unexpected end of JSON input unexpected end of JSON input
// "" invalid character 'x' after top-level value
// invalid character 'x' after top-level value invalid character 'x' after top-level value
// "" invalid character 'x' after array value
// invalid character 'x' after array element invalid character 'x' after array value
// "" invalid escape sequence `\u12",` in string
// invalid escape sequence `\u12",` in string invalid escape sequence `\u12",` in string
// "" invalid escape sequence "\\u12\"\t" in string
// invalid escape sequence "\\u12\"\t" in string invalid escape sequence "\\u12\"\t" in string
// "[\n> \t1,\n> \t2\n> ]\n>\n" <nil>
// <nil> <nil>
// json: cannot unmarshal number 1e400 into .0 of type float64 [0]
