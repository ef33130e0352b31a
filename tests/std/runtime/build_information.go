// run
// What a program knows of its build, and the text form of that, right and wrong.
package main

import (
	"fmt"
	"runtime/debug"
)

func parse(text string) {
	info, err := debug.ParseBuildInfo(text)
	fmt.Printf("%q: %v\n", text, err)
	if err != nil {
		return
	}
	fmt.Printf("  %q %q\n", info.Path, info.Settings)
	for _, m := range append(info.Deps, &info.Main) {
		fmt.Printf("  %s %s %s", m.Path, m.Version, m.Sum)
		if m.Replace != nil {
			fmt.Print(" by ", m.Replace.Path, m.Replace.Version, m.Replace.Sum)
		}
		fmt.Println()
	}
	fmt.Printf("  %q\n", info.String())
}

func main() {
	info, ok := debug.ReadBuildInfo()
	fmt.Println(ok, info.Path, info.Main == debug.Module{}, len(info.Deps), len(info.GoVersion) > 2 && info.GoVersion[:2] == "go")
	found := map[string]string{}
	for _, setting := range info.Settings {
		found[setting.Key] = setting.Value
	}
	fmt.Println(found["-compiler"], found["-buildmode"], found["GOOS"], found["GOARCH"], found["GOAMD64"])
	for _, text := range []string{
		"", "path\tx", "path\tx\n", "path\n", "nonsense\nmod\tm\tv1\n", "go\tgo1.20\npath\tp q\n",
		"mod\tm\tv1\th1:x\n", "mod\tm\n", "mod\tm\tv\ts\tx\n", "dep\ta\n", "dep\ta\tv\ndep\tb\tv\ts\n",
		"mod\tm\tv1\th1:x\n=>\tn\tv2\ty\n", "dep\ta\tb\tc\nbuild\tk=v\n=>\tq\tw\te\n", "=>\ta\tb\tc\n", "dep\ta\tb\n=>\ta\n", "dep\ta\tb\n=>\ta\tb\tc\n=>\ta\tb\tc\n",
		"build\tk=v\n", "build\tnokey\n", "build\t=v\n", "build\t\n", "build\tk=\n", "build\tk=a=b\n",
		"build\t\"a b\"=\"c\\nd\"\n", "build\t\"a=c\n", "build\t\"a\"\n", "build\t\"a\"x\n", "build\t`a`=`b`\n", "build\ta=\"x\n", "build\ta b=c\n", "build\ta=c d\n", "build\ta=`x y`\n", "build\ta=b\"c\n",
	} {
		parse(text)
	}
	all := debug.BuildInfo{GoVersion: "go1", Path: "p", Main: debug.Module{Path: "m", Version: "v", Sum: "s", Replace: &debug.Module{Path: "r"}},
		Deps:     []*debug.Module{{Path: "d", Version: "1", Sum: "z"}, {Path: "e", Replace: &debug.Module{Path: "r", Version: "q"}}},
		Settings: []debug.BuildSetting{{Key: "a b", Value: "c d"}, {Key: "k"}, {Key: "k", Value: "a\"b"}, {Value: "x"}, {Key: "q", Value: "x y"}, {Key: "`", Value: "a\nb"}, {Key: "t", Value: "=x"}}}
	fmt.Printf("%q\n", all.String())
	fmt.Printf("%q\n", new(debug.BuildInfo).String())
}

