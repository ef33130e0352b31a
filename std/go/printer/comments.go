package printer

import (
	"go/ast"
	"go/build/constraint"
	"go/token"
	"slices"
	"strings"
	"unicode"
)

// comments is what is still to be printed of them. Without a list of all comments those of the nodes are printed.
type comments struct {
	groups    []*ast.CommentGroup
	fromNodes bool
	upcoming
}

// upcoming is the next group of comments.
type upcoming struct {
	index  int // of the one behind it
	group  *ast.CommentGroup
	offset int  // where it begins
	breaks bool // a newline is in it or behind it
}

// nextGroup goes on to the next group that is not empty.
func (p *printer) nextGroup() {
	for p.index < len(p.groups) {
		group := p.groups[p.index]
		p.index++
		if len(group.List) > 0 {
			p.group = group
			p.offset = p.position(group.List[0].Pos()).Offset
			p.breaks = p.hasNewline(group.List)
			return
		}
	}
	p.offset = unlimited
}

func (p *printer) hasNewline(list []*ast.Comment) bool {
	line := p.lineOf(list[0].Pos())
	for i, c := range list {
		if i > 0 && p.lineOf(c.Pos()) != line || isLineComment(c) || strings.Contains(c.Text, "\n") {
			return true
		}
	}
	return false
}

func isLineComment(c *ast.Comment) bool { return c.Text[1] == '/' }

// commentBefore says whether a comment comes before pos. Where a newline would be a semicolon it has to have none.
func (p *printer) commentBefore(pos token.Position) bool {
	return p.offset < pos.Offset && (!p.semicolon || !p.breaks)
}

// commentSizeBefore returns the length of comments before pos.
func (p *printer) commentSizeBefore(pos token.Position) int {
	saved := p.upcoming
	size := 0
	for p.commentBefore(pos) {
		for _, c := range p.group.List {
			size += len(c.Text)
		}
		p.nextGroup()
	}
	p.upcoming = saved
	return size
}

// nodeComment makes the comment of a node the next one, if nodes' comments are printed.
func (p *printer) nodeComment(group *ast.CommentGroup) {
	if group == nil || !p.fromNodes {
		return
	}
	if p.groups != nil && p.index < len(p.groups) {
		p.flush(p.position(group.List[0].Pos()), token.ILLEGAL)
	}
	p.groups = []*ast.CommentGroup{group}
	p.index = 0
	if p.offset == unlimited {
		p.nextGroup()
	}
}

// lineComment makes a text the next comment.
func (p *printer) lineComment(text string) {
	p.nodeComment(&ast.CommentGroup{List: []*ast.Comment{{Text: text}}})
}

// writeComments writes the comments in front of next, where the token t is, and the space that is due.
func (p *printer) writeComments(next token.Position, t token.Token) (wroteNewline, droppedFormfeed bool) {
	var last *ast.Comment
	for p.commentBefore(next) {
		original := p.group.List
		list := original
		formatted := false
		// A comment of a top-level declaration. What cgo reads stays as it is.
		if t != token.IDENT && p.token != token.IMPORT && p.position(p.group.Pos()).Column == 1 && p.position(p.group.End()+1) == next {
			list = formatDoc(original)
			formatted = true
			if len(list) == 0 {
				p.beforeComment(p.position(original[0].Pos()), next, last, t)
				p.pos, p.last = next, next
				p.nextGroup()
				return p.behindComments(false)
			}
		}
		for _, c := range list {
			p.beforeComment(p.position(c.Pos()), next, last, t)
			p.writeComment(c)
			last = c
		}
		if formatted {
			last = original[len(original)-1]
			p.pos = p.position(last.End())
			p.last = p.pos
		}
		p.nextGroup()
	}
	if last == nil {
		return p.behindComments(false)
	}
	needsNewline := false
	if !isLineComment(last) && !p.noBlank && p.lineOf(last.Pos()) == next.Line && t != token.COMMA &&
		(t != token.RPAREN || p.open == token.LPAREN) && (t != token.RBRACK || p.open == token.LBRACK) {
		// Something has to stand between the comment and the token: the newline that is due, but not in composite literals.
		if p.newlineIsDue() && !p.keepTogether && p.literals == 0 {
			needsNewline = true
		} else {
			p.writeBytes(' ', 1)
		}
	}
	if isLineComment(last) || t == token.EOF || t == token.RBRACE && !p.keepTogether {
		needsNewline = true
	}
	return p.behindComments(needsNewline)
}

func (p *printer) newlineIsDue() bool {
	return slices.ContainsFunc(p.spaces, func(s space) bool { return s == newline || s == formfeed })
}

