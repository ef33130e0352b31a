package ast

import (
	"bytes"
	"fmt"
	"go/token"
	"io"
	"os"
	"reflect"
	"strings"
)

// FieldFilter says whether a field is printed.
type FieldFilter func(name string, value reflect.Value) bool

// NotNilFilter leaves out what is nil.
func NotNilFilter(_ string, v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return !v.IsNil()
	}
	return true
}

// Print writes x to standard output, what is nil left out.
func Print(fset *token.FileSet, x any) error { return Fprint(os.Stdout, fset, x, NotNilFilter) }

// Fprint writes x, a tree or a part of one, with numbered lines; places as fset has them if it is not nil. What was written before
// is named by its line.
func Fprint(w io.Writer, fset *token.FileSet, x any, f FieldFilter) error {
	p := printer{w: w, fset: fset, filter: f, seen: map[any]int{}, fresh: true}
	if x == nil {
		p.write("nil")
	} else {
		p.value(reflect.ValueOf(x))
	}
	p.write("\n")
	return p.err
}

type printer struct {
	w      io.Writer
	fset   *token.FileSet
	filter FieldFilter
	seen   map[any]int // the line on which what a pointer points to begins
	depth  int
	lines  int  // that are complete
	fresh  bool // nothing is on the line
	err    error
}

// write writes text, numbers and indentation in front of each line that is not empty. After an error it does nothing.
func (p *printer) write(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	var out bytes.Buffer
	for len(text) > 0 && p.err == nil {
		line, rest, ended := strings.Cut(text, "\n")
		if p.fresh && line != "" {
			fmt.Fprintf(&out, "%6d  ", p.lines)
			for range p.depth {
				out.WriteString(".  ")
			}
			p.fresh = false
		}
		out.WriteString(line)
		if ended {
			out.WriteByte('\n')
			p.lines++
			p.fresh = true
		}
		_, p.err = p.w.Write(out.Bytes())
		out.Reset()
		text = rest
	}
}

// body writes n parts in braces, each on a line.
func (p *printer) body(n int, part func(i int)) {
	p.write(" {")
	p.depth++
	for i := range n {
		if i == 0 {
			p.write("\n")
		}
		part(i)
		p.write("\n")
	}
	p.depth--
	p.write("}")
}

func (p *printer) value(x reflect.Value) {
	if p.err != nil {
		return
	}
	if !NotNilFilter("", x) {
		p.write("nil")
		return
	}
	switch x.Kind() {
	case reflect.Interface:
		p.value(x.Elem())
	case reflect.Pointer:
		pointer := x.Interface()
		if line, ok := p.seen[pointer]; ok {
			p.write("*(obj @ %d)", line)
			return
		}
		p.write("*")
		p.seen[pointer] = p.lines
		p.value(x.Elem())
	case reflect.Map:
		p.write("%s (len = %d)", x.Type(), x.Len())
		keys := x.MapKeys()
		p.body(len(keys), func(i int) {
			p.value(keys[i])
			p.write(": ")
			p.value(x.MapIndex(keys[i]))
		})
	case reflect.Slice, reflect.Array:
		if b, ok := x.Interface().([]byte); ok {
			p.write("%#q", b)
			return
		}
		p.write("%s", x.Type())
		if x.Kind() == reflect.Slice {
			p.write(" (len = %d)", x.Len())
		}
		p.body(x.Len(), func(i int) {
			p.write("%d: ", i)
			p.value(x.Index(i))
		})
	case reflect.Struct:
		t := x.Type()
		var shown []int
		for i := range t.NumField() {
			if name := t.Field(i).Name; IsExported(name) && (p.filter == nil || p.filter(name, x.Field(i))) {
				shown = append(shown, i)
			}
		}
		p.write("%s", t)
		p.body(len(shown), func(i int) {
			p.write("%s: ", t.Field(shown[i]).Name)
			p.value(x.Field(shown[i]))
		})
	default:
		switch v := x.Interface().(type) {
		case string:
			p.write("%q", v)
		case token.Pos:
			if p.fset != nil {
				p.write("%s", p.fset.Position(v))
			} else {
				p.write("%v", v)
			}
		default:
			p.write("%v", v)
		}
	}
}
