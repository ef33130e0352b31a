// run

// Search: sudoku by exact cover with dancing links, queens with bit masks and iterators, knapsack by dynamic programming, a word square,
// subsets and permutations as sequences; parallel search that stops at the first solution.
package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/bits"
	"slices"
	"strings"
	"sync"
)

type link struct {
	left, right, up, down *link
	column                *column
	row                   int
}

type column struct {
	link
	size int
}

type Cover struct {
	head    column
	columns []*column
	chosen  []int
	steps   int
}

func NewCover(n int) *Cover {
	c := &Cover{}
	c.head.left, c.head.right = &c.head.link, &c.head.link
	for range n {
		col := &column{}
		l := &col.link
		l.up, l.down, l.column = l, l, col
		l.left, l.right = c.head.left, &c.head.link
		l.left.right, l.right.left = l, l
		c.columns = append(c.columns, col)
	}
	return c
}

func (c *Cover) Row(row int, columns ...int) {
	var first *link
	for _, i := range columns {
		col := c.columns[i]
		l := &link{column: col, row: row, up: col.up, down: &col.link}
		l.up.down, l.down.up = l, l
		col.size++
		if first == nil {
			first, l.left, l.right = l, l, l
		} else {
			l.left, l.right = first.left, first
			l.left.right, l.right.left = l, l
		}
	}
}

func (c *column) cover() {
	c.right.left, c.left.right = c.left, c.right
	for i := c.down; i != &c.link; i = i.down {
		for j := i.right; j != i; j = j.right {
			j.down.up, j.up.down = j.up, j.down
			j.column.size--
		}
	}
}

func (c *column) uncover() {
	for i := c.up; i != &c.link; i = i.up {
		for j := i.left; j != i; j = j.left {
			j.column.size++
			j.down.up, j.up.down = j, j
		}
	}
	c.right.left, c.left.right = &c.link, &c.link
}

func (c *Cover) Solutions(yield func([]int) bool) {
	c.search(yield)
}

func (c *Cover) search(yield func([]int) bool) bool {
	c.steps++
	if c.head.right == &c.head.link {
		return yield(slices.Clone(c.chosen))
	}
	best := c.head.right.column
	for l := c.head.right; l != &c.head.link; l = l.right {
		if l.column.size < best.size {
			best = l.column
		}
	}
	best.cover()
	defer best.uncover()
	for r := best.down; r != &best.link; r = r.down {
		c.chosen = append(c.chosen, r.row)
		for j := r.right; j != r; j = j.right {
			j.column.cover()
		}
		more := c.search(yield)
		for j := r.left; j != r; j = j.left {
			j.column.uncover()
		}
		c.chosen = c.chosen[:len(c.chosen)-1]
		if !more {
			return false
		}
	}
	return true
}

var ErrClue = errors.New("clues contradict")

func sudoku(puzzle string) (solutions []string, steps int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrClue, r)
		}
	}()
	c := NewCover(324)
	rowsOf := map[int]*link{}
	for cell := range 81 {
		y, x := cell/9, cell%9
		for d := range 9 {
			row := cell*9 + d
			c.Row(row, cell, 81+y*9+d, 162+x*9+d, 243+(y/3*3+x/3)*9+d)
			rowsOf[row] = c.columns[cell].up
		}
	}
	covered := map[*column]bool{}
	var grid [81]byte
	for i, ch := range puzzle {
		grid[i] = byte(ch)
		if ch == '.' {
			continue
		}
		l := rowsOf[i*9+int(ch-'1')]
		for j, first := l, true; first || j != l; j, first = j.right, false {
			if covered[j.column] {
				panic(fmt.Sprintf("%c at %d", ch, i))
			}
			covered[j.column] = true
			j.column.cover()
		}
	}
	for s := range c.Solutions {
		for _, row := range s {
			grid[row/9] = byte('1' + row%9)
		}
		if solutions = append(solutions, string(grid[:])); len(solutions) == 2 {
			break
		}
	}
	return solutions, c.steps, nil
}

func queens(n int) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		board := make([]int, 0, n)
		all := uint(1)<<n - 1
		var place func(columns, left, right uint) bool
		place = func(columns, left, right uint) bool {
			if columns == all {
				return yield(board)
			}
			for free := all &^ (columns | left | right); free != 0; free &= free - 1 {
				bit := free & -free
				board = append(board, bits.TrailingZeros(bit))
				if !place(columns|bit, (left|bit)<<1, (right|bit)>>1) {
					return false
				}
				board = board[:len(board)-1]
			}
			return true
		}
		place(0, 0, 0)
	}
}

