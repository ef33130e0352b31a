package parser

import (
	"fmt"
	"go/ast"
	"go/scanner"
	"go/token"
	"strings"
)

// deepest is how deep constructs may be nested.
const deepest = 100_000

// parser is the reading of one text. Functions are named by the terms of the specification.
type parser struct {
	file    *token.File
	errors  scanner.ErrorList
	scanner scanner.Scanner
	mode    Mode
	tracing bool
	traced  int // constructs that are being read

	pos token.Pos // of the next token
	tok token.Token
	lit string

	comments []*ast.CommentGroup
	before   *ast.CommentGroup // the comment that ends on the line above the next token, or on its own
	behind   *ast.CommentGroup // the comment on the line of the token read last, if that ends there
	top      bool              // nothing but comments was read
	version  string            // of Go, that a build constraint asks for

	resumed token.Pos // where reading went on behind an error
	resumes int       // how often it did there

	level   int  // below 0 in a header, where a brace begins the block; above in parentheses and brackets
	inRight bool // of an assignment, where = is taken for ==
	depth   int
	imports []*ast.ImportSpec
}

// givenUp is what a panic that ends the reading has; msg may be "".
type givenUp struct {
	pos token.Pos
	msg string
}

// print shows where the next token stands, indented, and what.
func (p *parser) print(what ...any) {
	pos := p.file.Position(p.pos)
	fmt.Printf("%5d:%3d: %s", pos.Line, pos.Column, strings.Repeat(". ", p.traced))
	fmt.Println(what...)
}

// enter begins a construct in the trace; the function it returns ends it.
func (p *parser) enter(construct string) func() {
	p.print(construct, "(")
	p.traced++
	return func() {
		p.traced--
		p.print(")")
	}
}

// deeper counts a construct in another.
func (p *parser) deeper() {
	p.depth++
	if p.depth > deepest {
		p.error(p.pos, "exceeded max nesting depth")
		panic(givenUp{})
	}
}

// scan reads a token, comments too if they are kept.
func (p *parser) scan() {
	if p.tracing && p.pos.IsValid() {
		switch {
		case p.tok.IsLiteral():
			p.print(p.tok, p.lit)
		case p.tok.IsOperator() || p.tok.IsKeyword():
			p.print(`"` + p.tok.String() + `"`)
		default:
			p.print(p.tok)
		}
	}
	for {
		p.pos, p.tok, p.lit = p.scanner.Scan()
		if p.tok != token.COMMENT {
			p.top = false
			return
		}
		if constraint, ok := strings.CutPrefix(p.lit, "//go:build"); ok && p.top {
			if version, ok := goVersion(constraint); ok {
				p.version = version
			}
		}
		if p.mode&ParseComments != 0 {
			return
		}
	}
}

func (p *parser) line(pos token.Pos) int { return p.file.PositionFor(pos, false).Line }

// commentGroup reads comments that follow each other with at most `apart` line ends between them, and returns where the last ends.
func (p *parser) commentGroup(apart int) (group *ast.CommentGroup, end int) {
	group = &ast.CommentGroup{}
	for end = p.line(p.pos); p.tok == token.COMMENT && p.line(p.pos) <= end+apart; {
		end = p.line(p.pos)
		if p.lit[1] == '*' {
			end += strings.Count(p.lit, "\n")
		}
		group.List = append(group.List, &ast.Comment{Slash: p.pos, Text: p.lit})
		p.scan()
	}
	p.comments = append(p.comments, group)
	return group, end
}

// next goes to the next token that is no comment.
func (p *parser) next() {
	p.before, p.behind = nil, nil
	last := p.pos
	p.scan()
	if p.tok != token.COMMENT {
		return
	}
	var group *ast.CommentGroup
	end := -1
	if p.line(p.pos) == p.line(last) {
		group, end = p.commentGroup(0)
		if p.line(p.pos) != end || p.tok == token.SEMICOLON || p.tok == token.EOF {
			p.behind = group
		}
		end = -1
	}
	for p.tok == token.COMMENT {
		group, end = p.commentGroup(1)
	}
	if end+1 == p.line(p.pos) {
		p.before = group
	}
}

// got goes over the next token if it is tok.
func (p *parser) got(tok token.Token) bool {
	if p.tok != tok {
		return false
	}
	p.next()
	return true
}

// atNewline says whether the next token is a semicolon that a newline or the end stands for.
func (p *parser) atNewline() bool { return p.tok == token.SEMICOLON && p.lit == "\n" }

// error reports; unless all errors are asked for, one a line, and it gives up behind ten.
func (p *parser) error(pos token.Pos, msg string) {
	if p.tracing {
		defer p.enter("error: " + msg)()
	}
	where := p.file.Position(pos)
	if n := len(p.errors); p.mode&AllErrors == 0 && n > 0 {
		if p.errors[n-1].Pos.Line == where.Line {
			return
		}
		if n > 10 {
			panic(givenUp{})
		}
	}
	p.errors.Add(where, msg)
}

// expected reports what should stand at pos.
func (p *parser) expected(pos token.Pos, what string) {
	msg := "expected " + what
	if pos == p.pos {
		found := "'" + p.tok.String() + "'"
		if p.atNewline() {
			found = "newline"
		} else if p.tok.IsLiteral() {
			found = p.lit
		}
		msg += ", found " + found
	}
	p.error(pos, msg)
}

// expect goes over the next token, which should be tok.
func (p *parser) expect(tok token.Token) token.Pos {
	pos := p.pos
	if p.tok != tok {
		p.expected(pos, "'"+tok.String()+"'")
	}
	p.next()
	return pos
}

