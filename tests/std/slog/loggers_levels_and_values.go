// run
// Loggers with the functions of the package and of log, levels, values of all kinds, records and their copies.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func short(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	if s, ok := a.Value.Any().(*slog.Source); ok {
		s.File = filepath.Base(s.File)
	}
	return a
}

type endless struct{}

func (endless) LogValue() slog.Value { return slog.AnyValue(endless{}) }

type throws struct{}

func (throws) LogValue() slog.Value { panic("x") }

func main() {
	ctx := context.Background()
	level := new(slog.LevelVar)
	options := &slog.HandlerOptions{Level: level, AddSource: true, ReplaceAttr: short}
	l := slog.New(slog.NewTextHandler(os.Stdout, options))
	l.Debug("not shown")
	level.Set(slog.LevelDebug)
	l.Debug("debug", "a", 1)
	l.DebugContext(ctx, "debug", "a", 1)
	l.Info("info", "b", "two words", "c")
	l.InfoContext(nil, "info")
	l.Warn("warn", slog.Int("d", 2), slog.Duration("e", time.Second))
	l.WarnContext(ctx, "warn")
	l.Error("error", "err", errors.New("bad"))
	l.ErrorContext(ctx, "error")
	l.Log(ctx, slog.LevelInfo+1, "log", "f", 1.5)
	l.LogAttrs(ctx, slog.LevelError+3, "attrs", slog.Bool("g", true), slog.Uint64("h", 3), slog.Float64("i", 2), slog.Int64("j", -1), slog.Time("k", time.Unix(0, 0).UTC()))
	l.With().WithGroup("").With("m", 1).WithGroup("n").With("o", 2).WithGroup("p").Info("groups", "q", 3)
	l.WithGroup("empty").Info("nothing")
	fmt.Println(l.Enabled(ctx, slog.LevelDebug-1), l.Enabled(nil, slog.LevelDebug), l.Handler() != nil)

	slog.SetDefault(l)
	slog.Debug("debug")
	slog.DebugContext(ctx, "debug")
	slog.Info("info")
	slog.InfoContext(ctx, "info")
	slog.Warn("warn")
	slog.WarnContext(ctx, "warn")
	slog.Error("error")
	slog.ErrorContext(ctx, "error")
	slog.Log(ctx, 1, "log")
	slog.LogAttrs(ctx, 2, "attrs")
	slog.With("r", 1).Info("with")
	log.Print("by log")
	fmt.Println(slog.SetLogLoggerLevel(slog.LevelError), slog.SetLogLoggerLevel(slog.LevelWarn))
	log.Printf("by log %d", 2)
	slog.NewLogLogger(l.Handler(), slog.LevelInfo).Println("by a log.Logger")
	discard := slog.New(slog.DiscardHandler)
	discard.With("a", 1).WithGroup("g").Error("x")
	fmt.Println(discard.Enabled(ctx, 100))
	try(func() { slog.New(nil) })

	for i := range 20 {
		v := slog.Level(i - 6)
		text, _ := v.MarshalText()
		data, _ := json.Marshal(v)
		var back, again slog.Level
		fmt.Println(v, string(text), string(data), back.UnmarshalText(text), back == v, json.Unmarshal(data, &again), again.Level() == v)
	}
	var parsed slog.Level
	for _, s := range []string{"info+3", "DEBUG-2", "warn", "Error+0", "none", "INFO+x", "", "+1"} {
		fmt.Println(s, parsed.UnmarshalText([]byte(s)), parsed)
	}
	fmt.Println(parsed.UnmarshalJSON([]byte("3")), level, level.UnmarshalText([]byte("ERROR+1")), level.Level())
	text, err := level.MarshalText()
	fmt.Println(string(text), err)
	text, err = level.AppendText([]byte("l="))
	fmt.Println(string(text), err)

	values := []any{nil, true, time.Minute, 1.5, -1, "s", time.Date(2020, 1, 2, 3, 4, 5, 6, time.UTC), uint16(3), []slog.Attr{slog.Int("a", 1), slog.Group("none")}, slog.KindTime, endless{}, throws{}, []int{1}, slog.IntValue(3), time.Time{}, time.Date(3000, 1, 1, 0, 0, 0, 0, time.UTC)}
	for _, x := range values {
		v := slog.AnyValue(x)
		resolved := v.Resolve().String()
		if i := strings.IndexByte(resolved, '\n'); i >= 0 {
			resolved = resolved[:i]
		}
		fmt.Printf("%s %v %v %s\n", v.Kind(), v, v.Any(), resolved)
		try(func() { fmt.Println(v.Int64()) })
		try(func() { fmt.Println(v.Uint64(), v.Equal(v)) })
		try(func() { fmt.Println(v.Bool()) })
		try(func() { fmt.Println(v.Duration()) })
		try(func() { fmt.Println(v.Float64()) })
		try(func() { fmt.Println(v.Time()) })
		try(func() { fmt.Println(v.Group()) })
		if v.Kind() != slog.KindLogValuer {
			continue
		}
		fmt.Printf("%T\n", v.LogValuer())
	}
	fmt.Println(slog.Kind(99), slog.String("a", "b").Equal(slog.String("a", "b")), slog.Int("a", 1).Equal(slog.Uint64("a", 1)), slog.Any("k", []int{1}))
	fmt.Println(slog.Float64Value(1).Equal(slog.Float64Value(2)), slog.Group("g", "a", 1).Equal(slog.GroupAttrs("g", slog.Int("a", 1))), slog.AnyValue(3i).Equal(slog.AnyValue(3i)))
	fmt.Println(slog.TimeValue(time.Unix(1, 0)).Equal(slog.TimeValue(time.Unix(1, 0).UTC())), slog.BoolValue(true), slog.Int64Value(1), slog.Uint64Value(2), slog.DurationValue(3), slog.StringValue("x"))

	r := slog.NewRecord(time.Time{}, 0, "m", 0)
	for i := range 7 {
		r.AddAttrs(slog.Int(fmt.Sprint(i), i))
	}
	c := r.Clone()
	c.AddAttrs(slog.String("clone", "c"), slog.Group("empty"))
	unsafe := r
	unsafe.AddAttrs(slog.String("copy", "d"))
	r.AddAttrs(slog.String("own", "r"))
	for _, each := range []slog.Record{r, c, unsafe} {
		each.Attrs(func(a slog.Attr) bool {
			fmt.Print(a, " ")
			return a.Key != "own"
		})
		fmt.Println(each.NumAttrs(), each.Source())
	}
}
