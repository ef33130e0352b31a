package testing

import (
	"fmt"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"strings"
	"time"
	"unicode/utf8"
)

// A fuzzer makes arguments up from seeds and runs a target's function over them until it fails. It knows nothing of what the function
// executes: changes are made blindly, and some of what did not fail is changed again.
type fuzzer struct {
	f         *F
	fn        reflect.Value
	rng       *rand.Rand
	pool      [][]any // the seeds, then some of what was made of them
	seeds     int
	start     time.Time
	execs     int
	lastTold  time.Time
	lastExecs int
}

const (
	mostInPool     = 1024
	mostBytes      = 64 << 10
	mostMinimizing = 500
	tellEvery      = 3 * time.Second
)

// runFuzzing fuzzes the target that matches -test.fuzz.
func runFuzzing(deps testDeps, targets []InternalFuzzTarget) (ok bool) {
	if *matchFuzz == "" {
		return true
	}
	root := newRoot(deps.ImportPath(), deps.MatchString, time.Time{})
	root.run.match = newMatcher(deps.MatchString, *matchFuzz, "-test.fuzz", *skip)
	var names []string
	var chosen InternalFuzzTarget
	for _, target := range targets {
		if name, fits, _ := root.run.match.fullName(nil, target.Name); fits {
			names = append(names, name)
			chosen = target
		}
	}
	if len(names) == 0 {
		fmt.Fprintln(os.Stderr, "testing: warning: no fuzz tests to fuzz")
		return true
	}
	if len(names) > 1 {
		fmt.Fprintf(os.Stderr, "testing: will not fuzz, -fuzz matches more than one fuzz test: %v\n", names)
		return false
	}
	defer root.cancel()
	f := runFuzzTarget(root, names[0], chosen.Fn, true)
	if root.chatty != nil && !root.chatty.json {
		root.chatty.update("", "=== NAME  %s\n", "")
	}
	return !f.failed
}

func newFuzzer(f *F, fn reflect.Value) *fuzzer {
	now := time.Now()
	z := &fuzzer{f: f, fn: fn, rng: rand.New(rand.NewSource(now.UnixNano())), start: now, lastTold: now}
	for _, s := range f.seeds {
		z.pool = append(z.pool, s.values)
	}
	z.seeds = len(z.pool)
	return z
}

func (z *fuzzer) elapsed() time.Duration { return time.Since(z.start).Round(time.Second) }

func (z *fuzzer) ends() bool {
	switch {
	case fuzzTime.n > 0:
		return z.execs >= fuzzTime.n
	case fuzzTime.d > 0:
		return time.Since(z.start) >= fuzzTime.d
	}
	return false
}

func (z *fuzzer) tell() {
	rate := float64(z.execs-z.lastExecs) / max(time.Since(z.lastTold).Seconds(), 1e-9)
	fmt.Printf("fuzz: elapsed: %v, execs: %d (%.0f/sec), new interesting: 0 (total: %d)\n", z.elapsed(), z.execs, rate, z.seeds)
	z.lastTold, z.lastExecs = time.Now(), z.execs
}

// run fuzzes until something fails or the time is over.
func (z *fuzzer) run(types []reflect.Type) {
	fmt.Printf("fuzz: elapsed: 0s, testing seed corpus: 0/%d completed\n", z.seeds)
	for _, values := range z.pool[:z.seeds] {
		if output, failed := z.try(values); failed {
			z.fail(values, output)
			return
		}
	}
	fmt.Printf("fuzz: elapsed: %v, testing seed corpus: %d/%d completed, now fuzzing with 1 workers\n", z.elapsed(), z.seeds, z.seeds)
	if len(z.pool) == 0 {
		zero := make([]any, len(types))
		for i, t := range types {
			zero[i] = reflect.Zero(t).Interface()
		}
		z.pool = append(z.pool, zero)
	}
	for !z.ends() {
		values := append([]any(nil), z.pool[z.rng.Intn(len(z.pool))]...)
		for range 1 + z.rng.Intn(3) {
			i := z.rng.Intn(len(values))
			values[i] = z.change(values[i])
		}
		z.execs++
		if output, failed := z.try(values); failed {
			z.fail(z.minimize(values, output))
			return
		}
		if z.rng.Intn(4) == 0 {
			if len(z.pool) < mostInPool {
				z.pool = append(z.pool, values)
			} else if z.seeds < mostInPool {
				z.pool[z.seeds+z.rng.Intn(mostInPool-z.seeds)] = values
			}
		}
		if time.Since(z.lastTold) >= tellEvery {
			z.tell()
		}
	}
	z.tell()
}

