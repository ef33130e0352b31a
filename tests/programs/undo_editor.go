// run

// A text editor without a screen: a rope with persistent nodes, cursors, commands as an interface with undo and redo groups, macros,
// search by Boyer-Moore-Horspool, a command language with defer-protected transactions.
package main

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

type rope struct {
	left, right *rope
	text        string
	runes       int
	lines       int
	depth       int
}

func leaf(s string) *rope {
	return &rope{text: s, runes: utf8.RuneCountInString(s), lines: strings.Count(s, "\n")}
}

func join(a, b *rope) *rope {
	switch {
	case a == nil || a.runes == 0:
		return b
	case b == nil || b.runes == 0:
		return a
	case a.runes+b.runes <= 8 && a.left == nil && b.left == nil:
		return leaf(a.text + b.text)
	}
	r := &rope{left: a, right: b, runes: a.runes + b.runes, lines: a.lines + b.lines, depth: max(a.depth, b.depth) + 1}
	if r.depth > 12 {
		var leaves []*rope
		r.each(func(l *rope) bool { leaves = append(leaves, l); return true })
		return balance(leaves)
	}
	return r
}

func balance(leaves []*rope) *rope {
	if len(leaves) <= 1 {
		return append(leaves, leaf(""))[0]
	}
	m := len(leaves) / 2
	a, b := balance(leaves[:m]), balance(leaves[m:])
	return &rope{left: a, right: b, runes: a.runes + b.runes, lines: a.lines + b.lines, depth: max(a.depth, b.depth) + 1}
}

func (r *rope) each(yield func(*rope) bool) bool {
	if r == nil {
		return true
	}
	if r.left == nil {
		return yield(r)
	}
	return r.left.each(yield) && r.right.each(yield)
}

func (r *rope) split(at int) (a, b *rope) {
	switch {
	case r == nil || at <= 0:
		return nil, r
	case at >= r.runes:
		return r, nil
	case r.left == nil:
		i := 0
		for n := range r.text {
			if i == at {
				return leaf(r.text[:n]), leaf(r.text[n:])
			}
			i++
		}
	}
	if at < r.left.runes {
		x, y := r.left.split(at)
		return x, join(y, r.right)
	}
	x, y := r.right.split(at - r.left.runes)
	return join(r.left, x), y
}

func (r *rope) String() string {
	var b strings.Builder
	for l := range func(yield func(*rope) bool) { r.each(yield) } {
		b.WriteString(l.text)
	}
	return b.String()
}

func (r *rope) len() int {
	if r == nil {
		return 0
	}
	return r.runes
}

type Command interface {
	Do(*Editor) error
	Undo(*Editor)
}

type (
	insert struct {
		text string
		at   int
	}
	remove struct {
		n, at int
		gone  *rope
	}
	group struct {
		name string
		done []Command
	}
	replaceAll struct {
		old, new string
		*group
	}
	mapCase struct {
		f func(rune) rune
		*remove
		*insert
	}
)

type RangeError struct{ At, Len int }

func (e RangeError) Error() string { return fmt.Sprintf("position %d of %d", e.At, e.Len) }

func (c *insert) Do(e *Editor) error {
	if c.at > e.text.len() || c.at < 0 {
		return RangeError{c.at, e.text.len()}
	}
	a, b := e.text.split(c.at)
	e.text = join(join(a, leaf(c.text)), b)
	e.cursor = c.at + utf8.RuneCountInString(c.text)
	return nil
}

func (c *insert) Undo(e *Editor) {
	a, b := e.text.split(c.at)
	_, b = b.split(utf8.RuneCountInString(c.text))
	e.text, e.cursor = join(a, b), c.at
}

func (c *remove) Do(e *Editor) error {
	if c.at < 0 || c.at+c.n > e.text.len() {
		return RangeError{c.at + c.n, e.text.len()}
	}
	a, b := e.text.split(c.at)
	c.gone, b = b.split(c.n)
	e.text, e.cursor = join(a, b), c.at
	return nil
}

func (c *remove) Undo(e *Editor) {
	a, b := e.text.split(c.at)
	e.text, e.cursor = join(join(a, c.gone), b), c.at+c.gone.len()
}

