// run
package main

import "fmt"

func main() {
	fmt.Println('a', 'ä', '本', '\t', '\000', '\007', '\377', '\x07', '\xff', '\u12e4', '\U00101234', '\'')
	fmt.Printf("%q %q %q\n", "日本語", "\u65e5\U00008a9e", "\xff\u00FF")
	fmt.Printf("%q %q\n", `abc
\n`, "\"\\")
	fmt.Println("日本語" == "\u65e5\u672c\u8a9e", len("日本語"), len("\xff"))
}

// Output:
// 97 228 26412 9 0 7 255 7 255 4836 1053236 39
// "日本語" "日語" "\xffÿ"
// "abc\n\\n" "\"\\"
// true 9 1