func permutations[T any](s []T) iter.Seq2[int, []T] {
	return func(yield func(int, []T) bool) {
		s := slices.Clone(s)
		n := 0
		counters := make([]int, len(s))
		if !yield(n, s) {
			return
		}
		for i := 0; i < len(s); {
			if counters[i] >= i {
				counters[i] = 0
				i++
				continue
			}
			j := counters[i] * (i & 1)
			s[j], s[i] = s[i], s[j]
			if n++; !yield(n, s) {
				return
			}
			counters[i]++
			i = 0
		}
	}
}

func knapsack[W ~int](limit W, items map[string]struct{ weight, value W }) (best W, names []string) {
	keys := slices.Sorted(func(yield func(string) bool) {
		for k := range items {
			if !yield(k) {
				return
			}
		}
	})
	table := make([][]W, len(keys)+1)
	for i := range table {
		table[i] = make([]W, limit+1)
		if i == 0 {
			continue
		}
		it := items[keys[i-1]]
		for w := range limit + 1 {
			table[i][w] = table[i-1][w]
			if it.weight <= w {
				table[i][w] = max(table[i][w], table[i-1][w-it.weight]+it.value)
			}
		}
	}
	w := limit
	for i := len(keys); i > 0; i-- {
		if table[i][w] != table[i-1][w] {
			names = append(names, keys[i-1])
			w -= items[keys[i-1]].weight
		}
	}
	return table[len(keys)][limit], names
}

func firstOf[T any](ctx context.Context, searches ...func(context.Context) (T, bool)) (winner T, ok bool) {
	ctx, cancel := context.WithCancel(ctx)
	found := make(chan T)
	var wg sync.WaitGroup
	for _, s := range searches {
		wg.Go(func() {
			if v, ok := s(ctx); ok {
				select {
				case found <- v:
				case <-ctx.Done():
				}
			}
		})
	}
	go func() { wg.Wait(); close(found) }()
	winner, ok = <-found
	cancel()
	for range found {
	}
	return
}

func main() {
	for _, p := range []string{
		"53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
		"..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9"[:30] + strings.Repeat(".", 51),
		"55" + strings.Repeat(".", 79),
		"1234567892345678913456789124567891235678912346789123457891234568912345679........",
	} {
		solutions, steps, err := sudoku(p)
		fmt.Println(len(solutions), steps > 0, err, errors.Is(err, ErrClue))
		if len(solutions) == 1 {
			fmt.Println(solutions[0])
		}
	}
	for n := 4; n <= 7; n++ {
		count := 0
		var first []int
		for q := range queens(n) {
			if count == 0 {
				first = slices.Clone(q)
			}
			count++
		}
		fmt.Println(n, count, first)
	}
	seen := map[string]int{}
	for i, p := range permutations([]rune("abcd")) {
		seen[string(p)] = i
		if i == 23 {
			fmt.Println(len(seen), string(p))
		}
	}
	type kg int
	fmt.Println(knapsack(kg(10), map[string]struct{ weight, value kg }{"tent": {5, 10}, "stove": {4, 40}, "rope": {6, 30}, "map": {1, 5}, "lamp": {3, 50}}))

	even := func(ctx context.Context) ([]int, bool) {
		for q := range queens(6) {
			if ctx.Err() != nil {
				return nil, false
			}
			if q[0] == 1 {
				return slices.Clone(q), true
			}
		}
		return nil, false
	}
	never := func(ctx context.Context) ([]int, bool) { <-ctx.Done(); return nil, true }
	none := func(context.Context) ([]int, bool) { return nil, false }
	fmt.Println(firstOf(context.Background(), never, even, none))
	fmt.Println(firstOf(context.Background(), none, none))
}

// Output:
// 1 true <nil> false
// 534678912672195348198342567859761423426853791713924856961537284287419635345286179
// 2 true <nil> false
// 0 false clues contradict: 5 at 1 true
// 0 false clues contradict: 2 at 9 true
// 4 2 [1 3 0 2]
// 5 10 [0 2 4 1 3]
// 6 4 [1 3 5 0 2 4]
// 7 40 [0 2 4 6 1 3 5]
// 24 bcda
// 95 [stove map lamp]
// [1 3 5 0 2 4] true
// [] false
