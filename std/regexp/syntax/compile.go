package syntax

import "unicode"

// Prog is an expression as instructions.
type Prog struct {
	Inst   []Inst
	Start  int // where it begins
	NumCap int // how many ends of groups it notes
}

// InstOp is what an instruction does.
type InstOp uint8

const (
	InstAlt          InstOp = iota // goes on at Out, and if that fails at Arg
	InstAltMatch                   // as InstAlt, where one of them matches everything
	InstCapture                    // notes the place as end Arg of a group
	InstEmptyWidth                 // goes on if the conditions Arg hold
	InstMatch                      // has matched
	InstFail                       // fails
	InstNop                        // goes on
	InstRune                       // takes a character of Rune
	InstRune1                      // takes the character Rune[0]
	InstRuneAny                    // takes any character
	InstRuneAnyNotNL               // takes any character but a newline
)

// EmptyOp is a set of conditions on a place between characters.
type EmptyOp uint8

const (
	EmptyBeginLine EmptyOp = 1 << iota
	EmptyEndLine
	EmptyBeginText
	EmptyEndText
	EmptyWordBoundary
	EmptyNoWordBoundary
)

// IsWordChar says whether r is an ASCII letter, digit or underscore.
func IsWordChar(r rune) bool { return r == '_' || isAlphanumeric(r) }

// EmptyOpContext returns the conditions that hold between two characters; -1 stands for none.
func EmptyOpContext(r1, r2 rune) EmptyOp {
	op := EmptyNoWordBoundary
	if IsWordChar(r1) != IsWordChar(r2) {
		op = EmptyWordBoundary
	}
	if r1 == '\n' || r1 < 0 {
		op |= EmptyBeginLine
	}
	if r2 == '\n' || r2 < 0 {
		op |= EmptyEndLine
	}
	if r1 < 0 {
		op |= EmptyBeginText
	}
	if r2 < 0 {
		op |= EmptyEndText
	}
	return op
}

// Inst is an instruction. InstRune takes the ranges in Rune, or one character there in any case if Arg is FoldCase.
type Inst struct {
	Op   InstOp
	Out  uint32
	Arg  uint32
	Rune []rune
}

// Prefix returns the text that every match begins with, and whether that is all of the match.
func (p *Prog) Prefix() (prefix string, complete bool) {
	i := p.skip(uint32(p.Start))
	var text []rune
	for i.Op == InstRune1 && len(i.Rune) == 1 && i.Rune[0] != unicode.ReplacementChar {
		text = append(text, i.Rune[0])
		i = p.skip(i.Out)
	}
	return string(text), i.Op == InstMatch
}

// skip returns the instruction from pc on that does something to the text.
func (p *Prog) skip(pc uint32) *Inst {
	i := &p.Inst[pc]
	for i.Op == InstNop || i.Op == InstCapture {
		i = &p.Inst[i.Out]
	}
	return i
}

// StartCond returns the conditions that hold where any match begins; all if there is none.
func (p *Prog) StartCond() EmptyOp {
	var conditions EmptyOp
	for i := &p.Inst[p.Start]; ; i = &p.Inst[i.Out] {
		switch i.Op {
		case InstEmptyWidth:
			conditions |= EmptyOp(i.Arg)
		case InstFail:
			return ^EmptyOp(0)
		case InstCapture, InstNop:
		default:
			return conditions
		}
	}
}

var (
	anyCharacter  = []rune{0, unicode.MaxRune}
	anyButNewline = []rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}
)

// fragment is a piece of a program: where it begins, and the places to be filled with where it goes on.
type fragment struct {
	begin    uint32 // 0: it matches nothing
	ends     []*uint32
	nullable bool // it may match the empty text
}

// compiler appends instructions. Places to be filled must stay where they are: room for all is made first.
type compiler struct {
	prog *Prog
}

// Compile returns the program of an expression without counted repetitions.
func Compile(re *Regexp) (*Prog, error) {
	c := compiler{&Prog{NumCap: 2, Inst: make([]Inst, 0, instructions(re)+2)}}
	c.add(InstFail)
	f := c.compile(re)
	c.fill(f.ends, c.add(InstMatch))
	c.prog.Start = int(f.begin)
	return c.prog, nil
}

// instructions returns how many instructions re becomes at most.
func instructions(re *Regexp) int {
	n := max(len(re.Sub), 1) + 2
	if re.Op == OpLiteral {
		n += len(re.Rune)
	}
	for _, sub := range re.Sub {
		n += instructions(sub)
	}
	return n
}

func (c *compiler) add(op InstOp) uint32 {
	c.prog.Inst = append(c.prog.Inst, Inst{Op: op})
	return uint32(len(c.prog.Inst) - 1)
}

func (c *compiler) fill(ends []*uint32, target uint32) {
	for _, end := range ends {
		*end = target
	}
}

// step is a fragment of one instruction.
func (c *compiler) step(op InstOp, arg uint32) fragment {
	at := c.add(op)
	i := &c.prog.Inst[at]
	i.Arg = arg
	return fragment{at, []*uint32{&i.Out}, true}
}

