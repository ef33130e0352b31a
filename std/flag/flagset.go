// Package flag reads the flags of a command line: -flag, --flag, -flag=x, and -flag x but for booleans.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
)

// ErrHelp says that -help or -h was given without such a flag.
var ErrHelp = errors.New("flag: help requested")

// ErrorHandling says what Parse does with a mistake.
type ErrorHandling int

// What Parse does with a mistake: returns it, exits (with 2, after -help with 0), panics.
const (
	ContinueOnError ErrorHandling = iota
	ExitOnError
	PanicOnError
)

// Flag is what is known of a flag.
type Flag struct {
	Name     string
	Usage    string // what it is for
	Value    Value
	DefValue string // its value before Parse, as text
}

// FlagSet is a set of flags.
type FlagSet struct {
	// Usage says how the program is called; Parse calls it when there is a mistake.
	Usage func()

	name     string
	parsed   bool
	actual   map[string]*Flag
	formal   map[string]*Flag
	args     []string // behind the flags
	handling ErrorHandling
	output   io.Writer         // nil: os.Stderr
	early    map[string]string // where flags were set before they were defined
}

// NewFlagSet returns an empty set.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, handling: errorHandling}
	f.Usage = f.defaultUsage
	return f
}

// Init sets name and handling of a zero FlagSet.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name = name
	f.handling = errorHandling
}

// Name returns the name of the set.
func (f *FlagSet) Name() string { return f.name }

// ErrorHandling returns what Parse does with a mistake.
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }

// Output returns where texts go.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

// SetOutput sets where texts go; nil: os.Stderr.
func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

func visit(flags map[string]*Flag, fn func(*Flag)) {
	list := make([]*Flag, 0, len(flags))
	for _, flag := range flags {
		list = append(list, flag)
	}
	slices.SortFunc(list, func(a, b *Flag) int { return strings.Compare(a.Name, b.Name) })
	for _, flag := range list {
		fn(flag)
	}
}

// VisitAll calls fn for each flag in the order of names.
func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.formal, fn) }

// Visit calls fn for each flag that has been set in the order of names.
func (f *FlagSet) Visit(fn func(*Flag)) { visit(f.actual, fn) }

// Lookup returns the flag of that name, nil if there is none.
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

// Set sets the value of a flag.
func (f *FlagSet) Set(name, value string) error { return f.set(name, value) }

func (f *FlagSet) set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		_, file, line, ok := runtime.Caller(2)
		if !ok {
			file = "?"
		}
		if f.early == nil {
			f.early = make(map[string]string)
		}
		f.early[name] = fmt.Sprintf("%s:%d", file, line)
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.note(flag)
	return nil
}

// note remembers that a flag has been set.
func (f *FlagSet) note(flag *Flag) {
	if f.actual == nil {
		f.actual = make(map[string]*Flag)
	}
	f.actual[flag.Name] = flag
}

// Var defines a flag.
func (f *FlagSet) Var(value Value, name string, usage string) {
	if strings.HasPrefix(name, "-") {
		panic(f.say("flag %q begins with -", name))
	}
	if strings.Contains(name, "=") {
		panic(f.say("flag %q contains =", name))
	}
	if _, ok := f.formal[name]; ok {
		if f.name == "" {
			panic(f.say("flag redefined: %s", name))
		}
		panic(f.say("%s flag redefined: %s", f.name, name))
	}
	if place := f.early[name]; place != "" {
		panic(fmt.Sprintf("flag %s set at %s before being defined", name, place))
	}
	if f.formal == nil {
		f.formal = make(map[string]*Flag)
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

// say writes a line and returns its text.
func (f *FlagSet) say(format string, a ...any) string {
	text := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), text)
	return text
}

