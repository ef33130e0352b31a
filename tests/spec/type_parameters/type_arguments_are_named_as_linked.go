// run

package main

import "fmt"

type PE[T any] struct{ v T }
type Em[T any] struct{}
type Pl struct{}
type pl struct{}
type al = pl
type Al = Em[string]
type G[T any] = Em[T]

func f[T any]() { fmt.Printf("%T\n", *new(T)) }

func main() {
	f[PE[struct{ Em[int] }]]()
	f[PE[struct{ *Em[int] }]]()
	f[PE[struct{ Pl }]]()
	f[PE[struct{ pl }]]()
	f[PE[struct{ *pl }]]()
	f[PE[struct{ al }]]()
	f[PE[struct{ Al }]]()
	f[PE[struct{ G[int] }]]()
	f[PE[struct{ int }]]()
	f[PE[struct{ error }]]()
	f[PE[struct{ fmt.Stringer }]]()
	f[PE[struct{ A, b int "t\"x" }]]()
	f[PE[interface{ m(); N(); fmt.Stringer }]]()
	f[PE[PE[struct{ a int }]]]()
	f[struct{ pl; a PE[struct{ b int }] }]()
	f[map[PE[struct{ _ int }]]int]()
	f[PE[func(struct{ x int }) []struct{ *Em[string] }]]()
	type loc struct{ a int }
	f[PE[struct{ loc }]]()
	f[PE[chan struct{ x loc }]]()
	var x any = PE[struct{ a int }]{}
	defer func() { fmt.Println(recover()) }()
	_ = x.(interface{ Foo(PE[struct{ z int }]) })
}

// Output:
// main.PE[struct { Em = main.Em[int] }]
// main.PE[struct { Em = *main.Em[int] }]
// main.PE[struct { main.Pl }]
// main.PE[struct { main.pl }]
// main.PE[struct { *main.pl }]
// main.PE[struct { main.al = main.pl }]
// main.PE[struct { Al = main.Em[string] }]
// main.PE[struct { G = main.Em[int] }]
// main.PE[struct { main.int = int }]
// main.PE[struct { main.error = error }]
// main.PE[struct { fmt.Stringer }]
// main.PE[struct { A int "t\"x"; main.b int "t\"x" }]
// main.PE[interface { N(); String() string; main.m() }]
// main.PE[main.PE[struct { main.a int }]]
// struct { main.pl; a main.PE[struct { main.b int }] }
// map[main.PE[struct { main._ int }]]int
// main.PE[func(struct { main.x int }) []struct { Em = *main.Em[string] }]
// main.PE[struct { main.loc = main.loc·1 }]
// main.PE[chan struct { main.x main.loc·1 }]
// interface conversion: main.PE[struct { main.a int }] is not interface { Foo(main.PE[struct { main.z int }]) }: missing method Foo
