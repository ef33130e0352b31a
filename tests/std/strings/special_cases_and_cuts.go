// run
package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	for _, s := range []string{"Istanbul ıi İI", "ﬁ ǆ ß ŉ", "\xff i", ""} {
		for _, c := range []unicode.SpecialCase{unicode.TurkishCase, unicode.AzeriCase, nil} {
			fmt.Printf("%q %q %q\n", strings.ToUpperSpecial(c, s), strings.ToLowerSpecial(c, s), strings.ToTitleSpecial(c, s))
		}
	}
	for _, s := range []string{"a/b/c", "abc", "", "/", "//"} {
		for _, sep := range []string{"/", "", "bc", "//"} {
			before, after, found := strings.CutLast(s, sep)
			fmt.Printf("%q %q %q %q %v\n", s, sep, before, after, found)
		}
	}
}

// Output:
// "ISTANBUL Iİ İI" "ıstanbul ıi iı" "ISTANBUL Iİ İI"
// "ISTANBUL Iİ İI" "ıstanbul ıi iı" "ISTANBUL Iİ İI"
// "ISTANBUL II İI" "istanbul ıi ii" "ISTANBUL II İI"
// "ﬁ Ǆ ß ŉ" "ﬁ ǆ ß ŉ" "ﬁ ǅ ß ŉ"
// "ﬁ Ǆ ß ŉ" "ﬁ ǆ ß ŉ" "ﬁ ǅ ß ŉ"
// "ﬁ Ǆ ß ŉ" "ﬁ ǆ ß ŉ" "ﬁ ǅ ß ŉ"
// "� İ" "� i" "� İ"
// "� İ" "� i" "� İ"
// "� I" "� i" "� I"
// "" "" ""
// "" "" ""
// "" "" ""
// "a/b/c" "/" "a/b" "c" true
// "a/b/c" "" "a/b/c" "" true
// "a/b/c" "bc" "a/b/c" "" false
// "a/b/c" "//" "a/b/c" "" false
// "abc" "/" "abc" "" false
// "abc" "" "abc" "" true
// "abc" "bc" "a" "" true
// "abc" "//" "abc" "" false
// "" "/" "" "" false
// "" "" "" "" true
// "" "bc" "" "" false
// "" "//" "" "" false
// "/" "/" "" "" true
// "/" "" "/" "" true
// "/" "bc" "/" "" false
// "/" "//" "/" "" false
// "//" "/" "/" "" true
// "//" "" "//" "" true
// "//" "bc" "//" "" false
// "//" "//" "" "" true
