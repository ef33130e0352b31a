package comment

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Printer says how comments are printed.
type Printer struct {
	// HeadingLevel is the level of headings in HTML and Markdown; 0 is 3.
	HeadingLevel int
	// HeadingID returns the name of a heading; nil is (*Heading).DefaultID, "" is none.
	HeadingID func(h *Heading) string
	// DocLinkURL returns the address of a link; nil is (*DocLink).DefaultURL with DocLinkBaseURL.
	DocLinkURL func(link *DocLink) string
	// DocLinkBaseURL is the beginning of addresses.
	DocLinkBaseURL string
	// TextPrefix begins each line of text.
	TextPrefix string
	// TextCodePrefix begins each line of code in text; "" is TextPrefix and a tab.
	TextCodePrefix string
	// TextWidth is the length of lines of text: 0 is 80 less TextPrefix, negative no limit.
	TextWidth int
}

func (p *Printer) headingLevel() int {
	if p.HeadingLevel <= 0 {
		return 3
	}
	return p.HeadingLevel
}

func (p *Printer) headingID(h *Heading) string {
	if p.HeadingID == nil {
		return h.DefaultID()
	}
	return p.HeadingID(h)
}

func (p *Printer) url(link *DocLink) string {
	if p.DocLinkURL == nil {
		return link.DefaultURL(p.DocLinkBaseURL)
	}
	return p.DocLinkURL(link)
}

// DefaultID returns hdr- and the text, with _ for what is no letter or digit of ASCII; "" if there is no text.
func (h *Heading) DefaultID() string {
	text := strings.TrimSpace(plainText(h.Text))
	if text == "" {
		return ""
	}
	return "hdr-" + strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && isLetterOrDigit(byte(r)) {
			return r
		}
		return '_'
	}, text)
}

// DefaultURL returns an address: of a package below baseURL, with a slash at its end if baseURL has one, of the same package alone.
func (l *DocLink) DefaultURL(baseURL string) string {
	fragment := "#" + l.Name
	if l.Recv != "" {
		fragment = "#" + l.Recv + "." + l.Name
	}
	if l.ImportPath == "" {
		return fragment
	}
	if l.Name == "" {
		fragment = ""
	}
	slash := ""
	if strings.HasSuffix(baseURL, "/") {
		slash = "/"
	}
	return strings.TrimSuffix(baseURL, "/") + "/" + l.ImportPath + slash + fragment
}

// plainText returns text without marks.
func plainText(list []Text) string {
	var out strings.Builder
	appendPlain(&out, list)
	return out.String()
}

func appendPlain(out *strings.Builder, list []Text) {
	for _, t := range list {
		switch t := t.(type) {
		case Plain:
			out.WriteString(string(t))
		case Italic:
			out.WriteString(string(t))
		case *Link:
			appendPlain(out, t.Text)
		case *DocLink:
			appendPlain(out, t.Text)
		}
	}
}

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
			out.WriteString(item.marker())
			for k, paragraph := range item.Content {
				if k > 0 {
					out.WriteString("\n" + itemIndent)
				}
				commentText(out, itemIndent, paragraph.(*Paragraph).Text)
				out.WriteByte('\n')
			}
		}
	}
}

const itemIndent = "    " // of the lines of an item but the first

func (i *ListItem) marker() string {
	if i.Number == "" {
		return "  - "
	}
	return " " + i.Number + ". "
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
