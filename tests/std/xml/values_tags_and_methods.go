// run
// Values of all shapes as elements and attributes, tags right and wrong, methods, errors, escapes.
package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

type base struct {
	ID   int `xml:"id,attr"`
	Kind string
}

type Pointer struct {
	Deep string `xml:"deep"`
}

type all struct {
	XMLName xml.Name `xml:"urn:all all"`
	base
	*Pointer
	Bool    bool        `xml:"flags>bool"`
	Int     int8        `xml:"flags>int,omitempty"`
	Uint    uint16      `xml:"flags>more>uint"`
	Float   float32     `xml:"float,attr,omitempty"`
	String  string      `xml:">string"`
	Bytes   []byte      `xml:"bytes"`
	Array   [3]byte     `xml:"array"`
	Times   []time.Time `xml:"time"`
	Any     any         `xml:"any"`
	Nil     *int        `xml:"nil"`
	PP      **int       `xml:"pp"`
	Attrs   []string    `xml:"urn:attrs many,attr"`
	Attr    xml.Attr    `xml:",attr"`
	PA      *int        `xml:"pa,attr"`
	Skip    string      `xml:"-"`
	hidden  int
	Comment string `xml:",comment"`
	CDATA   string `xml:",cdata"`
	Inner   string `xml:",innerxml"`
}

type own struct{ text string }

func (o own) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: "own"}, Value: o.text})
	switch o.text {
	case "open":
		return e.EncodeToken(start)
	case "fail":
		return errors.New("own failed")
	}
	return e.EncodeElement(o.text, start)
}

func (o *own) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	if _, err := d.RawToken(); err != nil {
		o.text = err.Error()
	}
	if len(start.Attr) > 0 {
		return errors.New("no attributes: " + start.Attr[0].Name.Local)
	}
	if start.Name.Local == "lazy" {
		return nil
	}
	var s string
	err := d.DecodeElement(&s, &start)
	o.text += s
	return err
}

type attribute int

func (a attribute) MarshalXMLAttr(name xml.Name) (xml.Attr, error) {
	if a < 0 {
		return xml.Attr{}, errors.New("negative")
	}
	if a == 0 {
		return xml.Attr{}, nil
	}
	return xml.Attr{Name: xml.Name{Space: "urn:a/xmlspace/", Local: name.Local}, Value: fmt.Sprint(int(a))}, nil
}

func (a *attribute) UnmarshalXMLAttr(attr xml.Attr) error {
	_, err := fmt.Sscan(attr.Value, (*int)(a))
	return err
}

type word string

func (w word) MarshalText() ([]byte, error) {
	if w == "" {
		return nil, errors.New("no word")
	}
	return []byte("<" + w + ">"), nil
}

func (w *word) UnmarshalText(b []byte) error {
	if len(b) > 9 {
		return errors.New("long word")
	}
	*w = word(strings.ToUpper(string(b)))
	return nil
}

type holder struct {
	O    own       `xml:"o"`
	L    *own      `xml:"lazy"`
	A    attribute `xml:"a,attr"`
	B    attribute `xml:"xml:b,attr"`
	W    word      `xml:"w"`
	V    word      `xml:"v,attr"`
	T    word      `xml:",chardata"`
	Next *holder   `xml:"next"`
}

