package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of what is taken.
const (
	maxHeight = 1000
	maxRepeat = 1000
	maxSize   = 128 << 20 / 40 // instructions of a program
)

// parser reads an expression from the left. A group that is open is a level.
type parser struct {
	whole  string
	flags  Flags
	groups int
	levels []level
}

// level is what has been read of a group, or of the whole.
type level struct {
	items  []*Regexp // since the last bar
	before []*Regexp // alternatives before that
	flags  Flags     // of what is around the group
	cap    int       // its number, 0 if it captures nothing
	name   string
}

func (p *parser) top() *level { return &p.levels[len(p.levels)-1] }

// push adds a part to the alternative being read. A class of one character, or of one in both cases, is a literal.
func (p *parser) push(re *Regexp) {
	if c := re.Rune; re.Op == OpCharClass {
		switch {
		case len(c) == 2 && c[0] == c[1]:
			re = &Regexp{Op: OpLiteral, Flags: p.flags &^ FoldCase, Rune: c[:1]}
		case len(c) == 4 && c[0] == c[1] && c[2] == c[3] && unicode.SimpleFold(c[0]) == c[2] && unicode.SimpleFold(c[2]) == c[0]:
			re = &Regexp{Op: OpLiteral, Flags: p.flags | FoldCase, Rune: c[:1]}
		}
	}
	t := p.top()
	t.items = append(t.items, re)
}

func (p *parser) pushOp(op Op) { p.push(&Regexp{Op: op, Flags: p.flags}) }

func (p *parser) literal(c rune) {
	re := &Regexp{Op: OpLiteral, Flags: p.flags}
	if p.flags&FoldCase != 0 {
		least := c
		for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
			least = min(least, f)
		}
		if c = least; unicode.SimpleFold(c) == c {
			re.Flags &^= FoldCase
		}
	}
	re.Rune = []rune{c}
	p.push(re)
}

// Parse reads an expression. An error is an *Error.
func Parse(s string, flags Flags) (*Regexp, error) {
	if flags&Literal != 0 {
		if err := checkUTF8(s); err != nil {
			return nil, err
		}
		return &Regexp{Op: OpLiteral, Flags: flags, Rune: []rune(s)}, nil
	}
	p := &parser{whole: s, flags: flags, levels: make([]level, 1)}
	repeated := "" // the text from the last repetition on, if nothing follows it
	for t := s; t != ""; {
		before := t
		rest, isRepeat, err := p.next(t, repeated)
		if err != nil {
			return nil, err
		}
		t = rest
		repeated = ""
		if isRepeat {
			repeated = before
		}
	}
	if len(p.levels) > 1 {
		return nil, &Error{ErrMissingParen, s}
	}
	re := p.alternatives()
	if height(re) > maxHeight {
		return nil, &Error{ErrNestingDepth, s}
	}
	return re, nil
}

