// run
// go/token: tokens by their properties, files and sets of files, lines and line directives.
package main

import (
	"fmt"
	"go/token"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

func main() {
	for tok := token.ILLEGAL - 1; tok < 100; tok++ {
		fmt.Println(int(tok), tok, tok.IsLiteral(), tok.IsOperator(), tok.IsKeyword(), tok.Precedence())
	}
	for _, s := range []string{"", "x", "X", "func", "ä", "Ä", "_", "1x", "x1", "a b", "Func", "世界", "\xff", "break"} {
		fmt.Printf("%q %v %v %v %v\n", s, token.Lookup(s), token.IsExported(s), token.IsIdentifier(s), token.IsKeyword(s))
	}

	set := token.NewFileSet()
	fmt.Println(set.Base(), set.File(1) == nil, set.Position(1), set.Position(token.NoPos))
	text := "package p\n\nvar x = 1\n// end\n"
	a := set.AddFile("a.go", -1, len(text))
	b := set.AddFile("b.go", set.Base()+100, 50)
	c := set.AddFile("", -1, 0)
	fmt.Println(a, b, c, set.Base(), a.Name(), a.Base(), a.Size(), a.End(), a.LineCount(), a.Lines())
	a.SetLinesForContent([]byte(text))
	fmt.Println(a.LineCount(), a.Lines(), a.LineStart(2), a.SetLines([]int{0, 5, 5}), a.SetLines([]int{0, 99}), a.SetLines([]int{0, 10, 11, 21}))
	for p := token.Pos(-3); p < 200; p += 9 {
		f := set.File(p)
		fmt.Print(p, p.IsValid(), " ", set.Position(p), set.PositionFor(p, false), a.Position(p), b.Offset(p), a.Line(p))
		if f != nil {
			fmt.Print(" ", f.Name(), f.Pos(f.Offset(p)) == p)
		}
		fmt.Println()
	}
	for i := range 5 {
		b.AddLine(i * 10)
		b.AddLine(i * 10)
	}
	b.AddLine(99)
	b.AddLineInfo(15, "other.y", 7)
	b.AddLineColumnInfo(32, "third.y", 100, 20)
	b.AddLineColumnInfo(31, "ignored", 1, 1)
	b.AddLineColumnInfo(45, "no_column", 3, 0)
	for i := range 51 {
		pos := b.Position(b.Pos(i))
		fmt.Println(pos, pos.IsValid(), b.PositionFor(b.Pos(i), false), b.Line(b.Pos(i)))
	}
	b.MergeLine(2)
	fmt.Println(b.Lines(), b.Pos(-4), b.Pos(77), b.Offset(0))
	try("MergeLine", func() { b.MergeLine(0) })
	try("MergeLine", func() { b.MergeLine(9) })
	try("LineStart", func() { b.LineStart(0) })
	try("LineStart", func() { b.LineStart(9) })
	try("AddFile", func() { set.AddFile("x", 3, 1) })
	try("AddFile", func() { set.AddFile("x", -1, -1) })
	for _, p := range []token.Position{{}, {Filename: "f"}, {Line: 3}, {Filename: "f", Line: 3}, {Filename: "f", Line: 3, Column: 4}, {Column: 9}} {
		fmt.Println(p, p.IsValid())
	}

	set.Iterate(func(f *token.File) bool { fmt.Println("file", f); return f != b })
	set.RemoveFile(b)
	set.RemoveFile(b)
	fmt.Println(set.File(b.Pos(3)), set.Position(b.Pos(3)))
	set.AddExistingFiles(b, a)
	fmt.Println(set.Position(b.Pos(3)))
	other := token.NewFileSet()
	d := other.AddFile("d", 20, 60)
	try("AddExistingFiles", func() { set.AddExistingFiles(d) })

	copied := token.NewFileSet()
	var kept any
	fmt.Println(set.Write(func(x any) error { kept = x; return nil }))
	fmt.Printf("%+v\n", kept)
	fmt.Println(copied.Read(func(any) error { return fmt.Errorf("no") }), copied.Base())
}

// Output:
// -1 token(-1) false false false 0
// 0 ILLEGAL false false false 0
// 1 EOF false false false 0
// 2 COMMENT false false false 0
// 3 token(3) false false false 0
// 4 IDENT true false false 0
// 5 INT true false false 0
// 6 FLOAT true false false 0
// 7 IMAG true false false 0
// 8 CHAR true false false 0
// 9 STRING true false false 0
// 10 token(10) false false false 0
// 11 token(11) false false false 0
// 12 + false true false 4
// 13 - false true false 4
// 14 * false true false 5
// 15 / false true false 5
// 16 % false true false 5
// 17 & false true false 5
// 18 | false true false 4
// 19 ^ false true false 4
// 20 << false true false 5
// 21 >> false true false 5
// 22 &^ false true false 5
// 23 += false true false 0
// 24 -= false true false 0
// 25 *= false true false 0
// 26 /= false true false 0
// 27 %= false true false 0
// 28 &= false true false 0
// 29 |= false true false 0
// 30 ^= false true false 0
// 31 <<= false true false 0
// 32 >>= false true false 0
// 33 &^= false true false 0
// 34 && false true false 2
// 35 || false true false 1
// 36 <- false true false 0
// 37 ++ false true false 0
// 38 -- false true false 0
// 39 == false true false 3
// 40 < false true false 3
// 41 > false true false 3
// 42 = false true false 0
// 43 ! false true false 0
// 44 != false true false 3
// 45 <= false true false 3
// 46 >= false true false 3
// 47 := false true false 0
// 48 ... false true false 0
// 49 ( false true false 0
// 50 [ false true false 0
// 51 { false true false 0
// 52 , false true false 0
// 53 . false true false 0
// 54 ) false true false 0
// 55 ] false true false 0
// 56 } false true false 0
// 57 ; false true false 0
// 58 : false true false 0
// 59 token(59) false false false 0
// 60 token(60) false false false 0
// 61 break false false true 0
// 62 case false false true 0
// 63 chan false false true 0
// 64 const false false true 0
// 65 continue false false true 0
// 66 default false false true 0
// 67 defer false false true 0
// 68 else false false true 0
// 69 fallthrough false false true 0
// 70 for false false true 0
// 71 func false false true 0
// 72 go false false true 0
// 73 goto false false true 0
// 74 if false false true 0
// 75 import false false true 0
// 76 interface false false true 0
// 77 map false false true 0
// 78 package false false true 0
// 79 range false false true 0
// 80 return false false true 0
// 81 select false false true 0
// 82 struct false false true 0
// 83 switch false false true 0
// 84 type false false true 0
// 85 var false false true 0
// 86 token(86) false false false 0
// 87 token(87) false false false 0
// 88 ~ false true false 0
// 89 token(89) false false false 0
// 90 token(90) false false false 0
// 91 token(91) false false false 0
// 92 token(92) false false false 0
// 93 token(93) false false false 0
// 94 token(94) false false false 0
// 95 token(95) false false false 0
// 96 token(96) false false false 0
// 97 token(97) false false false 0
// 98 token(98) false false false 0
// 99 token(99) false false false 0
// "" IDENT false false false
// "x" IDENT false true false
// "X" IDENT true true false
// "func" func false false true
// "ä" IDENT false true false
// "Ä" IDENT true true false
// "_" IDENT false true false
// "1x" IDENT false false false
// "x1" IDENT false true false
// "a b" IDENT false false false
// "Func" IDENT true true false
// "世界" IDENT false true false
// "\xff" IDENT false false false
// "break" break false false true
// 1 true - -
// a.go(1-29) b.go(130-180) (181-181) 182 a.go 1 28 29 1 [0]
// 4 [0 10 11 21] 11 false false true
// -3 true - - a.go:1:1 0 1
// 6 true a.go:1:6 a.go:1:6 a.go:1:6 0 1 a.gotrue
// 15 true a.go:3:4 a.go:3:4 a.go:3:4 0 3 a.gotrue
// 24 true a.go:4:3 a.go:4:3 a.go:4:3 0 4 a.gotrue
// 33 true - - a.go:4:8 0 4
// 42 true - - a.go:4:8 0 4
// 51 true - - a.go:4:8 0 4
// 60 true - - a.go:4:8 0 4
// 69 true - - a.go:4:8 0 4
// 78 true - - a.go:4:8 0 4
// 87 true - - a.go:4:8 0 4
// 96 true - - a.go:4:8 0 4
// 105 true - - a.go:4:8 0 4
// 114 true - - a.go:4:8 0 4
// 123 true - - a.go:4:8 0 4
// 132 true b.go:1:3 b.go:1:3 a.go:4:8 2 4 b.gotrue
// 141 true b.go:1:12 b.go:1:12 a.go:4:8 11 4 b.gotrue
// 150 true b.go:1:21 b.go:1:21 a.go:4:8 20 4 b.gotrue
// 159 true b.go:1:30 b.go:1:30 a.go:4:8 29 4 b.gotrue
// 168 true b.go:1:39 b.go:1:39 a.go:4:8 38 4 b.gotrue
// 177 true b.go:1:48 b.go:1:48 a.go:4:8 47 4 b.gotrue
// 186 true - - a.go:4:8 50 4
// 195 true - - a.go:4:8 50 4
// b.go:1:1 true b.go:1:1 1
// b.go:1:2 true b.go:1:2 1
// b.go:1:3 true b.go:1:3 1
// b.go:1:4 true b.go:1:4 1
// b.go:1:5 true b.go:1:5 1
// b.go:1:6 true b.go:1:6 1
// b.go:1:7 true b.go:1:7 1
// b.go:1:8 true b.go:1:8 1
// b.go:1:9 true b.go:1:9 1
// b.go:1:10 true b.go:1:10 1
// b.go:2:1 true b.go:2:1 2
// b.go:2:2 true b.go:2:2 2
// b.go:2:3 true b.go:2:3 2
// b.go:2:4 true b.go:2:4 2
// b.go:2:5 true b.go:2:5 2
// other.y:7:1 true b.go:2:6 7
// other.y:7:2 true b.go:2:7 7
// other.y:7:3 true b.go:2:8 7
// other.y:7:4 true b.go:2:9 7
// other.y:7:5 true b.go:2:10 7
// other.y:8:1 true b.go:3:1 8
// other.y:8:2 true b.go:3:2 8
// other.y:8:3 true b.go:3:3 8
// other.y:8:4 true b.go:3:4 8
// other.y:8:5 true b.go:3:5 8
// other.y:8:6 true b.go:3:6 8
// other.y:8:7 true b.go:3:7 8
// other.y:8:8 true b.go:3:8 8
// other.y:8:9 true b.go:3:9 8
// other.y:8:10 true b.go:3:10 8
// other.y:9:1 true b.go:4:1 9
// other.y:9:2 true b.go:4:2 9
// third.y:100:20 true b.go:4:3 100
// third.y:100:21 true b.go:4:4 100
// third.y:100:22 true b.go:4:5 100
// third.y:100:23 true b.go:4:6 100
// third.y:100:24 true b.go:4:7 100
// third.y:100:25 true b.go:4:8 100
// third.y:100:26 true b.go:4:9 100
// third.y:100:27 true b.go:4:10 100
// third.y:101:1 true b.go:5:1 101
// third.y:101:2 true b.go:5:2 101
// third.y:101:3 true b.go:5:3 101
// third.y:101:4 true b.go:5:4 101
// third.y:101:5 true b.go:5:5 101
// no_column:3 true b.go:5:6 3
// no_column:3 true b.go:5:7 3
// no_column:3 true b.go:5:8 3
// no_column:3 true b.go:5:9 3
// no_column:3 true b.go:5:10 3
// no_column:3 true b.go:5:11 3
// [0 10 30 40] 130 180 0
// MergeLine panics: invalid line number 0 (should be >= 1)
// MergeLine panics: invalid line number 9 (should be < 4)
// LineStart panics: invalid line number 0 (should be >= 1)
// LineStart panics: invalid line number 9 (should be < 4)
// AddFile panics: invalid base 3 (should be >= 182)
// AddFile panics: invalid size -1 (should be >= 0)
// - false
// f false
// 3 true
// f:3 true
// f:3:4 true
// - false
// file a.go(1-29)
// file b.go(130-180)
// <nil> -
// b.go:1:4
// AddExistingFiles panics: file a.go (1-29) overlaps with file d (20-80)
// <nil>
// {Base:182 Files:[{Name:a.go Base:1 Size:28 Lines:[0 10 11 21] Infos:[]} {Name:b.go Base:130 Size:50 Lines:[0 10 30 40] Infos:[{Offset:15 Filename:other.y Line:7 Column:1} {Offset:32 Filename:third.y Line:100 Column:20} {Offset:45 Filename:no_column Line:3 Column:0}]} {Name: Base:181 Size:0 Lines:[0] Infos:[]}]}
// no 1
