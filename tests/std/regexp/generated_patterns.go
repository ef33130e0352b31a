// run
// Patterns put together at random, most of them right, over texts of the same letters: all that a Regexp finds.
package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"strings"
)

const patterns = 60 // in bulk: 30000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func pick(list ...string) string { return list[random(len(list))] }

var atoms = []string{"a", "b", "c", ".", "ab", "abc", "[ab]", "[^a]", "[a-c]", `\d`, `\w`, `\s`, `\W`, `\pL`, `\p{Greek}`, `\PN`, "^", "$", `\b`, `\B`,
	`\A`, `\z`, "é", "日", `\x62`, `\Qa.b\E`, "[[:alpha:]]", "[^[:space:]b]", `[\d\-x]`, "K", "s", "", `\n`, `(?i:k)`, `(?i:abc)`, `[^\d]`, "1", " ", `\.`, "(?s).", "(?m)^", "(?m)$"}

func pattern(depth int) string {
	if depth == 0 {
		return atoms[random(len(atoms))]
	}
	switch random(9) {
	case 0, 1, 2:
		return pattern(depth-1) + pattern(depth-1)
	case 3:
		return pattern(depth-1) + "|" + pattern(depth-1)
	case 4:
		return "(" + pattern(depth-1) + ")"
	case 5:
		return pick("(?:", "(?i:", "(?P<n>", "(?<m>", "(?U:", "(?s-i:") + pattern(depth-1) + ")"
	case 6, 7:
		return "(?:" + pattern(depth-1) + ")" + pick("*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{0,2}?", "{2,}", "{0}", "{,2}")
	}
	return pattern(depth-1) + pick("*", "+", "?", "{3}", "", "")
}

func text() string {
	var b strings.Builder
	for range random(14) {
		b.WriteString(pick("a", "b", "c", "ab", "abc", "A", "B", "k", "K", "\u212a", "s", "ſ", "é", "日", "α", "1", "2", " ", "\n", ".", "\xff", "-", "_"))
	}
	return b.String()
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i := range patterns {
		p := pattern(1 + random(4))
		if random(12) == 0 && p != "" {
			at := random(len(p))
			p = p[:at] + pick("(", ")", "[", "]", "*", "\\", "{1001}", "+*", "\xff", "(?", "(?P<", "[z-a]", `\p{Nope}`, `\8`, "[[:nope:]]", "(?i") + p[at:]
		}
		compile := regexp.Compile
		if random(6) == 0 {
			compile = regexp.CompilePOSIX
		}
		re, err := compile(p)
		if err != nil {
			fmt.Fprintf(out, "%d %q %v\n", i, p, err)
			continue
		}
		if random(8) == 0 {
			re.Longest()
		}
		fmt.Fprintf(out, "%d %q %d %q\n", i, p, re.NumSubexp(), re.SubexpNames())
		for range 3 {
			s := text()
			fmt.Fprintf(out, " %q %v %v\n", s, re.FindStringSubmatchIndex(s), re.FindAllStringSubmatchIndex(s, -1))
			fmt.Fprintf(out, " %q %q %v\n", re.ReplaceAllString(s, "<$0${1}>"), re.Split(s, -1), re.MatchString(s))
		}
	}
}
