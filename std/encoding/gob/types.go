package gob

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
)

// typeId names a type in a stream.
type typeId int32

const (
	boolId typeId = 1 + iota
	intId
	uintId
	floatId
	bytesId
	stringId
	complexId
	interfaceId
	wireTypeId  typeId = 16 // and what it is made of
	firstUserId typeId = 64
)

// CommonType is what the descriptions of all types have.
type CommonType struct {
	Name string
	Id   typeId
}

func (t *CommonType) id() typeId      { return t.Id }
func (t *CommonType) setId(id typeId) { t.Id = id }

// description is a *basicType, *arrayType, *sliceType, *mapType, *structType or *gobEncoderType.
type description interface {
	id() typeId
	setId(id typeId)
	// describe returns the type as text; types in seen, in which it is around itself, are named.
	describe(seen map[typeId]bool) string
}

type basicType struct {
	CommonType
}

type arrayType struct {
	CommonType
	Elem typeId
	Len  int
}

type sliceType struct {
	CommonType
	Elem typeId
}

type mapType struct {
	CommonType
	Key  typeId
	Elem typeId
}

type structType struct {
	CommonType
	Field []fieldType
}

type fieldType struct {
	Name string
	Id   typeId
}

// gobEncoderType is a type whose values encode themselves.
type gobEncoderType struct {
	CommonType
}

// wireType is a description as it is sent: one of the fields is set.
type wireType struct {
	ArrayT           *arrayType
	SliceT           *sliceType
	StructT          *structType
	MapT             *mapType
	GobEncoderT      *gobEncoderType
	BinaryMarshalerT *gobEncoderType
	TextMarshalerT   *gobEncoderType
}

func (w *wireType) name() string {
	switch {
	case w == nil:
	case w.ArrayT != nil:
		return w.ArrayT.Name
	case w.SliceT != nil:
		return w.SliceT.Name
	case w.StructT != nil:
		return w.StructT.Name
	case w.MapT != nil:
		return w.MapT.Name
	case w.GobEncoderT != nil:
		return w.GobEncoderT.Name
	case w.BinaryMarshalerT != nil:
		return w.BinaryMarshalerT.Name
	case w.TextMarshalerT != nil:
		return w.TextMarshalerT.Name
	}
	return "unknown type"
}

func (t *basicType) describe(map[typeId]bool) string      { return t.Name }
func (t *gobEncoderType) describe(map[typeId]bool) string { return t.Name }

func (t *arrayType) describe(seen map[typeId]bool) string {
	if seen[t.Id] {
		return t.Name
	}
	seen[t.Id] = true
	return fmt.Sprintf("[%d]%s", t.Len, describe(t.Elem, seen))
}

func (t *sliceType) describe(seen map[typeId]bool) string {
	if seen[t.Id] {
		return t.Name
	}
	seen[t.Id] = true
	return "[]" + describe(t.Elem, seen)
}

func (t *mapType) describe(seen map[typeId]bool) string {
	if seen[t.Id] {
		return t.Name
	}
	seen[t.Id] = true
	key := describe(t.Key, seen)
	return "map[" + key + "]" + describe(t.Elem, seen)
}

func (t *structType) describe(seen map[typeId]bool) string {
	if seen[t.Id] {
		return t.Name
	}
	seen[t.Id] = true
	text := t.Name + " = struct { "
	for _, f := range t.Field {
		text += f.Name + " " + describe(f.Id, seen) + "; "
	}
	return text + "}"
}

func describe(id typeId, seen map[typeId]bool) string {
	d := local.at(id)
	if d == nil {
		return "<nil>"
	}
	return d.describe(seen)
}

// string returns what the program itself calls a type with that id.
func (id typeId) string() string {
	local.Lock()
	defer local.Unlock()
	return describe(id, map[typeId]bool{})
}

// typeTable has types with their ids, given in the order in which types are sent or described.
type typeTable struct {
	sync.Mutex
	byId   []description
	byType map[reflect.Type]description
	infos  map[reflect.Type]*typeInfo
}

// typeInfo is a type's id and how it is described; basic types need no description.
type typeInfo struct {
	id   typeId
	wire *wireType
}

// local has the types of the program.
var local = newTypeTable()

// newTypeTable returns a table with the types that all streams know.
func newTypeTable() *typeTable {
	t := &typeTable{byId: make([]description, 1, firstUserId), byType: map[reflect.Type]description{}, infos: map[reflect.Type]*typeInfo{}}
	for _, basic := range [...]struct {
		name string
		t    reflect.Type
	}{
		{"bool", reflect.TypeFor[bool]()}, {"int", reflect.TypeFor[int]()}, {"uint", reflect.TypeFor[uint]()}, {"float", reflect.TypeFor[float64]()},
		{"bytes", reflect.TypeFor[[]byte]()}, {"string", reflect.TypeFor[string]()}, {"complex", reflect.TypeFor[complex128]()},
		{"interface", reflect.TypeFor[any]()},
	} {
		d := &basicType{CommonType{Name: basic.name}}
		t.give(d)
		t.byType[basic.t] = d
	}
	for n := 7; n > 0; n-- {
		t.give(&basicType{CommonType{Name: fmt.Sprint("_reserved", n)}})
	}
	if _, err := t.info(formOf(reflect.TypeFor[wireType]())); err != nil {
		panic(err)
	}
	t.byId = t.byId[:firstUserId] // ids in between are never given
	return t
}

