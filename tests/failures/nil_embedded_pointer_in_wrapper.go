package main

import "os"

type inner struct{ x int }

func (i inner) get() int { return i.x }

type outer struct{ *inner }

type getter interface{ get() int }

//go:noinline
func use(g getter) int { return g.get() }

func main() {
	defer os.Stderr.WriteString("deferred\n")
	println(use(&outer{}))
}
