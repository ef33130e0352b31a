package reflect

import (
	vm "internal/abi"
	"unsafe"
)

// Method describes a method.
type Method struct {
	Name    string
	PkgPath string // of a name that is not exported (in interface types only)

	Type  Type  // the func type; of other types than interfaces with the receiver first
	Func  Value // the func; none of interface types
	Index int   // for Type.Method
}

// IsExported says whether the method's name is exported.
func (m Method) IsExported() bool { return m.PkgPath == "" }

// exportedCount returns how many methods can be had by Method: the VM's list is in the order of names, and exported ones
// begin with an upper case letter of any alphabet.
func exportedCount(t *vm.Type) int {
	n := t.NumMethod()
	if t.Kind() == vm.Interface {
		return n
	}
	count := 0
	for i := 0; i < n; i++ {
		if t.IsMethodExported(i) {
			count++
		}
	}
	return count
}

// exportedMethod returns the method i of those.
func exportedMethod(t *vm.Type, i int) vm.Method {
	if t.Kind() == vm.Interface {
		return t.Method(i)
	}
	for j := 0; ; j++ {
		if t.IsMethodExported(j) {
			if i == 0 {
				return t.Method(j)
			}
			i--
		}
	}
}

// numberOf returns the number of the method of that name, -1 if there is none.
func numberOf(t *vm.Type, name string) int {
	n := 0
	for i := 0; i < t.NumMethod(); i++ {
		if t.Kind() == vm.Interface || t.IsMethodExported(i) {
			if t.MethodName(i) == name {
				return n
			}
			n++
		}
	}
	return -1
}

func (t *rtype) NumMethod() int { return exportedCount(&t.t) }

func (t *rtype) Method(i int) Method {
	if t.Kind() == Interface {
		if i < 0 || i >= t.t.NumMethod() {
			return Method{}
		}
		m := t.t.Method(i)
		return Method{Name: m.Name, PkgPath: m.PkgPath, Type: toType(m.Type), Index: i}
	}
	if i < 0 || i >= exportedCount(&t.t) {
		panic("reflect: Method index out of range")
	}
	m := exportedMethod(&t.t, i)
	in := make([]Type, 0, 1+m.Type.NumIn())
	in = append(in, t)
	for j := 0; j < m.Type.NumIn(); j++ {
		in = append(in, toType(m.Type.In(j)))
	}
	out := make([]Type, 0, m.Type.NumOut())
	for j := 0; j < m.Type.NumOut(); j++ {
		out = append(out, toType(m.Type.Out(j)))
	}
	withReceiver := FuncOf(in, out, m.Type.IsVariadic())
	fn := functionValue(m.Entry)
	if !t.t.IsDirect() {
		// The function takes the receiver's address.
		f := &funcObject{entry: stubEntry(withReceiver.common()), typ: withReceiver.common(), target: fn}
		fn = unsafe.Pointer(f)
	}
	return Method{Name: m.Name, Type: withReceiver, Func: Value{withReceiver.common(), fn, flag(Func)}, Index: i}
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	if i := numberOf(&t.t, name); i >= 0 {
		return t.Method(i), true
	}
	return Method{}, false
}

func (v Value) methodIndex() int { return int(v.flag >> flagMethodShift) }

// NumMethod returns how many methods v has by Method.
func (v Value) NumMethod() int {
	if v.typ_ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return 0
	}
	return exportedCount(v.typ_)
}

// Method returns the method i of v as a func with v as receiver.
func (v Value) Method(i int) Value {
	if v.typ_ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&flagMethod != 0 || uint(i) >= uint(exportedCount(v.typ_)) {
		panic("reflect: Method index out of range")
	}
	if v.kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	return Value{v.typ_, v.ptr, v.flag.ro() | v.flag&flagIndir | flag(Func) | flagMethod | flag(i)<<flagMethodShift}
}

// MethodByName returns the method of that name, the zero Value if there is none.
func (v Value) MethodByName(name string) Value {
	if v.typ_ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return Value{}
	}
	i := numberOf(v.typ_, name)
	if i < 0 {
		return Value{}
	}
	return v.Method(i)
}

// methodCallee resolves the method value v.
func methodCallee(op string, v Value) callee {
	m := exportedMethod(v.typ_, v.methodIndex())
	if m.PkgPath != "" {
		panic("reflect: " + op + " of unexported method")
	}
	if v.typ_.Kind() != vm.Interface {
		receiver := v.ptr
		if v.typ_.IsDirect() {
			receiver = v.word()
		}
		return callee{m.Type, functionValue(m.Entry), receiver, true}
	}
	x := vm.Dynamic(v.typ_, v.ptr)
	t := vm.TypeOf(x)
	if t == nil {
		panic("reflect: " + op + " of method on nil interface value")
	}
	own := exportedMethod(t, numberOf(t, m.Name))
	return callee{m.Type, functionValue(own.Entry), vm.Word(x), true}
}

// methodFunc turns the method value v into a func like any other.
func methodFunc(op string, v Value) Value {
	c := methodCallee(op, v)
	f := &funcObject{entry: stubEntry(c.t), typ: c.t, target: c.fn, receiver: c.receiver}
	if c.receiver == nil {
		// A nil receiver is one all the same.
		f.handler = runNilMethod
	}
	return Value{c.t, unsafe.Pointer(f), v.flag.ro() | flag(Func)}
}

// runNilMethod calls the method f with a nil pointer as receiver.
func runNilMethod(f *funcObject, frame unsafe.Pointer) []Value {
	c := callee{f.typ, f.target, nil, true}
	args := make([]Value, f.typ.NumIn())
	for i := range args {
		arg := f.typ.In(i)
		args[i] = loaded(arg, frame, 0)
		frame = unsafe.Add(frame, (arg.Size()+7)/8*8)
	}
	out := make([]Value, f.typ.NumOut())
	callFunc(&c, args, out)
	return out
}

// functionValue returns the func value of a function of the VM.
//
//go:noescape
func functionValue(entry uint32) unsafe.Pointer
