// run

// State machines in four styles: a table keyed by structs, functions that return the next function, types with embedded defaults, and a
// generic machine with guards, history and hierarchical states; a JSON tokenizer and a traffic of events drive them.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type State uint8
type Input rune

const (
	Locked State = iota + 1
	Unlocked
	Broken
	lastState = iota
)

var names = [...]string{Locked: "locked", Unlocked: "unlocked", Broken: "broken"}

func (s State) String() string {
	if int(s) < len(names) && names[s] != "" {
		return names[s]
	}
	return fmt.Sprintf("State(%d)", uint8(s))
}

type key struct {
	State
	Input
}

var turnstile = map[key]State{
	{Locked, 'c'}: Unlocked, {Locked, 'p'}: Locked, {Unlocked, 'c'}: Unlocked, {Unlocked, 'p'}: Locked,
	{Locked, 'k'}: Broken, {Unlocked, 'k'}: Broken,
}

// Functions: classifies numbers.
type step func(r rune) (step, error)

var errNumber = errors.New("not a number")

func start(r rune) (step, error) {
	switch {
	case r == '-' || r == '+':
		return sign, nil
	case r >= '0' && r <= '9':
		return integer, nil
	}
	return nil, fmt.Errorf("%w: starts with %q", errNumber, r)
}

func sign(r rune) (step, error) {
	if r < '0' || r > '9' {
		return nil, fmt.Errorf("%w: %q behind the sign", errNumber, r)
	}
	return integer, nil
}

func integer(r rune) (step, error) {
	switch {
	case r >= '0' && r <= '9':
		return integer, nil
	case r == '.':
		return fraction, nil
	case r == 'e', r == 'E':
		return func(r rune) (step, error) { return start(r) }, nil
	case r == 0:
		return nil, nil
	}
	return nil, errNumber
}

func fraction(r rune) (step, error) {
	if r == '.' {
		return nil, fmt.Errorf("%w: two points", errNumber)
	}
	return integer(r)
}

func classify(s string) (n int, err error) {
	at := step(start)
	for _, r := range s + "\x00" {
		if at, err = at(r); err != nil || at == nil {
			return
		}
		n++
	}
	return
}

// Types: a connection whose states answer only what they can.
type conn struct {
	state connState
	log   []string
}

type connState interface {
	open(*conn) error
	send(*conn, string) error
	close(*conn) error
	fmt.Stringer
}

type illegal struct{ name string }

func (i illegal) String() string           { return i.name }
func (i illegal) open(*conn) error         { return &transitionError{"open", i} }
func (i illegal) send(*conn, string) error { return &transitionError{"send", i} }
func (i illegal) close(*conn) error        { return &transitionError{"close", i} }

type transitionError struct {
	action string
	in     fmt.Stringer
}

func (e *transitionError) Error() string { return "cannot " + e.action + " when " + e.in.String() }

type closed struct{ illegal }
type opened struct {
	illegal
	sent int
}
type halfClosed struct{ *opened }

func (closed) open(c *conn) error { c.enter(&opened{illegal: illegal{"open"}}); return nil }
func (o *opened) send(c *conn, s string) error {
	o.sent += len(s)
	return nil
}
func (o *opened) close(c *conn) error { c.enter(halfClosed{o}); return nil }
func (h halfClosed) String() string   { return fmt.Sprintf("half closed after %d", h.sent) }
func (h halfClosed) close(c *conn) error {
	c.enter(closed{illegal{"closed"}})
	return nil
}
func (c *conn) enter(s connState) { c.state = s; c.log = append(c.log, s.String()) }

// Generic: states of any comparable type, nested.
type Event interface{ ~string | ~int }

type Edge[S comparable, E Event, C any] struct {
	From  S
	On    E
	To    S
	Guard func(*C, E) bool
	Do    func(*C, E)
}

type Machine[S comparable, E Event, C any] struct {
	Context C
	at      S
	parent  map[S]S
	edges   map[S]map[E][]Edge[S, E, C]
	enter   map[S]func(*C)
	leave   map[S]func(*C)
	visits  map[S]int
}

func NewMachine[S comparable, E Event, C any](at S, context C, edges ...Edge[S, E, C]) *Machine[S, E, C] {
	m := &Machine[S, E, C]{Context: context, at: at, parent: map[S]S{}, edges: map[S]map[E][]Edge[S, E, C]{},
		enter: map[S]func(*C){}, leave: map[S]func(*C){}, visits: map[S]int{at: 1}}
	for _, e := range edges {
		on := m.edges[e.From]
		if on == nil {
			on = map[E][]Edge[S, E, C]{}
			m.edges[e.From] = on
		}
		on[e.On] = append(on[e.On], e)
	}
	return m
}

func (m *Machine[S, E, C]) ancestors(s S) (out []S) {
	for ok := true; ok; s, ok = m.parent[s] {
		out = append(out, s)
		if _, more := m.parent[s]; !more {
			return
		}
	}
	return
}

