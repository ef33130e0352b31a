package slog

import "time"

// Attr is a Value with its name.
type Attr struct {
	Key   string
	Value Value
}

// String returns an Attr of a string.
func String(key, value string) Attr { return Attr{key, StringValue(value)} }

// Int64 returns an Attr of an int64.
func Int64(key string, value int64) Attr { return Attr{key, Int64Value(value)} }

// Int returns an Attr of an int64.
func Int(key string, value int) Attr { return Attr{key, IntValue(value)} }

// Uint64 returns an Attr of a uint64.
func Uint64(key string, v uint64) Attr { return Attr{key, Uint64Value(v)} }

// Float64 returns an Attr of a float64.
func Float64(key string, v float64) Attr { return Attr{key, Float64Value(v)} }

// Bool returns an Attr of a bool.
func Bool(key string, v bool) Attr { return Attr{key, BoolValue(v)} }

// Time returns an Attr of a time.
func Time(key string, v time.Time) Attr { return Attr{key, TimeValue(v)} }

// Duration returns an Attr of a duration.
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }

// Group returns an Attr of the attributes that args stand for, as in Logger.Log.
func Group(key string, args ...any) Attr { return Attr{key, GroupValue(attrsOf(args)...)} }

// GroupAttrs returns an Attr of attributes.
func GroupAttrs(key string, attrs ...Attr) Attr { return Attr{key, GroupValue(attrs...)} }

// Any returns an Attr of the kind that fits value best.
func Any(key string, value any) Attr { return Attr{key, AnyValue(value)} }

// Equal reports whether keys and values are equal.
func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

// String returns "key=value".
func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

func (a Attr) isEmpty() bool { return a.Key == "" && a.Value.number == 0 && a.Value.holder == nil }

// badKey is the name of a value that has none.
const badKey = "!BADKEY"

// cutAttr returns the attribute at the beginning of args: an Attr, or a string and the value behind it.
func cutAttr(args []any) (a Attr, rest []any) {
	switch first := args[0].(type) {
	case Attr:
		return first, args[1:]
	case string:
		if len(args) > 1 {
			return Any(first, args[1]), args[2:]
		}
	}
	return Any(badKey, args[0]), args[1:]
}

func attrsOf(args []any) (all []Attr) {
	for len(args) > 0 {
		var a Attr
		a, args = cutAttr(args)
		all = append(all, a)
	}
	return all
}
