// run

// A day of couriers in a town: a generic heap with handles drives both the events and the searches (Dijkstra, A*, both ends at once), streets come
// from a spanning tree by union and find, processes are coroutines that wait in simulated time for each other, for resources and for conditions.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// Heap orders by a function; a handle moves or removes what was pushed.
type Heap[T any] struct {
	items []*Handle[T]
	less  func(a, b T) bool
}

type Handle[T any] struct {
	Value T
	at    int
}

func (h *Heap[T]) Len() int { return len(h.items) }

func (h *Heap[T]) put(i int, x *Handle[T]) { h.items[i], x.at = x, i }

func (h *Heap[T]) Push(v T) *Handle[T] {
	x := &Handle[T]{v, len(h.items)}
	h.items = append(h.items, x)
	h.Fix(x)
	return x
}

func (h *Heap[T]) Fix(x *Handle[T]) {
	i := x.at
	for up := (i - 1) / 2; i > 0 && h.less(x.Value, h.items[up].Value); i, up = up, (up-1)/2 {
		h.put(i, h.items[up])
	}
	for {
		down := 2*i + 1
		if down+1 < len(h.items) && h.less(h.items[down+1].Value, h.items[down].Value) {
			down++
		}
		if down >= len(h.items) || !h.less(h.items[down].Value, x.Value) {
			break
		}
		h.put(i, h.items[down])
		i = down
	}
	h.put(i, x)
}

func (h *Heap[T]) Pop() T {
	v := h.items[0].Value
	h.Remove(h.items[0])
	return v
}

func (h *Heap[T]) Remove(x *Handle[T]) bool {
	if x.at < 0 {
		return false
	}
	i, last := x.at, h.items[len(h.items)-1]
	h.items = h.items[:len(h.items)-1]
	if last != x {
		h.put(i, last)
		h.Fix(last)
	}
	x.at = -1
	return true
}

// Sets are disjoint sets of any keys.
type Sets[K comparable] map[K]K

func (s Sets[K]) Find(k K) K {
	for up, ok := s[k]; ok && up != k; up, ok = s[k] {
		s[k] = cmp.Or(s[up], up)
		k = up
	}
	return k
}

func (s Sets[K]) Union(a, b K) (joined bool) {
	if a, b = s.Find(a), s.Find(b); a != b {
		s[a], joined = b, true
	}
	return
}

// The town.

type Place struct{ X, Y int8 }

func (p Place) Add(d Place) Place        { return Place{p.X + d.X, p.Y + d.Y} }
func (p Place) String() string           { return fmt.Sprintf("%c%d", 'A'+p.X, p.Y) }
func (p Place) distance(q Place) float64 { return math.Hypot(float64(p.X-q.X), float64(p.Y-q.Y)) }

type Street struct {
	to   Place
	cost float64
}

type Town struct {
	streets map[Place][]Street
	size    int8
}

func NewTown(size int8, r *rand.Rand) *Town {
	t := &Town{map[Place][]Street{}, size}
	type wall struct {
		a, b Place
		cost float64
	}
	var walls []wall
	for x := range size {
		for y := range size {
			for _, d := range [...]Place{{1, 0}, {0, 1}} {
				if q := (Place{x, y}).Add(d); q.X < size && q.Y < size {
					walls = append(walls, wall{Place{x, y}, q, 1 + float64(r.IntN(4))/2})
				}
			}
		}
	}
	r.Shuffle(len(walls), func(i, j int) { walls[i], walls[j] = walls[j], walls[i] })
	joined := Sets[Place]{}
	for i, w := range walls {
		if joined.Union(w.a, w.b) || i%5 == 0 {
			t.streets[w.a] = append(t.streets[w.a], Street{w.b, w.cost})
			t.streets[w.b] = append(t.streets[w.b], Street{w.a, w.cost})
		}
	}
	return t
}

func (t *Town) String() string {
	var b strings.Builder
	open := func(p Place, d Place) bool {
		return slices.ContainsFunc(t.streets[p], func(s Street) bool { return s.to == p.Add(d) })
	}
	for y := range t.size {
		var right, below strings.Builder
		for x := range t.size {
			p := Place{x, y}
			right.WriteString("o" + map[bool]string{true: "--", false: "  "}[open(p, Place{1, 0})])
			below.WriteString(map[bool]string{true: "|  ", false: "   "}[open(p, Place{0, 1})])
		}
		for _, line := range []*strings.Builder{&right, &below} {
			if s := strings.TrimRight(line.String(), " "); s != "" {
				b.WriteString(s + "\n")
			}
		}
	}
	return b.String()
}

