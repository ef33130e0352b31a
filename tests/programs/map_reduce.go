// run

// Map and reduce over generated documents: splitters, mappers and reducers as goroutines with generic types, combiners, partitioning by
// hash, spilling to sorted runs merged by a heap, stragglers started twice, counters.
package main

import (
	"cmp"
	"container/heap"
	"fmt"
	"hash/fnv"
	"io"
	"iter"
	"math/rand"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
)

type Pair[K cmp.Ordered, V any] struct {
	Key   K
	Value V
}

type Job[In any, K cmp.Ordered, V, Out any] struct {
	Map        func(In, func(K, V))
	Combine    func(a, b V) V
	Reduce     func(K, iter.Seq[V]) Out
	Mappers    int
	Partitions int
	SpillAt    int
	counters   struct{ mapped, combined, spilled, duplicated atomic.Int64 }
}

type run[K cmp.Ordered, V any] []Pair[K, V]

type merge[K cmp.Ordered, V any] struct{ runs []run[K, V] }

func (m merge[K, V]) Len() int           { return len(m.runs) }
func (m merge[K, V]) Less(i, j int) bool { return m.runs[i][0].Key < m.runs[j][0].Key }
func (m merge[K, V]) Swap(i, j int)      { m.runs[i], m.runs[j] = m.runs[j], m.runs[i] }
func (m *merge[K, V]) Push(x any)        { m.runs = append(m.runs, x.(run[K, V])) }
func (m *merge[K, V]) Pop() any {
	last := m.runs[len(m.runs)-1]
	m.runs = m.runs[:len(m.runs)-1]
	return last
}

func (m *merge[K, V]) All() iter.Seq2[K, V] {
	heap.Init(m)
	return func(yield func(K, V) bool) {
		for m.Len() > 0 {
			top := m.runs[0]
			if !yield(top[0].Key, top[0].Value) {
				return
			}
			if m.runs[0] = top[1:]; len(m.runs[0]) == 0 {
				heap.Pop(m)
			} else {
				heap.Fix(m, 0)
			}
		}
	}
}

func grouped[K cmp.Ordered, V any](pairs iter.Seq2[K, V]) iter.Seq2[K, iter.Seq[V]] {
	return func(yield func(K, iter.Seq[V]) bool) {
		next, stop := iter.Pull2(pairs)
		defer stop()
		k, v, ok := next()
		for ok {
			key := k
			group := func(yieldValue func(V) bool) {
				for ok && k == key {
					value := v
					k, v, ok = next()
					if !yieldValue(value) {
						return
					}
				}
			}
			if !yield(key, group) {
				return
			}
			for ok && k == key {
				k, v, ok = next()
			}
		}
	}
}

func (j *Job[In, K, V, Out]) partition(k K) int {
	h := fnv.New32a()
	io.WriteString(h, fmt.Sprint(k))
	return int(h.Sum32() % uint32(j.Partitions))
}

type split[K cmp.Ordered, V any] struct {
	index int
	parts [][]run[K, V]
}

func (j *Job[In, K, V, Out]) mapOne(index int, in In) split[K, V] {
	out := split[K, V]{index, make([][]run[K, V], j.Partitions)}
	buffer := map[K]V{}
	spill := func() {
		parts := make([]run[K, V], j.Partitions)
		for k, v := range buffer {
			p := j.partition(k)
			parts[p] = append(parts[p], Pair[K, V]{k, v})
		}
		for p, r := range parts {
			if len(r) > 0 {
				slices.SortFunc(r, func(a, b Pair[K, V]) int { return cmp.Compare(a.Key, b.Key) })
				out.parts[p] = append(out.parts[p], r)
			}
		}
		clear(buffer)
	}
	j.Map(in, func(k K, v V) {
		j.counters.mapped.Add(1)
		if old, ok := buffer[k]; ok {
			j.counters.combined.Add(1)
			v = j.Combine(old, v)
		}
		if buffer[k] = v; len(buffer) >= j.SpillAt {
			j.counters.spilled.Add(1)
			spill()
		}
	})
	spill()
	return out
}

