// run
// The Append functions of quoting and the texts of errors.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	for _, v := range []bool{true, false} {
		fmt.Println(string(strconv.AppendBool([]byte("is "), v)))
	}
	for _, r := range []rune{'a', '\'', '"', '\n', 0, 0x7f, 'é', '日', 0x1f600, 0x2028, 0xfeff, 0xd800, 0x110000, -1, 0xa0, 0x3000} {
		b := strconv.AppendQuoteRune(nil, r)
		b = append(strconv.AppendQuoteRuneToASCII(append(b, ' '), r), ' ')
		fmt.Println(string(strconv.AppendQuoteRuneToGraphic(b, r)))
	}
	for _, s := range []string{"", "plain", "\a\b\f\n\r\t\v\\\"'`", "é日\U0001f600", "\xff\u2028\ufeff\u00a0\u3000", "\x00\x7f"} {
		b := strconv.AppendQuote(nil, s)
		b = append(strconv.AppendQuoteToASCII(append(b, ' '), s), ' ')
		fmt.Println(string(strconv.AppendQuoteToGraphic(b, s)))
	}
	for _, f := range []func() error{
		func() error { _, err := strconv.Atoi("12x"); return err },
		func() error { _, err := strconv.ParseInt("9223372036854775808", 10, 64); return err },
		func() error { _, err := strconv.ParseUint("-1", 10, 64); return err },
		func() error { _, err := strconv.ParseInt("1", 1, 0); return err },
		func() error { _, err := strconv.ParseInt("1", 10, 65); return err },
		func() error { _, err := strconv.ParseFloat("1e999", 64); return err },
		func() error { _, err := strconv.ParseBool("maybe"); return err },
		func() error { _, err := strconv.ParseComplex("1+", 128); return err },
	} {
		var e *strconv.NumError
		if errors.As(f(), &e) {
			fmt.Println(e.Error(), "|", e.Unwrap(), "|", e.Func, e.Num)
		}
	}
}

// Output:
// is true
// is false
// 'a' 'a' 'a'
// '\'' '\'' '\''
// '"' '"' '"'
// '\n' '\n' '\n'
// '\x00' '\x00' '\x00'
// '\x7f' '\x7f' '\x7f'
// 'é' '\u00e9' 'é'
// '日' '\u65e5' '日'
// '😀' '\U0001f600' '😀'
// '\u2028' '\u2028' '\u2028'
// '\ufeff' '\ufeff' '\ufeff'
// '�' '\ufffd' '�'
// '�' '\ufffd' '�'
// '�' '\ufffd' '�'
// '\u00a0' '\u00a0' ' '
// '\u3000' '\u3000' '　'
// "" "" ""
// "plain" "plain" "plain"
// "\a\b\f\n\r\t\v\\\"'`" "\a\b\f\n\r\t\v\\\"'`" "\a\b\f\n\r\t\v\\\"'`"
// "é日😀" "\u00e9\u65e5\U0001f600" "é日😀"
// "\xff\u2028\ufeff\u00a0\u3000" "\xff\u2028\ufeff\u00a0\u3000" "\xff\u2028\ufeff 　"
// "\x00\x7f" "\x00\x7f" "\x00\x7f"
// strconv.Atoi: parsing "12x": invalid syntax | invalid syntax | Atoi 12x
// strconv.ParseInt: parsing "9223372036854775808": value out of range | value out of range | ParseInt 9223372036854775808
// strconv.ParseUint: parsing "-1": invalid syntax | invalid syntax | ParseUint -1
// strconv.ParseInt: parsing "1": invalid base 1 | invalid base 1 | ParseInt 1
// strconv.ParseInt: parsing "1": invalid bit size 65 | invalid bit size 65 | ParseInt 1
// strconv.ParseFloat: parsing "1e999": value out of range | value out of range | ParseFloat 1e999
// strconv.ParseBool: parsing "maybe": invalid syntax | invalid syntax | ParseBool maybe
// strconv.ParseComplex: parsing "1+": invalid syntax | invalid syntax | ParseComplex 1+
