// run

// Validation, deep copies, differences and a command line decoded by struct tags through reflection, beside plain generic code that does the
// same for known types.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

type Rule func(v reflect.Value, arg string) error

type FieldError struct {
	Path string
	Err  error
}

func (f *FieldError) Error() string { return f.Path + ": " + f.Err.Error() }
func (f *FieldError) Unwrap() error { return f.Err }

var ErrRequired = errors.New("is required")

var rules = map[string]Rule{
	"required": func(v reflect.Value, _ string) error {
		if v.IsZero() {
			return ErrRequired
		}
		return nil
	},
	"min": bound("at least", func(x, limit float64) bool { return x >= limit }),
	"max": bound("at most", func(x, limit float64) bool { return x <= limit }),
	"oneof": func(v reflect.Value, arg string) error {
		if !slices.Contains(strings.Fields(arg), fmt.Sprint(v)) {
			return fmt.Errorf("%v is none of %s", v, arg)
		}
		return nil
	},
	"method": func(v reflect.Value, arg string) error {
		m := v.MethodByName(arg)
		if !m.IsValid() && v.CanAddr() {
			m = v.Addr().MethodByName(arg)
		}
		if !m.IsValid() {
			return fmt.Errorf("%s has no method %s", v.Type(), arg)
		}
		err, _ := m.Call(nil)[0].Interface().(error)
		return err
	},
}

func bound(word string, ok func(x, limit float64) bool) Rule {
	return func(v reflect.Value, arg string) error {
		limit, err := strconv.ParseFloat(arg, 64)
		if err != nil {
			return err
		}
		var x float64
		switch {
		case v.CanInt():
			x = float64(v.Int())
		case v.CanUint():
			x = float64(v.Uint())
		case v.CanFloat():
			x = v.Float()
		default:
			x = float64(v.Len())
		}
		if !ok(x, limit) {
			return fmt.Errorf("%v must be %s %s", v, word, arg)
		}
		return nil
	}
}

func Validate(x any) error { return errors.Join(slices.Collect(validate(reflect.ValueOf(x), ""))...) }

func validate(v reflect.Value, path string) func(func(error) bool) {
	return func(yield func(error) bool) {
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				validate(v.Elem(), path)(yield)
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				for err := range validate(v.Index(i), fmt.Sprintf("%s[%d]", path, i)) {
					if !yield(err) {
						return
					}
				}
			}
		case reflect.Map:
			keys := v.MapKeys()
			slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
			for _, k := range keys {
				for err := range validate(v.MapIndex(k), fmt.Sprintf("%s[%v]", path, k)) {
					if !yield(err) {
						return
					}
				}
			}
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				name := strings.TrimPrefix(path+"."+f.Name, ".")
				for _, rule := range strings.Split(f.Tag.Get("check"), ",") {
					verb, arg, _ := strings.Cut(rule, "=")
					if verb == "" {
						continue
					}
					if err := rules[verb](v.Field(i), arg); err != nil && !yield(&FieldError{name, err}) {
						return
					}
				}
				for err := range validate(v.Field(i), name) {
					if !yield(err) {
						return
					}
				}
			}
		}
	}
}

func DeepCopy[T any](x T) T {
	seen := map[uintptr]reflect.Value{}
	var copyOf func(v reflect.Value) reflect.Value
	copyOf = func(v reflect.Value) reflect.Value {
		out := reflect.New(v.Type()).Elem()
		switch v.Kind() {
		case reflect.Pointer:
			if v.IsNil() {
				return v
			}
			if done, ok := seen[v.Pointer()]; ok {
				return done
			}
			fresh := reflect.New(v.Type().Elem())
			seen[v.Pointer()] = fresh
			fresh.Elem().Set(copyOf(v.Elem()))
			return fresh
		case reflect.Interface:
			if !v.IsNil() {
				out.Set(copyOf(v.Elem()))
			}
		case reflect.Slice:
			if v.IsNil() {
				return v
			}
			out = reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			for i := range v.Len() {
				out.Index(i).Set(copyOf(v.Index(i)))
			}
		case reflect.Map:
			out = reflect.MakeMapWithSize(v.Type(), v.Len())
			for k, e := range v.Seq2() {
				out.SetMapIndex(k, copyOf(e))
			}
		case reflect.Struct:
			out.Set(v)
			for i := range v.NumField() {
				if out.Field(i).CanSet() {
					out.Field(i).Set(copyOf(v.Field(i)))
				}
			}
		default:
			out.Set(v)
		}
		return out
	}
	return copyOf(reflect.ValueOf(&x).Elem()).Interface().(T)
}

func Parse(into any, args ...string) error {
	v := reflect.ValueOf(into).Elem()
	set := flag.NewFlagSet("app", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, usage, ok := strings.Cut(f.Tag.Get("flag"), ",")
		if !ok {
			continue
		}
		switch p := v.Field(i).Addr().Interface().(type) {
		case *int:
			set.IntVar(p, name, *p, usage)
		case *bool:
			set.BoolVar(p, name, *p, usage)
		case *string:
			set.StringVar(p, name, *p, usage)
		case *time.Duration:
			set.DurationVar(p, name, *p, usage)
		case flag.Value:
			set.Var(p, name, usage)
		case *[]string:
			set.Func(name, usage, func(s string) error {
				if s == "" {
					return errors.New("empty")
				}
				*p = append(*p, s)
				return nil
			})
		}
	}
	err := set.Parse(args)
	if rest := v.FieldByName("Rest"); rest.IsValid() {
		rest.Set(reflect.ValueOf(set.Args()))
	}
	return err
}

