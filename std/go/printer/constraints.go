package printer

import (
	"go/build/constraint"
	"text/tabwriter"
)

// constraintLine is a comment //go:build or // +build that was written.
type constraintLine struct {
	offset  int // in the text
	goBuild bool
}

// arrangeConstraints brings the lines together behind the last empty line of the comments in front of the package clause, or where
// the first of them is. A single //go:build is the truth and lines // +build follow from it, or it from them.
func (p *printer) arrangeConstraints() {
	if len(p.constraints) == 0 {
		return
	}
	insert := p.endOfHeader()
	goBuild := p.linesOf(true)
	plusBuild := p.linesOf(false)
	if len(goBuild) > 0 && goBuild[0] < insert {
		insert = goBuild[0]
	} else if len(plusBuild) > 0 {
		insert = min(insert, plusBuild[0])
	}

	var block []byte
	if x := p.constraint(goBuild, plusBuild); x == nil {
		for _, offset := range append(goBuild, plusBuild...) {
			block = append(block, p.lineAt(offset)...)
		}
	} else {
		block = appendComment(block, "//go:build "+x.String())
		if len(plusBuild) > 0 {
			lines, err := constraint.PlusBuildLines(x)
			if err != nil {
				lines = []string{"// +build error: " + err.Error()}
			}
			for _, line := range lines {
				block = appendComment(block, line)
			}
		}
	}
	block = append(block, '\n')

	var rest []byte
	from := insert
	for _, c := range p.constraints {
		if c.offset >= from {
			rest = appendLines(rest, p.text[from:c.offset])
			from = c.offset + len(p.lineAt(c.offset))
		}
	}
	rest = appendLines(rest, p.text[from:])
	if n := len(rest); endsWithEmptyLine(rest) {
		rest = rest[:n-1]
	}
	p.text = append(append(p.text[:insert:insert], block...), rest...)
}

// endOfHeader returns the offset behind the last empty line in front of which there are line comments and space only.
func (p *printer) endOfHeader() int {
	end := 0
	for i := 0; ; {
		empty := true
		for i < len(p.text) && (p.text[i] == ' ' || p.text[i] == '\t') {
			i++
		}
		if i+3 < len(p.text) && p.text[i] == tabwriter.Escape && p.text[i+1] == '/' && p.text[i+2] == '/' {
			empty = false
			for i < len(p.text) && !isNewline(p.text[i]) {
				i++
			}
		}
		if i == len(p.text) || !isNewline(p.text[i]) {
			return end
		}
		i++
		if empty {
			end = i
		}
	}
}

func (p *printer) linesOf(goBuild bool) []int {
	var offsets []int
	for _, c := range p.constraints {
		if c.goBuild == goBuild {
			offsets = append(offsets, c.offset)
		}
	}
	return offsets
}

// constraint returns what the lines say together; nil if they are wrong.
func (p *printer) constraint(goBuild, plusBuild []int) constraint.Expr {
	switch len(goBuild) {
	case 0:
		var all constraint.Expr
		for _, offset := range plusBuild {
			x, err := constraint.Parse(p.commentAt(offset))
			if err != nil {
				return nil
			}
			if all == nil {
				all = x
			} else {
				all = &constraint.AndExpr{X: all, Y: x}
			}
		}
		return all
	case 1:
		if x, err := constraint.Parse(p.commentAt(goBuild[0])); err == nil {
			return x
		}
	}
	return nil
}

// lineAt returns the rest of the line, with its newline.
func (p *printer) lineAt(offset int) []byte {
	end := offset
	for end < len(p.text) && !isNewline(p.text[end]) {
		end++
	}
	if end < len(p.text) {
		end++
	}
	return p.text[offset:end]
}

// commentAt returns the text between escape characters.
func (p *printer) commentAt(offset int) string {
	if offset < len(p.text) && p.text[offset] == tabwriter.Escape {
		offset++
	}
	end := offset
	for end < len(p.text) && p.text[end] != tabwriter.Escape && !isNewline(p.text[end]) {
		end++
	}
	return string(p.text[offset:end])
}

func appendComment(text []byte, comment string) []byte {
	text = append(text, tabwriter.Escape)
	text = append(text, comment...)
	return append(text, tabwriter.Escape, '\n')
}

// appendLines appends lines, without an empty line at their beginning if there is one at the end of text already.
func appendLines(text, lines []byte) []byte {
	if len(lines) > 0 && isNewline(lines[0]) && (len(text) == 0 || endsWithEmptyLine(text)) {
		lines = lines[1:]
	}
	return append(text, lines...)
}

func endsWithEmptyLine(text []byte) bool {
	n := len(text)
	return n >= 2 && isNewline(text[n-1]) && isNewline(text[n-2])
}

func isNewline(c byte) bool { return c == '\n' || c == '\f' }
