// run

// Graph algorithms over any node type: shortest paths with a heap, strongly connected components, topological order, minimum
// spanning tree by union and find, maximum flow, bipartite matching, colouring by backtracking.
package main

import (
	"cmp"
	"container/heap"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
)

type Edge[N comparable] struct {
	From, To N
	Weight   float64
}

type Graph[N cmp.Ordered] struct {
	adjacent map[N][]Edge[N]
	directed bool
}

func Build[N cmp.Ordered](directed bool, edges ...Edge[N]) *Graph[N] {
	g := &Graph[N]{make(map[N][]Edge[N]), directed}
	for _, e := range edges {
		g.adjacent[e.From] = append(g.adjacent[e.From], e)
		back := g.adjacent[e.To]
		if !directed {
			back = append(back, Edge[N]{e.To, e.From, e.Weight})
		}
		g.adjacent[e.To] = back
	}
	return g
}

func (g *Graph[N]) Nodes() iter.Seq[N] { return slices.Values(slices.Sorted(maps.Keys(g.adjacent))) }

func (g *Graph[N]) Edges() iter.Seq2[int, Edge[N]] {
	return func(yield func(int, Edge[N]) bool) {
		i := 0
		for n := range g.Nodes() {
			for _, e := range g.adjacent[n] {
				if !g.directed && e.To < e.From {
					continue
				}
				if !yield(i, e) {
					return
				}
				i++
			}
		}
	}
}

type entry[N any] struct {
	node  N
	dist  float64
	index int
}

type queue[N any] []*entry[N]

func (q queue[N]) Len() int           { return len(q) }
func (q queue[N]) Less(i, j int) bool { return q[i].dist < q[j].dist }
func (q queue[N]) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}
func (q *queue[N]) Push(x any) {
	e := x.(*entry[N])
	e.index = len(*q)
	*q = append(*q, e)
}
func (q *queue[N]) Pop() any {
	old := *q
	e := old[len(old)-1]
	old[len(old)-1] = nil
	*q = old[:len(old)-1]
	return e
}

func (g *Graph[N]) Shortest(from N) (dist map[N]float64, path func(N) []N) {
	dist = map[N]float64{}
	previous := map[N]N{}
	entries := map[N]*entry[N]{}
	q := &queue[N]{}
	for n := range g.Nodes() {
		e := &entry[N]{node: n, dist: math.Inf(1)}
		if n == from {
			e.dist = 0
		}
		entries[n] = e
		heap.Push(q, e)
	}
	for q.Len() > 0 {
		at := heap.Pop(q).(*entry[N])
		dist[at.node] = at.dist
		for _, e := range g.adjacent[at.node] {
			if _, done := dist[e.To]; done {
				continue
			}
			if to := entries[e.To]; at.dist+e.Weight < to.dist {
				to.dist = at.dist + e.Weight
				previous[e.To] = at.node
				heap.Fix(q, to.index)
			}
		}
	}
	path = func(to N) (out []N) {
		for at, ok := to, !math.IsInf(dist[to], 1); ok; at, ok = previous[at], at != from {
			out = append(out, at)
		}
		slices.Reverse(out)
		return
	}
	return
}

func (g *Graph[N]) Components() (out [][]N) {
	index, low := map[N]int{}, map[N]int{}
	onStack := map[N]bool{}
	var stack []N
	var visit func(N)
	visit = func(n N) {
		index[n] = len(index) + 1
		low[n] = index[n]
		stack = append(stack, n)
		onStack[n] = true
		for _, e := range g.adjacent[n] {
			if index[e.To] == 0 {
				visit(e.To)
				low[n] = min(low[n], low[e.To])
			} else if onStack[e.To] {
				low[n] = min(low[n], index[e.To])
			}
		}
		if low[n] != index[n] {
			return
		}
		cut := slices.Index(stack, n)
		component := slices.Clone(stack[cut:])
		stack = stack[:cut]
		for _, m := range component {
			onStack[m] = false
		}
		slices.Sort(component)
		out = append(out, component)
	}
	for n := range g.Nodes() {
		if index[n] == 0 {
			visit(n)
		}
	}
	slices.SortFunc(out, slices.Compare[[]N])
	return
}

type CycleError[N any] struct{ Cycle []N }

func (e *CycleError[N]) Error() string { return fmt.Sprint("cycle ", e.Cycle) }

func (g *Graph[N]) Topological() (order []N, err error) {
	state := map[N]uint8{}
	var trail []N
	var visit func(N)
	defer func() {
		if cycle, ok := recover().(*CycleError[N]); ok {
			order, err = nil, cycle
		}
	}()
	visit = func(n N) {
		switch state[n] {
		case 1:
			panic(&CycleError[N]{append(slices.Clone(trail[slices.Index(trail, n):]), n)})
		case 2:
			return
		}
		state[n] = 1
		trail = append(trail, n)
		for _, e := range g.adjacent[n] {
			visit(e.To)
		}
		trail = trail[:len(trail)-1]
		state[n] = 2
		order = append(order, n)
	}
	for n := range g.Nodes() {
		visit(n)
	}
	slices.Reverse(order)
	return order, nil
}

type Sets[N comparable] map[N]N

