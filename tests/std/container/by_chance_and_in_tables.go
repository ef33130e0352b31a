// run
// Containers, sorting, contexts, suffixes, media types, tokens and PEM, by chance and in tables.
package main

import (
	"bytes"
	"cmp"
	"container/heap"
	"container/list"
	"container/ring"
	"context"
	"encoding/pem"
	"errors"
	"fmt"
	"index/suffixarray"
	"math/rand"
	"mime"
	"regexp"
	"slices"
	"sort"
	"strings"
	"text/scanner"
	"time"
)

type ih []int

func (h ih) Len() int           { return len(h) }
func (h ih) Less(i, j int) bool { return h[i] < h[j] }
func (h ih) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ih) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ih) Pop() any          { o := *h; n := len(o); x := o[n-1]; *h = o[:n-1]; return x }

type kk string
type stamp struct{ context.Context }

func (s stamp) Value(k any) any {
	if k == kk("own") {
		return "mine"
	}
	return s.Context.Value(k)
}

func main() {
	r := rand.New(rand.NewSource(4))
	h := &ih{}
	for range 300 {
		switch r.Intn(5) {
		case 0, 1:
			heap.Push(h, r.Intn(50))
		case 2:
			if h.Len() > 0 {
				fmt.Print(heap.Pop(h), " ")
			}
		case 3:
			if h.Len() > 0 {
				fmt.Print(heap.Remove(h, r.Intn(h.Len())), " ")
			}
		case 4:
			if h.Len() > 0 {
				i := r.Intn(h.Len())
				(*h)[i] = r.Intn(50)
				heap.Fix(h, i)
			}
		}
	}
	fmt.Println(*h)
	l := list.New()
	var es []*list.Element
	for range 300 {
		pick := func() *list.Element {
			if len(es) == 0 {
				return nil
			}
			return es[r.Intn(len(es))]
		}
		e := pick()
		m := pick()
		switch r.Intn(9) {
		case 0:
			es = append(es, l.PushBack(r.Intn(100)))
		case 1:
			es = append(es, l.PushFront(r.Intn(100)))
		case 2:
			if e != nil {
				if x := l.InsertAfter(r.Intn(100), e); x != nil {
					es = append(es, x)
				}
			}
		case 3:
			if e != nil {
				if x := l.InsertBefore(r.Intn(100), e); x != nil {
					es = append(es, x)
				}
			}
		case 4:
			if e != nil && r.Intn(2) == 0 {
				fmt.Print(l.Remove(e), " ")
			}
		case 5:
			if e != nil {
				l.MoveToFront(e)
			}
		case 6:
			if e != nil {
				l.MoveToBack(e)
			}
		case 7:
			if e != nil {
				l.MoveAfter(e, m)
			}
		case 8:
			if e != nil {
				l.MoveBefore(e, m)
			}
		}
	}
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, ",")
	}
	l2 := list.New()
	l2.PushBackList(l)
	l2.PushFrontList(l2)
	fmt.Println(l.Len(), l2.Len(), l2.Back().Value, l2.Front().Prev())
	g := ring.New(6)
	for i := range 6 {
		g.Value = i
		g = g.Next()
	}
	u := g.Unlink(2)
	u.Do(func(x any) { fmt.Print(x, " ") })
	g.Move(-1).Link(ring.New(2)).Do(func(x any) { fmt.Print(x, " ") })
	fmt.Println(g.Len(), u.Len(), (*ring.Ring)(nil).Len())
	// sort
	for n := range 40 {
		type p struct{ k, i int }
		s := make([]p, n*3)
		for i := range s {
			s[i] = p{r.Intn(n + 1), i}
		}
		t := slices.Clone(s)
		sort.SliceStable(s, func(i, j int) bool { return s[i].k < s[j].k })
		slices.SortStableFunc(t, func(a, b p) int { return cmp.Compare(a.k, b.k) })
		fmt.Print(slices.Equal(s, t), sort.SliceIsSorted(s, func(i, j int) bool { return s[i].k < s[j].k }), " ")
		f, ok := sort.Find(len(s), func(i int) int { return n/2 - s[i].k })
		fmt.Print(f, ok, ";")
	}
	fmt.Println()
	// suffixarray
	x := suffixarray.New([]byte("the quick banana bandana the quick"))
	for _, q := range []string{"an", "the", "zz", "quick", "", "a"} {
		o := x.Lookup([]byte(q), -1)
		slices.Sort(o)
		fmt.Print(o, len(x.Lookup([]byte(q), 1)))
	}
	fmt.Println(x.FindAllIndex(regexp.MustCompile("ban[a-z]*"), -1), x.FindAllIndex(regexp.MustCompile("[a-z]a"), 3))
	var buf bytes.Buffer
	fmt.Println(x.Write(&buf), new(suffixarray.Index).Read(bytes.NewReader(buf.Bytes()[:5])))
	// context
	root, cancel := context.WithCancelCause(context.WithValue(stamp{context.Background()}, kk("a"), 1))
	c1, stop1 := context.WithTimeout(root, time.Hour)
	c2 := context.WithoutCancel(c1)
	c3, stop3 := context.WithDeadlineCause(c1, time.Now().Add(-time.Second), errors.New("late"))
	fmt.Println(c1.Value(kk("a")), c1.Value(kk("own")), c2.Value(kk("a")), c2.Err(), c3.Err(), context.Cause(c3), root.Err())
	done := make(chan string, 2)
	stop := context.AfterFunc(c1, func() { done <- fmt.Sprint("after ", context.Cause(c1)) })
	cancel(errors.New("why"))
	fmt.Println(<-done, c1.Err(), context.Cause(c1), context.Cause(c2), stop(), errors.Is(c1.Err(), context.Canceled))
	stop1()
	stop3()
	_, has := c1.Deadline()
	_, has2 := c2.Deadline()
	fmt.Println(has, has2, root, fmt.Sprint(context.TODO(), context.Background()))
	fmt.Println(context.DeadlineExceeded, context.DeadlineExceeded.(interface{ Timeout() bool }).Timeout())
	// mime
	for _, s := range []string{"text/html; charset=\"utf-8\"", "form-data; name=\"a\\\"b\"; filename*=UTF-8''%e2%82%ac", "x", "text/plain;a=b;a=c", "text/plain; =", "a/b; c*0=\"x\"; c*1=y", ";", "text/html;", "TEXT/Html; Q=1"} {
		m, p, err := mime.ParseMediaType(s)
		fmt.Println(m, p, err)
		if err == nil {
			fmt.Println(mime.FormatMediaType(m, p))
		}
	}
	// scanner
	var sc scanner.Scanner
	sc.Init(strings.NewReader("x := 3.14 + 'a' /* c */ \"s\\n\" `raw` 0x1F 1e9 // end\n 07 08 é 1_000 0b12 'ab' \"open"))
	sc.Mode = scanner.GoTokens &^ scanner.SkipComments
	sc.Error = func(s *scanner.Scanner, m string) { fmt.Print("[", m, " ", s.Pos(), "]") }
	for t := sc.Scan(); t != scanner.EOF; t = sc.Scan() {
		fmt.Print(sc.Position, scanner.TokenString(t), sc.TokenText(), "|")
	}
	fmt.Println(sc.ErrorCount)
	blk, rest := pem.Decode([]byte("junk\n-----BEGIN X-----\nA: b\nC: d\n\naGVsbG8=\n-----END X-----\nrest"))
	fmt.Printf("%v %q %q\n", blk.Headers, blk.Bytes, rest)
	fmt.Printf("%s", pem.EncodeToMemory(&pem.Block{Type: "Y", Headers: map[string]string{"Z": "1", "Proc-Type": "4", "A": "2"}, Bytes: bytes.Repeat([]byte("xyz"), 40)}))
}

