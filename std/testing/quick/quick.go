// Package quick calls functions with random arguments to find ones that they fail for.
package quick

import (
	"flag"
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strings"
	"time"
)

var defaultCount = flag.Int("quickchecks", 100, "The default number of iterations for each check")

// Generator is a type that makes values of its own; size tells how large they should be.
type Generator interface {
	Generate(rand *rand.Rand, size int) reflect.Value
}

// complexity is how long slices, maps and strings get at most.
const complexity = 50

// Value returns a value of the type; ok is false if that cannot be made.
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool) {
	return made(t, rand, complexity)
}

func float32Of(r *rand.Rand) float64 {
	f := r.Float64() * math.MaxFloat32
	if r.Int()&1 == 1 {
		f = -f
	}
	return f
}

func float64Of(r *rand.Rand) float64 {
	f := r.Float64() * math.MaxFloat64
	if r.Int()&1 == 1 {
		f = -f
	}
	return f
}

func int64Of(r *rand.Rand) int64 { return int64(r.Uint64()) }

// made makes a value; numbers are drawn as Go draws them, so that a seed gives Go's values.
func made(t reflect.Type, r *rand.Rand, size int) (value reflect.Value, ok bool) {
	if own, ok := reflect.Zero(t).Interface().(Generator); ok {
		return own.Generate(r, size), true
	}
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(r.Int()&1 == 0)
	case reflect.Float32:
		v.SetFloat(float32Of(r))
	case reflect.Float64:
		v.SetFloat(float64Of(r))
	case reflect.Complex64:
		v.SetComplex(complex(float32Of(r), float32Of(r)))
	case reflect.Complex128:
		v.SetComplex(complex(float64Of(r), float64Of(r)))
	case reflect.Int16, reflect.Int32, reflect.Int64, reflect.Int8, reflect.Int:
		v.SetInt(int64Of(r))
	case reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uint8, reflect.Uint, reflect.Uintptr:
		v.SetUint(uint64(int64Of(r)))
	case reflect.String:
		runes := make([]rune, r.Intn(complexity))
		for i := range runes {
			runes[i] = rune(r.Intn(0x10ffff))
		}
		v.SetString(string(runes))
	case reflect.Map:
		n := r.Intn(size)
		v.Set(reflect.MakeMap(t))
		for range n {
			key, ok := made(t.Key(), r, size)
			if !ok {
				return reflect.Value{}, false
			}
			elem, ok := made(t.Elem(), r, size)
			if !ok {
				return reflect.Value{}, false
			}
			v.SetMapIndex(key, elem)
		}
	case reflect.Pointer:
		if r.Intn(size) == 0 {
			break // nil
		}
		elem, ok := made(t.Elem(), r, size)
		if !ok {
			return reflect.Value{}, false
		}
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(elem)
	case reflect.Slice:
		n := r.Intn(size)
		v.Set(reflect.MakeSlice(t, n, n))
		for i := range n {
			elem, ok := made(t.Elem(), r, size-n)
			if !ok {
				return reflect.Value{}, false
			}
			v.Index(i).Set(elem)
		}
	case reflect.Array:
		for i := range v.Len() {
			elem, ok := made(t.Elem(), r, size)
			if !ok {
				return reflect.Value{}, false
			}
			v.Index(i).Set(elem)
		}
	case reflect.Struct:
		n := v.NumField()
		left := size
		if n > left {
			left = 1
		} else if n > 0 {
			left /= n
		}
		for i := range n {
			elem, ok := made(t.Field(i).Type, r, left)
			if !ok {
				return reflect.Value{}, false
			}
			v.Field(i).Set(elem)
		}
	default:
		return reflect.Value{}, false
	}
	return v, true
}

// Config says how to test.
type Config struct {
	MaxCount      int     // how many calls; 0: by MaxCountScale
	MaxCountScale float64 // times the default number; 0: once
	Rand          *rand.Rand
	Values        func([]reflect.Value, *rand.Rand) // makes the arguments; nil: Value
}

func (c *Config) rand() *rand.Rand {
	if c.Rand == nil {
		return rand.New(rand.NewSource(time.Now().UnixNano()))
	}
	return c.Rand
}

func (c *Config) count() int {
	switch {
	case c.MaxCount != 0:
		return c.MaxCount
	case c.MaxCountScale != 0:
		return int(c.MaxCountScale * float64(*defaultCount))
	}
	return *defaultCount
}

// SetupError is a misuse of the package.
type SetupError string

func (s SetupError) Error() string { return string(s) }

// CheckError is returned for arguments that f fails for.
type CheckError struct {
	Count int
	In    []any
}

func (s *CheckError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s", s.Count, listed(s.In))
}

// CheckEqualError is returned for arguments that two functions give different results for.
type CheckEqualError struct {
	CheckError
	Out1 []any
	Out2 []any
}

func (s *CheckEqualError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s. Output 1: %s. Output 2: %s", s.Count, listed(s.In), listed(s.Out1), listed(s.Out2))
}

func listed(values []any) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = fmt.Sprintf("%#v", v)
	}
	return strings.Join(texts, ", ")
}

func interfaces(values []reflect.Value) []any {
	all := make([]any, len(values))
	for i, v := range values {
		all[i] = v.Interface()
	}
	return all
}

// Check calls f, which returns a bool, until it returns false.
func Check(f any, config *Config) error {
	if config == nil {
		config = new(Config)
	}
	v := reflect.ValueOf(f)
	if v.Kind() != reflect.Func {
		return SetupError("argument is not a function")
	}
	if v.Type().NumOut() != 1 {
		return SetupError("function does not return one value")
	}
	if v.Type().Out(0).Kind() != reflect.Bool {
		return SetupError("function does not return a bool")
	}
	args := make([]reflect.Value, v.Type().NumIn())
	r := config.rand()
	for i := range config.count() {
		if err := arguments(args, v.Type(), config, r); err != nil {
			return err
		}
		if !v.Call(args)[0].Bool() {
			return &CheckError{i + 1, interfaces(args)}
		}
	}
	return nil
}

// CheckEqual calls f and g with the same arguments until their results differ.
func CheckEqual(f, g any, config *Config) error {
	if config == nil {
		config = new(Config)
	}
	x, y := reflect.ValueOf(f), reflect.ValueOf(g)
	if x.Kind() != reflect.Func {
		return SetupError("f is not a function")
	}
	if y.Kind() != reflect.Func {
		return SetupError("g is not a function")
	}
	if x.Type() != y.Type() {
		return SetupError("functions have different types")
	}
	args := make([]reflect.Value, x.Type().NumIn())
	r := config.rand()
	for i := range config.count() {
		if err := arguments(args, x.Type(), config, r); err != nil {
			return err
		}
		first, second := interfaces(x.Call(args)), interfaces(y.Call(args))
		if !reflect.DeepEqual(first, second) {
			return &CheckEqualError{CheckError{i + 1, interfaces(args)}, first, second}
		}
	}
	return nil
}

func arguments(args []reflect.Value, t reflect.Type, config *Config, r *rand.Rand) error {
	if config.Values != nil {
		config.Values(args, r)
		return nil
	}
	for i := range args {
		var ok bool
		if args[i], ok = Value(t.In(i), r); !ok {
			return SetupError(fmt.Sprintf("cannot create arbitrary value of type %s for argument %d", t.In(i), i))
		}
	}
	return nil
}
