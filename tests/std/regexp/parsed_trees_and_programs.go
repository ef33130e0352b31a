// run
// Trees and programs of regexp/syntax: their texts, simplified forms, what instructions match.
package main

import (
	"fmt"
	"regexp"
	"regexp/syntax"
)

var patterns = []string{
	"", "a", "abc", "(?i:abc)", "(?i:k)1", "a.b", "(?s:a.b)", "a*", "a*?", "a+", "a?", "a??", "a{2}", "a{2,}", "a{2,5}", "(?:ab){0,3}?", "(?U:a*)", "(a)(?P<n>b)(?<m>c)",
	"a|b", "abc|abd", "a|bc|d", "(?:ab|cd)*", "[a-z]", "[^a-z]", "[abc]", "[^a]", `\d`, `\D\w\W\s\S`, "[[:alpha:]]", `\p{Greek}`, "^a$", `\Aa\z`, `(?m:^a$)`, `\bx\B`,
	"(?i:straße)", "[aA]", "[k-l]", "(?i)[k-l]", "x{0}", "x{1}", "x{0,1}", "(?:x{2}){3}", "(?:)|a", "a|", "()", "(a|b|)", "[^\\x00-\\x{10FFFF}]", "日本+", `\x{1F600}`, "\\n\\t\\a", `\.\*\[`,
	"(?:a|b)|(?:c|d)", "a(?:b(?:c))", "((a))", "(?s).*", "(?-s).*", "(?m)^(?-m)$", "(?i)a(?-i)b", "(?:a*)*", "(?:a+)?", "(?:a?)+", "a**", "(", "a)", "[z-a]", "(?P<x>", `\8`, "x{1001}", "x{2}{1000}", "(?i)(?s)", "\\Q.*\\E+",
}

func main() {
	for _, p := range patterns {
		for _, flags := range []syntax.Flags{syntax.Perl, syntax.POSIX} {
			re, err := syntax.Parse(p, flags)
			if err != nil {
				fmt.Printf("%q %v\n", p, err)
				continue
			}
			s := re.Simplify()
			fmt.Printf("%q %v %v %v %d %q %v\n", p, re.Op, re.String(), s.String(), re.MaxCap(), re.CapNames(), re.Equal(s))
			prog, err := syntax.Compile(s)
			if err != nil {
				fmt.Println(err)
				continue
			}
			prefix, complete := prog.Prefix()
			fmt.Printf("%q %v %v\n", prefix, complete, prog.StartCond())
			if flags == syntax.Perl {
				fmt.Print(prog.String())
			}
		}
	}
	for op := syntax.OpNoMatch; op <= syntax.OpAlternate+1; op++ {
		fmt.Print(op.String(), " ")
	}
	fmt.Println(syntax.Op(128).String())
	for op := syntax.InstAlt; op <= syntax.InstRuneAnyNotNL+1; op++ {
		fmt.Print(op.String(), " ")
	}
	fmt.Println()
	for _, r := range []rune{-1, '\n', 'a', '_', '9', ' ', 'é'} {
		fmt.Print(syntax.IsWordChar(r), " ")
		for _, next := range []rune{-1, '\n', 'a', ' '} {
			fmt.Print(syntax.EmptyOpContext(r, next), " ")
		}
	}
	fmt.Println()
	for _, p := range []string{"[a-cx-z]", "(?i:k)", ".", "(?s:.)", "[^a]", "[a]", "日", `\b`, "^", "$", `(?m:$)`, `\B`, `\p{Greek}`} {
		re, _ := syntax.Parse(p, syntax.Perl)
		prog, _ := syntax.Compile(re.Simplify())
		for i := range prog.Inst {
			in := &prog.Inst[i]
			switch in.Op {
			case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
				for _, r := range []rune{'a', 'b', 'y', 'k', 'K', '\u212a', '\n', '日', 'é'} {
					fmt.Print(in.MatchRune(r), " ")
					if in.Op == syntax.InstRune || in.Op == syntax.InstRune1 {
						fmt.Print(in.MatchRunePos(r), " ")
					}
				}
			case syntax.InstEmptyWidth:
				for _, r := range []rune{-1, 'a', '\n', ' '} {
					fmt.Print(in.MatchEmptyWidth(r, 'x'), in.MatchEmptyWidth('x', r), in.MatchEmptyWidth(r, -1), " ")
				}
			default:
				continue
			}
			fmt.Println(in.String())
		}
	}
	fmt.Println(regexp.MustCompile("a(b)").String())
}