// Output:
// 13 11 35 12 10 29 17 24 33 8 39 4 10 1 13 23 21 1 30 22 25 25 23 15 43 25 20 8 38 6 36 46 49 25 1 4 8 10 15 14 21 36 18 26 14 5 17 18 14 42 4 10 7 26 47 40 0 2 9 11 27 15 31 25 37 14 22 33 23 33 15 43 15 16 26 40 1 2 3 7 44 49 14 38 7 13 14 25 45 0 6 6 49 2 33 4 17 25 48 13 18 40 27 37 36 0 13 22 20 14 9 45 33 4 [6 12 11 13 36 20 17 16 41 43 45 36 29 39 25]
// 77 58 34 7 42 84 58 91 42 76 30 91 27 61,91,85,30,33,89,74,16,94,91,48,29,45,75,10,28,20,16,63,91,40,69,82,59,62,19,75,52,18,8,73,88,58,68,69,46,77,19,47,59,62,85,59,4,61,10,64,71,93,3,86,60,16,65,30,12,14,11,41,54,57,70,67,52,25,38,41,16,80,64,73,86,29,65,4,83,77,23,29,73,69,70,7,71,31,69,92,47,62,58,4,37,33,4,76,23,97,13,75,76,93,96,13,5,94,68,65,83,76,60,110 220 60 <nil>
// 1 2 0 3 4 5 <nil> <nil> 6 2 0
// true true 0 false;true true 0 true;true true 1 true;true true 2 false;true true 5 false;true true 6 true;true true 7 true;true true 8 true;true true 9 true;true true 11 true;true true 13 true;true true 14 true;true true 17 true;true true 15 true;true true 17 true;true true 13 true;true true 16 true;true true 24 true;true true 25 true;true true 32 true;true true 31 true;true true 35 true;true true 25 true;true true 23 false;true true 41 true;true true 34 true;true true 36 true;true true 30 true;true true 37 true;true true 38 true;true true 43 true;true true 40 true;true true 48 true;true true 45 true;true true 58 true;true true 57 true;true true 42 true;true true 54 true;true true 55 true;true true 51 true;
// [11 13 18 21] 1[0 25] 1[] 0[4 29] 1[] 0[11 13 15 18 21 23] 1[[10 16] [17 24]] [[10 12] [12 14] [14 16]]
// <nil> unexpected EOF
// 1 mine 1 <nil> context deadline exceeded late <nil>
// after why context canceled why <nil> false true
// true false main.stamp.WithValue(main.kk, int).WithCancel context.TODO context.Background
// context deadline exceeded true
// text/html map[charset:utf-8] <nil>
// text/html; charset=utf-8
// form-data map[filename:€ name:a"b] <nil>
// form-data; filename*=utf-8''%E2%82%AC; name="a\"b"
// x map[] <nil>
// x
//  map[] mime: duplicate parameter name
// text/plain map[] mime: invalid media parameter
// a/b map[c:xy] <nil>
// a/b; c=xy
//  map[] mime: no media type
// text/html map[] <nil>
// text/html
// text/html map[q:1] <nil>
// text/html; q=1
// <input>:1:1Identx|<input>:1:3":":|<input>:1:4"="=|<input>:1:6Float3.14|<input>:1:11"+"+|<input>:1:13Char'a'|<input>:1:17Comment/* c */|<input>:1:25String"s\n"|<input>:1:31RawString`raw`|<input>:1:37Int0x1F|<input>:1:42Float1e9|<input>:1:46Comment// end|<input>:2:2Int07|[invalid digit '8' in octal literal <input>:2:7]<input>:2:5Int08|<input>:2:8Identé|<input>:2:10Int1_000|[invalid digit '2' in binary literal <input>:2:20]<input>:2:16Int0b12|[invalid char literal <input>:2:24]<input>:2:21Char'ab'|[literal not terminated <input>:2:31]<input>:2:26String"open|4
// map[A:b C:d] "hello" "rest"
// -----BEGIN Y-----
// Proc-Type: 4
// A: 2
// Z: 1
//
// eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6
// eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6
// eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6
// -----END Y-----
