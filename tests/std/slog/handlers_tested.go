// run
// What slogtest finds in handlers: nothing in those of slog, and in others that leave something out.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"regexp"
	"testing/slogtest"
)

var place = regexp.MustCompile(` \([^ ]*:\d+\)`)

// worse is a handler that does something wrong.
type worse struct {
	slog.Handler
	fault int
}

func (w worse) Handle(ctx context.Context, r slog.Record) error {
	other := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool {
		switch w.fault {
		case 1:
			other.AddAttrs(slog.Any(a.Key, a.Value.String()))
		case 2:
			if a.Key == "" {
				a.Value = slog.IntValue(1)
			}
			other.AddAttrs(a)
		case 3:
			other.AddAttrs(slog.Any(a.Key+"x", a.Value))
		}
		return true
	})
	return w.Handler.Handle(ctx, other)
}

func (w worse) WithGroup(name string) slog.Handler {
	if w.fault == 4 {
		return w
	}
	return worse{w.Handler.WithGroup(name), w.fault}
}

func (w worse) WithAttrs(attrs []slog.Attr) slog.Handler {
	return worse{w.Handler.WithAttrs(attrs), w.fault}
}

func results(b *bytes.Buffer) (all []map[string]any) {
	for _, line := range bytes.Split(bytes.TrimSpace(b.Bytes()), []byte("\n")) {
		m := map[string]any{}
		if err := json.Unmarshal(line, &m); err != nil {
			panic(err)
		}
		all = append(all, m)
	}
	return all
}

func main() {
	var b bytes.Buffer
	h := slog.NewJSONHandler(&b, &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && a.Key == slog.TimeKey {
			a.Value = slog.StringValue("now")
		}
		return a
	}})
	fmt.Println(slogtest.TestHandler(h, func() []map[string]any { return results(&b) }))
	fmt.Println(slogtest.TestHandler(h, func() []map[string]any { return nil }))
	for fault := range 5 {
		b.Reset()
		err := slogtest.TestHandler(worse{h, fault}, func() []map[string]any { return results(&b) })
		fmt.Println(fault, place.ReplaceAllString(fmt.Sprint(err), ""))
	}
	// Only in a test can this run.
	run := slogtest.Run
	fmt.Printf("%T\n", run)
}
