package comment

import (
	"bytes"
	"strconv"
	"strings"
)

// htmlPrinter prints HTML.
type htmlPrinter struct {
	*Printer
	tight bool // paragraphs have no tags
}

// HTML returns a comment as HTML.
func (p *Printer) HTML(d *Doc) []byte {
	h := htmlPrinter{Printer: p}
	var out bytes.Buffer
	for _, b := range d.Content {
		h.block(&out, b)
	}
	return out.Bytes()
}

func (p *htmlPrinter) block(out *bytes.Buffer, b Block) {
	switch b := b.(type) {
	case *Paragraph:
		if !p.tight {
			out.WriteString("<p>")
		}
		p.text(out, b.Text)
		out.WriteByte('\n')
	case *Heading:
		tag := "h" + strconv.Itoa(p.headingLevel())
		out.WriteString("<" + tag)
		if id := p.headingID(b); id != "" {
			out.WriteString(` id="`)
			escapeHTML(out, id)
			out.WriteByte('"')
		}
		out.WriteByte('>')
		p.text(out, b.Text)
		out.WriteString("</" + tag + ">\n")
	case *Code:
		out.WriteString("<pre>")
		escapeHTML(out, b.Text)
		out.WriteString("</pre>\n")
	case *List:
		p.list(out, b)
	}
}

func (p *htmlPrinter) list(out *bytes.Buffer, list *List) {
	tag := "ol>\n"
	if list.Items[0].Number == "" {
		tag = "ul>\n"
	}
	out.WriteString("<" + tag)
	next := "1"
	for _, item := range list.Items {
		out.WriteString("<li")
		if item.Number != "" {
			if item.Number != next {
				out.WriteString(` value="` + item.Number + `"`)
			}
			next = successor(item.Number)
		}
		out.WriteByte('>')
		p.tight = !list.BlankBetween()
		for _, b := range item.Content {
			p.block(out, b)
		}
		p.tight = false
	}
	out.WriteString("</" + tag)
}

// successor returns the number after one, of any length.
func successor(number string) string {
	digits := []byte(number)
	i := len(digits) - 1
	for i >= 0 && digits[i] == '9' {
		digits[i] = '0'
		i--
	}
	if i < 0 {
		return "1" + string(digits)
	}
	digits[i]++
	return string(digits)
}

func (p *htmlPrinter) text(out *bytes.Buffer, list []Text) {
	for _, t := range list {
		switch t := t.(type) {
		case Plain:
			escapeHTML(out, string(t))
		case Italic:
			out.WriteString("<i>")
			escapeHTML(out, string(t))
			out.WriteString("</i>")
		case *Link:
			p.link(out, t.URL, t.Text)
		case *DocLink:
			p.link(out, p.url(t), t.Text)
		}
	}
}

// link prints text that is a link if there is an address.
func (p *htmlPrinter) link(out *bytes.Buffer, url string, text []Text) {
	if url != "" {
		out.WriteString(`<a href="`)
		escapeHTML(out, url)
		out.WriteString(`">`)
	}
	p.text(out, text)
	if url != "" {
		out.WriteString("</a>")
	}
}

var htmlEscapes = strings.NewReplacer("<", "&lt;", "&", "&amp;", `"`, "&quot;", "'", "&apos;", ">", "&gt;")

func escapeHTML(out *bytes.Buffer, s string) { out.WriteString(htmlEscapes.Replace(s)) }
