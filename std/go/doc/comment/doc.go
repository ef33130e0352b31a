// Package comment reads Go's doc comments and prints them: as comments again, as HTML, Markdown and plain text.
package comment

// Doc is a doc comment.
type Doc struct {
	Content []Block
	Links   []*LinkDef
}

// LinkDef is a line [Text]: URL.
type LinkDef struct {
	Text string
	URL  string
	Used bool // the comment refers to it
}

// Block is a *Heading, *List, *Paragraph or *Code.
type Block interface {
	block()
}

// Heading is a line # Text, or one that looks like a heading.
type Heading struct {
	Text []Text
}

// List is a list, numbered or with bullets.
type List struct {
	Items             []*ListItem
	ForceBlankBefore  bool // the source has a blank line in front of it
	ForceBlankBetween bool // the source has blank lines between items
}

// ListItem is an item; Number is "" for a bullet.
type ListItem struct {
	Number  string
	Content []Block // *Paragraph only
}

// Paragraph is lines of text.
type Paragraph struct {
	Text []Text
}

// Code is indented lines, without the indentation, each with a newline.
type Code struct {
	Text string
}

func (*Heading) block()   {}
func (*List) block()      {}
func (*Paragraph) block() {}
func (*Code) block()      {}

// BlankBefore says whether a blank line comes before the list.
func (l *List) BlankBefore() bool { return l.ForceBlankBefore || l.BlankBetween() }

// BlankBetween says whether blank lines come between the items.
func (l *List) BlankBetween() bool {
	if l.ForceBlankBetween {
		return true
	}
	for _, item := range l.Items {
		if len(item.Content) != 1 {
			return true
		}
	}
	return false
}

// blankBefore says whether a blank line comes before a block that is not the first.
func blankBefore(b Block) bool {
	list, ok := b.(*List)
	return !ok || list.BlankBefore()
}

// Text is a Plain, Italic, *Link or *DocLink.
type Text interface {
	text()
}

// Plain is text as it is.
type Plain string

// Italic is a word of Parser.Words.
type Italic string

// Link is a link; Auto if the text is a URL or a word of Parser.Words.
type Link struct {
	Auto bool
	Text []Text
	URL  string
}

// DocLink refers to something of Go: ImportPath is "" in the same package, Recv without methods, Name for a package.
type DocLink struct {
	Text       []Text
	ImportPath string
	Recv       string
	Name       string
}

func (Plain) text()    {}
func (Italic) text()   {}
func (*Link) text()    {}
func (*DocLink) text() {}