// search expands nodes by cost so far plus what is guessed to be left; it yields each node when its cost is final.
func search[N comparable](from N, next func(N) iter.Seq2[N, float64], guess func(N) float64) iter.Seq2[N, route[N]] {
	return func(yield func(N, route[N]) bool) {
		type open struct {
			node  N
			total float64
			order int
		}
		heap := Heap[open]{less: func(a, b open) bool {
			return cmp.Or(cmp.Compare(a.total, b.total), cmp.Compare(a.order, b.order)) < 0
		}}
		routes := map[N]route[N]{from: {}}
		handles := map[N]*Handle[open]{from: heap.Push(open{node: from})}
		for heap.Len() > 0 {
			n := heap.Pop().node
			if !yield(n, routes[n]) {
				return
			}
			for m, cost := range next(n) {
				r := route[N]{routes[n].cost + cost, &n, routes}
				old, seen := routes[m]
				if seen && old.cost <= r.cost {
					continue
				}
				routes[m] = r
				o := open{m, r.cost + guess(m), len(routes)}
				if h := handles[m]; h != nil && h.at >= 0 {
					h.Value = o
					heap.Fix(h)
				} else {
					handles[m] = heap.Push(o)
				}
			}
		}
	}
}

type route[N comparable] struct {
	cost float64
	via  *N
	all  map[N]route[N]
}

func (r route[N]) back(to N) (path []N) {
	for path = []N{to}; r.via != nil; r = r.all[*r.via] {
		path = append(path, *r.via)
	}
	slices.Reverse(path)
	return path
}

func (t *Town) neighbours(p Place) iter.Seq2[Place, float64] {
	return func(yield func(Place, float64) bool) {
		for _, s := range t.streets[p] {
			if !yield(s.to, s.cost) {
				return
			}
		}
	}
}

var errNoWay = errors.New("no way")

func (t *Town) Route(from, to Place, guess func(Place) float64) (path []Place, cost float64, looked int, err error) {
	for n, r := range search(from, t.neighbours, guess) {
		looked++
		if n == to {
			return r.back(to), r.cost, looked, nil
		}
	}
	return nil, math.Inf(1), looked, fmt.Errorf("%v to %v: %w", from, to, errNoWay)
}

// BothEnds takes turns between a search from each end until they meet for sure.
func (t *Town) BothEnds(from, to Place) (cost float64, looked int) {
	zero := func(Place) float64 { return 0 }
	var seen [2]map[Place]float64
	var next [2]func() (Place, route[Place], bool)
	for i, p := range [...]Place{from, to} {
		stop := func() {}
		next[i], stop = iter.Pull2(search(p, t.neighbours, zero))
		defer stop()
		seen[i] = map[Place]float64{}
	}
	cost = math.Inf(1)
	for edge := [2]float64{}; edge[0]+edge[1] < cost; {
		for i := range next {
			p, r, ok := next[i]()
			if !ok {
				return
			}
			looked++
			edge[i] = r.cost
			seen[i][p] = r.cost
			for q, step := range t.neighbours(p) {
				if c, ok := seen[1-i][q]; ok {
					cost = min(cost, r.cost+step+c)
				}
			}
		}
	}
	return
}

// The simulation: a process is a coroutine that yields what it waits for.

type Time float64

type Wait interface{ arm(*Sim, *Process) }

type (
	Sleep   Time
	Until   func() bool
	Claim   struct{ *Resource }
	Process struct {
		name   string
		next   func() (Wait, bool)
		stop   func()
		timer  *Handle[event]
		joined []*Process
		over   bool
	}
	Join     struct{ *Process }
	Resource struct {
		name    string
		free    int
		queue   []*Process
		busy    Time
		longest int
	}
	event struct {
		at    Time
		order int
		what  func()
	}
	Sim struct {
		now    Time
		events Heap[event]
		count  int
		until  map[*Process]Until
		log    func(format string, args ...any)
	}
)

func NewSim(log func(string, ...any)) *Sim {
	return &Sim{until: map[*Process]Until{}, log: log, events: Heap[event]{less: func(a, b event) bool {
		return a.at < b.at || a.at == b.at && a.order < b.order
	}}}
}

