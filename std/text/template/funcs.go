package template

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"unicode"
)

// FuncMap has functions by name. Each returns a value, or a value and an error, which ends execution if it is not nil. Arguments
// and results of type reflect.Value stand for what they hold.
type FuncMap map[string]any

// predefined are the functions that all templates have. Those of and, or and call are never called: state.call does what they do.
var predefined = FuncMap{
	"and": logical, "or": logical, "call": logical,
	"html": HTMLEscaper, "js": JSEscaper, "urlquery": URLQueryEscaper,
	"print": fmt.Sprint, "printf": fmt.Sprintf, "println": fmt.Sprintln,
	"index": index, "slice": slice, "len": length, "not": not,
	"eq": equal, "ne": notEqual, "lt": less, "le": lessOrEqual, "gt": greater, "ge": greaterOrEqual,
}

var predefinedValues = sync.OnceValue(func() map[string]reflect.Value {
	values := make(map[string]reflect.Value, len(predefined))
	addFunctions(values, predefined)
	return values
})

func logical(first reflect.Value, more ...reflect.Value) reflect.Value { panic("unreachable") }

func addFunctions(to map[string]reflect.Value, from FuncMap) {
	for name, function := range from {
		if !isName(name) {
			panic(fmt.Errorf("function name %q is not a valid identifier", name))
		}
		v := reflect.ValueOf(function)
		if v.Kind() != reflect.Func {
			panic("value for " + name + " not a function")
		}
		if err := checkResults(name, v.Type()); err != nil {
			panic(err)
		}
		to[name] = v
	}
}