func (t *typeTable) next() typeId { return typeId(len(t.byId)) }

// give gives a type the next id if it has none.
func (t *typeTable) give(d description) {
	if d.id() == 0 {
		d.setId(t.next())
		t.byId = append(t.byId, d)
	}
}

// at returns the type with an id, nil if there is none.
func (t *typeTable) at(id typeId) description {
	if id < 0 || t.next() <= id {
		return nil
	}
	return t.byId[id]
}

// builtin returns a type that all streams know.
func builtin(id typeId) description {
	if id >= firstUserId {
		return nil
	}
	local.Lock()
	defer local.Unlock()
	return local.at(id)
}

// infoOf returns what is to be sent of a type, the user's if it encodes itself, else the one without pointers.
func infoOf(f *form) (*typeInfo, error) {
	local.Lock()
	defer local.Unlock()
	return local.info(f)
}

func (t *typeTable) info(f *form) (*typeInfo, error) {
	of := f.base
	if f.encodes != none {
		of = f.user
	}
	if info := t.infos[of]; info != nil {
		return info, nil
	}
	d, err := t.baseType(of.Name(), of)
	if err != nil {
		return nil, err
	}
	info := &typeInfo{id: d.id()}
	if f.encodes != none {
		if d, err = t.describe(of.Name(), f, of); err != nil {
			return nil, err
		}
		d, _ := t.at(d.id()).(*gobEncoderType)
		switch f.encodes {
		case byGob:
			info.wire = &wireType{GobEncoderT: d}
		case byBinary:
			info.wire = &wireType{BinaryMarshalerT: d}
		}
	} else {
		switch d := d.(type) {
		case *arrayType:
			info.wire = &wireType{ArrayT: d}
		case *sliceType:
			info.wire = &wireType{SliceT: d}
		case *mapType:
			info.wire = &wireType{MapT: d}
		case *structType:
			info.wire = &wireType{StructT: d}
		}
	}
	t.infos[of] = info
	return info, nil
}

// baseType describes a type without its pointers.
func (t *typeTable) baseType(name string, of reflect.Type) (description, error) {
	f, err := checkedForm(of)
	if err != nil {
		return nil, err
	}
	return t.describe(name, f, f.base)
}

func (t *typeTable) describe(name string, f *form, of reflect.Type) (description, error) {
	if d := t.byType[of]; d != nil {
		return d, nil
	}
	d, err := t.newType(name, f, of)
	if err != nil {
		if of.Kind() != reflect.Struct { // which stays with the fields that could be described
			delete(t.byType, of)
		}
		return nil, err
	}
	t.byType[of] = d
	return d, nil
}

// newType describes a type. It is in the table while its parts are described, which may contain it.
func (t *typeTable) newType(name string, f *form, of reflect.Type) (description, error) {
	if f.encodes != none {
		d := &gobEncoderType{CommonType{Name: name}}
		t.give(d)
		return d, nil
	}
	switch of.Kind() {
	case reflect.Bool:
		return t.at(boolId), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return t.at(intId), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return t.at(uintId), nil
	case reflect.Float32, reflect.Float64:
		return t.at(floatId), nil
	case reflect.Complex64, reflect.Complex128:
		return t.at(complexId), nil
	case reflect.String:
		return t.at(stringId), nil
	case reflect.Interface:
		return t.at(interfaceId), nil
	case reflect.Array:
		d := &arrayType{CommonType: CommonType{Name: name}, Len: of.Len()}
		t.byType[of] = d
		elem, err := t.baseType("", of.Elem())
		if err != nil {
			return nil, err
		}
		t.give(d)
		d.Elem = elem.id()
		return d, nil
	case reflect.Map:
		d := &mapType{CommonType: CommonType{Name: name}}
		t.byType[of] = d
		key, err := t.baseType("", of.Key())
		if err != nil {
			return nil, err
		}
		elem, err := t.baseType("", of.Elem())
		if err != nil {
			return nil, err
		}
		t.give(d)
		d.Key, d.Elem = key.id(), elem.id()
		return d, nil
	case reflect.Slice:
		if of.Elem().Kind() == reflect.Uint8 {
			return t.at(bytesId), nil
		}
		d := &sliceType{CommonType: CommonType{Name: name}}
		t.byType[of] = d
		elem, err := t.baseType(of.Elem().Name(), of.Elem())
		if err != nil {
			return nil, err
		}
		t.give(d)
		t.give(elem)
		d.Elem = elem.id()
		return d, nil
	case reflect.Struct:
		return t.newStruct(name, of)
	}
	return nil, errors.New("gob NewTypeObject can't handle type: " + of.String())
}

func (t *typeTable) newStruct(name string, of reflect.Type) (description, error) {
	d := &structType{CommonType: CommonType{Name: name}}
	t.byType[of] = d
	t.give(d)
	for i := range of.NumField() {
		field := of.Field(i)
		if !isSent(&field) {
			continue
		}
		f, err := checkedForm(field.Type)
		if err != nil {
			return nil, err
		}
		name := f.base.Name()
		if name == "" {
			name = f.base.String()
		}
		inner, err := t.baseType(name, field.Type)
		if err != nil {
			return nil, err
		}
		t.give(inner)
		d.Field = append(d.Field, fieldType{field.Name, inner.id()})
	}
	return d, nil
}
