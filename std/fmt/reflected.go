package fmt

import (
	"internal/abi"
	"unsafe"
)

// reflected is a reflect.Value as it lies in memory: fmt prints what it stands for.
type reflected struct {
	typ  *abi.Type
	ptr  unsafe.Pointer // the value's address if isIndirect, else the value
	flag uintptr
}

const (
	hiddenBits     = 3 << 5 // had through a field that is not exported
	indirectBit    = 1 << 7
	addressableBit = 1 << 8
	methodBit      = 1 << 9
)

// isReflected says whether t is reflect.Value.
func isReflected(t *abi.Type) bool {
	return t.Kind() == abi.Struct && t.Size() == unsafe.Sizeof(reflected{}) && t.Name() == "Value" && t.PkgPath() == "reflect"
}

// reflected prints what a reflect.Value stands for.
func (p *printer) reflected(v *reflected, verb rune) {
	if v.flag == 0 {
		p.text("<invalid reflect.Value>")
		return
	}
	if v.flag&methodBit != 0 {
		p.hex(uint64(uintptr(v.ptr)), !p.sharp)
		return
	}
	at := v.ptr
	if v.flag&indirectBit == 0 {
		at = unsafe.Pointer(&v.ptr)
	}
	exported := v.flag&hiddenBits == 0
	if exported {
		if v.typ.Kind() == abi.Interface {
			p.arg = abi.Dynamic(v.typ, at)
		} else {
			p.arg = abi.Copied(v.typ, at)
		}
		if p.arg != nil && p.methods(verb) {
			return
		}
	}
	p.value(v.typ, at, verb, 0, reach{exported, v.flag&addressableBit != 0})
}
