package slog

import (
	"runtime"
	"slices"
	"time"
)

// inlineAttrs is how many attributes a Record has room for.
const inlineAttrs = 5

// Record is an event. Copies share attributes: Clone makes one that can be added to.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr // where it was logged; 0 if that is not known

	first [inlineAttrs]Attr
	used  int // of first
	more  []Attr
}

// NewRecord returns a Record without attributes.
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone returns a copy that shares nothing that can change.
func (r Record) Clone() Record {
	r.more = slices.Clip(r.more)
	return r
}

// NumAttrs returns the number of attributes.
func (r Record) NumAttrs() int { return r.used + len(r.more) }

// Attrs calls f for the attributes until it returns false.
func (r Record) Attrs(f func(Attr) bool) {
	for _, list := range [][]Attr{r.first[:r.used], r.more} {
		for _, a := range list {
			if !f(a) {
				return
			}
		}
	}
}

// AddAttrs adds attributes, but for empty groups.
func (r *Record) AddAttrs(attrs ...Attr) {
	for len(attrs) > 0 && r.used < len(r.first) {
		if !attrs[0].Value.isEmptyGroup() {
			r.first[r.used] = attrs[0]
			r.used++
		}
		attrs = attrs[1:]
	}
	if n := len(r.more); n < cap(r.more) && !r.more[:n+1][n].isEmpty() {
		r.more = append(slices.Clip(r.more), String("!BUG", "AddAttrs unsafely called on copy of Record made without using Record.Clone"))
	}
	r.more = slices.Grow(r.more, len(attrs)-emptyGroups(attrs))
	for _, a := range attrs {
		if !a.Value.isEmptyGroup() {
			r.more = append(r.more, a)
		}
	}
}

// Add adds what args stand for, as in Logger.Log, but for empty groups.
func (r *Record) Add(args ...any) {
	for len(args) > 0 {
		var a Attr
		a, args = cutAttr(args)
		switch {
		case a.Value.isEmptyGroup():
		case r.used < len(r.first):
			r.first[r.used] = a
			r.used++
		default:
			if r.more == nil {
				r.more = make([]Attr, 0, 1+countAttrs(args))
			}
			r.more = append(r.more, a)
		}
	}
}

// countAttrs returns how many attributes args stand for.
func countAttrs(args []any) (n int) {
	for i := 0; i < len(args); i++ {
		if _, isKey := args[i].(string); isKey {
			i++
		}
		n++
	}
	return n
}

// Source is a place in the source.
type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// Source returns where the event was logged, nil if that is not known.
func (r Record) Source() *Source {
	if r.PC == 0 {
		return nil
	}
	frame, _ := runtime.CallersFrames([]uintptr{r.PC}).Next()
	return &Source{frame.Function, frame.File, frame.Line}
}

// group returns what is known of s as a group.
func (s *Source) group() Value {
	var parts []Attr
	if s.Function != "" {
		parts = append(parts, String("function", s.Function))
	}
	if s.File != "" {
		parts = append(parts, String("file", s.File))
	}
	if s.Line != 0 {
		parts = append(parts, Int("line", s.Line))
	}
	return GroupValue(parts...)
}