func (g *group) Do(e *Editor) (err error) {
	for i, c := range g.done {
		if err := c.Do(e); err != nil {
			(&group{done: g.done[:i]}).Undo(e)
			return fmt.Errorf("%s, step %d: %w", g.name, i, err)
		}
	}
	return nil
}

func (g *group) Undo(e *Editor) {
	for i := len(g.done) - 1; i >= 0; i-- {
		g.done[i].Undo(e)
	}
}

func (r *replaceAll) Do(e *Editor) error {
	r.group = &group{name: "replace"}
	for at := e.find(r.old, 0); at >= 0; at = e.find(r.old, at+utf8.RuneCountInString(r.new)) {
		for _, c := range []Command{&remove{n: utf8.RuneCountInString(r.old), at: at}, &insert{r.new, at}} {
			if err := c.Do(e); err != nil {
				return err
			}
			r.done = append(r.done, c)
		}
	}
	if len(r.done) == 0 {
		return errors.New("nothing to replace")
	}
	return nil
}

func (m mapCase) Do(e *Editor) error {
	if err := m.remove.Do(e); err != nil {
		return err
	}
	m.insert.text, m.insert.at = strings.Map(m.f, m.gone.String()), m.remove.at
	return m.insert.Do(e)
}

func (m mapCase) Undo(e *Editor) { m.insert.Undo(e); m.remove.Undo(e) }

type Editor struct {
	text       *rope
	cursor     int
	undo, redo []Command
	open       *group
	macros     map[string][]string
	depth      int
}

func (e *Editor) find(pattern string, from int) int {
	text, p := []rune(e.text.String()), []rune(pattern)
	skip := map[rune]int{}
	for i, r := range p[:len(p)-1] {
		skip[r] = len(p) - 1 - i
	}
search:
	for at := from; at+len(p) <= len(text); {
		for i := len(p) - 1; i >= 0; i-- {
			if text[at+i] != p[i] {
				if s, ok := skip[text[at+len(p)-1]]; ok {
					at += s
				} else {
					at += len(p)
				}
				continue search
			}
		}
		return at
	}
	return -1
}

func (e *Editor) apply(c Command) error {
	if err := c.Do(e); err != nil {
		return err
	}
	if e.open != nil {
		e.open.done = append(e.open.done, c)
		return nil
	}
	e.undo, e.redo = append(e.undo, c), nil
	return nil
}

func (e *Editor) transaction(name string, f func() error) (err error) {
	outer := e.open
	e.open = &group{name: name}
	defer func() {
		g := e.open
		e.open = outer
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: %v", name, r)
		}
		if err != nil {
			g.Undo(e)
			return
		}
		if outer != nil {
			outer.done = append(outer.done, g)
		} else if len(g.done) > 0 {
			e.undo, e.redo = append(e.undo, g), nil
		}
	}()
	return f()
}

func (e *Editor) Run(line string) error {
	verb, rest, _ := strings.Cut(line, " ")
	switch verb {
	case "i":
		return e.apply(&insert{strings.ReplaceAll(rest, `\n`, "\n"), e.cursor})
	case "d":
		var n int
		if _, err := fmt.Sscanf(rest, "%d", &n); err != nil {
			return err
		}
		return e.apply(&remove{n: n, at: e.cursor})
	case "g":
		_, err := fmt.Sscan(rest, &e.cursor)
		return err
	case "/":
		at := e.find(rest, e.cursor)
		if at < 0 {
			return fmt.Errorf("no %q behind %d", rest, e.cursor)
		}
		e.cursor = at
	case "s":
		parts := strings.Split(rest, "/")
		return e.apply(&replaceAll{old: parts[0], new: parts[1]})
	case "up":
		return e.apply(mapCase{unicode.ToUpper, &remove{n: 5, at: e.cursor}, &insert{}})
	case "u", "r":
		from, to := &e.undo, &e.redo
		if verb == "r" {
			from, to = to, from
		}
		if len(*from) == 0 {
			return errors.New("nothing left")
		}
		c := (*from)[len(*from)-1]
		*from = (*from)[:len(*from)-1]
		*to = append(*to, c)
		if verb == "u" {
			c.Undo(e)
			return nil
		}
		return c.Do(e)
	case "m":
		name, body, _ := strings.Cut(rest, " ")
		e.macros[name] = strings.Split(body, ";")
	case "@":
		if e.depth++; e.depth > 5 {
			panic("macros nest too deep")
		}
		defer func() { e.depth-- }()
		return e.transaction(rest, func() error {
			for _, l := range e.macros[rest] {
				if err := e.Run(l); err != nil {
					return err
				}
			}
			return nil
		})
	default:
		return fmt.Errorf("what is %q?", verb)
	}
	return nil
}

