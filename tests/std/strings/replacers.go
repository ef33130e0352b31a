// run
// Replacers of every form over generated strings; the pieces WriteString writes; writers that fail.
package main

import (
	"errors"
	"fmt"
	"strings"
)

const rounds = 60 // in bulk: 20000

var state uint64 = 0x9e3779b97f4a7c15

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

// word returns up to n letters of a small alphabet.
func word(n int) string {
	b := make([]byte, random(n+1))
	for i := range b {
		b[i] = "abcd"[random(4)]
	}
	return string(b)
}

// pieces records what is written, up to a number of writes.
type pieces struct {
	list []string
	left int
}

func (p *pieces) Write(b []byte) (int, error) {
	if p.left--; p.left < 0 {
		return len(b) / 2, errors.New("full")
	}
	p.list = append(p.list, string(b))
	return len(b), nil
}

func main() {
	for i := range rounds {
		var oldnew []string
		for range 1 + random(5) {
			length := 3
			if i%3 == 0 {
				length = 1
			}
			oldnew = append(oldnew, word(length), word(2))
			if i%3 == 0 && oldnew[len(oldnew)-2] == "" {
				oldnew[len(oldnew)-2] = "c"
			}
			if i%6 == 0 {
				oldnew[len(oldnew)-1] = "abcd"[random(4):][:1]
			}
		}
		r := strings.NewReplacer(oldnew...)
		s := word(12)
		p := &pieces{left: 2 + random(8)}
		n, err := r.WriteString(p, s)
		fmt.Printf("%q %q %q %q %d %v\n", oldnew, s, r.Replace(s), p.list, n, err)
	}
	html := strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", `"`, "&quot;")
	fmt.Println(html.Replace(`<a href="x">&</a>`), html.Replace("nothing"), html.Replace(""))
	fmt.Println(strings.NewReplacer().Replace("same"), strings.NewReplacer("", "-").Replace("abc"), strings.NewReplacer("a", "1", "a", "2").Replace("aa"))
	fmt.Println(strings.NewReplacer("a", "a", "a", "b").Replace("aa"), strings.NewReplacer("", "X", "", "Y").Replace(""))
	var b strings.Builder
	fmt.Println(strings.NewReplacer("hello", "HELLO").WriteString(&b, "hello, hello"))
	fmt.Println(b.String())
	defer func() { fmt.Println(recover()) }()
	strings.NewReplacer("odd")
}

// Output:
// ["c" "c"] "dcdcbdd" "dcdcbdd" ["dcdcbdd"] 7 <nil>
// ["" "a"] "adddcababbd" "aaadadadacaaabaaababada" ["" "a" "a" "a" "d" "a" "d" "a"] 7 full
// ["" "cd" "" "" "ad" "" "aa" "a"] "dacddabdad" "cddcdacdccddcddcdacdbcddcdcd" ["" "cd" "d" "cd" "a" "cd" "c"] 10 full
// ["c" "ca" "d" "" "c" "" "c" ""] "dbdadadadc" "baaaca" ["" "b" "" "a" ""] 2 full
// ["ac" "ac" "db" "d"] "cdaaaabacacd" "cdaaaabacacd" ["cdaaaab" "ac" "" "ac" "d"] 12 <nil>
// ["a" "d" "" "cd" "cbb" "b" "d" "c"] "dadb" "cdcdcdccdbcd" ["" "cd" "" "c" "" "d" ""] 5 full
// ["c" "c"] "bdcbcdcb" "bdcbcdcb" ["bdcbcdcb"] 8 <nil>
// ["b" "ad" "a" "" "dd" ""] "adab" "dad" ["" ""] 0 full
// ["ac" "ba" "" ""] "ddcadbaca" "ddcadbbaa" ["" "" "d"] 1 full
// ["c" "dc" "c" "b" "d" "c" "a" "bb"] "cdbbbb" "dccbbbb" ["dc" "c" "bbbb"] 7 <nil>
// ["a" "" "" "d"] "" "d" ["" "d"] 1 <nil>
// ["" "db" "" "bb" "aa" "" "acb" "ba" "c" "c"] "aacdcbcbbbd" "dbdbcdbddbcdbbdbcdbbdbbdbbdbddb" ["" "db" "" "" "" "db"] 4 full
// ["c" "c" "a" "b"] "adccaabcc" "bdccbbbcc" ["b" "dcc"] 4 full
// ["b" "aa" "dc" "b" "" "b" "cb" "aa" "" "d"] "b" "aab" ["" "aa" "" "b"] 3 <nil>
// ["" "" "bc" "db" "c" ""] "acbd" "abd" ["" "" "a" ""] 1 full
// ["a" "bd" "c" "a" "c" "" "c" "cc"] "dab" "dbdb" ["d" "bd"] 3 full
// ["cdc" "dd" "c" "ca"] "cbadcac" "cabadcaaca" ["" "ca" "bad" "ca" "a"] 9 full
// ["dba" "dd" "a" "" "bd" "d"] "ccbcab" "ccbcb" ["ccbc" "" "b"] 5 <nil>
// ["d" "b" "c" "b" "d" "a" "b" "c"] "baaacadcca" "caaababbba" ["c" "aaa" "b" "a" "b" "b" "b"] 9 full
// ["" "" "" "a" "bca" "" "ad" "dc"] "cbd" "cbd" ["" ""] 0 full
// ["dd" "b" "cd" "dc" "ab" ""] "ca" "ca" ["ca"] 2 <nil>
// ["b" "da" "c" "d"] "abbcbd" "adadaddad" ["a" "da" "da" "d"] 7 full
// ["d" "" "bb" "" "c" "dc" "" "cc" "a" "cb"] "ad" "cccbcc" ["" "cc" "" "cb" ""] 4 full
// ["da" "c"] "dcddc" "dcddc" ["dcddc"] 5 <nil>
// ["c" "c" "a" "c" "c" "c"] "cbcbbbdcacb" "cbcbbbdcccb" ["cbcbbbdc" "c" "cb"] 11 <nil>
// ["c" "c" "bbd" "a" "abb" "ca" "d" "" "d" ""] "bbabc" "bbabc" ["bbab" "c"] 5 <nil>
// ["b" "a" "c" "" "" "d" "dca" "db" "ab" ""] "babaabcaaada" "addaddadadadddad" ["" "a" "" "d" ""] 2 full
// ["c" "aa" "d" "ad" "c" ""] "abdcdba" "abadaaadba" ["ab" "ad" "aa" "ad" "ba"] 10 <nil>
// ["" ""] "b" "b" ["" "" "b" ""] 1 <nil>
// ["b" ""] "" "" [] 0 <nil>
// ["d" "b" "c" "d" "d" "d" "b" "a" "c" "c"] "bdadaba" "ababaaa" ["a" "b" "a" "b" "a" "a" "a"] 7 <nil>
// ["aca" "aa" "a" "" "dca" ""] "dbba" "dbb" ["dbb" ""] 3 <nil>
// ["" "" "ac" "a" "" "d" "aa" "aa"] "dad" "dad" ["" "" "d" ""] 1 full
// ["d" "" "c" "ca"] "bdacddb" "bacab" ["b" "" "a" "ca" ""] 4 full
// ["c" "b" "ab" ""] "dadcdcab" "dadbdb" ["dad" "b" "d" "b" ""] 6 full
// ["ac" "c" "bbc" "aa"] "cca" "cca" ["cca"] 3 <nil>
// ["c" "c" "c" "d"] "bbbdcbbacca" "bbbdcbbacca" ["bbbdcbbacca"] 11 <nil>
// ["b" "ba"] "bcabab" "bacabaaba" ["ba" "ca" "ba" "a" "ba"] 9 <nil>
// ["dc" "da"] "ddcdc" "ddada" ["d" "da" "" "da"] 5 full
// ["c" "db" "b" "ca" "a" "dc" "d" ""] "cabdb" "dbdccaca" ["db" "dc" "ca" "" "ca"] 8 <nil>
// ["" "a" "ca" "db"] "dad" "adaaada" ["" "a"] 1 full
// ["" "" "" "d"] "dcbaacdaadcd" "dcbaacdaadcd" ["" "" "d" ""] 1 full
// ["a" "b" "a" "d" "c" "a" "c" "d"] "aaacba" "bbbabb" ["b" "b" "b" "a" "b" "b"] 6 <nil>
// ["aca" "bb"] "adc" "adc" ["adc"] 3 <nil>
// ["cca" "cd" "ba" "a" "" "" "d" "b"] "bddacbad" "bbbacab" ["" "" "b" "" "" "b" "" ""] 2 full
// ["c" "a" "c" "dd"] "" "" [] 0 <nil>
// ["cc" "" "cb" "" "" "b"] "d" "bdb" ["" "b" "d"] 2 full
// ["cb" "" "" "ac" "b" "d"] "bcdaad" "acdaccacdacaacaacdac" ["" "ac" ""] 2 full
// ["b" "d" "a" "c"] "ddcadaadcad" "ddccdccdccd" ["ddc" "c" "d" "c" "c" "dc" "c" "d"] 11 <nil>
// ["bb" "a" "" ""] "abbccadc" "aaccadc" ["" "" "a" "a" "" "" "c"] 3 full
// ["da" "c" "bcc" "bb" "" ""] "dcccd" "dcccd" ["" "" "d" "" "c" "" "c" ""] 3 full
// ["d" "" "c" "" "c" "da" "d" "ac" "c" ""] "ccddbdabcc" "bab" ["" "" ""] 0 full
// ["c" "c" "" "" "cdc" ""] "aaacddbc" "aaacddbc" ["" "" "a" "" "a" "" "a"] 3 full
// ["" "d"] "cdc" "dcdddcd" ["" "d"] 1 full
// ["c" "d" "c" "b" "c" "a" "c" "b"] "c" "d" ["d"] 1 <nil>
// ["" "" "dca" "" "bc" "d" "dab" "c"] "bcabbadcba" "dabbadcba" ["" "" "" "d" "" "" "a" "" "b"] 3 full
// ["" "" "bb" "d"] "babbadbbada" "badaddada" ["" ""] 0 full
// ["c" "ca"] "bdbccad" "bdbcacaad" ["bdb" "ca" "ca"] 8 full
// ["" "dd" "" "b" "cad" "c" "" ""] "b" "ddbdd" ["" "dd" "b" "dd"] 5 <nil>
// ["d" "dd" "" "" "ab" "d" "c" "ab"] "" "" ["" ""] 0 <nil>
// &lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt; nothing
// same -a-b-c- 11
// aa X
// 12 <nil>
// HELLO, HELLO
// strings.NewReplacer: odd argument count
