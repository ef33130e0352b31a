package slog

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// line is an event being written, in text or JSON.
type line struct {
	*writer
	text      []byte
	separator string   // before the next key
	prefix    string   // of keys, in text
	groups    []string // around, if ReplaceAttr is to know them
}

// lines is kept for further events.
var lines = sync.Pool{New: func() any { return &line{text: make([]byte, 0, 1024)} }}

const longestKept = 16 << 10

// begin begins a line that is to be released.
func (h *writer) begin() *line {
	l := lines.Get().(*line)
	l.writer = h
	if h.options.ReplaceAttr != nil {
		l.groups = append(l.groups, h.groups[:h.opened]...)
	}
	return l
}

func (l *line) release() {
	if cap(l.text) <= longestKept {
		*l = line{text: l.text[:0]}
		lines.Put(l)
	}
}

// separate sets what stands before the next key.
func (l *line) separate() {
	switch {
	case !l.json:
		l.separator = " "
	case l.text[len(l.text)-1] == '{':
		l.separator = ""
	default:
		l.separator = ","
	}
}

// addAttrs adds the attributes of the handler and of the event, and ends JSON.
func (l *line) addAttrs(r Record) {
	h := l.writer
	if len(h.ready) > 0 {
		l.text = append(append(l.text, l.separator...), h.ready...)
		l.separate()
	}
	opened := h.opened
	if r.NumAttrs() > 0 {
		l.prefix += h.prefix
		before := len(l.text)
		l.openGroups()
		any := false
		r.Attrs(func(a Attr) bool {
			any = l.attr(a) || any
			return true
		})
		if any {
			opened = len(h.groups)
		} else {
			l.text = l.text[:before]
		}
	}
	if h.json {
		for range opened + 1 {
			l.text = append(l.text, '}')
		}
	}
}

// openGroups begins the groups of WithGroup that are not in the handler's text.
func (l *line) openGroups() {
	for _, name := range l.writer.groups[l.opened:] {
		l.open(name)
	}
}

func (l *line) open(name string) {
	if l.json {
		l.key(name)
		l.text = append(l.text, '{')
		l.separator = ""
	} else {
		l.prefix += name + "."
	}
	if l.options.ReplaceAttr != nil {
		l.groups = append(l.groups, name)
	}
}

func (l *line) close(name string) {
	if l.json {
		l.text = append(l.text, '}')
		l.separator = ","
	} else {
		l.prefix = l.prefix[:len(l.prefix)-len(name)-len(".")]
		l.separator = " "
	}
	if l.options.ReplaceAttr != nil {
		l.groups = l.groups[:len(l.groups)-1]
	}
}

// attrs writes attributes and reports whether there is anything to write.
func (l *line) attrs(all []Attr) (any bool) {
	for _, a := range all {
		any = l.attr(a) || any
	}
	return any
}

// attr writes an attribute and reports whether there is anything to write.
func (l *line) attr(a Attr) bool {
	a.Value = a.Value.Resolve()
	if replace := l.options.ReplaceAttr; replace != nil && a.Value.Kind() != KindGroup {
		a = replace(l.groups, a)
		a.Value = a.Value.Resolve()
	}
	if a.isEmpty() {
		return false
	}
	if source, ok := a.Value.holder.(*Source); ok {
		switch {
		case source == nil || *source == Source{}:
			return false
		case l.json:
			a.Value = source.group()
		default:
			a.Value = StringValue(fmt.Sprintf("%s:%d", source.File, source.Line))
		}
	}
	if a.Value.Kind() != KindGroup {
		l.key(a.Key)
		l.value(a.Value)
		return true
	}
	all := a.Value.Group()
	if len(all) == 0 {
		return true
	}
	before := len(l.text)
	if a.Key != "" {
		l.open(a.Key)
	}
	if !l.attrs(all) {
		l.text = l.text[:before]
		return false
	}
	if a.Key != "" {
		l.close(a.Key)
	}
	return true
}

func (l *line) key(key string) {
	l.text = append(l.text, l.separator...)
	switch {
	case l.prefix == "":
		l.string(key)
	case !l.json && !needsQuotes(l.prefix) && !needsQuotes(key):
		l.text = append(append(l.text, l.prefix...), key...)
	case !l.json:
		l.text = strconv.AppendQuote(l.text, l.prefix+key)
	default:
		l.string(l.prefix + key)
	}
	if l.json {
		l.text = append(l.text, ':')
		l.separator = ","
	} else {
		l.text = append(l.text, '=')
		l.separator = " "
	}
}

