package template

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// piped is the value that a command gets from the one before it, as last argument.
type piped struct {
	value reflect.Value
	is    bool
}

// pipeline returns the value of a pipeline, and gives it to variables.
func (s *state) pipeline(dot reflect.Value, pipe *parse.PipeNode) reflect.Value {
	if pipe == nil {
		return reflect.Value{}
	}
	s.node = pipe
	var last piped
	for _, command := range pipe.Cmds {
		last = piped{s.command(dot, command, last), true}
		if v := last.value; v.Kind() == reflect.Interface && v.Type().NumMethod() == 0 {
			last.value = v.Elem()
		}
	}
	for _, v := range pipe.Decl {
		if pipe.IsAssign {
			s.lookup(v.Ident[0]).value = last.value
		} else {
			s.vars = append(s.vars, variable{v.Ident[0], last.value})
		}
	}
	return last.value
}

func (s *state) command(dot reflect.Value, command *parse.CommandNode, last piped) reflect.Value {
	args := command.Args
	alone := func() {
		if len(args) > 1 || last.is {
			s.fail("can't give argument to non-function %s", args[0])
		}
	}
	switch n := args[0].(type) {
	case *parse.FieldNode:
		return s.field(dot, n, args, last)
	case *parse.ChainNode:
		return s.chain(dot, n, args, last)
	case *parse.IdentifierNode:
		return s.function(dot, n, command, args, last)
	case *parse.PipeNode:
		alone()
		return s.pipeline(dot, n)
	case *parse.VariableNode:
		return s.variable(dot, n, args, last)
	}
	s.node = args[0]
	alone()
	switch n := args[0].(type) {
	case *parse.DotNode:
		return dot
	case *parse.NilNode:
		s.fail("nil is not a command")
	case *parse.BoolNode, *parse.NumberNode, *parse.StringNode:
		return s.constant(n)
	}
	s.fail("can't evaluate command %q", args[0])
	return reflect.Value{}
}

// constant returns a constant with the type that Go would give it.
func (s *state) constant(n parse.Node) reflect.Value {
	switch n := n.(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	case *parse.NumberNode:
		s.node = n
		switch {
		case n.IsComplex:
			return reflect.ValueOf(n.Complex128)
		case n.IsFloat && isWrittenAsFloat(n.Text):
			return reflect.ValueOf(n.Float64)
		case n.IsInt:
			return reflect.ValueOf(int(n.Int64))
		case n.IsUint:
			s.fail("%s overflows int", n.Text)
		}
	}
	return reflect.Value{}
}

func isWrittenAsFloat(number string) bool {
	if number[0] == '\'' {
		return false
	}
	if len(number) > 2 && (strings.HasPrefix(number, "0x") || strings.HasPrefix(number, "0X")) {
		return strings.ContainsAny(number, "pP")
	}
	return strings.ContainsAny(number, ".eEpP")
}

func (s *state) field(dot reflect.Value, n *parse.FieldNode, args []parse.Node, last piped) reflect.Value {
	s.node = n
	return s.fields(dot, dot, n, n.Ident, args, last)
}

func (s *state) chain(dot reflect.Value, n *parse.ChainNode, args []parse.Node, last piped) reflect.Value {
	s.node = n
	if len(n.Field) == 0 {
		s.fail("internal error: no fields in evalChainNode")
	}
	if n.Node.Type() == parse.NodeNil {
		s.fail("indirection through explicit nil in %s", n)
	}
	return s.fields(dot, s.argument(dot, nil, n.Node), n, n.Field, args, last)
}

func (s *state) variable(dot reflect.Value, n *parse.VariableNode, args []parse.Node, last piped) reflect.Value {
	s.node = n
	v := s.lookup(n.Ident[0]).value
	if len(n.Ident) > 1 {
		return s.fields(dot, v, n, n.Ident[1:], args, last)
	}
	if len(args) > 1 || last.is {
		s.fail("can't give argument to non-function %s", args[0])
	}
	return v
}

// fields returns a field of a field of … receiver; the last one gets the arguments.
func (s *state) fields(dot, receiver reflect.Value, n parse.Node, names []string, args []parse.Node, last piped) reflect.Value {
	final := len(names) - 1
	for _, name := range names[:final] {
		receiver = s.member(dot, receiver, n, name, nil, piped{})
	}
	return s.member(dot, receiver, n, names[final], args, last)
}

