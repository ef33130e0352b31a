package reflect

import (
	"errors"
	vm "internal/abi"
	"unsafe"
)

// Value is a Go value of any type. The zero Value stands for none.
type Value struct {
	typ_ *vm.Type
	// ptr is the address of the value if flagIndir is set, else the value itself, which is pointer-shaped.
	ptr unsafe.Pointer
	flag
}

// flag says what a Value is and how it was come by: its kind, then the bits below. A method value is the receiver with
// flagMethod and the method's number.
type flag uintptr

const (
	flagKindMask    flag = 1<<5 - 1
	flagStickyRO    flag = 1 << 5 // had through a field that is not exported
	flagEmbedRO     flag = 1 << 6 // had through an embedded one
	flagIndir       flag = 1 << 7
	flagAddr        flag = 1 << 8 // it is a variable
	flagMethod      flag = 1 << 9
	flagMethodShift      = 10
	flagRO               = flagStickyRO | flagEmbedRO
)

func (f flag) kind() Kind { return Kind(f & flagKindMask) }

// ro is what is handed on to parts: once hidden, hidden for ever.
func (f flag) ro() flag {
	if f&flagRO != 0 {
		return flagStickyRO
	}
	return 0
}

// mustBe and those below check for `method`, a whole name.
func (f flag) mustBe(k Kind, method string) {
	if f.kind() != k {
		panic(&ValueError{method, f.kind()})
	}
}

func (f flag) mustBeExported(method string) {
	if f == 0 {
		panic(&ValueError{method, Invalid})
	}
	if f&flagRO != 0 {
		panic("reflect: " + method + " using value obtained using unexported field")
	}
}

func (f flag) mustBeAssignable(method string) {
	if f&flagRO != 0 || f&flagAddr == 0 {
		f.mustBeExported(method)
		panic("reflect: " + method + " using unaddressable value")
	}
}

// ValueOf returns the dynamic value of i; of nil the zero Value.
func ValueOf(i any) Value {
	t := vm.TypeOf(i)
	if t == nil {
		return Value{}
	}
	f := flag(t.Kind())
	if !t.IsDirect() {
		f |= flagIndir
	}
	return Value{t, vm.Word(i), f}
}

// Indirect returns what v points to; v itself if it is no pointer.
func Indirect(v Value) Value {
	if v.kind() != Pointer {
		return v
	}
	return v.Elem()
}

// Zero returns the zero value of typ. It is not addressable.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	t := typ.common()
	f := flag(t.Kind())
	if t.IsDirect() {
		return Value{t, nil, f}
	}
	if t.Size() <= unsafe.Sizeof(zeroes) {
		return Value{t, unsafe.Pointer(&zeroes), f | flagIndir}
	}
	return Value{t, newObject(t), f | flagIndir}
}

// zeroes is what small zero Values lie in; nothing writes to it.
var zeroes [1024]byte

// New returns a pointer to a new zero variable of type typ.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.common()
	return Value{pointerTo(t), newObject(t), flag(Pointer)}
}

// NewAt returns p as a pointer to a variable of type typ.
func NewAt(typ Type, p unsafe.Pointer) Value {
	return Value{pointerTo(typ.common()), p, flag(Pointer)}
}

// word returns the pointer that v, which is pointer-shaped, is.
func (v Value) word() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return *(*unsafe.Pointer)(v.ptr)
	}
	return v.ptr
}

// address returns where v lies; hold is a place for a word that lies nowhere.
func (v Value) address(hold *unsafe.Pointer) unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return v.ptr
	}
	*hold = v.ptr
	return unsafe.Pointer(hold)
}

// loaded is the Value of type t in the variable at p.
func loaded(t *vm.Type, p unsafe.Pointer, f flag) Value {
	if t.IsDirect() {
		return Value{t, *(*unsafe.Pointer)(p), f | flag(t.Kind())}
	}
	c := newObject(t)
	move(t, c, p)
	return Value{t, c, f | flag(t.Kind()) | flagIndir}
}

// IsValid says whether v stands for a value.
func (v Value) IsValid() bool { return v.flag != 0 }

// Kind returns v's kind, Invalid of the zero Value.
func (v Value) Kind() Kind { return v.kind() }

// Type returns v's type.
func (v Value) Type() Type {
	if v.flag&flagMethod == 0 && v.flag != 0 {
		return toRType(v.typ_)
	}
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	return toType(exportedMethod(v.typ_, v.methodIndex()).Type)
}

// Addr returns a pointer to the variable v.
func (v Value) Addr() Value {
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	// What may not be changed may not be changed through its address.
	return Value{pointerTo(v.typ_), v.ptr, v.flag&flagRO | flag(Pointer)}
}