// Output:
// true command-line-arguments true 0 true
// gc exe linux amd64 v1
// "": <nil>
//   "" []
//
//   ""
// "path\tx": <nil>
//   "" []
//
//   ""
// "path\tx\n": <nil>
//   "x" []
//
//   "path\tx\n"
// "path\n": <nil>
//   "" []
//
//   ""
// "nonsense\nmod\tm\tv1\n": <nil>
//   "" []
//   m v1
//   "mod\tm\tv1\t\n"
// "go\tgo1.20\npath\tp q\n": <nil>
//   "p q" []
//
//   "path\tp q\n"
// "mod\tm\tv1\th1:x\n": <nil>
//   "" []
//   m v1 h1:x
//   "mod\tm\tv1\th1:x\n"
// "mod\tm\n": could not parse Go build info: line 1: expected 2 or 3 columns; got 1
// "mod\tm\tv\ts\tx\n": could not parse Go build info: line 1: expected 2 or 3 columns; got 4
// "dep\ta\n": could not parse Go build info: line 1: expected 2 or 3 columns; got 1
// "dep\ta\tv\ndep\tb\tv\ts\n": <nil>
//   "" []
//   a v
//   b v s
//
//   "dep\ta\tv\t\ndep\tb\tv\ts\n"
// "mod\tm\tv1\th1:x\n=>\tn\tv2\ty\n": <nil>
//   "" []
//   m v1 h1:x by nv2y
//   "mod\tm\tv1\n=>\tn\tv2\ty\n\n"
// "dep\ta\tb\tc\nbuild\tk=v\n=>\tq\tw\te\n": <nil>
//   "" [{"k" "v"}]
//   a b c by qwe
//
//   "dep\ta\tb\n=>\tq\tw\te\n\nbuild\tk=v\n"
// "=>\ta\tb\tc\n": could not parse Go build info: line 1: replacement with no module on previous line
// "dep\ta\tb\n=>\ta\n": could not parse Go build info: line 2: expected 3 columns for replacement; got 1
// "dep\ta\tb\n=>\ta\tb\tc\n=>\ta\tb\tc\n": could not parse Go build info: line 3: replacement with no module on previous line
// "build\tk=v\n": <nil>
//   "" [{"k" "v"}]
//
//   "build\tk=v\n"
// "build\tnokey\n": could not parse Go build info: line 1: build line missing '=' after key
// "build\t=v\n": could not parse Go build info: line 1: build line with missing key
// "build\t\n": could not parse Go build info: line 1: build line missing '='
// "build\tk=\n": <nil>
//   "" [{"k" ""}]
//
//   "build\tk=\n"
// "build\tk=a=b\n": <nil>
//   "" [{"k" "a=b"}]
//
//   "build\tk=a=b\n"
// "build\t\"a b\"=\"c\\nd\"\n": <nil>
//   "" [{"a b" "c\nd"}]
//
//   "build\t\"a b\"=\"c\\nd\"\n"
// "build\t\"a=c\n": could not parse Go build info: line 1: invalid quoted key in build line
// "build\t\"a\"\n": could not parse Go build info: line 1: build line missing '=' after quoted key
// "build\t\"a\"x\n": could not parse Go build info: line 1: unexpected character after quoted key: 'x'
// "build\t`a`=`b`\n": <nil>
//   "" [{"a" "b"}]
//
//   "build\ta=b\n"
// "build\ta=\"x\n": could not parse Go build info: line 1: invalid quoted value in build line
// "build\ta b=c\n": could not parse Go build info: line 1: unquoted key "a b" must be quoted
// "build\ta=c d\n": could not parse Go build info: line 1: unquoted value "c d" must be quoted
// "build\ta=`x y`\n": <nil>
//   "" [{"a" "x y"}]
//
//   "build\ta=\"x y\"\n"
// "build\ta=b\"c\n": could not parse Go build info: line 1: unquoted value "b\"c" must be quoted
// "go\tgo1\npath\tp\nmod\tm\tv\n=>\tr\t\t\n\ndep\td\t1\tz\ndep\te\t\n=>\tr\tq\t\n\nbuild\t\"a b\"=\"c d\"\nbuild\tk=\nbuild\tk=\"a\\\"b\"\nbuild\t\"\"=x\nbuild\tq=\"x y\"\nbuild\t\"`\"=\"a\\nb\"\nbuild\tt==x\n"
// ""