func (s *Sim) At(delay Time, what func()) *Handle[event] {
	s.count++
	return s.events.Push(event{s.now + delay, s.count, what})
}

func (s *Sim) Start(name string, body func(yield func(Wait) bool)) *Process {
	p := &Process{name: name}
	p.next, p.stop = iter.Pull(iter.Seq[Wait](body))
	s.resume(p)
	return p
}

func (s *Sim) resume(p *Process) {
	p.timer = s.At(0, func() {
		if w, ok := p.next(); ok {
			w.arm(s, p)
			return
		}
		p.over = true
		for _, other := range p.joined {
			s.resume(other)
		}
	})
}

// Cancel ends a process where it waits: its deferred functions run.
func (s *Sim) Cancel(p *Process) {
	if p.timer != nil {
		s.events.Remove(p.timer)
	}
	delete(s.until, p)
	p.stop()
	p.over = true
}

func (d Sleep) arm(s *Sim, p *Process) {
	p.timer = s.At(Time(d), func() { s.resume(p) })
}
func (u Until) arm(s *Sim, p *Process) { s.until[p] = u }
func (c Claim) arm(s *Sim, p *Process) {
	if c.queue = append(c.queue, p); len(c.queue) > c.longest {
		c.longest = len(c.queue)
	}
	c.serve(s)
}
func (j Join) arm(s *Sim, p *Process) {
	if j.over {
		s.resume(p)
	} else {
		j.joined = append(j.joined, p)
	}
}

func (r *Resource) serve(s *Sim) {
	for r.free > 0 && len(r.queue) > 0 {
		r.free--
		r.busy -= s.now
		s.resume(r.queue[0])
		r.queue = r.queue[1:]
	}
}

func (r *Resource) Release(s *Sim) {
	r.free++
	r.busy += s.now
	r.serve(s)
}

func (s *Sim) Run() {
	for s.events.Len() > 0 {
		e := s.events.Pop()
		s.now = e.at
		e.what()
		for _, p := range slices.SortedFunc(maps.Keys(s.until), func(a, b *Process) int { return strings.Compare(a.name, b.name) }) {
			if s.until[p]() {
				delete(s.until, p)
				s.resume(p)
			}
		}
	}
}

type parcel struct {
	id       int
	from, to Place
	born     Time
}

func main() {
	r := rand.New(rand.NewPCG(2024, 5))
	town := NewTown(7, r)
	fmt.Print(town)
	a, z := Place{0, 0}, Place{6, 6}
	blind := func(Place) float64 { return 0 }
	for _, guess := range []func(Place) float64{blind, z.distance} {
		fmt.Println(town.Route(a, z, guess))
	}
	fmt.Println(town.BothEnds(a, z))
	_, cost, looked, err := town.Route(a, Place{9, 9}, blind)
	fmt.Println(cost, looked, err, errors.Is(err, errNoWay))
	worse := 0
	for range 200 {
		p, q := Place{int8(r.IntN(7)), int8(r.IntN(7))}, Place{int8(r.IntN(7)), int8(r.IntN(7))}
		_, exact, n, _ := town.Route(p, q, blind)
		_, guessed, m, _ := town.Route(p, q, q.distance)
		both, _ := town.BothEnds(p, q)
		if exact != guessed || p != q && both != exact {
			fmt.Println("differ", p, q, exact, guessed, both)
		}
		if m > n {
			worse++
		}
	}
	fmt.Println("searches with a guess that looked at more:", worse)

	s := NewSim(nil)
	s.log = func(format string, args ...any) { fmt.Printf("%6.1f  "+format+"\n", append([]any{s.now}, args...)...) }
	docks := &Resource{name: "docks", free: 2}
	var waiting []parcel
	var delays []Time
	closed := false
	s.Start("orders", func(yield func(Wait) bool) {
		for i := range 14 {
			p := parcel{i, Place{int8(r.IntN(7)), int8(r.IntN(7))}, Place{int8(r.IntN(7)), int8(r.IntN(7))}, s.now}
			waiting = append(waiting, p)
			s.log("parcel %d: %v to %v", p.id, p.from, p.to)
			if !yield(Sleep(r.ExpFloat64() * 4)) {
				return
			}
		}
		closed = true
	})
	couriers := make([]*Process, 4)
	for i := range couriers {
		at := Place{3, int8(i)}
		name := "courier " + string(rune('p'+i))
		couriers[i] = s.Start(name, func(yield func(Wait) bool) {
			carried := 0
			defer func() { s.log("%s goes home from %v with %d delivered", name, at, carried) }()
			drive := func(to Place) bool {
				path, cost, _, err := town.Route(at, to, to.distance)
				if err != nil {
					panic(err)
				}
				at = path[len(path)-1]
				return yield(Sleep(cost))
			}
			for {
				for len(waiting) == 0 {
					if closed || !yield(Until(func() bool { return len(waiting) > 0 || closed })) {
						return
					}
				}
				nearest := slices.MinFunc(waiting, func(a, b parcel) int { return cmp.Compare(at.distance(a.from), at.distance(b.from)) })
				waiting = slices.DeleteFunc(waiting, func(p parcel) bool { return p == nearest })
				if !drive(nearest.from) || !yield(Claim{docks}) {
					return
				}
				ok := yield(Sleep(3))
				docks.Release(s)
				if !ok || !drive(nearest.to) {
					return
				}
				carried++
				delays = append(delays, s.now-nearest.born)
				s.log("%s delivered %d", name, nearest.id)
			}
		})
	}
	s.Start("dispatcher", func(yield func(Wait) bool) {
		if !yield(Sleep(25)) {
			return
		}
		s.log("courier s is ill")
		s.Cancel(couriers[3])
		for _, c := range couriers {
			if !yield(Join{c}) {
				return
			}
		}
		s.log("all are home")
	})
	s.Run()
	slices.Sort(delays)
	fmt.Printf("%d delivered, delays %.2f, docks busy %.1f, queue %d, events %d\n", len(delays), delays, docks.busy, docks.longest, s.count)
}

