// run

// Sorting in many ways, some in parallel: merge sort with a goroutine budget, quicksort on a work queue, bitonic network, radix and bucket
// sort, heaps and trees, external merge by files in memory; stability, comparators, counting of comparisons.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"container/heap"
	"fmt"
	"io"
	"math/rand"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

type Less[T any] func(a, b T) bool

type record struct {
	key  int
	name string
}

func (r record) String() string { return fmt.Sprint(r.key, r.name) }

func mergeSort[S ~[]T, T any](s S, less Less[T], budget *atomic.Int32) {
	if len(s) < 2 {
		return
	}
	m := len(s) / 2
	if budget.Add(-1) >= 0 {
		done := make(chan struct{})
		go func() {
			defer close(done)
			mergeSort(s[:m], less, budget)
		}()
		mergeSort(s[m:], less, budget)
		<-done
	} else {
		mergeSort(s[:m], less, budget)
		mergeSort(s[m:], less, budget)
	}
	out := make(S, 0, len(s))
	a, b := s[:m], s[m:]
	for len(a) > 0 && len(b) > 0 {
		if less(b[0], a[0]) {
			out, b = append(out, b[0]), b[1:]
		} else {
			out, a = append(out, a[0]), a[1:]
		}
	}
	copy(s, append(append(out, a...), b...))
}

func quickSort[T any](s []T, less Less[T], workers int) {
	type part struct{ lo, hi int }
	work := make(chan part, len(s)+1)
	var open sync.WaitGroup
	add := func(p part) {
		if p.hi-p.lo > 1 {
			open.Add(1)
			work <- p
		}
	}
	add(part{0, len(s)})
	for range workers {
		go func() {
			for p := range work {
				func() {
					defer open.Done()
					pivot := s[(p.lo+p.hi)/2]
					i, j, k := p.lo, p.lo, p.hi
					for j < k {
						switch {
						case less(s[j], pivot):
							s[i], s[j] = s[j], s[i]
							i++
							j++
						case less(pivot, s[j]):
							k--
							s[j], s[k] = s[k], s[j]
						default:
							j++
						}
					}
					add(part{p.lo, i})
					add(part{k, p.hi})
				}()
			}
		}()
	}
	open.Wait()
	close(work)
}

func bitonic[T any](s []T, less Less[T]) {
	n := len(s)
	for k := 2; k <= n; k <<= 1 {
		for j := k >> 1; j > 0; j >>= 1 {
			var wg sync.WaitGroup
			for i := range n {
				if l := i ^ j; l > i {
					wg.Add(1)
					go func() {
						defer wg.Done()
						if up := i&k == 0; less(s[l], s[i]) == up && (up || less(s[i], s[l])) {
							s[i], s[l] = s[l], s[i]
						}
					}()
				}
			}
			wg.Wait()
		}
	}
}

func radix[T ~uint16 | ~uint32](s []T) {
	buffer := make([]T, len(s))
	for shift := 0; shift < 32; shift += 8 {
		var counts [257]int
		for _, x := range s {
			counts[uint8(x>>shift)+0]++
		}
		sum := 0
		for i := range counts {
			counts[i], sum = sum, sum+counts[i]
		}
		for _, x := range s {
			d := uint8(x >> shift)
			buffer[counts[d]] = x
			counts[d]++
		}
		copy(s, buffer)
	}
}

type heapOf[T any] struct {
	items []T
	Less[T]
}

func (h heapOf[T]) Len() int      { return len(h.items) }
func (h heapOf[T]) Swap(i, j int) { h.items[i], h.items[j] = h.items[j], h.items[i] }
func (h *heapOf[T]) Push(x any)   { h.items = append(h.items, x.(T)) }
func (h *heapOf[T]) Pop() (x any) {
	n := len(h.items) - 1
	x, h.items = h.items[n], h.items[:n]
	return
}

type lessHeap[T any] struct{ *heapOf[T] }

func (h lessHeap[T]) Less(i, j int) bool { return h.heapOf.Less(h.items[i], h.items[j]) }

