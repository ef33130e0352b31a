// run
// Flags of every kind, of a set of one's own and of the command line.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type level int

func (l *level) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		return errors.New("no level")
	}
	*l = level(len(text))
	return nil
}

func (l level) MarshalText() ([]byte, error) { return []byte(strings.Repeat("x", int(l))), nil }

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func ownSet() {
	f := flag.NewFlagSet("own", flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	fmt.Println(f.Output() == os.Stdout, f.Name(), f.ErrorHandling())
	var b bool
	var d time.Duration
	var x float64
	var i int
	var i64 int64
	var s string
	var u uint
	var u64 uint64
	f.BoolVar(&b, "b", true, "a bool")
	f.DurationVar(&d, "d", time.Second, "a `span` of time")
	f.Float64Var(&x, "x", 1.5, "a float")
	f.IntVar(&i, "i", -1, "an int")
	f.Int64Var(&i64, "i64", 0, "an int64\nof two lines")
	f.StringVar(&s, "s", "it's", "a string")
	f.UintVar(&u, "u", 0, "a uint")
	f.Uint64Var(&u64, "u64", 64, "a uint64")
	f.PrintDefaults()
	fmt.Println(f.Parse([]string{"-b=false", "--d", "2m", "-x", "1e3", "-i=0x10", "-i64", "-5", "-s", "", "-u", "7", "-u64", "8", "rest", "-i"}))
	fmt.Println(b, d, x, i, i64, s, u, u64, f.NArg(), f.Args(), f.Arg(0), f.Arg(5), f.NFlag())
	f.VisitAll(func(g *flag.Flag) { fmt.Print(g.Name, "=", g.Value, " (", g.DefValue, ") ") })
	fmt.Println()
	for _, args := range [][]string{{"-i", "1.5"}, {"-u", "-1"}, {"-b=perhaps"}, {"-d", "5"}, {"-x", "1e999"}, {"-i64"}, {"-none"}, {"---"}, {"-=1"}, {"-i", "99999999999999999999"}} {
		fmt.Println(strings.SplitN(fmt.Sprint(f.Parse(args)), "\n", 2)[0])
	}
	fmt.Println(f.Parse([]string{"-h"}) == flag.ErrHelp)
}

func commandLine() {
	flag.CommandLine = flag.NewFlagSet("cmd", flag.ContinueOnError)
	flag.CommandLine.SetOutput(os.Stdout)
	b, d, x, i := flag.Bool("b", false, "a bool"), flag.Duration("d", 0, "a duration"), flag.Float64("x", 0, "a float"), flag.Int("i", 3, "an int")
	i64, s, u, u64 := flag.Int64("i64", 0, "an int64"), flag.String("s", "dflt", "a string"), flag.Uint("u", 1, "a uint"), flag.Uint64("u64", 0, "a uint64")
	var bv bool
	var dv time.Duration
	var xv float64
	var iv int
	var i64v int64
	var sv string
	var uv uint
	var u64v uint64
	var l level
	var many list
	flag.BoolVar(&bv, "bv", false, "a bool")
	flag.DurationVar(&dv, "dv", 0, "a duration")
	flag.Float64Var(&xv, "xv", 0, "a float")
	flag.Int64Var(&i64v, "i64v", 0, "an int64")
	flag.IntVar(&iv, "iv", 0, "an int")
	flag.StringVar(&sv, "sv", "", "a string")
	flag.Uint64Var(&u64v, "u64v", 0, "a uint64")
	flag.UintVar(&uv, "uv", 0, "a uint")
	flag.TextVar(&l, "level", level(2), "a text")
	flag.Var(&many, "many", "many `words`")
	flag.Func("f", "a func", func(s string) error {
		if s == "bad" {
			return errors.New("bad word")
		}
		fmt.Println("f:", s)
		return nil
	})
	flag.BoolFunc("bf", "a func without a value", func(s string) error { fmt.Println("bf:", s); return nil })
	flag.PrintDefaults()
	err := flag.CommandLine.Parse([]string{"-b", "-d=1h", "-x=.5", "-i=-7", "-i64=9", "-s=text", "-u=0b11", "-u64=0o17", "-bv", "-dv=3ms", "-xv=-0", "-iv=1_000",
		"-i64v=-1", "-sv= ", "-u64v=18446744073709551615", "-uv=2", "-level=abcd", "-many=a", "-many", "b", "-f=good", "-bf", "--", "-x"})
	fmt.Println(err, *b, *d, *x, *i, *i64, *s, *u, *u64, bv, dv, xv, iv, i64v, sv, u64v, uv, l, many, flag.Args())
	flag.Visit(func(f *flag.Flag) { fmt.Print(f.Name, " ") })
	fmt.Println()
	for _, args := range [][]string{{"-f", "bad"}, {"-level="}, {"-bf=no"}, {"-f"}} {
		fmt.Println(strings.SplitN(fmt.Sprint(flag.CommandLine.Parse(args)), "\n", 2)[0])
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		flag.Int("i", 0, "again")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		flag.Int("-i", 0, "again")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		flag.Int("a=b", 0, "again")
	}()
}

func main() {
	ownSet()
	commandLine()
}

// Output:
// true own 0
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// <nil>
// false 2m0s 1000 16 -5  7 8 2 [rest -i] rest  8
// b=false (true) d=2m0s (1s) i=16 (-1) i64=-5 (0) s= (it's) u=7 (0) u64=8 (64) x=1000 (1.5)
// invalid value "1.5" for flag -i: parse error
// Usage of own:
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// invalid value "1.5" for flag -i: parse error
// invalid value "-1" for flag -u: parse error
// Usage of own:
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// invalid value "-1" for flag -u: parse error
// invalid boolean value "perhaps" for -b: parse error
// Usage of own:
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// invalid boolean value "perhaps" for -b: parse error
// invalid value "5" for flag -d: parse error
// Usage of own:
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// invalid value "5" for flag -d: parse error
// invalid value "1e999" for flag -x: value out of range
// Usage of own:
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// invalid value "1e999" for flag -x: value out of range
// flag needs an argument: -i64
// Usage of own:
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// flag needs an argument: -i64
// flag provided but not defined: -none
// Usage of own:
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// flag provided but not defined: -none
// bad flag syntax: ---
// Usage of own:
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// bad flag syntax: ---
// bad flag syntax: -=1
// Usage of own:
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// bad flag syntax: -=1
// invalid value "99999999999999999999" for flag -i: value out of range
// Usage of own:
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// invalid value "99999999999999999999" for flag -i: value out of range
// Usage of own:
//   -b	a bool (default true)
//   -d span
//     	a span of time (default 1s)
//   -i int
//     	an int (default -1)
//   -i64 int
//     	an int64
//     	of two lines
//   -s string
//     	a string (default "it's")
//   -u uint
//     	a uint
//   -u64 uint
//     	a uint64 (default 64)
//   -x float
//     	a float (default 1.5)
// true
//   -b	a bool
//   -bf
//     	a func without a value
//   -bv
//     	a bool
//   -d duration
//     	a duration
//   -dv duration
//     	a duration
//   -f value
//     	a func
//   -i int
//     	an int (default 3)
//   -i64 int
//     	an int64
//   -i64v int
//     	an int64
//   -iv int
//     	an int
//   -level value
//     	a text (default xx)
//   -many words
//     	many words
//   -s string
//     	a string (default "dflt")
//   -sv string
//     	a string
//   -u uint
//     	a uint (default 1)
//   -u64 uint
//     	a uint64
//   -u64v uint
//     	a uint64
//   -uv uint
//     	a uint
//   -x float
//     	a float
//   -xv float
//     	a float
// f: good
// bf: true
// <nil> true 1h0m0s 0.5 -7 9 text 3 15 true 3ms -0 1000 -1   18446744073709551615 2 4 [a b] [-x]
// b bf bv d dv f i i64 i64v iv level many s sv u u64 u64v uv x xv
// invalid value "bad" for flag -f: bad word
// Usage of cmd:
//   -b	a bool
//   -bf
//     	a func without a value
//   -bv
//     	a bool
//   -d duration
//     	a duration
//   -dv duration
//     	a duration
//   -f value
//     	a func
//   -i int
//     	an int (default 3)
//   -i64 int
//     	an int64
//   -i64v int
//     	an int64
//   -iv int
//     	an int
//   -level value
//     	a text (default xx)
//   -many words
//     	many words
//   -s string
//     	a string (default "dflt")
//   -sv string
//     	a string
//   -u uint
//     	a uint (default 1)
//   -u64 uint
//     	a uint64
//   -u64v uint
//     	a uint64
//   -uv uint
//     	a uint
//   -x float
//     	a float
//   -xv float
//     	a float
// invalid value "bad" for flag -f: bad word
// invalid value "" for flag -level: no level
// Usage of cmd:
//   -b	a bool
//   -bf
//     	a func without a value
//   -bv
//     	a bool
//   -d duration
//     	a duration
//   -dv duration
//     	a duration
//   -f value
//     	a func
//   -i int
//     	an int (default 3)
//   -i64 int
//     	an int64
//   -i64v int
//     	an int64
//   -iv int
//     	an int
//   -level value
//     	a text (default xx)
//   -many words
//     	many words
//   -s string
//     	a string (default "dflt")
//   -sv string
//     	a string
//   -u uint
//     	a uint (default 1)
//   -u64 uint
//     	a uint64
//   -u64v uint
//     	a uint64
//   -uv uint
//     	a uint
//   -x float
//     	a float
//   -xv float
//     	a float
// invalid value "" for flag -level: no level
// bf: no
// <nil>
// flag needs an argument: -f
// Usage of cmd:
//   -b	a bool
//   -bf
//     	a func without a value
//   -bv
//     	a bool
//   -d duration
//     	a duration
//   -dv duration
//     	a duration
//   -f value
//     	a func
//   -i int
//     	an int (default 3)
//   -i64 int
//     	an int64
//   -i64v int
//     	an int64
//   -iv int
//     	an int
//   -level value
//     	a text (default xx)
//   -many words
//     	many words
//   -s string
//     	a string (default "dflt")
//   -sv string
//     	a string
//   -u uint
//     	a uint (default 1)
//   -u64 uint
//     	a uint64
//   -u64v uint
//     	a uint64
//   -uv uint
//     	a uint
//   -x float
//     	a float
//   -xv float
//     	a float
// flag needs an argument: -f
// cmd flag redefined: i
// cmd flag redefined: i
// flag "-i" begins with -
// flag "-i" begins with -
// flag "a=b" contains =
// flag "a=b" contains =