// string writes a string, in text with quotes only where it needs them.
func (l *line) string(s string) {
	switch {
	case l.json:
		l.text = append(appendJSONText(append(l.text, '"'), s), '"')
	case needsQuotes(s):
		l.text = strconv.AppendQuote(l.text, s)
	default:
		l.text = append(l.text, s...)
	}
}

// value writes a value; what goes wrong is written in its place.
func (l *line) value(v Value) {
	defer func() {
		if r := recover(); r != nil {
			if held := reflect.ValueOf(v.holder); held.Kind() == reflect.Pointer && held.IsNil() {
				l.string("<nil>")
			} else {
				l.string(fmt.Sprintf("!PANIC: %v", r))
			}
		}
	}()
	write := l.textValue
	if l.json {
		write = l.jsonValue
	}
	if err := write(v); err != nil {
		l.string(fmt.Sprintf("!ERROR:%v", err))
	}
}

func (l *line) textValue(v Value) error {
	switch v.Kind() {
	case KindString:
		l.string(v.text())
	case KindTime:
		l.text = appendTime(l.text, v.instant())
	case KindAny:
		return l.textOf(v)
	default:
		l.text = v.append(l.text)
	}
	return nil
}

func (l *line) textOf(v Value) (err error) {
	var text []byte
	switch held := v.holder.(type) {
	case encoding.TextAppender:
		text, err = held.AppendText(nil)
	case encoding.TextMarshaler:
		text, err = held.MarshalText()
	default:
		if t := reflect.TypeOf(held); t != nil && t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 {
			l.text = strconv.AppendQuote(l.text, string(reflect.ValueOf(held).Bytes()))
		} else {
			l.string(fmt.Sprintf("%+v", v.Any()))
		}
		return nil
	}
	if err == nil {
		l.string(string(text))
	}
	return err
}

// appendTime appends a time with three digits of the second.
func appendTime(b []byte, t time.Time) []byte {
	// The fourth digit, never 0 so that all are written, is taken out: where it is with a year of four digits.
	fourth := len(b) + len("2006-01-02T15:04:05.000")
	b = t.Truncate(time.Millisecond).Add(time.Millisecond/10).AppendFormat(b, time.RFC3339Nano)
	return slices.Delete(b, fourth, fourth+1)
}

// encoder encodes into its text.
type encoder struct {
	text bytes.Buffer
	*json.Encoder
}

var encoders = sync.Pool{New: func() any {
	e := new(encoder)
	e.Encoder = json.NewEncoder(&e.text)
	e.SetEscapeHTML(false)
	return e
}}

// free keeps the encoder for others, unless it has become large.
func (e *encoder) free() {
	if e.text.Cap() <= 16<<10 {
		e.text.Reset()
		encoders.Put(e)
	}
}

func (l *line) jsonValue(v Value) error {
	switch v.Kind() {
	case KindString:
		l.string(v.text())
	case KindDuration:
		l.text = strconv.AppendInt(l.text, int64(v.number), 10)
	case KindInt64, KindUint64, KindBool:
		l.text = v.append(l.text)
	case KindTime:
		t := v.instant()
		if y := t.Year(); y < 0 || y >= 10000 {
			return errors.New("time.Time year outside of range [0,9999]")
		}
		l.text = append(l.text, '"')
		l.text = append(t.AppendFormat(l.text, time.RFC3339Nano), '"')
	default:
		held := v.Any()
		_, marshals := held.(json.Marshaler)
		if err, ok := held.(error); ok && !marshals {
			l.string(err.Error())
			return nil
		}
		e := encoders.Get().(*encoder)
		defer e.free()
		if err := e.Encode(held); err != nil {
			return err
		}
		l.text = append(l.text, bytes.TrimSuffix(e.text.Bytes(), []byte{'\n'})...)
	}
	return nil
}

// needsQuotes reports whether a string cannot stand in text as it is.
func needsQuotes(s string) bool {
	for _, r := range s {
		if r <= ' ' || r == '=' || r == '"' || r == utf8.RuneError || r >= utf8.RuneSelf && !unicode.IsPrint(r) {
			return true
		}
	}
	return s == ""
}

// appendJSONText appends what stands between the quotes of a JSON string.
func appendJSONText(b []byte, s string) []byte {
	const digits = "0123456789abcdef"
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r < ' ' || r == '\u2028' || r == '\u2029':
			b = append(b, '\\', 'u', digits[r>>12], digits[r>>8&15], digits[r>>4&15], digits[r&15])
		default:
			b = utf8.AppendRune(b, r) // U+FFFD for what is no UTF-8
		}
		s = s[size:]
	}
	return b
}