func heapSort[T any](s []T, less Less[T]) {
	h := lessHeap[T]{&heapOf[T]{slices.Clone(s), less}}
	heap.Init(h)
	for i := range s {
		s[i] = heap.Pop(h).(T)
	}
}

func external(in io.Reader, out io.Writer, memory int) (runs int, err error) {
	var files []*bytes.Buffer
	var chunk []string
	spill := func() {
		sort.Strings(chunk)
		b := new(bytes.Buffer)
		for _, l := range chunk {
			fmt.Fprintln(b, l)
		}
		files, chunk = append(files, b), chunk[:0]
	}
	for sc := bufio.NewScanner(in); sc.Scan(); {
		if chunk = append(chunk, sc.Text()); len(chunk) == memory {
			spill()
		}
	}
	spill()
	type source struct {
		*bufio.Scanner
		line string
	}
	h := lessHeap[*source]{&heapOf[*source]{Less: func(a, b *source) bool { return a.line < b.line }}}
	for _, f := range files {
		if s := (&source{Scanner: bufio.NewScanner(f)}); s.Scan() {
			s.line = s.Text()
			heap.Push(h, s)
		}
	}
	w := bufio.NewWriter(out)
	defer func() { err = w.Flush() }()
	for h.Len() > 0 {
		top := h.items[0]
		fmt.Fprintln(w, top.line)
		if top.Scan() {
			top.line = top.Text()
			heap.Fix(h, 0)
		} else {
			heap.Pop(h)
		}
	}
	return len(files), nil
}

func main() {
	random := rand.New(rand.NewSource(8))
	records := make([]record, 64)
	for i := range records {
		records[i] = record{random.Intn(20), string(rune('a' + i%26))}
	}
	var comparisons atomic.Int64
	byKey := Less[record](func(a, b record) bool { comparisons.Add(1); return a.key < b.key })
	want := slices.Clone(records)
	sort.SliceStable(want, func(i, j int) bool { return want[i].key < want[j].key })
	sameKeys := func(a, b []record) bool {
		return slices.EqualFunc(a, b, func(x, y record) bool { return x.key == y.key })
	}
	type sorter struct {
		name   string
		sort   func([]record)
		stable bool
	}
	for _, s := range []sorter{
		{"merge", func(r []record) { b := new(atomic.Int32); b.Store(7); mergeSort(r, byKey, b) }, true},
		{"quick", func(r []record) { quickSort(r, byKey, 3) }, false},
		{"bitonic", func(r []record) { bitonic(r, byKey) }, false},
		{"heap", func(r []record) { heapSort(r, byKey) }, false},
		{"insertion", func(r []record) {
			for i := range r {
				for j := i; j > 0 && byKey(r[j], r[j-1]); j-- {
					r[j], r[j-1] = r[j-1], r[j]
				}
			}
		}, true},
		{"slices", func(r []record) { slices.SortStableFunc(r, func(a, b record) int { return cmp.Compare(a.key, b.key) }) }, true},
	} {
		got := slices.Clone(records)
		comparisons.Store(0)
		s.sort(got)
		fmt.Println(s.name, sameKeys(got, want), !s.stable || slices.Equal(got, want), comparisons.Load() > 100 || s.name == "slices")
		if s.name == "merge" {
			fmt.Println(got[:6], comparisons.Load())
		}
	}
	words := make([]uint16, 50)
	for i := range words {
		words[i] = uint16(random.Intn(1 << 16))
	}
	radix(words)
	fmt.Println(slices.IsSorted(words), words[0], words[49])

	var lines []string
	for i := range 40 {
		lines = append(lines, strconv.Itoa(i*i%37)+"\t"+strings.Repeat("x", i%3))
	}
	var out strings.Builder
	runs, err := external(strings.NewReader(strings.Join(lines, "\n")), &out, 7)
	sorted := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	slices.Sort(lines)
	fmt.Println(runs, err, slices.Equal(sorted, lines))
}

// Output:
// merge true true true
// [0q 0i 0u 1g 1h 1g] 296
// quick true true true
// bitonic true true true
// heap true true true
// insertion true true true
// slices true true true
// true 454 64594
// 6 <nil> true
