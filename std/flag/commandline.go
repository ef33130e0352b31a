package flag

import (
	"encoding"
	"fmt"
	"os"
	"time"
)

// The functions of the package work on CommandLine.

// CommandLine is the set of flags that Parse reads from os.Args.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

// Usage says how the program is called.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}

func init() {
	CommandLine.Usage = func() { Usage() }
}

// Parse reads the flags of os.Args.
func Parse() { CommandLine.Parse(os.Args[1:]) }

// Parsed says whether Parse has been called.
func Parsed() bool { return CommandLine.Parsed() }

// VisitAll calls fn for each flag in the order of names.
func VisitAll(fn func(*Flag)) { CommandLine.VisitAll(fn) }

// Visit calls fn for each flag that has been set in the order of names.
func Visit(fn func(*Flag)) { CommandLine.Visit(fn) }

// Lookup returns the flag of that name, nil if there is none.
func Lookup(name string) *Flag { return CommandLine.formal[name] }

// Set sets the value of a flag.
func Set(name, value string) error { return CommandLine.set(name, value) }

// PrintDefaults writes what the flags are for.
func PrintDefaults() { CommandLine.PrintDefaults() }

// NFlag returns how many flags have been set.
func NFlag() int { return len(CommandLine.actual) }

// Arg returns the argument i behind the flags, "" if there is none.
func Arg(i int) string { return CommandLine.Arg(i) }

// NArg returns how many arguments are behind the flags.
func NArg() int { return len(CommandLine.args) }

// Args returns the arguments behind the flags.
func Args() []string { return CommandLine.args }

// Var defines a flag.
func Var(value Value, name string, usage string) { CommandLine.Var(value, name, usage) }

// BoolVar defines a boolean flag.
func BoolVar(p *bool, name string, value bool, usage string) {
	CommandLine.BoolVar(p, name, value, usage)
}

// Bool defines a boolean flag.
func Bool(name string, value bool, usage string) *bool {
	return CommandLine.Bool(name, value, usage)
}

// IntVar defines a flag of type int.
func IntVar(p *int, name string, value int, usage string) {
	CommandLine.IntVar(p, name, value, usage)
}

// Int defines a flag of type int.
func Int(name string, value int, usage string) *int {
	return CommandLine.Int(name, value, usage)
}

// Int64Var defines a flag of type int64.
func Int64Var(p *int64, name string, value int64, usage string) {
	CommandLine.Int64Var(p, name, value, usage)
}

// Int64 defines a flag of type int64.
func Int64(name string, value int64, usage string) *int64 {
	return CommandLine.Int64(name, value, usage)
}

// UintVar defines a flag of type uint.
func UintVar(p *uint, name string, value uint, usage string) {
	CommandLine.UintVar(p, name, value, usage)
}

// Uint defines a flag of type uint.
func Uint(name string, value uint, usage string) *uint {
	return CommandLine.Uint(name, value, usage)
}

// Uint64Var defines a flag of type uint64.
func Uint64Var(p *uint64, name string, value uint64, usage string) {
	CommandLine.Uint64Var(p, name, value, usage)
}

// Uint64 defines a flag of type uint64.
func Uint64(name string, value uint64, usage string) *uint64 {
	return CommandLine.Uint64(name, value, usage)
}

// StringVar defines a flag of type string.
func StringVar(p *string, name string, value string, usage string) {
	CommandLine.StringVar(p, name, value, usage)
}

// String defines a flag of type string.
func String(name string, value string, usage string) *string {
	return CommandLine.String(name, value, usage)
}

// Float64Var defines a flag of type float64.
func Float64Var(p *float64, name string, value float64, usage string) {
	CommandLine.Float64Var(p, name, value, usage)
}

// Float64 defines a flag of type float64.
func Float64(name string, value float64, usage string) *float64 {
	return CommandLine.Float64(name, value, usage)
}

// DurationVar defines a flag that time.ParseDuration reads.
func DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	CommandLine.DurationVar(p, name, value, usage)
}

// Duration defines a flag that time.ParseDuration reads.
func Duration(name string, value time.Duration, usage string) *time.Duration {
	return CommandLine.Duration(name, value, usage)
}

// TextVar defines a flag that p reads; value is what it has before.
func TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string) {
	CommandLine.TextVar(p, name, value, usage)
}

// Func defines a flag that calls fn with its argument.
func Func(name, usage string, fn func(string) error) { CommandLine.Func(name, usage, fn) }

// BoolFunc defines a flag without an argument that calls fn.
func BoolFunc(name, usage string, fn func(string) error) { CommandLine.BoolFunc(name, usage, fn) }
