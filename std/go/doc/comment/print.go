package comment

import (
	"bytes"
	"strings"
)

// Printer prints comments.
type Printer struct{}

// Comment returns a comment as gofmt has it, without comment markers.
func (p *Printer) Comment(d *Doc) []byte {
	var out bytes.Buffer
	for i, b := range d.Content {
		if i > 0 && blankBefore(b) {
			out.WriteByte('\n')
		}
		commentBlock(&out, b)
	}
	// The definitions of links that are used come first.
	for _, used := range [...]bool{true, false} {
		first := true
		for _, link := range d.Links {
			if link.Used != used {
				continue
			}
			if first {
				out.WriteByte('\n')
				first = false
			}
			out.WriteString("[" + link.Text + "]: " + link.URL + "\n")
		}
	}
	return out.Bytes()
}

func commentBlock(out *bytes.Buffer, b Block) {
	switch b := b.(type) {
	case *Paragraph:
		commentText(out, "", b.Text)
		out.WriteByte('\n')
	case *Heading:
		out.WriteString("# ")
		commentText(out, "", b.Text)
		out.WriteByte('\n')
	case *Code:
		for line := range strings.Lines(b.Text) {
			if line != "\n" {
				out.WriteByte('\t')
			}
			out.WriteString(strings.TrimSuffix(line, "\n") + "\n")
		}
	case *List:
		for i, item := range b.Items {
			if i > 0 && b.BlankBetween() {
				out.WriteByte('\n')
			}
			marker := "  - "
			if item.Number != "" {
				marker = " " + item.Number + ". "
			}
			out.WriteString(marker)
			for k, paragraph := range item.Content {
				const indent = "    "
				if k > 0 {
					out.WriteString("\n" + indent)
				}
				commentText(out, indent, paragraph.(*Paragraph).Text)
				out.WriteByte('\n')
			}
		}
	}
}

// commentText writes text, its lines but the first indented.
func commentText(out *bytes.Buffer, indent string, text []Text) {
	for _, t := range text {
		switch t := t.(type) {
		case Plain:
			out.WriteString(strings.ReplaceAll(string(t), "\n", "\n"+indent))
		case Italic:
			out.WriteString(strings.ReplaceAll(string(t), "\n", "\n"+indent))
		case *Link:
			if t.Auto {
				commentText(out, indent, t.Text)
			} else {
				bracketed(out, indent, t.Text)
			}
		case *DocLink:
			bracketed(out, indent, t.Text)
		}
	}
}

func bracketed(out *bytes.Buffer, indent string, text []Text) {
	out.WriteByte('[')
	commentText(out, indent, text)
	out.WriteByte(']')
}
