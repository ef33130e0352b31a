package syntax

import (
	"strconv"
	"strings"
	"unicode"
)

var opNames = [...]string{
	OpNoMatch: "NoMatch", OpEmptyMatch: "EmptyMatch", OpLiteral: "Literal", OpCharClass: "CharClass", OpAnyCharNotNL: "AnyCharNotNL",
	OpAnyChar: "AnyChar", OpBeginLine: "BeginLine", OpEndLine: "EndLine", OpBeginText: "BeginText", OpEndText: "EndText",
	OpWordBoundary: "WordBoundary", OpNoWordBoundary: "NoWordBoundary", OpCapture: "Capture", OpStar: "Star", OpPlus: "Plus",
	OpQuest: "Quest", OpRepeat: "Repeat", OpConcat: "Concat", OpAlternate: "Alternate",
}

// String returns the name without Op.
func (i Op) String() string {
	switch {
	case 0 < i && int(i) < len(opNames):
		return opNames[i]
	case i == 128: // what Go's parser begins its own operators with
		return "opPseudo"
	}
	return "Op(" + strconv.Itoa(int(i)) + ")"
}

// settings are the flags that stand in front of a part of the text.
type settings struct {
	on, off Flags // of FoldCase, OneLine (written as its opposite, m) and DotNL
}

// letters holds the flags as written. OneLine stands here for "m is on".
var letters = [...]struct {
	flag   Flags
	letter byte
}{{FoldCase, 'i'}, {OneLine, 'm'}, {DotNL, 's'}}

func (s settings) String() string {
	var b strings.Builder
	for _, l := range letters {
		if s.on&l.flag != 0 {
			b.WriteByte(l.letter)
		}
	}
	if s.off != 0 {
		b.WriteByte('-')
	}
	for _, l := range letters {
		if s.off&l.flag != 0 {
			b.WriteByte(l.letter)
		}
	}
	return b.String()
}

// printer writes an expression so that it reads as what it is. Flags are written around as much as they fit: at the whole
// expression, or where parts need different ones around the parts in a row that need them.
type printer struct {
	text   strings.Builder
	opened map[*Regexp]Flags // a group with these begins in front of it
	closed map[*Regexp]bool  // and ends behind it
}

// String returns an expression that is parsed as re.
func (re *Regexp) String() string {
	p := printer{opened: map[*Regexp]Flags{}, closed: map[*Regexp]bool{}}
	must, cannot := p.needs(re)
	around := settings{must, cannot &^ FoldCase}
	if around != (settings{}) {
		p.text.WriteString("(?" + around.String() + ":")
	}
	p.write(re, false, around != (settings{}))
	if around != (settings{}) {
		p.text.WriteByte(')')
	}
	return p.text.String()
}

// hasCases says whether r has other cases.
func hasCases(r rune) bool { return unicode.SimpleFold(r) != r }

// closedUnderCase says whether a class has all cases of its characters.
func closedUnderCase(class []rune) bool {
	const first, last = 'A', 0x1e943 // the characters that have cases lie between
	for i := 0; i+1 < len(class); i += 2 {
		for r := max(class[i], first); r <= min(class[i+1], last); r++ {
			for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
				if position(class, f) < 0 {
					return false
				}
			}
		}
	}
	return true
}

// needs returns the flags that must be on around re and those that cannot be, and notes the groups inside.
func (p *printer) needs(re *Regexp) (must, cannot Flags) {
	switch re.Op {
	case OpLiteral:
		for _, r := range re.Rune {
			if hasCases(r) {
				if re.Flags&FoldCase != 0 {
					return FoldCase, 0
				}
				return 0, FoldCase
			}
		}
	case OpCharClass:
		if !closedUnderCase(re.Rune) {
			return 0, FoldCase
		}
	case OpAnyCharNotNL:
		return 0, DotNL
	case OpAnyChar:
		return DotNL, 0
	case OpBeginLine, OpEndLine:
		return OneLine, 0
	case OpEndText:
		if re.Flags&WasDollar != 0 {
			return 0, OneLine
		}
	case OpCapture, OpStar, OpPlus, OpQuest, OpRepeat:
		return p.needs(re.Sub[0])
	case OpConcat, OpAlternate:
		return p.needsOfList(re.Sub)
	}
	return 0, 0
}

func (p *printer) needsOfList(list []*Regexp) (must, cannot Flags) {
	first, last := 0, 0 // the parts that need must
	group := func() {
		if must != 0 {
			p.opened[list[first]] = must
			p.closed[list[last]] = true
		}
	}
	split := false
	var never Flags
	for i, sub := range list {
		on, off := p.needs(sub)
		if must&off != 0 || on&cannot != 0 {
			group()
			must, cannot, first, split = 0, 0, i, true
		}
		must |= on
		cannot |= off
		never |= off
		if on != 0 {
			last = i
		}
		if must == 0 && first == i {
			first++
		}
	}
	if !split {
		return must, cannot
	}
	group()
	return 0, never
}

