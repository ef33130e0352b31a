package printer

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
	"unicode"
)

func (p *printer) file(f *ast.File) {
	p.nodeComment(f.Doc)
	p.opAt(f.Pos(), token.PACKAGE)
	p.space(blank)
	p.expr(f.Name)
	p.declList(f.Decls)
	p.space(newline)
}

// declList prints declarations; an empty line comes between those of different kinds and in front of those with doc comments.
func (p *printer) declList(list []ast.Decl) {
	previous := token.ILLEGAL
	for _, d := range list {
		keyword := token.ILLEGAL
		switch d := d.(type) {
		case *ast.GenDecl:
			keyword = d.Tok
		case *ast.FuncDecl:
			keyword = token.FUNC
		}
		if len(p.text) > 0 {
			least := 1
			if previous != keyword || docOf(d) != nil {
				least = 2
			}
			p.newlines(p.lineOf(d.Pos()), least, ignore, keyword == token.FUNC && p.lines(d) > 1)
		}
		p.decl(d)
		previous = keyword
	}
}

// lines returns the number of lines of a node in the source.
func (p *printer) lines(n ast.Node) int {
	if begin, end := n.Pos(), n.End(); begin.IsValid() && end.IsValid() {
		return p.lineOf(end) - p.lineOf(begin) + 1
	}
	return unlimited
}

func (p *printer) decl(d ast.Decl) {
	switch d := d.(type) {
	case *ast.BadDecl:
		p.at(d.Pos())
		p.words("BadDecl")
	case *ast.GenDecl:
		p.genDecl(d)
	case *ast.FuncDecl:
		p.funcDecl(d)
	default:
		panic("unreachable")
	}
}

func (p *printer) genDecl(d *ast.GenDecl) {
	p.nodeComment(d.Doc)
	p.opAt(d.Pos(), d.Tok)
	p.space(blank)
	n := len(d.Specs)
	if !d.Lparen.IsValid() && n == 1 {
		p.spec(d.Specs[0], 1, true)
		return
	}
	p.opAt(d.Lparen, token.LPAREN)
	if n > 0 {
		p.space(indent, formfeed)
		var keepType []bool
		if n > 1 && (d.Tok == token.CONST || d.Tok == token.VAR) {
			keepType = typeColumns(d.Specs)
		}
		line := 0
		for i, s := range d.Specs {
			if i > 0 {
				p.newlines(p.lineOf(s.Pos()), 1, ignore, p.linesSince(line) > 0)
			}
			p.noteLine(&line)
			if keepType != nil {
				p.valueSpec(s.(*ast.ValueSpec), keepType[i])
			} else {
				p.spec(s, n, false)
			}
		}
		p.space(unindent, formfeed)
	}
	p.opAt(d.Rparen, token.RPAREN)
}

// typeColumns says which of the specifications have a column for the type: those of a run with values in which one has a type.
func typeColumns(specs []ast.Spec) []bool {
	keep := make([]bool, len(specs))
	begin, typed := -1, false // of the run
	end := func(i int) {
		for k := begin; begin >= 0 && k < i; k++ {
			keep[k] = typed
		}
		begin = -1
	}
	for i, s := range specs {
		s := s.(*ast.ValueSpec)
		if s.Values == nil {
			end(i)
		} else if begin < 0 {
			begin, typed = i, false
		}
		typed = typed || s.Type != nil
	}
	end(len(specs))
	return keep
}

// valueSpec prints a specification of a group: names, type, values and comment, each in a column.
func (p *printer) valueSpec(s *ast.ValueSpec, keepType bool) {
	p.nodeComment(s.Doc)
	p.identList(s.Names, false)
	left := 3 // columns in front of the comment's
	if s.Type != nil || keepType {
		p.space(column)
		left--
	}
	if s.Type != nil {
		p.expr(s.Type)
	}
	if s.Values != nil {
		p.space(column)
		p.op(token.ASSIGN)
		p.space(blank)
		p.exprList(token.NoPos, s.Values, 1, 0, token.NoPos, false)
		left--
	}
	if s.Comment != nil {
		for range left {
			p.space(column)
		}
		p.nodeComment(s.Comment)
	}
}

