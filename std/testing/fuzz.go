package testing

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"time"
)

// An F is given to a Fuzz function: it collects seeds and runs a function over them; with -test.fuzz, over what is made of them, too.
type F struct {
	common
	run    *testRun
	seeds  []seed
	fuzzed bool // Fuzz was called
	fuzzes bool // it makes arguments up (fuzzing.go)
}

// A seed is one list of arguments with its name.
type seed struct {
	name   string
	values []any
}

// InternalFuzzTarget is a Fuzz function with its name.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// fuzzableTypes are the types of arguments.
var fuzzableTypes = map[reflect.Type]bool{
	reflect.TypeFor[[]byte]():  true,
	reflect.TypeFor[string]():  true,
	reflect.TypeFor[bool]():    true,
	reflect.TypeFor[float32](): true,
	reflect.TypeFor[float64](): true,
	reflect.TypeFor[int]():     true,
	reflect.TypeFor[int8]():    true,
	reflect.TypeFor[int16]():   true,
	reflect.TypeFor[int32]():   true,
	reflect.TypeFor[int64]():   true,
	reflect.TypeFor[uint]():    true,
	reflect.TypeFor[uint8]():   true,
	reflect.TypeFor[uint16]():  true,
	reflect.TypeFor[uint32]():  true,
	reflect.TypeFor[uint64]():  true,
}

// Helper keeps the calling function out of the places that logged lines are reported for.
func (f *F) Helper() {
	f.forbidInFuzz("Helper")
	name := nameAt(2)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.helpers == nil {
		f.helpers = map[string]bool{}
	}
	f.helpers[name] = true
}

// Fail marks the target as failed.
func (f *F) Fail() {
	f.forbidInFuzz("Fail")
	f.common.Fail()
}

// Skipped says whether the target was skipped.
func (f *F) Skipped() bool {
	f.forbidInFuzz("Skipped")
	return f.common.Skipped()
}

// Add adds a seed: the arguments of the function given to Fuzz, without the first.
func (f *F) Add(args ...any) {
	var values []any
	for i := range args {
		if t := reflect.TypeOf(args[i]); !fuzzableTypes[t] {
			panic(fmt.Sprintf("testing: unsupported type to Add %v", t))
		}
		values = append(values, args[i])
	}
	f.seeds = append(f.seeds, seed{fmt.Sprintf("seed#%d", len(f.seeds)), values})
}

// Fuzz runs ff, a func(*testing.T, ...) without results, as a test for each seed.
func (f *F) Fuzz(ff any) {
	if f.fuzzed {
		panic("testing: F.Fuzz called more than once")
	}
	f.fuzzed = true
	if f.failed {
		return
	}
	f.Helper()
	fn := reflect.ValueOf(ff)
	types := f.argumentTypes(fn)
	for _, s := range f.seeds {
		if err := checkSeed(s.values, types); err != nil {
			f.Fatal(err)
		}
	}
	files, err := readSeeds(filepath.Join("testdata", "fuzz", f.name), types)
	if err != nil {
		f.Fatal(err)
	}
	f.seeds = append(f.seeds, files...)
	if f.fuzzes {
		newFuzzer(f, fn).run(types)
		return
	}
	stack := callers(1)
	for _, s := range f.seeds {
		if _, fits, _ := f.run.match.fullName(nil, f.name+"/"+s.name); fits && !stopsEarly() {
			f.runSeed(s, fn, stack)
		}
	}
}