func (m *Machine[S, E, C]) Fire(e E) bool {
	for _, from := range m.ancestors(m.at) {
		for _, edge := range m.edges[from][e] {
			if edge.Guard != nil && !edge.Guard(&m.Context, e) {
				continue
			}
			target := m.ancestors(edge.To)
			inside := func(s S) bool {
				for _, t := range target {
					if t == s {
						return true
					}
				}
				return false
			}
			for _, s := range m.ancestors(m.at) {
				if f := m.leave[s]; f != nil && !inside(s) {
					f(&m.Context)
				}
			}
			if edge.Do != nil {
				edge.Do(&m.Context, e)
			}
			if f := m.enter[edge.To]; f != nil {
				f(&m.Context)
			}
			m.at = edge.To
			m.visits[m.at]++
			return true
		}
	}
	return false
}

type machineContext struct {
	coins int
	log   strings.Builder
}

func main() {
	s := Locked
	for _, r := range "ppccpkcx" {
		next, ok := turnstile[key{s, Input(r)}]
		fmt.Printf("%c:%v->%v(%t) ", r, s, next, ok)
		if ok {
			s = next
		}
	}
	fmt.Println(lastState, State(9))

	for _, text := range []string{"12", "-3.5e+10", "+", "1.2.3", "x", "1e", "--1", "7a"} {
		n, err := classify(text)
		fmt.Println(text, n, err, errors.Is(err, errNumber))
	}

	c := &conn{}
	c.enter(closed{illegal{"closed"}})
	for _, err := range []error{c.state.send(c, "x"), c.state.open(c), c.state.open(c), c.state.send(c, "hello"), c.state.close(c),
		c.state.send(c, "still"), c.state.close(c), c.state.close(c)} {
		var te *transitionError
		fmt.Print(err, " ", errors.As(err, &te), "; ")
	}
	fmt.Println(strings.Join(c.log, " > "))

	type E = Edge[string, string, machineContext]
	note := func(text string) func(*machineContext) {
		return func(c *machineContext) { fmt.Fprintf(&c.log, "%s(%d) ", text, c.coins) }
	}
	m := NewMachine("idle", machineContext{},
		E{"on", "power", "off", nil, nil},
		E{"off", "power", "idle", nil, nil},
		E{From: "idle", On: "coin", To: "paid", Do: func(c *machineContext, _ string) { c.coins++ }},
		E{From: "paid", On: "coin", To: "paid", Do: func(c *machineContext, _ string) { c.coins++ }},
		E{From: "paid", On: "push", To: "serving", Guard: func(c *machineContext, _ string) bool { return c.coins >= 2 }, Do: func(c *machineContext, _ string) { c.coins -= 2 }},
		E{From: "paid", On: "push", To: "paid", Do: func(c *machineContext, _ string) { c.log.WriteString("more! ") }},
		E{From: "serving", On: "done", To: "idle"},
	)
	m.parent = map[string]string{"idle": "on", "busy": "on", "paid": "busy", "serving": "busy"}
	m.enter["serving"], m.leave["busy"], m.leave["on"], m.enter["off"] = note("serve"), note("rest"), note("down"), (*machineContext).shut
	var refused []string
	for e := range strings.FieldsSeq("push coin push coin coin push done power coin power coin power") {
		if !m.Fire(e) {
			refused = append(refused, e)
		}
	}
	fmt.Println(m.at, refused, m.Context.coins)
	fmt.Println(m.Context.log.String())
	var visits []string
	for s, n := range m.visits {
		visits = append(visits, fmt.Sprint(s, n))
	}
	sort.Strings(visits)
	fmt.Println(visits)
	numbers := NewMachine[[2]bool, int](([2]bool{}), struct{}{}, Edge[[2]bool, int, struct{}]{From: [2]bool{}, On: 1, To: [2]bool{true, false}})
	fmt.Println(numbers.Fire(2), numbers.Fire(1), numbers.Fire(1), numbers.at)
}

func (c *machineContext) shut() { fmt.Fprintf(&c.log, "off(%d) ", c.coins) }

// Output:
// p:locked->locked(true) p:locked->locked(true) c:locked->unlocked(true) c:unlocked->unlocked(true) p:unlocked->locked(true) k:locked->broken(true) c:broken->State(0)(false) x:broken->State(0)(false) 3 State(9)
// 12 2 <nil> false
// -3.5e+10 8 <nil> false
// + 1 not a number: '\x00' behind the sign true
// 1.2.3 5 <nil> false
// x 0 not a number: starts with 'x' true
// 1e 2 not a number: starts with '\x00' true
// --1 1 not a number: '-' behind the sign true
// 7a 1 not a number true
// cannot send when closed true; <nil> false; cannot open when open true; <nil> false; <nil> false; <nil> false; <nil> false; cannot close when closed true; closed > open > half closed after 5 > closed
// off [push coin] 2
// more! serve(1) rest(1) down(1) off(1) rest(2) down(2) off(2)
// [idle3 off2 paid5 serving1]
// false true false [true false]
