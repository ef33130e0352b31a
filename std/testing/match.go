package testing

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"
)

// matcher says which names -test.run, -test.bench and -test.skip mean, and gives subtests names of their own.
type matcher struct {
	keep  pattern
	skip  pattern
	match func(pat, str string) (bool, error)
	used  map[string]int // how often a name was asked for
}

// A pattern is a list of alternatives between |, each a list of regexps between /, one for each level of a name.
type pattern [][]string

func newMatcher(match func(pat, str string) (bool, error), keep, flagName, skip string) *matcher {
	m := &matcher{match: match, used: map[string]int{}, keep: pattern{nil}}
	if keep != "" {
		m.keep = m.parse(keep, flagName)
	}
	if skip != "" {
		m.skip = m.parse(skip, "-test.skip")
	}
	return m
}

// parse splits a flag's value and ends the program if a part is no regexp.
func (m *matcher) parse(text, flagName string) pattern {
	p := splitPattern(text)
	for i, alternative := range p {
		for j, element := range alternative {
			alternative[j] = cleanName(element)
			if _, err := m.match(alternative[j], "non-empty"); err != nil {
				where := fmt.Sprintf("element %d of %s (%q): %s", j, flagName, alternative[j], err)
				if len(p) > 1 {
					where = fmt.Sprintf("alternation %d of %s", i, where)
				}
				fmt.Fprintf(os.Stderr, "testing: invalid regexp for %s\n", where)
				os.Exit(1)
			}
		}
	}
	return p
}

// splitPattern cuts at / and | that stand in no brackets.
func splitPattern(text string) pattern {
	p := pattern{nil}
	begin, brackets, parens := 0, 0, 0
	cut := func(end int) {
		last := len(p) - 1
		p[last] = append(p[last], text[begin:end])
		begin = end + 1
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case c == '[':
			brackets++
		case c == ']':
			brackets = max(brackets-1, 0)
		case brackets > 0:
		case c == '(':
			parens++
		case c == ')':
			parens--
		case c == '/' && parens == 0:
			cut(i)
		case c == '|' && parens == 0:
			cut(i)
			p = append(p, nil)
		}
	}
	cut(len(text))
	return p
}

// matches says whether a name fits, and whether it has fewer levels than the pattern.
func (m *matcher) matches(p pattern, name []string) (fits, partial bool) {
alternatives:
	for _, alternative := range p {
		for i, element := range name {
			if i == len(alternative) {
				break
			}
			if matched, _ := m.match(alternative[i], element); !matched {
				continue alternatives
			}
		}
		return true, len(name) < len(alternative)
	}
	return false, false
}

// fullName returns the name of a subtest of c, made unique, and whether it is to run.
func (m *matcher) fullName(c *common, sub string) (name string, fits, partial bool) {
	name = sub
	if c != nil && c.level > 0 {
		name = m.unique(c.name, cleanName(sub))
	}
	elements := strings.Split(name, "/")
	fits, partial = m.matches(m.keep, elements)
	if !fits {
		return name, false, false
	}
	if skipped, partly := m.matches(m.skip, elements); skipped && !partly {
		return name, false, false
	}
	return name, fits, partial
}

// unique puts #01, #02 … behind names that occur more often, and #00 behind an empty one.
func (m *matcher) unique(parent, sub string) string {
	base := parent + "/" + sub
	for {
		n := m.used[base]
		m.used[base] = n + 1
		if n == 0 && sub != "" {
			// "x#01" may be the name that the second "x" got.
			if prefix, number := numbered(base); len(prefix) < len(base) && number < m.used[prefix] {
				continue
			}
			return base
		}
		name := fmt.Sprintf("%s#%02d", base, n)
		if m.used[name] == 0 {
			return name
		}
	}
}

// numbered cuts a number that unique could have made off a name.
func numbered(name string) (prefix string, number int) {
	at := strings.LastIndex(name, "#")
	if at < 0 {
		return name, 0
	}
	prefix, digits := name[:at], name[at+1:]
	if len(digits) < 2 || len(digits) > 2 && digits[0] == '0' || digits == "00" && !strings.HasSuffix(prefix, "/") {
		return name, 0
	}
	n, err := strconv.ParseInt(digits, 10, 32)
	if err != nil || n < 0 {
		return name, 0
	}
	return prefix, int(n)
}

// cleanName makes a text fit for a name: spaces become _, what cannot be printed is escaped.
func cleanName(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || r >= 0x2000 && r <= 0x200a:
			b.WriteByte('_')
		case !strconv.IsPrint(r):
			quoted := strconv.QuoteRune(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