func isName(name string) bool {
	for i, r := range name {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return name != ""
}

// checkResults says what is wrong with the results of a function.
func checkResults(name string, t reflect.Type) error {
	switch n := t.NumOut(); {
	case n != 1 && n != 2:
		return fmt.Errorf("function %s has %d return values; should be 1 or 2", name, n)
	case n == 2 && t.Out(1) != errorType:
		return fmt.Errorf("invalid function signature for %s: second return value should be error; is %s", name, t.Out(1))
	}
	return nil
}

// function finds a function for t.
func (t *Template) function(name string) (f reflect.Value, isPredefined bool) {
	if t.common != nil {
		t.mu.RLock()
		defer t.mu.RUnlock()
		if f := t.execFuncs[name]; f.IsValid() {
			return f, false
		}
	}
	return predefinedValues()[name], true
}

// place returns the number that an index is.
func place(index reflect.Value, most int) (int, error) {
	var n int64
	switch {
	case !index.IsValid():
		return 0, fmt.Errorf("cannot index slice/array with nil")
	case index.CanInt():
		n = index.Int()
	case index.CanUint():
		n = int64(index.Uint())
	default:
		return 0, fmt.Errorf("cannot index slice/array with type %s", index.Type())
	}
	if n < 0 || n > int64(most) {
		return 0, fmt.Errorf("index out of range: %d", n)
	}
	return int(n), nil
}

// collection returns what item holds or points to.
func collection(operation string, item reflect.Value) (reflect.Value, error) {
	item, isNil := followed(item)
	if isNil {
		return reflect.Value{}, fmt.Errorf("%s of nil pointer", operation)
	}
	return item, nil
}

func index(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	item = held(item)
	if !item.IsValid() {
		return reflect.Value{}, fmt.Errorf("index of untyped nil")
	}
	for _, by := range indexes {
		by = held(by)
		var err error
		if item, err = collection("index", item); err != nil {
			return reflect.Value{}, err
		}
		switch item.Kind() {
		case reflect.Array, reflect.Slice, reflect.String:
			i, err := place(by, item.Len())
			if err != nil {
				return reflect.Value{}, err
			}
			item = item.Index(i)
		case reflect.Map:
			key, err := argument(by, item.Type().Key())
			if err != nil {
				return reflect.Value{}, err
			}
			if element := item.MapIndex(key); element.IsValid() {
				item = element
			} else {
				item = reflect.Zero(item.Type().Elem())
			}
		default:
			return reflect.Value{}, fmt.Errorf("can't index item of type %s", item.Type())
		}
	}
	return item, nil
}

func slice(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	item = held(item)
	if !item.IsValid() {
		return reflect.Value{}, fmt.Errorf("slice of untyped nil")
	}
	item, err := collection("slice", item)
	if err != nil {
		return reflect.Value{}, err
	}
	if len(indexes) > 3 {
		return reflect.Value{}, fmt.Errorf("too many slice indexes: %d", len(indexes))
	}
	var most int
	switch item.Kind() {
	case reflect.String:
		if len(indexes) == 3 {
			return reflect.Value{}, fmt.Errorf("cannot 3-index slice a string")
		}
		most = item.Len()
	case reflect.Array, reflect.Slice:
		most = item.Cap()
	default:
		return reflect.Value{}, fmt.Errorf("can't slice item of type %s", item.Type())
	}
	places := [3]int{0, item.Len()}
	for i, by := range indexes {
		if places[i], err = place(by, most); err != nil {
			return reflect.Value{}, err
		}
	}
	for i := range max(len(indexes)-1, 1) {
		if places[i] > places[i+1] {
			return reflect.Value{}, fmt.Errorf("invalid slice index: %d > %d", places[i], places[i+1])
		}
	}
	if len(indexes) == 3 {
		return item.Slice3(places[0], places[1], places[2]), nil
	}
	return item.Slice(places[0], places[1]), nil
}

func length(item reflect.Value) (int, error) {
	item, err := collection("len", item)
	if err != nil {
		return 0, err
	}
	switch item.Kind() {
	case reflect.Array, reflect.Chan, reflect.Map, reflect.Slice, reflect.String:
		return item.Len(), nil
	}
	return 0, fmt.Errorf("len of type %s", item.Type())
}

// argument returns v as an argument of a type: integers are converted.
func argument(v reflect.Value, t reflect.Type) (reflect.Value, error) {
	if !v.IsValid() {
		if !canBeNil(t) {
			return reflect.Value{}, fmt.Errorf("value is nil; should be of type %s", t)
		}
		v = reflect.Zero(t)
	}
	if v.Type().AssignableTo(t) {
		return v, nil
	}
	if isInteger(v.Kind()) && isInteger(t.Kind()) && v.Type().ConvertibleTo(t) {
		return v.Convert(t), nil
	}
	return reflect.Value{}, fmt.Errorf("value has type %s; should be %s", v.Type(), t)
}

func isInteger(k reflect.Kind) bool { return reflect.Int <= k && k <= reflect.Uintptr }

// callValue calls f, which a template calls name, with arguments of types that may differ.
func callValue(name string, f reflect.Value, args []reflect.Value) (reflect.Value, error) {
	f = held(f)
	if !f.IsValid() {
		return reflect.Value{}, fmt.Errorf("call of nil")
	}
	t := f.Type()
	if t.Kind() != reflect.Func {
		return reflect.Value{}, fmt.Errorf("non-function %s of type %s", name, t)
	}
	if err := checkResults(name, t); err != nil {
		return reflect.Value{}, err
	}
	n := t.NumIn()
	if t.IsVariadic() {
		if n--; len(args) < n {
			return reflect.Value{}, fmt.Errorf("wrong number of args for %s: got %d want at least %d", name, len(args), n)
		}
	} else if len(args) != n {
		return reflect.Value{}, fmt.Errorf("wrong number of args for %s: got %d want %d", name, len(args), n)
	}
	in := make([]reflect.Value, len(args))
	for i, arg := range args {
		var err error
		if in[i], err = argument(held(arg), parameter(t, i)); err != nil {
			return reflect.Value{}, fmt.Errorf("arg %d: %w", i, err)
		}
	}
	return safely(f, in)
}

// parameter returns the type of the argument i of a function.
func parameter(t reflect.Type, i int) reflect.Type {
	if last := t.NumIn() - 1; t.IsVariadic() && i >= last {
		return t.In(last).Elem()
	}
	return t.In(i)
}

// safely calls f; a panic is an error.
func safely(f reflect.Value, args []reflect.Value) (result reflect.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			var ok bool
			if err, ok = r.(error); !ok {
				err = fmt.Errorf("%v", r)
			}
		}
	}()
	results := f.Call(args)
	if len(results) == 2 && !results[1].IsNil() {
		return results[0], results[1].Interface().(error)
	}
	return results[0], nil
}