type Level int

func (l *Level) Set(s string) error {
	i := slices.Index([]string{"debug", "info", "error"}, s)
	if i < 0 {
		return fmt.Errorf("no level %q", s)
	}
	*l = Level(i)
	return nil
}
func (l Level) String() string { return fmt.Sprintf("level(%d)", int(l)) }

type Address struct {
	Street string `check:"required"`
	Zip    string `check:"min=5,max=5" json:"zip"`
	hidden int
}

func (a *Address) Known() error {
	if a.Zip == "00000" {
		return errors.New("nobody lives there")
	}
	return nil
}

type Person struct {
	Name    string `check:"required,max=5"`
	Age     uint8  `check:"min=18,max=120"`
	Role    string `check:"oneof=admin user"`
	Address `check:"method=Known"`
	Friends []*Person          `json:",omitempty"`
	Scores  map[string]float64 `check:"min=1"`
	Extra   any                `check:"required"`
}

type Options struct {
	Verbose bool          `flag:"v,say more"`
	N       int           `flag:"n,how many"`
	Wait    time.Duration `flag:"wait,how long"`
	Include []string      `flag:"I,where to look"`
	Level   Level         `flag:"level,what to log"`
	Rest    []string
}

func main() {
	bob := &Person{Name: "Bob", Age: 30, Role: "user", Address: Address{"Main", "12345", 1}, Scores: map[string]float64{"x": 1}, Extra: []int{1}}
	ann := &Person{Name: "Annabel", Age: 12, Role: "guest", Address: Address{Zip: "00000"}, Friends: []*Person{bob, {Name: "", Age: 200}}}
	fmt.Println(Validate(bob))
	err := Validate(map[string]any{"first": ann, "second": []any{1, Address{}}})
	fmt.Println(err)
	var fe *FieldError
	fmt.Println(errors.As(err, &fe), fe.Path, errors.Is(err, ErrRequired))

	bob.Friends = []*Person{ann, bob}
	twin := DeepCopy(bob)
	twin.Friends[0].Name, twin.Scores["x"], twin.Extra.([]int)[0] = "changed", 9, 7
	fmt.Println(ann.Name, bob.Scores, bob.Extra, twin.Friends[1] == twin, twin.Friends[0].Friends[0] == twin, twin.hidden)
	fmt.Println(reflect.DeepEqual(bob, twin), reflect.DeepEqual(DeepCopy(ann.Address), ann.Address))
	bob.Friends, twin.Friends = nil, nil
	out, err := json.Marshal(twin)
	fmt.Println(string(out), err)

	for _, line := range []string{"-v -n 3 -wait=1m30s -I a -I b/c -level error x y", "-n x", "-level loud", "-I=", "-q", "-v=false -- -n"} {
		o := Options{N: 1, Wait: time.Second}
		err := Parse(&o, strings.Fields(line)...)
		fmt.Printf("%+v %v\n", o, err)
	}
	type pair struct {
		K string
		V reflect.Kind
	}
	kinds := map[string]reflect.Kind{}
	for f := range reflect.TypeFor[Person]().NumField() {
		sf := reflect.TypeFor[Person]().Field(f)
		kinds[sf.Name] = sf.Type.Kind()
	}
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		fmt.Print(pair{k, kinds[k]}, " ")
	}
	fmt.Println(reflect.TypeOf(ann).Method(0).Name, reflect.TypeOf(*ann).NumMethod())
}

// Output:
// <nil>
// [first].Name: Annabel must be at most 5
// [first].Age: 12 must be at least 18
// [first].Role: guest is none of admin user
// [first].Address: nobody lives there
// [first].Address.Street: is required
// [first].Friends[1].Name: is required
// [first].Friends[1].Age: 200 must be at most 120
// [first].Friends[1].Role:  is none of admin user
// [first].Friends[1].Address.Street: is required
// [first].Friends[1].Address.Zip:  must be at least 5
// [first].Friends[1].Scores: map[] must be at least 1
// [first].Friends[1].Extra: is required
// [first].Scores: map[] must be at least 1
// [first].Extra: is required
// [second][1].Street: is required
// [second][1].Zip:  must be at least 5
// true [first].Name true
// Annabel map[x:1] [1] true true 1
// false true
// {"Name":"Bob","Age":30,"Role":"user","Street":"Main","zip":"12345","Scores":{"x":9},"Extra":[7]} <nil>
// {Verbose:true N:3 Wait:1m30s Include:[a b/c] Level:level(2) Rest:[x y]} <nil>
// {Verbose:false N:0 Wait:1s Include:[] Level:level(0) Rest:[]} invalid value "x" for flag -n: parse error
// {Verbose:false N:1 Wait:1s Include:[] Level:level(0) Rest:[]} invalid value "loud" for flag -level: no level "loud"
// {Verbose:false N:1 Wait:1s Include:[] Level:level(0) Rest:[]} invalid value "" for flag -I: empty
// {Verbose:false N:1 Wait:1s Include:[] Level:level(0) Rest:[]} flag provided but not defined: -q
// {Verbose:false N:1 Wait:1s Include:[] Level:level(0) Rest:[-n]} <nil>
// {Address struct} {Age uint8} {Extra interface} {Friends slice} {Name string} {Role string} {Scores map} Known 0