func (c *compiler) compile(re *Regexp) fragment {
	greedy := re.Flags&NonGreedy == 0
	switch re.Op {
	case OpNoMatch:
		return fragment{}
	case OpEmptyMatch:
		return c.step(InstNop, 0)
	case OpLiteral:
		return c.literal(re)
	case OpCharClass:
		return c.characters(re.Rune, 0)
	case OpAnyCharNotNL:
		return c.characters(anyButNewline, 0)
	case OpAnyChar:
		return c.characters(anyCharacter, 0)
	case OpBeginLine:
		return c.step(InstEmptyWidth, uint32(EmptyBeginLine))
	case OpEndLine:
		return c.step(InstEmptyWidth, uint32(EmptyEndLine))
	case OpBeginText:
		return c.step(InstEmptyWidth, uint32(EmptyBeginText))
	case OpEndText:
		return c.step(InstEmptyWidth, uint32(EmptyEndText))
	case OpWordBoundary:
		return c.step(InstEmptyWidth, uint32(EmptyWordBoundary))
	case OpNoWordBoundary:
		return c.step(InstEmptyWidth, uint32(EmptyNoWordBoundary))
	case OpCapture:
		c.prog.NumCap = max(c.prog.NumCap, 2*re.Cap+2)
		open := c.step(InstCapture, uint32(2*re.Cap))
		inner := c.compile(re.Sub[0])
		return c.both(c.both(open, inner), c.step(InstCapture, uint32(2*re.Cap+1)))
	case OpStar:
		return c.star(c.compile(re.Sub[0]), greedy)
	case OpPlus:
		return c.plus(c.compile(re.Sub[0]), greedy)
	case OpQuest:
		return c.optional(c.compile(re.Sub[0]), greedy)
	case OpConcat:
		f := c.compile(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			f = c.both(f, c.compile(sub))
		}
		return f
	case OpAlternate:
		var f fragment
		for _, sub := range re.Sub {
			f = c.either(f, c.compile(sub))
		}
		return f
	}
	panic("regexp/syntax: Compile of a counted repetition")
}

func (c *compiler) literal(re *Regexp) fragment {
	if len(re.Rune) == 0 {
		return c.step(InstNop, 0)
	}
	f := c.characters(re.Rune[:1], re.Flags)
	for j := 1; j < len(re.Rune); j++ {
		f = c.both(f, c.characters(re.Rune[j:j+1], re.Flags))
	}
	return f
}

// characters takes one character: of ranges, or the only one in set, perhaps in any case.
func (c *compiler) characters(set []rune, flags Flags) fragment {
	op, fold := InstRune, Flags(0)
	switch {
	case len(set) == 1 && flags&FoldCase != 0 && unicode.SimpleFold(set[0]) != set[0]:
		fold = FoldCase
	case len(set) == 1 || len(set) == 2 && set[0] == set[1]:
		op = InstRune1
	case len(set) == 2 && set[0] == 0 && set[1] == unicode.MaxRune:
		op = InstRuneAny
	case len(set) == 4 && set[0] == 0 && set[1] == '\n'-1 && set[2] == '\n'+1 && set[3] == unicode.MaxRune:
		op = InstRuneAnyNotNL
	}
	f := c.step(op, uint32(fold))
	f.nullable = false
	c.prog.Inst[f.begin].Rune = set
	return f
}

func (c *compiler) both(f, g fragment) fragment {
	if f.begin == 0 || g.begin == 0 {
		return fragment{}
	}
	c.fill(f.ends, g.begin)
	return fragment{f.begin, g.ends, f.nullable && g.nullable}
}

func (c *compiler) either(f, g fragment) fragment {
	if f.begin == 0 {
		return g
	}
	if g.begin == 0 {
		return f
	}
	at := c.add(InstAlt)
	i := &c.prog.Inst[at]
	i.Out, i.Arg = f.begin, g.begin
	return fragment{at, append(f.ends, g.ends...), f.nullable || g.nullable}
}

// choice is an instruction that prefers to go to begin, if it is greedy, or else to go past it; the other way is open.
func (c *compiler) choice(begin uint32, greedy bool) (at uint32, open *uint32) {
	at = c.add(InstAlt)
	i := &c.prog.Inst[at]
	if greedy {
		i.Out = begin
		return at, &i.Arg
	}
	i.Arg = begin
	return at, &i.Out
}

func (c *compiler) optional(f fragment, greedy bool) fragment {
	at, open := c.choice(f.begin, greedy)
	return fragment{at, append(f.ends, open), true}
}

// loop goes to f again and again; it begins with the choice.
func (c *compiler) loop(f fragment, greedy bool) fragment {
	at, open := c.choice(f.begin, greedy)
	c.fill(f.ends, at)
	return fragment{at, []*uint32{open}, true}
}

func (c *compiler) plus(f fragment, greedy bool) fragment {
	return fragment{f.begin, c.loop(f, greedy).ends, f.nullable}
}

// star is loop. What may match the empty text is tried once before it may be left out: (f+)?
func (c *compiler) star(f fragment, greedy bool) fragment {
	if f.nullable {
		return c.optional(c.plus(f, greedy), greedy)
	}
	return c.loop(f, greedy)
}