// spec prints one of n specifications; further lines of names are indented if asked for.
func (p *printer) spec(s ast.Spec, n int, indented bool) {
	switch s := s.(type) {
	case *ast.ImportSpec:
		p.nodeComment(s.Doc)
		if s.Name != nil {
			p.expr(s.Name)
			p.space(blank)
		}
		p.expr(quotedPath(s.Path))
		p.nodeComment(s.Comment)
		p.at(s.EndPos)
	case *ast.ValueSpec:
		p.nodeComment(s.Doc)
		p.identList(s.Names, indented)
		if s.Type != nil {
			p.space(blank)
			p.expr(s.Type)
		}
		if s.Values != nil {
			p.space(blank)
			p.op(token.ASSIGN)
			p.space(blank)
			p.exprList(token.NoPos, s.Values, 1, 0, token.NoPos, false)
		}
		p.nodeComment(s.Comment)
	case *ast.TypeSpec:
		p.nodeComment(s.Doc)
		p.expr(s.Name)
		if s.TypeParams != nil {
			p.parameters(s.TypeParams, ofGenericType)
		}
		if n == 1 {
			p.space(blank)
		} else {
			p.space(column)
		}
		if s.Assign.IsValid() {
			p.op(token.ASSIGN)
			p.space(blank)
		}
		p.expr(s.Type)
		p.nodeComment(s.Comment)
	default:
		panic("unreachable")
	}
}

// quotedPath returns an import path in double quotes, one that is wrong as it is.
func quotedPath(x *ast.BasicLit) *ast.BasicLit {
	if x.Kind != token.STRING {
		return x
	}
	path, err := strconv.Unquote(x.Value)
	if err != nil || path == "" {
		return x
	}
	for _, r := range path {
		if !unicode.IsGraphic(r) || unicode.IsSpace(r) || strings.ContainsRune("!\"#$%&'()*,:;<=>?[\\]^`{|}\ufffd", r) {
			return x
		}
	}
	if path = strconv.Quote(path); path == x.Value {
		return x
	}
	return &ast.BasicLit{ValuePos: x.ValuePos, Kind: token.STRING, Value: path}
}

func (p *printer) funcDecl(d *ast.FuncDecl) {
	p.nodeComment(d.Doc)
	p.opAt(d.Pos(), token.FUNC)
	p.space(blank)
	start := p.out.Column - len("func ")
	if d.Recv != nil {
		p.parameters(d.Recv, ofFunc)
		p.space(blank)
	}
	p.expr(d.Name)
	p.signature(d.Type)
	p.funcBody(p.distance(d.Pos(), start), column, d.Body)
}

// distance returns how much was written since column start of the line, unlimited if pos is not on the line.
func (p *printer) distance(pos token.Pos, start int) int {
	if pos.IsValid() && p.pos.IsValid() && p.position(pos).Line == p.pos.Line {
		return p.out.Column - start
	}
	return unlimited
}

// funcBody prints the body of a function behind s: on one line if it is there in the source and is short with the header.
func (p *printer) funcBody(header int, s space, b *ast.BlockStmt) {
	if b == nil {
		return
	}
	literals := p.literals
	p.literals = 0
	defer func() { p.literals = literals }()
	const most = 100
	if header+p.bodySize(b, most) > most {
		p.space(blank)
		p.block(b, 1)
		return
	}
	p.space(s)
	p.opAt(b.Lbrace, token.LBRACE)
	if len(b.List) > 0 {
		p.space(blank)
		for i, s := range b.List {
			if i > 0 {
				p.op(token.SEMICOLON)
				p.space(blank)
			}
			p.stmt(s, i == len(b.List)-1)
		}
		p.space(blank)
	}
	p.keepTogether = !p.keepTogether
	p.opAt(b.Rbrace, token.RBRACE)
	p.keepTogether = !p.keepTogether
}

// bodySize returns the length of a body on one line, more than most if it has to have several.
func (p *printer) bodySize(b *ast.BlockStmt, most int) int {
	if b.Pos().IsValid() && b.Rbrace.IsValid() && p.lineOf(b.Pos()) != p.lineOf(b.Rbrace) || len(b.List) > 5 {
		return most + 1
	}
	size := p.commentSizeBefore(p.position(b.Rbrace))
	for i, s := range b.List {
		if size > most {
			break
		}
		if i > 0 {
			size += len("; ")
		}
		size += p.size(s, most)
	}
	return size
}
