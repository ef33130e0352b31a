// Package syntax reads regular expressions and turns them into programs for package regexp.
//
// Left out: texts of expressions and programs (String), stepping through a program (Inst.MatchRune and others).
package syntax

// Error says what is wrong with an expression, and where.
type Error struct {
	Code ErrorCode
	Expr string
}

func (e *Error) Error() string {
	return "error parsing regexp: " + e.Code.String() + ": `" + e.Expr + "`"
}

// ErrorCode is what is wrong with an expression.
type ErrorCode string

const (
	ErrInternalError         ErrorCode = "regexp/syntax: internal error"
	ErrInvalidCharClass      ErrorCode = "invalid character class"
	ErrInvalidCharRange      ErrorCode = "invalid character class range"
	ErrInvalidEscape         ErrorCode = "invalid escape sequence"
	ErrInvalidNamedCapture   ErrorCode = "invalid named capture"
	ErrInvalidPerlOp         ErrorCode = "invalid or unsupported Perl syntax"
	ErrInvalidRepeatOp       ErrorCode = "invalid nested repetition operator"
	ErrInvalidRepeatSize     ErrorCode = "invalid repeat count"
	ErrInvalidUTF8           ErrorCode = "invalid UTF-8"
	ErrMissingBracket        ErrorCode = "missing closing ]"
	ErrMissingParen          ErrorCode = "missing closing )"
	ErrMissingRepeatArgument ErrorCode = "missing argument to repetition operator"
	ErrTrailingBackslash     ErrorCode = "trailing backslash at end of expression"
	ErrUnexpectedParen       ErrorCode = "unexpected )"
	ErrNestingDepth          ErrorCode = "expression nests too deeply"
	ErrLarge                 ErrorCode = "expression too large"
)

func (e ErrorCode) String() string { return string(e) }

// Flags control the parser, and say of a part of an expression under which it was read.
type Flags uint16

const (
	FoldCase      Flags = 1 << iota // upper and lower case match each other
	Literal                         // the expression is a text
	ClassNL                         // negated classes match a newline
	DotNL                           // . matches a newline
	OneLine                         // ^ and $ match at the ends of the text only
	NonGreedy                       // repetitions prefer fewer
	PerlX                           // Perl's extensions
	UnicodeGroups                   // \p{Han}, \P{Han}
	WasDollar                       // the OpEndText was a $
	Simple                          // has no counted repetition

	MatchNL = ClassNL | DotNL

	Perl        = ClassNL | OneLine | PerlX | UnicodeGroups
	POSIX Flags = 0
)

// Op is what a part of an expression does.
type Op uint8

const (
	OpNoMatch        Op = 1 + iota // matches nothing
	OpEmptyMatch                   // matches the empty text
	OpLiteral                      // matches Rune
	OpCharClass                    // matches the ranges in Rune
	OpAnyCharNotNL                 // matches any character but a newline
	OpAnyChar                      // matches any character
	OpBeginLine                    // matches at the beginning of a line
	OpEndLine                      // matches at the end of a line
	OpBeginText                    // matches at the beginning of the text
	OpEndText                      // matches at the end of the text
	OpWordBoundary                 // matches between a word and what is none
	OpNoWordBoundary               // matches where OpWordBoundary does not
	OpCapture                      // a group with number Cap and perhaps a Name
	OpStar                         // any number of Sub[0]
	OpPlus                         // at least one Sub[0]
	OpQuest                        // Sub[0] or nothing
	OpRepeat                       // Min to Max of Sub[0]; Max -1: no limit
	OpConcat                       // all of Sub in their order
	OpAlternate                    // one of Sub
)

// Regexp is a part of an expression.
type Regexp struct {
	Op       Op
	Flags    Flags
	Sub      []*Regexp
	Sub0     [1]*Regexp
	Rune     []rune
	Rune0    [2]rune
	Min, Max int
	Cap      int
	Name     string
}

