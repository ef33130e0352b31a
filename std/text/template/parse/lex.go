package parse

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a piece of a template.
type token struct {
	kind kind
	pos  Pos
	text string
	line int
}

type kind int

const (
	tokenError kind = iota // text says what is wrong
	tokenBool
	tokenChar         // one that means nothing by itself
	tokenCharConstant // with its quotes
	tokenComment
	tokenComplex
	tokenAssign  // =
	tokenDeclare // :=
	tokenEOF
	tokenField // with the '.'
	tokenIdentifier
	tokenLeft // the delimiter
	tokenLeftParen
	tokenNumber
	tokenPipe
	tokenRawString // with its quotes
	tokenRight     // the delimiter
	tokenRightParen
	tokenSpace
	tokenString // with its quotes
	tokenText   // outside of actions
	tokenVariable

	firstKeyword // the kinds from here on are shown in brackets
	tokenBlock
	tokenBreak
	tokenContinue
	tokenDot
	tokenDefine
	tokenElse
	tokenEnd
	tokenIf
	tokenNil
	tokenRange
	tokenTemplate
	tokenWith
)

var keywords = map[string]kind{
	"block":    tokenBlock,
	"break":    tokenBreak,
	"continue": tokenContinue,
	"define":   tokenDefine,
	"else":     tokenElse,
	"end":      tokenEnd,
	"if":       tokenIf,
	"nil":      tokenNil,
	"range":    tokenRange,
	"template": tokenTemplate,
	"with":     tokenWith,
	"true":     tokenBool,
	"false":    tokenBool,
}

// String returns the token as error messages show it.
func (t token) String() string {
	switch {
	case t.kind == tokenEOF:
		return "EOF"
	case t.kind == tokenError:
		return t.text
	case t.kind > firstKeyword:
		return "<" + t.text + ">"
	case len(t.text) > 10:
		return fmt.Sprintf("%.10q...", t.text)
	}
	return fmt.Sprintf("%q", t.text)
}

const (
	defaultLeft  = "{{"
	defaultRight = "}}"
	spaces       = " \t\r\n"
	endOfText    = -1
)

// trimLength is the length of "- " behind the left delimiter and of " -" before the right one: what is around is trimmed.
const trimLength = 2

// lexer cuts a template into tokens.
type lexer struct {
	input       string
	left, right string // delimiters
	pos         int    // of what is not read yet
	start       int    // of the token being read
	line        int    // of start
	parens      int    // that are open
	inAction    bool
	comments    bool // are tokens
	canBreak    bool // the words are keywords
	canContinue bool
}

// next returns the next token.
func (l *lexer) next() token {
	l.begin()
	if l.inAction {
		return l.action()
	}
	return l.outside()
}

// begin begins a token at pos.
func (l *lexer) begin() {
	l.line += strings.Count(l.input[l.start:l.pos], "\n")
	l.start = l.pos
}

// token returns the token that ends at pos.
func (l *lexer) token(kind kind) token {
	return token{kind, Pos(l.start), l.input[l.start:l.pos], l.line}
}