func (f *F) argumentTypes(fn reflect.Value) []reflect.Type {
	t := fn.Type()
	if fn.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	if t.NumIn() < 2 || t.In(0) != reflect.TypeFor[*T]() {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if t.NumOut() != 0 {
		panic("testing: fuzz target must not return a value")
	}
	var types []reflect.Type
	for i := 1; i < t.NumIn(); i++ {
		if !fuzzableTypes[t.In(i)] {
			panic(fmt.Sprintf("testing: unsupported type for fuzzing %v", t.In(i)))
		}
		types = append(types, t.In(i))
	}
	return types
}

func checkSeed(values []any, types []reflect.Type) error {
	if len(values) != len(types) {
		return fmt.Errorf("wrong number of values in corpus entry: %d, want %d", len(values), len(types))
	}
	var got []reflect.Type
	for _, v := range values {
		got = append(got, reflect.TypeOf(v))
	}
	if !slices.Equal(got, types) {
		return fmt.Errorf("mismatched types in corpus entry: %v, want %v", got, types)
	}
	return nil
}

// runSeed runs the function as a test inside of the target.
func (f *F) runSeed(s seed, fn reflect.Value, stack []uintptr) {
	t := &T{
		common: common{
			name:       f.name + "/" + s.name,
			importPath: f.importPath,
			parent:     &f.common,
			level:      f.level + 1,
			creator:    stack,
			chatty:     f.chatty,
			barrier:    make(chan bool),
			signal:     make(chan bool, 1),
			ctx:        f.ctx,
		},
		run: f.run,
	}
	t.w = indenter{&t.common}
	t.lines = &lineWriter{c: &t.common}
	if t.chatty != nil {
		t.chatty.update(t.name, "=== RUN   %s\n", t.name)
	}
	f.inFuzzFn = true
	go tRunner(t, func(t *T) {
		arguments := []reflect.Value{reflect.ValueOf(t)}
		for _, v := range s.values {
			arguments = append(arguments, reflect.ValueOf(v))
		}
		fn.Call(arguments)
	})
	<-t.signal
	f.inFuzzFn = false
}

// fRunner is the bottom of a fuzz target's goroutine. The name is Go's: traces show it.
func fRunner(f *F, fn func(*F)) {
	f.runner = callerName()
	defer f.end()
	defer func() {
		f.inFuzzFn = false
		f.runCleanups()
	}()
	f.start = time.Now()
	fn(f)
	f.finished = true
}

func (f *F) end() {
	reason := recover()
	if reason == nil && !f.finished {
		reason = errGoexit
	}
	f.duration += time.Since(f.start)
	if f.finished && !f.fuzzed && !f.failed && !f.skipped {
		f.Error("returned without calling F.Fuzz, F.Fail, or F.Skip")
	}
	if reason != nil {
		f.inFuzzFn = false
		f.common.Fail()
		if r := f.recoverCleanups(); r != nil {
			f.Logf("cleanup panicked with %v", r)
		}
		f.lines.flush()
		f.flushToParent("--- FAIL: %s (%s)\n", f.name, seconds(f.duration))
		panic(reason)
	}
	f.lines.flush()
	if f.failed {
		numFailed++
	}
	if verdict := f.verdict(); verdict != "" {
		f.flushToParent("--- %s: %s (%s)\n", verdict, f.name, seconds(f.duration))
	}
	f.done = true
	f.setRan()
	f.signal <- true
}

func (f *F) verdict() string {
	switch {
	case f.failed:
		return "FAIL"
	case f.chatty == nil:
		return ""
	case f.skipped:
		return "SKIP"
	}
	return "PASS"
}

func runFuzzTargets(deps testDeps, targets []InternalFuzzTarget, deadline time.Time) (ran, ok bool) {
	ok = true
	if len(targets) == 0 {
		return false, true
	}
	for range cpuList {
		for i := uint(0); i < *count; i++ {
			if stopsEarly() || i > 0 && !ran {
				break
			}
			root := newRoot(deps.ImportPath(), deps.MatchString, deadline)
			for _, target := range targets {
				if stopsEarly() {
					break
				}
				name, fits, _ := root.run.match.fullName(nil, target.Name)
				if !fits {
					continue
				}
				f := runFuzzTarget(root, name, target.Fn, false)
				ok = ok && !f.failed
				ran = true
			}
			root.cancel()
		}
	}
	return ran, ok
}

func runFuzzTarget(root *T, name string, fn func(*F), fuzzes bool) *F {
	f := &F{
		common: common{
			name:       name,
			importPath: root.importPath,
			parent:     &root.common,
			level:      1,
			chatty:     root.chatty,
			barrier:    make(chan bool),
			signal:     make(chan bool, 1),
			ctx:        root.ctx,
		},
		run:    root.run,
		fuzzes: fuzzes,
	}
	f.w = indenter{&f.common}
	f.lines = &lineWriter{c: &f.common}
	if f.chatty != nil {
		f.chatty.update(f.name, "=== RUN   %s\n", f.name)
	}
	go fRunner(f, fn)
	if !<-f.signal {
		runtime.Goexit()
	}
	if f.chatty != nil && f.chatty.json {
		f.chatty.update("", "=== NAME  %s\n", "")
	}
	return f
}

// readSeeds reads the files of a folder; none if there is no folder.
func readSeeds(folder string, types []reflect.Type) ([]seed, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading seed corpus from testdata: %v", err)
	}
	var seeds []seed
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		path := filepath.Join(folder, entry.Name())
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("failed to read corpus file: %v", err)
		}
		values, err := parseSeed(string(text))
		if err == nil {
			err = checkSeed(values, types)
		}
		if err != nil {
			return nil, fmt.Errorf("%q: %v", path, err)
		}
		seeds = append(seeds, seed{entry.Name(), values})
	}
	return seeds, nil
}
