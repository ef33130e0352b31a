package json

import (
	"reflect"
	"sort"
	"strings"
	"unicode"
)

// field is a field of a struct that has a place in JSON.
type field struct {
	name       string
	quotedName string // with quotes and colon
	quotedHTML string
	index      []int
	t          reflect.Type
	tagged     bool
	opts       option
	omitEmpty  bool
	omitZero   bool

	behindPointer bool // it lies in an embedded pointer's struct
}

// structFields are those of a struct, in the order of declaration.
type structFields struct {
	list   []field
	byName map[string]int
}

// find returns the field in v; false if it lies behind a nil pointer.
func (f *field) find(v reflect.Value) (reflect.Value, bool) {
	for i, x := range f.index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, true
}

// lookup returns the field that a name of JSON means: the same, else one that differs in case.
func (s *structFields) lookup(name []byte) *field {
	if i, ok := s.byName[string(name)]; ok {
		return &s.list[i]
	}
	for i := range s.list {
		if strings.EqualFold(s.list[i].name, string(name)) {
			return &s.list[i]
		}
	}
	return nil
}

func fieldsOf(t reflect.Type) *structFields {
	info := infoOf(t)
	if info.fields == nil {
		info.fields = collectFields(t)
	}
	return info.fields
}

// parseTag splits `name,option,…`.
func parseTag(tag string) (name string, options []string) {
	parts := strings.Split(tag, ",")
	return parts[0], parts[1:]
}

func has(options []string, option string) bool {
	for _, s := range options {
		if s == option {
			return true
		}
	}
	return false
}

// isBefore says whether the field at a is declared before that at b.
func isBefore(a, b []int) bool {
	for i := range a {
		if i >= len(b) {
			return false
		}
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return len(a) < len(b)
}

// isValidName says whether a tag's name may be used.
func isValidName(s string) bool {
	for _, c := range s {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c) && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return s != ""
}

// embedded is a struct whose fields count as those of the one it lies in.
type embedded struct {
	t             reflect.Type
	index         []int
	behindPointer bool
}

// collectFields walks through embedded structs, level by level, and settles conflicts by Go's rules for embedding; among
// fields of one depth one with a name in its tag wins.
func collectFields(t reflect.Type) *structFields {
	var all []field
	next := []embedded{{t: t}}
	seen := map[reflect.Type]bool{}
	var count map[reflect.Type]int
	for len(next) > 0 {
		current := next
		next = nil
		counted := count
		count = map[reflect.Type]int{}
		for _, level := range current {
			if seen[level.t] {
				continue
			}
			seen[level.t] = true
			for i := 0; i < level.t.NumField(); i++ {
				sf := level.t.Field(i)
				inner := sf.Type
				if inner.Name() == "" && inner.Kind() == reflect.Pointer {
					inner = inner.Elem()
				}
				if sf.Anonymous {
					if !sf.IsExported() && inner.Kind() != reflect.Struct {
						continue
					}
				} else if !sf.IsExported() {
					continue
				}
				tag := sf.Tag.Get("json")
				if tag == "-" {
					continue
				}
				name, options := parseTag(tag)
				if !isValidName(name) {
					name = ""
				}
				index := append(append([]int(nil), level.index...), i)
				if name == "" && sf.Anonymous && inner.Kind() == reflect.Struct {
					count[inner]++
					if count[inner] == 1 {
						next = append(next, embedded{inner, index, level.behindPointer || sf.Type.Kind() == reflect.Pointer})
					}
					continue
				}
				f := field{name: name, index: index, t: sf.Type, tagged: name != "", behindPointer: level.behindPointer}
				if name == "" {
					f.name = sf.Name
				}
				f.omitEmpty = has(options, "omitempty")
				f.omitZero = has(options, "omitzero")
				if has(options, "string") && isQuotable(inner) {
					f.opts = quoted
				}
				f.quotedName = string(appendString(nil, f.name, false)) + ":"
				f.quotedHTML = string(appendString(nil, f.name, true)) + ":"
				all = append(all, f)
				if counted[level.t] > 1 {
					// The struct is there twice at this depth: its fields hide each other.
					all = append(all, f)
				}
			}
		}
	}
	return settle(all)
}

func isQuotable(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8,
		reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32, reflect.Float64, reflect.String:
		return true
	}
	return false
}

// settle keeps of each name the one field in force.
func settle(all []field) *structFields {
	byName := map[string][]int{}
	for i := range all {
		byName[all[i].name] = append(byName[all[i].name], i)
	}
	fields := &structFields{byName: map[string]int{}}
	var kept []field
	for i := range all {
		same := byName[all[i].name]
		best, ties := same[0], 1
		for _, j := range same[1:] {
			a, b := &all[best], &all[j]
			switch {
			case len(b.index) < len(a.index) || len(b.index) == len(a.index) && b.tagged && !a.tagged:
				best, ties = j, 1
			case len(b.index) == len(a.index) && b.tagged == a.tagged:
				ties++
			}
		}
		if ties == 1 && best == i {
			kept = append(kept, all[i])
		}
	}
	sort.Slice(kept, func(i, j int) bool { return isBefore(kept[i].index, kept[j].index) })
	for i := range kept {
		fields.byName[kept[i].name] = i
	}
	fields.list = kept
	return fields
}
