package slog

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
	"unsafe"
)

// Value is any value; those of the kinds that have a name of their own need no memory for it.
type Value struct {
	_ [0]func() // not comparable

	// number holds numbers and lengths; of a time the nanoseconds since 1970.
	number uint64
	// holder is a Kind for numbers, or one of the types below, or the value itself.
	holder any
}

type (
	textStart  *byte          // of a string
	groupStart *Attr          // of a group's slice
	timePlace  *time.Location // of a time that number holds; nil for the zero time
	timeItself time.Time      // of other times
	kindItself Kind           // of a Kind that is logged
)

// Kind says what a Value is.
type Kind int

const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

var kindNames = [...]string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}

func (k Kind) String() string {
	if 0 <= k && int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "<unknown slog.Kind>"
}

// Kind returns the kind of v.
func (v Value) Kind() Kind {
	switch h := v.holder.(type) {
	case Kind:
		return h
	case textStart:
		return KindString
	case timePlace, timeItself:
		return KindTime
	case groupStart:
		return KindGroup
	case LogValuer:
		return KindLogValuer
	}
	return KindAny
}

// StringValue returns a Value of a string.
func StringValue(value string) Value {
	return Value{number: uint64(len(value)), holder: textStart(unsafe.StringData(value))}
}

// IntValue returns a Value of an int64.
func IntValue(v int) Value { return Int64Value(int64(v)) }

// Int64Value returns a Value of an int64.
func Int64Value(v int64) Value { return Value{number: uint64(v), holder: KindInt64} }

// Uint64Value returns a Value of a uint64.
func Uint64Value(v uint64) Value { return Value{number: v, holder: KindUint64} }

// Float64Value returns a Value of a float64.
func Float64Value(v float64) Value { return Value{number: math.Float64bits(v), holder: KindFloat64} }

// BoolValue returns a Value of a bool.
func BoolValue(v bool) Value {
	if v {
		return Value{number: 1, holder: KindBool}
	}
	return Value{holder: KindBool}
}

// TimeValue returns a Value of a time, without its monotonic part.
func TimeValue(v time.Time) Value {
	if v.IsZero() {
		return Value{holder: timePlace(nil)}
	}
	if nanoseconds := v.UnixNano(); v.Equal(time.Unix(0, nanoseconds)) {
		return Value{number: uint64(nanoseconds), holder: timePlace(v.Location())}
	}
	return Value{holder: timeItself(v.Round(0))}
}

// DurationValue returns a Value of a duration.
func DurationValue(v time.Duration) Value { return Value{number: uint64(v), holder: KindDuration} }

// GroupValue returns a Value of attributes; those that are empty groups are left out.
func GroupValue(as ...Attr) Value {
	if n := emptyGroups(as); n > 0 {
		all := as
		as = make([]Attr, 0, len(all)-n)
		for _, a := range all {
			if !a.Value.isEmptyGroup() {
				as = append(as, a)
			}
		}
	}
	return Value{number: uint64(len(as)), holder: groupStart(unsafe.SliceData(as))}
}

func emptyGroups(as []Attr) (n int) {
	for _, a := range as {
		if a.Value.isEmptyGroup() {
			n++
		}
	}
	return n
}

func (v Value) isEmptyGroup() bool { return v.Kind() == KindGroup && v.number == 0 }

// AnyValue returns a Value of the kind that fits v best.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case string:
		return StringValue(v)
	case int:
		return Int64Value(int64(v))
	case int8:
		return Int64Value(int64(v))
	case int16:
		return Int64Value(int64(v))
	case int32:
		return Int64Value(int64(v))
	case int64:
		return Int64Value(v)
	case uint:
		return Uint64Value(uint64(v))
	case uint8:
		return Uint64Value(uint64(v))
	case uint16:
		return Uint64Value(uint64(v))
	case uint32:
		return Uint64Value(uint64(v))
	case uint64:
		return Uint64Value(v)
	case uintptr:
		return Uint64Value(uint64(v))
	case float32:
		return Float64Value(float64(v))
	case float64:
		return Float64Value(v)
	case bool:
		return BoolValue(v)
	case time.Duration:
		return DurationValue(v)
	case time.Time:
		return TimeValue(v)
	case []Attr:
		return GroupValue(v...)
	case Kind:
		return Value{holder: kindItself(v)}
	case Value:
		return v
	}
	return Value{holder: v}
}

func (v Value) text() string   { return unsafe.String((*byte)(v.holder.(textStart)), v.number) }
func (v Value) float() float64 { return math.Float64frombits(v.number) }
func (v Value) attrs() []Attr  { return unsafe.Slice((*Attr)(v.holder.(groupStart)), v.number) }
func (v Value) instant() time.Time {
	if t, ok := v.holder.(timeItself); ok {
		return time.Time(t)
	}
	place := v.holder.(timePlace)
	if place == nil {
		return time.Time{}
	}
	return time.Unix(0, int64(v.number)).In(place)
}