// write appends re. A group is put around if the operator behind binds stronger, unless one is there: `grouped` says so of the one that the
// caller wrote.
func (p *printer) write(re *Regexp, weak, grouped bool) {
	flags, opens := p.opened[re]
	closes := p.closed[re]
	if opens {
		p.text.WriteString("(?" + settings{on: flags}.String() + ":")
	}
	if closes {
		defer p.text.WriteByte(')')
	}
	if weak && !grouped && !(opens && closes) {
		p.text.WriteString("(?:")
		defer p.text.WriteByte(')')
	}
	switch re.Op {
	case OpNoMatch:
		p.text.WriteString(`[^\x00-\x{10FFFF}]`)
	case OpEmptyMatch:
		p.text.WriteString("(?:)")
	case OpLiteral:
		for _, r := range re.Rune {
			p.character(r, false)
		}
	case OpCharClass:
		p.class(re.Rune)
	case OpAnyCharNotNL, OpAnyChar:
		p.text.WriteByte('.')
	case OpBeginLine:
		p.text.WriteByte('^')
	case OpEndLine:
		p.text.WriteByte('$')
	case OpBeginText:
		p.text.WriteString(`\A`)
	case OpEndText:
		if re.Flags&WasDollar != 0 {
			p.text.WriteByte('$')
		} else {
			p.text.WriteString(`\z`)
		}
	case OpWordBoundary:
		p.text.WriteString(`\b`)
	case OpNoWordBoundary:
		p.text.WriteString(`\B`)
	case OpCapture:
		p.text.WriteByte('(')
		if re.Name != "" {
			p.text.WriteString("?P<" + re.Name + ">")
		}
		if re.Sub[0].Op != OpEmptyMatch {
			p.write(re.Sub[0], false, false)
		}
		p.text.WriteByte(')')
	case OpStar, OpPlus, OpQuest, OpRepeat:
		sub := re.Sub[0]
		p.write(sub, sub.Op > OpCapture || sub.Op == OpLiteral && len(sub.Rune) > 1, false)
		p.operator(re)
	case OpConcat:
		for _, sub := range re.Sub {
			p.write(sub, sub.Op == OpAlternate, false)
		}
	case OpAlternate:
		for i, sub := range re.Sub {
			if i > 0 {
				p.text.WriteByte('|')
			}
			p.write(sub, false, false)
		}
	default:
		p.text.WriteString("<invalid op" + strconv.Itoa(int(re.Op)) + ">")
	}
}

func (p *printer) operator(re *Regexp) {
	switch re.Op {
	case OpStar:
		p.text.WriteByte('*')
	case OpPlus:
		p.text.WriteByte('+')
	case OpQuest:
		p.text.WriteByte('?')
	case OpRepeat:
		p.text.WriteString("{" + strconv.Itoa(re.Min))
		if re.Max != re.Min {
			p.text.WriteByte(',')
			if re.Max >= 0 {
				p.text.WriteString(strconv.Itoa(re.Max))
			}
		}
		p.text.WriteByte('}')
	}
	if re.Flags&NonGreedy != 0 {
		p.text.WriteByte('?')
	}
}

// class writes a class; one that goes from the first character to the last by what it leaves out.
func (p *printer) class(class []rune) {
	switch n := len(class); {
	case n%2 != 0:
		p.text.WriteString("[invalid char class]")
		return
	case n == 0:
		p.text.WriteString(`[^\x00-\x{10FFFF}]`)
		return
	case n > 2 && class[0] == 0 && class[n-1] == unicode.MaxRune:
		p.text.WriteString("[^")
		for i := 1; i < n-1; i += 2 {
			p.between(class[i]+1, class[i+1]-1)
		}
	default:
		p.text.WriteByte('[')
		for i := 0; i < n; i += 2 {
			p.between(class[i], class[i+1])
		}
	}
	p.text.WriteByte(']')
}

func (p *printer) between(lo, hi rune) {
	p.character(lo, lo == '-')
	if lo == hi {
		return
	}
	if hi != lo+1 {
		p.text.WriteByte('-')
	}
	p.character(hi, hi == '-')
}

// character writes r as itself or escaped.
func (p *printer) character(r rune, escape bool) {
	if unicode.IsPrint(r) {
		if escape || strings.ContainsRune(`\.+*?()|[]{}^$`, r) {
			p.text.WriteByte('\\')
		}
		p.text.WriteRune(r)
		return
	}
	if i := strings.IndexRune("\a\f\n\r\t\v", r); i >= 0 {
		p.text.WriteByte('\\')
		p.text.WriteByte("afnrtv"[i])
		return
	}
	digits := strconv.FormatInt(int64(r), 16)
	switch {
	case r >= 0x100:
		p.text.WriteString(`\x{` + digits + "}")
	case r < 0x10:
		p.text.WriteString(`\x0` + digits)
	default:
		p.text.WriteString(`\x` + digits)
	}
}
