// run

// A small game: entities made of components in generic tables, systems as functions over component sets, a map with line of sight, path
// finding, seeded randomness, events, saving and loading through JSON and gob-like binary, ASCII output.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
)

type ID uint32

type Vec struct{ X, Y int }

func (v Vec) Add(o Vec) Vec                { return Vec{v.X + o.X, v.Y + o.Y} }
func (v Vec) Dist(o Vec) float64           { return math.Hypot(float64(v.X-o.X), float64(v.Y-o.Y)) }
func (v *Vec) Move(d Vec)                  { *v = v.Add(d) }
func (v Vec) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "%d,%d", v.X, v.Y), nil }
func (v *Vec) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "%d,%d", &v.X, &v.Y)
	return err
}

var directions = [...]Vec{{0, -1}, {1, 0}, {0, 1}, {-1, 0}}

type Table[C any] struct {
	index map[ID]int
	ids   []ID
	data  []C
}

func NewTable[C any]() *Table[C] { return &Table[C]{index: map[ID]int{}} }

func (t *Table[C]) Set(id ID, c C) *C {
	if i, ok := t.index[id]; ok {
		t.data[i] = c
		return &t.data[i]
	}
	t.index[id] = len(t.data)
	t.ids, t.data = append(t.ids, id), append(t.data, c)
	return &t.data[len(t.data)-1]
}

func (t *Table[C]) Get(id ID) *C {
	if i, ok := t.index[id]; ok {
		return &t.data[i]
	}
	return nil
}

func (t *Table[C]) Remove(id ID) {
	i, ok := t.index[id]
	if !ok {
		return
	}
	last := len(t.data) - 1
	t.data[i], t.ids[i] = t.data[last], t.ids[last]
	t.index[t.ids[i]] = i
	var zero C
	t.data[last] = zero
	t.data, t.ids = t.data[:last], t.ids[:last]
	delete(t.index, id)
}

func (t *Table[C]) has(id ID) bool { _, ok := t.index[id]; return ok }

type column interface {
	Remove(ID)
	has(ID) bool
}

type (
	Body struct {
		Glyph rune
		At    Vec
	}
	Fighter struct {
		HP, Max int
		Attack  func(*World, ID, ID) int `json:"-"`
	}
	Brain interface {
		Think(w *World, self ID) Vec
	}
	Hunter struct{ sees float64 }
	Wander struct{ bias Vec }
	Still  struct{}
)

type World struct {
	width, height int
	walls         []uint64
	bodies        *Table[Body]
	fighters      *Table[Fighter]
	brains        *Table[Brain]
	columns       []column
	next          ID
	random        *rand.Rand
	log           []string
	player        ID
	listeners     map[string][]func(...any)
}

func (w *World) on(event string, f func(...any)) { w.listeners[event] = append(w.listeners[event], f) }

func (w *World) fire(event string, args ...any) {
	for _, f := range w.listeners[event] {
		f(args...)
	}
}

func (w *World) wall(v Vec) bool {
	if v.X < 0 || v.Y < 0 || v.X >= w.width || v.Y >= w.height {
		return true
	}
	return w.walls[v.Y]>>v.X&1 == 1
}

func (w *World) at(v Vec) (ID, bool) {
	for i, b := range w.bodies.data {
		if b.At == v {
			return w.bodies.ids[i], true
		}
	}
	return 0, false
}

func (w *World) sees(a, b Vec) bool {
	steps := max(abs(b.X-a.X), abs(b.Y-a.Y))
	for i := 1; i < steps; i++ {
		f := float64(i) / float64(steps)
		p := Vec{int(math.Round(float64(a.X) + f*float64(b.X-a.X))), int(math.Round(float64(a.Y) + f*float64(b.Y-a.Y)))}
		if w.wall(p) {
			return false
		}
	}
	return true
}

func abs[T ~int | ~float64](x T) T {
	if x < 0 {
		return -x
	}
	return x
}

func (w *World) path(from, to Vec) []Vec {
	type step struct {
		at   Vec
		prev *step
		cost int
	}
	queue := []*step{{at: from}}
	seen := map[Vec]bool{from: true}
	for len(queue) > 0 {
		slices.SortStableFunc(queue, func(a, b *step) int {
			return cmp.Compare(float64(a.cost)+a.at.Dist(to), float64(b.cost)+b.at.Dist(to))
		})
		s := queue[0]
		queue = queue[1:]
		if s.at == to {
			var out []Vec
			for ; s.prev != nil; s = s.prev {
				out = append(out, s.at)
			}
			slices.Reverse(out)
			return out
		}
		for _, d := range directions {
			if n := s.at.Add(d); !w.wall(n) && !seen[n] {
				seen[n] = true
				queue = append(queue, &step{n, s, s.cost + 1})
			}
		}
	}
	return nil
}

func (h Hunter) Think(w *World, self ID) Vec {
	me, prey := w.bodies.Get(self), w.bodies.Get(w.player)
	if prey == nil || me.At.Dist(prey.At) > h.sees || !w.sees(me.At, prey.At) {
		return Vec{}
	}
	if p := w.path(me.At, prey.At); len(p) > 0 {
		return Vec{p[0].X - me.At.X, p[0].Y - me.At.Y}
	}
	return Vec{}
}

func (b *Wander) Think(w *World, self ID) Vec {
	if w.random.IntN(4) == 0 {
		b.bias = directions[w.random.IntN(len(directions))]
	}
	return b.bias
}

func (Still) Think(*World, ID) Vec { return Vec{} }

