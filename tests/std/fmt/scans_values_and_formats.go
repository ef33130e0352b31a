// run
// Scan, Scanln and Scanf over many operands, texts and formats; what is left of the input; Scanners.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

type level int8
type name string
type raw []byte
type flag bool
type ratio float32

// upper reads a word of capitals.
type upper struct {
	word  string
	width int
	given bool
	verb  rune
}

func (u *upper) Scan(state fmt.ScanState, verb rune) error {
	token, err := state.Token(true, func(r rune) bool { return 'A' <= r && r <= 'Z' })
	if err != nil {
		return err
	}
	if len(token) == 0 {
		return errors.New("no capitals")
	}
	u.word = string(token)
	u.width, u.given = state.Width()
	u.verb = verb
	_, err = state.Read(nil)
	if err == nil {
		return errors.New("Read works")
	}
	return nil
}

var (
	i   int
	i8  int8
	u8  uint8
	u16 uint16
	i64 int64
	up  uintptr
	r   rune
	b   bool
	f32 float32
	f64 float64
	s   string
	bs  []byte
	l   level
	n   name
	w   raw
	fl  flag
	rt  ratio
	cap upper
)

func reset() {
	i, i8, u8, u16, i64, up, r, b, f32, f64, s, bs = 0, 0, 0, 0, 0, 0, 0, false, 0, 0, "", nil
	l, n, w, fl, rt, cap = 0, "", nil, false, 0, upper{}
}

// show prints what was read; then the rest of the input.
func show(count int, err error, rest *strings.Reader, a []any) {
	fmt.Print(count, " ", err, " ")
	for _, p := range a {
		switch p := p.(type) {
		case *int:
			fmt.Print(*p, ";")
		case *int8:
			fmt.Print(*p, ";")
		case *uint8:
			fmt.Print(*p, ";")
		case *uint16:
			fmt.Print(*p, ";")
		case *int64:
			fmt.Print(*p, ";")
		case *uintptr:
			fmt.Print(*p, ";")
		case *rune:
			fmt.Print(*p, ";")
		case *bool:
			fmt.Print(*p, ";")
		case *float32:
			fmt.Print(*p, ";")
		case *float64:
			fmt.Print(*p, ";")
		case *string:
			fmt.Printf("%q;", *p)
		case *[]byte:
			fmt.Printf("%q;", *p)
		case *level:
			fmt.Print(*p, ";")
		case *name:
			fmt.Printf("%q;", *p)
		case *raw:
			fmt.Printf("%q;", *p)
		case *flag:
			fmt.Print(*p, ";")
		case *ratio:
			fmt.Print(*p, ";")
		case *upper:
			fmt.Printf("%+v;", *p)
		}
	}
	left, _ := io.ReadAll(rest)
	fmt.Printf(" %q\n", left)
	reset()
}

func scan(input string, a ...any) {
	in := strings.NewReader(input)
	count, err := fmt.Fscan(in, a...)
	fmt.Printf("Fscan %q: ", input)
	show(count, err, in, a)
	in = strings.NewReader(input)
	count, err = fmt.Fscanln(in, a...)
	fmt.Printf("Fscanln %q: ", input)
	show(count, err, in, a)
}

func format(input, form string, a ...any) {
	in := strings.NewReader(input)
	count, err := fmt.Fscanf(in, form, a...)
	fmt.Printf("Fscanf %q %q: ", input, form)
	show(count, err, in, a)
}

// trickle gives a byte at a time and is no RuneScanner.
type trickle struct{ text string }

func (t *trickle) Read(p []byte) (int, error) {
	if t.text == "" {
		return 0, io.EOF
	}
	p[0] = t.text[0]
	t.text = t.text[1:]
	return 1, nil
}

