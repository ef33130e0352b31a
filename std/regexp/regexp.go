// Package regexp searches texts for what regular expressions match, in time proportional to the text.
//
// Expressions have the syntax of RE2 without \C. Of several matches at a place the one is taken that a search by
// trying would find first; for POSIX expressions and after Longest, the longest.
package regexp

import (
	"io"
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Regexp is a compiled expression.
type Regexp struct {
	expr           string
	program        *program
	groups         int      // without the whole match
	names          []string // of the groups, the whole match first
	ends           int      // numbers that a match has in the program
	longest        bool
	prefix         string // what LiteralPrefix returns
	prefixComplete bool
}

// Compile compiles an expression in Perl's syntax.
func Compile(expr string) (*Regexp, error) { return compile(expr, syntax.Perl, false) }

// CompilePOSIX compiles an expression in the syntax of egrep, which takes the longest match.
func CompilePOSIX(expr string) (*Regexp, error) { return compile(expr, syntax.POSIX, true) }

func compile(expr string, flags syntax.Flags, longest bool) (*Regexp, error) {
	parsed, err := syntax.Parse(expr, flags)
	if err != nil {
		return nil, err
	}
	re := &Regexp{expr: expr, groups: parsed.MaxCap(), names: parsed.CapNames(), longest: longest}
	p, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil, err
	}
	re.ends = p.NumCap
	re.program = newProgram(p)
	re.prefix, re.prefixComplete = p.Prefix()
	re.program.prefix = re.prefix
	if re.program.anchored && isStraight(p) {
		re.prefix, re.prefixComplete = anchoredPrefix(p)
	}
	return re, nil
}

// isStraight says whether a program has no choices, and no condition but that of the end right before its end. Of
// what is anchored, Go finds a prefix then.
func isStraight(p *syntax.Prog) bool {
	for _, i := range p.Inst {
		if i.Op == syntax.InstAlt ||
			i.Op == syntax.InstEmptyWidth && i.Arg&uint32(syntax.EmptyEndText) == 0 && p.Inst[i.Out].Op == syntax.InstMatch {
			return false
		}
	}
	return p.Inst[p.Start].Op == syntax.InstEmptyWidth
}

// anchoredPrefix returns the text that follows the beginning of the text in every match, and whether then the end of
// the text is all that follows.
func anchoredPrefix(p *syntax.Prog) (prefix string, complete bool) {
	i := &p.Inst[p.Inst[p.Start].Out]
	for i.Op == syntax.InstNop {
		i = &p.Inst[i.Out]
	}
	if i.Op != syntax.InstRune1 {
		return "", i.Op == syntax.InstMatch
	}
	var text []rune
	for i.Op == syntax.InstRune1 && i.Rune[0] != utf8.RuneError {
		text = append(text, i.Rune[0])
		i = &p.Inst[i.Out]
	}
	atEnd := i.Op == syntax.InstEmptyWidth && i.Arg&uint32(syntax.EmptyEndText) != 0
	return string(text), atEnd && p.Inst[i.Out].Op == syntax.InstMatch
}

// MustCompile is Compile; it panics if there is an error.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic(`regexp: Compile(` + quote(str) + `): ` + err.Error())
	}
	return re
}

// MustCompilePOSIX is CompilePOSIX; it panics if there is an error.
func MustCompilePOSIX(str string) *Regexp {
	re, err := CompilePOSIX(str)
	if err != nil {
		panic(`regexp: CompilePOSIX(` + quote(str) + `): ` + err.Error())
	}
	return re
}

func quote(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// String returns the expression.
func (re *Regexp) String() string { return re.expr }

// Copy returns a copy; one Regexp can be used by many goroutines, so none is needed.
func (re *Regexp) Copy() *Regexp {
	re2 := *re
	return &re2
}

// Longest makes later searches take the longest match.
func (re *Regexp) Longest() { re.longest = true }

// NumSubexp returns how many groups there are.
func (re *Regexp) NumSubexp() int { return re.groups }

// SubexpNames returns the names of the groups; the first is the whole match and has none.
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex returns the number of the first group with a name, -1 if there is none.
func (re *Regexp) SubexpIndex(name string) int {
	if name != "" {
		for i, n := range re.names {
			if n == name {
				return i
			}
		}
	}
	return -1
}

// LiteralPrefix returns the text that every match begins with, and whether that is the whole expression.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) { return re.prefix, re.prefixComplete }

// AppendText implements encoding.TextAppender.
func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.expr...), nil }

// MarshalText implements encoding.TextMarshaler.
func (re *Regexp) MarshalText() ([]byte, error) { return re.AppendText(nil) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (re *Regexp) UnmarshalText(text []byte) error {
	compiled, err := Compile(string(text))
	if err != nil {
		return err
	}
	*re = *compiled
	return nil
}

// QuoteMeta returns an expression that matches s and nothing else.
func QuoteMeta(s string) string {
	const special = `\.+*?()|[]{}^$`
	first := strings.IndexAny(s, special)
	if first < 0 {
		return s
	}
	b := make([]byte, 0, 2*len(s)-first)
	b = append(b, s[:first]...)
	for i := first; i < len(s); i++ {
		if strings.IndexByte(special, s[i]) >= 0 {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return string(b)
}

// view is b as a string, good as long as b does not change.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// readAll returns the text of r: up to its end or an error.
func readAll(r io.RuneReader) string {
	var b []byte
	for {
		c, _, err := r.ReadRune()
		if err != nil {
			return view(b)
		}
		b = utf8.AppendRune(b, c)
	}
}

// MatchReader says whether the text from r has a match. It reads all of it.
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.find(nil, readAll(r), 0, 0) != nil }

// MatchString says whether s has a match.
func (re *Regexp) MatchString(s string) bool { return re.find(nil, s, 0, 0) != nil }

// Match says whether b has a match.
func (re *Regexp) Match(b []byte) bool { return re.find(nil, view(b), 0, 0) != nil }

// MatchReader says whether the text from r has a match of pattern.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchReader(r), nil
}

// MatchString says whether s has a match of pattern.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

// Match says whether b has a match of pattern.
func Match(pattern string, b []byte) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.Match(b), nil
}
