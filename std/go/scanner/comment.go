package scanner

import (
	"path/filepath"
	"strconv"
	"strings"
)

// skipComment goes over a comment, whose slash is the current character, and returns where the first newline in it stands, 0 if
// it has none. What is a line directive is noted.
func (s *Scanner) skipComment() (newline int) {
	at := s.at
	s.advance()
	if s.ch == '/' {
		for s.ch != '\n' && s.ch >= 0 {
			s.advance()
		}
		text := strings.TrimSuffix(string(s.src[at:s.at]), "\r")
		if at == s.lineStart {
			if rest, ok := strings.CutPrefix(text, "//line "); ok {
				next := s.at
				if s.ch == '\n' {
					next++
				}
				s.lineDirective(rest, at+len("//line "), next)
			}
		}
		return 0
	}
	s.advance()
	for s.ch >= 0 {
		c := s.ch
		if c == '\n' && newline == 0 {
			newline = s.at
		}
		s.advance()
		if c == '*' && s.ch == '/' {
			s.advance()
			if rest, ok := strings.CutPrefix(string(s.src[at:s.at-len("*/")]), "/*line "); ok {
				s.lineDirective(rest, at+len("/*line "), s.at)
			}
			return newline
		}
	}
	s.wrong(at, "comment not terminated")
	return newline
}

// comment returns the text of the comment that was gone over and began at `at`, without carriage returns.
func (s *Scanner) comment(at int) string {
	text := string(s.src[at:s.at])
	if strings.HasPrefix(text, "//") {
		text = strings.TrimSuffix(text, "\r")
	}
	return withoutReturns(text, strings.HasPrefix(text, "/*"))
}

// withoutReturns leaves out carriage returns, in a general comment but for one that keeps a star from ending it.
func withoutReturns(text string, general bool) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	kept := make([]byte, 0, len(text))
	for i := range len(text) {
		c := text[i]
		inEnd := general && len(kept) > len("/*") && kept[len(kept)-1] == '*' && i+1 < len(text) && text[i+1] == '/'
		if c != '\r' || inEnd {
			kept = append(kept, c)
		}
	}
	return string(kept)
}

// trailing is what stands behind the last colon of a line directive.
type trailing struct {
	before string // the colon
	digits string
	value  int
	found  bool // there is a colon
	valid  bool
}

func trailingNumber(text string) trailing {
	i := strings.LastIndexByte(text, ':')
	if i < 0 {
		return trailing{}
	}
	n, err := strconv.ParseUint(text[i+1:], 10, 0)
	return trailing{text[:i], text[i+1:], int(n), true, err == nil}
}

// lineDirective reads file:line or file:line:column, which stands at `at` and speaks of the text from next on.
func (s *Scanner) lineDirective(text string, at, next int) {
	const most = 1 << 30
	last := trailingNumber(text)
	if !last.found {
		return // a comment like others
	}
	if !last.valid {
		s.wrong(at+len(last.before)+1, "invalid line number: %s", last.digits)
		return
	}
	line, column := last, 0
	before := trailingNumber(last.before)
	if before.valid {
		line, column = before, last.value
		if column == 0 || column > most {
			s.wrong(at+len(last.before)+1, "invalid column number: %s", last.digits)
			return
		}
	}
	if line.value == 0 || line.value > most {
		s.wrong(at+len(line.before)+1, "invalid line number: %s", line.digits)
		return
	}
	name := line.before
	switch {
	case name != "":
		if name = filepath.Clean(name); !filepath.IsAbs(name) {
			name = filepath.Join(s.dir, name)
		}
	case before.valid:
		name = s.file.Position(s.file.Pos(at)).Filename
	}
	s.file.AddLineColumnInfo(next, name, line.value, column)
}
