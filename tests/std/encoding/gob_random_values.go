// run
// encoding/gob: random values of many types as bytes, and streams of them, right and changed by chance, decoded into random types.
package main

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"math/big"
	"reflect"
	"strings"
	"time"
)

const rounds = 60 // in bulk: 6000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func number() uint64 {
	return (uint64(random(1<<30))<<34 ^ uint64(random(1<<30))<<17 ^ uint64(random(1<<30))) >> random(64)
}

type Point struct{ X, Y int }
type Basic struct {
	B     bool
	I     int
	I8    int8
	I16   int16
	I32   int32
	I64   int64
	U     uint
	U8    uint8
	U16   uint16
	U32   uint32
	U64   uint64
	P     uintptr
	F32   float32
	F64   float64
	C64   complex64
	C128  complex128
	S     string
	Bs    []byte
	inner int
}
type Small struct {
	B     bool
	I     int8
	U     uint8
	F32   float32
	F64   float32
	C128  complex64
	Extra int
	U16   string
}
type Slices struct {
	B  []bool
	I  []int
	I8 []int8
	F  []float32
	S  []string
	P  []*Point
	L  [][]int
	A  [3]int
	AB [4]byte
	E  []struct{}
	D  []any
	N  []Flag
}
type Narrow struct {
	B []bool
	I []int8
	S []Text
	P []Point
	A [2]int
	D []fmt.Stringer
}
type Flag bool
type Text string

func (t Text) String() string { return "<" + string(t) + ">" }

type Maps struct {
	M map[string]int
	P map[string]*Point
	N map[int]map[string]bool
	K map[Point][]int
}
type Tree struct {
	V    int
	Next *Tree
	Kids []*Tree
	M    map[string]*Tree
}
type Nested []Nested
type Pointers struct {
	A *int
	B **string
	C ***Point
	D *[]int
}
type ByGob struct{ a int }

func (g ByGob) GobEncode() ([]byte, error) {
	if g.a == 13 {
		return nil, errors.New("thirteen")
	}
	return []byte{byte(g.a), 7}, nil
}

func (g *ByGob) GobDecode(b []byte) error {
	if len(b) != 2 {
		return errors.New("not two bytes")
	}
	g.a = int(b[0])
	return nil
}

type ByBinary struct {
	S string
	P Point
}

func (g *ByBinary) MarshalBinary() ([]byte, error) { return []byte(g.S), nil }
func (g *ByBinary) UnmarshalBinary(b []byte) error { g.S = string(b); return nil }

type ByText struct{ S string }

func (g ByText) MarshalText() ([]byte, error)  { return []byte(g.S), nil }
func (g *ByText) UnmarshalText(b []byte) error { g.S = string(b); return nil }

type Own struct {
	G ByGob
	P *ByGob
	B *ByBinary
	T ByText
	Z time.Time
	N *big.Int
	L []ByGob
	M map[string]ByGob
	D time.Duration
}
type Dynamic struct {
	A any
	B fmt.Stringer
	L []any
	M map[string]any
}
type Embedding struct {
	Point
	*Small
	N int
}
type Channels struct {
	A int
	C chan int
	F func()
}
type Hidden struct{ a int }
type HasHidden struct {
	H Hidden
	A int
}
type Empty struct{}
type HasEmpty struct {
	E Empty
	P *Empty
	A int
}
type HasChannels struct{ A []chan int }
type Other struct {
	X string
	Z int
}
type Low struct {
	A []int8
	B []int8
	M map[int8]uint8
	C [2]int16
	D [][]int8
}
type High struct {
	A []int
	B []int
	M map[int]uint
	C [2]int
	D [][]int
}

