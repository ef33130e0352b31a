// Package slog logs events with a message, a level and attributes; handlers write them.
package slog

import (
	"bytes"
	"context"
	"log"
	loginternal "log/internal"
	"runtime"
	"sync/atomic"
	"time"
)

// Logger gives events to a handler.
type Logger struct{ handler Handler }

var standard atomic.Pointer[Logger]

// standardLevel is the least level of the handler that writes through log, and the level of what log writes through a handler.
var standardLevel LevelVar

func init() { standard.Store(New(&logHandler{output: loginternal.DefaultOutput})) }

// SetLogLoggerLevel sets the level of the way between slog and log: the least that the standard handler gives to log, and that
// of what log gives to the handler of SetDefault. It returns the one before.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	oldLevel = standardLevel.Level()
	standardLevel.Set(level)
	return oldLevel
}

// Default returns the Logger of the package's functions.
func Default() *Logger { return standard.Load() }

// SetDefault sets the Logger of the package's functions; what log's functions write goes to its handler, too.
func SetDefault(l *Logger) {
	standard.Store(l)
	if _, ok := l.handler.(*logHandler); !ok {
		log.SetOutput(&handlerWriter{l.handler, &standardLevel, log.Flags()&(log.Lshortfile|log.Llongfile) != 0})
		log.SetFlags(0)
	}
}

// NewLogLogger returns a log.Logger whose lines are events of a level for h.
func NewLogLogger(h Handler, level Level) *log.Logger {
	return log.New(&handlerWriter{h, level, true}, "", 0)
}

// handlerWriter makes events of the lines of a log.Logger.
type handlerWriter struct {
	handler Handler
	level   Leveler
	places  bool // are wanted
}

func (w *handlerWriter) Write(line []byte) (int, error) {
	level := w.level.Level()
	ctx := context.Background()
	if !w.handler.Enabled(ctx, level) {
		return 0, nil
	}
	var pc uintptr
	if w.places {
		pc = callerOf(4) // behind output and the function of log
	}
	message := bytes.TrimSuffix(line, []byte{'\n'})
	return len(line), w.handler.Handle(ctx, NewRecord(time.Now(), level, string(message), pc))
}

// callerOf returns where the function was called that is depth calls above callerOf.
func callerOf(depth int) uintptr {
	var pcs [1]uintptr
	runtime.Callers(depth+1, pcs[:])
	return pcs[0]
}

// New returns a Logger of a handler.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

// Handler returns the handler.
func (l *Logger) Handler() Handler { return l.handler }

// With returns a Logger that adds what args stand for, as in Log, to each event.
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.handler.WithAttrs(attrsOf(args))}
}

// WithGroup returns a Logger whose attributes from here on are in a group.
func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.handler.WithGroup(name)}
}

// With is Default().With.
func With(args ...any) *Logger { return Default().With(args...) }

// Enabled reports whether events of a level are handled.
func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	if ctx == nil {
		ctx = context.Background()
	}
	return l.handler.Enabled(ctx, level)
}

// log handles an event for its caller's caller.
func (l *Logger) log(ctx context.Context, level Level, msg string, args ...any) {
	if ctx == nil {
		ctx = context.Background()
	}
	if l.Enabled(ctx, level) {
		r := NewRecord(time.Now(), level, msg, callerOf(3))
		r.Add(args...)
		l.handler.Handle(ctx, r)
	}
}

func (l *Logger) logAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	if ctx == nil {
		ctx = context.Background()
	}
	if l.Enabled(ctx, level) {
		r := NewRecord(time.Now(), level, msg, callerOf(3))
		r.AddAttrs(attrs...)
		l.handler.Handle(ctx, r)
	}
}

// Log logs an event. Of args each is an Attr, or a string that names the next one; what else there is is named "!BADKEY".
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, args...)
}

// LogAttrs is Log for attributes alone.
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	l.logAttrs(ctx, level, msg, attrs...)
}

// Debug logs an event of LevelDebug.
func (l *Logger) Debug(msg string, args ...any) {
	l.log(context.Background(), LevelDebug, msg, args...)
}

// DebugContext logs an event of LevelDebug.
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, args...)
}

// Info logs an event of LevelInfo.
func (l *Logger) Info(msg string, args ...any) {
	l.log(context.Background(), LevelInfo, msg, args...)
}

// InfoContext logs an event of LevelInfo.
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, args...)
}

// Warn logs an event of LevelWarn.
func (l *Logger) Warn(msg string, args ...any) {
	l.log(context.Background(), LevelWarn, msg, args...)
}

// WarnContext logs an event of LevelWarn.
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, args...)
}

// Error logs an event of LevelError.
func (l *Logger) Error(msg string, args ...any) {
	l.log(context.Background(), LevelError, msg, args...)
}

// ErrorContext logs an event of LevelError.
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, args...)
}

// Debug is Default().Debug.
func Debug(msg string, args ...any) {
	Default().log(context.Background(), LevelDebug, msg, args...)
}

// DebugContext is Default().DebugContext.
func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelDebug, msg, args...)
}

// Info is Default().Info.
func Info(msg string, args ...any) {
	Default().log(context.Background(), LevelInfo, msg, args...)
}

// InfoContext is Default().InfoContext.
func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelInfo, msg, args...)
}

// Warn is Default().Warn.
func Warn(msg string, args ...any) {
	Default().log(context.Background(), LevelWarn, msg, args...)
}

// WarnContext is Default().WarnContext.
func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelWarn, msg, args...)
}

// Error is Default().Error.
func Error(msg string, args ...any) {
	Default().log(context.Background(), LevelError, msg, args...)
}

// ErrorContext is Default().ErrorContext.
func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelError, msg, args...)
}

// Log is Default().Log.
func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().log(ctx, level, msg, args...)
}

// LogAttrs is Default().LogAttrs.
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	Default().logAttrs(ctx, level, msg, attrs...)
}
