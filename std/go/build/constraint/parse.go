package constraint

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SyntaxError says where a constraint is wrong.
type SyntaxError struct {
	Offset int    // in bytes
	Err    string // what is wrong
}

// Error returns Err.
func (e *SyntaxError) Error() string { return e.Err }

var errNotConstraint = errors.New("not a build constraint")

const (
	mostOperands     = 1000 // in a line //go:build
	mostOldOperators = 100  // in a line // +build
)

// Parse reads a line //go:build or // +build.
func Parse(line string) (Expr, error) {
	if text, ok := cutMarker(line, "//go:build"); ok {
		return parseExpr(text)
	}
	if text, ok := cutPlusBuild(line); ok {
		return parsePlusBuild(text)
	}
	return nil, errNotConstraint
}

// IsGoBuild says whether a line is a //go:build, right or wrong.
func IsGoBuild(line string) bool {
	_, ok := cutMarker(line, "//go:build")
	return ok
}

// IsPlusBuild says whether a line is a // +build, right or wrong.
func IsPlusBuild(line string) bool {
	_, ok := cutPlusBuild(line)
	return ok
}

// cutMarker cuts a word from the beginning of a line, which may end with a newline. The rest has no space around it.
func cutMarker(line, marker string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(strings.TrimSpace(line), marker)
	if !ok || strings.Contains(strings.TrimSuffix(line, "\n"), "\n") || !strings.HasPrefix(line, marker) {
		return "", false
	}
	trimmed := strings.TrimSpace(rest)
	if rest != "" && len(trimmed) == len(rest) {
		return "", false // the word goes on
	}
	return trimmed, true
}

func cutPlusBuild(line string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(line, "//")
	if !ok {
		return "", false
	}
	return cutMarker(strings.TrimLeftFunc(strings.TrimSuffix(rest, "\n"), unicode.IsSpace), "+build")
}

// parser reads an expression; errors are panics with a *SyntaxError.
type parser struct {
	text     string
	next     int    // offset behind the token
	token    string // "" at the end
	pos      int    // offset of the token
	tag      bool   // the token is one
	operands int
}

func (p *parser) fail(offset int, text string) { panic(&SyntaxError{offset, text}) }

func parseExpr(text string) (x Expr, err error) {
	defer func() {
		if e := recover(); e != nil {
			wrong, ok := e.(*SyntaxError)
			if !ok {
				panic(e)
			}
			x, err = nil, wrong
		}
	}()
	p := &parser{text: text}
	x = p.or()
	if p.token != "" {
		p.fail(p.pos, "unexpected token "+p.token)
	}
	return x, nil
}

// or, and and not read behind the token: an operator, a parenthesis or the beginning.
func (p *parser) or() Expr {
	x := p.and()
	for p.token == "||" {
		x = &OrExpr{x, p.and()}
	}
	return x
}

func (p *parser) and() Expr {
	x := p.not()
	for p.token == "&&" {
		x = &AndExpr{x, p.not()}
	}
	return x
}

func (p *parser) not() Expr {
	p.operands++
	if p.operands > mostOperands {
		p.fail(p.pos, "build expression too large")
	}
	p.advance()
	if p.token != "!" {
		return p.operand()
	}
	p.advance()
	if p.token == "!" {
		p.fail(p.pos, "double negation not allowed")
	}
	return &NotExpr{p.operand()}
}

func (p *parser) operand() Expr {
	switch {
	case p.token == "(":
		open := p.pos
		x := p.inParentheses(open)
		if p.token != ")" {
			p.fail(open, "missing close paren")
		}
		p.advance()
		return x
	case p.token == "":
		p.fail(p.pos, "unexpected end of expression")
	case !p.tag:
		p.fail(p.pos, "unexpected token "+p.token)
	}
	tag := p.token
	p.advance()
	return &TagExpr{tag}
}

// inParentheses reads behind a parenthesis, which is to blame if the text ends.
func (p *parser) inParentheses(open int) Expr {
	defer func() {
		if e := recover(); e != nil {
			if wrong, ok := e.(*SyntaxError); ok && wrong.Err == "unexpected end of expression" {
				wrong.Err = "missing close paren"
			}
			panic(e)
		}
	}()
	return p.or()
}

// advance reads the next token.
func (p *parser) advance() {
	p.tag = false
	for p.next < len(p.text) && (p.text[p.next] == ' ' || p.text[p.next] == '\t') {
		p.next++
	}
	p.pos = p.next
	rest := p.text[p.next:]
	switch {
	case rest == "":
		p.token = ""
		return
	case strings.HasPrefix(rest, "&&"), strings.HasPrefix(rest, "||"):
		p.token = rest[:2]
	case strings.IndexByte("()!", rest[0]) >= 0:
		p.token = rest[:1]
	default:
		p.token = rest[:tagLength(rest)]
		if p.token == "" {
			c, _ := utf8.DecodeRuneInString(rest)
			p.fail(p.pos, "invalid syntax at "+string(c))
		}
		p.tag = true
	}
	p.next += len(p.token)
}

// tagLength returns how much of text is a tag.
func tagLength(text string) int {
	for i, c := range text {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' && c != '.' {
			return i
		}
	}
	return len(text)
}

// parsePlusBuild reads words of which one has to hold, each of literals with commas between them that have to hold all. A wrong
// literal is the tag ignore.
func parsePlusBuild(text string) (Expr, error) {
	var x Expr
	operators := -1
	for _, word := range strings.Fields(text) {
		var y Expr
		for _, literal := range strings.Split(word, ",") {
			z := parseLiteral(literal)
			operators++
			if y == nil {
				y = z
			} else {
				y = &AndExpr{y, z}
			}
		}
		if x == nil {
			x = y
		} else {
			x = &OrExpr{x, y}
		}
	}
	if operators > mostOldOperators {
		return nil, errTooComplex
	}
	if x == nil {
		x = &TagExpr{"ignore"}
	}
	return x, nil
}

func parseLiteral(literal string) Expr {
	tag, not := strings.CutPrefix(literal, "!")
	if not && (tag == "" || tag[0] == '!') {
		return &TagExpr{"ignore"}
	}
	if tag == "" || tagLength(tag) != len(tag) {
		tag = "ignore"
	}
	if not {
		return &NotExpr{&TagExpr{tag}}
	}
	return &TagExpr{tag}
}
