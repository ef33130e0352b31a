// Package scanner cuts Go source into tokens.
package scanner

import (
	"fmt"
	"go/token"
	"path/filepath"
	"unicode"
	"unicode/utf8"
)

// ErrorHandler is called for what is wrong in the text.
type ErrorHandler func(pos token.Position, msg string)

// Mode says what Scan returns.
type Mode uint

// ScanComments makes comments be tokens.
const ScanComments Mode = 1

const (
	byteOrderMark = 0xfeff
	endOfFile     = -1
)

// Scanner reads a file. It must be made by Init.
type Scanner struct {
	file    *token.File
	dir     string
	src     []byte
	handler ErrorHandler
	mode    Mode

	ch        rune // the current character
	at        int  // where it stands
	behind    int  // where the next one stands
	lineStart int
	semicolon bool // whether a newline here is one
	newline   int  // in the comment read last, where a semicolon is due; 0 if none is
	end       int  // of the token

	ErrorCount int // of the errors found so far
}

// Init begins to read src, the text of file, whose lines are noted as they are read. err may be nil.
func (s *Scanner) Init(file *token.File, src []byte, err ErrorHandler, mode Mode) {
	if file.Size() != len(src) {
		panic(fmt.Sprintf("file size (%d) does not match src len (%d)", file.Size(), len(src)))
	}
	dir, _ := filepath.Split(file.Name())
	*s = Scanner{file: file, dir: dir, src: src, handler: err, mode: mode, ch: ' ', end: -1}
	s.advance()
	if s.ch == byteOrderMark {
		s.advance()
	}
}

// End returns where the token read last ends.
func (s *Scanner) End() token.Pos {
	if s.end < 0 {
		return token.NoPos
	}
	return s.file.Pos(s.end)
}

func (s *Scanner) wrong(at int, format string, args ...any) {
	if s.handler != nil {
		s.handler(s.file.Position(s.file.Pos(at)), fmt.Sprintf(format, args...))
	}
	s.ErrorCount++
}

// advance goes to the next character and complains about one that no source may have.
func (s *Scanner) advance() {
	s.at = min(s.behind, len(s.src))
	if s.ch == '\n' {
		s.lineStart = s.at
		s.file.AddLine(s.at)
	}
	if s.at >= len(s.src) {
		s.ch = endOfFile
		return
	}
	s.ch = rune(s.src[s.at])
	s.behind++
	if s.ch == 0 {
		s.wrong(s.at, "illegal character NUL")
	}
	if s.ch < utf8.RuneSelf {
		return
	}
	r, size := utf8.DecodeRune(s.src[s.at:])
	s.ch, s.behind = r, s.at+size
	switch {
	case r == utf8.RuneError && size == 1:
		if b := s.src[s.at:]; s.at == 0 && len(b) > 1 && (b[0] == 0xff && b[1] == 0xfe || b[0] == 0xfe && b[1] == 0xff) {
			s.wrong(0, "illegal UTF-8 encoding (got UTF-16)")
			s.behind = len(s.src) // one message is enough
			return
		}
		s.wrong(s.at, "illegal UTF-8 encoding")
	case r == byteOrderMark && s.at > 0:
		s.wrong(s.at, "illegal byte order mark")
	}
}

// peek returns the byte behind the current character, 0 at the end.
func (s *Scanner) peek() byte {
	if s.behind < len(s.src) {
		return s.src[s.behind]
	}
	return 0
}

func isLetter(c rune) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' || c >= utf8.RuneSelf && unicode.IsLetter(c)
}

func isDecimal(c rune) bool { return '0' <= c && c <= '9' }

func isDigit(c rune) bool { return isDecimal(c) || c >= utf8.RuneSelf && unicode.IsDigit(c) }

// operators are the tokens that are no words, by their text; single those of one character.
var operators, single = func() (map[string]token.Token, [128]token.Token) {
	m := map[string]token.Token{}
	var one [128]token.Token
	for tok := token.ADD; tok <= token.TILDE; tok++ {
		if text := tok.String(); tok.IsOperator() && text[0] != 't' {
			m[text] = tok
			if len(text) == 1 {
				one[text[0]] = tok
			}
		}
	}
	return m, one
}()

