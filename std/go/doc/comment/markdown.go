package comment

import (
	"bytes"
	"strings"
)

// markdownPrinter prints Markdown.
type markdownPrinter struct {
	*Printer
}

// Markdown returns a comment as Markdown.
func (p *Printer) Markdown(d *Doc) []byte {
	m := markdownPrinter{p}
	var out bytes.Buffer
	for i, b := range d.Content {
		if i > 0 {
			out.WriteByte('\n')
		}
		m.block(&out, b)
	}
	return out.Bytes()
}

func (p *markdownPrinter) block(out *bytes.Buffer, b Block) {
	switch b := b.(type) {
	case *Paragraph:
		p.text(out, b.Text)
		out.WriteByte('\n')
	case *Heading:
		out.WriteString(strings.Repeat("#", p.headingLevel()) + " ")
		p.text(out, b.Text)
		if id := p.headingID(b); id != "" {
			out.WriteString(" {#" + id + "}")
		}
		out.WriteByte('\n')
	case *Code:
		commentBlock(out, b)
	case *List:
		for i, item := range b.Items {
			if i > 0 && b.BlankBetween() {
				out.WriteByte('\n')
			}
			out.WriteString(item.marker())
			for k, paragraph := range item.Content {
				if k > 0 {
					out.WriteString("\n" + itemIndent)
				}
				p.text(out, paragraph.(*Paragraph).Text)
				out.WriteByte('\n')
			}
		}
	}
}

// text prints text on one line. What would begin a list or a heading is escaped.
func (p *markdownPrinter) text(out *bytes.Buffer, list []Text) {
	var inner strings.Builder
	p.inline(&inner, list)
	line := strings.TrimSpace(inner.String())
	if line == "" {
		return
	}
	switch c := line[0]; {
	case strings.IndexByte("+-*#", c) >= 0:
		out.WriteByte('\\')
	case '0' <= c && c <= '9':
		rest := strings.TrimLeft(line, "0123456789")
		if rest != "" && (rest[0] == '.' || rest[0] == ')') {
			out.WriteString(line[:len(line)-len(rest)] + `\`)
			line = rest
		}
	}
	out.WriteString(line)
}

var markdownEscapes = strings.NewReplacer("\n", " ", "`", "\\`", "_", `\_`, "*", `\*`, "[", `\[`, "<", `\<`, `\`, `\\`)

func (p *markdownPrinter) inline(out *strings.Builder, list []Text) {
	for _, t := range list {
		switch t := t.(type) {
		case Plain:
			out.WriteString(markdownEscapes.Replace(string(t)))
		case Italic:
			out.WriteByte('*')
			out.WriteString(markdownEscapes.Replace(string(t)))
			out.WriteByte('*')
		case *Link:
			p.link(out, t.URL, t.Text)
		case *DocLink:
			p.link(out, p.url(t), t.Text)
		}
	}
}

func (p *markdownPrinter) link(out *strings.Builder, url string, text []Text) {
	if url == "" {
		p.inline(out, text)
		return
	}
	out.WriteByte('[')
	p.inline(out, text)
	out.WriteString("](" + url + ")")
}
