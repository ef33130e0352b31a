package gob

import (
	"errors"
	"reflect"
)

// decPlan is how values of a type of the stream are decoded into ones of a type of the program, or skipped.
type decPlan struct {
	kind    reflect.Kind // without pointers; Invalid to skip
	typ     reflect.Type
	by      method
	pointer bool     // the method is the pointer's
	skip    skipKind // if kind is Invalid
	name    string   // of what is decoded, for errors
	key     *decPlan
	elem    *decPlan
	len     int         // of an array that is skipped
	inner   *structPlan // of a struct
}

// structPlan is a plan for the fields of a struct of the stream.
type structPlan struct {
	fields []decField
	known  int // fields that are decoded
}

type decField struct {
	index []int // nil to skip the field
	name  string
	plan  *decPlan
}

// skipKind is what is skipped.
type skipKind int8

const (
	skipUint skipKind = iota
	skipTwoUints
	skipBytes // of strings as well
	skipInterface
	skipArray
	skipSlice
	skipMap
	skipStruct
	skipMarshaled
)

const deepestSkip = 10000 // types in types

var (
	errBadType = errors.New("gob: unknown type id or corrupted data")
	errRange   = errors.New("gob: bad data: field numbers out of bounds")
	errTooDeep = errors.New("invalid nesting depth")
)

func outOfRange(name string) error { return errors.New(`value for "` + name + `" out of range`) }

// structPlanOf returns the plan for a struct type of the stream and a struct type of the program.
func (d *Decoder) structPlanOf(id typeId, f *form) (*structPlan, error) {
	plans := d.structs[f.user]
	if plans == nil {
		plans = map[typeId]*structPlan{}
		d.structs[f.user] = plans
	}
	if p := plans[id]; p != nil {
		return p, nil
	}
	p := new(structPlan)
	plans[id] = p // types may contain themselves
	if err := d.compileStruct(p, id, f); err != nil {
		delete(plans, id)
		return nil, err
	}
	return p, nil
}

func (d *Decoder) compileStruct(p *structPlan, id typeId, f *form) (err error) {
	defer catch(&err)
	var wire *structType
	if b := builtin(id); b != nil {
		wire, _ = b.(*structType)
	} else if w := d.wire[id]; w != nil {
		wire = w.StructT
	} else {
		fail(errBadType)
	}
	if wire == nil {
		failf("type mismatch in decoder: want struct type %s; got non-struct", f.base)
	}
	fields := make([]decField, len(wire.Field))
	c := compiler{d, map[reflect.Type]*decPlan{}}
	for i, remote := range wire.Field {
		if remote.Name == "" {
			failf("empty name for remote field of type %s", wire.Name)
		}
		field, ok := f.base.FieldByName(remote.Name)
		if !ok || !field.IsExported() {
			fields[i].plan = d.skipPlan(remote.Id, map[typeId]*decPlan{}, 0)
			continue
		}
		if !d.isCompatible(field.Type, remote.Id, map[reflect.Type]typeId{}) {
			failf("wrong type (%s) for received field %s.%s", field.Type, wire.Name, remote.Name)
		}
		fields[i] = decField{field.Index, remote.Name, c.plan(remote.Id, field.Type, field.Name)}
		p.known++
	}
	p.fields = fields
	return nil
}

// singlePlanOf returns the plan for a value that is no struct or decodes itself.
func (d *Decoder) singlePlanOf(id typeId, f *form) (p *decPlan, err error) {
	defer catch(&err)
	plans := d.singles[f.user]
	if plans == nil {
		plans = map[typeId]*decPlan{}
		d.singles[f.user] = plans
	}
	if p := plans[id]; p != nil {
		return p, nil
	}
	name := f.user.String()
	if !d.isCompatible(f.user, id, map[reflect.Type]typeId{}) {
		remote := d.typeName(id)
		if f.base.Kind() == reflect.Interface && id != interfaceId {
			return nil, errors.New("gob: local interface type " + name + " can only be decoded from remote interface type; received concrete type " + remote)
		}
		return nil, errors.New("gob: decoding into local type " + name + ", received remote type " + remote)
	}
	p = compiler{d, map[reflect.Type]*decPlan{}}.plan(id, f.user, name)
	plans[id] = p
	return p, nil
}

func (d *Decoder) typeName(id typeId) string {
	local.Lock()
	known := local.at(id) != nil
	local.Unlock()
	if known {
		return id.string()
	}
	return d.wire[id].name()
}

