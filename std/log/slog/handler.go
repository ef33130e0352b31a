package slog

import (
	"context"
	"errors"
	"io"
	"slices"
	"sync"
)

// Handler writes events.
type Handler interface {
	// Enabled reports whether events of a level are handled.
	Enabled(context.Context, Level) bool
	// Handle handles an event; it is called if Enabled.
	Handle(context.Context, Record) error
	// WithAttrs returns a Handler that adds attributes, whose slice it may keep, to each event.
	WithAttrs(attrs []Attr) Handler
	// WithGroup returns a Handler that puts the attributes that come later in a group.
	WithGroup(name string) Handler
}

// The keys of what is written of each event.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// HandlerOptions are those of TextHandler and JSONHandler.
type HandlerOptions struct {
	// AddSource writes where the event was logged.
	AddSource bool
	// Level is the least level that is handled; LevelInfo if it is nil.
	Level Leveler
	// ReplaceAttr returns what is written for an attribute, which is resolved and no group; nothing for the zero Attr. It is
	// called for time, level, message and source, too. groups are the names of the groups around.
	ReplaceAttr func(groups []string, a Attr) Attr
}

// TextHandler writes events as "key=value" on a line.
type TextHandler struct{ *writer }

// NewTextHandler returns a TextHandler; nil options are the zero ones.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newWriter(w, opts, false)}
}

// Enabled reports whether level is at least that of the options.
func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// Handle writes an event in one call of Write.
func (h *TextHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// WithAttrs returns a TextHandler that adds attributes.
func (h *TextHandler) WithAttrs(attrs []Attr) Handler { return &TextHandler{h.withAttrs(attrs)} }

// WithGroup returns a TextHandler that puts the names of groups, with '.' between, before keys.
func (h *TextHandler) WithGroup(name string) Handler { return &TextHandler{h.withGroup(name)} }

// JSONHandler writes events as a JSON object on a line.
type JSONHandler struct{ *writer }

// NewJSONHandler returns a JSONHandler; nil options are the zero ones.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newWriter(w, opts, true)}
}