func main() {
	e := &Editor{macros: map[string][]string{}}
	for _, line := range strings.Split(`i hello wörld, hello all
g 6
i brave\nnew 
u
r
/ hello
d 5
i goodbye
s hello/hi
s nothing/x
u
u
u
u
m twice g 0;i <<;/ w;i >>
@ twice
m bad i zzz;d 1000;i yyy
@ bad
m outer @ twice;/ world;d 2
@ outer
u
m loop i .;@ loop
@ loop
g 2
up
u
g 99
i x
d many
zap
/ nope`, "\n") {
		err := e.Run(line)
		fmt.Printf("%-28s %q %d", line, e.text, e.cursor)
		if err != nil {
			var re RangeError
			fmt.Print(" error: ", err, " ", errors.As(err, &re))
		}
		fmt.Println()
	}
	e.cursor = 0
	for i := range 60 {
		e.Run(fmt.Sprintf("i %c%d ", 'a'+i%26, i))
	}
	s := e.text.String()
	fmt.Println(e.text.depth <= 13, e.text.len() == utf8.RuneCountInString(s), e.text.lines == strings.Count(s, "\n"), len(e.undo))
	for e.Run("u") == nil {
	}
	fmt.Println(e.text.len(), len(e.redo))
}

// Output:
// i hello wörld, hello all     "hello wörld, hello all" 22
// g 6                          "hello wörld, hello all" 6
// i brave\nnew                 "hello brave\nnew wörld, hello all" 16
// u                            "hello wörld, hello all" 6
// r                            "hello brave\nnew wörld, hello all" 16
// / hello                      "hello brave\nnew wörld, hello all" 23
// d 5                          "hello brave\nnew wörld,  all" 23
// i goodbye                    "hello brave\nnew wörld, goodbye all" 30
// s hello/hi                   "hi brave\nnew wörld, goodbye all" 2
// s nothing/x                  "hi brave\nnew wörld, goodbye all" 2 error: nothing to replace false
// u                            "hello brave\nnew wörld, goodbye all" 5
// u                            "hello brave\nnew wörld,  all" 23
// u                            "hello brave\nnew wörld, hello all" 28
// u                            "hello wörld, hello all" 6
// m twice g 0;i <<;/ w;i >>    "hello wörld, hello all" 6
// @ twice                      "<<hello >>wörld, hello all" 10
// m bad i zzz;d 1000;i yyy     "<<hello >>wörld, hello all" 10
// @ bad                        "<<hello >>wörld, hello all" 10 error: position 1013 of 29 true
// m outer @ twice;/ world;d 2  "<<hello >>wörld, hello all" 10
// @ outer                      "<<hello >>wörld, hello all" 0 error: no "world" behind 14 false
// u                            "hello wörld, hello all" 0
// m loop i .;@ loop            "hello wörld, hello all" 0
// @ loop                       "hello wörld, hello all" 0 error: loop: macros nest too deep false
// g 2                          "hello wörld, hello all" 2
// up                           "heLLO Wörld, hello all" 7
// u                            "hello wörld, hello all" 7
// g 99                         "hello wörld, hello all" 99
// i x                          "hello wörld, hello all" 99 error: position 99 of 22 true
// d many                       "hello wörld, hello all" 99 error: expected integer false
// zap                          "hello wörld, hello all" 99 error: what is "zap"? false
// / nope                       "hello wörld, hello all" 99 error: no "nope" behind 99 false
// true true true 15
// 0 15
