package printer

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"
	"text/tabwriter"
)

// position returns where the source has pos, whatever //line says.
func (p *printer) position(pos token.Pos) token.Position { return p.fset.PositionFor(pos, false) }

func (p *printer) lineOf(pos token.Pos) int {
	if pos != p.line.pos {
		p.line.pos = pos
		p.line.line = p.position(pos).Line
	}
	return p.line.line
}

// at says where the source has what comes next.
func (p *printer) at(pos token.Pos) {
	if pos.IsValid() {
		p.pos = p.position(pos)
	}
}

// space asks for white space in front of the next token.
func (p *printer) space(list ...space) {
	for _, s := range list {
		if s == ignore {
			continue
		}
		p.noteOpen()
		if len(p.spaces) == mostSpaces {
			p.writeSpaces(mostSpaces)
		}
		p.spaces = append(p.spaces, s)
		if s == newline || s == formfeed {
			p.semicolon = false
		}
		p.token = token.ILLEGAL
	}
}

// noteOpen remembers the last token for what stands between it and the next.
func (p *printer) noteOpen() {
	switch p.token {
	case token.ILLEGAL:
	case token.LPAREN, token.LBRACK:
		p.open = p.token
	default:
		p.open = token.ILLEGAL
	}
}

// op prints tokens.
func (p *printer) op(list ...token.Token) {
	for _, t := range list {
		text := t.String()
		p.noteOpen()
		if joins(p.token, text[0]) {
			p.spaces = append(p.spaces[:0], blank)
		}
		p.token = t
		p.next(text, false, endsStatement(t))
	}
}

// opAt prints a token that has a position.
func (p *printer) opAt(pos token.Pos, t token.Token) {
	p.at(pos)
	p.op(t)
}

func (p *printer) ident(x *ast.Ident) {
	p.noteOpen()
	p.token = token.IDENT
	p.next(x.Name, false, true)
}

func (p *printer) literal(x *ast.BasicLit) {
	p.noteOpen()
	p.token = x.Kind
	p.next(x.Value, true, true)
}

// words prints text that is no token: what was left out or is wrong.
func (p *printer) words(text string) {
	p.noteOpen()
	p.token = token.STRING
	p.next(text, true, true)
}

func endsStatement(t token.Token) bool {
	switch t {
	case token.BREAK, token.CONTINUE, token.FALLTHROUGH, token.RETURN, token.INC, token.DEC, token.RPAREN, token.RBRACK, token.RBRACE:
		return true
	}
	return false
}

// joins says whether a token and a character behind it would be read as another token.
func joins(t token.Token, next byte) bool {
	switch t {
	case token.INT:
		return next == '.'
	case token.ADD:
		return next == '+'
	case token.SUB:
		return next == '-'
	case token.QUO:
		return next == '*'
	case token.LSS:
		return next == '-' || next == '<'
	case token.AND:
		return next == '&' || next == '^'
	}
	return false
}

// next prints the text of the token p.token, with the comments and the space in front of it.
func (p *printer) next(text string, escaped, semicolon bool) {
	pos := p.pos
	wroteNewline, droppedFormfeed := p.flush(pos, p.token)
	// Behind comments the source may have more newlines.
	if !p.semicolon {
		n := limited(pos.Line - p.pos.Line)
		if wroteNewline && n == mostNewlines {
			n--
		}
		if n > 0 {
			c := byte(newline)
			if droppedFormfeed {
				c = byte(formfeed)
			}
			p.writeBytes(c, n)
			semicolon = false
		}
	}
	if p.startLine != nil {
		*p.startLine = p.out.Line
		p.startLine = nil
	}
	p.write(pos, text, escaped)
	p.semicolon = semicolon
}

func limited(newlines int) int { return min(newlines, mostNewlines) }

// noteLine stores in line on which line the next token is.
func (p *printer) noteLine(line *int) { p.startLine = line }