// next reads the part that t begins with and returns what follows it.
func (p *parser) next(t, repeated string) (rest string, isRepeat bool, err error) {
	switch t[0] {
	case '(':
		if p.flags&PerlX != 0 && len(t) >= 2 && t[1] == '?' {
			rest, err = p.perlGroup(t)
			return rest, false, err
		}
		p.groups++
		p.open(p.groups, "")
	case '|':
		level := p.top()
		level.before = append(level.before, concatenation(level.items))
		level.items = nil
	case ')':
		return t[1:], false, p.close()
	case '^':
		if p.flags&OneLine != 0 {
			p.pushOp(OpBeginText)
		} else {
			p.pushOp(OpBeginLine)
		}
	case '$':
		if p.flags&OneLine != 0 {
			p.push(&Regexp{Op: OpEndText, Flags: p.flags | WasDollar})
		} else {
			p.pushOp(OpEndLine)
		}
	case '.':
		if p.flags&DotNL != 0 {
			p.pushOp(OpAnyChar)
		} else {
			p.pushOp(OpAnyCharNotNL)
		}
	case '[':
		rest, err = p.class(t)
		return rest, false, err
	case '*':
		rest, err = p.repeat(OpStar, 0, 0, t, t[1:], repeated)
		return rest, true, err
	case '+':
		rest, err = p.repeat(OpPlus, 0, 0, t, t[1:], repeated)
		return rest, true, err
	case '?':
		rest, err = p.repeat(OpQuest, 0, 0, t, t[1:], repeated)
		return rest, true, err
	case '{':
		low, high, after, ok := counts(t)
		if !ok {
			p.literal('{')
			break
		}
		if low < 0 || low > maxRepeat || high > maxRepeat || high >= 0 && low > high {
			return "", false, &Error{ErrInvalidRepeatSize, t[:len(t)-len(after)]}
		}
		rest, err = p.repeat(OpRepeat, low, high, t, after, repeated)
		return rest, true, err
	case '\\':
		rest, err = p.backslash(t)
		return rest, false, err
	default:
		c, rest, err := character(t)
		if err == nil {
			p.literal(c)
		}
		return rest, false, err
	}
	return t[1:], false, nil
}

func (p *parser) open(cap int, name string) {
	p.levels = append(p.levels, level{flags: p.flags, cap: cap, name: name})
}

func (p *parser) close() error {
	if len(p.levels) == 1 {
		return &Error{ErrUnexpectedParen, p.whole}
	}
	re := p.alternatives()
	group := *p.top()
	p.levels = p.levels[:len(p.levels)-1]
	p.flags = group.flags
	if group.cap > 0 {
		re = &Regexp{Op: OpCapture, Flags: group.flags, Sub: []*Regexp{re}, Cap: group.cap, Name: group.name}
	}
	if len(p.levels) > maxHeight {
		return &Error{ErrNestingDepth, p.whole}
	}
	p.push(re)
	return nil
}

// alternatives returns what has been read of the level.
func (p *parser) alternatives() *Regexp {
	t := p.top()
	last := concatenation(t.items)
	if len(t.before) == 0 {
		return last
	}
	return alternation(append(t.before, last))
}

// repeat repeats the last part. The text of the repetition begins at before and ends at after.
func (p *parser) repeat(op Op, low, high int, before, after, repeated string) (string, error) {
	flags := p.flags
	if p.flags&PerlX != 0 {
		if len(after) > 0 && after[0] == '?' {
			after = after[1:]
			flags ^= NonGreedy
		}
		if repeated != "" {
			return "", &Error{ErrInvalidRepeatOp, repeated[:len(repeated)-len(after)]}
		}
	}
	text := before[:len(before)-len(after)]
	items := p.top().items
	if len(items) == 0 {
		return "", &Error{ErrMissingRepeatArgument, text}
	}
	last := &items[len(items)-1]
	re := &Regexp{Op: op, Flags: flags, Sub: []*Regexp{*last}, Min: low, Max: high}
	*last = re
	if op == OpRepeat {
		if (low >= 2 || high >= 2) && !fewEnough(re, maxRepeat) {
			return "", &Error{ErrInvalidRepeatSize, text}
		}
		if size(re) > maxSize {
			return "", &Error{ErrLarge, p.whole}
		}
	}
	return after, nil
}

// fewEnough says whether no part of re is repeated more than n times, by all the repetitions around it.
func fewEnough(re *Regexp, n int) bool {
	if re.Op == OpRepeat {
		times := re.Max
		if times == 0 {
			return true
		}
		if times < 0 {
			times = re.Min
		}
		if times > n {
			return false
		}
		if times > 0 {
			n /= times
		}
	}
	for _, sub := range re.Sub {
		if !fewEnough(sub, n) {
			return false
		}
	}
	return true
}

