// run
// Documents put together at random are read as tokens and as values; what was read is written again.
package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

const documents = 60 // in bulk: 10000

var state uint64 = 0x2545f4914f6cdd1d

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func pick(list ...string) string { return list[random(len(list))] }

func name() string {
	return pick("a", "b", "item", "x:a", "y:b", "Name", "é", "sub", "c", "xml:d", "e.f-g")
}

func text() string {
	return pick("", "text", " ", "\n", "1", "-2.5", "true", "&lt;", "&amp;&#65;&#x42;", "&nbsp;", "&unknown;", "&", "&#xFFFFFFFF;", "]]>", "é", "\xff", "\x01", "a\r\nb\rc", "<![CDATA[<raw> & ]]>", "<!-- c -->", "<!-- -- -->", "<?pi data?>", "'\"", "99999999999999999999")
}

func attrs() string {
	s := ""
	for range random(3) {
		s += " " + pick(name(), "id", "xmlns", "xmlns:x", "xmlns:y") + pick("=", "=", "=", " = ", "") + pick(`"`+pick("v", "1", "urn:x", "&gt;", "a<b", "")+`"`, `'single'`, "bare", `"open`)
	}
	return s
}

func element(depth int) string {
	n := name()
	if depth == 0 || random(4) == 0 {
		return "<" + n + attrs() + pick("/>", "/ >", " />", ">"+text()+"</"+n+">")
	}
	s := "<" + n + attrs() + pick(">", ">", ">", " \n>")
	for range random(4) {
		s += pick(text(), element(depth-1), "\n  ")
	}
	return s + "</" + pick(n, n, n, n, n, n, name(), n+" ", "") + ">"
}

type inner struct {
	XMLName xml.Name
	ID      int    `xml:"id,attr"`
	Text    string `xml:",chardata"`
}

type outer struct {
	XMLName xml.Name
	A       string     `xml:"a"`
	B       []int      `xml:"b"`
	C       *float64   `xml:"c"`
	Sub     []inner    `xml:"sub>item"`
	Other   bool       `xml:"sub>Name"`
	ID      string     `xml:"id,attr"`
	Rest    []xml.Attr `xml:",any,attr"`
	Notes   string     `xml:",comment"`
	Text    []byte     `xml:",chardata"`
	Any     []inner    `xml:",any"`
}

type raw struct {
	Inner string `xml:",innerxml"`
	A     []raw  `xml:"a"`
}

func main() {
	for i := range documents {
		doc := strings.Join([]string{pick("", "", `<?xml version="1.0"?>`, `<?xml version="1.1"?>`, `<?xml version='1.0' encoding="latin1"?>`, "<!DOCTYPE a [<!ELEMENT b (c)> <!-- d --> \"<\"]>", "\n"), element(3), pick("", "", "\n", "junk", "<", "<a", "</a>")}, "")
		fmt.Printf("%d %q\n", i, doc)
		d := xml.NewDecoder(strings.NewReader(doc))
		d.Strict = random(3) > 0
		if random(2) == 0 {
			d.Entity = xml.HTMLEntity
		}
		if random(3) == 0 {
			d.AutoClose = []string{"a", "B"}
		}
		if random(4) == 0 {
			d.DefaultSpace = "urn:default"
		}
		if random(4) == 0 {
			d.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) { return r, nil }
		}
		next := d.Token
		if random(4) == 0 {
			next = d.RawToken
		}
		var b bytes.Buffer
		e := xml.NewEncoder(&b)
		if random(2) == 0 {
			e.Indent("", " ")
		}
		for range 60 {
			t, err := next()
			line, column := d.InputPos()
			fmt.Printf(" %T %q %v %d %d:%d", t, t, err, d.InputOffset(), line, column)
			if err != nil || t == nil {
				break
			}
			fmt.Println(" ", e.EncodeToken(xml.CopyToken(t)))
		}
		fmt.Println(" ", e.Flush(), e.Close())
		fmt.Printf("  %q\n", b.String())
		var o outer
		err := xml.Unmarshal([]byte(doc), &o)
		shown := o
		if o.C != nil {
			fmt.Print(" ", *o.C)
			shown.C = nil
		}
		fmt.Printf("  %v %+v", err, shown)
		out, err := xml.Marshal(o)
		fmt.Printf("\n  %q %v\n", out, err)
		out, err = xml.MarshalIndent(&o, ">", "\t")
		fmt.Printf("  %q %v\n", out, err)
		var r raw
		fmt.Printf("  %v %+q\n", xml.Unmarshal([]byte(doc), &r), r)
	}
}