// CanAddr says whether v is a variable.
func (v Value) CanAddr() bool { return v.flag&flagAddr != 0 }

// CanSet says whether v is a variable that may be set.
func (v Value) CanSet() bool { return v.flag&(flagAddr|flagRO) == flagAddr }

// CanInterface says whether Interface may be called.
func (v Value) CanInterface() bool {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&flagRO == 0
}

// Interface returns v as an any.
func (v Value) Interface() any { return v.toInterface(true) }

func (v Value) toInterface(safe bool) any {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if safe && v.flag&flagRO != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	if v.flag&flagMethod != 0 {
		v = methodFunc("Interface", v)
	}
	if v.kind() == Interface {
		return vm.Dynamic(v.typ_, v.ptr)
	}
	return v.pack()
}

// pack makes an any of v, which is no interface. A variable is copied: it may change.
func (v Value) pack() any {
	switch {
	case v.flag&flagIndir == 0:
		return vm.Pack(v.typ_, v.ptr)
	case v.typ_.IsDirect():
		return vm.Pack(v.typ_, *(*unsafe.Pointer)(v.ptr))
	case v.flag&flagAddr != 0:
		c := newObject(v.typ_)
		move(v.typ_, c, v.ptr)
		return vm.Pack(v.typ_, c)
	}
	return vm.Pack(v.typ_, v.ptr)
}

// InterfaceData returns the two words of an interface.
func (v Value) InterfaceData() [2]uintptr {
	v.mustBe(Interface, "reflect.Value.InterfaceData")
	return *(*[2]uintptr)(v.ptr)
}

// TypeAssert is v.Interface().(T) without the box.
func TypeAssert[T any](v Value) (T, bool) {
	if v.flag == 0 {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	if v.flag&flagMethod != 0 {
		v = methodFunc("TypeAssert", v)
	}
	t := TypeFor[T]().common()
	if v.kind() == Interface || t.Kind() == vm.Interface {
		x, ok := v.toInterface(true).(T)
		return x, ok
	}
	if t != v.typ_ {
		var zero T
		return zero, false
	}
	var hold unsafe.Pointer
	return *(*T)(v.address(&hold)), true
}

// Elem returns what the interface v holds or the pointer v points to.
func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		x := ValueOf(vm.Dynamic(v.typ_, v.ptr))
		if x.flag != 0 {
			x.flag |= v.flag.ro()
		}
		return x
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		t := v.typ_.Elem()
		return Value{t, p, v.flag&flagRO | flagIndir | flagAddr | flag(t.Kind())}
	}
	panic(&ValueError{"reflect.Value.Elem", v.kind()})
}

// NumField returns how many fields the struct v has.
func (v Value) NumField() int {
	v.mustBe(Struct, "reflect.Value.NumField")
	return v.typ_.NumField()
}

// Field returns the field i of the struct v.
func (v Value) Field(i int) Value {
	if v.kind() != Struct {
		panic(&ValueError{"reflect.Value.Field", v.kind()})
	}
	if uint(i) >= uint(v.typ_.NumField()) {
		panic("reflect: Field index out of range")
	}
	t, offset, hidden, embedded := v.typ_.FieldPlace(i)
	f := v.flag&(flagStickyRO|flagIndir|flagAddr) | flag(t.Kind())
	if hidden {
		if embedded {
			f |= flagEmbedRO
		} else {
			f |= flagStickyRO
		}
	}
	// A struct that is not behind an address is pointer-shaped, and so is its only field.
	return Value{t, unsafe.Add(v.ptr, offset), f}
}

// FieldByIndex follows a path of fields.
func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.mustBe(Struct, "reflect.Value.FieldByIndex")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && v.typ_.Elem().Kind() == vm.Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

// FieldByIndexErr is FieldByIndex with an error for a nil pointer on the way.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.mustBe(Struct, "reflect.Value.FieldByIndexErr")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && v.typ_.Elem().Kind() == vm.Struct {
			if v.IsNil() {
				name := v.typ_.Elem().Name()
				return Value{}, errors.New("reflect: indirection through nil pointer to embedded struct field " + name)
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

// FieldByName returns the field that v.name means; if there is none the zero Value.
func (v Value) FieldByName(name string) Value {
	v.mustBe(Struct, "reflect.Value.FieldByName")
	if f, ok := toRType(v.typ_).FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc returns the field whose name matches; if there is not exactly one the zero Value.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := toRType(v.typ_).FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

func newObject(t *vm.Type) unsafe.Pointer

// move copies the value of type t at src to dst.
//
//go:noescape
func move(t *vm.Type, dst, src unsafe.Pointer)

// wipe makes the n values of type t from p on zero.
//
//go:noescape
func wipe(t *vm.Type, p unsafe.Pointer, n int)