// size returns about how many instructions re becomes.
func size(re *Regexp) int {
	n := len(re.Sub)
	if re.Op == OpLiteral {
		n = len(re.Rune)
	}
	for _, sub := range re.Sub {
		n += size(sub)
	}
	if re.Op == OpRepeat {
		n *= max(re.Min, re.Max, 1)
	}
	return max(n, 1)
}

func height(re *Regexp) int {
	h := 0
	for _, sub := range re.Sub {
		h = max(h, height(sub))
	}
	return h + 1
}

// counts reads {n}, {n,} or {n,m}. Numbers that are far too large make low -1.
func counts(s string) (low, high int, rest string, ok bool) {
	low, s, ok = count(s[1:])
	if !ok || s == "" {
		return 0, 0, "", false
	}
	high = low
	if s[0] == ',' {
		s = s[1:]
		if s != "" && s[0] == '}' {
			high = -1
		} else if high, s, ok = count(s); !ok {
			return 0, 0, "", false
		} else if high < 0 {
			low = -1
		}
	}
	if s == "" || s[0] != '}' {
		return 0, 0, "", false
	}
	return low, high, s[1:], true
}

func count(s string) (n int, rest string, ok bool) {
	end := 0
	for end < len(s) && '0' <= s[end] && s[end] <= '9' {
		if n >= 0 {
			n = n*10 + int(s[end]-'0')
		}
		if n >= 1e9 {
			n = -1
		}
		end++
	}
	if end == 0 || end > 1 && s[0] == '0' {
		return 0, s, false
	}
	return n, s[end:], true
}

// perlGroup reads (?flags), (?flags:, (?P<name> or (?<name>.
func (p *parser) perlGroup(s string) (rest string, err error) {
	nameAt := 0
	if len(s) > 4 && s[2] == 'P' && s[3] == '<' {
		nameAt = 4
	} else if len(s) > 3 && s[2] == '<' {
		nameAt = 3
	}
	if nameAt > 0 {
		end := strings.IndexByte(s, '>')
		if end < 0 {
			if err = checkUTF8(s); err != nil {
				return "", err
			}
			return "", &Error{ErrInvalidNamedCapture, s}
		}
		name := s[nameAt:end]
		if err = checkUTF8(name); err != nil {
			return "", err
		}
		if !isName(name) {
			return "", &Error{ErrInvalidNamedCapture, s[:end+1]}
		}
		p.groups++
		p.open(p.groups, name)
		return s[end+1:], nil
	}
	flags, minus, seen := p.flags, false, false
	for t := s[2:]; t != ""; {
		var c rune
		if c, t, err = character(t); err != nil {
			return "", err
		}
		flag, wanted := Flags(0), !minus
		switch c {
		case 'i':
			flag = FoldCase
		case 'm':
			flag, wanted = OneLine, minus
		case 's':
			flag = DotNL
		case 'U':
			flag = NonGreedy
		case '-':
			if !minus {
				minus, seen = true, false
				continue
			}
		case ':', ')':
			if !minus || seen {
				if c == ':' {
					p.open(0, "")
				}
				p.flags = flags
				return t, nil
			}
		}
		if flag == 0 {
			return "", &Error{ErrInvalidPerlOp, s[:len(s)-len(t)]}
		}
		seen = true
		flags &^= flag
		if wanted {
			flags |= flag
		}
	}
	return "", &Error{ErrInvalidPerlOp, s}
}

func isName(name string) bool {
	for _, c := range name {
		if c != '_' && !isAlphanumeric(c) {
			return false
		}
	}
	return name != ""
}

func isAlphanumeric(c rune) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

