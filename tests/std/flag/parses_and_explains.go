// run
// Flags of every type, mistakes, usage texts, and what is not allowed.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

type broken struct{ s *string }

func (b broken) String() string   { return *b.s }
func (b broken) Set(string) error { return nil }

func set(handling flag.ErrorHandling) *flag.FlagSet {
	f := flag.NewFlagSet("prog", handling)
	f.SetOutput(os.Stdout)
	f.Bool("b", false, "a bool")
	f.Bool("on", true, "on by default\nand more")
	f.Int("i", 0, "an `number` of things")
	f.Int64("i64", -5, "int64")
	f.Uint("u", 7, "uint")
	f.Uint64("u64", 0, "uint64")
	f.String("s", "text", "a string")
	f.String("empty", "", "")
	f.Float64("f", 1.5, "float")
	f.Duration("d", time.Second, "duration")
	f.Func("fn", "function", func(s string) error {
		if s == "bad" {
			return errors.New("is bad")
		}
		fmt.Println("fn", s)
		return nil
	})
	f.BoolFunc("bf", "bool `function", func(s string) error { fmt.Println("bf", s); return nil })
	l := new(list)
	f.Var(l, "l", "list")
	at := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	f.TextVar(new(time.Time), "t", at, "time")
	return f
}

func main() {
	f := set(flag.ContinueOnError)
	f.PrintDefaults()
	for _, line := range []string{"", "-b -i 5 rest -x", "--b=false -on=F -i64 0x10 -u=9 -- -b", "-s= -f 2e3 -d 1h2m -l a -l b,c -t 2021-02-03T04:05:06Z",
		"-i", "-i x", "-i 99999999999999999999", "-b=maybe", "-u -1", "-f abc", "-d 5", "-t now", "-nope", "--", "-", "---x", "-=x", "-fn ok -bf -bf=no", "-fn bad", "-h", "-help", "-bf=x -u64 18446744073709551615"} {
		f := set(flag.ContinueOnError)
		f.Usage = func() { fmt.Println("usage!") }
		err := f.Parse(strings.Fields(line))
		fmt.Printf("%q: %v %v %d %q %q %v\n", line, err, err == flag.ErrHelp, f.NFlag(), f.Args(), f.Arg(0), f.Parsed())
		f.Visit(func(g *flag.Flag) {
			get, ok := g.Value.(flag.Getter)
			fmt.Printf("  %s=%v (%s)", g.Name, g.Value, g.DefValue)
			if ok {
				fmt.Printf(" %v", get.Get())
			}
			fmt.Println()
		})
	}
	f = set(flag.ContinueOnError)
	f.Parse([]string{"-zzz"})
	f = set(flag.PanicOnError)
	f.Usage = nil
	f.Init("", flag.PanicOnError)
	func() {
		defer func() { fmt.Println(recover()) }()
		f.Parse([]string{"-i=1.5"})
	}()
	fmt.Println(f.Set("i", "8"), f.Lookup("i").Value, f.Set("i", "q"), f.Set("none", "1"), f.Lookup("none"), f.Name(), f.ErrorHandling())
	for _, define := range []func(){
		func() { f.Int("i", 0, "") }, func() { f.Int("-i", 0, "") }, func() { f.Int("a=b", 0, "") },
		func() { f.TextVar(new(time.Time), "t2", wrong{}, "") },
	} {
		func() {
			defer func() { fmt.Println("panic:", recover()) }()
			define()
		}()
	}
	func() {
		defer func() {
			fmt.Println(strings.HasSuffix(fmt.Sprint(recover()), "before being defined"))
		}()
		f.Int("none", 0, "")
	}()
	text := "x"
	f = flag.NewFlagSet("", flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	f.Var(broken{&text}, "broken", "panics")
	f.PrintDefaults()

	flag.CommandLine.SetOutput(io.Discard)
	n := flag.Int("n", 3, "number")
	var b bool
	flag.BoolVar(&b, "b", true, "")
	flag.Parse()
	fmt.Println(*n, b, flag.NArg(), flag.NFlag(), flag.Args(), flag.Parsed(), flag.Arg(3) == "", flag.Lookup("n").Usage)
	fmt.Println(flag.Set("n", "4"))
	fmt.Println(*n)
	flag.VisitAll(func(f *flag.Flag) { fmt.Println(f.Name) })
	name, usage := flag.UnquoteUsage(&flag.Flag{Name: "x", Usage: "a `b` c", Value: new(list)})
	fmt.Println(name, usage)
	os.Args = []string{"prog", "-undefined"}
	flag.CommandLine = flag.NewFlagSet(os.Args[0], flag.ExitOnError)
	flag.CommandLine.SetOutput(os.Stdout)
	flag.Usage = func() { fmt.Println("exit follows") }
	flag.Parse()
}

type wrong struct{}

func (wrong) MarshalText() ([]byte, error) { return nil, nil }

// Exit: 2

// Output:
//   -b	a bool
//   -bf
//     	bool `function
//   -d duration
//     	duration (default 1s)
//   -empty string
//
//   -f float
//     	float (default 1.5)
//   -fn value
//     	function
//   -i number
//     	an number of things
//   -i64 int
//     	int64 (default -5)
//   -l value
//     	list
//   -on
//     	on by default
//     	and more (default true)
//   -s string
//     	a string (default "text")
//   -t value
//     	time (default 2020-01-01T00:00:00Z)
//   -u uint
//     	uint (default 7)
//   -u64 uint
//     	uint64
// "": <nil> false 0 [] "" true
// "-b -i 5 rest -x": <nil> false 2 ["rest" "-x"] "rest" true
//   b=true (false) true
//   i=5 (0) 5
// "--b=false -on=F -i64 0x10 -u=9 -- -b": <nil> false 4 ["-b"] "-b" true
//   b=false (false) false
//   i64=16 (-5) 16
//   on=false (true) false
//   u=9 (7) 9
// "-s= -f 2e3 -d 1h2m -l a -l b,c -t 2021-02-03T04:05:06Z": <nil> false 5 [] "" true
//   d=1h2m0s (1s) 1h2m0s
//   f=2000 (1.5) 2000
//   l=a,b,c ()
//   s= (text)
//   t=2021-02-03T04:05:06Z (2020-01-01T00:00:00Z) 2021-02-03 04:05:06 +0000 UTC
// flag needs an argument: -i
// usage!
// "-i": flag needs an argument: -i false 0 [] "" true
// invalid value "x" for flag -i: parse error
// usage!
// "-i x": invalid value "x" for flag -i: parse error false 0 [] "" true
// invalid value "99999999999999999999" for flag -i: value out of range
// usage!
// "-i 99999999999999999999": invalid value "99999999999999999999" for flag -i: value out of range false 0 [] "" true
// invalid boolean value "maybe" for -b: parse error
// usage!
// "-b=maybe": invalid boolean value "maybe" for -b: parse error false 0 [] "" true
// invalid value "-1" for flag -u: parse error
// usage!
// "-u -1": invalid value "-1" for flag -u: parse error false 0 [] "" true
// invalid value "abc" for flag -f: parse error
// usage!
// "-f abc": invalid value "abc" for flag -f: parse error false 0 [] "" true
// invalid value "5" for flag -d: parse error
// usage!
// "-d 5": invalid value "5" for flag -d: parse error false 0 [] "" true
// invalid value "now" for flag -t: parsing time "now" as "2006-01-02T15:04:05Z07:00": cannot parse "now" as "2006"
// usage!
// "-t now": invalid value "now" for flag -t: parsing time "now" as "2006-01-02T15:04:05Z07:00": cannot parse "now" as "2006" false 0 [] "" true
// flag provided but not defined: -nope
// usage!
// "-nope": flag provided but not defined: -nope false 0 [] "" true
// "--": <nil> false 0 [] "" true
// "-": <nil> false 0 ["-"] "-" true
// bad flag syntax: ---x
// usage!
// "---x": bad flag syntax: ---x false 0 ["---x"] "---x" true
// bad flag syntax: -=x
// usage!
// "-=x": bad flag syntax: -=x false 0 ["-=x"] "-=x" true
// fn ok
// bf true
// bf no
// "-fn ok -bf -bf=no": <nil> false 2 [] "" true
//   bf= ()
//   fn= ()
// invalid value "bad" for flag -fn: is bad
// usage!
// "-fn bad": invalid value "bad" for flag -fn: is bad false 0 [] "" true
// usage!
// "-h": flag: help requested true 0 [] "" true
// usage!
// "-help": flag: help requested true 0 [] "" true
// bf x
// "-bf=x -u64 18446744073709551615": <nil> false 2 [] "" true
//   bf= ()
//   u64=18446744073709551615 (0) 18446744073709551615
// flag provided but not defined: -zzz
// Usage of prog:
//   -b	a bool
//   -bf
//     	bool `function
//   -d duration
//     	duration (default 1s)
//   -empty string
//
//   -f float
//     	float (default 1.5)
//   -fn value
//     	function
//   -i number
//     	an number of things
//   -i64 int
//     	int64 (default -5)
//   -l value
//     	list
//   -on
//     	on by default
//     	and more (default true)
//   -s string
//     	a string (default "text")
//   -t value
//     	time (default 2020-01-01T00:00:00Z)
//   -u uint
//     	uint (default 7)
//   -u64 uint
//     	uint64
// invalid value "1.5" for flag -i: parse error
// Usage:
//   -b	a bool
//   -bf
//     	bool `function
//   -d duration
//     	duration (default 1s)
//   -empty string
//
//   -f float
//     	float (default 1.5)
//   -fn value
//     	function
//   -i number
//     	an number of things
//   -i64 int
//     	int64 (default -5)
//   -l value
//     	list
//   -on
//     	on by default
//     	and more (default true)
//   -s string
//     	a string (default "text")
//   -t value
//     	time (default 2020-01-01T00:00:00Z)
//   -u uint
//     	uint (default 7)
//   -u64 uint
//     	uint64
// invalid value "1.5" for flag -i: parse error
// <nil> 0 parse error no such flag -none <nil>  2
// flag redefined: i
// panic: flag redefined: i
// flag "-i" begins with -
// panic: flag "-i" begins with -
// flag "a=b" contains =
// panic: flag "a=b" contains =
// panic: default type does not match variable type: main.wrong != time.Time
// true
//   -broken value
//     	panics
//
// panic calling String method on zero main.broken for flag broken: runtime error: invalid memory address or nil pointer dereference
// 3 true 0 0 [] true true number
// <nil>
// 4
// b
// n
// b a b c
// flag provided but not defined: -undefined
// Usage of prog:
