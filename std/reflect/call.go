package reflect

import (
	vm "internal/abi"
	"unsafe"
)

// Call calls the func v with the arguments in; those of a variadic parameter one by one.
func (v Value) Call(in []Value) []Value {
	v.mustBe(Func, "reflect.Value.Call")
	v.mustBeExported("reflect.Value.Call")
	return v.call("Call", in)
}

// CallSlice calls the variadic func v with a slice as last argument.
func (v Value) CallSlice(in []Value) []Value {
	v.mustBe(Func, "reflect.Value.CallSlice")
	v.mustBeExported("reflect.Value.CallSlice")
	return v.call("CallSlice", in)
}

// callee is what a call needs: the type without receiver, a func value, and a receiver's word if it is a method.
type callee struct {
	t        *vm.Type
	fn       unsafe.Pointer
	receiver unsafe.Pointer
	isMethod bool
}

func (v Value) call(op string, in []Value) []Value {
	c := callee{t: v.typ_}
	if v.flag&flagMethod != 0 {
		c = methodCallee(op, v)
	} else {
		c.fn = v.word()
	}
	if c.fn == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	n := c.t.NumIn()
	if op == "CallSlice" {
		if !c.t.IsVariadic() {
			panic("reflect: CallSlice of non-variadic function")
		}
		if len(in) < n {
			panic("reflect: CallSlice with too few input arguments")
		}
		if len(in) > n {
			panic("reflect: CallSlice with too many input arguments")
		}
	} else {
		if c.t.IsVariadic() {
			n--
		}
		if len(in) < n {
			panic("reflect: Call with too few input arguments")
		}
		if !c.t.IsVariadic() && len(in) > n {
			panic("reflect: Call with too many input arguments")
		}
	}
	for i := range in {
		if in[i].kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	for i := 0; i < n; i++ {
		if from, to := in[i].Type().common(), c.t.In(i); !assignable(to, from) {
			panic("reflect: " + op + " using " + from.String() + " as type " + to.String())
		}
	}
	if op == "Call" && c.t.IsVariadic() {
		in = gather(c.t.In(n), in, n, op)
	}
	args := make([]Value, 0, 8)
	name := "reflect.Value.Call" // joined for each argument it would be made each time
	if op == "CallSlice" {
		name = "reflect.Value.CallSlice"
	}
	for i := range in {
		in[i].mustBeExported(name)
		args = append(args, in[i].assignTo("reflect.Value.Call", c.t.In(i), nil))
	}
	var out []Value
	if c.t.NumOut() > 0 {
		out = make([]Value, c.t.NumOut())
	}
	callFunc(&c, args, out)
	return out
}

// gather puts the arguments from the nth on into one slice of type t.
func gather(t *vm.Type, in []Value, n int, op string) []Value {
	m := len(in) - n
	rest := MakeSlice(toRType(t), m, m)
	elem := t.Elem()
	for i := 0; i < m; i++ {
		x := in[n+i]
		if from := x.Type().common(); !assignable(elem, from) {
			panic("reflect: cannot use " + from.String() + " as type " + elem.String() + " in " + op)
		}
		rest.Index(i).Set(x)
	}
	gathered := make([]Value, n+1)
	copy(gathered, in[:n])
	gathered[n] = rest
	return gathered
}

// funcObject is the closure of a func value made here: the VM enters at entry, finds handler, and if that is nil
// forwards the call to a method (native.cpp).
type funcObject struct {
	entry    uintptr
	handler  func(f *funcObject, frame unsafe.Pointer) []Value
	typ      *vm.Type
	fn       func([]Value) []Value
	target   unsafe.Pointer // of a method
	receiver unsafe.Pointer // its word; nil: the first argument is the receiver itself
}

// MakeFunc returns a func of type typ that calls fn.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	t := typ.common()
	f := &funcObject{entry: stubEntry(t), handler: runMadeFunc, typ: t, fn: fn}
	return Value{t, unsafe.Pointer(f), flag(Func)}
}

// runMadeFunc calls the function behind f with the arguments that lie at frame by the call layout. The VM takes the
// results from the Values returned.
func runMadeFunc(f *funcObject, frame unsafe.Pointer) []Value {
	t := f.typ
	in := make([]Value, 0, t.NumIn())
	for i := 0; i < t.NumIn(); i++ {
		arg := t.In(i)
		in = append(in, loaded(arg, frame, 0))
		frame = unsafe.Add(frame, (arg.Size()+7)/8*8)
	}
	out := f.fn(in)
	if len(out) != t.NumOut() {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	for i, x := range out {
		if x.typ_ == nil {
			panic("reflect: function created by MakeFunc using closure returned zero Value")
		}
		if x.flag&flagRO != 0 {
			panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
		}
		if x.typ_ != t.Out(i) || x.flag&flagMethod != 0 {
			// The results lie in a slice of the function's own.
			out = append([]Value(nil), out...)
			for j := i; j < len(out); j++ {
				if out[j].typ_ != nil {
					out[j] = out[j].assignTo("reflect.MakeFunc", t.Out(j), nil)
				}
			}
			return out
		}
	}
	return out
}

// callFunc calls c with args of its parameters' types and writes what it returns to out.
//
//go:noescape
func callFunc(c *callee, args, out []Value)

// stubEntry returns the entry of funcObjects of type t.
//
//go:noescape
func stubEntry(t *vm.Type) uintptr
