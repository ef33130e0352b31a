// run
// Events put together at random, written as text and as JSON under all settings.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"time"
)

const events = 60 // in bulk: 30000

var state uint64 = 0x2545f4914f6cdd1d

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func pick(list ...string) string { return list[random(len(list))] }

func text() string {
	return pick("", "a", "key", "two words", "x=y", "q\"q", "é", "\n\t\r", "\x00\x01", "\xff", "\u2028", "\\", "<&>", "\x7f", "世界", "\u00a0", "group.name", "{}")
}

type pair struct {
	A int `json:"a"`
	B string
}

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("hidden") }

type twice int

func (t twice) LogValue() slog.Value {
	if t == 0 {
		return slog.GroupValue(slog.Int("x", 1), slog.Any("y", secret("z")))
	}
	return slog.AnyValue(t - 1)
}

type marshals struct{ err error }

func (m marshals) MarshalText() ([]byte, error) { return []byte("text form"), m.err }

type jsons struct{}

func (jsons) MarshalJSON() ([]byte, error) { return []byte(`{"j":[1, 2]}`), nil }
func (jsons) Error() string                { return "jsons error" }

type panics struct{}

func (panics) MarshalText() ([]byte, error) { panic("thrown") }
func (panics) MarshalJSON() ([]byte, error) { panic("thrown") }

func value(depth int) any {
	base := time.Date(2024, 2, 29, 12, 30, 45, 123456789, time.UTC)
	switch random(28) {
	case 0:
		return random(1000) - 500
	case 1:
		return uint8(random(256))
	case 2:
		return []float64{1.5, math.Inf(1), math.NaN(), 1e21, 0, -3e-9}[random(6)]
	case 3:
		return random(2) == 0
	case 4:
		return time.Duration(random(1 << 40))
	case 5:
		return base.Add(time.Duration(random(1 << 50)))
	case 6:
		return base.In(time.FixedZone("Z", 3600*random(12)))
	case 7:
		return time.Time{}
	case 8:
		return base.AddDate(9000, 0, 0)
	case 9:
		return errors.New(text())
	case 10:
		return pair{random(9), text()}
	case 11:
		return &pair{1, "p"}
	case 12:
		return []string{text(), text()}
	case 13:
		return []byte(text())
	case 14:
		return map[string]any{"k": text(), "l": 1}
	case 15:
		return secret("s")
	case 16:
		return twice(random(3))
	case 17:
		return marshals{}
	case 18:
		return marshals{errors.New("cannot")}
	case 19:
		return jsons{}
	case 20:
		return panics{}
	case 21:
		return nil
	case 22:
		return (*marshals)(nil)
	case 23:
		return slog.Level(random(20) - 8)
	case 24:
		return make(chan int) == nil
	case 25:
		return func() {} == nil
	case 26:
		if depth > 0 {
			return attrs(depth - 1)
		}
		return slog.KindBool
	}
	return text()
}

func attr(depth int) slog.Attr {
	switch random(6) {
	case 0:
		return slog.Attr{}
	case 1:
		if depth > 0 {
			return slog.GroupAttrs(pick("", "g", "group", text()), attrs(depth-1)...)
		}
	case 2:
		return slog.Group(text(), text(), value(0), 5, "last")
	}
	return slog.Any(text(), value(depth))
}

func attrs(depth int) (all []slog.Attr) {
	for range random(4) {
		all = append(all, attr(depth))
	}
	return all
}

func main() {
	ctx := context.Background()
	for i := range events {
		options := &slog.HandlerOptions{}
		if random(3) == 0 {
			options.Level = slog.Level(random(12) - 6)
		}
		if random(3) == 0 {
			options.AddSource = true
		}
		removed := text()
		if random(2) == 0 {
			options.ReplaceAttr = func(groups []string, a slog.Attr) slog.Attr {
				switch {
				case a.Key == removed:
					return slog.Attr{}
				case a.Key == "a":
					return slog.Any("replaced", fmt.Sprint(groups))
				case a.Key == "key":
					return slog.Group("made", slog.String("of", a.Key))
				}
				return a
			}
		}
		var b [2]bytes.Buffer
		handlers := []slog.Handler{slog.NewTextHandler(&b[0], options), slog.NewJSONHandler(&b[1], options)}
		for range random(4) {
			added, name := attrs(2), text()
			for j, h := range handlers {
				switch {
				case len(added) > 1:
					handlers[j] = h.WithAttrs(added)
				case name != "":
					handlers[j] = h.WithGroup(name)
				}
			}
		}
		var when time.Time
		if random(3) > 0 {
			when = time.Date(2024, 1, 2, 3, 4, 5, random(1e9), time.UTC)
		}
		r := slog.NewRecord(when, slog.Level(random(16)-6), text(), 0)
		r.AddAttrs(attrs(2)...)
		r.Add(text(), value(1), attr(1), 7)
		r.AddAttrs(attrs(2)...)
		h := slog.Handler(slog.NewMultiHandler(handlers...))
		fmt.Println(i, r.NumAttrs(), h.Enabled(ctx, r.Level), h.Handle(ctx, r))
		fmt.Print(b[0].String(), b[1].String())
	}
}