// fail writes the mistake and the usage.
func (f *FlagSet) fail(format string, a ...any) error {
	text := f.say(format, a...)
	f.usage()
	return errors.New(text)
}

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.defaultUsage()
	} else {
		f.Usage()
	}
}

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// UnquoteUsage returns the name of a flag's argument, which stands in back quotes in the usage or follows from the
// type, and the usage without the quotes.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	if before, rest, ok := strings.Cut(flag.Usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	name = "value"
	switch v := flag.Value.(type) {
	case boolFlag:
		if v.IsBoolFlag() {
			name = ""
		}
	case *durationValue:
		name = "duration"
	case *float64Value:
		name = "float"
	case *intValue, *int64Value:
		name = "int"
	case *stringValue:
		name = "string"
	case *uintValue, *uint64Value:
		name = "uint"
	}
	return name, flag.Usage
}

// PrintDefaults writes what the flags are for, and their defaults if these are not zero.
func (f *FlagSet) PrintDefaults() {
	var panics []error
	f.VisitAll(func(flag *Flag) {
		var b strings.Builder
		fmt.Fprintf(&b, "  -%s", flag.Name)
		name, usage := UnquoteUsage(flag)
		if name != "" {
			b.WriteString(" ")
			b.WriteString(name)
		}
		// A flag of one letter leaves room for its usage.
		if b.Len() <= len("  -x") {
			b.WriteString("\t")
		} else {
			b.WriteString("\n    \t")
		}
		b.WriteString(strings.ReplaceAll(usage, "\n", "\n    \t"))
		if zero, err := isZero(flag, flag.DefValue); err != nil {
			panics = append(panics, err)
		} else if _, ok := flag.Value.(*stringValue); ok && !zero {
			fmt.Fprintf(&b, " (default %q)", flag.DefValue)
		} else if !zero {
			fmt.Fprintf(&b, " (default %v)", flag.DefValue)
		}
		fmt.Fprint(f.Output(), b.String(), "\n")
	})
	if len(panics) > 0 {
		fmt.Fprintln(f.Output())
		for _, err := range panics {
			fmt.Fprintln(f.Output(), err)
		}
	}
}

// NFlag returns how many flags have been set.
func (f *FlagSet) NFlag() int { return len(f.actual) }

// Arg returns the argument i behind the flags, "" if there is none.
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// NArg returns how many arguments are behind the flags.
func (f *FlagSet) NArg() int { return len(f.args) }

// Args returns the arguments behind the flags.
func (f *FlagSet) Args() []string { return f.args }

// Parsed says whether Parse has been called.
func (f *FlagSet) Parsed() bool { return f.parsed }

// Parse reads flags up to the first argument that is none, or "--".
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		seen, err := f.parseOne()
		if seen {
			continue
		}
		if err == nil {
			return nil
		}
		switch f.handling {
		case ContinueOnError:
			return err
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
	}
}

// parseOne reads a flag; seen is false at the end.
func (f *FlagSet) parseOne() (seen bool, err error) {
	if len(f.args) == 0 {
		return false, nil
	}
	s := f.args[0]
	if len(s) < 2 || s[0] != '-' {
		return false, nil
	}
	name := s[1:]
	if name[0] == '-' {
		name = name[1:]
		if name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name[0] == '-' || name[0] == '=' {
		return false, f.fail("bad flag syntax: %s", s)
	}
	f.args = f.args[1:]
	name, value, given := strings.Cut(name, "=")
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.fail("flag provided but not defined: -%s", name)
	}
	switch {
	case isBoolFlag(flag.Value):
		if !given {
			if err := flag.Value.Set("true"); err != nil {
				return false, f.fail("invalid boolean flag %s: %v", name, err)
			}
		} else if err := flag.Value.Set(value); err != nil {
			return false, f.fail("invalid boolean value %q for -%s: %v", value, name, err)
		}
	default:
		if !given && len(f.args) > 0 {
			given = true
			value, f.args = f.args[0], f.args[1:]
		}
		if !given {
			return false, f.fail("flag needs an argument: -%s", name)
		}
		if err := flag.Value.Set(value); err != nil {
			return false, f.fail("invalid value %q for flag -%s: %v", value, name, err)
		}
	}
	f.note(flag)
	return true, nil
}
