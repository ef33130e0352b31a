// run
// Handlers' own methods, and the texts of levels, kinds and attributes.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"
)

func main() {
	ctx := context.Background()
	options := &slog.HandlerOptions{Level: slog.LevelWarn}
	record := slog.NewRecord(time.Time{}, slog.LevelError, "message", 0)
	record.AddAttrs(slog.Int("n", 1), slog.Group("g", slog.String("s", "a b"), slog.Any("e", errors.New("bad"))))

	text := slog.NewTextHandler(os.Stdout, options)
	fmt.Println(text.Enabled(ctx, slog.LevelInfo), text.Enabled(ctx, slog.LevelWarn))
	fmt.Println(text.Handle(ctx, record))
	fmt.Println(text.WithAttrs([]slog.Attr{slog.Bool("w", true)}).WithGroup("in").Handle(ctx, record))
	fmt.Println(text.WithGroup("out").WithAttrs([]slog.Attr{slog.Duration("d", time.Second)}).Handle(ctx, record))
	fmt.Println(text.WithGroup("") == text)

	json := slog.NewJSONHandler(os.Stdout, options)
	fmt.Println(json.Enabled(ctx, slog.LevelInfo), json.Enabled(ctx, slog.LevelWarn))
	fmt.Println(json.Handle(ctx, record))
	fmt.Println(json.WithAttrs([]slog.Attr{slog.Bool("w", true)}).WithGroup("in").Handle(ctx, record))
	fmt.Println(json.WithGroup("out").WithAttrs([]slog.Attr{slog.Duration("d", time.Second)}).Handle(ctx, record))

	many := slog.NewMultiHandler(text, json)
	fmt.Println(many.Enabled(ctx, slog.LevelInfo), many.Enabled(ctx, slog.LevelError))
	fmt.Println(many.Handle(ctx, record))
	fmt.Println(many.WithAttrs([]slog.Attr{slog.Int("a", 2)}).WithGroup("g").Handle(ctx, record))
	fmt.Println(many.WithGroup("h").Handle(ctx, record))

	for _, l := range []slog.Level{slog.LevelDebug - 1, slog.LevelDebug, slog.LevelInfo, slog.LevelInfo + 2, slog.LevelWarn, slog.LevelError, slog.LevelError + 5} {
		b, err := l.AppendText([]byte("level "))
		j, _ := l.MarshalJSON()
		fmt.Println(l.String(), string(b), err, string(j))
	}
	var v slog.LevelVar
	v.Set(slog.LevelWarn)
	fmt.Println(v.String(), slog.Int("k", 3).String(), slog.Group("g", slog.Int("a", 1)).String())
	for k := slog.KindAny; k <= slog.KindLogValuer; k++ {
		fmt.Print(k.String(), " ")
	}
	fmt.Println(slog.Default() == slog.Default())
}

// Output:
// false true
// level=ERROR msg=message n=1 g.s="a b" g.e=bad
// <nil>
// level=ERROR msg=message w=true in.n=1 in.g.s="a b" in.g.e=bad
// <nil>
// level=ERROR msg=message out.d=1s out.n=1 out.g.s="a b" out.g.e=bad
// <nil>
// false
// false true
// {"level":"ERROR","msg":"message","n":1,"g":{"s":"a b","e":"bad"}}
// <nil>
// {"level":"ERROR","msg":"message","w":true,"in":{"n":1,"g":{"s":"a b","e":"bad"}}}
// <nil>
// {"level":"ERROR","msg":"message","out":{"d":1000000000,"n":1,"g":{"s":"a b","e":"bad"}}}
// <nil>
// false true
// level=ERROR msg=message n=1 g.s="a b" g.e=bad
// {"level":"ERROR","msg":"message","n":1,"g":{"s":"a b","e":"bad"}}
// <nil>
// level=ERROR msg=message a=2 g.n=1 g.g.s="a b" g.g.e=bad
// {"level":"ERROR","msg":"message","a":2,"g":{"n":1,"g":{"s":"a b","e":"bad"}}}
// <nil>
// level=ERROR msg=message h.n=1 h.g.s="a b" h.g.e=bad
// {"level":"ERROR","msg":"message","h":{"n":1,"g":{"s":"a b","e":"bad"}}}
// <nil>
// DEBUG-1 level DEBUG-1 <nil> "DEBUG-1"
// DEBUG level DEBUG <nil> "DEBUG"
// INFO level INFO <nil> "INFO"
// INFO+2 level INFO+2 <nil> "INFO+2"
// WARN level WARN <nil> "WARN"
// ERROR level ERROR <nil> "ERROR"
// ERROR+5 level ERROR+5 <nil> "ERROR+5"
// LevelVar(WARN) k=3 g=[a=1]
// Any Bool Duration Float64 Int64 String Time Uint64 Group LogValuer true
