// run
// plain: what it reads is as long as there are places that allocate
// Profiles in both forms, read back: stacks of one's own, goroutines with labels, allocations, waits, processor time.
package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
	"time"
)

type field struct {
	number  int
	integer int64
	content []byte
}

// fields takes a message apart.
func fields(b []byte) (all []field) {
	for len(b) > 0 {
		key, n := binary.Uvarint(b)
		b = b[n:]
		x, n := binary.Uvarint(b)
		b = b[n:]
		f := field{number: int(key >> 3), integer: int64(x)}
		if key&7 == 2 {
			f.content, b = b[:x], b[x:]
		}
		all = append(all, f)
	}
	return all
}

// integers are packed, or one.
func (f field) integers() (all []int64) {
	if f.content == nil {
		return []int64{f.integer}
	}
	for b := f.content; len(b) > 0; {
		x, n := binary.Uvarint(b)
		all = append(all, int64(x))
		b = b[n:]
	}
	return all
}

// read shows a profile: what is measured, and the samples whose innermost function of main is one of those named.
func read(b []byte, names ...string) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		fmt.Println(err)
		return
	}
	raw, err := io.ReadAll(z)
	var texts []string
	functions := map[int64]int64{}
	locations := map[int64][]int64{} // functions
	all := fields(raw)
	for _, f := range all {
		switch f.number {
		case 4:
			var id int64
			var lines []int64
			for _, f := range fields(f.content) {
				switch f.number {
				case 1:
					id = f.integer
				case 4:
					for _, f := range fields(f.content) {
						if f.number == 1 {
							lines = append(lines, f.integer)
						}
					}
				}
			}
			locations[id] = lines
		case 5:
			var id, name int64
			for _, f := range fields(f.content) {
				switch f.number {
				case 1:
					id = f.integer
				case 2:
					name = f.integer
				}
			}
			functions[id] = name
		case 6:
			texts = append(texts, string(f.content))
		}
	}
	sums := map[string][]int64{}
	measures := map[int]string{} // of samples, of the period, the one shown first
	for _, f := range all {
		switch f.number {
		case 1, 11:
			what := fields(f.content)
			measures[f.number] += " " + texts[what[0].integer] + "/" + texts[what[1].integer]
		case 14:
			measures[f.number] += " " + texts[f.integer]
		case 2:
			var name, labels string
			var values []int64
			for _, f := range fields(f.content) {
				switch f.number {
				case 1:
					for _, location := range f.integers() {
						for _, function := range locations[location] {
							if text := texts[functions[function]]; name == "" && strings.HasPrefix(text, "main.") {
								name = text
							}
						}
					}
				case 2:
					values = append(values, f.integers()...)
				case 3:
					label := fields(f.content)
					if key := texts[label[0].integer]; key != "bytes" {
						labels += " " + key + "=" + texts[label[1].integer]
					}
				}
			}
			sum := sums[name+labels]
			if sum == nil {
				sum = make([]int64, len(values))
			}
			for i, value := range values {
				sum[i] += value
			}
			sums[name+labels] = sum
		}
	}
	fmt.Println(measures, err)
	for _, name := range names {
		fmt.Println(" ", name, sums[name])
	}
}

// lines shows a text form: the first line, and of each stack how often it is there and the functions of main.
func lines(b []byte) {
	first, rest, _ := strings.Cut(string(b), "\n")
	fmt.Println(first)
	var all []string
	for stack := range strings.SplitSeq(rest, "\n\n") {
		count, _, _ := strings.Cut(stack, " @")
		for line := range strings.Lines(stack) {
			if at := strings.Index(line, "main."); at >= 0 {
				function, _, _ := strings.Cut(line[at:], "+")
				count += " " + function
			}
		}
		all = append(all, count)
	}
	slices.Sort(all)
	fmt.Println(strings.Join(all, "\n"))
}

