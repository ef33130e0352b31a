// run

// Queries over any sequence: lazily chained operators as methods and functions, grouping, joining, sorting by several keys, set
// operations with constraints on generic types, numeric folds over type sets.
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

type Query[T any] struct{ seq iter.Seq[T] }

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~float32 | ~float64
}

func Of[S ~[]T, T any](s S) Query[T] { return Query[T]{slices.Values(s)} }

func (q Query[T]) Where(keep func(T) bool) Query[T] {
	return Query[T]{func(yield func(T) bool) {
		q.seq(func(v T) bool { return !keep(v) || yield(v) })
	}}
}

func (q Query[T]) Skip(n int) Query[T] {
	return Query[T]{func(yield func(T) bool) {
		i := 0
		for v := range q.seq {
			if i++; i <= n {
				continue
			}
			if !yield(v) {
				return
			}
		}
	}}
}

func (q Query[T]) Take(n int) Query[T] {
	return Query[T]{func(yield func(T) bool) {
		left := n
		for v := range q.seq {
			if left--; left < 0 || !yield(v) || left == 0 {
				return
			}
		}
	}}
}

func (q Query[T]) Sorted(by ...func(a, b T) int) Query[T] {
	return Query[T]{func(yield func(T) bool) {
		all := slices.Collect(q.seq)
		slices.SortStableFunc(all, func(a, b T) int {
			for _, f := range by {
				if c := f(a, b); c != 0 {
					return c
				}
			}
			return 0
		})
		slices.Values(all)(yield)
	}}
}

func (q Query[T]) Slice() []T { return slices.Collect(q.seq) }

func Select[A, B any](q Query[A], f func(A) B) Query[B] {
	return Query[B]{func(yield func(B) bool) {
		for v := range q.seq {
			if !yield(f(v)) {
				break
			}
		}
	}}
}

type Group[K comparable, T any] struct {
	Key   K
	Items []T
}

func (g Group[K, T]) String() string { return fmt.Sprintf("%v(%d)", g.Key, len(g.Items)) }