// linesSince returns how many lines were begun since.
func (p *printer) linesSince(line int) int { return p.out.Line - line }

// flush writes the comments in front of pos, where a token t is, and the space that is due.
func (p *printer) flush(pos token.Position, t token.Token) (wroteNewline, droppedFormfeed bool) {
	if p.commentBefore(pos) {
		return p.writeComments(pos, t)
	}
	p.writeSpaces(len(p.spaces))
	return false, false
}

// writeSpaces writes the first n of the spaces that are due.
func (p *printer) writeSpaces(n int) {
	for i := 0; i < n; i++ {
		switch s := p.spaces[i]; s {
		case ignore:
		case indent:
			p.depth++
		case unindent:
			p.depth = max(p.depth-1, 0)
		case newline, formfeed:
			// A label: it stands less deep, and does not belong to the columns above.
			if i+1 < n && p.spaces[i+1] == unindent {
				p.spaces[i], p.spaces[i+1] = unindent, formfeed
				i--
				continue
			}
			p.writeBytes(byte(s), 1)
		default:
			p.writeBytes(byte(s), 1)
		}
	}
	p.spaces = append(p.spaces[:0], p.spaces[n:]...)
}

// writeBytes writes n times the space c.
func (p *printer) writeBytes(c byte, n int) {
	if p.columnsEnded {
		switch c {
		case '\t', '\v':
			c = ' '
		case '\n', '\f':
			c = '\f'
			p.columnsEnded = false
		}
	}
	if p.out.Column == 1 {
		p.writeIndentation()
	}
	for range n {
		p.text = append(p.text, c)
	}
	p.pos.Offset += n
	if c == '\n' || c == '\f' {
		p.pos.Line += n
		p.out.Line += n
		p.pos.Column, p.out.Column = 1, 1
		return
	}
	p.pos.Column += n
	p.out.Column += n
}

// write writes the text of a token or comment, which is the source's at pos if that is valid.
func (p *printer) write(pos token.Position, text string, escaped bool) {
	if p.out.Column == 1 {
		p.writeLineDirective(pos)
		p.writeIndentation()
	}
	if pos.IsValid() {
		p.pos = pos
	}
	if escaped {
		p.text = append(p.text, tabwriter.Escape)
	}
	p.text = append(p.text, text...)
	if escaped {
		p.text = append(p.text, tabwriter.Escape)
	}
	p.pos.Offset += len(text)
	lines, lastLine := 0, 0
	for i := range len(text) {
		if text[i] == '\n' || text[i] == '\f' {
			lines++
			lastLine = i
		}
	}
	if lines == 0 {
		p.pos.Column += len(text)
		p.out.Column += len(text)
	} else {
		p.columnsEnded = true
		p.pos.Line += lines
		p.out.Line += lines
		p.pos.Column = len(text) - lastLine
		p.out.Column = p.pos.Column
	}
	p.last = p.pos
}

func (p *printer) writeIndentation() {
	n := p.Indent + p.depth
	for range n {
		p.text = append(p.text, '\t')
	}
	n = max(n, 0)
	p.pos.Offset += n
	p.pos.Column += n
	p.out.Column += n
}

// writeLineDirective says where the next line is from if that is asked for and not clear.
func (p *printer) writeLineDirective(pos token.Position) {
	if p.Mode&SourcePos == 0 || !pos.IsValid() || p.out.Line == pos.Line && p.out.Filename == pos.Filename {
		return
	}
	if strings.ContainsAny(pos.Filename, "\r\n") {
		if p.err == nil {
			p.err = fmt.Errorf("go/printer: source filename contains unexpected newline character: %q", pos.Filename)
		}
		return
	}
	p.text = append(p.text, tabwriter.Escape)
	p.text = fmt.Appendf(p.text, "//line %s:%d\n", pos.Filename, pos.Line)
	p.text = append(p.text, tabwriter.Escape)
	p.out.Filename, p.out.Line = pos.Filename, pos.Line
}