// Enabled reports whether level is at least that of the options.
func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// Handle writes an event in one call of Write.
func (h *JSONHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// WithAttrs returns a JSONHandler that adds attributes.
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler { return &JSONHandler{h.withAttrs(attrs)} }

// WithGroup returns a JSONHandler whose groups are objects.
func (h *JSONHandler) WithGroup(name string) Handler { return &JSONHandler{h.withGroup(name)} }

// logHandler writes events as lines of the standard logger of log.
type logHandler struct {
	writer
	output func(pc uintptr, data []byte) error
}

func (h *logHandler) Enabled(_ context.Context, level Level) bool {
	return level >= standardLevel.Level()
}

func (h *logHandler) Handle(_ context.Context, r Record) error {
	l := h.begin()
	defer l.release()
	l.text = append(l.text, r.Level.String()...)
	l.text = append(l.text, ' ')
	l.text = append(l.text, r.Message...)
	l.separator = " "
	l.addAttrs(r)
	return h.output(r.PC, l.text)
}

func (h *logHandler) WithAttrs(attrs []Attr) Handler {
	return &logHandler{*h.withAttrs(attrs), h.output}
}

func (h *logHandler) WithGroup(name string) Handler { return &logHandler{*h.withGroup(name), h.output} }

// DiscardHandler handles nothing.
var DiscardHandler Handler = discardHandler{}

type discardHandler struct{}

func (discardHandler) Enabled(context.Context, Level) bool  { return false }
func (discardHandler) Handle(context.Context, Record) error { return nil }
func (h discardHandler) WithAttrs([]Attr) Handler           { return h }
func (h discardHandler) WithGroup(string) Handler           { return h }

// MultiHandler gives events to several handlers.
type MultiHandler struct{ handlers []Handler }

// NewMultiHandler returns a MultiHandler.
func NewMultiHandler(handlers ...Handler) *MultiHandler {
	return &MultiHandler{slices.Clone(handlers)}
}

// Enabled reports whether one of the handlers is enabled.
func (h *MultiHandler) Enabled(ctx context.Context, l Level) bool {
	return slices.ContainsFunc(h.handlers, func(each Handler) bool { return each.Enabled(ctx, l) })
}

// Handle gives an event to the handlers that are enabled, and joins their errors.
func (h *MultiHandler) Handle(ctx context.Context, r Record) error {
	var errs []error
	for _, each := range h.handlers {
		if each.Enabled(ctx, r.Level) {
			errs = append(errs, each.Handle(ctx, r.Clone()))
		}
	}
	return errors.Join(errs...)
}

// with returns a MultiHandler of what derive makes of the handlers.
func (h *MultiHandler) with(derive func(Handler) Handler) Handler {
	derived := make([]Handler, len(h.handlers))
	for i, each := range h.handlers {
		derived[i] = derive(each)
	}
	return &MultiHandler{derived}
}

// WithAttrs adds attributes in all handlers.
func (h *MultiHandler) WithAttrs(attrs []Attr) Handler {
	return h.with(func(each Handler) Handler { return each.WithAttrs(attrs) })
}

// WithGroup begins a group in all handlers.
func (h *MultiHandler) WithGroup(name string) Handler {
	return h.with(func(each Handler) Handler { return each.WithGroup(name) })
}

// writer is what the handlers that write have in common.
type writer struct {
	json    bool
	options HandlerOptions
	mu      *sync.Mutex // shared with those derived from it
	to      io.Writer
	ready   []byte   // the attributes of WithAttrs as they are written
	prefix  string   // of keys behind ready, in text
	groups  []string // of WithGroup
	opened  int      // of groups, in ready
}

func newWriter(w io.Writer, options *HandlerOptions, json bool) *writer {
	h := &writer{json: json, to: w, mu: new(sync.Mutex)}
	if options != nil {
		h.options = *options
	}
	return h
}

func (h *writer) enabled(l Level) bool {
	least := LevelInfo
	if h.options.Level != nil {
		least = h.options.Level.Level()
	}
	return l >= least
}

// clone returns a copy that can be appended to.
func (h *writer) clone() *writer {
	c := *h
	c.ready = slices.Clip(h.ready)
	c.groups = slices.Clip(h.groups)
	return &c
}

func (h *writer) withGroup(name string) *writer {
	c := h.clone()
	c.groups = append(c.groups, name)
	return c
}

func (h *writer) withAttrs(attrs []Attr) *writer {
	if emptyGroups(attrs) == len(attrs) {
		return h
	}
	c := h.clone()
	l := h.begin()
	defer l.release()
	l.text = append(l.text, c.ready...)
	l.prefix = h.prefix
	if len(c.ready) > 0 {
		l.separate()
	}
	l.openGroups()
	if l.attrs(attrs) {
		c.ready, c.prefix, c.opened = slices.Clone(l.text), l.prefix, len(c.groups)
	}
	return c
}

func (h *writer) handle(r Record) error {
	l := h.begin()
	defer l.release()
	if h.json {
		l.text = append(l.text, '{')
	}
	groups := l.groups
	l.groups = nil
	if !r.Time.IsZero() {
		l.attr(Time(TimeKey, r.Time))
	}
	if h.options.ReplaceAttr == nil {
		l.attr(String(LevelKey, r.Level.String()))
	} else {
		l.attr(Any(LevelKey, r.Level))
	}
	if h.options.AddSource {
		source := r.Source()
		if source == nil {
			source = new(Source)
		}
		l.attr(Any(SourceKey, source))
	}
	l.attr(String(MessageKey, r.Message))
	l.groups = groups
	l.addAttrs(r)
	l.text = append(l.text, '\n')
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := h.to.Write(l.text)
	return err
}