func refused(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

//go:noinline
func add(p *pprof.Profile, value any, skip int) { p.Add(value, skip) }

func own() {
	refused(func() { pprof.NewProfile("") })
	refused(func() { pprof.NewProfile("heap") })
	p := pprof.NewProfile("files")
	refused(func() { pprof.NewProfile("files") })
	refused(func() { new(pprof.Profile).Add(1, 0) })
	refused(func() { new(pprof.Profile).WriteTo(io.Discard, 0) })
	refused(func() { pprof.Lookup("heap").Add(1, 0) })
	fmt.Println(p.Name(), p.Count(), pprof.Lookup("files") == p, pprof.Lookup("none"))
	for i := range 3 {
		add(p, i, 0)
	}
	add(p, "one above", 1)
	add(p, "too far", 50)
	refused(func() { add(p, 2, 0) })
	fmt.Println(p.Count())
	p.Remove(0)
	p.Remove("none")
	fmt.Println(p.Count())
	var b bytes.Buffer
	fmt.Println(p.WriteTo(&b, 1))
	lines(b.Bytes())
	b.Reset()
	fmt.Println(p.WriteTo(&b, 0))
	read(b.Bytes(), "main.add", "main.own")
	var names []string
	for _, p := range pprof.Profiles() {
		names = append(names, p.Name())
	}
	fmt.Println(names)
}

//go:noinline
func waiting(stop chan int) { <-stop }

func labels() {
	refused(func() { pprof.Labels("odd") })
	ctx := pprof.WithLabels(context.Background(), pprof.Labels("b", "2", "a", "1", "b", "3"))
	inner := pprof.WithLabels(ctx, pprof.Labels("c", "4", "a", "5"))
	for _, ctx := range []context.Context{context.Background(), ctx, inner, pprof.WithLabels(inner, pprof.Labels())} {
		pprof.ForLabels(ctx, func(key, value string) bool {
			fmt.Print(key, "=", value, " ")
			return key != "b"
		})
		value, ok := pprof.Label(ctx, "a")
		fmt.Println(value, ok)
	}
	stop := make(chan int)
	pprof.Do(ctx, pprof.Labels("in", "do"), func(ctx context.Context) {
		value, ok := pprof.Label(ctx, "in")
		fmt.Println(value, ok)
		go waiting(stop)
		go waiting(stop)
	})
	go waiting(stop)
	pprof.SetGoroutineLabels(context.Background())
	go waiting(stop)
	time.Sleep(20 * time.Millisecond)
	p := pprof.Lookup("goroutine")
	fmt.Println(p.Count())
	var b bytes.Buffer
	fmt.Println(p.WriteTo(&b, 0))
	read(b.Bytes(), "main.waiting", "main.waiting a=1 b=3", "main.waiting a=1 b=3 in=do")
	b.Reset()
	fmt.Println(p.WriteTo(&b, 1))
	text := b.String()
	fmt.Println(strings.HasPrefix(text, "goroutine profile: total 5\n2 @"), strings.Contains(text, "\n# labels: {\"a\":\"1\", \"b\":\"3\", \"in\":\"do\"}\n#"))
	b.Reset()
	fmt.Println(p.WriteTo(&b, 2))
	fmt.Println(strings.HasPrefix(b.String(), "goroutine 1 [running]"), strings.Count(b.String(), "main.waiting("))
	close(stop)
	b.Reset()
	fmt.Println(pprof.Lookup("threadcreate").WriteTo(&b, 0), pprof.Lookup("threadcreate").Count() > 0)
	read(b.Bytes())
}

type node struct {
	next *node
	text [1000]byte
}

//go:noinline
func allocates(n int) (list *node) {
	for range n {
		list = &node{next: list}
	}
	return list
}

func init() { runtime.MemProfileRate = 1 }

func heap() {
	kept := allocates(100)
	allocates(100)
	runtime.GC()
	runtime.GC()
	var b bytes.Buffer
	fmt.Println(pprof.WriteHeapProfile(&b))
	read(b.Bytes(), "main.allocates")
	b.Reset()
	fmt.Println(pprof.Lookup("allocs").WriteTo(&b, 0), pprof.Lookup("allocs").Count() > 0)
	read(b.Bytes(), "main.allocates")
	b.Reset()
	fmt.Println(pprof.Lookup("heap").WriteTo(&b, 1))
	text := b.String()
	fmt.Println(strings.HasPrefix(text, "heap profile: "), strings.Contains(text, "\n# runtime.MemStats\n# Alloc = "))
	runtime.KeepAlive(kept)
}

//go:noinline
func receives(c chan int) { <-c }

//go:noinline
func unlocks(mu *sync.Mutex) { mu.Unlock() }

func waits() {
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)
	c := make(chan int)
	for range 3 {
		go func() {
			time.Sleep(2 * time.Millisecond)
			c <- 1
		}()
		receives(c)
	}
	var mu sync.Mutex
	mu.Lock()
	done := make(chan int)
	go func() {
		mu.Lock()
		mu.Unlock()
		close(done)
	}()
	time.Sleep(2 * time.Millisecond)
	unlocks(&mu)
	<-done
	runtime.SetBlockProfileRate(0)
	runtime.SetMutexProfileFraction(0)
	for _, name := range []string{"block", "mutex"} {
		p := pprof.Lookup(name)
		fmt.Println(name, p.Count() > 0)
		var b bytes.Buffer
		fmt.Println(p.WriteTo(&b, 1))
		text := b.String()
		for _, wanted := range []string{"--- contention:\ncycles/second=", "--- mutex:\ncycles/second=", "\nsampling period=0\n", "main.receives+", "main.unlocks+"} {
			fmt.Print(strings.Contains(text, wanted), " ")
		}
		b.Reset()
		fmt.Println(p.WriteTo(&b, 0))
		read(b.Bytes())
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

//go:noinline
func works(until time.Time) (n int) {
	for time.Now().Before(until) {
		for range 1000 {
			n++
		}
	}
	return n
}

func processor() {
	var b bytes.Buffer
	pprof.StopCPUProfile()
	fmt.Println(pprof.StartCPUProfile(&b), pprof.StartCPUProfile(&b))
	works(time.Now().Add(20 * time.Millisecond))
	pprof.StopCPUProfile()
	read(b.Bytes())
	fmt.Println(pprof.StartCPUProfile(io.Discard))
	pprof.StopCPUProfile()
	for _, name := range []string{"heap", "goroutine", "block"} {
		fmt.Println(pprof.Lookup(name).WriteTo(failing{}, 0) != nil, slices.ContainsFunc(pprof.Profiles(), func(p *pprof.Profile) bool { return p.Name() == name }))
	}
}

func main() {
	own()
	labels()
	heap()
	waits()
	processor()
}

// Output:
// pprof: NewProfile with empty name
// pprof: NewProfile name already in use: heap
// pprof: NewProfile name already in use: files
// pprof: use of uninitialized Profile
// pprof: use of zero Profile
// pprof: Add called on built-in Profile heap
// files 0 true <nil>
// pprof: Profile.Add of duplicate value
// 5
// 4
// <nil>
// files profile: total 4
//
// 1
// 1 main.add main.own main.main
// 2 main.add main.own main.main
// <nil>
// map[1: files/count 11: files/count] <nil>
//   main.add [3]
//   main.own []
// [allocs block files goroutine goroutineleak heap mutex threadcreate]
// uneven number of arguments to pprof.Labels
//  false
// a=1 b=3 1 true
// a=5 b=3 5 true
// a=5 b=3 5 true
// do true
// 5
// <nil>
// map[1: goroutine/count 11: goroutine/count] <nil>
//   main.waiting [1]
//   main.waiting a=1 b=3 [1]
//   main.waiting a=1 b=3 in=do [2]
// <nil>
// true true
// <nil>
// true 4
// <nil> true
// map[1: threadcreate/count 11: threadcreate/count] <nil>
// <nil>
// map[1: alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes 11: space/bytes] <nil>
//   main.allocates [200 204800 100 102400]
// <nil> true
// map[1: alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes 11: space/bytes 14: alloc_space] <nil>
//   main.allocates [200 204800 100 102400]
// <nil>
// true true
// block true
// <nil>
// true false false true false <nil>
// map[1: contentions/count delay/nanoseconds 11: contentions/count] <nil>
// mutex true
// <nil>
// false true true false true <nil>
// map[1: contentions/count delay/nanoseconds 11: contentions/count] <nil>
// <nil> cpu profiling already in use
// map[1: samples/count cpu/nanoseconds 11: cpu/nanoseconds] <nil>
// <nil>
// true true
// true true
// true true