func (w *World) spawn(glyph rune, at Vec, hp int, brain Brain) ID {
	w.next++
	id := w.next
	w.bodies.Set(id, Body{glyph, at})
	if hp > 0 {
		w.fighters.Set(id, Fighter{HP: hp, Max: hp, Attack: func(w *World, a, b ID) int {
			return 1 + w.random.IntN(3) + bits.OnesCount(uint(a))
		}})
	}
	if brain != nil {
		w.brains.Set(id, brain)
	}
	return id
}

func (w *World) tick() {
	for _, id := range slices.Clone(w.brains.ids) {
		brain := w.brains.Get(id)
		if brain == nil {
			continue
		}
		d := (*brain).Think(w, id)
		if d == (Vec{}) {
			continue
		}
		body := w.bodies.Get(id)
		target := body.At.Add(d)
		switch other, ok := w.at(target); {
		case ok && w.fighters.has(other) && w.fighters.has(id):
			f := w.fighters.Get(other)
			damage := w.fighters.Get(id).Attack(w, id, other)
			f.HP -= damage
			w.fire("hit", id, other, damage)
			if f.HP <= 0 {
				for _, c := range w.columns {
					c.Remove(other)
				}
				w.fire("death", other)
			}
		case !ok && !w.wall(target):
			body.At.Move(d)
		}
	}
}

func (w *World) draw(out io.Writer) {
	buf := bufio.NewWriter(out)
	defer buf.Flush()
	for y := range w.height {
		for x := range w.width {
			v := Vec{x, y}
			switch id, ok := w.at(v); {
			case ok:
				buf.WriteRune(w.bodies.Get(id).Glyph)
			case w.wall(v):
				buf.WriteByte('#')
			default:
				buf.WriteByte('.')
			}
		}
		buf.WriteByte('\n')
	}
}

func load(text string, seed uint64) *World {
	w := &World{bodies: NewTable[Body](), fighters: NewTable[Fighter](), brains: NewTable[Brain](), random: rand.New(rand.NewPCG(seed, 7)),
		listeners: map[string][]func(...any){}}
	w.columns = []column{w.bodies, w.fighters, w.brains}
	for y, line := range strings.Split(strings.TrimSpace(text), "\n") {
		w.walls = append(w.walls, 0)
		w.width, w.height = len(line), y+1
		for x, c := range line {
			at := Vec{x, y}
			switch c {
			case '#':
				w.walls[y] |= 1 << x
			case '@':
				w.player = w.spawn(c, at, 20, &Wander{directions[1]})
			case 'g':
				w.spawn(c, at, 6, Hunter{9})
			case 'r':
				w.spawn(c, at, 3, &Wander{})
			case 'o':
				w.spawn(c, at, 0, Still{})
			}
		}
	}
	w.on("hit", func(args ...any) {
		w.log = append(w.log, fmt.Sprintf("%v hits %v for %d", args...))
	})
	w.on("death", func(args ...any) { w.log = append(w.log, fmt.Sprint(args[0], " dies")) })
	return w
}

const level = `
##############
#@...#....r..#
#....#..##...#
#....g...#.g.#
#.o..#...#...#
#........#..r#
##############`

func main() {
	w := load(level, 3)
	fmt.Println(len(w.path(Vec{1, 1}, Vec{12, 5})), w.path(Vec{1, 1}, Vec{0, 0}), w.sees(Vec{1, 1}, Vec{8, 1}), w.sees(Vec{1, 1}, Vec{4, 5}))
	for turn := range 30 {
		w.tick()
		if turn%10 == 9 {
			w.draw(&indent{prefix: fmt.Sprintf("%2d ", turn)})
		}
	}
	fmt.Println(strings.Join(w.log, "; "))
	out, err := json.Marshal(map[string]any{"bodies": w.bodies.data, "fighters": w.fighters.data, "player": w.bodies.Get(w.player)})
	fmt.Println(string(out), err)
	var back struct {
		Bodies   []Body
		Fighters []*Fighter
		Player   *Body
	}
	dec := json.NewDecoder(bytes.NewReader(out))
	fmt.Println(dec.Decode(&back), slices.Equal(back.Bodies, w.bodies.data), len(back.Fighters), back.Player != nil)
	var other Vec
	fmt.Println(json.Unmarshal([]byte(`"7;8"`), &other), other)
}

type indent struct {
	prefix string
	buf    []byte
}

func (i *indent) Write(p []byte) (int, error) {
	for _, line := range bytes.SplitAfter(p, []byte("\n")) {
		if len(line) > 0 {
			fmt.Printf("%s%s", i.prefix, line)
		}
	}
	return len(p), nil
}

// Output:
// 19 [] false true
//  9 ##############
//  9 #...@#....r..#
//  9 #....#..##...#
//  9 #........#.g.#
//  9 #.o..#...#...#
//  9 #........#.r.#
//  9 ##############
// 19 ##############
// 19 #.@..#..r....#
// 19 #....#..##...#
// 19 #........#.gr#
// 19 #.o..#...#...#
// 19 #........#...#
// 19 ##############
// 29 ##############
// 29 #....#...r..r#
// 29 #....#..##...#
// 29 #.@......#.g.#
// 29 #.o..#...#...#
// 29 #........#...#
// 29 ##############
// 3 hits 1 for 3; 1 hits 3 for 4; 3 hits 1 for 5; 1 hits 3 for 3; 3 dies
// {"bodies":[{"Glyph":64,"At":"2,3"},{"Glyph":114,"At":"9,1"},{"Glyph":114,"At":"12,1"},{"Glyph":103,"At":"11,3"},{"Glyph":111,"At":"2,4"}],"fighters":[{"HP":12,"Max":20},{"HP":3,"Max":3},{"HP":3,"Max":3},{"HP":6,"Max":6}],"player":{"Glyph":64,"At":"2,3"}} <nil>
// <nil> true 4 true
// input does not match format {7 0}
