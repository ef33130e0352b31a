package regexp

import (
	"regexp/syntax"
	"unicode"
	"unicode/utf8"
)

// program is a compiled expression as the matcher reads it: numbers in one list, four for each instruction. Its
// operations are those of native.cpp.
type program struct {
	code     []int32
	size     int // instructions
	start    int
	prefix   string     // what every match begins with
	first    *[256]bool // bytes that a match can begin with; nil: any, or it can be empty
	anchored bool       // a match begins at the beginning of the text
}

// The operations.
const (
	opFail = iota
	opAlt
	opCapture
	opEmptyWidth
	opMatch
	opNop
	opRanges // arg: where the ranges begin in code; count: how many
	opOne    // arg: the character
	opAny
	opAnyNotNewline
)

const perInstruction = 4 // operation, next, arg, count

func newProgram(p *syntax.Prog) *program {
	n := len(p.Inst)
	out := &program{code: make([]int32, perInstruction*n), size: n, start: p.Start}
	for at := range p.Inst {
		i := &p.Inst[at]
		op, arg, count := opFail, int32(i.Arg), int32(0)
		switch i.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			op = opAlt
		case syntax.InstCapture:
			op = opCapture
		case syntax.InstEmptyWidth:
			op = opEmptyWidth
		case syntax.InstMatch:
			op = opMatch
		case syntax.InstNop:
			op = opNop
		case syntax.InstRune1:
			op, arg = opOne, i.Rune[0]
		case syntax.InstRuneAny:
			op = opAny
		case syntax.InstRuneAnyNotNL:
			op = opAnyNotNewline
		case syntax.InstRune:
			set := rangesOf(i)
			op, arg, count = opRanges, int32(len(out.code)), int32(len(set)/2)
			out.code = append(out.code, set...)
		}
		copy(out.code[perInstruction*at:], []int32{int32(op), int32(i.Out), arg, count})
	}
	out.anchored = p.StartCond()&syntax.EmptyBeginText != 0
	var first [256]bool
	if firstBytes(p, uint32(p.Start), make([]bool, n), &first) {
		out.first = &first
	}
	return out
}

// rangesOf returns what InstRune takes, as ranges.
func rangesOf(i *syntax.Inst) []rune {
	if syntax.Flags(i.Arg)&syntax.FoldCase == 0 {
		return i.Rune
	}
	c := i.Rune[0]
	set := []rune{c, c}
	for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
		set = append(set, f, f)
	}
	return set
}

// firstBytes marks the bytes that what matches from pc on can begin with; false: it can be empty.
func firstBytes(p *syntax.Prog, pc uint32, seen []bool, first *[256]bool) bool {
	if seen[pc] {
		return true
	}
	seen[pc] = true
	i := &p.Inst[pc]
	var set []rune
	switch i.Op {
	case syntax.InstMatch:
		return false
	case syntax.InstFail:
		return true
	case syntax.InstAlt, syntax.InstAltMatch:
		return firstBytes(p, i.Out, seen, first) && firstBytes(p, i.Arg, seen, first)
	case syntax.InstCapture, syntax.InstEmptyWidth, syntax.InstNop:
		return firstBytes(p, i.Out, seen, first)
	case syntax.InstRune1:
		set = []rune{i.Rune[0], i.Rune[0]}
	case syntax.InstRune:
		set = rangesOf(i)
	default:
		return false // any character: nothing is won
	}
	for j := 0; j < len(set); j += 2 {
		for c := set[j]; c <= min(set[j+1], utf8.RuneSelf-1); c++ {
			first[c] = true
		}
		if set[j+1] >= utf8.RuneSelf {
			for c := utf8.RuneSelf; c < len(first); c++ {
				first[c] = true
			}
		}
	}
	return true
}

// match searches text from pos on and notes the ends of the match and its groups in ends, as many as there is room
// for.
//
//go:noescape
func match(code []int32, instructions, start int, text string, pos int, prefix string, first *[256]bool, anchored, longest bool, ends []int) bool

// find returns the ends of the first match from pos on, of at most count numbers: nil if there is none. With count 0
// a match is an empty list. The list is room's if that is large enough.
func (re *Regexp) find(room []int, text string, pos, count int) []int {
	p := re.program
	var own [16]int // so that nothing is made unless there is a match
	ends := own[:]
	if count > len(own) {
		ends = make([]int, count)
	}
	ends = ends[:count]
	for i := range ends {
		ends[i] = -1
	}
	if !match(p.code, p.size, p.start, text, pos, p.prefix, p.first, p.anchored, re.longest, ends) {
		return nil
	}
	if count == 0 {
		return []int{}
	}
	return append(room[:0], ends...)
}
