// Prints the tables of std/encoding/xml: the characters of names (XML 1.0, fourth edition, appendix B) and the entities of
// HTML 4. Run with real Go 1.27 from the root of the repository:
//
//	go run tests/oracle/xml_tables/main.go | gofmt > std/encoding/xml/tables.go
package main

import (
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// isName reports whether the decoder takes s for a name.
func isName(s string) bool {
	_, err := xml.NewDecoder(strings.NewReader("<" + s + ">")).RawToken()
	return err == nil
}

// ranges prints a table of the characters, of at most 16 bits, that are in.
func ranges(name, comment string, in func(r rune) bool) {
	fmt.Printf("\n// %s\nvar %s = &unicode.RangeTable{R16: []unicode.Range16{\n", comment, name)
	for r := rune(0); r < 0x10000; r++ {
		if !in(r) {
			continue
		}
		low := r
		for in(r + 1) {
			r++
		}
		fmt.Printf("{%#04x, %#04x, 1},\n", low, r)
	}
	fmt.Println("}}")
}

func main() {
	fmt.Println("// Made by tests/oracle/xml_tables.\n\npackage xml\n\nimport \"unicode\"")
	// A colon alone would be a prefix.
	first := func(r rune) bool { return r == ':' || isName(string(r)) }
	ranges("nameStart", "nameStart has the characters that a name can begin with.", first)
	ranges("nameMore", "nameMore has the characters that a name can have, but not begin with.", func(r rune) bool { return !first(r) && isName("a"+string(r)) })
	fmt.Println("\n// HTMLEntity has the entities of HTML, for Decoder.Entity.\nvar HTMLEntity map[string]string = map[string]string{")
	for _, name := range slices.Sorted(maps.Keys(xml.HTMLEntity)) {
		fmt.Printf("%q: %+q,\n", name, xml.HTMLEntity[name])
	}
	fmt.Println("}")
}