// member returns a method's result, a field or a map's element.
func (s *state) member(dot, receiver reflect.Value, n parse.Node, name string, args []parse.Node, last piped) reflect.Value {
	if !receiver.IsValid() {
		if s.t.option.missingKey == missingError {
			s.fail("nil data; no entry for key %q", name)
		}
		return reflect.Value{}
	}
	t := receiver.Type()
	receiver, isNil := followed(receiver)
	if isNil && receiver.Kind() == reflect.Interface {
		s.fail("nil pointer evaluating %s.%s", t, name)
	}
	// All methods are those of a pointer, where there can be one.
	pointer := receiver
	if receiver.Kind() != reflect.Interface && receiver.Kind() != reflect.Pointer && receiver.CanAddr() {
		pointer = receiver.Addr()
	}
	if method := pointer.MethodByName(name); method.IsValid() {
		return s.call(dot, method, false, n, name, args, last)
	}
	hasArgs := len(args) > 1 || last.is
	switch receiver.Kind() {
	case reflect.Struct:
		field, ok := receiver.Type().FieldByName(name)
		if !ok {
			break
		}
		v, err := receiver.FieldByIndexErr(field.Index)
		if !field.IsExported() {
			s.fail("%s is an unexported field of struct type %s", name, t)
		}
		if err != nil {
			s.fail("%v", err)
		}
		if hasArgs {
			s.fail("%s has arguments but cannot be invoked as function", name)
		}
		return v
	case reflect.Map:
		key := reflect.ValueOf(name)
		if !key.Type().AssignableTo(receiver.Type().Key()) {
			break
		}
		if hasArgs {
			s.fail("%s is not a method but has arguments", name)
		}
		v := receiver.MapIndex(key)
		if !v.IsValid() {
			switch s.t.option.missingKey {
			case missingZero:
				v = reflect.Zero(receiver.Type().Elem())
			case missingError:
				s.fail("map has no entry for key %q", name)
			}
		}
		return v
	case reflect.Pointer: // it is nil
		known := true
		if element := receiver.Type().Elem(); element.Kind() == reflect.Struct {
			_, known = element.FieldByName(name)
		}
		if known {
			s.fail("nil pointer evaluating %s.%s", t, name)
		}
	}
	s.fail("can't evaluate field %s in type %s", name, t)
	return reflect.Value{}
}

func (s *state) function(dot reflect.Value, n *parse.IdentifierNode, command parse.Node, args []parse.Node, last piped) reflect.Value {
	s.node = n
	f, isPredefined := s.t.function(n.Ident)
	if !f.IsValid() {
		s.fail("%q is not a defined function", n.Ident)
	}
	return s.call(dot, f, isPredefined, command, n.Ident, args, last)
}

// unwrapped returns what v holds if it is a reflect.Value.
func unwrapped(v reflect.Value) reflect.Value {
	if v.Type() == valueType {
		v = v.Interface().(reflect.Value)
	}
	return v
}

// call calls a function or method with the values of args, but for the first, and of last.
func (s *state) call(dot, f reflect.Value, isPredefined bool, n parse.Node, name string, args []parse.Node, last piped) reflect.Value {
	if args != nil {
		args = args[1:]
	}
	t := f.Type()
	count := len(args)
	if last.is {
		count++
	}
	if t.IsVariadic() {
		if least := t.NumIn() - 1; count < least {
			s.fail("wrong number of args for %s: want at least %d got %d", name, least, len(args))
		}
	} else if count != t.NumIn() {
		s.fail("wrong number of args for %s: want %d got %d", name, t.NumIn(), count)
	}
	if err := checkResults(name, t); err != nil {
		s.fail("%v", err)
	}
	if isPredefined && (name == "and" || name == "or") {
		return s.logical(dot, name == "or", args, last)
	}
	in := make([]reflect.Value, 0, count)
	for i, arg := range args {
		in = append(in, s.argument(dot, parameter(t, i), arg))
	}
	if last.is {
		in = append(in, s.fit(last.value, parameter(t, count-1)))
	}
	var result reflect.Value
	var err error
	if isPredefined && name == "call" {
		result, err = s.callFirst(in, args, last)
	} else {
		result, err = safely(f, in)
	}
	if err != nil {
		s.node = n
		s.fail("error calling %s: %w", name, err)
	}
	return unwrapped(result)
}

