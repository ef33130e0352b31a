// run

// Elevators as goroutines that exchange events with a controller in lock step, embedded interfaces for strategies, statistics by generic
// histograms; the simulation is the same whatever the schedule because each tick is a barrier.
package main

import (
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"sync"
)

type Floor int8
type Direction int8

const (
	Down Direction = iota - 1
	Idle
	Up
)

func (d Direction) String() string { return [...]string{"v", "-", "^"}[d+1] }

type Passenger struct {
	id       int
	from, to Floor
	born     int
	picked   int
}

func (p Passenger) direction() Direction {
	if p.to > p.from {
		return Up
	}
	return Down
}

type Strategy interface {
	fmt.Stringer
	Next(c *car, waiting map[Floor][]*Passenger) Direction
}

type named string

func (n named) String() string { return string(n) }

type scan struct{ named }

func (scan) Next(c *car, waiting map[Floor][]*Passenger) Direction {
	if !c.wanted(waiting) {
		return Idle
	}
	d := c.heading
	if d == Idle {
		d = Up
	}
	for range 2 {
		for f := c.at + Floor(d); f >= 0 && f < c.top; f += Floor(d) {
			if len(waiting[f]) > 0 || c.riderTo(f) {
				return d
			}
		}
		d = -d
	}
	return Idle
}

type nearest struct{ Strategy }

func (n nearest) String() string { return "nearest over " + n.Strategy.String() }

func (n nearest) Next(c *car, waiting map[Floor][]*Passenger) Direction {
	if len(c.riders) > 0 {
		return n.Strategy.Next(c, waiting)
	}
	best, found := Floor(0), false
	for _, f := range slices.Sorted(maps.Keys(waiting)) {
		if len(waiting[f]) > 0 && f != c.at && (!found || abs(f-c.at) < abs(best-c.at)) {
			best, found = f, true
		}
	}
	switch {
	case !found:
		return Idle
	case best > c.at:
		return Up
	}
	return Down
}

func abs[T ~int8 | ~int](x T) T { return max(x, -x) }

type car struct {
	id       int
	at, top  Floor
	heading  Direction
	riders   []*Passenger
	capacity int
	Strategy
	moves int
}

func (c *car) riderTo(f Floor) bool {
	return slices.ContainsFunc(c.riders, func(p *Passenger) bool { return p.to == f })
}

func (c *car) wanted(waiting map[Floor][]*Passenger) bool {
	if len(c.riders) > 0 {
		return true
	}
	for f, w := range waiting {
		if len(w) > 0 && f != c.at {
			return true
		}
	}
	return false
}

type view struct {
	tick    int
	waiting map[Floor][]*Passenger
}

type move struct {
	car  *car
	left []*Passenger
}

func (c *car) run(ticks <-chan view, moves chan<- move, wg *sync.WaitGroup) {
	defer wg.Done()
	for v := range ticks {
		var m move
		m.car = c
		c.riders = slices.DeleteFunc(c.riders, func(p *Passenger) bool {
			if p.to == c.at {
				m.left = append(m.left, p)
				return true
			}
			return false
		})
		c.heading = c.Next(c, v.waiting)
		if c.heading != Idle {
			c.at += Floor(c.heading)
			c.moves++
		}
		moves <- m
	}
}

type Histogram[K comparable] map[K]int

func (h Histogram[K]) Add(k K) { h[k]++ }

func (h Histogram[K]) Max() (best K, n int) {
	for k, v := range h {
		if v > n || v == n && fmt.Sprint(k) < fmt.Sprint(best) {
			best, n = k, v
		}
	}
	return
}

func simulate(seed int64, cars int, strategy Strategy) string {
	const top Floor = 8
	random := rand.New(rand.NewSource(seed))
	waiting := map[Floor][]*Passenger{}
	var fleet []*car
	var inputs []chan view
	moves := make(chan move)
	var wg sync.WaitGroup
	for i := range cars {
		c := &car{id: i, at: Floor(i * 3), top: top, capacity: 3, Strategy: strategy}
		fleet = append(fleet, c)
		in := make(chan view)
		inputs = append(inputs, in)
		wg.Add(1)
		go c.run(in, moves, &wg)
	}
	waits, rides := Histogram[int]{}, Histogram[Direction]{}
	arrived, born, total := 0, 0, 0
	var picture strings.Builder
	tick := 0
	for ; tick < 400 && (tick < 60 || arrived < born); tick++ {
		if tick < 60 && random.Intn(3) > 0 {
			p := &Passenger{id: born, from: Floor(random.Intn(int(top))), to: Floor(random.Intn(int(top))), born: tick}
			if p.from != p.to {
				born++
				waiting[p.from] = append(waiting[p.from], p)
			}
		}
		for _, in := range inputs {
			in <- view{tick, maps.Clone(waiting)}
		}
		results := make([]move, cars)
		for range cars {
			m := <-moves
			results[m.car.id] = m
		}
		for _, m := range results {
			for _, p := range m.left {
				arrived++
				total += tick - p.born
				rides.Add(p.direction())
			}
			c := m.car
			for len(waiting[c.at]) > 0 && len(c.riders) < c.capacity {
				p := waiting[c.at][0]
				waiting[c.at] = waiting[c.at][1:]
				p.picked = tick
				waits.Add((tick - p.born) / 5)
				c.riders = append(c.riders, p)
			}
		}
		if tick%25 == 24 {
			fmt.Fprintf(&picture, " %d:", tick)
			for _, c := range fleet {
				fmt.Fprintf(&picture, "%d%v%d", c.at, c.heading, len(c.riders))
			}
		}
	}
	for _, in := range inputs {
		close(in)
	}
	wg.Wait()
	moved := 0
	for _, c := range fleet {
		moved += c.moves
	}
	best, n := waits.Max()
	return fmt.Sprintf("%v: %d cars %d/%d in %d ticks, mean %.1f, moves %d, most wait %d-%d (%d), rides %v\n  %s", strategy, cars, arrived, born,
		tick, float64(total)/float64(max(arrived, 1)), moved, best*5, best*5+4, n, rides, picture.String())
}

func main() {
	for cars := 1; cars <= 3; cars++ {
		fmt.Println(simulate(4, cars, scan{"scan"}))
		fmt.Println(simulate(4, cars, nearest{scan{"scan"}}))
	}
}

// Output:
// scan: 1 cars 33/33 in 84 ticks, mean 17.0, moves 83, most wait 0-4 (8), rides map[v:16 ^:17]
//    24:3v3 49:6v3 74:5^2
// nearest over scan: 1 cars 33/33 in 91 ticks, mean 21.7, moves 90, most wait 0-4 (11), rides map[v:16 ^:17]
//    24:3v3 49:4v2 74:5v3
// scan: 2 cars 33/33 in 68 ticks, mean 7.5, moves 126, most wait 0-4 (27), rides map[v:16 ^:17]
//    24:2v22v2 49:3v13^2
// nearest over scan: 2 cars 33/33 in 68 ticks, mean 7.7, moves 127, most wait 0-4 (26), rides map[v:16 ^:17]
//    24:2v22v2 49:7^27^0
// scan: 3 cars 33/33 in 67 ticks, mean 6.6, moves 167, most wait 0-4 (29), rides map[v:16 ^:17]
//    24:1-02v23v1 49:3v15^14v0
// nearest over scan: 3 cars 33/33 in 63 ticks, mean 5.5, moves 159, most wait 0-4 (31), rides map[v:16 ^:17]
//    24:1-02v23v1 49:3v15v04v0