// closing is expect for the end of a list, with another message for a missing comma.
func (p *parser) closing(tok token.Token, list string) token.Pos {
	if p.tok != tok && p.atNewline() {
		p.error(p.pos, "missing ',' before newline in "+list)
		p.next()
	}
	return p.expect(tok)
}

// semicolon goes over a semicolon, which may be missing in front of a closing token, and returns the comment on its line.
func (p *parser) semicolon() (comment *ast.CommentGroup) {
	switch p.tok {
	case token.RPAREN, token.RBRACE:
		return nil
	case token.SEMICOLON:
		if p.lit == ";" {
			p.next()
			return p.behind
		}
	case token.COMMA:
		p.expected(p.pos, "';'")
	default:
		p.expected(p.pos, "';'")
		p.skip(beginsStatement)
		return nil
	}
	comment = p.behind
	p.next()
	return comment
}

// another says whether a list has another element: a comma is next, or is missing. What ends the list is follow.
func (p *parser) another(list string, follow token.Token) bool {
	if p.tok == token.COMMA {
		return true
	}
	if p.tok == follow {
		return false
	}
	where := ""
	if p.atNewline() {
		where = " before newline"
	}
	p.error(p.pos, "missing ','"+where+" in "+list)
	return true
}

// listed reads elements that commas separate up to follow.
func (p *parser) listed(list string, follow token.Token, element func() (more bool)) {
	for p.tok != follow && p.tok != token.EOF {
		if more := element(); !p.another(list, follow) {
			return
		} else if p.next(); !more {
			return
		}
	}
}

// skip goes to the next token of a kind, behind an error. In one place it stops ten times at most, so that it makes progress.
func (p *parser) skip(to func(token.Token) bool) {
	for ; p.tok != token.EOF; p.next() {
		if !to(p.tok) {
			continue
		}
		if p.pos == p.resumed && p.resumes < 10 {
			p.resumes++
			return
		}
		if p.pos > p.resumed {
			p.resumed, p.resumes = p.pos, 0
			return
		}
	}
}

func beginsStatement(tok token.Token) bool {
	switch tok {
	case token.BREAK, token.CONST, token.CONTINUE, token.DEFER, token.FALLTHROUGH, token.FOR, token.GO, token.GOTO, token.IF, token.RETURN,
		token.SELECT, token.SWITCH, token.TYPE, token.VAR:
		return true
	}
	return false
}

func beginsDeclaration(tok token.Token) bool {
	switch tok {
	case token.IMPORT, token.CONST, token.TYPE, token.VAR:
		return true
	}
	return false
}

func endsExpression(tok token.Token) bool {
	switch tok {
	case token.COMMA, token.COLON, token.SEMICOLON, token.RPAREN, token.RBRACK, token.RBRACE:
		return true
	}
	return false
}

// badExpr reports what should stand here, skips to a token of a kind, and returns what was skipped.
func (p *parser) badExpr(what string, to func(token.Token) bool) *ast.BadExpr {
	pos := p.pos
	p.expected(pos, what)
	p.skip(to)
	return &ast.BadExpr{From: pos, To: p.pos}
}

func (p *parser) identifier() *ast.Ident {
	id := &ast.Ident{NamePos: p.pos, Name: "_"}
	if p.tok == token.IDENT {
		id.Name = p.lit
	}
	p.expect(token.IDENT)
	return id
}

func (p *parser) identifierList() []*ast.Ident {
	if p.tracing {
		defer p.enter("IdentList")()
	}
	list := []*ast.Ident{p.identifier()}
	for p.got(token.COMMA) {
		list = append(list, p.identifier())
	}
	return list
}

// literal reads the next token, a basic literal.
func (p *parser) literal() *ast.BasicLit {
	x := &ast.BasicLit{ValuePos: p.pos, ValueEnd: p.scanner.End(), Kind: p.tok, Value: p.lit}
	p.next()
	return x
}

// sourceFile reads a file; nil if there is no right package clause.
func (p *parser) sourceFile() *ast.File {
	if p.tracing {
		defer p.enter("File")()
	}
	if len(p.errors) > 0 {
		return nil // probably no Go at all
	}
	f := &ast.File{Doc: p.before}
	f.Package = p.expect(token.PACKAGE)
	f.Name = p.identifier()
	if f.Name.Name == "_" && p.mode&DeclarationErrors != 0 {
		p.error(p.pos, "invalid package name _")
	}
	p.semicolon()
	if len(p.errors) > 0 {
		return nil
	}
	if p.mode&PackageClauseOnly == 0 {
		for p.tok == token.IMPORT {
			f.Decls = append(f.Decls, p.genDecl(p.importSpec))
		}
	}
	if p.mode&(PackageClauseOnly|ImportsOnly) == 0 {
		for last := token.IMPORT; p.tok != token.EOF; {
			if p.tok == token.IMPORT && last != token.IMPORT {
				p.error(p.pos, "imports must appear before other declarations")
			}
			last = p.tok
			f.Decls = append(f.Decls, p.declaration(beginsDeclaration))
		}
	}
	f.Imports, f.Comments, f.GoVersion = p.imports, p.comments, p.version
	if p.mode&SkipObjectResolution == 0 {
		r := resolver{file: p.file}
		if p.mode&DeclarationErrors != 0 {
			r.report = p.error
		}
		r.resolveFile(f)
	}
	return f
}