// callFirst calls the first of values with the others.
func (s *state) callFirst(in []reflect.Value, args []parse.Node, last piped) (reflect.Value, error) {
	name := last.value.String()
	if len(args) > 0 {
		name = args[0].String()
	}
	for i, v := range in {
		in[i] = unwrapped(v)
	}
	return callValue(name, in[0], in[1:])
}

// logical returns the first value whose truth is wanted, or the last one; the others are not evaluated.
func (s *state) logical(dot reflect.Value, wanted bool, args []parse.Node, last piped) (v reflect.Value) {
	for _, arg := range args {
		v = unwrapped(s.argument(dot, valueType, arg))
		if isTruth(v) == wanted {
			return v
		}
	}
	if last.is {
		v = unwrapped(s.fit(last.value, valueType))
	}
	return v
}

func canBeNil(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	}
	return t == valueType
}

// fit returns v as a value of a type, through a pointer or as one if that is needed; any type will do if it is nil.
func (s *state) fit(v reflect.Value, t reflect.Type) reflect.Value {
	if !v.IsValid() {
		switch {
		case t == nil:
			return v
		case !canBeNil(t):
			s.fail("invalid value; expected %s", t)
		}
		return reflect.Zero(t)
	}
	if t == valueType && v.Type() != t {
		return reflect.ValueOf(v)
	}
	if t == nil || v.Type().AssignableTo(t) {
		return v
	}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if v = v.Elem(); v.Type().AssignableTo(t) {
			return v
		}
	}
	switch {
	case v.Kind() == reflect.Pointer && v.Type().Elem().AssignableTo(t):
		if v = v.Elem(); !v.IsValid() {
			s.fail("dereference of nil pointer of type %s", t)
		}
	case reflect.PointerTo(v.Type()).AssignableTo(t) && v.CanAddr():
		v = v.Addr()
	default:
		s.fail("wrong type for value; expected %s; got %s", t, v.Type())
	}
	return v
}

// argument returns the value of n as an argument of a type; any type will do if it is nil.
func (s *state) argument(dot reflect.Value, t reflect.Type, n parse.Node) reflect.Value {
	s.node = n
	switch n := n.(type) {
	case *parse.DotNode:
		return s.fit(dot, t)
	case *parse.NilNode:
		if !canBeNil(t) {
			s.fail("cannot assign nil to %s", t)
		}
		return reflect.Zero(t)
	case *parse.FieldNode:
		return s.fit(s.field(dot, n, []parse.Node{n}, piped{}), t)
	case *parse.VariableNode:
		return s.fit(s.variable(dot, n, nil, piped{}), t)
	case *parse.PipeNode:
		return s.fit(s.pipeline(dot, n), t)
	case *parse.IdentifierNode:
		return s.fit(s.function(dot, n, n, nil, piped{}), t)
	case *parse.ChainNode:
		return s.fit(s.chain(dot, n, nil, piped{}), t)
	}
	switch {
	case t == valueType:
		return reflect.ValueOf(s.constant(n))
	case t.Kind() == reflect.Interface && t.NumMethod() == 0:
		return s.constant(n)
	}
	return s.typed(t, n)
}

// typed returns a constant as a value of a type.
func (s *state) typed(t reflect.Type, n parse.Node) reflect.Value {
	v := reflect.New(t).Elem()
	number, _ := n.(*parse.NumberNode)
	wanted := ""
	switch {
	case v.Kind() == reflect.Bool:
		wanted = "bool"
		if n, ok := n.(*parse.BoolNode); ok {
			v.SetBool(n.True)
			return v
		}
	case v.Kind() == reflect.String:
		wanted = "string"
		if n, ok := n.(*parse.StringNode); ok {
			v.SetString(n.Text)
			return v
		}
	case v.CanInt():
		wanted = "integer"
		if number != nil && number.IsInt {
			v.SetInt(number.Int64)
			return v
		}
	case v.CanUint():
		wanted = "unsigned integer"
		if number != nil && number.IsUint {
			v.SetUint(number.Uint64)
			return v
		}
	case v.CanFloat():
		wanted = "float"
		if number != nil && number.IsFloat {
			v.SetFloat(number.Float64)
			return v
		}
	case v.CanComplex():
		wanted = "complex"
		if number != nil && number.IsComplex {
			v.SetComplex(number.Complex128)
			return v
		}
	default:
		s.fail("can't handle %s for arg of type %s", n, t)
	}
	s.fail("expected %s; found %s", wanted, n)
	return v
}
