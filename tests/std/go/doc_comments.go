// run
// go/doc/comment: random comments as blocks, as comments again, as HTML, Markdown and text.
package main

import (
	"fmt"
	"go/doc/comment"
	"strings"
)

const texts = 150 // in bulk: 40000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

var pieces = []string{"a", "Foo", "text", "\n", "\n", "\n", "\n\n", "\n\t", "\n  ", "\t", " ", " ", " ", "1. ", "2) ", "- ", "* ", "• x", "# ", "#",
	"[", "]", "]: ", "http://", "https://a.b/c", "mailto://x", "://", "(", ")", "{", "}", "``", "''", "`", "```", "{\n\t", "\\\n ", "*", "T.M", "bytes",
	"math/rand.Foo", "encoding/json", "[Foo]", "[*T.M]", "[a]: http://x.y/(z).\n", "[a]", "italic", "linked", "A heading", "ü", "'s", ".", ",", "x/y",
	"~", "_", "%", "[bytes.Foo]", "/", "?q", "[other.Foo]", "\n\nA heading\n\ntext", "a long text of several words, which goes on and on; ", "<b>&\"\\"}

// show returns text as a tree.
func show(list []comment.Text) string {
	var out strings.Builder
	for _, t := range list {
		switch t := t.(type) {
		case comment.Plain:
			fmt.Fprintf(&out, "%q", string(t))
		case comment.Italic:
			fmt.Fprintf(&out, "italic %q", string(t))
		case *comment.Link:
			fmt.Fprintf(&out, "link %v %q %s", t.Auto, t.URL, show(t.Text))
		case *comment.DocLink:
			fmt.Fprintf(&out, "doc %q %q %q %s", t.ImportPath, t.Recv, t.Name, show(t.Text))
		}
		out.WriteByte(';')
	}
	return out.String()
}

func blocks(list []comment.Block) string {
	var out strings.Builder
	for _, b := range list {
		switch b := b.(type) {
		case *comment.Paragraph:
			out.WriteString("text " + show(b.Text))
		case *comment.Heading:
			out.WriteString("heading " + show(b.Text))
		case *comment.Code:
			fmt.Fprintf(&out, "code %q", b.Text)
		case *comment.List:
			fmt.Fprintf(&out, "list %v %v %v %v", b.BlankBefore(), b.BlankBetween(), b.ForceBlankBefore, b.ForceBlankBetween)
			for _, item := range b.Items {
				fmt.Fprintf(&out, " item %q %s", item.Number, blocks(item.Content))
			}
		}
		out.WriteString(". ")
	}
	return out.String()
}

func main() {
	for _, name := range []string{"bytes", "json", "C", "unsafe", "go", "weak", "a"} {
		fmt.Println(comment.DefaultLookupPackage(name))
	}
	for range texts {
		text := ""
		for range 1 + random(25) {
			text += pieces[random(len(pieces))]
		}
		var parser comment.Parser
		if random(4) > 0 {
			parser.Words = map[string]string{"italic": "", "linked": "http://x.y/"}
			parser.LookupSym = func(recv, name string) bool { return name == "Foo" || name == "M" && recv == "T" }
			parser.LookupPackage = func(name string) (string, bool) { return "x/other", name == "other" }
		}
		doc := parser.Parse(text)
		fmt.Println(blocks(doc.Content))
		for _, link := range doc.Links {
			fmt.Printf("%q %q %v\n", link.Text, link.URL, link.Used)
		}
		printer := comment.Printer{
			HeadingLevel: random(4), DocLinkBaseURL: []string{"", "http://h", "http://h/"}[random(3)],
			TextPrefix: []string{"", "// ", "  "}[random(3)], TextCodePrefix: []string{"", "# "}[random(2)], TextWidth: []int{0, -1, 3, 10, 25, 40}[random(6)],
		}
		if random(4) == 0 {
			printer.HeadingID = func(h *comment.Heading) string { return strings.TrimPrefix(h.DefaultID(), "hdr-") }
			printer.DocLinkURL = func(link *comment.DocLink) string { return link.DefaultURL("/x") }
		}
		fmt.Printf("%q\n%q\n%q\n%q\n", printer.Comment(doc), printer.HTML(doc), printer.Markdown(doc), printer.Text(doc))
	}
}