// backslash reads what begins with one.
func (p *parser) backslash(t string) (rest string, err error) {
	if p.flags&PerlX != 0 && len(t) >= 2 {
		op := Op(0)
		switch t[1] {
		case 'A':
			op = OpBeginText
		case 'z':
			op = OpEndText
		case 'b':
			op = OpWordBoundary
		case 'B':
			op = OpNoWordBoundary
		case 'C':
			return "", &Error{ErrInvalidEscape, t[:2]}
		case 'Q':
			text, rest, _ := strings.Cut(t[2:], `\E`)
			for text != "" {
				c, after, err := character(text)
				if err != nil {
					return "", err
				}
				p.literal(c)
				text = after
			}
			return rest, nil
		}
		if op != 0 {
			p.pushOp(op)
			return t[2:], nil
		}
	}
	class, rest, found, err := p.named(nil, t)
	if err != nil {
		return "", err
	}
	if found {
		p.push(&Regexp{Op: OpCharClass, Flags: p.flags, Rune: clean(class)})
		return rest, nil
	}
	c, rest, err := escaped(t)
	if err == nil {
		p.literal(c)
	}
	return rest, err
}

// named appends the class that s begins with the name of: \pN, \p{Name}, \d and the like.
func (p *parser) named(class []rune, s string) (_ []rune, rest string, found bool, err error) {
	if len(s) < 2 || s[0] != '\\' {
		return class, s, false, nil
	}
	if p.flags&UnicodeGroups != 0 && (s[1] == 'p' || s[1] == 'P') {
		class, rest, err = p.unicodeNamed(class, s)
		return class, rest, true, err
	}
	if p.flags&PerlX != 0 {
		if g, ok := perlGroup(s[1]); ok {
			return p.appendGroup(class, g), s[2:], true, nil
		}
	}
	return class, s, false, nil
}

func (p *parser) unicodeNamed(class []rune, s string) (_ []rune, rest string, err error) {
	negative := s[1] == 'P'
	c, rest, err := character(s[2:])
	if err != nil {
		return nil, "", err
	}
	name := s[2 : len(s)-len(rest)]
	if c == '{' {
		end := strings.IndexByte(s, '}')
		if end < 0 {
			if err = checkUTF8(s); err != nil {
				return nil, "", err
			}
			return nil, "", &Error{ErrInvalidCharRange, s}
		}
		name, rest = s[3:end], s[end+1:]
		if err = checkUTF8(name); err != nil {
			return nil, "", err
		}
	}
	if name != "" && name[0] == '^' {
		negative = !negative
		name = name[1:]
	}
	members, ok := unicodeGroup(name, p.flags&FoldCase != 0)
	if !ok {
		return nil, "", &Error{ErrInvalidCharRange, s[:len(s)-len(rest)]}
	}
	if negative {
		members = negated(members)
	}
	return append(class, members...), rest, nil
}

// class reads [...].
func (p *parser) class(s string) (rest string, err error) {
	t := s[1:]
	negative := false
	var class []rune
	if t != "" && t[0] == '^' {
		negative = true
		t = t[1:]
		if p.flags&ClassNL == 0 {
			class = appendRange(class, '\n', '\n')
		}
	}
	for first := true; t == "" || t[0] != ']' || first; first = false {
		// POSIX: a - that is not first, last or part of a range is an error.
		if t != "" && t[0] == '-' && p.flags&PerlX == 0 && !first && (len(t) == 1 || t[1] != ']') {
			_, size := utf8.DecodeRuneInString(t[1:])
			return "", &Error{ErrInvalidCharRange, t[:1+size]}
		}
		if len(t) > 2 && t[0] == '[' && t[1] == ':' {
			if end := strings.Index(t[2:], ":]"); end >= 0 {
				name := t[2 : 2+end]
				bare := strings.TrimPrefix(name, "^")
				members := posixGroup(bare)
				if members == nil {
					return "", &Error{ErrInvalidCharRange, t[:end+4]}
				}
				class = p.appendGroup(class, group{bare != name, members})
				t = t[end+4:]
				continue
			}
		}
		var found bool
		if class, t, found, err = p.named(class, t); err != nil {
			return "", err
		} else if found {
			continue
		}
		begin := t
		var lo, hi rune
		if lo, t, err = classCharacter(t, s); err != nil {
			return "", err
		}
		hi = lo
		if len(t) >= 2 && t[0] == '-' && t[1] != ']' {
			if hi, t, err = classCharacter(t[1:], s); err != nil {
				return "", err
			}
			if hi < lo {
				return "", &Error{ErrInvalidCharRange, begin[:len(begin)-len(t)]}
			}
		}
		if p.flags&FoldCase == 0 {
			class = appendRange(class, lo, hi)
		} else {
			class = appendFolded(class, lo, hi)
		}
	}
	class = clean(class)
	if negative {
		class = negated(class)
	}
	p.push(&Regexp{Op: OpCharClass, Flags: p.flags, Rune: class})
	return t[1:], nil
}

