package strconv

// Quoting is Go in its outer parts, which are small enough to be inlined: where a result does not escape its text
// and the buffer may stay in the frame.

func quoteWith(s string, quote byte, ASCIIonly, graphicOnly bool) string {
	return string(appendQuotedWith(make([]byte, 0, 3*len(s)/2), s, quote, ASCIIonly, graphicOnly))
}

func quoteRuneWith(r rune, quote byte, ASCIIonly, graphicOnly bool) string {
	return string(appendQuotedRuneWith(nil, r, quote, ASCIIonly, graphicOnly))
}

// appendQuotedWith escapes what is beyond ASCII if ASCIIonly, otherwise what IsGraphic does not hold of if graphicOnly, otherwise what
// IsPrint does not hold of.
//
//go:noescape
func appendQuotedWith(dst []byte, s string, quote byte, ASCIIonly, graphicOnly bool) []byte

//go:noescape
func appendQuotedRuneWith(dst []byte, r rune, quote byte, ASCIIonly, graphicOnly bool) []byte

// Quote returns s as a Go string literal in double quotes; what IsPrint does not hold of is escaped.
func Quote(s string) string { return quoteWith(s, '"', false, false) }

// QuoteToASCII is Quote with everything beyond ASCII escaped.
func QuoteToASCII(s string) string { return quoteWith(s, '"', true, false) }

// QuoteToGraphic is Quote with what IsGraphic holds of unescaped.
func QuoteToGraphic(s string) string { return quoteWith(s, '"', false, true) }

// AppendQuote appends Quote(s) to dst.
func AppendQuote(dst []byte, s string) []byte

// AppendQuoteToASCII appends QuoteToASCII(s) to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte

// AppendQuoteToGraphic appends QuoteToGraphic(s) to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte

// QuoteRune returns r as a Go character literal; what is no rune is taken as U+FFFD.
func QuoteRune(r rune) string { return quoteRuneWith(r, '\'', false, false) }

// QuoteRuneToASCII is QuoteRune with everything beyond ASCII escaped.
func QuoteRuneToASCII(r rune) string { return quoteRuneWith(r, '\'', true, false) }

// QuoteRuneToGraphic is QuoteRune with what IsGraphic holds of unescaped.
func QuoteRuneToGraphic(r rune) string { return quoteRuneWith(r, '\'', false, true) }

// AppendQuoteRune appends QuoteRune(r) to dst.
func AppendQuoteRune(dst []byte, r rune) []byte

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r) to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r) to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte

// CanBackquote reports whether s can stand unchanged between backquotes, on one line.
func CanBackquote(s string) bool

// IsPrint reports whether Go takes r for printable: a letter, mark, number, punctuation, symbol or U+0020.
func IsPrint(r rune) bool

// IsGraphic reports whether Unicode takes r for graphic: what IsPrint holds of, and all spaces of category Zs.
func IsGraphic(r rune) bool

func unquote(s string) (content string, ok bool)
func quotedPrefix(s string) (prefix string, ok bool)
func unquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, ok bool)

// Unquote returns what s, a Go literal in single, double or back quotes, stands for. A character literal gives a
// string of that character. The error is ErrSyntax.
func Unquote(s string) (string, error) {
	content, ok := unquote(s)
	if !ok {
		return "", ErrSyntax
	}
	return content, nil
}

// QuotedPrefix returns the Go literal that s starts with, its quotes included. The error is ErrSyntax.
func QuotedPrefix(s string) (string, error) {
	prefix, ok := quotedPrefix(s)
	if !ok {
		return "", ErrSyntax
	}
	return prefix, nil
}

// UnquoteChar takes the first character or escape off s, the inside of a literal: its value, whether it is written
// in UTF-8 (otherwise it is one byte), and the rest. The quote ' or " must be escaped, the other must not; with
// any other quote neither may be escaped. The error is ErrSyntax.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	value, multibyte, tail, ok := unquoteChar(s, quote)
	if !ok {
		return 0, false, "", ErrSyntax
	}
	return value, multibyte, tail, nil
}