// fail returns an error; nothing follows it.
func (l *lexer) fail(format string, args ...any) token {
	t := token{tokenError, Pos(l.start), fmt.Sprintf(format, args...), l.line}
	l.input, l.start, l.pos = "", 0, 0
	return t
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\r' || r == '\n' }

func isAlphaNumeric(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// trimsLeft reports whether s, behind a left delimiter, begins with "- ".
func trimsLeft(s string) bool { return len(s) >= trimLength && s[0] == '-' && isSpace(rune(s[1])) }

// rightDelimiter reports whether a right delimiter is at pos, and whether " -" is before it.
func (l *lexer) rightDelimiter() (is, trims bool) {
	rest := l.input[l.pos:]
	if len(rest) >= trimLength && isSpace(rune(rest[0])) && rest[1] == '-' && strings.HasPrefix(rest[trimLength:], l.right) {
		return true, true
	}
	return strings.HasPrefix(rest, l.right), false
}

// skipRightDelimiter goes behind a right delimiter, and behind the spaces that follow if they are trimmed.
func (l *lexer) skipRightDelimiter(trims bool) {
	l.pos += len(l.right)
	if trims {
		l.pos = len(l.input) - len(strings.TrimLeft(l.input[l.pos:], spaces))
	}
}

// outside returns a text, a comment or the left delimiter of an action.
func (l *lexer) outside() token {
	for {
		l.begin()
		length := strings.Index(l.input[l.pos:], l.left)
		if length < 0 {
			l.pos = len(l.input)
			if l.pos == l.start {
				return l.token(tokenEOF)
			}
			return l.token(tokenText)
		}
		l.pos += length
		inside := l.pos + len(l.left)
		trims := trimsLeft(l.input[inside:])
		text := l.token(tokenText)
		if trims {
			text.text = strings.TrimRight(text.text, spaces)
			inside += trimLength
		}
		if text.text != "" {
			return text
		}
		l.begin()
		if !strings.HasPrefix(l.input[inside:], "/*") {
			l.pos += len(l.left)
			t := l.token(tokenLeft)
			l.pos = inside
			l.inAction = true
			l.parens = 0
			return t
		}
		l.pos = inside
		if t := l.comment(); l.comments || t.kind == tokenError {
			return t
		}
	}
}

func (l *lexer) comment() token {
	l.begin()
	length := strings.Index(l.input[l.pos+len("/*"):], "*/")
	if length < 0 {
		return l.fail("unclosed comment")
	}
	l.pos += len("/*") + length + len("*/")
	is, trims := l.rightDelimiter()
	if !is {
		return l.fail("comment ends before closing delimiter")
	}
	t := l.token(tokenComment)
	if trims {
		l.pos += trimLength
	}
	l.skipRightDelimiter(trims)
	return t
}

// read returns the next character and goes behind it.
func (l *lexer) read() rune {
	r, size := l.ahead()
	l.pos += size
	return r
}

// ahead returns the next character and its size.
func (l *lexer) ahead() (rune, int) {
	if l.pos >= len(l.input) {
		return endOfText, 0
	}
	return utf8.DecodeRuneInString(l.input[l.pos:])
}

// accept goes behind the next character if it is one of some.
func (l *lexer) accept(some string) bool {
	if l.pos < len(l.input) && strings.IndexByte(some, l.input[l.pos]) >= 0 {
		l.pos++
		return true
	}
	return false
}

func (l *lexer) acceptAll(some string) {
	for l.accept(some) {
	}
}

// word goes behind letters and digits.
func (l *lexer) word() {
	for {
		r, size := l.ahead()
		if !isAlphaNumeric(r) {
			return
		}
		l.pos += size
	}
}

// action returns a token of an action.
func (l *lexer) action() token {
	if is, trims := l.rightDelimiter(); is {
		if l.parens > 0 {
			return l.fail("unclosed left paren")
		}
		return l.end(trims)
	}
	switch r := l.read(); {
	case r == endOfText:
		return l.fail("unclosed action")
	case isSpace(r):
		for {
			// The last space belongs to a right delimiter that trims.
			if is, _ := l.rightDelimiter(); is || !l.accept(spaces) {
				return l.token(tokenSpace)
			}
		}
	case r == '=':
		return l.token(tokenAssign)
	case r == ':':
		if l.read() != '=' {
			return l.fail("expected :=")
		}
		return l.token(tokenDeclare)
	case r == '|':
		return l.token(tokenPipe)
	case r == '"':
		return l.quoted('"', tokenString, "unterminated quoted string")
	case r == '\'':
		return l.quoted('\'', tokenCharConstant, "unterminated character constant")
	case r == '`':
		end := strings.IndexByte(l.input[l.pos:], '`')
		if end < 0 {
			return l.fail("unterminated raw quoted string")
		}
		l.pos += end + 1
		return l.token(tokenRawString)
	case r == '$':
		return l.named(tokenVariable, tokenVariable)
	case r == '.' && l.pos < len(l.input) && (l.input[l.pos] < '0' || '9' < l.input[l.pos]):
		return l.named(tokenField, tokenDot)
	case r == '.' || r == '+' || r == '-' || '0' <= r && r <= '9':
		l.pos--
		return l.number()
	case isAlphaNumeric(r):
		return l.identifier()
	case r == '(':
		l.parens++
		return l.token(tokenLeftParen)
	case r == ')':
		if l.parens == 0 {
			return l.fail("unexpected right paren")
		}
		l.parens--
		return l.token(tokenRightParen)
	case r <= unicode.MaxASCII && unicode.IsPrint(r):
		return l.token(tokenChar)
	default:
		return l.fail("unrecognized character in action: %#U", r)
	}
}

// end returns the right delimiter.
func (l *lexer) end(trims bool) token {
	if trims {
		l.pos += trimLength
		l.begin()
	}
	l.pos += len(l.right)
	t := l.token(tokenRight)
	l.pos -= len(l.right)
	l.skipRightDelimiter(trims)
	l.inAction = false
	return t
}

// quoted returns a constant in quotes on one line.
func (l *lexer) quoted(quote rune, kind kind, unfinished string) token {
	for {
		r := l.read()
		if r == '\\' {
			if r = l.read(); r != endOfText && r != '\n' {
				continue
			}
		}
		switch r {
		case endOfText, '\n':
			return l.fail("%s", unfinished)
		case quote:
			return l.token(kind)
		}
	}
}

// isEnded reports whether what follows can follow a name.
func (l *lexer) isEnded() bool {
	r, _ := l.ahead()
	if isSpace(r) {
		return true
	}
	switch r {
	case endOfText, '.', ',', '|', ':', ')', '(':
		return true
	}
	return strings.HasPrefix(l.input[l.pos:], l.right)
}

// named returns the token that a '.' or '$' begins; alone is its kind without a name.
func (l *lexer) named(kind, alone kind) token {
	if l.isEnded() {
		return l.token(alone)
	}
	l.word()
	return l.ended(kind)
}

// ended returns a token if what follows can follow it.
func (l *lexer) ended(kind kind) token {
	if !l.isEnded() {
		r, _ := l.ahead()
		return l.fail("bad character %#U", r)
	}
	return l.token(kind)
}

func (l *lexer) identifier() token {
	l.word()
	kind, ok := keywords[l.input[l.start:l.pos]]
	if !ok || kind == tokenBreak && !l.canBreak || kind == tokenContinue && !l.canContinue {
		kind = tokenIdentifier
	}
	return l.ended(kind)
}

func (l *lexer) number() token {
	ok := l.scanNumber()
	if r, _ := l.ahead(); ok && (r == '+' || r == '-') {
		// A complex number: the imaginary part comes second.
		if ok = l.scanNumber() && l.input[l.pos-1] == 'i'; ok {
			return l.token(tokenComplex)
		}
	}
	if !ok {
		return l.fail("bad number syntax: %q", l.input[l.start:l.pos])
	}
	return l.token(tokenNumber)
}

// scanNumber goes behind what looks like a number, and reports whether that is its end; else it goes behind one more
// character.
func (l *lexer) scanNumber() bool {
	l.accept("+-")
	const decimal = "0123456789_"
	digits, exponent := decimal, "eE"
	if l.accept("0") {
		switch {
		case l.accept("xX"):
			digits, exponent = decimal+"abcdefABCDEF", "pP"
		case l.accept("oO"):
			digits, exponent = "01234567_", ""
		case l.accept("bB"):
			digits, exponent = "01_", ""
		}
	}
	l.acceptAll(digits)
	if l.accept(".") {
		l.acceptAll(digits)
	}
	if l.accept(exponent) {
		l.accept("+-")
		l.acceptAll(decimal)
	}
	l.accept("i")
	if r, size := l.ahead(); isAlphaNumeric(r) {
		l.pos += size
		return false
	}
	return true
}
