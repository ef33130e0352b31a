package log

import (
	"fmt"
	"io"
	"os"
)

// The standard logger writes to os.Stderr. Its functions are not made of its methods: the place of a line is found
// by counting calls.

// SetOutput sets where lines go.
func SetOutput(w io.Writer) { std.SetOutput(w) }

// Writer returns where lines go.
func Writer() io.Writer { return std.Writer() }

// Flags returns what lines begin with.
func Flags() int { return std.Flags() }

// SetFlags sets what lines begin with.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix returns the prefix.
func Prefix() string { return std.Prefix() }

// SetPrefix sets the prefix.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Output writes a line; calldepth 1 is the place of the call of Output.
func Output(calldepth int, s string) error {
	return std.output(0, calldepth+1, func(b []byte) []byte { return append(b, s...) })
}

// Print writes a line as fmt.Print does.
func Print(v ...any) {
	std.output(0, 2, func(b []byte) []byte { return fmt.Append(b, v...) })
}

// Printf writes a line as fmt.Printf does.
func Printf(format string, v ...any) {
	std.output(0, 2, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
}

// Println writes a line as fmt.Println does.
func Println(v ...any) {
	std.output(0, 2, func(b []byte) []byte { return fmt.Appendln(b, v...) })
}

// Fatal is Print and os.Exit(1).
func Fatal(v ...any) {
	std.output(0, 2, func(b []byte) []byte { return fmt.Append(b, v...) })
	os.Exit(1)
}

// Fatalf is Printf and os.Exit(1).
func Fatalf(format string, v ...any) {
	std.output(0, 2, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
	os.Exit(1)
}

// Fatalln is Println and os.Exit(1).
func Fatalln(v ...any) {
	std.output(0, 2, func(b []byte) []byte { return fmt.Appendln(b, v...) })
	os.Exit(1)
}

// Panic is Print and a panic.
func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.output(0, 2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}

// Panicf is Printf and a panic.
func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.output(0, 2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}

// Panicln is Println and a panic.
func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.output(0, 2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}
