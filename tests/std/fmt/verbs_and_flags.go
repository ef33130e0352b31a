// run
package main

import (
	"errors"
	"fmt"
	"os"
)

type point struct {
	X, Y int
	name string
}
type celsius float64
type level int
type tree struct {
	L, R *tree
	V    any
}

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }
func (l level) Error() string    { return fmt.Sprint("level ", int(l)) }

type gos struct{}

func (gos) GoString() string { return "gos!" }

type custom struct{}

func (custom) Format(f fmt.State, verb rune) {
	w, okw := f.Width()
	p, okp := f.Precision()
	fmt.Fprintf(f, "[%c %d %v %d %v %v]", verb, w, okw, p, okp, f.Flag('+'))
}

type panicky struct{}

func (panicky) String() string { panic("inside") }

func main() {
	p := point{1, -2, "pt"}
	fmt.Printf("%v|%+v|%#v|%T|%v\n", p, p, p, p, &p)
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%O|%b|%c|%q|%U|%#U\n", 42, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 8, 5, 'A', 'A', 0x1F600, 0x1F600)
	fmt.Printf("%f|%.2f|%8.3f|%-8.1f|%+.1f|%e|%E|%g|%G|%08.2f|%6.0f|%x\n", 3.14159, 3.14159, 3.14159, 3.14159, 3.14159, 1234.5678, 1234.5678, 1e-7, 1e21, -3.5, 2.5, 1.5)
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|% x|%#q|%+q\n", "héllo", "hi", "hi", "héllo", "a\"b\n", "hi", "hi", "raw", "é")
	fmt.Printf("%v %v %v %v\n", true, nil, []byte("ab"), [3]bool{true})
	fmt.Printf("%t|%5t|%p\n", true, false, nil)
	fmt.Printf("%v|%d|%s|%x|%q\n", []int{1, 2}, []int{1, 2}, []string{"a", "b"}, []string{"a", "b"}, []string{"a", "b"})
	fmt.Printf("%v|%+v|%#v\n", map[string]int{"z": 1, "a": 2}, map[int]bool{3: true, 1: false}, map[string]int{"k": 1})
	fmt.Printf("%v|%+v|%#v\n", []any{1, "a", nil, 2.5}, []point{p}, []any{1, "a", nil})
	fmt.Printf("%v|%s|%d|%.2f\n", celsius(36.6), celsius(1), level(3), celsius(2))
	fmt.Printf("%v|%s|%v\n", level(2), level(3), errors.New("plain"))
	fmt.Printf("%v|%#v|%+v\n", gos{}, gos{}, custom{})
	fmt.Printf("%8.3d|%v\n", custom{}, custom{})
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%d\n")
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("x\n", 1, "y")
	fmt.Printf("%!|%z|%-\n", 3)
	fmt.Printf("%[2]d %[1]d|%[3]*.[2]*[1]f|%[5]d\n", 1, 2, 3)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 42, 5, 42, 2, 3.14159)
	fmt.Printf("%v %v\n", panicky{}, (*point)(nil))
	fmt.Printf("%6.2f%%|%3c|%-4q|%08b\n", 99.5, 'x', 'y', 5)
	fmt.Printf("%v|%+v\n", tree{&tree{nil, nil, 1}, nil, "v"}.V, struct {
		A *int
		B []string
		C map[string]int
		D error
		E any
	}{})
	fmt.Printf("%x|%X|%#x|% X\n", []byte{1, 171}, "hi", []byte{1, 2}, []byte{1, 2})
	fmt.Printf("%5v|%-5v|%05v|%5v\n", 1, 2, 3, "s")
	fmt.Printf("%v %v %v\n", int8(-5), uint64(1<<63), uintptr(10))
	fmt.Printf("%#v %#v %#v %#v %#v\n", 1, "s", 1.0, []string{"a"}, [2]int{})
	fmt.Printf("%#v %#v %#v\n", struct{ A any }{1}, uint8(3), 'x')
	fmt.Println("a", 1, 2, "b", 3.0, nil, []int(nil), map[string]int(nil), error(nil))
	fmt.Print("a", "b", 1, 2, true, "c", 1.5, "\n")
	s := fmt.Sprintln("end", 1)
	fmt.Print(s, len(s), "\n")
	fmt.Fprintln(os.Stdout, fmt.Sprint(), fmt.Sprint("x", 1, 2, "y"))
	e := fmt.Errorf("ctx: %w", os.ErrNotExist)
	fmt.Println(e, errors.Is(e, os.ErrNotExist), errors.Unwrap(e) == os.ErrNotExist)
	e2 := fmt.Errorf("two: %w %w", errors.New("a"), errors.New("b"))
	fmt.Println(e2, errors.Unwrap(e2))
	fmt.Println(string(fmt.Appendf(nil, "%d-%s", 1, "z")), string(fmt.Append([]byte("x"), 1, 2)))
}

// Output:
// {1 -2 pt}|{X:1 Y:-2 name:pt}|main.point{X:1, Y:-2, name:"pt"}|main.point|&{1 -2 pt}
// 42|   42|42   |00042|+42| 42|ff|FF|0xff|10|010|0o10|101|A|'A'|U+1F600|U+1F600 '😀'
// 3.141590|3.14|   3.142|3.1     |+3.1|1.234568e+03|1.234568E+03|1e-07|1E+21|-0003.50|     2|0x1.8p+00
// héllo|        hi|hi        |hé|"a\"b\n"|6869|68 69|`raw`|"\u00e9"
// true <nil> [97 98] [true false false]
// true|false|%!p(<nil>)
// [1 2]|[1 2]|[a b]|[61 62]|["a" "b"]
// map[a:2 z:1]|map[1:false 3:true]|map[string]int{"k":1}
// [1 a <nil> 2.5]|[{X:1 Y:-2 name:pt}]|[]interface {}{1, "a", interface {}(nil)}
// 36.6°C|1.0°C|3|2.00
// level 2|level 3|plain
// {}|gos!|[v 0 false 0 false true]
// [d 8 true 3 true false]|[v 0 false 0 false false]
// %!d(string=str) %!s(int=5)
// %!d(MISSING)
// 1 %!d(MISSING)
// x
// %!(EXTRA int=1, string=y)%!!(int=3)|%!z(MISSING)|%!
// (MISSING)2 1|%!f(int= 01)|%!d(BADINDEX)
//    42|42   |3.14
// %!v(PANIC=String method: inside) <nil>
//  99.50%|  x|'y' |00000101
// v|{A:<nil> B:[] C:map[] D:<nil> E:<nil>}
// 01ab|6869|0x0102|01 02
//     1|2    |00003|    s
// -5 9223372036854775808 10
// 1 "s" 1 []string{"a"} [2]int{0, 0}
// struct { A interface {} }{A:1} 0x3 120
// a 1 2 b 3 <nil> [] map[] <nil>
// ab1 2 truec1.5
// end 1
// 6
//  x1 2y
// ctx: file does not exist true true
// two: a b <nil>
// 1-z x1 2