// Output:
// o  o--o--o  o  o--o
// |     |  |  |  |
// o--o--o  o--o--o--o
//    |  |  |  |
// o--o--o--o  o  o  o
//    |        |  |  |
// o--o--o--o--o  o--o
// |     |     |  |
// o  o--o--o--o--o--o
//          |  |  |
// o--o  o--o  o  o--o
//    |  |  |  |  |  |
// o--o--o  o  o--o--o
// [A0 A1 B1 B2 B3 C3 C4 D4 E4 F4 F5 G5 G6] 21.5 46 <nil>
// [A0 A1 B1 B2 B3 C3 C4 D4 E4 F4 F5 G5 G6] 21.5 38 <nil>
// 21.5 34
// +Inf 49 A0 to J9: no way true
// searches with a guess that looked at more: 0
//    0.0  parcel 0: G6 to A1
//   23.1  parcel 1: G5 to D1
//   23.2  parcel 2: G6 to G2
//   25.0  courier s is ill
//   25.0  courier s goes home from D3 with 0 delivered
//   29.8  parcel 3: F1 to G3
//   31.4  parcel 4: E2 to F3
//   33.6  parcel 5: A5 to C5
//   33.9  parcel 6: F5 to A1
//   35.5  courier p delivered 0
//   40.5  parcel 7: B3 to D3
//   42.2  parcel 8: E6 to E0
//   47.1  courier q delivered 1
//   48.4  parcel 9: D1 to G0
//   49.2  courier r delivered 2
//   52.1  parcel 10: A1 to E1
//   54.9  parcel 11: A1 to C0
//   57.9  parcel 12: G6 to A6
//   58.5  parcel 13: G1 to B0
//   59.1  courier q delivered 4
//   69.0  courier p delivered 5
//   75.7  courier r delivered 3
//   82.1  courier q delivered 6
//   82.5  courier p delivered 7
//   94.6  courier q delivered 10
//   98.5  courier p delivered 9
//  102.7  courier r delivered 13
//  114.1  courier q delivered 11
//  114.1  courier q goes home from C0 with 5 delivered
//  127.2  courier r delivered 8
//  127.2  courier r goes home from E0 with 4 delivered
//  136.5  courier p delivered 12
//  136.5  courier p goes home from A6 with 5 delivered
//  136.5  all are home
// 14 delivered, delays [24.00 26.00 27.76 35.42 35.50 42.03 42.49 44.23 45.92 48.22 50.14 59.20 78.62 85.00], docks busy 42.0, queue 1, events 143