func main() {
	for _, text := range []string{"12", " -7 \n", "0x1F", "0b101", "0o17", "017", "1_000", "08", "", " ", "x", "+5", "--5",
		"9223372036854775807", "9223372036854775808", "300", "-129", "1\r\n2", "0x", "é", "12é"} {
		scan(text, &i)
		scan(text, &i8)
		scan(text, &u8)
		scan(text, &l)
	}
	for _, text := range []string{"1.5", "-2e3", "0x1p4", "1p3", "1.5p-2", "nan", "-Inf", "inf", "1e999", "1e", ".", "_1", "1__0", "3.4e39", "x"} {
		scan(text, &f64)
		scan(text, &f32)
		scan(text, &rt)
	}
	for _, text := range []string{"true", "T", "F", "tru", "0", "1", "2", "FALSE", "falze", "tRUE"} {
		scan(text, &b)
		scan(text, &fl)
	}
	scan("one two three", &s, &n, &w)
	scan("one\ntwo three", &s, &n, &bs)
	scan("a b", &s)
	scan("a \t\n b", &s)
	scan("ABC def", &cap, &s)
	scan("abc", &cap)
	scan("", &cap)
	scan("1", 5)
	scan("1", "text")
	scan("1", &[]int{1})
	scan("1", &struct{}{})
	scan("a\u2003b\u3000c\u0085d", &s, &s, &n, &w)
	scan("1 2 3 4", &i, &i8, &u16, &up)
	scan("1\r\n2", &i, &i64)

	format("10 20", "%d %d", &i, &i8)
	format("10,20", "%d,%d", &i, &i8)
	format("10;20", "%d,%d", &i, &i8)
	format("ff FF 0xff", "%x %X %v", &i, &u8, &u16)
	format("101 17 U+1F600", "%b %o %U", &i, &u8, &r)
	format("1F600", "%U", &r)
	format("x", "%c", &r)
	format("世", "%c", &r)
	format("世", "%c", &i8)
	format("  x", "%c%c%c", &r, &i, &i64)
	format("123456", "%2d%3d%d", &i, &i8, &i64)
	format("123456", "%2d%3d%d", &i, &i64, &u8)
	format("abcdef", "%2s%c%s", &s, &r, &n)
	format(`"quo\"ted" rest`, "%q %s", &s, &n)
	format("`raw\\n` rest", "%q %s", &s, &n)
	format(`"open`, "%q", &s)
	format(`'c'`, "%q", &s)
	format(`"\z"`, "%q", &s)
	format("616263 6G", "%x %x", &s, &bs)
	format("616263 6", "%x %X", &w, &bs)
	format("zz", "%x", &s)
	format("1", "%z", &i)
	format("1", "%s", &i)
	format("1", "%d", &s)
	format("1", "%d", &f64)
	format("1", "%d", &rt)
	format("1", "%d", &b)
	format("true", "%t", &b)
	format("1 2", "%d", &i)
	format("1", "%d", &i, &i8)
	format("1 2", "%d %d", &i)
	format("1 2", "%d %d %%", &i)
	format("50%", "%d%%", &i)
	format("50 %", "%d%%", &i)
	format("50", "%d%%", &i)
	format("x50", "%%%d", &i)
	format("5", "%", &i)
	format("5", "%d%", &i)
	format("5x", "%dy", &i)
	format("1\n2", "%d\n%d", &i, &i8)
	format("1\n2", "%d %d", &i, &i8)
	format("1 2", "%d\n%d", &i, &i8)
	format("1  \n  2", "%d\n%d", &i, &i8)
	format("1  \n  2", "%d \n %d", &i, &i8)
	format("1\n\n2", "%d\n\n%d", &i, &i8)
	format("1 \n \n2", "%d\n \n %d", &i, &i8)
	format("12", "%d %d", &i, &i8)
	format("1  2", "%d%d", &i, &i8)
	format("a  b", "a b")
	format("a b", "a  b")
	format("ab", "a b")
	format("a\nb", "a b")
	format("hello 5", "hello %d", &i)
	format("hellö 5", "hellö %d", &i)
	format("help 5", "hello %d", &i)
	format("", "%d", &i)
	format("", "", &i)
	format("", " ")
	format("AB12", "%1v%s", &cap, &s)
	format("AB12", "%5s%d", &cap, &i)
	format("1.25e2x", "%5f%s", &f64, &s)
	format("1.25", "%3g%d", &f32, &i)

	fmt.Println(fmt.Sscan("7 seven", &i, &s))
	fmt.Println(i, s)
	fmt.Println(fmt.Sscanln("7 seven\nmore", &i, &s))
	fmt.Println(fmt.Sscanf("7:seven", "%d:%s", &i, &s))
	fmt.Println(fmt.Sscan("7", &i, &s))
	fmt.Println(fmt.Sscanln("7", &i, &s))

	in := &trickle{"a\xffb \xe4\xb8\x96\xe4\xb8x 12345 rest"}
	for range 4 {
		fmt.Println(fmt.Fscan(in, &s))
		fmt.Printf("%q %q\n", s, in.text)
	}
	buffered := bufio.NewReader(strings.NewReader("1 2 3\n4 5 6\n"))
	total := 0
	for {
		var x int
		if _, err := fmt.Fscan(buffered, &x); err != nil {
			fmt.Println(err)
			break
		}
		total += x
	}
	fmt.Println(total)
	defer func() { fmt.Println(recover()) }()
	var none *int
	fmt.Sscan("5", none)
}