var types = []reflect.Type{
	reflect.TypeFor[Point](), reflect.TypeFor[Basic](), reflect.TypeFor[Small](), reflect.TypeFor[Slices](), reflect.TypeFor[Narrow](), reflect.TypeFor[Maps](),
	reflect.TypeFor[Tree](), reflect.TypeFor[Nested](), reflect.TypeFor[Pointers](), reflect.TypeFor[Own](), reflect.TypeFor[Dynamic](), reflect.TypeFor[Embedding](),
	reflect.TypeFor[Channels](), reflect.TypeFor[Hidden](), reflect.TypeFor[HasHidden](), reflect.TypeFor[HasEmpty](), reflect.TypeFor[HasChannels](),
	reflect.TypeFor[Other](), reflect.TypeFor[Low](), reflect.TypeFor[High](), reflect.TypeFor[int](), reflect.TypeFor[string](), reflect.TypeFor[[]int](),
	reflect.TypeFor[[]byte](), reflect.TypeFor[[3]string](), reflect.TypeFor[map[string]Point](), reflect.TypeFor[float64](), reflect.TypeFor[bool](),
	reflect.TypeFor[int8](), reflect.TypeFor[complex64](), reflect.TypeFor[ByGob](), reflect.TypeFor[ByBinary](), reflect.TypeFor[ByText](), reflect.TypeFor[[]any](),
	reflect.TypeFor[**Point](), reflect.TypeFor[map[ByGob]int](), reflect.TypeFor[any](), reflect.TypeFor[fmt.Stringer](), reflect.TypeFor[chan int](),
}

var dynamic = []any{1, "s", 2.5, []byte("b"), []int{1}, []string{"a"}, int8(3), true, Point{}, &Tree{}, []Point{}, map[string]int{}, ByGob{}, &ByBinary{}, []any{}, Text("t"),
	Other{}, Dynamic{}, uintptr(1), complex64(1)}

// value returns a random value; maps have one entry at most: their order is not defined.
func value(t reflect.Type, depth int) reflect.Value {
	v := reflect.New(t).Elem()
	switch t {
	case reflect.TypeFor[time.Time]():
		return reflect.ValueOf(time.Unix(int64(random(1e9)), 5).UTC())
	case reflect.TypeFor[ByGob]():
		return reflect.ValueOf(ByGob{random(40)})
	case reflect.TypeFor[*big.Int]():
		return reflect.ValueOf(big.NewInt(int64(number())))
	}
	if random(4) == 0 && t.Kind() != reflect.Struct {
		return v
	}
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(random(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(number()))
		if random(2) == 0 {
			v.SetInt(-v.Int())
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(number())
	case reflect.Float32, reflect.Float64:
		v.SetFloat([]float64{1, 2.5, math.Inf(1), math.Copysign(0, -1), 1e300, 3e38, 17}[random(7)])
	case reflect.Complex64, reflect.Complex128:
		v.SetComplex(complex(float64(random(9)), 2))
	case reflect.String:
		v.SetString([]string{"", "a", "hello", "ünï", "x\x00y"}[random(5)])
	case reflect.Slice:
		n := random(4)
		if depth > 4 {
			n = 0
		}
		v.Set(reflect.MakeSlice(t, n, n))
		for i := range n {
			v.Index(i).Set(value(t.Elem(), depth+1))
		}
	case reflect.Array:
		for i := range t.Len() {
			v.Index(i).Set(value(t.Elem(), depth+1))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		if depth < 5 && random(3) > 0 {
			v.SetMapIndex(value(t.Key(), depth+1), value(t.Elem(), depth+1))
		}
	case reflect.Pointer:
		if depth < 5 {
			v.Set(reflect.New(t.Elem()))
			v.Elem().Set(value(t.Elem(), depth+1))
		}
	case reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).IsExported() {
				v.Field(i).Set(value(t.Field(i).Type, depth+1))
			}
		}
	case reflect.Interface:
		inner := reflect.TypeOf(dynamic[random(len(dynamic))])
		if inner.Implements(t) && depth < 6 {
			v.Set(value(inner, depth+1))
		}
	}
	return v
}

// show returns a value as text, pointers followed.
func show(v reflect.Value) string {
	var out strings.Builder
	write(&out, v)
	return out.String()
}

func write(out *strings.Builder, v reflect.Value) {
	if v.CanInterface() {
		switch x := v.Interface().(type) {
		case time.Time:
			out.WriteString(x.GoString())
			return
		case *big.Int:
			out.WriteString(x.String())
			return
		}
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			out.WriteString("nil")
			return
		}
		fmt.Fprint(out, "&", v.Elem().Type())
		write(out, v.Elem())
	case reflect.Struct:
		out.WriteString("{")
		for i := range v.NumField() {
			write(out, v.Field(i))
			out.WriteString(" ")
		}
		out.WriteString("}")
	case reflect.Slice, reflect.Array:
		fmt.Fprint(out, v.Kind() == reflect.Slice && v.IsNil(), "[")
		for i := range v.Len() {
			write(out, v.Index(i))
			out.WriteString(" ")
		}
		out.WriteString("]")
	case reflect.Map:
		fmt.Fprint(out, "map", v.Len())
		for it := v.MapRange(); it.Next(); {
			if v.Len() < 2 {
				write(out, it.Key())
				out.WriteString(":")
				write(out, it.Value())
			}
		}
	case reflect.Chan, reflect.Func:
		out.WriteString("-")
	default:
		fmt.Fprint(out, v)
	}
}

