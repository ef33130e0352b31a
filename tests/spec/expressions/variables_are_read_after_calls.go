// run
package main

import "fmt"

type S struct{ a, b int }
type P struct{ x *int }

var g = 1

func setg(v int) int { g = v; return 0 }

//go:noinline
func inc(p *int) int { *p += 10; return 100 }

func three(a, b, c any) { fmt.Println(a, b, c) }
func ints(a, b, c int)  { fmt.Println(a, b, c) }
func one() (int, int)   { return 1, 2 }

func main() {
	// local captured by closure
	i := 1
	f := func() int { i += 10; return 100 }
	fmt.Println("A", i+f())
	i = 1
	fmt.Println("B", f()+i)
	i = 1
	x := i + f() + i
	fmt.Println("C", x)
	i = 1
	ints(i, f(), i)
	i = 1
	three(i, f(), i)
	i = 1
	a := []int{i, f(), i}
	fmt.Println("D", a)
	i = 1
	m := map[int]int{i: f(), i + 1: i}
	fmt.Println("E", m)
	i = 1
	s := S{i, f()}
	fmt.Println("F", s)
	i = 1
	y, z := i, f()
	fmt.Println("G", y, z)
	i = 1
	y, z, w := i, f(), i
	fmt.Println("H", y, z, w)
	// global
	g = 1
	fmt.Println("I", g+setg(5))
	g = 1
	ints(g, setg(5), g)
	// pointer deref
	k := 1
	p := &k
	fmt.Println("J", *p+inc(p))
	k = 1
	ints(*p, inc(p), *p)
	k = 1
	y, z = *p, inc(p)
	fmt.Println("K", y, z)
	// index
	arr := []int{1, 2, 3}
	h := func() int { arr[0] = 50; return 0 }
	fmt.Println("L", arr[0]+h())
	arr[0] = 1
	ints(arr[0], h(), arr[0])
	arr[0] = 1
	y, z = arr[0], h()
	fmt.Println("M", y, z)
	// index var changed
	j := 0
	hj := func() int { j = 2; return 0 }
	fmt.Println("N", arr[j], hj(), arr[j])
	j = 0
	arr[0] = 1
	arr[j] = hj()
	fmt.Println("O", arr)
	j = 0
	arr = []int{1, 2, 3}
	arr[j], y = hj(), 7
	fmt.Println("P", arr)
	// slice var changed
	sl := []int{1, 2}
	old := sl
	hs := func() int { sl = []int{8, 9}; return 5 }
	sl[0] = hs()
	fmt.Println("Q", sl, old)
	// struct field
	st := S{1, 2}
	hst := func() int { st.a = 40; return 0 }
	fmt.Println("R", st.a+hst())
	st.a = 1
	ints(st.a, hst(), st.a)
	// string
	str := "a"
	hstr := func() string { str = "z"; return "-" }
	fmt.Println("S", str+hstr()+str)
	str = "a"
	fmt.Println("S2", str == hstr(), str)
	// return
	fmt.Println(ret())
	fmt.Println(retn())
	fmt.Println(retp())
	// comparision
	i = 1
	fmt.Println("T", i < f(), i)
	i = 1
	fmt.Println("T2", i == 11 && f() == 100, f() == 100 && i == 11)
	// conversion to interface
	i = 1
	var e1, e2 any = i, f()
	fmt.Println("U", e1, e2)
	// method value receiver
	v := V{1}
	hv := func() int { v.n = 9; return 1 }
	fmt.Println("W", v.get(hv()))
	pv := &V{1}
	hp := func() int { pv = &V{77}; return 1 }
	fmt.Println("X", pv.get(hp()))
	pv = &V{1}
	fmt.Println("X2", pv.pget(hp()))
	// func var changed
	fn := func(int) string { return "old" }
	hf := func() int { fn = func(int) string { return "new" }; return 1 }
	fmt.Println("Y", fn(hf()))
	// op-assign
	i = 1
	i += f()
	fmt.Println("Z", i)
	g = 1
	g += setg(5)
	fmt.Println("Z2", g)
	arr = []int{1, 2, 3}
	arr[0] += h()
	fmt.Println("Z3", arr)
	// map index
	mm := map[string]int{"a": 1}
	hm := func() int { mm["a"] = 9; return 0 }
	fmt.Println("AA", mm["a"]+hm())
	mm["a"] = 1
	ints(mm["a"], hm(), mm["a"])
	// channel send
	c := make(chan int, 3)
	i = 1
	ch := func() chan int { i = 5; return c }
	ch() <- i
	fmt.Println("AB", <-c)
	i = 1
	c <- i + f()
	fmt.Println("AC", <-c)
	// shift
	var sh uint = 1
	hsh := func() int { sh = 3; return 1 }
	fmt.Println("AD", hsh()<<sh)
	i = 1
	fmt.Println("AE", -i+f(), -i-f())
	i = 1
	fmt.Println("AF", float64(i)+float64(f()))
	i = 1
	fmt.Println("AG", len(arr)+f(), i)
	i = 1
	fmt.Println("AH", min(i, f()), i)
	var ip any = 1
	hi := func() int { ip = 2; return 0 }
	fmt.Println("AI", ip.(int)+hi())
	i = 1
	switch i {
	case f(), 11:
		fmt.Println("AJ 11")
	case 1:
		fmt.Println("AJ 1")
	}
	i = 1
	t, u := i, &i
	*u = 4
	fmt.Println("AK", t)
	i = 1
	ar := [3]int{1, 2, 3}
	har := func() int { ar[1] = 20; return 1 }
	fmt.Println("AM", ar[1]+har(), ar)
	ar[1] = 2
	ints(ar[1], har(), ar[1])
	ar[1] = 2
	bb, cc := ar, har()
	fmt.Println("AN", bb, cc)
	ar[1] = 2
	takes(ar, har())
	st = S{1, 2}
	takest(st, hst())
	st = S{1, 2}
	ss, _ := st, hst()
	fmt.Println("AO", ss)
	st = S{1, 2}
	i = 1
	fmt.Println("AR", i, f(), i)
	st = S{1, 2}
	fmt.Println("AS", st == (S{1 + hst(), 2}))
}

