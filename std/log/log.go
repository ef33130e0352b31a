// Package log writes lines with a prefix, the time and the place in the source.
package log

import (
	"fmt"
	"io"
	"log/internal"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// What a line begins with; the order is fixed.
const (
	Ldate         = 1 << iota // 2009/01/23, local time
	Ltime                     // 01:23:23, local time
	Lmicroseconds             // 01:23:23.123123
	Llongfile                 // /a/b/c/d.go:23
	Lshortfile                // d.go:23
	LUTC                      // UTC and not local time
	Lmsgprefix                // the prefix stands before the message and not first
	LstdFlags     = Ldate | Ltime
)

// Logger writes lines, each with one call of Write.
type Logger struct {
	mu  sync.Mutex // of out
	out io.Writer

	prefix  atomic.Pointer[string]
	flag    atomic.Int32
	discard atomic.Bool // out is io.Discard
}

// New returns a Logger.
func New(out io.Writer, prefix string, flag int) *Logger {
	l := new(Logger)
	l.SetOutput(out)
	l.SetPrefix(prefix)
	l.SetFlags(flag)
	return l
}

var std = New(os.Stderr, "", LstdFlags)

func init() {
	internal.DefaultOutput = func(pc uintptr, data []byte) error {
		return std.output(pc, 0, func(b []byte) []byte { return append(b, data...) })
	}
}

// Default returns the Logger of the package's functions.
func Default() *Logger { return std }

// SetOutput sets where lines go.
func (l *Logger) SetOutput(w io.Writer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.out = w
	l.discard.Store(w == io.Discard)
}

// Writer returns where lines go.
func (l *Logger) Writer() io.Writer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out
}

// Flags returns what lines begin with.
func (l *Logger) Flags() int { return int(l.flag.Load()) }

// SetFlags sets what lines begin with.
func (l *Logger) SetFlags(flag int) { l.flag.Store(int32(flag)) }

// Prefix returns the prefix.
func (l *Logger) Prefix() string {
	if p := l.prefix.Load(); p != nil {
		return *p
	}
	return ""
}

// SetPrefix sets the prefix.
func (l *Logger) SetPrefix(prefix string) { l.prefix.Store(&prefix) }

// appendNumber appends i with at least width digits.
func appendNumber(b []byte, i, width int) []byte {
	var digits [20]byte
	at := len(digits)
	for ok := true; ok; ok = i > 0 || width > 0 {
		at--
		digits[at] = '0' + byte(i%10)
		i /= 10
		width--
	}
	return append(b, digits[at:]...)
}

func appendHeader(b []byte, t time.Time, prefix string, flag int, file string, line int) []byte {
	if flag&Lmsgprefix == 0 {
		b = append(b, prefix...)
	}
	if flag&LUTC != 0 {
		t = t.UTC()
	}
	if flag&Ldate != 0 {
		year, month, day := t.Date()
		b = append(appendNumber(b, year, 4), '/')
		b = append(appendNumber(b, int(month), 2), '/')
		b = append(appendNumber(b, day, 2), ' ')
	}
	if flag&(Ltime|Lmicroseconds) != 0 {
		hour, min, sec := t.Clock()
		b = append(appendNumber(b, hour, 2), ':')
		b = append(appendNumber(b, min, 2), ':')
		b = appendNumber(b, sec, 2)
		if flag&Lmicroseconds != 0 {
			b = appendNumber(append(b, '.'), t.Nanosecond()/1e3, 6)
		}
		b = append(b, ' ')
	}
	if flag&(Lshortfile|Llongfile) != 0 {
		if flag&Lshortfile != 0 {
			for i := len(file) - 1; i > 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		b = append(append(b, file...), ':')
		b = append(appendNumber(b, line, 1), ": "...)
	}
	if flag&Lmsgprefix != 0 {
		b = append(b, prefix...)
	}
	return b
}

var buffers = sync.Pool{New: func() any { return new([]byte) }}

// Buffers larger than this are not kept.
const largeBuffer = 64 << 10

// output writes a line that appendText completes; pc, or if it is 0 the caller at the depth, is its place.
func (l *Logger) output(pc uintptr, depth int, appendText func([]byte) []byte) error {
	if l.discard.Load() {
		return nil
	}
	now := time.Now()
	prefix, flag := l.Prefix(), l.Flags()
	file, line := "", 0
	if flag&(Lshortfile|Llongfile) != 0 {
		if pc == 0 {
			_, file, line, _ = runtime.Caller(depth)
		} else {
			frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
			file, line = frame.File, frame.Line
		}
		if file == "" {
			file = "???"
		}
	}
	p := buffers.Get().(*[]byte)
	b := appendText(appendHeader((*p)[:0], now, prefix, flag, file, line))
	if len(b) == 0 || b[len(b)-1] != '\n' {
		b = append(b, '\n')
	}
	*p = b
	defer func() {
		if cap(*p) > largeBuffer {
			*p = nil
		}
		buffers.Put(p)
	}()
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := l.out.Write(b)
	return err
}

// Output writes a line; calldepth 1 is the place of the call of Output.
func (l *Logger) Output(calldepth int, s string) error {
	return l.output(0, calldepth+1, func(b []byte) []byte { return append(b, s...) })
}

// Print writes a line as fmt.Print does.
func (l *Logger) Print(v ...any) {
	l.output(0, 2, func(b []byte) []byte { return fmt.Append(b, v...) })
}

// Printf writes a line as fmt.Printf does.
func (l *Logger) Printf(format string, v ...any) {
	l.output(0, 2, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
}

// Println writes a line as fmt.Println does.
func (l *Logger) Println(v ...any) {
	l.output(0, 2, func(b []byte) []byte { return fmt.Appendln(b, v...) })
}

// Fatal is Print and os.Exit(1).
func (l *Logger) Fatal(v ...any) {
	l.output(0, 2, func(b []byte) []byte { return fmt.Append(b, v...) })
	os.Exit(1)
}

// Fatalf is Printf and os.Exit(1).
func (l *Logger) Fatalf(format string, v ...any) {
	l.output(0, 2, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
	os.Exit(1)
}

// Fatalln is Println and os.Exit(1).
func (l *Logger) Fatalln(v ...any) {
	l.output(0, 2, func(b []byte) []byte { return fmt.Appendln(b, v...) })
	os.Exit(1)
}

// Panic is Print and a panic.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.output(0, 2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}

// Panicf is Printf and a panic.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.output(0, 2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}

// Panicln is Println and a panic.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.output(0, 2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}