func classCharacter(s, whole string) (c rune, rest string, err error) {
	if s == "" {
		return 0, "", &Error{ErrMissingBracket, whole}
	}
	if s[0] == '\\' {
		return escaped(s)
	}
	return character(s)
}

// escaped reads a backslash and what stands for a character behind it.
func escaped(s string) (c rune, rest string, err error) {
	if len(s) == 1 {
		return 0, "", &Error{ErrTrailingBackslash, ""}
	}
	c, t, err := character(s[1:])
	if err != nil {
		return 0, "", err
	}
	switch c {
	case '0', '1', '2', '3', '4', '5', '6', '7':
		// One digit but 0 is no number: it would be a back reference.
		if c != '0' && (t == "" || t[0] < '0' || '7' < t[0]) {
			break
		}
		c -= '0'
		for i := 0; i < 2 && t != "" && '0' <= t[0] && t[0] <= '7'; i++ {
			c = c*8 + rune(t[0]-'0')
			t = t[1:]
		}
		return c, t, nil
	case 'x':
		return hexadecimal(s, t)
	case 'a':
		return '\a', t, nil
	case 'f':
		return '\f', t, nil
	case 'n':
		return '\n', t, nil
	case 'r':
		return '\r', t, nil
	case 't':
		return '\t', t, nil
	case 'v':
		return '\v', t, nil
	default:
		if c < utf8.RuneSelf && !isAlphanumeric(c) {
			return c, t, nil
		}
	}
	return 0, "", &Error{ErrInvalidEscape, s[:len(s)-len(t)]}
}

// hexadecimal reads the digits of \x41 or \x{10FFFF}; s begins with the backslash.
func hexadecimal(s, t string) (value rune, rest string, err error) {
	wrong := func(t string) (rune, string, error) {
		return 0, "", &Error{ErrInvalidEscape, s[:len(s)-len(t)]}
	}
	if t == "" {
		return wrong(t)
	}
	c, t, err := character(t)
	if err != nil {
		return 0, "", err
	}
	if c != '{' {
		high := digit(c)
		if c, t, err = character(t); err != nil {
			return 0, "", err
		}
		if low := digit(c); high >= 0 && low >= 0 {
			return high<<4 | low, t, nil
		}
		return wrong(t)
	}
	for n := 0; t != ""; n++ {
		if c, t, err = character(t); err != nil {
			return 0, "", err
		}
		if c == '}' && n > 0 {
			return value, t, nil
		}
		d := digit(c)
		if d < 0 {
			break
		}
		if value = value<<4 | d; value > unicode.MaxRune {
			break
		}
	}
	return wrong(t)
}

func digit(c rune) rune {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}

// character reads a character; at the end of s it is utf8.RuneError.
func character(s string) (c rune, rest string, err error) {
	c, size := utf8.DecodeRuneInString(s)
	if c == utf8.RuneError && size == 1 {
		return 0, "", &Error{ErrInvalidUTF8, s}
	}
	return c, s[size:], nil
}

func checkUTF8(s string) error {
	for s != "" {
		_, rest, err := character(s)
		if err != nil {
			return err
		}
		s = rest
	}
	return nil
}