func takes(a [3]int, b int) { fmt.Println("takes", a, b) }
func takest(a S, b int)     { fmt.Println("takest", a, b) }

type V struct{ n int }

func (v V) get(int) int   { return v.n }
func (v *V) pget(int) int { return v.n }

func ret() (int, int) {
	i := 1
	f := func() int { i = 2; return 3 }
	return i, f()
}
func retn() (a, b int) {
	f := func() int { a = 2; return 3 }
	a = 1
	return a, f()
}
func retp() (int, int) {
	k := 1
	p := &k
	return *p, inc(p)
}

// Output:
// A 111
// B 111
// C 122
// 11 100 11
// 11 100 11
// D [11 100 11]
// E map[11:100 12:11]
// F {11 100}
// G 11 100
// H 11 100 11
// I 5
// 5 0 5
// J 111
// 11 100 11
// K 11 100
// L 50
// 50 0 50
// M 50 0
// N 3 0 3
// O [1 2 0]
// P [1 2 0]
// Q [5 9] [1 2]
// R 40
// 40 0 40
// S z-z
// S2 false z
// 2 3
// 2 3
// 11 100
// T true 11
// T2 false true
// U 11 100
// W 9
// X 77
// X2 77
// Y new
// Z 111
// Z2 5
// Z3 [50 2 3]
// AA 9
// 9 0 9
// AB 5
// AC 111
// AD 8
// AE 79 -121
// AF 111
// AG 103 11
// AH 11 11
// AI 1
// AJ 1
// AK 1
// AM 21 [1 20 3]
// 20 1 20
// AN [1 20 3] 1
// takes [1 20 3] 1
// takest {40 2} 0
// AO {40 2}
// AR 11 100 11
// AS false
