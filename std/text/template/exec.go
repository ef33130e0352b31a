package template

import (
	"fmt"
	"io"
	"iter"
	"reflect"
	"runtime"
	"strings"
	"text/template/parse"
)

// maxDepth is how deep templates invoke each other.
const maxDepth = 100000

var (
	errorType    = reflect.TypeFor[error]()
	stringerType = reflect.TypeFor[fmt.Stringer]()
	valueType    = reflect.TypeFor[reflect.Value]()
)

// ExecError is an error of the execution of a template; errors of the writer are none.
type ExecError struct {
	Name string
	Err  error
}

func (e ExecError) Error() string { return e.Err.Error() }

// Unwrap returns Err.
func (e ExecError) Unwrap() error { return e.Err }

// writeError is an error of the writer on its way to Execute.
type writeError struct{ err error }

// state is an execution.
type state struct {
	t     *Template
	w     io.Writer
	node  parse.Node // being executed, for errors
	vars  []variable // the innermost last
	depth int        // of templates
}

type variable struct {
	name  string
	value reflect.Value
}

// flow says how the execution of nodes ends.
type flow int

const (
	flowOn flow = iota
	flowBreak
	flowContinue
)

// ExecuteTemplate executes the associated template of that name.
func (t *Template) ExecuteTemplate(wr io.Writer, name string, data any) error {
	each := t.Lookup(name)
	if each == nil {
		return fmt.Errorf("template: no template %q associated with template %q", name, t.name)
	}
	return each.Execute(wr, data)
}

// Execute writes what t makes of data. What was written before an error stays written.
func (t *Template) Execute(wr io.Writer, data any) (err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case runtime.Error:
			panic(e)
		case writeError:
			err = e.err
		case ExecError:
			err = e
		default:
			panic(e)
		}
	}()
	dot, ok := data.(reflect.Value)
	if !ok {
		dot = reflect.ValueOf(data)
	}
	s := &state{t: t, w: wr, vars: []variable{{"$", dot}}}
	if t.Tree == nil || t.Root == nil {
		s.fail("%q is an incomplete or empty template", t.Name())
	}
	s.walk(dot, t.Root)
	return nil
}

// DefinedTemplates lists the associated templates for an error message.
func (t *Template) DefinedTemplates() string {
	var b strings.Builder
	for _, each := range t.Templates() {
		if each.Tree == nil || each.Root == nil {
			continue
		}
		if b.Len() == 0 {
			b.WriteString("; defined templates are: ")
		} else {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", each.name)
	}
	return b.String()
}

// fail ends execution.
func (s *state) fail(format string, args ...any) {
	err := fmt.Errorf(format, args...)
	name := s.t.Name()
	if s.node == nil {
		err = fmt.Errorf("template: %s: %w", name, err)
	} else {
		location, context := s.t.ErrorContext(s.node)
		err = fmt.Errorf("template: %s: executing %q at <%s>: %w", location, name, context, err)
	}
	panic(ExecError{name, err})
}

func (s *state) write(err error) {
	if err != nil {
		panic(writeError{err})
	}
}

// lookup returns the innermost variable of a name.
func (s *state) lookup(name string) *variable {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return &s.vars[i]
		}
	}
	s.fail("undefined variable: %s", name)
	return nil
}

// walk executes a node.
func (s *state) walk(dot reflect.Value, node parse.Node) flow {
	s.node = node
	switch n := node.(type) {
	case *parse.ActionNode:
		if v := s.pipeline(dot, n.Pipe); len(n.Pipe.Decl) == 0 {
			s.print(n, v)
		}
	case *parse.BreakNode:
		return flowBreak
	case *parse.CommentNode:
	case *parse.ContinueNode:
		return flowContinue
	case *parse.IfNode:
		return s.branch(dot, dot, &n.BranchNode)
	case *parse.WithNode:
		return s.branch(dot, reflect.Value{}, &n.BranchNode)
	case *parse.ListNode:
		for _, each := range n.Nodes {
			if f := s.walk(dot, each); f != flowOn {
				return f
			}
		}
	case *parse.RangeNode:
		return s.loop(dot, n)
	case *parse.TemplateNode:
		s.invoke(dot, n)
	case *parse.TextNode:
		_, err := s.w.Write(n.Text)
		s.write(err)
	default:
		s.fail("unknown node: %s", node)
	}
	return flowOn
}

// branch executes if and with, which makes the value its dot.
func (s *state) branch(dot, inner reflect.Value, n *parse.BranchNode) (f flow) {
	known := len(s.vars)
	v := s.pipeline(dot, n.Pipe)
	truth, ok := truthOf(held(v))
	if !ok {
		s.fail("if/with can't use %v", v)
	}
	if n.NodeType == parse.NodeWith {
		inner = v
	}
	if truth {
		f = s.walk(inner, n.List)
	} else if n.ElseList != nil {
		f = s.walk(dot, n.ElseList)
	}
	s.vars = s.vars[:known]
	return f
}

// IsTrue reports whether val is true, as if has it: not its zero value and not empty; ok is false if it can be neither.
func IsTrue(val any) (truth, ok bool) { return truthOf(reflect.ValueOf(val)) }

func truthOf(v reflect.Value) (truth, ok bool) {
	switch v.Kind() {
	case reflect.Invalid:
		return false, true
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0, true
	case reflect.Struct:
		return true, true
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0, true
	case reflect.Complex64, reflect.Complex128:
		return v.Complex() != 0, true
	}
	return !v.IsZero(), true
}

