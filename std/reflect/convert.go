package reflect

import (
	vm "internal/abi"
	"strconv"
	"unsafe"
)

// conversion is a way to convert (spec: Conversions).
type conversion uint8

const (
	convertNot conversion = iota
	convertAsIs
	convertToInterface
	convertInt
	convertUint
	convertFloatToInt
	convertFloatToUint
	convertIntToFloat
	convertUintToFloat
	convertFloat
	convertComplex
	convertIntToString
	convertUintToString
	convertBytesToString
	convertRunesToString
	convertStringToBytes
	convertStringToRunes
	convertSliceToArray
	convertSliceToArrayPointer
)

type kindClass uint8

const (
	otherClass kindClass = iota
	intClass
	uintClass
	floatClass
	complexClass
)

func classOf(k Kind) kindClass {
	switch {
	case k >= Int && k <= Int64:
		return intClass
	case k >= Uint && k <= Uintptr:
		return uintClass
	case k == Float32 || k == Float64:
		return floatClass
	case k == Complex64 || k == Complex128:
		return complexClass
	}
	return otherClass
}

// conversionOf says how values of type from become values of type to.
func conversionOf(to, from *vm.Type) conversion {
	k := kindOf(to)
	class := classOf(k)
	switch classOf(kindOf(from)) {
	case intClass:
		switch {
		case class == intClass || class == uintClass:
			return convertInt
		case class == floatClass:
			return convertIntToFloat
		case k == String:
			return convertIntToString
		}
	case uintClass:
		switch {
		case class == intClass || class == uintClass:
			return convertUint
		case class == floatClass:
			return convertUintToFloat
		case k == String:
			return convertUintToString
		}
	case floatClass:
		switch class {
		case intClass:
			return convertFloatToInt
		case uintClass:
			return convertFloatToUint
		case floatClass:
			return convertFloat
		}
	case complexClass:
		if class == complexClass {
			return convertComplex
		}
	}
	switch kindOf(from) {
	case String:
		if k == Slice {
			switch kindOf(to.Elem()) {
			case Uint8:
				return convertStringToBytes
			case Int32:
				return convertStringToRunes
			}
		}
	case Slice:
		elem := from.Elem()
		switch {
		case k == String && elem.Kind() == vm.Uint8:
			return convertBytesToString
		case k == String && elem.Kind() == vm.Int32:
			return convertRunesToString
		case k == Pointer && to.Elem().Kind() == vm.Array && to.Elem().Elem() == elem:
			return convertSliceToArrayPointer
		case k == Array && to.Elem() == elem:
			return convertSliceToArray
		}
	case Chan:
		if k == Chan && assignableAsIs(to, from) {
			return convertAsIs
		}
	}
	if sameUnderlying(to, from, false) {
		return convertAsIs
	}
	if k == Pointer && from.Kind() == vm.Pointer && to.Name() == "" && from.Name() == "" &&
		sameUnderlying(to.Elem(), from.Elem(), false) {
		return convertAsIs
	}
	if k == Interface && vm.Implements(from, to) {
		return convertToInterface
	}
	return convertNot
}

// CanConvert says whether Convert(t) would not panic.
func (v Value) CanConvert(t Type) bool {
	from := v.Type()
	if !from.ConvertibleTo(t) {
		return false
	}
	if from.Kind() == Slice {
		switch {
		case t.Kind() == Array:
			return t.Len() <= v.Len()
		case t.Kind() == Pointer && t.Elem().Kind() == Array:
			return t.Elem().Len() <= v.Len()
		}
	}
	return true
}

// Convert returns v converted to type t.
func (v Value) Convert(t Type) Value {
	if v.flag&flagMethod != 0 {
		v = methodFunc("Convert", v)
	}
	to := t.common()
	how := conversionOf(to, v.typ_)
	switch how {
	case convertNot:
		panic("reflect.Value.Convert: value of type " + v.typ_.String() + " cannot be converted to type " + to.String())
	case convertAsIs:
		return v.retyped(to)
	case convertSliceToArrayPointer:
		n := to.Elem().Len()
		v.mustHold(n, " to pointer to array with length ")
		return Value{to, v.slice().data, v.flag&^(flagIndir|flagAddr|flagKindMask) | flag(Pointer)}
	case convertToInterface:
		if v.kind() == Interface && v.IsNil() {
			x := Zero(toRType(to))
			x.flag |= v.flag.ro()
			return x
		}
		p := newObject(to)
		storeInterface(to, p, v.toInterface(false))
		return Value{to, p, v.flag.ro() | flagIndir | flag(Interface)}
	}
	// All others make a new value.
	x := Value{to, newObject(to), v.flag.ro() | flagIndir | flag(to.Kind())}
	w := Value{to, x.ptr, flagIndir | flagAddr | flag(to.Kind())}
	switch how {
	case convertInt:
		w.setBits(uint64(v.Int()))
	case convertUint:
		w.setBits(v.Uint())
	case convertFloatToInt:
		w.setBits(uint64(int64(v.Float())))
	case convertFloatToUint:
		w.setBits(uint64(v.Float()))
	case convertIntToFloat:
		w.SetFloat(float64(v.Int()))
	case convertUintToFloat:
		w.SetFloat(float64(v.Uint()))
	case convertFloat:
		if v.kind() == Float32 && w.kind() == Float32 {
			// A signalling NaN stays one.
			*(*uint32)(w.ptr) = *(*uint32)(v.ptr)
		} else {
			w.SetFloat(v.Float())
		}
	case convertComplex:
		w.SetComplex(v.Complex())
	case convertIntToString:
		s := "\uFFFD"
		if n := v.Int(); int64(rune(n)) == n {
			s = string(rune(n))
		}
		w.SetString(s)
	case convertUintToString:
		s := "\uFFFD"
		if n := v.Uint(); uint64(rune(n)) == n {
			s = string(rune(n))
		}
		w.SetString(s)
	case convertBytesToString:
		w.SetString(string(*(*[]byte)(v.ptr)))
	case convertRunesToString:
		w.SetString(string(*(*[]rune)(v.ptr)))
	case convertStringToBytes:
		*(*[]byte)(w.ptr) = []byte(v.String())
	case convertStringToRunes:
		*(*[]rune)(w.ptr) = []rune(v.String())
	case convertSliceToArray:
		v.mustHold(to.Len(), " to array with length ")
		moveElements(to.Elem(), w.ptr, v.slice().data, to.Len())
		if to.IsDirect() {
			return Value{to, *(*unsafe.Pointer)(w.ptr), v.flag.ro() | flag(Array)}
		}
	}
	return x
}

// mustHold checks that the slice v is long enough for an array.
func (v Value) mustHold(n int, what string) {
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + strconv.Itoa(v.Len()) + what + strconv.Itoa(n))
	}
}

// retyped is v as a value of type t, which is laid out the same. A variable is copied.
func (v Value) retyped(t *vm.Type) Value {
	if v.flag&flagAddr != 0 {
		c := newObject(t)
		move(t, c, v.ptr)
		v.ptr = c
		v.flag &^= flagAddr
	}
	return Value{t, v.ptr, v.flag.ro() | v.flag}
}

// setBits sets an integer of either sign.
func (v Value) setBits(x uint64) {
	switch v.typ_.Size() {
	case 1:
		*(*uint8)(v.ptr) = uint8(x)
	case 2:
		*(*uint16)(v.ptr) = uint16(x)
	case 4:
		*(*uint32)(v.ptr) = uint32(x)
	default:
		*(*uint64)(v.ptr) = x
	}
}