// Output:
// Fscan "12": 1 <nil> 12; ""
// Fscanln "12": 1 <nil> 12; ""
// Fscan "12": 1 <nil> 12; ""
// Fscanln "12": 1 <nil> 12; ""
// Fscan "12": 1 <nil> 12; ""
// Fscanln "12": 1 <nil> 12; ""
// Fscan "12": 1 <nil> 12; ""
// Fscanln "12": 1 <nil> 12; ""
// Fscan " -7 \n": 1 <nil> -7; " \n"
// Fscanln " -7 \n": 1 <nil> -7; ""
// Fscan " -7 \n": 1 <nil> -7; " \n"
// Fscanln " -7 \n": 1 <nil> -7; ""
// Fscan " -7 \n": 0 expected integer 0; "-7 \n"
// Fscanln " -7 \n": 0 expected integer 0; "-7 \n"
// Fscan " -7 \n": 1 <nil> -7; " \n"
// Fscanln " -7 \n": 1 <nil> -7; ""
// Fscan "0x1F": 1 <nil> 31; ""
// Fscanln "0x1F": 1 <nil> 31; ""
// Fscan "0x1F": 1 <nil> 31; ""
// Fscanln "0x1F": 1 <nil> 31; ""
// Fscan "0x1F": 1 <nil> 31; ""
// Fscanln "0x1F": 1 <nil> 31; ""
// Fscan "0x1F": 1 <nil> 31; ""
// Fscanln "0x1F": 1 <nil> 31; ""
// Fscan "0b101": 1 <nil> 5; ""
// Fscanln "0b101": 1 <nil> 5; ""
// Fscan "0b101": 1 <nil> 5; ""
// Fscanln "0b101": 1 <nil> 5; ""
// Fscan "0b101": 1 <nil> 5; ""
// Fscanln "0b101": 1 <nil> 5; ""
// Fscan "0b101": 1 <nil> 5; ""
// Fscanln "0b101": 1 <nil> 5; ""
// Fscan "0o17": 1 <nil> 15; ""
// Fscanln "0o17": 1 <nil> 15; ""
// Fscan "0o17": 1 <nil> 15; ""
// Fscanln "0o17": 1 <nil> 15; ""
// Fscan "0o17": 1 <nil> 15; ""
// Fscanln "0o17": 1 <nil> 15; ""
// Fscan "0o17": 1 <nil> 15; ""
// Fscanln "0o17": 1 <nil> 15; ""
// Fscan "017": 1 <nil> 15; ""
// Fscanln "017": 1 <nil> 15; ""
// Fscan "017": 1 <nil> 15; ""
// Fscanln "017": 1 <nil> 15; ""
// Fscan "017": 1 <nil> 15; ""
// Fscanln "017": 1 <nil> 15; ""
// Fscan "017": 1 <nil> 15; ""
// Fscanln "017": 1 <nil> 15; ""
// Fscan "1_000": 1 <nil> 1000; ""
// Fscanln "1_000": 1 <nil> 1000; ""
// Fscan "1_000": 0 integer overflow on token 1_000 0; ""
// Fscanln "1_000": 0 integer overflow on token 1_000 0; ""
// Fscan "1_000": 0 unsigned integer overflow on token 1_000 0; ""
// Fscanln "1_000": 0 unsigned integer overflow on token 1_000 0; ""
// Fscan "1_000": 0 integer overflow on token 1_000 0; ""
// Fscanln "1_000": 0 integer overflow on token 1_000 0; ""
// Fscan "08": 1 <nil> 0; "8"
// Fscanln "08": 1 expected newline 0; ""
// Fscan "08": 1 <nil> 0; "8"
// Fscanln "08": 1 expected newline 0; ""
// Fscan "08": 1 <nil> 0; "8"
// Fscanln "08": 1 expected newline 0; ""
// Fscan "08": 1 <nil> 0; "8"
// Fscanln "08": 1 expected newline 0; ""
// Fscan "": 0 EOF 0; ""
// Fscanln "": 0 EOF 0; ""
// Fscan "": 0 EOF 0; ""
// Fscanln "": 0 EOF 0; ""
// Fscan "": 0 EOF 0; ""
// Fscanln "": 0 EOF 0; ""
// Fscan "": 0 EOF 0; ""
// Fscanln "": 0 EOF 0; ""
// Fscan " ": 0 EOF 0; ""
// Fscanln " ": 0 EOF 0; ""
// Fscan " ": 0 EOF 0; ""
// Fscanln " ": 0 EOF 0; ""
// Fscan " ": 0 EOF 0; ""
// Fscanln " ": 0 EOF 0; ""
// Fscan " ": 0 EOF 0; ""
// Fscanln " ": 0 EOF 0; ""
// Fscan "x": 0 expected integer 0; "x"
// Fscanln "x": 0 expected integer 0; "x"
// Fscan "x": 0 expected integer 0; "x"
// Fscanln "x": 0 expected integer 0; "x"
// Fscan "x": 0 expected integer 0; "x"
// Fscanln "x": 0 expected integer 0; "x"
// Fscan "x": 0 expected integer 0; "x"
// Fscanln "x": 0 expected integer 0; "x"
// Fscan "+5": 1 <nil> 5; ""
// Fscanln "+5": 1 <nil> 5; ""
// Fscan "+5": 1 <nil> 5; ""
// Fscanln "+5": 1 <nil> 5; ""
// Fscan "+5": 0 expected integer 0; "+5"
// Fscanln "+5": 0 expected integer 0; "+5"
// Fscan "+5": 1 <nil> 5; ""
// Fscanln "+5": 1 <nil> 5; ""
// Fscan "--5": 0 expected integer 0; "-5"
// Fscanln "--5": 0 expected integer 0; "-5"
// Fscan "--5": 0 expected integer 0; "-5"
// Fscanln "--5": 0 expected integer 0; "-5"
// Fscan "--5": 0 expected integer 0; "--5"
// Fscanln "--5": 0 expected integer 0; "--5"
// Fscan "--5": 0 expected integer 0; "-5"
// Fscanln "--5": 0 expected integer 0; "-5"
// Fscan "9223372036854775807": 1 <nil> 9223372036854775807; ""
// Fscanln "9223372036854775807": 1 <nil> 9223372036854775807; ""
// Fscan "9223372036854775807": 0 integer overflow on token 9223372036854775807 0; ""
// Fscanln "9223372036854775807": 0 integer overflow on token 9223372036854775807 0; ""
// Fscan "9223372036854775807": 0 unsigned integer overflow on token 9223372036854775807 0; ""
// Fscanln "9223372036854775807": 0 unsigned integer overflow on token 9223372036854775807 0; ""
// Fscan "9223372036854775807": 0 integer overflow on token 9223372036854775807 0; ""
// Fscanln "9223372036854775807": 0 integer overflow on token 9223372036854775807 0; ""
// Fscan "9223372036854775808": 0 strconv.ParseInt: parsing "9223372036854775808": value out of range 0; ""
// Fscanln "9223372036854775808": 0 strconv.ParseInt: parsing "9223372036854775808": value out of range 0; ""
// Fscan "9223372036854775808": 0 strconv.ParseInt: parsing "9223372036854775808": value out of range 0; ""
// Fscanln "9223372036854775808": 0 strconv.ParseInt: parsing "9223372036854775808": value out of range 0; ""
// Fscan "9223372036854775808": 0 unsigned integer overflow on token 9223372036854775808 0; ""
// Fscanln "9223372036854775808": 0 unsigned integer overflow on token 9223372036854775808 0; ""
// Fscan "9223372036854775808": 0 strconv.ParseInt: parsing "9223372036854775808": value out of range 0; ""
// Fscanln "9223372036854775808": 0 strconv.ParseInt: parsing "9223372036854775808": value out of range 0; ""
// Fscan "300": 1 <nil> 300; ""
// Fscanln "300": 1 <nil> 300; ""
// Fscan "300": 0 integer overflow on token 300 0; ""
// Fscanln "300": 0 integer overflow on token 300 0; ""
// Fscan "300": 0 unsigned integer overflow on token 300 0; ""
// Fscanln "300": 0 unsigned integer overflow on token 300 0; ""
// Fscan "300": 0 integer overflow on token 300 0; ""
// Fscanln "300": 0 integer overflow on token 300 0; ""
// Fscan "-129": 1 <nil> -129; ""
// Fscanln "-129": 1 <nil> -129; ""
// Fscan "-129": 0 integer overflow on token -129 0; ""
// Fscanln "-129": 0 integer overflow on token -129 0; ""
// Fscan "-129": 0 expected integer 0; "-129"
// Fscanln "-129": 0 expected integer 0; "-129"
// Fscan "-129": 0 integer overflow on token -129 0; ""
// Fscanln "-129": 0 integer overflow on token -129 0; ""
// Fscan "1\r\n2": 1 <nil> 1; "\r\n2"
// Fscanln "1\r\n2": 1 <nil> 1; "2"
// Fscan "1\r\n2": 1 <nil> 1; "\r\n2"
// Fscanln "1\r\n2": 1 <nil> 1; "2"
// Fscan "1\r\n2": 1 <nil> 1; "\r\n2"
// Fscanln "1\r\n2": 1 <nil> 1; "2"
// Fscan "1\r\n2": 1 <nil> 1; "\r\n2"
// Fscanln "1\r\n2": 1 <nil> 1; "2"
// Fscan "0x": 0 strconv.ParseInt: parsing "0x": invalid syntax 0; ""
// Fscanln "0x": 0 strconv.ParseInt: parsing "0x": invalid syntax 0; ""
// Fscan "0x": 0 strconv.ParseInt: parsing "0x": invalid syntax 0; ""
// Fscanln "0x": 0 strconv.ParseInt: parsing "0x": invalid syntax 0; ""
// Fscan "0x": 0 strconv.ParseUint: parsing "0x": invalid syntax 0; ""
// Fscanln "0x": 0 strconv.ParseUint: parsing "0x": invalid syntax 0; ""
// Fscan "0x": 0 strconv.ParseInt: parsing "0x": invalid syntax 0; ""
// Fscanln "0x": 0 strconv.ParseInt: parsing "0x": invalid syntax 0; ""
// Fscan "é": 0 expected integer 0; "é"
// Fscanln "é": 0 expected integer 0; "é"
// Fscan "é": 0 expected integer 0; "é"
// Fscanln "é": 0 expected integer 0; "é"
// Fscan "é": 0 expected integer 0; "é"
// Fscanln "é": 0 expected integer 0; "é"
// Fscan "é": 0 expected integer 0; "é"
// Fscanln "é": 0 expected integer 0; "é"
// Fscan "12é": 1 <nil> 12; "é"
// Fscanln "12é": 1 expected newline 12; ""
// Fscan "12é": 1 <nil> 12; "é"
// Fscanln "12é": 1 expected newline 12; ""
// Fscan "12é": 1 <nil> 12; "é"
// Fscanln "12é": 1 expected newline 12; ""
// Fscan "12é": 1 <nil> 12; "é"
// Fscanln "12é": 1 expected newline 12; ""
// Fscan "1.5": 1 <nil> 1.5; ""
// Fscanln "1.5": 1 <nil> 1.5; ""
// Fscan "1.5": 1 <nil> 1.5; ""
// Fscanln "1.5": 1 <nil> 1.5; ""
// Fscan "1.5": 1 <nil> 1.5; ""
// Fscanln "1.5": 1 <nil> 1.5; ""
// Fscan "-2e3": 1 <nil> -2000; ""
// Fscanln "-2e3": 1 <nil> -2000; ""
// Fscan "-2e3": 1 <nil> -2000; ""
// Fscanln "-2e3": 1 <nil> -2000; ""
// Fscan "-2e3": 1 <nil> -2000; ""
// Fscanln "-2e3": 1 <nil> -2000; ""
// Fscan "0x1p4": 1 <nil> 16; ""
// Fscanln "0x1p4": 1 <nil> 16; ""
// Fscan "0x1p4": 1 <nil> 16; ""
// Fscanln "0x1p4": 1 <nil> 16; ""
// Fscan "0x1p4": 1 <nil> 16; ""
// Fscanln "0x1p4": 1 <nil> 16; ""
// Fscan "1p3": 1 <nil> 8; ""
// Fscanln "1p3": 1 <nil> 8; ""
// Fscan "1p3": 1 <nil> 8; ""
// Fscanln "1p3": 1 <nil> 8; ""
// Fscan "1p3": 1 <nil> 8; ""
// Fscanln "1p3": 1 <nil> 8; ""
// Fscan "1.5p-2": 1 <nil> 0.375; ""
// Fscanln "1.5p-2": 1 <nil> 0.375; ""
// Fscan "1.5p-2": 1 <nil> 0.375; ""
// Fscanln "1.5p-2": 1 <nil> 0.375; ""
// Fscan "1.5p-2": 1 <nil> 0.375; ""
// Fscanln "1.5p-2": 1 <nil> 0.375; ""
// Fscan "nan": 1 <nil> NaN; ""
// Fscanln "nan": 1 <nil> NaN; ""
// Fscan "nan": 1 <nil> NaN; ""
// Fscanln "nan": 1 <nil> NaN; ""
// Fscan "nan": 1 <nil> NaN; ""
// Fscanln "nan": 1 <nil> NaN; ""
// Fscan "-Inf": 1 <nil> -Inf; ""
// Fscanln "-Inf": 1 <nil> -Inf; ""
// Fscan "-Inf": 1 <nil> -Inf; ""
// Fscanln "-Inf": 1 <nil> -Inf; ""
// Fscan "-Inf": 1 <nil> -Inf; ""
// Fscanln "-Inf": 1 <nil> -Inf; ""
// Fscan "inf": 1 <nil> +Inf; ""
// Fscanln "inf": 1 <nil> +Inf; ""
// Fscan "inf": 1 <nil> +Inf; ""
// Fscanln "inf": 1 <nil> +Inf; ""
// Fscan "inf": 1 <nil> +Inf; ""
// Fscanln "inf": 1 <nil> +Inf; ""
// Fscan "1e999": 0 strconv.ParseFloat: parsing "1e999": value out of range 0; ""
// Fscanln "1e999": 0 strconv.ParseFloat: parsing "1e999": value out of range 0; ""
// Fscan "1e999": 0 strconv.ParseFloat: parsing "1e999": value out of range 0; ""
// Fscanln "1e999": 0 strconv.ParseFloat: parsing "1e999": value out of range 0; ""
// Fscan "1e999": 0 strconv.ParseFloat: parsing "1e999": value out of range 0; ""
// Fscanln "1e999": 0 strconv.ParseFloat: parsing "1e999": value out of range 0; ""
// Fscan "1e": 0 strconv.ParseFloat: parsing "1e": invalid syntax 0; ""
// Fscanln "1e": 0 strconv.ParseFloat: parsing "1e": invalid syntax 0; ""
// Fscan "1e": 0 strconv.ParseFloat: parsing "1e": invalid syntax 0; ""
// Fscanln "1e": 0 strconv.ParseFloat: parsing "1e": invalid syntax 0; ""
// Fscan "1e": 0 strconv.ParseFloat: parsing "1e": invalid syntax 0; ""
// Fscanln "1e": 0 strconv.ParseFloat: parsing "1e": invalid syntax 0; ""
// Fscan ".": 0 strconv.ParseFloat: parsing ".": invalid syntax 0; ""
// Fscanln ".": 0 strconv.ParseFloat: parsing ".": invalid syntax 0; ""
// Fscan ".": 0 strconv.ParseFloat: parsing ".": invalid syntax 0; ""
// Fscanln ".": 0 strconv.ParseFloat: parsing ".": invalid syntax 0; ""
// Fscan ".": 0 strconv.ParseFloat: parsing ".": invalid syntax 0; ""
// Fscanln ".": 0 strconv.ParseFloat: parsing ".": invalid syntax 0; ""
// Fscan "_1": 0 strconv.ParseFloat: parsing "_1": invalid syntax 0; ""
// Fscanln "_1": 0 strconv.ParseFloat: parsing "_1": invalid syntax 0; ""
// Fscan "_1": 0 strconv.ParseFloat: parsing "_1": invalid syntax 0; ""
// Fscanln "_1": 0 strconv.ParseFloat: parsing "_1": invalid syntax 0; ""
// Fscan "_1": 0 strconv.ParseFloat: parsing "_1": invalid syntax 0; ""
// Fscanln "_1": 0 strconv.ParseFloat: parsing "_1": invalid syntax 0; ""
// Fscan "1__0": 0 strconv.ParseFloat: parsing "1__0": invalid syntax 0; ""
// Fscanln "1__0": 0 strconv.ParseFloat: parsing "1__0": invalid syntax 0; ""
// Fscan "1__0": 0 strconv.ParseFloat: parsing "1__0": invalid syntax 0; ""
// Fscanln "1__0": 0 strconv.ParseFloat: parsing "1__0": invalid syntax 0; ""
// Fscan "1__0": 0 strconv.ParseFloat: parsing "1__0": invalid syntax 0; ""
// Fscanln "1__0": 0 strconv.ParseFloat: parsing "1__0": invalid syntax 0; ""
// Fscan "3.4e39": 1 <nil> 3.4e+39; ""
// Fscanln "3.4e39": 1 <nil> 3.4e+39; ""
// Fscan "3.4e39": 0 strconv.ParseFloat: parsing "3.4e39": value out of range 0; ""
// Fscanln "3.4e39": 0 strconv.ParseFloat: parsing "3.4e39": value out of range 0; ""
// Fscan "3.4e39": 0 strconv.ParseFloat: parsing "3.4e39": value out of range 0; ""
// Fscanln "3.4e39": 0 strconv.ParseFloat: parsing "3.4e39": value out of range 0; ""
// Fscan "x": 0 strconv.ParseFloat: parsing "": invalid syntax 0; "x"
// Fscanln "x": 0 strconv.ParseFloat: parsing "": invalid syntax 0; "x"
// Fscan "x": 0 strconv.ParseFloat: parsing "": invalid syntax 0; "x"
// Fscanln "x": 0 strconv.ParseFloat: parsing "": invalid syntax 0; "x"
// Fscan "x": 0 strconv.ParseFloat: parsing "": invalid syntax 0; "x"
// Fscanln "x": 0 strconv.ParseFloat: parsing "": invalid syntax 0; "x"
// Fscan "true": 1 <nil> true; ""
// Fscanln "true": 1 <nil> true; ""
// Fscan "true": 1 <nil> true; ""
// Fscanln "true": 1 <nil> true; ""
// Fscan "T": 1 <nil> true; ""
// Fscanln "T": 1 <nil> true; ""
// Fscan "T": 1 <nil> true; ""
// Fscanln "T": 1 <nil> true; ""
// Fscan "F": 1 <nil> false; ""
// Fscanln "F": 1 <nil> false; ""
// Fscan "F": 1 <nil> false; ""
// Fscanln "F": 1 <nil> false; ""
// Fscan "tru": 0 syntax error scanning boolean false; ""
// Fscanln "tru": 0 syntax error scanning boolean false; ""
// Fscan "tru": 0 syntax error scanning boolean false; ""
// Fscanln "tru": 0 syntax error scanning boolean false; ""
// Fscan "0": 1 <nil> false; ""
// Fscanln "0": 1 <nil> false; ""
// Fscan "0": 1 <nil> false; ""
// Fscanln "0": 1 <nil> false; ""
// Fscan "1": 1 <nil> true; ""
// Fscanln "1": 1 <nil> true; ""
// Fscan "1": 1 <nil> true; ""
// Fscanln "1": 1 <nil> true; ""
// Fscan "2": 1 <nil> false; ""
// Fscanln "2": 1 <nil> false; ""
// Fscan "2": 1 <nil> false; ""
// Fscanln "2": 1 <nil> false; ""
// Fscan "FALSE": 1 <nil> false; ""
// Fscanln "FALSE": 1 <nil> false; ""
// Fscan "FALSE": 1 <nil> false; ""
// Fscanln "FALSE": 1 <nil> false; ""
// Fscan "falze": 0 syntax error scanning boolean false; "ze"
// Fscanln "falze": 0 syntax error scanning boolean false; "ze"
// Fscan "falze": 0 syntax error scanning boolean false; "ze"
// Fscanln "falze": 0 syntax error scanning boolean false; "ze"
// Fscan "tRUE": 1 <nil> true; ""
// Fscanln "tRUE": 1 <nil> true; ""
// Fscan "tRUE": 1 <nil> true; ""
// Fscanln "tRUE": 1 <nil> true; ""
// Fscan "one two three": 3 <nil> "one";"two";"three"; ""
// Fscanln "one two three": 3 <nil> "one";"two";"three"; ""
// Fscan "one\ntwo three": 3 <nil> "one";"two";"three"; ""
// Fscanln "one\ntwo three": 1 unexpected newline "one";"";""; "two three"
// Fscan "a b": 1 <nil> "a"; " b"
// Fscanln "a b": 1 expected newline "a"; ""
// Fscan "a \t\n b": 1 <nil> "a"; " \t\n b"
// Fscanln "a \t\n b": 1 <nil> "a"; " b"
// Fscan "ABC def": 2 <nil> {word:ABC width:0 given:false verb:118};"def"; ""
// Fscanln "ABC def": 2 <nil> {word:ABC width:0 given:false verb:118};"def"; ""
// Fscan "abc": 0 no capitals {word: width:0 given:false verb:0}; "abc"
// Fscanln "abc": 0 no capitals {word: width:0 given:false verb:0}; "abc"
// Fscan "": 0 no capitals {word: width:0 given:false verb:0}; ""
// Fscanln "": 0 no capitals {word: width:0 given:false verb:0}; ""
// Fscan "1": 0 type not a pointer: int  "1"
// Fscanln "1": 0 type not a pointer: int  "1"
// Fscan "1": 0 type not a pointer: string  "1"
// Fscanln "1": 0 type not a pointer: string  "1"
// Fscan "1": 0 can't scan type: *[]int  "1"
// Fscanln "1": 0 can't scan type: *[]int  "1"
// Fscan "1": 0 can't scan type: *struct {}  "1"
// Fscanln "1": 0 can't scan type: *struct {}  "1"
// Fscan "a\u2003b\u3000c\u0085d": 4 <nil> "b";"b";"c";"d"; ""
// Fscanln "a\u2003b\u3000c\u0085d": 4 <nil> "b";"b";"c";"d"; ""
// Fscan "1 2 3 4": 4 <nil> 1;2;3;4; ""
// Fscanln "1 2 3 4": 4 <nil> 1;2;3;4; ""
// Fscan "1\r\n2": 2 <nil> 1;2; ""
// Fscanln "1\r\n2": 1 unexpected newline 1;0; "2"
// Fscanf "10 20" "%d %d": 2 <nil> 10;20; ""
// Fscanf "10,20" "%d,%d": 2 <nil> 10;20; ""
// Fscanf "10;20" "%d,%d": 1 input does not match format 10;0; ";20"
// Fscanf "ff FF 0xff" "%x %X %v": 3 <nil> 255;255;255; ""
// Fscanf "101 17 U+1F600" "%b %o %U": 3 <nil> 5;15;128512; ""
// Fscanf "1F600" "%U": 0 bad unicode format  0; "F600"
// Fscanf "x" "%c": 1 <nil> 120; ""
// Fscanf "世" "%c": 1 <nil> 19990; ""
// Fscanf "世" "%c": 0 overflow on character value 世 0; ""
// Fscanf "  x" "%c%c%c": 3 <nil> 32;32;120; ""
// Fscanf "123456" "%2d%3d%d": 1 integer overflow on token 345 12;0;0; "6"
// Fscanf "123456" "%2d%3d%d": 3 <nil> 12;345;6; ""
// Fscanf "abcdef" "%2s%c%s": 3 <nil> "ab";99;"def"; ""
// Fscanf "\"quo\\\"ted\" rest" "%q %s": 2 <nil> "quo\"ted";"rest"; ""
// Fscanf "`raw\\n` rest" "%q %s": 2 <nil> "raw\\n";"rest"; ""
// Fscanf "\"open" "%q": 0 unexpected EOF ""; ""
// Fscanf "'c'" "%q": 0 expected quoted string ""; "c'"
// Fscanf "\"\\z\"" "%q": 0 invalid syntax ""; ""
// Fscanf "616263 6G" "%x %x": 1 illegal hex digit "abc";""; ""
// Fscanf "616263 6" "%x %X": 1 unexpected EOF "abc";""; ""
// Fscanf "zz" "%x": 0 no hex data for %x string ""; "zz"
// Fscanf "1" "%z": 0 bad verb '%z' for integer 0; "1"
// Fscanf "1" "%s": 0 bad verb '%s' for integer 0; "1"
// Fscanf "1" "%d": 0 bad verb '%d' for string ""; "1"
// Fscanf "1" "%d": 0 bad verb '%d' for float64 0; "1"
// Fscanf "1" "%d": 1 <nil> 1; ""
// Fscanf "1" "%d": 0 bad verb '%d' for boolean false; "1"
// Fscanf "true" "%t": 1 <nil> true; ""
// Fscanf "1 2" "%d": 1 <nil> 1; " 2"
// Fscanf "1" "%d": 1 too many operands 1;0; ""
// Fscanf "1 2" "%d %d": 1 too few operands for format '%d' 1; "2"
// Fscanf "1 2" "%d %d %%": 1 too few operands for format '%d %%' 1; "2"
// Fscanf "50%" "%d%%": 1 <nil> 50; ""
// Fscanf "50 %" "%d%%": 1 <nil> 50; ""
// Fscanf "50" "%d%%": 1 unexpected EOF 50; ""
// Fscanf "x50" "%%%d": 0 missing literal % 0; "x50"
// Fscanf "5" "%": 0 missing verb: % at end of format string 0; "5"
// Fscanf "5" "%d%": 1 missing verb: % at end of format string 5; ""
// Fscanf "5x" "%dy": 1 input does not match format 5; "x"
// Fscanf "1\n2" "%d\n%d": 2 <nil> 1;2; ""
// Fscanf "1\n2" "%d %d": 1 newline in input does not match format 1;0; "2"
// Fscanf "1 2" "%d\n%d": 1 newline in format does not match input 1;0; ""
// Fscanf "1  \n  2" "%d\n%d": 2 <nil> 1;2; ""
// Fscanf "1  \n  2" "%d \n %d": 2 <nil> 1;2; ""
// Fscanf "1\n\n2" "%d\n\n%d": 2 <nil> 1;2; ""
// Fscanf "1 \n \n2" "%d\n \n %d": 2 <nil> 1;2; ""
// Fscanf "12" "%d %d": 1 EOF 12;0; ""
// Fscanf "1  2" "%d%d": 2 <nil> 1;2; ""
// Fscanf "a  b" "a b": 0 <nil>  ""
// Fscanf "a b" "a  b": 0 <nil>  ""
// Fscanf "ab" "a b": 0 expected space in input to match format  ""
// Fscanf "a\nb" "a b": 0 newline in input does not match format  "b"
// Fscanf "hello 5" "hello %d": 1 <nil> 5; ""
// Fscanf "hellö 5" "hellö %d": 1 <nil> 5; ""
// Fscanf "help 5" "hello %d": 0 input does not match format 0; "p 5"
// Fscanf "" "%d": 0 EOF 0; ""
// Fscanf "" "": 0 too many operands 0; ""
// Fscanf "" " ": 0 <nil>  ""
// Fscanf "AB12" "%1v%s": 2 <nil> {word:A width:1 given:true verb:118};"B12"; ""
// Fscanf "AB12" "%5s%d": 2 <nil> {word:AB width:5 given:true verb:115};12; ""
// Fscanf "1.25e2x" "%5f%s": 0 strconv.ParseFloat: parsing "1.25e": invalid syntax 0;""; "2x"
// Fscanf "1.25" "%3g%d": 2 <nil> 1.2;5; ""
// 2 <nil>
// 7 seven
// 2 <nil>
// 2 <nil>
// 1 EOF
// 1 EOF
// 1 <nil>
// "a�b" "世\xe4\xb8x 12345 rest"
// 1 <nil>
// "世��x" "12345 rest"
// 1 <nil>
// "12345" "rest"
// 1 <nil>
// "rest" ""
// EOF
// 21
// runtime error: invalid memory address or nil pointer dereference
