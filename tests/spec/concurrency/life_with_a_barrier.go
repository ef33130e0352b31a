// run
package main

import (
	"fmt"
	"strings"
	"sync"
)

// The game of life, rows shared out among goroutines that meet at a barrier after each half of a step.

type barrier struct {
	mu      sync.Mutex
	cond    *sync.Cond
	parties int
	waiting int
	round   int
	action  func(round int)
}

func newBarrier(parties int, action func(round int)) *barrier {
	b := &barrier{parties: parties, action: action}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *barrier) wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	round := b.round
	if b.waiting++; b.waiting == b.parties {
		b.action(round)
		b.waiting = 0
		b.round++
		b.cond.Broadcast()
		return
	}
	for b.round == round {
		b.cond.Wait()
	}
}

type field struct {
	w, h  int
	cells []bool
}

func parse(text string) *field {
	rows := strings.Fields(text)
	f := &field{w: len(rows[0]), h: len(rows)}
	for _, row := range rows {
		for _, c := range row {
			f.cells = append(f.cells, c == '#')
		}
	}
	return f
}

func (f *field) at(x, y int) int {
	if f.cells[(y+f.h)%f.h*f.w+(x+f.w)%f.w] {
		return 1
	}
	return 0
}

func (f *field) next(x, y int) bool {
	n := 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if dx != 0 || dy != 0 {
				n += f.at(x+dx, y+dy)
			}
		}
	}
	return n == 3 || n == 2 && f.at(x, y) == 1
}

func (f *field) String() string {
	var b strings.Builder
	for y := range f.h {
		for x := range f.w {
			b.WriteByte(".#"[f.at(x, y)])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func (f *field) alive() (n int) {
	for _, c := range f.cells {
		if c {
			n++
		}
	}
	return n
}

func play(text string, workers, steps int) (*field, []int) {
	now := parse(text)
	then := &field{now.w, now.h, make([]bool, len(now.cells))}
	var history []int
	b := newBarrier(workers, func(round int) {
		if round%2 == 0 {
			now, then = then, now
			history = append(history, now.alive())
		}
	})
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for range steps {
				for y := w; y < now.h; y += workers {
					for x := range now.w {
						then.cells[y*now.w+x] = now.next(x, y)
					}
				}
				b.wait() // all have written: the fields change places
				b.wait() // all have seen it
			}
		})
	}
	wg.Wait()
	return now, history
}

func main() {
	glider := `
.#........
..#.......
###.......
..........
.......##.
.......##.
..........`
	var last string
	for _, workers := range []int{1, 2, 5} {
		f, history := play(glider, workers, 12)
		if last != "" && last != f.String() {
			panic("differs")
		}
		last = f.String()
		fmt.Println(workers, history)
	}
	fmt.Print(last)
}

// Output:
// 1 [9 9 9 9 9 9 9 9 9 9 9 11]
// 2 [9 9 9 9 9 9 9 9 9 9 9 11]
// 5 [9 9 9 9 9 9 9 9 9 9 9 11]
// ..........
// ..........
// ..........
// ....#.....
// .....####.
// ...######.
// ..........