// continues says whether an operator may have c behind its first character.
func continues(c byte) bool {
	switch c {
	case '=', '<', '>', '&', '|', '+', '-', '^', '.':
		return true
	}
	return false
}

// operator reads the longest operator that begins with the current character, ILLEGAL if none does.
func (s *Scanner) operator() token.Token {
	if s.ch < 0 || s.ch >= utf8.RuneSelf {
		return token.ILLEGAL
	}
	tok, size := single[s.ch], 1
	if tok == token.ILLEGAL {
		return tok
	}
	if continues(s.peek()) {
		for n := 3; n > 1; n-- {
			if s.at+n <= len(s.src) {
				if longer, ok := operators[string(s.src[s.at:s.at+n])]; ok {
					tok, size = longer, n
					break
				}
			}
		}
	}
	for range size {
		s.advance()
	}
	return tok
}

// Scan reads the next token. lit is the text of literals, words and comments; of a semicolon "\n" if a newline or the end of the
// file stands for it. At the end tok is EOF.
func (s *Scanner) Scan() (pos token.Pos, tok token.Token, lit string) {
	at, tok, lit := s.scan()
	return s.file.Pos(at), tok, lit
}

func (s *Scanner) scan() (at int, tok token.Token, lit string) {
	for {
		if at = s.newline; at > 0 {
			s.newline, s.end = 0, at+1
			return at, token.SEMICOLON, "\n"
		}
		for s.ch == ' ' || s.ch == '\t' || s.ch == '\r' || s.ch == '\n' && !s.semicolon {
			s.advance()
		}
		at = s.at
		tok = s.token()
		if tok != token.COMMENT || s.mode&ScanComments != 0 {
			break
		}
	}
	s.end = s.at
	switch {
	case tok == token.COMMENT:
		lit = s.comment(at)
	case tok.IsLiteral() || tok.IsKeyword() || tok == token.ILLEGAL:
		lit = string(s.src[at:s.at])
		if tok == token.STRING && lit[0] == '`' {
			lit = withoutReturns(lit, false)
		} else if tok == token.ILLEGAL {
			c, _ := utf8.DecodeRune(s.src[at:])
			lit = string(c)
		}
	case tok == token.SEMICOLON:
		if lit = "\n"; at < len(s.src) && s.src[at] == ';' {
			lit = ";"
		}
	}
	return at, tok, lit
}

// token goes over the token that begins with the current character.
func (s *Scanner) token() token.Token {
	at, c := s.at, s.ch
	due := s.semicolon
	s.semicolon = true // so it is behind words and literals; what follows says otherwise
	switch {
	case isLetter(c):
		for isLetter(s.ch) || isDigit(s.ch) {
			s.advance()
		}
		tok := token.Lookup(string(s.src[at:s.at]))
		switch tok {
		case token.IDENT, token.BREAK, token.CONTINUE, token.FALLTHROUGH, token.RETURN:
		default:
			s.semicolon = false
		}
		return tok
	case isDecimal(c) || c == '.' && isDecimal(rune(s.peek())):
		return s.number()
	}
	switch c {
	case endOfFile, '\n':
		s.semicolon = false
		if c == '\n' {
			s.advance()
		} else if !due {
			return token.EOF
		}
		return token.SEMICOLON
	case '"':
		s.text()
		return token.STRING
	case '\'':
		s.character()
		return token.CHAR
	case '`':
		s.rawText()
		return token.STRING
	case '/':
		if next := s.peek(); next == '/' || next == '*' {
			newline := s.skipComment()
			s.semicolon = due
			if due && newline > 0 {
				s.newline, s.semicolon = newline, false
			}
			return token.COMMENT
		}
	}
	tok := s.operator()
	switch tok {
	case token.INC, token.DEC, token.RPAREN, token.RBRACK, token.RBRACE:
	case token.ILLEGAL:
		s.advance()
		s.semicolon = due
		switch c {
		case byteOrderMark:
		case '“', '”':
			s.wrong(at, "curly quotation mark %q (use neutral %q)", c, '"')
		default:
			s.wrong(at, "illegal character %#U", c)
		}
	default:
		s.semicolon = false
	}
	return tok
}