func GroupBy[K cmp.Ordered, T any](q Query[T], key func(T) K) Query[Group[K, T]] {
	return Query[Group[K, T]]{func(yield func(Group[K, T]) bool) {
		groups := map[K][]T{}
		for v := range q.seq {
			k := key(v)
			groups[k] = append(groups[k], v)
		}
		for _, k := range slices.Sorted(maps.Keys(groups)) {
			if !yield(Group[K, T]{k, groups[k]}) {
				return
			}
		}
	}}
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func Join[A, B any, K comparable](a Query[A], b Query[B], ka func(A) K, kb func(B) K) Query[Pair[A, B]] {
	return Query[Pair[A, B]]{func(yield func(Pair[A, B]) bool) {
		index := make(map[K][]B)
		for v := range b.seq {
			index[kb(v)] = append(index[kb(v)], v)
		}
		for x := range a.seq {
			for _, y := range index[ka(x)] {
				if !yield(Pair[A, B]{x, y}) {
					return
				}
			}
		}
	}}
}

func Sum[T Number](q Query[T]) (total T) {
	for v := range q.seq {
		total += v
	}
	return
}

func Average[T Number](q Query[T]) float64 {
	n := 0
	var total float64
	for v := range q.seq {
		total += float64(v)
		n++
	}
	return total / float64(n)
}

func By[T any, K cmp.Ordered](key func(T) K) func(a, b T) int {
	return func(a, b T) int { return cmp.Compare(key(a), key(b)) }
}

func Down[T any](f func(a, b T) int) func(a, b T) int { return func(a, b T) int { return f(b, a) } }

type Set[T comparable] map[T]struct{}

type SetOf[S any, T comparable] interface {
	~map[T]struct{}
	Clone() S
}

func (s Set[T]) Clone() Set[T] { return maps.Clone(s) }

func Union[S SetOf[S, T], T comparable](a, b S) S {
	out := a.Clone()
	for k := range b {
		out[k] = struct{}{}
	}
	return out
}

func SetFrom[T comparable](q Query[T]) Set[T] {
	s := Set[T]{}
	for v := range q.seq {
		s[v] = struct{}{}
	}
	return s
}

type Grade uint8

func (g Grade) String() string { return string("FEDCBA"[g]) }

func (g Grade) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

type Student struct {
	Name   string            `json:"name"`
	Age    int8              `json:"age,omitempty"`
	Grades map[string]Grade  `json:"grades"`
	Joined time.Time         `json:"joined"`
	Extra  *Pair[int, []any] `json:"extra,omitempty"`
}

type Course struct {
	Title, Teacher string
	Credits        float32
}

func main() {
	day := func(n int) time.Time { return time.Date(2024, 1, n, 9, 30, 0, 0, time.UTC) }
	students := []Student{
		{"Ann", 21, map[string]Grade{"math": 5, "go": 4}, day(3), nil},
		{"Bob", 19, map[string]Grade{"go": 5}, day(1), &Pair[int, []any]{1, []any{"x", 2.5, nil, true}}},
		{"Cy", 21, map[string]Grade{"art": 1, "math": 2}, day(40), nil},
		{"Dee", 19, nil, day(2), nil},
		{"Eve", 0, map[string]Grade{"art": 3, "go": 3, "math": 3}, day(366), nil},
	}
	courses := []Course{{"math", "Gauss", 7.5}, {"go", "Gopher", 5}, {"art", "Klee", 2.25}, {"go", "Rob", 5}}

	q := Of(students)
	name := func(s Student) string { return s.Name }
	age := func(s Student) int8 { return s.Age }
	fmt.Println(Select(q.Sorted(Down(By(age)), By(name)), name).Slice())
	fmt.Println(GroupBy(q, age).Slice())
	fmt.Println(Select(q.Where(func(s Student) bool { return len(s.Grades) > 1 }).Skip(1).Take(1), name).Slice())
	fmt.Println(Sum(Select(q, age)), Average(Select(q, age)), Sum(Select(Of(courses), func(c Course) float32 { return c.Credits })))

	type enrolment = Pair[string, string]
	enrolments := Query[enrolment]{func(yield func(enrolment) bool) {
		for s := range q.seq {
			for _, c := range slices.Sorted(maps.Keys(s.Grades)) {
				if !yield(enrolment{s.Name, c}) {
					return
				}
			}
		}
	}}
	joined := Join(enrolments, Of(courses), func(e enrolment) string { return e.Second }, func(c Course) string { return c.Title })
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	for p := range joined.Take(7).seq {
		fmt.Fprintf(w, "%s\t%s\t%s\t%.2f\n", p.First.First, p.First.Second, p.Second.Teacher, p.Second.Credits)
	}
	w.Flush()

	a := SetFrom(Select(joined, func(p Pair[enrolment, Course]) string { return p.Second.Teacher }))
	b := Set[string]{"Klee": {}, "Noether": {}}
	fmt.Println(slices.Sorted(maps.Keys(Union(a, b))), len(a))

	out, err := json.MarshalIndent(Select(q.Take(2), func(s Student) any { return s }).Slice(), "", " ")
	fmt.Println(string(out), err)
	var back []Student
	fmt.Println(json.Unmarshal(out, &back))
	fmt.Printf("%T %v\n", joined, strings.Contains(fmt.Sprintf("%T", joined), "main.Pair[main.Pair[string,string],main.Course]"))
	fmt.Printf("%v %+v\n", Group[Grade, int]{3, []int{1}}, Pair[Grade, *int]{4, nil})
}

// Output:
// [Ann Cy Bob Dee Eve]
// [0(1) 19(2) 21(2)]
// [Cy]
// 80 16 19.75
// Ann  go    Gopher  5.00
// Ann  go    Rob     5.00
// Ann  math  Gauss   7.50
// Bob  go    Gopher  5.00
// Bob  go    Rob     5.00
// Cy   art   Klee    2.25
// Cy   math  Gauss   7.50
// [Gauss Gopher Klee Noether Rob] 4
// [
//  {
//   "name": "Ann",
//   "age": 21,
//   "grades": {
//    "go": "B",
//    "math": "A"
//   },
//   "joined": "2024-01-03T09:30:00Z"
//  },
//  {
//   "name": "Bob",
//   "age": 19,
//   "grades": {
//    "go": "A"
//   },
//   "joined": "2024-01-01T09:30:00Z",
//   "extra": {
//    "First": 1,
//    "Second": [
//     "x",
//     2.5,
//     null,
//     true
//    ]
//   }
//  }
// ] <nil>
// json: cannot unmarshal string into Go struct field .0.grades.go of type main.Grade
// main.Query[main.Pair[main.Pair[string,string],main.Course]] true
// C(1) {First:B Second:<nil>}