// Any returns the value itself.
func (v Value) Any() any {
	switch v.Kind() {
	case KindBool:
		return v.number == 1
	case KindDuration:
		return time.Duration(v.number)
	case KindFloat64:
		return v.float()
	case KindInt64:
		return int64(v.number)
	case KindString:
		return v.text()
	case KindTime:
		return v.instant()
	case KindUint64:
		return v.number
	case KindGroup:
		return v.attrs()
	}
	if k, ok := v.holder.(kindItself); ok {
		return Kind(k)
	}
	return v.holder
}

// String returns the value as text.
func (v Value) String() string {
	if v.Kind() == KindString {
		return v.text()
	}
	return string(v.append(nil))
}

// append appends the value as text.
func (v Value) append(b []byte) []byte {
	switch v.Kind() {
	case KindBool:
		return strconv.AppendBool(b, v.number == 1)
	case KindDuration:
		return append(b, time.Duration(v.number).String()...)
	case KindFloat64:
		return strconv.AppendFloat(b, v.float(), 'g', -1, 64)
	case KindInt64:
		return strconv.AppendInt(b, int64(v.number), 10)
	case KindString:
		return append(b, v.text()...)
	case KindTime:
		return v.instant().AppendFormat(b, "2006-01-02 15:04:05.999999999 -0700 MST")
	case KindUint64:
		return strconv.AppendUint(b, v.number, 10)
	case KindGroup:
		return fmt.Append(b, v.attrs())
	}
	return fmt.Append(b, v.holder)
}

func (v Value) mustBe(wanted Kind) {
	if k := v.Kind(); k != wanted {
		panic(fmt.Sprintf("Value kind is %s, not %s", k, wanted))
	}
}

// Int64 returns the value; it panics if v is of another kind, as the methods like it do.
func (v Value) Int64() int64 {
	v.mustBe(KindInt64)
	return int64(v.number)
}

// Uint64 returns the value.
func (v Value) Uint64() uint64 {
	v.mustBe(KindUint64)
	return v.number
}

// Bool returns the value.
func (v Value) Bool() bool {
	v.mustBe(KindBool)
	return v.number == 1
}

// Duration returns the value.
func (v Value) Duration() time.Duration {
	v.mustBe(KindDuration)
	return time.Duration(v.number)
}

// Float64 returns the value.
func (v Value) Float64() float64 {
	v.mustBe(KindFloat64)
	return v.float()
}

// Time returns the value.
func (v Value) Time() time.Time {
	v.mustBe(KindTime)
	return v.instant()
}

// LogValuer returns the value.
func (v Value) LogValuer() LogValuer { return v.holder.(LogValuer) }

// Group returns the attributes.
func (v Value) Group() []Attr {
	if v.Kind() != KindGroup {
		panic("Group: bad kind")
	}
	return v.attrs()
}

// Equal reports whether v and w are the same value of the same kind.
func (v Value) Equal(w Value) bool {
	kind := v.Kind()
	if kind != w.Kind() {
		return false
	}
	switch kind {
	case KindString:
		return v.text() == w.text()
	case KindFloat64:
		return v.float() == w.float()
	case KindTime:
		return v.instant().Equal(w.instant())
	case KindGroup:
		return slices.EqualFunc(v.attrs(), w.attrs(), Attr.Equal)
	case KindAny, KindLogValuer:
		return v.holder == w.holder
	}
	return v.number == w.number
}

// LogValuer is what says itself what is logged for it.
type LogValuer interface {
	LogValue() Value
}

// mostLogValues is how often LogValue is called for a value.
const mostLogValues = 100

// Resolve returns what LogValue, again and again, makes of v; an error if it panics or that does not end.
func (v Value) Resolve() (rv Value) {
	defer func() {
		if recover() != nil {
			rv = AnyValue(fmt.Errorf("LogValue panicked\n%s", stack(3, 5)))
		}
	}()
	rv = v
	for range mostLogValues {
		if rv.Kind() != KindLogValuer {
			return rv
		}
		rv = rv.LogValuer().LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on Value of type %T", v.Any()))
}

// stack lists the calls that lead here, but for skip and up to most of them.
func stack(skip, most int) string {
	pcs := make([]uintptr, most+1)
	n := runtime.Callers(skip+1, pcs)
	if n == 0 {
		return "(no stack)"
	}
	frames := runtime.CallersFrames(pcs[:n])
	var b strings.Builder
	for i := range n {
		frame, _ := frames.Next()
		if i == most {
			b.WriteString("(rest of stack elided)\n")
			break
		}
		fmt.Fprintf(&b, "called from %s (%s:%d)\n", frame.Function, frame.File, frame.Line)
	}
	return b.String()
}
