// Package slogtest tests what is a slog.Handler.
package slogtest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"runtime"
	"testing"
	"time"
)

// example is one event and what a handler should make of it.
type example struct {
	name   string
	rule   string // what it shows, and where
	log    func(*slog.Logger)
	change func(*slog.Record) // before the handler gets it
	checks []check
}

// check says what is wrong with the output of an event, "" if nothing is.
type check func(map[string]any) string

// resolved is a value that says another.
type resolved struct{ v any }

func (r *resolved) LogValue() slog.Value { return slog.AnyValue(r.v) }

func (r *resolved) String() string { return fmt.Sprintf("<replace(%v)>", r.v) }

var examples = []example{
	{
		name:   "built-ins",
		rule:   here("this test expects slog.TimeKey, slog.LevelKey and slog.MessageKey"),
		log:    func(l *slog.Logger) { l.Info("message") },
		checks: []check{has(slog.TimeKey), has(slog.LevelKey), is(slog.MessageKey, "message")},
	},
	{
		name:   "attrs",
		rule:   here("a Handler should output attributes passed to the logging function"),
		log:    func(l *slog.Logger) { l.Info("message", "k", "v") },
		checks: []check{is("k", "v")},
	},
	{
		name:   "empty-attr",
		rule:   here("a Handler should ignore an empty Attr"),
		log:    func(l *slog.Logger) { l.Info("msg", "a", "b", "", nil, "c", "d") },
		checks: []check{is("a", "b"), hasNot(""), is("c", "d")},
	},
	{
		name:   "zero-time",
		rule:   here("a Handler should ignore a zero Record.Time"),
		log:    func(l *slog.Logger) { l.Info("msg", "k", "v") },
		change: func(r *slog.Record) { r.Time = time.Time{} },
		checks: []check{hasNot(slog.TimeKey)},
	},
	{
		name:   "WithAttrs",
		rule:   here("a Handler should include the attributes from the WithAttrs method"),
		log:    func(l *slog.Logger) { l.With("a", "b").Info("msg", "k", "v") },
		checks: []check{is("a", "b"), is("k", "v")},
	},
	{
		name:   "groups",
		rule:   here("a Handler should handle Group attributes"),
		log:    func(l *slog.Logger) { l.Info("msg", "a", "b", slog.Group("G", slog.String("c", "d")), "e", "f") },
		checks: []check{is("a", "b"), in("G", is("c", "d")), is("e", "f")},
	},
	{
		name:   "empty-group",
		rule:   here("a Handler should ignore an empty group"),
		log:    func(l *slog.Logger) { l.Info("msg", "a", "b", slog.Group("G"), "e", "f") },
		checks: []check{is("a", "b"), hasNot("G"), is("e", "f")},
	},
	{
		name:   "inline-group",
		rule:   here("a Handler should inline the Attrs of a group with an empty key"),
		log:    func(l *slog.Logger) { l.Info("msg", "a", "b", slog.Group("", slog.String("c", "d")), "e", "f") },
		checks: []check{is("a", "b"), is("c", "d"), is("e", "f")},
	},
	{
		name:   "WithGroup",
		rule:   here("a Handler should handle the WithGroup method"),
		log:    func(l *slog.Logger) { l.WithGroup("G").Info("msg", "a", "b") },
		checks: []check{has(slog.TimeKey), has(slog.LevelKey), is(slog.MessageKey, "msg"), hasNot("a"), in("G", is("a", "b"))},
	},
	{
		name: "multi-With",
		rule: here("a Handler should handle multiple WithGroup and WithAttr calls"),
		log: func(l *slog.Logger) {
			l.With("a", "b").WithGroup("G").With("c", "d").WithGroup("H").Info("msg", "e", "f")
		},
		checks: []check{has(slog.TimeKey), has(slog.LevelKey), is(slog.MessageKey, "msg"), is("a", "b"), in("G", is("c", "d")), in("G", in("H", is("e", "f")))},
	},
	{
		name:   "empty-group-record",
		rule:   here("a Handler should not output groups if there are no attributes"),
		log:    func(l *slog.Logger) { l.With("a", "b").WithGroup("G").With("c", "d").WithGroup("H").Info("msg") },
		checks: []check{has(slog.TimeKey), has(slog.LevelKey), is(slog.MessageKey, "msg"), is("a", "b"), in("G", is("c", "d")), in("G", hasNot("H"))},
	},
	{
		name: "nested-empty-group-record",
		rule: here("a Handler should not output nested groups if there are no attributes"),
		log: func(l *slog.Logger) {
			l.With("a", "b").WithGroup("G").With("c", "d").WithGroup("H").WithGroup("I").Info("msg")
		},
		checks: []check{has(slog.TimeKey), has(slog.LevelKey), is(slog.MessageKey, "msg"), is("a", "b"), in("G", is("c", "d")), in("G", hasNot("H")), in("G", hasNot("I"))},
	},
	{
		name:   "resolve",
		rule:   here("a Handler should call Resolve on attribute values"),
		log:    func(l *slog.Logger) { l.Info("msg", "k", &resolved{"replaced"}) },
		checks: []check{is("k", "replaced")},
	},
	{
		name: "resolve-groups",
		rule: here("a Handler should call Resolve on attribute values in groups"),
		log: func(l *slog.Logger) {
			l.Info("msg", slog.Group("G", slog.String("a", "v1"), slog.Any("b", &resolved{"v2"})))
		},
		checks: []check{in("G", is("a", "v1")), in("G", is("b", "v2"))},
	},
	{
		name:   "resolve-WithAttrs",
		rule:   here("a Handler should call Resolve on attribute values from WithAttrs"),
		log:    func(l *slog.Logger) { l.With("k", &resolved{"replaced"}).Info("msg") },
		checks: []check{is("k", "replaced")},
	},
	{
		name: "resolve-WithAttrs-groups",
		rule: here("a Handler should call Resolve on attribute values in groups from WithAttrs"),
		log: func(l *slog.Logger) {
			l.With(slog.Group("G", slog.String("a", "v1"), slog.Any("b", &resolved{"v2"}))).Info("msg")
		},
		checks: []check{in("G", is("a", "v1")), in("G", is("b", "v2"))},
	},
	{
		name:   "empty-PC",
		rule:   here("a Handler should not output SourceKey if the PC is zero"),
		log:    func(l *slog.Logger) { l.Info("message") },
		change: func(r *slog.Record) { r.PC = 0 },
		checks: []check{hasNot(slog.SourceKey)},
	},
}

