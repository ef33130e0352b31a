// run
package main

import "fmt"

type num int
type list []int
type dict map[string]int
type fn func(int) int
type pt struct{ x, y int }

func (n num) double() num       { return n * 2 }
func (l list) sum() (s int)     { for _, v := range l { s += v }; return }
func (l *list) push(v int)      { *l = append(*l, v) }
func (d dict) get(k string) int { return d[k] }
func (f fn) twice(x int) int    { return f(f(x)) }
func (p *pt) move(d int)        { p.x += d; p.y += d }
func (p pt) sum() int           { return p.x + p.y }

func main() {
	var l list
	l.push(3)
	l.push(4)
	p := pt{1, 2}
	p.move(10)
	pp := &p
	pp.move(1)
	fmt.Println(num(4).double(), l.sum(), dict{"a": 1}.get("a"), fn(func(x int) int { return x * 3 }).twice(2), pp.sum(), p)
	m := p.sum
	mv := (*pt).move
	mv(&p, 100)
	fmt.Println(m(), pt.sum(p), num.double(8))
}

// Output:
// 8 7 1 18 25 {12 13}
// 25 225 16