func isTruth(v reflect.Value) bool {
	truth, _ := truthOf(held(v))
	return truth
}

func not(v reflect.Value) bool { return !isTruth(v) }

var (
	errBadComparison = errors.New("invalid type for comparison")
	errNoComparison  = errors.New("missing argument for comparison")
)

// class is what values can be compared by.
type class int

const (
	classOther class = iota
	classBool
	classComplex
	classInt
	classFloat
	classString
	classUint
)

func classOf(v reflect.Value) class {
	switch {
	case v.CanInt():
		return classInt
	case v.CanUint():
		return classUint
	case v.CanFloat():
		return classFloat
	case v.CanComplex():
		return classComplex
	}
	switch v.Kind() {
	case reflect.Bool:
		return classBool
	case reflect.String:
		return classString
	}
	return classOther
}

func isNil(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return v.IsNil()
	}
	return false
}

func incompatible(a, b reflect.Value) error {
	return fmt.Errorf("incompatible types for comparison: %v and %v", a.Type(), b.Type())
}

// equal reports whether a value equals one of others.
func equal(a reflect.Value, others ...reflect.Value) (bool, error) {
	a = held(a)
	if len(others) == 0 {
		return false, errNoComparison
	}
	for _, b := range others {
		if is, err := isEqual(a, held(b)); is || err != nil {
			return is, err
		}
	}
	return false, nil
}

func isEqual(a, b reflect.Value) (bool, error) {
	switch ca, cb := classOf(a), classOf(b); {
	case ca == classInt && cb == classUint:
		return a.Int() >= 0 && uint64(a.Int()) == b.Uint(), nil
	case ca == classUint && cb == classInt:
		return isEqual(b, a)
	case ca != cb:
		if a.IsValid() && b.IsValid() {
			return false, incompatible(a, b)
		}
		return false, nil
	case ca == classBool:
		return a.Bool() == b.Bool(), nil
	case ca == classComplex:
		return a.Complex() == b.Complex(), nil
	case ca == classInt:
		return a.Int() == b.Int(), nil
	case ca == classFloat:
		return a.Float() == b.Float(), nil
	case ca == classString:
		return a.String() == b.String(), nil
	case ca == classUint:
		return a.Uint() == b.Uint(), nil
	}
	switch {
	case a.Kind() != b.Kind() && a.IsValid() && b.IsValid():
		return false, fmt.Errorf("non-comparable types %s: %v, %s: %v", a, a.Type(), b.Type(), b)
	case isNil(a) || isNil(b):
		return isNil(a) == isNil(b), nil
	case !b.Type().Comparable():
		return false, fmt.Errorf("non-comparable type %s: %v", b, b.Type())
	}
	return a.Interface() == b.Interface(), nil
}

func notEqual(a, b reflect.Value) (bool, error) {
	is, err := equal(a, b)
	return !is, err
}

func less(a, b reflect.Value) (bool, error) {
	a, b = held(a), held(b)
	ca, cb := classOf(a), classOf(b)
	switch {
	case ca == classOther || cb == classOther:
		return false, errBadComparison
	case ca == classInt && cb == classUint:
		return a.Int() < 0 || uint64(a.Int()) < b.Uint(), nil
	case ca == classUint && cb == classInt:
		return b.Int() >= 0 && a.Uint() < uint64(b.Int()), nil
	case ca != cb:
		return false, incompatible(a, b)
	case ca == classInt:
		return a.Int() < b.Int(), nil
	case ca == classFloat:
		return a.Float() < b.Float(), nil
	case ca == classString:
		return a.String() < b.String(), nil
	case ca == classUint:
		return a.Uint() < b.Uint(), nil
	}
	return false, errBadComparison
}

func lessOrEqual(a, b reflect.Value) (bool, error) {
	is, err := less(a, b)
	if is || err != nil {
		return is, err
	}
	return equal(a, b)
}

func greater(a, b reflect.Value) (bool, error) {
	is, err := lessOrEqual(a, b)
	return err == nil && !is, err
}

func greaterOrEqual(a, b reflect.Value) (bool, error) {
	is, err := less(a, b)
	return err == nil && !is, err
}
