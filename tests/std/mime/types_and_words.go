// run
// Media types of extensions, their texts, and encoded words in headers: right ones and many wrong ones, then pieces at random.
package main

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"strings"
)

const texts = 60 // in bulk: 30000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

var decoder mime.WordDecoder

func parse(s string) {
	t, params, err := mime.ParseMediaType(s)
	fmt.Printf("%q %q %v %v %q\n", s, t, params, err, mime.FormatMediaType(t, params))
}

func header(s string) {
	word, err := decoder.Decode(s)
	text, err2 := decoder.DecodeHeader(s)
	fmt.Printf("%q %q %v %q %v\n", s, word, err, text, err2)
}

func main() {
	for _, ext := range []string{".html", ".HTML", ".css", ".png", ".json", ".js", ".wasm", ".none-such", "html", "", ".PdF"} {
		fmt.Printf("%q %q\n", ext, mime.TypeByExtension(ext))
	}
	fmt.Println(mime.AddExtensionType("x", "a/b"))
	fmt.Println(mime.AddExtensionType(".x1", "a//b"))
	fmt.Println(mime.AddExtensionType(".X1", "text/x-one"), mime.TypeByExtension(".x1"), mime.TypeByExtension(".X1"))
	fmt.Println(mime.AddExtensionType(".x2", "text/x-one; charset=Latin1"), mime.TypeByExtension(".x2"))
	fmt.Println(mime.ExtensionsByType("text/X-One; q=1"))
	fmt.Println(mime.ExtensionsByType("no/such"))
	fmt.Println(mime.ExtensionsByType("no such"))
	for _, s := range []string{"text/html", "Text/HTML ; Charset = UTF-8", "a", "a/", "/a", "", "a b", "a/b c", "a/b;", "a/b; ", "a/b;c", "a/b;c=", "a/b; c=d", `a/b; c="d e"`,
		`a/b; c="d\"e\\f\g"`, `a/b; c="C:\dir\f.txt"`, `a/b; c="open`, "a/b; c=d; c=d", "a/b; c=d; c=e", "a/b; C=d; c=e", "a/b; c*=utf-8''%e2%82%ac", "a/b; c*=latin1''x", "a/b; c*=x", "a/b; c*=utf-8''%zz",
		"a/b; c*0=x; c*1=y", "a/b; c*0*=utf-8'en'%41; c*1=b; c*2*=%43", "a/b; c*1=x", `form-data; name="file"; filename="a;b.txt"`, "attachment; filename*0=\"a \"; filename*1=b", "a/b; c=d e=f", "a/b;;c=d", "a/b; =d", "a/b\t;\nc=d"} {
		parse(s)
	}
	for _, p := range []map[string]string{nil, {"a": "b", "C": "d e"}, {"q": `"\`}, {"u": "é%*'"}, {"bad name": "x"}, {"e": ""}, {"t": "a\tb"}, {"n": "a\nb"}} {
		fmt.Printf("%q %q %q %q\n", mime.FormatMediaType("A/b", p), mime.FormatMediaType("a", p), mime.FormatMediaType("a/b/c", p), mime.FormatMediaType("", p))
	}
	for _, s := range []string{"", "plain text", "tab\there", "é", "¡Hola, señor!", "=?_ ", "=?_é ", strings.Repeat("é", 60), strings.Repeat("日本語", 20), "new\nline", "\xff\xfe"} {
		for _, charset := range []string{"utf-8", "UTF-8", "iso-8859-1"} {
			for _, e := range []mime.WordEncoder{mime.BEncoding, mime.QEncoding} {
				encoded := e.Encode(charset, s)
				back, err := decoder.DecodeHeader(encoded)
				fmt.Printf("%s %v %v\n", encoded, back == s, err)
			}
		}
	}
	for _, s := range []string{"=?UTF-8?Q?=C2=A1Hola,_se=C3=B1or!?=", "=?UTF-8?q?a?= =?utf-8?b?Yg==?=", "=?utf-8?q?a?=\r\n =?utf-8?q?b?=", "x =?utf-8?q?a?= y =?utf-8?q?b?= z", "=?iso-8859-1?Q?=E9?=",
		"=?us-ascii?q?a=E9?=", "=?koi8-r?q?a?=", "=?utf-8?x?a?=", "=?utf-8?q?=ZZ?=", "=?utf-8?q?=4?=", "=?utf-8?b?****?=", "=?utf-8?q?a b?=", "=?utf-8?q?é?=", "=??q?a?=", "=?utf-8?q?a", "=?utf-8?q", "=?=?utf-8?q?a?=", "=?utf-8?qq?a?=", "=?utf-8?q?=ZZ?= =?utf-8?q?b?="} {
		header(s)
	}
	decoder.CharsetReader = func(charset string, input io.Reader) (io.Reader, error) {
		if charset != "rot" {
			return nil, errors.New("no " + charset)
		}
		b, _ := io.ReadAll(input)
		return strings.NewReader(strings.ToUpper(string(b))), nil
	}
	header("=?ROT?q?abc?=")
	header("=?Other?q?abc?=")
	for range texts {
		var b strings.Builder
		if random(2) == 0 {
			b.WriteString("a/b")
			for range random(6) {
				b.WriteString([]string{";", "; ", "c", "=", "d", `"`, `\`, "*", "0", "1", "'", "utf-8''", "%41", " ", "/", "é", "; c*0=", "; c*1*=", "; x=y", `="q w"`}[random(20)])
			}
			parse(b.String())
			continue
		}
		for range random(8) {
			b.WriteString([]string{"=?", "?=", "utf-8", "?q?", "?b?", "?B?", "YWJj", "a", " ", "_", "=41", "=4", "\n", "=?utf-8?q?", "=?iso-8859-1?q?=e9", "\t", "x", "=?utf-8?b?YQ==?=", "?Q?", "é"}[random(20)])
		}
		header(b.String())
	}
}