// loop executes range.
func (s *state) loop(dot reflect.Value, n *parse.RangeNode) flow {
	known := len(s.vars)
	v, _ := followed(s.pipeline(dot, n.Pipe))
	inside := len(s.vars)
	names := n.Pipe.Decl
	// once executes the body for an element and reports whether there is to be another one.
	once := func(index, element reflect.Value) bool {
		names := n.Pipe.Decl // not those outside, which would make the closure larger
		for i, name := range names {
			value := element
			if i < len(names)-1 {
				value = index
			}
			if n.Pipe.IsAssign {
				s.lookup(name.Ident[0]).value = value
			} else {
				s.vars[inside-len(names)+i].value = value
			}
		}
		f := s.walk(element, n.List)
		s.vars = s.vars[:inside]
		return f != flowBreak
	}
	ran := false
	switch kind := v.Kind(); {
	case kind == reflect.Invalid:
	case isInteger(kind):
		if len(names) > 1 {
			s.fail("can't use %v to iterate over more than one variable", v)
		}
		ran = drain(v.Seq(), once)
	case kind == reflect.Array || kind == reflect.Slice:
		ran = v.Len() > 0
		for i := 0; i < v.Len() && once(reflect.ValueOf(i), v.Index(i)); i++ {
		}
	case kind == reflect.Map:
		ran = v.Len() > 0
		for _, e := range sortedEntries(v) {
			if !once(e.key, e.element) {
				break
			}
		}
	case kind == reflect.Chan:
		ran = s.receive(v, once)
	case kind == reflect.Func && v.Type().CanSeq():
		if len(names) > 1 {
			s.fail("can't use %v iterate over more than one variable", v)
		}
		ran = drain(v.Seq(), once)
	case kind == reflect.Func && v.Type().CanSeq2():
		ran = drainPairs(v.Seq2(), len(names) < 2, once)
	default:
		s.fail("range can't iterate over %v", v)
	}
	f := flowOn
	if !ran && n.ElseList != nil {
		// A break in it ends this loop, a continue is one of the loop around.
		if f = s.walk(dot, n.ElseList); f == flowBreak {
			f = flowOn
		}
	}
	s.vars = s.vars[:known]
	return f
}

// drain calls once for what an iterator gives, and reports whether there was anything.
func drain(values iter.Seq[reflect.Value], once func(index, element reflect.Value) bool) (ran bool) {
	values(func(element reflect.Value) bool {
		ran = true
		return once(reflect.Value{}, element)
	})
	return ran
}

// drainPairs is drain for pairs, of which only the key may be wanted.
func drainPairs(pairs iter.Seq2[reflect.Value, reflect.Value], keys bool, once func(index, element reflect.Value) bool) (ran bool) {
	pairs(func(key, element reflect.Value) bool {
		ran = true
		if keys {
			element = key
		}
		return once(key, element)
	})
	return ran
}

// receive calls once for what a channel gives, and reports whether there was anything.
func (s *state) receive(channel reflect.Value, once func(index, element reflect.Value) bool) (ran bool) {
	if channel.IsNil() {
		return false
	}
	if channel.Type().ChanDir() == reflect.SendDir {
		s.fail("range over send-only channel %v", channel)
	}
	for i := 0; ; i++ {
		element, ok := channel.Recv()
		if !ok {
			return ran
		}
		ran = true
		if !once(reflect.ValueOf(i), element) {
			return ran
		}
	}
}

// invoke executes another template.
func (s *state) invoke(dot reflect.Value, n *parse.TemplateNode) {
	t := s.t.Lookup(n.Name)
	if t == nil {
		s.fail("template %q not defined", n.Name)
	}
	if s.depth == maxDepth {
		s.fail("exceeded maximum template depth (%v)", maxDepth)
	}
	dot = s.pipeline(dot, n.Pipe)
	inner := state{t: t, w: s.w, node: s.node, vars: []variable{{"$", dot}}, depth: s.depth + 1}
	inner.walk(dot, t.Root)
}

// followed returns what v leads to through pointers and interfaces, or the one that is nil.
func followed(v reflect.Value) (_ reflect.Value, isNil bool) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return v, true
		}
		v = v.Elem()
	}
	return v, false
}

// held returns what v holds if it is an interface.
func held(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

func (s *state) print(n parse.Node, v reflect.Value) {
	s.node = n
	printed, ok := printable(v)
	if !ok {
		s.fail("can't print %s of type %s", n, v.Type())
	}
	_, err := fmt.Fprint(s.w, printed)
	s.write(err)
}

// printable returns what is given to fmt for v: what a pointer points to, or a pointer where that has the method.
func printable(v reflect.Value) (_ any, ok bool) {
	if v.Kind() == reflect.Pointer {
		v, _ = followed(v)
	}
	if !v.IsValid() {
		return "<no value>", true
	}
	prints := func(t reflect.Type) bool { return t.Implements(errorType) || t.Implements(stringerType) }
	if !prints(v.Type()) {
		if v.CanAddr() && prints(reflect.PointerTo(v.Type())) {
			v = v.Addr()
		} else if v.Kind() == reflect.Chan || v.Kind() == reflect.Func {
			return nil, false
		}
	}
	return v.Interface(), true
}