func main() {
	n, f := 7, 1.5
	p := &n
	a := all{base: base{1, "k&"}, Pointer: &Pointer{"d"}, Bool: true, Uint: 3, Float: 2.5, String: "s<>", Bytes: []byte("b\x00"), Array: [3]byte{'x', 'y', 'z'}, Times: []time.Time{time.Unix(0, 0).UTC()},
		Any: f, PP: &p, Attrs: []string{"p", "q"}, Attr: xml.Attr{Name: xml.Name{Space: "urn:attrs", Local: "z"}, Value: "\n\t\""}, PA: p, Skip: "s", Comment: " c -", CDATA: "a]]>b", Inner: "<in/>"}
	b, err := xml.MarshalIndent(a, "", "  ")
	fmt.Println(string(b), err)
	var back all
	err = xml.Unmarshal(b, &back)
	fmt.Printf("%v %+v %+v %s\n", err, back.base, back.Pointer, back.Inner)
	fmt.Println(back.Bool, back.Uint, back.Float, back.String, string(back.Bytes), back.Times, back.PP == nil, back.Attrs, back.PA == nil, back.Comment, back.CDATA)

	values := []any{1, "s", 2.5, true, []int{1, 2}, []string{}, nil, p, (*int)(nil), map[string]int{}, make(chan int), func() {}, struct{ A int }{1}, base{}, &a.base, []byte("x"), [2]byte{1, 'b'}, 3i, time.Unix(0, 0).UTC(),
		own{"text"}, own{"open"}, own{"fail"}, &own{"p"}, word("w"), word(""), []any{1, "two", nil}, holder{O: own{"x"}, W: "w", V: "v", T: "t", A: 5, B: 6}, holder{W: "w", V: "v", T: "t", A: -1}, &holder{L: &own{"l"}, W: "w", V: "", T: "t"},
		struct {
			XMLName xml.Name `xml:"named"`
			C       int      `xml:",comment"`
		}{}, struct {
			XMLName xml.Name `xml:"named"`
			C       string   `xml:",comment"`
		}{C: "a--b"}, struct {
			A int `xml:"x"`
			B int `xml:"x"`
		}{}, struct {
			A int `xml:"x,attr,chardata"`
		}{}, struct {
			A int `xml:"x,chardata"`
		}{}, struct {
			A int `xml:"a>"`
		}{}, struct {
			A int `xml:"a>b,attr"`
		}{}, struct {
			A int `xml:"space "`
		}{}, struct {
			A int `xml:",omitempty,chardata"`
		}{}, struct {
			A struct {
				XMLName xml.Name `xml:"n"`
			} `xml:"m"`
		}{}, xml.Name{Space: "s", Local: "l"}, xml.StartElement{}}
	for _, v := range values {
		try(func() {
			b, err := xml.Marshal(v)
			fmt.Printf("%T %q %v\n", v, b, err)
		})
	}
	texts := []string{"<holder><o>in</o><w>word</w></holder>", "<holder a='3' v='abc' b='9'>text<next a='x'/></holder>", "<holder><lazy>z</lazy></holder>", "<holder><o x='1'/></holder>", "<holder><w>much too long</w></holder>", "<holder v='much too long'/>", "<h><next><next><o>deep</o></next></next></h>"}
	for _, s := range texts {
		var h holder
		err := xml.Unmarshal([]byte(s), &h)
		fmt.Printf("%v %+v %v\n", err, h.O, h.W, h.V, h.T)
		if h.Next != nil && h.Next.Next != nil {
			fmt.Println(h.Next.Next.O)
		}
	}
	fmt.Println(xml.Unmarshal([]byte("<a/>"), 1), xml.Unmarshal([]byte("<a/>"), (*int)(nil)), xml.Unmarshal(nil, p))
	fmt.Println(xml.Unmarshal([]byte("<a>300</a>"), new(int8)), xml.Unmarshal([]byte("<a>-1</a>"), new(uint)), xml.Unmarshal([]byte("<a>x</a>"), new(bool)), xml.Unmarshal([]byte("<a>1e</a>"), new(float64)), xml.Unmarshal([]byte("<a/>"), new(map[int]int)), xml.Unmarshal([]byte("<a/>"), new(complex64)))
	var u xml.UnmarshalError
	fmt.Println(xml.Unmarshal([]byte("<b/>"), &back), errors.As(xml.Unmarshal([]byte("<all/>"), &back), &u), u)
	var name xml.Name
	fmt.Println(xml.Unmarshal([]byte("<q:b xmlns:q='u'>t</q:b>"), &name), name)
	var ints []int
	fmt.Println(xml.Unmarshal([]byte("<a> 5 </a>"), &ints), ints)
	var x any
	fmt.Println(xml.Unmarshal([]byte("<a>5</a>"), &x), x)

	var out bytes.Buffer
	e := xml.NewEncoder(&out)
	fmt.Println(e.EncodeElement(1, xml.StartElement{}), e.EncodeElement(n, xml.StartElement{Name: xml.Name{Space: "u", Local: "n"}, Attr: []xml.Attr{{Name: xml.Name{Space: "u/v", Local: "a"}}, {Name: xml.Name{Space: "w/v/", Local: "b"}, Value: "&"}, {Name: xml.Name{Space: "http://www.w3.org/XML/1998/namespace", Local: "lang"}}, {}}}))
	tokens := []xml.Token{xml.ProcInst{Target: "xml", Inst: []byte("x")}, xml.ProcInst{Target: "ok"}, xml.ProcInst{Target: "1"}, xml.ProcInst{Target: "p", Inst: []byte("?>")}, xml.Comment("-->"), xml.Comment("fine"), xml.Directive("a>"), xml.Directive("D [<a> '<' <!-- > -->]"), xml.CharData("<&>\n"), xml.EndElement{}, xml.EndElement{Name: xml.Name{Local: "q"}}, xml.StartElement{}, xml.StartElement{Name: xml.Name{Space: "s", Local: "q"}}, xml.EndElement{Name: xml.Name{Local: "r"}}, xml.EndElement{Name: xml.Name{Local: "q"}}, 5}
	for _, t := range tokens {
		fmt.Println(e.EncodeToken(t))
	}
	fmt.Println(e.Close(), e.Close(), e.EncodeToken(xml.CharData("x")), out.String())
	out.Reset()
	xml.Escape(&out, []byte("a\"'&<>\t\n\r\x01\xffé"))
	fmt.Println(out.String(), xml.EscapeText(&out, nil), xml.Header, len(xml.HTMLEntity), xml.HTMLAutoClose)

	s := xml.StartElement{Name: xml.Name{Local: "s"}, Attr: []xml.Attr{{Value: "1"}}}
	c := s.Copy()
	c.Attr[0].Value = "2"
	fmt.Println(s, c, s.End(), xml.CharData("x").Copy(), xml.Directive("d").Copy(), xml.ProcInst{Target: "t"}.Copy(), xml.Comment("c").Copy())
	again := xml.NewTokenDecoder(xml.NewTokenDecoder(xml.NewDecoder(strings.NewReader("<a><b>1</b><c/></a>"))))
	_, err = again.Token()
	fmt.Println(err, again.Skip())
	_, err = again.Token()
	fmt.Println(err == io.EOF)
	deep := strings.Repeat("<next>", 200) + strings.Repeat("</next>", 200)
	fmt.Println(xml.Unmarshal([]byte(deep), new(holder)))
	fmt.Println((&xml.SyntaxError{Msg: "m", Line: 2}).Error(), &xml.UnsupportedTypeError{Type: nil} != nil)
}