func (s Sets[N]) Find(n N) N {
	p, ok := s[n]
	if !ok || p == n {
		return n
	}
	root := s.Find(p)
	s[n] = root
	return root
}

func (s Sets[N]) Union(a, b N) bool {
	if a, b = s.Find(a), s.Find(b); a == b {
		return false
	}
	s[a] = b
	return true
}

func (g *Graph[N]) Spanning() (tree []Edge[N], total float64) {
	var edges []Edge[N]
	for _, e := range g.Edges() {
		edges = append(edges, e)
	}
	slices.SortStableFunc(edges, func(a, b Edge[N]) int { return cmp.Compare(a.Weight, b.Weight) })
	sets := Sets[N]{}
	for _, e := range edges {
		if sets.Union(e.From, e.To) {
			tree = append(tree, e)
			total += e.Weight
		}
	}
	return
}

func (g *Graph[N]) MaxFlow(source, sink N) (flow float64) {
	type pair struct{ a, b N }
	capacity := map[pair]float64{}
	for _, e := range g.Edges() {
		capacity[pair{e.From, e.To}] += e.Weight
	}
	for {
		parent := map[N]N{source: source}
		for frontier := []N{source}; len(frontier) > 0; frontier = frontier[1:] {
			for n := range g.Nodes() {
				if _, seen := parent[n]; !seen && capacity[pair{frontier[0], n}] > 0 {
					parent[n] = frontier[0]
					frontier = append(frontier, n)
				}
			}
		}
		if _, ok := parent[sink]; !ok {
			return flow
		}
		amount := math.MaxFloat64
		for n := sink; n != source; n = parent[n] {
			amount = min(amount, capacity[pair{parent[n], n}])
		}
		for n := sink; n != source; n = parent[n] {
			capacity[pair{parent[n], n}] -= amount
			capacity[pair{n, parent[n]}] += amount
		}
		flow += amount
	}
}

func (g *Graph[N]) Colour(colours ...rune) (map[N]rune, bool) {
	nodes := slices.Collect(g.Nodes())
	chosen := make(map[N]rune, len(nodes))
	var try func(int) bool
	try = func(i int) bool {
		if i == len(nodes) {
			return true
		}
	next:
		for _, c := range colours {
			for _, e := range g.adjacent[nodes[i]] {
				if chosen[e.To] == c {
					continue next
				}
			}
			chosen[nodes[i]] = c
			if try(i + 1) {
				return true
			}
			delete(chosen, nodes[i])
		}
		return false
	}
	return chosen, try(0)
}

func parse(text string) (edges []Edge[string]) {
	for _, f := range strings.Fields(text) {
		var e Edge[string]
		e.Weight = 1
		fmt.Sscanf(strings.NewReplacer("-", " ", ":", " ").Replace(f), "%s %s %g", &e.From, &e.To, &e.Weight)
		edges = append(edges, e)
	}
	return
}

func main() {
	roads := Build(false, parse("a-b:7 a-c:9 a-f:14 b-c:10 b-d:15 c-d:11 c-f:2 d-e:6 e-f:9 x-y:1.5")...)
	dist, path := roads.Shortest("a")
	for n := range roads.Nodes() {
		fmt.Print(n, "=", dist[n], path(n), " ")
	}
	fmt.Println()
	fmt.Println(roads.Spanning())
	web := Build(true, parse("1-2 2-3 3-1 4-2 4-3 4-5 5-4 5-6 6-3 6-7 7-6 8-5 8-7 8-8")...)
	fmt.Println(web.Components())
	fmt.Println(web.Topological())
	tasks := Build(true, parse("plan-design plan-budget design-build budget-build build-test test-ship budget-hire hire-build")...)
	fmt.Println(tasks.Topological())
	pipes := Build(true, parse("s-o:3 s-p:3 o-p:2 o-q:3 p-r:2 r-t:3 q-r:4 q-t:2")...)
	fmt.Println(pipes.MaxFlow("s", "t"))
	var petersen []Edge[int]
	for i := range 5 {
		petersen = append(petersen, Edge[int]{i, (i + 1) % 5, 1}, Edge[int]{i, i + 5, 1}, Edge[int]{i + 5, (i+2)%5 + 5, 1})
	}
	g := Build(false, petersen...)
	two, ok := g.Colour('r', 'g')
	fmt.Println(len(two), ok)
	three, ok := g.Colour('r', 'g', 'b')
	for n := range g.Nodes() {
		fmt.Printf("%d%c ", n, three[n])
	}
	fmt.Println(ok)
	for i, e := range g.Edges() {
		if i%5 == 4 {
			fmt.Printf("%d:%v ", i, e)
		}
	}
	fmt.Println()
}

// Output:
// a=0 [a] b=7 [a b] c=9 [a c] d=20 [a c d] e=20 [a c f e] f=11 [a c f] x=+Inf [] y=+Inf []
// [{x y 1.5} {c f 2} {d e 6} {a b 7} {a c 9} {e f 9}] 34.5
// [[1 2 3] [4 5] [6 7] [8]]
// [] cycle [1 2 3 1]
// [plan design budget hire build test ship] <nil>
// 5
// 0 false
// 0r 1g 2r 3g 4b 5g 6r 7b 8b 9g true
// 4:{1 6 1} 9:{4 9 1} 14:{7 9 1}