// Equal says whether x and y are made alike.
func (x *Regexp) Equal(y *Regexp) bool {
	if x == nil || y == nil {
		return x == y
	}
	if x.Op != y.Op || len(x.Rune) != len(y.Rune) || len(x.Sub) != len(y.Sub) {
		return false
	}
	switch x.Op {
	case OpEndText:
		if (x.Flags^y.Flags)&WasDollar != 0 {
			return false
		}
	case OpLiteral:
		if (x.Flags^y.Flags)&FoldCase != 0 {
			return false
		}
	case OpStar, OpPlus, OpQuest, OpRepeat:
		if (x.Flags^y.Flags)&NonGreedy != 0 || x.Min != y.Min || x.Max != y.Max {
			return false
		}
	case OpCapture:
		if x.Cap != y.Cap || x.Name != y.Name {
			return false
		}
	}
	for i, r := range x.Rune {
		if r != y.Rune[i] {
			return false
		}
	}
	for i, sub := range x.Sub {
		if !sub.Equal(y.Sub[i]) {
			return false
		}
	}
	return true
}

// MaxCap returns the highest number of a group.
func (re *Regexp) MaxCap() int {
	highest := 0
	if re.Op == OpCapture {
		highest = re.Cap
	}
	for _, sub := range re.Sub {
		highest = max(highest, sub.MaxCap())
	}
	return highest
}

// CapNames returns the names of the groups by their numbers.
func (re *Regexp) CapNames() []string {
	names := make([]string, re.MaxCap()+1)
	re.nameGroups(names)
	return names
}

func (re *Regexp) nameGroups(names []string) {
	if re.Op == OpCapture {
		names[re.Cap] = re.Name
	}
	for _, sub := range re.Sub {
		sub.nameGroups(names)
	}
}

// Simplify returns an expression that matches the same without counted repetitions.
func (re *Regexp) Simplify() *Regexp {
	if re == nil {
		return nil
	}
	switch re.Op {
	case OpCapture, OpConcat, OpAlternate:
		simple := *re
		simple.Sub = make([]*Regexp, len(re.Sub))
		for i, sub := range re.Sub {
			simple.Sub[i] = sub.Simplify()
		}
		return &simple
	case OpStar, OpPlus, OpQuest:
		return repeated(re.Op, re.Flags, re.Sub[0].Simplify())
	case OpRepeat:
		return re.expanded(re.Sub[0].Simplify())
	}
	return re
}

// repeated repeats sub. The operators do nothing to the empty text, and nothing to themselves.
func repeated(op Op, flags Flags, sub *Regexp) *Regexp {
	if sub.Op == OpEmptyMatch || op == sub.Op && (flags^sub.Flags)&NonGreedy == 0 {
		return sub
	}
	return &Regexp{Op: op, Flags: flags, Sub: []*Regexp{sub}}
}

// expanded writes a counted repetition out: x{2,4} as xx(x(x)?)?.
func (re *Regexp) expanded(sub *Regexp) *Regexp {
	switch {
	case re.Min == 0 && re.Max == 0:
		return &Regexp{Op: OpEmptyMatch}
	case re.Min == 0 && re.Max == -1:
		return repeated(OpStar, re.Flags, sub)
	case re.Min == 1 && re.Max == -1:
		return repeated(OpPlus, re.Flags, sub)
	case re.Min == 1 && re.Max == 1:
		return sub
	}
	all := &Regexp{Op: OpConcat}
	for range re.Min {
		all.Sub = append(all.Sub, sub)
	}
	if re.Max == -1 {
		all.Sub[re.Min-1] = repeated(OpPlus, re.Flags, sub)
		return all
	}
	if re.Max > re.Min {
		rest := repeated(OpQuest, re.Flags, sub)
		for range re.Max - re.Min - 1 {
			rest = repeated(OpQuest, re.Flags, &Regexp{Op: OpConcat, Sub: []*Regexp{sub, rest}})
		}
		if re.Min == 0 {
			return rest
		}
		all.Sub = append(all.Sub, rest)
	}
	return all
}