// isCompatible says whether values of the type id of the stream can be stored in type t. Structs are looked at later.
func (d *Decoder) isCompatible(t reflect.Type, id typeId, pending map[reflect.Type]typeId) bool {
	if expected, ok := pending[t]; ok {
		return expected == id
	}
	pending[t] = id
	f := formOf(t)
	wire := d.wire[id]
	if wire == nil {
		wire = new(wireType)
	}
	if (f.decodes == byGob) != (wire.GobEncoderT != nil) || (f.decodes == byBinary) != (wire.BinaryMarshalerT != nil) ||
		(f.decodes == byText) != (wire.TextMarshalerT != nil) {
		return false
	}
	if f.decodes != none {
		return true
	}
	switch f.base.Kind() {
	case reflect.Bool:
		return id == boolId
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return id == intId
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return id == uintId
	case reflect.Float32, reflect.Float64:
		return id == floatId
	case reflect.Complex64, reflect.Complex128:
		return id == complexId
	case reflect.String:
		return id == stringId
	case reflect.Interface:
		return id == interfaceId
	case reflect.Array:
		return wire.ArrayT != nil && f.base.Len() == wire.ArrayT.Len && d.isCompatible(f.base.Elem(), wire.ArrayT.Elem, pending)
	case reflect.Map:
		return wire.MapT != nil && d.isCompatible(f.base.Key(), wire.MapT.Key, pending) && d.isCompatible(f.base.Elem(), wire.MapT.Elem, pending)
	case reflect.Slice:
		if f.base.Elem().Kind() == reflect.Uint8 {
			return id == bytesId
		}
		s := wire.SliceT
		if b := builtin(id); b != nil {
			s, _ = b.(*sliceType)
		}
		return s != nil && d.isCompatible(formOf(f.base.Elem()).base, s.Elem, pending)
	case reflect.Struct:
		return true
	}
	return false
}

// compiler makes the plans for one struct or value; in it each local type has one plan.
type compiler struct {
	*Decoder
	plans map[reflect.Type]*decPlan
}

func (c compiler) plan(id typeId, t reflect.Type, name string) *decPlan {
	f := formOf(t)
	if f.decodes != none {
		receiver := f.user
		for range max(f.decodeIndir, 0) {
			receiver = receiver.Elem()
		}
		pointer := f.decodeIndir < 0 || receiver.Kind() == reflect.Pointer
		return &decPlan{kind: f.base.Kind(), typ: f.user, by: f.decodes, pointer: pointer}
	}
	if p := c.plans[t]; p != nil {
		return p
	}
	p := &decPlan{kind: f.base.Kind(), typ: f.base, name: name}
	c.plans[t] = p
	switch p.kind {
	case reflect.Array:
		p.name = "element of " + name
		p.elem = c.plan(c.wire[id].ArrayT.Elem, f.base.Elem(), p.name)
	case reflect.Map:
		wire := c.wire[id].MapT
		p.key = c.plan(wire.Key, f.base.Key(), "key of "+name)
		p.elem = c.plan(wire.Elem, f.base.Elem(), "element of "+name)
	case reflect.Slice:
		p.name = "element of " + name
		if f.base.Elem().Kind() == reflect.Uint8 {
			break
		}
		var elem typeId
		if b := builtin(id); b != nil {
			elem = b.(*sliceType).Elem
		} else {
			elem = c.wire[id].SliceT.Elem
		}
		p.elem = c.plan(elem, f.base.Elem(), p.name)
	case reflect.Struct:
		var err error
		if p.inner, err = c.structPlanOf(id, formOf(f.base)); err != nil {
			fail(err)
		}
	case reflect.Chan, reflect.Func, reflect.UnsafePointer:
		failf("decode can't handle type %s", t)
	}
	return p
}

var noFields = formOf(reflect.TypeFor[struct{}]())

// skipPlan returns the plan to skip values of a type of the stream.
func (d *Decoder) skipPlan(id typeId, pending map[typeId]*decPlan, depth int) *decPlan {
	if depth > deepestSkip {
		fail(errTooDeep)
	}
	if p := pending[id]; p != nil {
		return p
	}
	p := new(decPlan)
	switch id {
	case boolId, intId, uintId, floatId:
		return p
	case bytesId, stringId:
		p.skip = skipBytes
		return p
	case complexId:
		p.skip = skipTwoUints
		return p
	}
	pending[id] = p
	if id == interfaceId {
		p.skip = skipInterface
		return p
	}
	wire := d.wire[id]
	switch {
	case wire == nil:
		failf("bad data: undefined type %s", id.string())
	case wire.ArrayT != nil:
		p.skip, p.len = skipArray, wire.ArrayT.Len
		p.elem = d.skipPlan(wire.ArrayT.Elem, pending, depth+1)
	case wire.MapT != nil:
		p.skip = skipMap
		p.key = d.skipPlan(wire.MapT.Key, pending, depth+1)
		p.elem = d.skipPlan(wire.MapT.Elem, pending, depth+1)
	case wire.SliceT != nil:
		p.skip = skipSlice
		p.elem = d.skipPlan(wire.SliceT.Elem, pending, depth+1)
	case wire.StructT != nil:
		p.skip = skipStruct
		var err error
		if p.inner, err = d.structPlanOf(id, noFields); err != nil {
			fail(err)
		}
	case wire.GobEncoderT != nil, wire.BinaryMarshalerT != nil, wire.TextMarshalerT != nil:
		p.skip = skipMarshaled
	default:
		failf("bad data: ignore can't handle type %s", id.string())
	}
	return p
}
