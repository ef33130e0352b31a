// Package reflect looks at values and types of any kind while the program runs, and makes new ones.
//
// It stands on the VM's type descriptors (internal/abi). A Value is a type, an address or pointer-shaped word, and
// flags that say how it was come by. Types that are made here and those of the program are one: identical types compare
// equal. Left out: methods of embedded interfaces in StructOf.
package reflect

import (
	vm "internal/abi"
	"strconv"
)

// Kind is the sort of a type.
type Kind uint

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Ptr is the old name of Pointer.
const Ptr = Pointer

// String returns the name of k.
func (k Kind) String() string {
	if k <= UnsafePointer {
		return vm.Kind(k).String()
	}
	return "kind" + strconv.Itoa(int(k))
}

// ChanDir says which operations a channel type allows.
type ChanDir int

const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

// String returns d as it is written in Go.
func (d ChanDir) String() string {
	switch d {
	case RecvDir:
		return "<-chan"
	case SendDir:
		return "chan<-"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

// ValueError is what a method panics with that a Value of this kind does not have.
type ValueError struct {
	Method string
	Kind   Kind
}

// Error implements error.
func (e *ValueError) Error() string {
	on := e.Kind.String()
	if e.Kind == Invalid {
		on = "zero"
	}
	return "reflect: call of " + e.Method + " on " + on + " Value"
}

func kindOf(t *vm.Type) Kind { return Kind(t.Kind()) }
