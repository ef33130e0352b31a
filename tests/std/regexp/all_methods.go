// run
// Every function and method of the package; long texts, which are matched in another way; panics and odd arguments.
package main

import (
	"fmt"
	"regexp"
	"strings"
)

func main() {
	re := regexp.MustCompile(`(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?`)
	s := "from 2023-05-17 to 2024-11, not 99-1"
	b := []byte(s)
	fmt.Println(re, re.NumSubexp(), re.SubexpNames(), re.SubexpIndex("month"), re.SubexpIndex("no"), re.SubexpIndex(""))
	fmt.Println(re.MatchString(s), re.Match(b), re.MatchReader(strings.NewReader(s)), re.MatchString("x"))
	fmt.Printf("%q %v %q %v\n", re.Find(b), re.FindIndex(b), re.FindString(s), re.FindStringIndex(s))
	fmt.Printf("%q %v %q %v\n", re.FindSubmatch(b), re.FindSubmatchIndex(b), re.FindStringSubmatch(s), re.FindStringSubmatchIndex(s))
	fmt.Println(re.FindReaderIndex(strings.NewReader(s)), re.FindReaderSubmatchIndex(strings.NewReader(s)))
	for _, n := range []int{-1, 0, 1, 5} {
		fmt.Printf("%q %q %v %v\n", re.FindAll(b, n), re.FindAllString(s, n), re.FindAllIndex(b, n), re.FindAllStringIndex(s, n))
		fmt.Printf("%q %q %v %v\n", re.FindAllSubmatch(b, n), re.FindAllStringSubmatch(s, n), re.FindAllSubmatchIndex(b, n), re.FindAllStringSubmatchIndex(s, n))
		fmt.Printf("%q\n", re.Split(s, n))
	}
	for _, repl := range []string{"$day.$month.$year", "${day}x", "$dayx|", "$1-$2-$10", "$$", "$", "${", "${1", "$-", "${01}$01", "${año}$é", "plain", ""} {
		fmt.Printf("%q %q %q\n", re.ReplaceAllString(s, repl), re.ReplaceAll(b, []byte(repl)), re.ReplaceAllLiteralString(s, repl))
		fmt.Printf("%q %q\n", re.ReplaceAllLiteral(b, []byte(repl)), re.Expand([]byte("in:"), []byte(repl), b, re.FindSubmatchIndex(b)))
	}
	fmt.Println(string(re.ExpandString(nil, "$year", s, re.FindStringSubmatchIndex(s))))
	fmt.Println(re.ReplaceAllStringFunc(s, strings.ToUpper), string(re.ReplaceAllFunc(b, func(m []byte) []byte { return m[:2] })))
	fmt.Printf("%q %q\n", regexp.MustCompile("a*").ReplaceAllString("baaac", "x"), regexp.MustCompile("").ReplaceAllString("日本", "-"))
	fmt.Printf("%q %v\n", regexp.MustCompile("z").ReplaceAll(nil, []byte("x")), regexp.MustCompile("z").ReplaceAll([]byte("abc"), nil))
	fmt.Printf("%q %q %q\n", regexp.MustCompile("a*").Split("baaac", -1), regexp.MustCompile("").Split("", -1), regexp.MustCompile("x").Split("", -1))
	fmt.Println(regexp.QuoteMeta(`a.b*[c]^$\{1}`), regexp.QuoteMeta("plain"))
	fmt.Println(regexp.MatchString("a+", "caat"))
	fmt.Println(regexp.Match("(", nil))
	fmt.Println(regexp.MatchReader("a{2}$", strings.NewReader("baa")))
	for _, e := range []string{"abc", "abc+", "(abc)d", "a|b", "ab|ac", "^abc", "^abc$", "^", "$", "", "(?i)abc", "é.", "^a+b", `\babc`, "[a]b", "ab{2}", `\Aab\z`, "日本|日光", "(^abc)"} {
		prefix, complete := regexp.MustCompile(e).LiteralPrefix()
		fmt.Printf("%q %q %v\n", e, prefix, complete)
	}
	longest := regexp.MustCompile("a(|b)")
	fmt.Println(longest.FindString("ab"), longest.Copy().FindString("ab"))
	longest.Longest()
	fmt.Println(longest.FindString("ab"), regexp.MustCompilePOSIX("a|ab|abc").FindString("abcd"))
	text, err := re.MarshalText()
	more, _ := re.AppendText([]byte("re "))
	fmt.Println(string(text), err, string(more))
	var other regexp.Regexp
	fmt.Println(other.UnmarshalText([]byte("x+")), other.FindString("axx"), other.UnmarshalText([]byte("x(")))

	// So long that all states are followed at once.
	t := strings.Repeat("key17=289; word k9=81\n", 1500) + "key3999=15; last é end\n"
	for _, e := range []string{`(\w+)=(\d+); last`, `key3999=(\d)(\d*)`, `(?:k|e|y)+\d*9=\d+`, `last (.) end$`, `nothing`, `(a|b|9)+=`, `^key1`, `x*`} {
		re := regexp.MustCompile(e)
		fmt.Println(e, re.FindStringSubmatchIndex(t), re.FindAllStringIndex(t, 3))
		re.Longest()
		fmt.Println(re.FindStringSubmatchIndex(t))
	}
	fmt.Println(regexp.MustCompile("(a+)+$").MatchString(strings.Repeat("a", 5000) + "b"))
	for _, f := range []func(){
		func() { regexp.MustCompile(`a(`) },
		func() { regexp.MustCompile("`[") },
		func() { regexp.MustCompilePOSIX(`\d`) },
		func() { regexp.MustCompile(strings.Repeat("(", 1001)) },
	} {
		func() {
			defer func() {
				text := fmt.Sprint(recover())
				fmt.Println(text[:min(len(text), 60)], len(text))
			}()
			f()
		}()
	}
}
