// Package token has the tokens of Go, and positions in files and sets of files.
package token

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Token is a token of Go.
type Token int

// The tokens.
const (
	ILLEGAL Token = iota
	EOF
	COMMENT

	literals
	IDENT
	INT
	FLOAT
	IMAG
	CHAR
	STRING
	endOfLiterals

	operators
	ADD
	SUB
	MUL
	QUO
	REM
	AND
	OR
	XOR
	SHL
	SHR
	AND_NOT
	ADD_ASSIGN
	SUB_ASSIGN
	MUL_ASSIGN
	QUO_ASSIGN
	REM_ASSIGN
	AND_ASSIGN
	OR_ASSIGN
	XOR_ASSIGN
	SHL_ASSIGN
	SHR_ASSIGN
	AND_NOT_ASSIGN
	LAND
	LOR
	ARROW
	INC
	DEC
	EQL
	LSS
	GTR
	ASSIGN
	NOT
	NEQ
	LEQ
	GEQ
	DEFINE
	ELLIPSIS
	LPAREN
	LBRACK
	LBRACE
	COMMA
	PERIOD
	RPAREN
	RBRACK
	RBRACE
	SEMICOLON
	COLON
	endOfOperators

	keywords
	BREAK
	CASE
	CHAN
	CONST
	CONTINUE
	DEFAULT
	DEFER
	ELSE
	FALLTHROUGH
	FOR
	FUNC
	GO
	GOTO
	IF
	IMPORT
	INTERFACE
	MAP
	PACKAGE
	RANGE
	RETURN
	SELECT
	STRUCT
	SWITCH
	TYPE
	VAR
	endOfKeywords

	otherTokens
	TILDE
	endOfOthers
)

// texts are the tokens as they are written, of classes of literals their names.
var texts = [...]string{
	ILLEGAL: "ILLEGAL", EOF: "EOF", COMMENT: "COMMENT",
	IDENT: "IDENT", INT: "INT", FLOAT: "FLOAT", IMAG: "IMAG", CHAR: "CHAR", STRING: "STRING",
	ADD: "+", SUB: "-", MUL: "*", QUO: "/", REM: "%",
	AND: "&", OR: "|", XOR: "^", SHL: "<<", SHR: ">>", AND_NOT: "&^",
	ADD_ASSIGN: "+=", SUB_ASSIGN: "-=", MUL_ASSIGN: "*=", QUO_ASSIGN: "/=", REM_ASSIGN: "%=",
	AND_ASSIGN: "&=", OR_ASSIGN: "|=", XOR_ASSIGN: "^=", SHL_ASSIGN: "<<=", SHR_ASSIGN: ">>=", AND_NOT_ASSIGN: "&^=",
	LAND: "&&", LOR: "||", ARROW: "<-", INC: "++", DEC: "--",
	EQL: "==", LSS: "<", GTR: ">", ASSIGN: "=", NOT: "!", NEQ: "!=", LEQ: "<=", GEQ: ">=", DEFINE: ":=", ELLIPSIS: "...",
	LPAREN: "(", LBRACK: "[", LBRACE: "{", COMMA: ",", PERIOD: ".",
	RPAREN: ")", RBRACK: "]", RBRACE: "}", SEMICOLON: ";", COLON: ":",
	BREAK: "break", CASE: "case", CHAN: "chan", CONST: "const", CONTINUE: "continue", DEFAULT: "default", DEFER: "defer",
	ELSE: "else", FALLTHROUGH: "fallthrough", FOR: "for", FUNC: "func", GO: "go", GOTO: "goto", IF: "if", IMPORT: "import",
	INTERFACE: "interface", MAP: "map", PACKAGE: "package", RANGE: "range", RETURN: "return", SELECT: "select",
	STRUCT: "struct", SWITCH: "switch", TYPE: "type", VAR: "var",
	TILDE: "~",
}

// String returns the token as it is written, of a class of literals its name.
func (tok Token) String() string {
	if tok >= 0 && int(tok) < len(texts) && texts[tok] != "" {
		return texts[tok]
	}
	return "token(" + strconv.Itoa(int(tok)) + ")"
}

// Precedences: of what is no operator, of unary operators, and the highest.
const (
	LowestPrec  = 0
	UnaryPrec   = 6
	HighestPrec = 7
)

// Precedence is the operator's as a binary operator (spec: Operator precedence), LowestPrec for other tokens.
func (op Token) Precedence() int {
	switch op {
	case MUL, QUO, REM, SHL, SHR, AND, AND_NOT:
		return 5
	case ADD, SUB, OR, XOR:
		return 4
	case EQL, NEQ, LSS, LEQ, GTR, GEQ:
		return 3
	case LAND:
		return 2
	case LOR:
		return 1
	}
	return LowestPrec
}

// IsLiteral is true of identifiers and basic literals.
func (tok Token) IsLiteral() bool { return tok > literals && tok < endOfLiterals }

// IsOperator is true of operators and punctuation.
func (tok Token) IsOperator() bool { return tok > operators && tok < endOfOperators || tok == TILDE }

// IsKeyword is true of keywords.
func (tok Token) IsKeyword() bool { return tok > keywords && tok < endOfKeywords }

var byText = func() map[string]Token {
	m := make(map[string]Token, endOfKeywords-keywords)
	for tok := keywords + 1; tok < endOfKeywords; tok++ {
		m[texts[tok]] = tok
	}
	return m
}()

// Lookup returns the keyword that ident is, else IDENT.
func Lookup(ident string) Token {
	if tok, ok := byText[ident]; ok {
		return tok
	}
	return IDENT
}

// IsExported says whether name begins with an upper-case letter.
func IsExported(name string) bool {
	c, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(c)
}

// IsKeyword says whether name is a keyword.
func IsKeyword(name string) bool { return Lookup(name) != IDENT }

// IsIdentifier says whether name is an identifier, which no keyword is.
func IsIdentifier(name string) bool {
	for i, c := range name {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return name != "" && !IsKeyword(name)
}
