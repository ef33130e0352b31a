// run

package main

import (
	"bytes"
	"fmt"
	"unicode"
)

func show(name string, list [][]byte) {
	fmt.Print(name, ":")
	for _, b := range list {
		fmt.Printf(" %q/%d", b, len(b))
	}
	fmt.Println()
}

func main() {
	b := func(s string) []byte { return []byte(s) }
	s := b("the quick brown fox, the lazy dög")
	fmt.Println(bytes.Index(s, b("the")), bytes.LastIndex(s, b("the")), bytes.Index(s, b("cat")), bytes.Index(s, nil),
		bytes.IndexByte(s, 'q'), bytes.LastIndexByte(s, 'o'), bytes.IndexRune(s, 'ö'), bytes.IndexRune(s, 'ä'),
		bytes.IndexAny(s, "xyzö"), bytes.LastIndexAny(s, "xyz"), bytes.IndexFunc(s, unicode.IsSpace),
		bytes.LastIndexFunc(s, unicode.IsSpace), bytes.IndexRune(b("a\xffb"), unicode.ReplacementChar))
	fmt.Println(bytes.Contains(s, b("fox")), bytes.ContainsAny(s, "?!"), bytes.ContainsRune(s, 'ö'),
		bytes.ContainsFunc(s, unicode.IsDigit), bytes.HasPrefix(s, b("the")), bytes.HasSuffix(s, b("dog")),
		bytes.Count(s, b("the")), bytes.Count(s, nil))
	fmt.Println(bytes.Equal(nil, b("")), bytes.Equal(b("a"), b("b")), bytes.Compare(b("a"), b("b")), bytes.Compare(b("b"), b("a")),
		bytes.Compare(nil, b("")), bytes.EqualFold(b("Straße"), b("STRAßE")), bytes.EqualFold(b("a"), b("ab")))

	show("split", bytes.Split(b("a,b,,c"), b(",")))
	show("split n", bytes.SplitN(b("a,b,,c"), b(","), 2))
	show("split after", bytes.SplitAfter(b("a,b,,c"), b(",")))
	show("split after n", bytes.SplitAfterN(b("a,b,,c"), b(","), 3))
	show("explode", bytes.Split(b("aö\xffb"), nil))
	show("explode n", bytes.SplitN(b("aö\xffb"), nil, 2))
	show("none", bytes.Split(nil, b(",")))
	fmt.Println(bytes.SplitN(s, b(" "), 0) == nil)
	show("fields", bytes.Fields(b("  a bc\t\nd ")))
	show("unicode fields", bytes.Fields(b("\u2000a\u00a0b ")))
	show("no fields", bytes.Fields(b("  ")))
	show("fields func", bytes.FieldsFunc(b("a1b22c"), unicode.IsDigit))
	part := bytes.Split(b("ab,cd"), b(","))[0]
	fmt.Printf("%q %q %q\n", bytes.Join([][]byte{b("x"), b("yy"), b("z")}, b("--")), bytes.Join([][]byte{part}, nil), append(part, "!!"...))

	before, after, found := bytes.Cut(b("k=v=w"), b("="))
	fmt.Printf("%q %q %v\n", before, after, found)
	before, after, found = bytes.CutLast(b("k=v=w"), b("="))
	fmt.Printf("%q %q %v\n", before, after, found)
	before, after, found = bytes.Cut(b("k"), b("="))
	fmt.Printf("%q %v %v\n", before, after == nil, found)
	after, found = bytes.CutPrefix(b("prefix"), b("pre"))
	fmt.Printf("%q %v\n", after, found)
	before, found = bytes.CutSuffix(b("x.go"), b(".c"))
	fmt.Printf("%q %v\n", before, found)

	fmt.Printf("%q %q %q %q %q\n", bytes.Trim(b("--x--"), "-"), bytes.Trim(b("«x»"), "«»"), bytes.TrimLeft(b("xxa"), "x"),
		bytes.TrimRight(b("axyx"), "xy"), bytes.TrimSpace(b("\t x y\u2000 \n")))
	fmt.Println(bytes.Trim(b("--"), "-") == nil, bytes.TrimLeft(b("--"), "-") == nil, bytes.TrimRight(b("--"), "-") == nil,
		bytes.TrimSpace(b("  ")) == nil, bytes.TrimFunc(b("12"), unicode.IsDigit) == nil)
	fmt.Printf("%q %q %q %q %q\n", bytes.TrimFunc(b("12ab34"), unicode.IsDigit), bytes.TrimLeftFunc(b("12ab34"), unicode.IsDigit),
		bytes.TrimRightFunc(b("12ab34"), unicode.IsDigit), bytes.TrimPrefix(b("prefix"), b("pre")), bytes.TrimSuffix(b("x.go"), b(".go")))

	fmt.Printf("%q %q %q %q\n", bytes.ToUpper(b("abC")), bytes.ToLower(b("ABÄ")), bytes.ToTitle(b("ǆx")), bytes.Title(b("hello wörld_x 1a")))
	fmt.Printf("%q %q %q\n", bytes.ToUpperSpecial(unicode.TurkishCase, b("ix")), bytes.ToLowerSpecial(unicode.TurkishCase, b("IX")),
		bytes.ToTitleSpecial(unicode.TurkishCase, b("i")))
	fmt.Printf("%q %q %q %q\n", bytes.Repeat(b("ab"), 5), bytes.Replace(b("aaaa"), b("a"), b("bc"), 2),
		bytes.ReplaceAll(b("aöb"), nil, b("-")), bytes.ReplaceAll(b("abcabc"), b("bc"), nil))
	fmt.Printf("%q %q %q\n", bytes.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 'ÿ' - 'b'
	}, b("abc")), bytes.ToValidUTF8(b("a\xff\xfeb\ufffdc\xc0"), b("?")), bytes.Runes(b("aö\xff")))
	c := bytes.Clone(s)
	c[0] = 'T'
	fmt.Printf("%c %c %v %v\n", s[0], c[0], bytes.Clone(nil) == nil, bytes.Clone([]byte{}) == nil)
	defer func() { fmt.Println(recover()) }()
	bytes.Repeat(s, -1)
}

// Output:
// 0 21 -1 0 4 17 31 -1 18 28 3 29 1
// true false true false true false 2 34
// true false -1 1 0 true false
// split: "a"/1 "b"/1 ""/0 "c"/1
// split n: "a"/1 "b,,c"/4
// split after: "a,"/2 "b,"/2 ","/1 "c"/1
// split after n: "a,"/2 "b,"/2 ",c"/2
// explode: "a"/1 "ö"/2 "\xff"/1 "b"/1
// explode n: "a"/1 "ö\xffb"/4
// none: ""/0
// true
// fields: "a"/1 "bc"/2 "d"/1
// unicode fields: "a"/1 "b"/1
// no fields:
// fields func: "a"/1 "b"/1 "c"/1
// "x--yy--z" "ab" "ab!!"
// "k" "v=w" true
// "k=v" "w" true
// "k" true false
// "fix" true
// "x.go" false
// "x" "x" "a" "a" "x y"
// true true false true true
// "ab" "ab34" "12ab" "fix" "x"
// "ABC" "abä" "ǅX" "Hello Wörld_x 1a"
// "İX" "ıx" "İ"
// "ababababab" "bcbcaa" "-a-ö-b-" "aa"
// "ÿĀ" "a?b�c?" ['a' 'ö' '�']
// t T true false
// bytes: negative Repeat count