func (j *Job[In, K, V, Out]) Run(inputs []In) map[K]Out {
	type assignment struct {
		index int
		in    In
	}
	work := make(chan assignment)
	results := make(chan split[K, V])
	var mappers sync.WaitGroup
	for range j.Mappers {
		mappers.Go(func() {
			for a := range work {
				results <- j.mapOne(a.index, a.in)
			}
		})
	}
	go func() {
		for i, in := range inputs {
			work <- assignment{i, in}
			if i%4 == 3 { // taken for a straggler: done again by another
				work <- assignment{i, in}
			}
		}
		close(work)
		mappers.Wait()
		close(results)
	}()
	parts := make([]merge[K, V], j.Partitions)
	seen := make(map[int]bool)
	for s := range results {
		if seen[s.index] {
			j.counters.duplicated.Add(1)
			continue
		}
		seen[s.index] = true
		for p, runs := range s.parts {
			parts[p].runs = append(parts[p].runs, runs...)
		}
	}
	outs := make([]map[K]Out, j.Partitions)
	var reducers sync.WaitGroup
	for p := range parts {
		reducers.Go(func() {
			outs[p] = map[K]Out{}
			for k, values := range grouped(parts[p].All()) {
				outs[p][k] = j.Reduce(k, values)
			}
		})
	}
	reducers.Wait()
	all := map[K]Out{}
	for _, o := range outs {
		for k, v := range o {
			if _, twice := all[k]; twice {
				panic(fmt.Sprint("key in two partitions: ", k))
			}
			all[k] = v
		}
	}
	return all
}

func sorted[K cmp.Ordered, V any](m map[K]V) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		keys := make([]K, 0, len(m))
		for k := range m {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

func main() {
	words := strings.Fields("go gopher channel select map reduce stack heap escape slice string byte rune range defer panic")
	random := rand.New(rand.NewSource(11))
	docs := make([]string, 24)
	expected := map[string]int{}
	for i := range docs {
		var b strings.Builder
		for range 40 {
			w := words[min(random.Intn(16), random.Intn(16))]
			expected[w]++
			b.WriteString(w)
			b.WriteString([]string{" ", ", ", ".\n"}[random.Intn(3)])
		}
		docs[i] = b.String()
	}
	count := &Job[string, string, int, int]{
		Map: func(doc string, emit func(string, int)) {
			for w := range strings.FieldsFuncSeq(doc, func(r rune) bool { return !unicode.IsLetter(r) }) {
				emit(w, 1)
			}
		},
		Combine: func(a, b int) int { return a + b },
		Reduce: func(_ string, values iter.Seq[int]) (sum int) {
			for v := range values {
				sum += v
			}
			return
		},
		Mappers: 3, Partitions: 4, SpillAt: 7,
	}
	got := count.Run(docs)
	same := len(got) == len(expected)
	for w, n := range sorted(got) {
		same = same && expected[w] == n
		fmt.Print(w, ":", n, " ")
	}
	fmt.Println(same)
	fmt.Println(count.counters.mapped.Load() >= 960, count.counters.duplicated.Load(), count.counters.spilled.Load() > 0)

	// An inverted index: values are sets, a reducer stops early.
	type posting struct {
		docs []int
	}
	index := &Job[int, rune, *posting, string]{
		Map: func(i int, emit func(rune, *posting)) {
			for _, r := range docs[i][:12] {
				if unicode.IsLetter(r) {
					emit(r, &posting{[]int{i}})
				}
			}
		},
		Combine: func(a, b *posting) *posting { a.docs = slices.Compact(append(a.docs, b.docs...)); return a },
		Reduce: func(r rune, values iter.Seq[*posting]) string {
			var all []int
			for p := range values {
				all = append(all, p.docs...)
			}
			slices.Sort(all)
			all = slices.Compact(all)
			for p := range values {
				panic(fmt.Sprint("more of ", r, p))
			}
			return fmt.Sprintf("%c%v", r, all)
		},
		Mappers: 2, Partitions: 3, SpillAt: 4,
	}
	ids := make([]int, len(docs))
	for i := range ids {
		ids[i] = i
	}
	shown := 0
	for _, s := range sorted(index.Run(ids)) {
		if shown++; shown%4 == 0 {
			fmt.Println(s)
		}
	}
}

// Output:
// byte:45 channel:90 defer:14 escape:56 go:107 gopher:118 heap:58 map:84 panic:2 range:22 reduce:93 rune:31 select:68 slice:52 stack:68 string:52 true
// true 6 true
// d[2 5]
// i[7 8 9 10]
// n[2 7 13 15 16 17]
// s[1 6 7 8 9 10 11 12 14 16 18 21 23]