// beforeComment writes what stands in front of a comment at pos: previous is the comment before it if any.
func (p *printer) beforeComment(pos, next token.Position, previous *ast.Comment, t token.Token) {
	if len(p.text) == 0 {
		return
	}
	if pos.IsValid() && pos.Filename != p.last.Filename {
		p.writeBytes('\f', mostNewlines)
		return
	}
	if pos.Line == p.last.Line && (previous == nil || !isLineComment(previous)) {
		p.beforeCommentInLine(pos, next, previous)
	} else {
		p.beforeCommentOnNewLine(pos, next, previous, t)
	}
}

// beforeCommentInLine writes a tab, or a blank if the next token is on the line as well. Columns that are due stay, blanks do not.
func (p *printer) beforeCommentInLine(pos, next token.Position, previous *ast.Comment) {
	separated := false
	if previous == nil {
		p.writeSpacesUntil(func(i int) bool {
			switch p.spaces[i] {
			case blank:
				p.spaces[i] = ignore
			case column:
				separated = true
			case indent:
			default:
				return true
			}
			return false
		})
	}
	if separated {
		return
	}
	if pos.Line == next.Line {
		p.writeBytes(' ', 1)
	} else {
		p.writeBytes('\t', 1)
	}
}

// beforeCommentOnNewLine writes the newlines of the source, at least one, and the indentation that belongs to the comment.
func (p *printer) beforeCommentOnNewLine(pos, next token.Position, previous *ast.Comment, t token.Token) {
	dropped := false
	p.writeSpacesUntil(func(i int) bool {
		switch p.spaces[i] {
		case blank, column:
			p.spaces[i] = ignore
			return false
		case indent:
			return false
		case unindent:
			// All but the last belong to what is before; the last one if the comment stands as deep as the token.
			return !(i+1 < len(p.spaces) && p.spaces[i+1] == unindent || t != token.RBRACE && pos.Column == next.Column)
		case newline, formfeed:
			p.spaces[i] = ignore
			dropped = previous == nil
		}
		return true
	})
	n := 0
	if pos.IsValid() && p.last.IsValid() {
		n = max(pos.Line-p.last.Line, 0)
	}
	if p.depth == 0 && dropped {
		n++
	}
	if n == 0 && previous != nil && isLineComment(previous) {
		n = 1
	}
	if n > 0 {
		p.writeBytes('\f', limited(n))
	}
}

// writeSpacesUntil writes the spaces in front of the first for which stop holds; none if there is no such.
func (p *printer) writeSpacesUntil(stop func(i int) bool) {
	for i := range p.spaces {
		if stop(i) {
			p.writeSpaces(i)
			return
		}
	}
}

// behindComments writes the space that is due: without blanks, and without newlines but for one if that is needed.
func (p *printer) behindComments(needsNewline bool) (wroteNewline, droppedFormfeed bool) {
	for i, s := range p.spaces {
		switch s {
		case blank, column:
			p.spaces[i] = ignore
		case newline, formfeed:
			if needsNewline {
				needsNewline = false
				wroteNewline = true
			} else {
				droppedFormfeed = droppedFormfeed || s == formfeed
				p.spaces[i] = ignore
			}
		}
	}
	p.writeSpaces(len(p.spaces))
	if needsNewline {
		p.writeBytes('\n', 1)
		wroteNewline = true
	}
	return wroteNewline, droppedFormfeed
}

// writeComment writes a comment, those of several lines with their lines indented.
func (p *printer) writeComment(c *ast.Comment) {
	text := c.Text
	pos := p.position(c.Pos())
	if strings.HasPrefix(text, "//line ") && (!pos.IsValid() || pos.Column == 1) {
		// A directive is one in the first column only.
		depth := p.depth
		p.depth = 0
		defer func() { p.depth = depth }()
	}
	if isLineComment(c) {
		if constraint.IsGoBuild(text) || constraint.IsPlusBuild(text) {
			p.constraints = append(p.constraints, constraintLine{len(p.text), constraint.IsGoBuild(text)})
		}
		p.write(pos, strings.TrimRightFunc(text, unicode.IsSpace), true)
		return
	}
	lines := strings.Split(text, "\n")
	if pos.IsValid() && pos.Column == 1 && p.depth > 0 {
		// It is indented now; its lines are to look as if it had been before.
		for i := 1; i < len(lines); i++ {
			lines[i] = "   " + lines[i]
		}
	}
	cutCommonPrefix(lines)
	for i, line := range lines {
		if i > 0 {
			p.writeBytes('\f', 1)
			pos = p.pos
		}
		if line != "" {
			p.write(pos, strings.TrimRightFunc(line, unicode.IsSpace), true)
		}
	}
}