// try runs the function as a test of its own; it says what was logged and whether it failed or panicked.
func (z *fuzzer) try(values []any) (output []byte, failed bool) {
	t := &T{
		common: common{
			name:       z.f.name,
			importPath: z.f.importPath,
			level:      1,
			barrier:    make(chan bool),
			signal:     make(chan bool, 1),
			ctx:        z.f.ctx,
		},
		run: z.f.run,
	}
	t.w = indenter{&t.common}
	t.lines = &lineWriter{c: &t.common}
	go func() {
		t.runner = callerName()
		defer func() {
			if reason := recover(); reason != nil {
				t.failed = true
				text := strings.ReplaceAll(fmt.Sprintf("panic: %v\n%s", reason, debug.Stack()), "\n", "\n"+indent)
				t.output = append(t.output, indent+text+"\n"...)
			} else if !t.finished {
				t.failed = true
				t.output = append(t.output, indent+errGoexit.Error()+"\n"...)
			}
			t.lines.flush()
			t.done = true
			t.signal <- true
		}()
		defer t.runCleanups()
		arguments := []reflect.Value{reflect.ValueOf(t)}
		for _, v := range values {
			arguments = append(arguments, reflect.ValueOf(v))
		}
		z.fn.Call(arguments)
		t.finished = true
	}()
	<-t.signal
	return t.output, t.failed
}

// minimize makes texts of a failing input shorter and numbers smaller as long as it fails.
func (z *fuzzer) minimize(values []any, output []byte) ([]any, []byte) {
	tries := 0
	keeps := func(i int, v any) bool {
		if tries++; tries > mostMinimizing {
			return false
		}
		smaller := append([]any(nil), values...)
		smaller[i] = v
		text, failed := z.try(smaller)
		if failed {
			values, output = smaller, text
		}
		return failed
	}
	for i := range values {
		switch v := values[i].(type) {
		case []byte:
			shorten(v, func(b []byte) bool { return keeps(i, b) })
		case string:
			shorten([]byte(v), func(b []byte) bool { return keeps(i, string(b)) })
		default:
			if zero := reflect.Zero(reflect.TypeOf(v)).Interface(); zero != v {
				keeps(i, zero)
			}
		}
	}
	return values, output
}

// shorten leaves parts of b out, the large ones first.
func shorten(b []byte, keeps func([]byte) bool) {
	for size := len(b); size > 0; size /= 2 {
		for at := 0; at+size <= len(b); {
			without := append(append([]byte{}, b[:at]...), b[at+size:]...)
			if keeps(without) {
				b = without
			} else {
				at += size
			}
		}
	}
}

// fail writes the input to testdata and says so as the target's output.
func (z *fuzzer) fail(values []any, output []byte) {
	text := "go test fuzz v1\n"
	for _, v := range values {
		text += seedText(v) + "\n"
	}
	hash := uint64(14695981039346656037)
	for i := range len(text) {
		hash = (hash ^ uint64(text[i])) * 1099511628211
	}
	f := z.f
	path := filepath.Join("testdata", "fuzz", f.name, fmt.Sprintf("%016x", hash))
	err := os.MkdirAll(filepath.Dir(path), 0o777)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o666)
	}
	f.failed = true
	said := "--- FAIL: " + f.name + " (0.00s)\n"
	said += string(output)
	if err != nil {
		said += fmt.Sprintf("\nfailed to write the failing input: %v\n", err)
	} else {
		said += fmt.Sprintf("\nFailing input written to %s\nTo re-run:\ngo test -run=%s/%s\n", path, f.name, filepath.Base(path))
	}
	for line := range strings.Lines(said) {
		f.output = append(f.output, indent+line...)
	}
}

