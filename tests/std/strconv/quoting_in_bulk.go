// run
// Random strings, most of them not UTF-8, quoted, unquoted, decoded and encoded, the results hashed.
package main

import (
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

var state uint64 = 88172645463325252

func next() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

var hash uint64 = 14695981039346656037

var lines int

func put(s string) {
	for i := 0; i < len(s); i++ {
		hash = (hash ^ uint64(s[i])) * 1099511628211
	}
	hash = (hash ^ 10) * 1099511628211
	lines++
	if lines%2777 == 0 {
		fmt.Println(lines, hash, strconv.QuoteToASCII(s))
	}
}
func r() rune {
	switch next() % 6 {
	case 0:
		return rune(next() % 128)
	case 1:
		return rune(next() % 0x3000)
	case 2:
		return rune(next() % 0x110000)
	case 3:
		return rune(next()%0x800) + 0xd800
	case 4:
		return rune(next())
	}
	return rune(next() % 0x10000)
}
func b2(b bool) string { return strconv.FormatBool(b) }
func n(i int) string   { return strconv.Itoa(i) }
func check(s string) {
	u, err := strconv.Unquote(s)
	put(u + b2(err == nil))
	u, err = strconv.QuotedPrefix(s)
	put(u + b2(err == nil))
	q := "'\"`x"[next()%4]
	v, m, t, err := strconv.UnquoteChar(s, q)
	put(n(int(v)) + b2(m) + t + b2(err == nil))
	if len(s) > 1 {
		v, m, t, err := strconv.UnquoteChar(s[1:], s[0])
		put(n(int(v)) + b2(m) + t + b2(err == nil))
	}
}

func main() {
	for i := rune(-2); i < 0x110002; i += 1 + rune(next()%300) {
		put(b2(strconv.IsPrint(i)) + b2(strconv.IsGraphic(i)) + n(utf8.RuneLen(i)) + b2(utf8.ValidRune(i)) + n(utf16.RuneLen(i)))
	}
	for i := 0; i < 300; i++ {
		var b []byte
		for k := next() % 24; k > 0; k-- {
			if next()%4 == 0 {
				b = append(b, byte(next()))
			} else {
				b = utf8.AppendRune(b, r())
			}
		}
		s := string(b)
		put(strconv.Quote(s))
		put(strconv.QuoteToASCII(s))
		put(strconv.QuoteToGraphic(s))
		put(string(strconv.AppendQuote(b, s)))
		put(b2(strconv.CanBackquote(s)))
		check(s)
		q := strconv.Quote(s)
		check(q)
		check(q + "tail")
		check("`" + s + "`")
		c := r()
		put(strconv.QuoteRune(c) + strconv.QuoteRuneToASCII(c) + strconv.QuoteRuneToGraphic(c))
		check(strconv.QuoteRune(c))
		qb := []byte(q)
		for k := next() % 3; k > 0; k-- {
			qb[next()%uint64(len(qb))] = "\\\\\\xuU07'\"\n"[next()%12%10]
		}
		check(string(qb))
		for len(b) > 0 {
			v, size := utf8.DecodeRune(b)
			w, size2 := utf8.DecodeLastRune(b)
			put(n(int(v)) + n(size) + n(int(w)) + n(size2) + b2(utf8.FullRune(b)) + n(utf8.RuneCount(b)) + b2(utf8.Valid(b)) + b2(utf8.FullRune(b[:1])) + b2(utf8.FullRune(b[:(len(b)+1)/2])))
			b = b[size:]
		}
		e := make([]byte, 4)
		put(n(utf8.EncodeRune(e, r())) + string(e))
		var w []uint16
		for k := next() % 10; k > 0; k-- {
			w = utf16.AppendRune(w, r())
			w = append(w, uint16(next()%0x2000+0xd000))
		}
		rs := utf16.Decode(w)
		put(string(rs) + n(len(rs)))
		rs = append(rs, r(), r())
		w = utf16.Encode(rs)
		put(n(len(w)) + n(cap(w)))
		for _, x := range w {
			put(n(int(x)))
		}
		a1, a2 := utf16.EncodeRune(r())
		put(n(int(a1)) + n(int(a2)) + n(int(utf16.DecodeRune(a1, a2))) + b2(utf16.IsSurrogate(a1)))
	}
	for _, s := range []string{`''`, `""`, "``", `'ab'`, `'a`, `"`, "", `'\''`, `"\'"`, `'\"'`, `"\"`, `"\x1"`, `"\400"`, `"\377"`, `"\ud800"`, `"\U00110000"`, `'\000'`, "\"\n\"", "'\n'", "`\r`", "`a\rb`", "'\xff'", "'é'", `'\xff'`, `"\8"`, `'\\'`} {
		check(s)
	}
	fmt.Println(lines, hash)
}

// Output:
// 2777 2149874162949734075 "falsefalse4true2"
// 5554 17732973037785948475 "falsefalse4true2"
// 8331 9239323454340627669 "65533"
// 11108 2775740102680732909 "115false\\ueaac\ufffd\u28b1\\b\"tailtrue"
// 13885 8682598327736623347 "63"
// 16662 12414474509566063666 "112false'true"
// 19439 10663912144381902101 "6553311141true7falsefalsetrue"
// 22216 7737290581393281194 "101"
// 24993 2544433047614681899 "0falsefalse"
// 24997 4028993783323873078
