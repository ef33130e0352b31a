package reflect

import (
	vm "internal/abi"
	"strconv"
)

// StructField describes a field of a struct type.
type StructField struct {
	Name    string
	PkgPath string // the package of a name that is not exported

	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int // for FieldByIndex
	Anonymous bool  // embedded
}

// IsExported says whether the field's name is exported.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// StructTag is the tag of a field: by convention key:"value" pairs.
type StructTag string

// Get returns the value of key, "" if there is none.
func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

// Lookup returns the value of key and whether the tag has one.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	rest := string(tag)
	for {
		for rest != "" && rest[0] == ' ' {
			rest = rest[1:]
		}
		n := 0
		for n < len(rest) && rest[n] > ' ' && rest[n] != ':' && rest[n] != '"' && rest[n] != 0x7f {
			n++
		}
		if n == 0 || n+1 >= len(rest) || rest[n] != ':' || rest[n+1] != '"' {
			return "", false
		}
		name, quoted := rest[:n], rest[n+1:]
		end := 1
		for end < len(quoted) && quoted[end] != '"' {
			if quoted[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(quoted) {
			return "", false
		}
		if name == key {
			value, err := strconv.Unquote(quoted[:end+1])
			return value, err == nil
		}
		rest = quoted[end+1:]
	}
}

// smallIndices are the indices of single fields, which share their memory.
var smallIndices = [256]int{
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
	20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39,
	40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59,
	60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79,
	80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99,
	100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119,
	120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139,
	140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159,
	160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179,
	180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197, 198, 199,
	200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219,
	220, 221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239,
	240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255,
}

// fieldOf describes the field i of a struct type.
func fieldOf(t *vm.Type, i int) StructField {
	if uint(i) >= uint(t.NumField()) {
		panic("reflect: Field index out of bounds")
	}
	f := t.Field(i)
	field := StructField{Name: f.Name, PkgPath: f.PkgPath, Type: toType(f.Type), Tag: StructTag(f.Tag), Offset: f.Offset,
		Anonymous: f.Embedded}
	if i < len(smallIndices) {
		field.Index = smallIndices[i : i+1 : i+1]
	} else {
		field.Index = []int{i}
	}
	return field
}

func (t *rtype) mustBeStruct(method string) {
	if t.Kind() != Struct {
		panic("reflect: " + method + " of non-struct type " + t.String())
	}
}

func (t *rtype) NumField() int {
	t.mustBeStruct("NumField")
	return t.t.NumField()
}

func (t *rtype) Field(i int) StructField {
	t.mustBeStruct("Field")
	return fieldOf(&t.t, i)
}

func (t *rtype) FieldByIndex(index []int) StructField {
	t.mustBeStruct("FieldByIndex")
	field := StructField{Type: t}
	for i, x := range index {
		from := field.Type
		if i > 0 && from.Kind() == Pointer && from.Elem().Kind() == Struct {
			from = from.Elem()
		}
		field = from.Field(x)
	}
	return field
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	t.mustBeStruct("FieldByName")
	embeds := false
	if name != "" {
		for i := 0; i < t.t.NumField(); i++ {
			f := t.t.Field(i)
			if f.Name == name {
				return fieldOf(&t.t, i), true
			}
			embeds = embeds || f.Embedded
		}
	}
	if !embeds {
		return StructField{}, false
	}
	return findField(&t.t, func(s string) bool { return s == name })
}

func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	t.mustBeStruct("FieldByNameFunc")
	return findField(&t.t, match)
}

// level is a struct type met at one depth of embedding, and the way to it.
type level struct {
	t     *vm.Type
	index []int
	twice bool // at this depth there are several: what they have is ambiguous
}

// findField looks for the one match at the shallowest depth that has any (spec: Selectors). Two of them hide each other
// and everything deeper.
func findField(t *vm.Type, match func(string) bool) (field StructField, ok bool) {
	next := []level{{t: t}}
	seen := map[*vm.Type]bool{}
	for len(next) > 0 && !ok {
		current := next
		next = nil
		for _, at := range current {
			if seen[at.t] {
				continue
			}
			seen[at.t] = true
			for i := 0; i < at.t.NumField(); i++ {
				f := at.t.Field(i)
				if match(f.Name) {
					if at.twice || ok {
						return StructField{}, false
					}
					field = fieldOf(at.t, i)
					if len(at.index) > 0 {
						field.Index = append(append([]int(nil), at.index...), i)
					}
					ok = true
					continue
				}
				if ok || !f.Embedded {
					continue
				}
				inner := f.Type
				if inner.Kind() == vm.Pointer {
					inner = inner.Elem()
				}
				if inner.Kind() != vm.Struct {
					continue
				}
				next = addLevel(next, level{inner, at.index, at.twice}, i)
			}
		}
	}
	return field, ok
}

// addLevel queues the struct in the field i once.
func addLevel(next []level, l level, i int) []level {
	for j := range next {
		if next[j].t == l.t {
			next[j].twice = true
			return next
		}
	}
	l.index = append(append([]int(nil), l.index...), i)
	return append(next, l)
}

// VisibleFields returns the fields of t and, behind each embedded struct, those promoted from it, without the hidden.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	w := visibleWalk{byName: map[string]int{}, visiting: map[Type]bool{}}
	w.walk(t)
	fields := w.fields[:0]
	for _, f := range w.fields {
		if f.Name != "" {
			fields = append(fields, f)
		}
	}
	return fields
}

// visibleWalk collects fields; those that others hide lose their name.
type visibleWalk struct {
	byName   map[string]int // where the one in force lies in fields
	visiting map[Type]bool
	fields   []StructField
	index    []int
}

func (w *visibleWalk) walk(t Type) {
	if w.visiting[t] {
		return
	}
	w.visiting[t] = true
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		w.index = append(w.index, i)
		add := true
		if at, ok := w.byName[f.Name]; ok {
			old := &w.fields[at]
			switch {
			case len(w.index) == len(old.Index):
				// Of the same depth: both go, and both still hide what is deeper.
				old.Name = ""
				add = false
			case len(w.index) < len(old.Index):
				old.Name = ""
			default:
				add = false
			}
		}
		if add {
			f.Index = append([]int(nil), w.index...)
			w.byName[f.Name] = len(w.fields)
			w.fields = append(w.fields, f)
		}
		if f.Anonymous {
			inner := f.Type
			if inner.Kind() == Pointer {
				inner = inner.Elem()
			}
			if inner.Kind() == Struct {
				w.walk(inner)
			}
		}
		w.index = w.index[:len(w.index)-1]
	}
	delete(w.visiting, t)
}