// seedText writes a value as the files of seeds have it.
func seedText(v any) string {
	switch v := v.(type) {
	case []byte:
		return fmt.Sprintf("[]byte(%q)", v)
	case string:
		return fmt.Sprintf("string(%q)", v)
	case float32:
		if v != v || math.IsInf(float64(v), 0) {
			return fmt.Sprintf("math.Float32frombits(0x%x)", math.Float32bits(v))
		}
	case float64:
		if v != v || math.IsInf(v, 0) {
			return fmt.Sprintf("math.Float64frombits(0x%x)", math.Float64bits(v))
		}
	case byte:
		return fmt.Sprintf("byte(%q)", v)
	case rune:
		if utf8.ValidRune(v) {
			return fmt.Sprintf("rune(%q)", v)
		}
	}
	return fmt.Sprintf("%T(%v)", v, v)
}

// change makes another value of the same type.
func (z *fuzzer) change(v any) any {
	switch v := v.(type) {
	case []byte:
		return z.changeBytes(append([]byte(nil), v...))
	case string:
		return string(z.changeBytes([]byte(v)))
	case bool:
		return !v
	case float32:
		return float32(z.changeFloat(float64(v)))
	case float64:
		return z.changeFloat(v)
	}
	value := reflect.New(reflect.TypeOf(v)).Elem()
	if old := reflect.ValueOf(v); old.CanInt() {
		value.SetInt(int64(z.changeBits(uint64(old.Int()))))
	} else {
		value.SetUint(z.changeBits(old.Uint()))
	}
	return value.Interface()
}

func (z *fuzzer) changeBits(x uint64) uint64 {
	switch z.rng.Intn(4) {
	case 0:
		return x + uint64(z.rng.Intn(33)) - 16
	case 1:
		return x ^ 1<<z.rng.Intn(64)
	case 2:
		edges := [...]uint64{0, 1, math.MaxUint64, math.MaxInt8, math.MaxUint8, math.MaxInt16, math.MaxInt32, math.MaxUint32, math.MaxInt64, 1 << 63, 1 << 31}
		return edges[z.rng.Intn(len(edges))]
	}
	return z.rng.Uint64()
}

func (z *fuzzer) changeFloat(x float64) float64 {
	switch z.rng.Intn(6) {
	case 0:
		return x + float64(z.rng.Intn(33)-16)
	case 1:
		return x * (z.rng.Float64()*4 - 2)
	case 2:
		return -x
	case 3:
		return math.Trunc(x)
	case 4:
		edges := [...]float64{0, 1, math.MaxFloat64, math.SmallestNonzeroFloat64, math.Inf(1), math.Inf(-1), math.NaN()}
		return edges[z.rng.Intn(len(edges))]
	}
	return math.Float64frombits(z.rng.Uint64())
}

func (z *fuzzer) changeBytes(b []byte) []byte {
	at := z.rng.Intn(len(b) + 1)
	length := 1 + z.rng.Intn(1+z.rng.Intn(16))
	end := min(at+length, len(b))
	switch z.rng.Intn(6) {
	case 0: // insert
		if len(b) < mostBytes {
			more := make([]byte, length)
			for i := range more {
				more[i] = byte(z.rng.Intn(256))
			}
			return append(b[:at:at], append(more, b[at:]...)...)
		}
	case 1: // leave out
		return append(b[:at:at], b[end:]...)
	case 2: // repeat
		if len(b) < mostBytes {
			return append(b[:end:end], b[at:]...)
		}
	case 3: // the same byte
		c := byte(z.rng.Intn(256))
		for i := at; i < end; i++ {
			b[i] = c
		}
	case 4: // a bit
		if at < len(b) {
			b[at] ^= 1 << z.rng.Intn(8)
		}
	case 5: // a character of text
		if at < len(b) {
			const telling = " 0123456789azAZ{}[]()<>\"'\\/.,:;-+*%\n"
			b[at] = telling[z.rng.Intn(len(telling))]
		}
	}
	return b
}
