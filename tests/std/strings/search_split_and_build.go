// run
package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	s := "the quick brown fox, the lazy dog"
	fmt.Println(strings.Index(s, "the"), strings.LastIndex(s, "the"), strings.Index(s, "cat"), strings.IndexByte(s, 'q'), strings.IndexRune(s, 'x'), strings.IndexAny(s, "xyz"), strings.Index(s, ""))
	fmt.Println(strings.Contains(s, "fox"), strings.HasPrefix(s, "the"), strings.HasSuffix(s, "cat"), strings.Count(s, "o"), strings.Count("abc", ""), strings.ContainsRune(s, 'z'), strings.ContainsAny(s, "!?"))
	fmt.Printf("%q %q %q %q\n", strings.Split("a,b,,c", ","), strings.SplitN("a,b,c", ",", 2), strings.SplitAfter("a,b", ","), strings.Split("abc", ""))
	fmt.Printf("%q %q %q\n", strings.Fields("  a  b\tc\n"), strings.Split("", ","), strings.FieldsFunc("a1b22c", unicode.IsDigit))
	fmt.Println(strings.Join([]string{"x", "y", "z"}, "-"), strings.Repeat("ab", 3), strings.Replace("aaaa", "a", "b", 2), strings.ReplaceAll("aXbX", "X", "--"))
	fmt.Printf("%q %q %q %q %q %q\n", strings.TrimSpace("  x \n"), strings.Trim("--x--", "-"), strings.TrimLeft("xxa", "x"), strings.TrimRight("axx", "x"), strings.TrimPrefix("prefix", "pre"), strings.TrimSuffix("a.go", ".go"))
	fmt.Println(strings.ToUpper("héllo ß"), strings.ToLower("ÀÉ X"), strings.Title("hello world"), strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("Go", "GO"))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "banana"), strings.Compare("a", "b"), strings.TrimFunc("123abc456", unicode.IsDigit))
	before, after, found := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, found)
	var b strings.Builder
	for i := 0; i < 3; i++ {
		fmt.Fprintf(&b, "%d,", i)
	}
	b.WriteByte('!')
	b.WriteRune('世')
	b.WriteString("end")
	fmt.Println(b.String(), b.Len())
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;")
	fmt.Println(r.Replace("<a & b>"), strings.NewReplacer("a", "1", "aa", "2", "b", "").Replace("aaab"))
	rd := strings.NewReader("hello")
	buf := make([]byte, 3)
	n, err := rd.Read(buf)
	fmt.Println(n, err, string(buf), rd.Len())
	fmt.Println(strings.LastIndexByte("abcabc", 'b'), strings.IndexFunc("abc1", unicode.IsDigit), strings.SplitN("a b c", " ", -1), strings.ToTitle("abc"))
}

// Output:
// 0 21 -1 4 18 18 0
// true true false 3 4 true false
// ["a" "b" "" "c"] ["a" "b,c"] ["a," "b"] ["a" "b" "c"]
// ["a" "b" "c"] [""] ["a" "b" "c"]
// x-y-z ababab bbaa a--b--
// "x" "x" "a" "a" "fix" "a"
// HÉLLO ß àé x Hello World false true
// coo -1 abc
// key value=x true
// 0,1,2,!世end 13
// &lt;a &amp; b&gt; 111
// 3 <nil> hel 2
// 4 3 [a b c] ABC