// here returns a rule with the place where it is written.
func here(rule string) string {
	_, file, line, ok := runtime.Caller(1)
	if !ok {
		panic("runtime.Caller failed")
	}
	return fmt.Sprintf("%s (%s:%d)", rule, file, line)
}

// changing changes events before a handler gets them.
type changing struct {
	slog.Handler
	change func(*slog.Record)
}

func (c *changing) Handle(ctx context.Context, r slog.Record) error {
	c.change(&r)
	return c.Handler.Handle(ctx, r)
}

// run logs the event.
func (e *example) run(h slog.Handler) {
	if e.change != nil {
		h = &changing{h, e.change}
	}
	e.log(slog.New(h))
}

// problems returns what is wrong with its output.
func (e *example) problems(output map[string]any) (all []string) {
	for _, check := range e.checks {
		if problem := check(output); problem != "" {
			all = append(all, problem+": "+e.rule)
		}
	}
	return all
}

// TestHandler logs some events with h. results is then called for what was written of each; the error says what is wrong with it.
func TestHandler(h slog.Handler, results func() []map[string]any) error {
	for i := range examples {
		examples[i].run(h)
	}
	outputs := results()
	if len(outputs) != len(examples) {
		return fmt.Errorf("got %d results, want %d", len(outputs), len(examples))
	}
	var errs []error
	for i := range examples {
		for _, problem := range examples[i].problems(outputs[i]) {
			errs = append(errs, errors.New(problem))
		}
	}
	return errors.Join(errs...)
}

// Run has a subtest for each event, with a handler of its own; result returns what it has written.
func Run(t *testing.T, newHandler func(*testing.T) slog.Handler, result func(*testing.T) map[string]any) {
	for i := range examples {
		t.Run(examples[i].name, func(t *testing.T) {
			examples[i].run(newHandler(t))
			for _, problem := range examples[i].problems(result(t)) {
				t.Error(problem)
			}
		})
	}
}

func has(key string) check {
	return func(m map[string]any) string {
		if _, ok := m[key]; !ok {
			return fmt.Sprintf("missing key %q", key)
		}
		return ""
	}
}

func hasNot(key string) check {
	return func(m map[string]any) string {
		if _, ok := m[key]; ok {
			return fmt.Sprintf("unexpected key %q", key)
		}
		return ""
	}
}

func is(key string, want any) check {
	return func(m map[string]any) string {
		got, ok := m[key]
		switch {
		case !ok:
			return fmt.Sprintf("missing key %q", key)
		case !reflect.DeepEqual(got, want):
			return fmt.Sprintf("%q: got %#v, want %#v", key, got, want)
		}
		return ""
	}
}

func in(group string, inner check) check {
	return func(m map[string]any) string {
		got, ok := m[group]
		if !ok {
			return fmt.Sprintf("missing group %q", group)
		}
		inside, ok := got.(map[string]any)
		if !ok {
			return fmt.Sprintf("value for group %q is not map[string]any", group)
		}
		return inner(inside)
	}
}