// protected calls f and returns its error or what it panicked with.
func protected(f func() error) (text string) {
	defer func() {
		if e := recover(); e != nil {
			text = fmt.Sprint("panic: ", e)
		}
	}()
	return fmt.Sprint(f())
}

func say(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if rounds > 100 && len(text) > 100 {
		h := fnv.New64a()
		h.Write([]byte(text))
		text = fmt.Sprintf("%.80q %x", text, h.Sum64())
	}
	fmt.Println(strings.ReplaceAll(text, "\n", " "))
}

func changed(s []byte) []byte {
	s = bytes.Clone(s)
	if len(s) < 3 {
		return s
	}
	at := random(len(s))
	switch random(6) {
	case 0:
		return s[:at]
	case 1:
		s[at] = byte(random(256))
	case 2:
		s[at]++
	case 3:
		return append(s[:at:at], s[min(len(s), at+1+random(3)):]...)
	case 4:
		return append(append(s[:at:at], byte(random(256))), s[at:]...)
	}
	return s
}

func main() {
	for _, v := range []any{Point{}, &Tree{}, Text(""), []Point(nil), map[string]int(nil), ByGob{}, &ByBinary{}, []any(nil), Other{}, Dynamic{}, Text("again")} {
		gob.Register(v)
	}
	for _, name := range []string{"x", "", "main.Point", "x", "y"} {
		say("%q %s", name, protected(func() error { gob.RegisterName(name, Small{}); return nil }))
	}
	var streams [][]byte
	for range rounds {
		var stream bytes.Buffer
		encoder := gob.NewEncoder(&stream)
		for range 1 + random(3) {
			t := types[random(len(types))]
			v := value(t, 0)
			if random(2) == 0 {
				p := reflect.New(t)
				p.Elem().Set(v)
				v = p
			} else if v.Kind() == reflect.Interface {
				v = v.Elem()
			}
			begin := stream.Len()
			result := protected(func() error { return encoder.EncodeValue(v) })
			say("%s: %x %s", t, stream.Bytes()[begin:], result)
		}
		streams = append(streams, stream.Bytes())
		text := changed(append(bytes.Clone(streams[random(len(streams))]), streams[random(len(streams))]...))
		decoder := gob.NewDecoder(bytes.NewReader(text))
		for range 4 {
			t := types[random(len(types))]
			v := reflect.New(t)
			if random(6) == 0 {
				v = reflect.Value{}
			}
			result := protected(func() error { return decoder.DecodeValue(v) })
			shown := ""
			if v.IsValid() {
				shown = show(v.Elem())
			}
			say("%s: %s %s", t, shown, result)
			// Once it has failed to skip a type, real Go's decoder has no plan for it and crashes.
			if result != "<nil>" {
				break
			}
		}
	}
	var out bytes.Buffer
	fmt.Println(gob.NewEncoder(&out).Encode(nil), gob.NewDecoder(&out).Decode(nil), gob.NewDecoder(&out).Decode(1))
	fmt.Println(gob.NewDecoder(&out).DecodeValue(reflect.ValueOf(1)), protected(func() error { return gob.NewEncoder(&out).Encode((*int)(nil)) }))
	for _, hostile := range []string{"\xf8\xff\xff\xff\xff\xff\xff\xff\xff", "\xfc\x10\x00\x00\x00\x01", "\xf7", "\xff", "\x03\x06\x00", "\x0b\x0c\x00\xf8\x7f\xff\xff\xff\xff\xff\xff\xff", "\x00", "\x01\x81"} {
		var s string
		fmt.Println(gob.NewDecoder(strings.NewReader(hostile)).Decode(&s))
	}
	fmt.Println(gob.CommonType{Name: "n", Id: 3})
}
