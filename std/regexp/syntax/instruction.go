package syntax

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

var instNames = [...]string{
	InstAlt: "InstAlt", InstAltMatch: "InstAltMatch", InstCapture: "InstCapture", InstEmptyWidth: "InstEmptyWidth", InstMatch: "InstMatch",
	InstFail: "InstFail", InstNop: "InstNop", InstRune: "InstRune", InstRune1: "InstRune1", InstRuneAny: "InstRuneAny",
	InstRuneAnyNotNL: "InstRuneAnyNotNL",
}

// String returns the name.
func (i InstOp) String() string {
	if int(i) < len(instNames) {
		return instNames[i]
	}
	return ""
}

// String returns a line for each instruction; a star marks where the program begins.
func (p *Prog) String() string {
	var b strings.Builder
	for i := range p.Inst {
		mark := ""
		if i == p.Start {
			mark = "*"
		}
		fmt.Fprintf(&b, "%3d%s\t%v\n", i, mark, &p.Inst[i])
	}
	return b.String()
}

// String returns the instruction as a text.
func (i *Inst) String() string {
	out := " -> " + strconv.FormatUint(uint64(i.Out), 10)
	arg := strconv.FormatUint(uint64(i.Arg), 10)
	switch i.Op {
	case InstAlt:
		return "alt" + out + ", " + arg
	case InstAltMatch:
		return "altmatch" + out + ", " + arg
	case InstCapture:
		return "cap " + arg + out
	case InstEmptyWidth:
		return "empty " + arg + out
	case InstMatch:
		return "match"
	case InstFail:
		return "fail"
	case InstNop:
		return "nop" + out
	case InstRune:
		if i.Rune == nil {
			return "rune <nil>"
		}
		fold := ""
		if Flags(i.Arg)&FoldCase != 0 {
			fold = "/i"
		}
		return "rune " + strconv.QuoteToASCII(string(i.Rune)) + fold + out
	case InstRune1:
		return "rune1 " + strconv.QuoteToASCII(string(i.Rune)) + out
	case InstRuneAny:
		return "any" + out
	case InstRuneAnyNotNL:
		return "anynotnl" + out
	}
	return ""
}

// position returns the number of the range of a class that has r, or -1.
func position(class []rune, r rune) int {
	low, high := 0, len(class)/2
	for low < high {
		middle := (low + high) / 2
		switch {
		case r < class[2*middle]:
			high = middle
		case r > class[2*middle+1]:
			low = middle + 1
		default:
			return middle
		}
	}
	return -1
}

// MatchRune says whether the instruction takes r.
func (i *Inst) MatchRune(r rune) bool { return i.MatchRunePos(r) >= 0 }

// MatchRunePos returns the number of the range of i.Rune that has r, or -1.
func (i *Inst) MatchRunePos(r rune) int {
	if len(i.Rune) != 1 {
		return position(i.Rune, r)
	}
	only := i.Rune[0]
	if r == only {
		return 0
	}
	if Flags(i.Arg)&FoldCase != 0 {
		for f := unicode.SimpleFold(only); f != only; f = unicode.SimpleFold(f) {
			if r == f {
				return 0
			}
		}
	}
	return -1
}

// MatchEmptyWidth says whether the condition of the instruction holds between two characters; -1 stands for none.
func (i *Inst) MatchEmptyWidth(before rune, after rune) bool {
	condition := EmptyOp(i.Arg)
	if condition == 0 || condition&(condition-1) != 0 || condition > EmptyNoWordBoundary {
		panic("unknown empty width arg")
	}
	return EmptyOpContext(before, after)&condition != 0
}
