package testing

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// The flags of a test binary, registered by Init.
var (
	artifacts       *bool
	benchMem        *bool
	benchTime       = durationOrCount{d: time.Second}
	blockProfile    *string
	blockRate       *int
	chatty          verbosity
	count           *uint
	coverProfile    *string
	cpuFlag         *string
	cpuProfile      *string
	failFast        *bool
	fullPath        *bool
	fuzzTime        durationOrCount
	match           *string
	matchBenchmarks *string
	matchFuzz       *string
	matchList       *string
	memProfileRate  *int
	modeName        *string // not empty: benchmarks have it in their names, and metrics of the collector
	mutexFraction   *int
	mutexProfile    *string
	outputDir       *string
	panicOnExit0    *bool
	parallel        *int
	short           *bool
	shuffle         *string
	skip            *string
	timeout         *time.Duration
)

// cpuList holds the values of -test.cpu; one thread runs in each case, the names of benchmarks show them.
var cpuList []int

// procs is the entry of cpuList that is in force.
var procs = 1

// Init registers the flags of testing. `govm test` does it; who calls functions such as Benchmark without it must.
func Init() {
	if short != nil {
		return
	}
	artifacts = flag.Bool("test.artifacts", false, "store test artifacts in test.,outputdir")
	benchMem = flag.Bool("test.benchmem", false, "print memory allocations for benchmarks")
	flag.Var(&benchTime, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")
	blockProfile = flag.String("test.blockprofile", "", "write a goroutine blocking profile to `file`")
	blockRate = flag.Int("test.blockprofilerate", 1, "set blocking profile `rate` (see runtime.SetBlockProfileRate)")
	count = flag.Uint("test.count", 1, "run tests and benchmarks `n` times")
	coverProfile = flag.String("test.coverprofile", "", "write a coverage profile to `file`")
	cpuFlag = flag.String("test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	cpuProfile = flag.String("test.cpuprofile", "", "write a cpu profile to `file`")
	failFast = flag.Bool("test.failfast", false, "do not start new tests after the first test failure")
	fullPath = flag.Bool("test.fullpath", false, "show full file names in error messages")
	flag.Var(&fuzzTime, "test.fuzztime", "time to spend fuzzing; default is to run indefinitely")
	flag.String("test.fuzzminimizetime", "", "accepted: a failing input is made smaller in a number of tries")
	match = flag.String("test.run", "", "run only tests and examples matching `regexp`")
	matchBenchmarks = flag.String("test.bench", "", "run only benchmarks matching `regexp`")
	matchFuzz = flag.String("test.fuzz", "", "run the fuzz test matching `regexp`")
	matchList = flag.String("test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	memProfileRate = flag.Int("test.memprofilerate", 0, "set memory allocation profiling `rate` (see runtime.MemProfileRate)")
	modeName = flag.String("test.mode", "", "name the `mode` that govm test --compare runs benchmarks in")
	mutexFraction = flag.Int("test.mutexprofilefraction", 1, "if >= 0, calls runtime.SetMutexProfileFraction()")
	mutexProfile = flag.String("test.mutexprofile", "", "write a mutex contention profile to the named file after execution")
	outputDir = flag.String("test.outputdir", "", "write profiles to `dir`")
	panicOnExit0 = flag.Bool("test.paniconexit0", false, "panic on call to os.Exit(0)")
	parallel = flag.Int("test.parallel", 1, "run at most `n` tests in parallel")
	short = flag.Bool("test.short", false, "run smaller test suite to save time")
	shuffle = flag.String("test.shuffle", "off", "randomize the execution order of tests and benchmarks")
	skip = flag.String("test.skip", "", "do not list or run tests matching `regexp`")
	timeout = flag.Duration("test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	flag.Var(&chatty, "test.v", "verbose: print additional output")
}

// Short says whether -test.short is given.
func Short() bool {
	if short == nil {
		panic("testing: Short called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return *short
}

// Verbose says whether -test.v is given.
func Verbose() bool {
	if !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return chatty.on
}

// Testing says whether the program is a test, run by `govm test`: its name ends in ".test" as the go command's do.
func Testing() bool {
	return len(os.Args) > 1 && strings.HasSuffix(os.Args[0], ".test") && strings.HasPrefix(os.Args[1], "-test.")
}

// cover is what -cover measures; nil without it.
var cover testDeps

// CoverMode returns what -covermode says, "" if no coverage is measured.
func CoverMode() string {
	if cover == nil {
		return ""
	}
	return cover.CoverMode()
}

// Coverage returns the share of the counters of coverage that have counted something; 0 if none is measured.
func Coverage() float64 {
	if cover == nil {
		return 0
	}
	return cover.Coverage()
}

// Cover described measured coverage before Go 1.20.
type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

// CoverBlock is a part of a source file that coverage counts.
type CoverBlock struct {
	Line0 uint32
	Col0  uint16
	Line1 uint32
	Col1  uint16
	Stmts uint16
}

// RegisterCover does nothing, as in Go since 1.20.
func RegisterCover(c Cover) {}

// verbosity is the value of -test.v: false, true, or test2json with marks for a reader.
type verbosity struct {
	on   bool
	json bool
}

func (v *verbosity) IsBoolFlag() bool { return true }

func (v *verbosity) Set(text string) error {
	switch text {
	case "true", "false", "test2json":
		v.on, v.json = text != "false", text == "test2json"
		return nil
	}
	return fmt.Errorf("invalid flag -test.v=%s", text)
}

func (v *verbosity) String() string {
	if v.json {
		return "test2json"
	}
	return strconv.FormatBool(v.on)
}

func (v *verbosity) Get() any {
	if v.json {
		return "test2json"
	}
	return v.on
}

// framing is what stands before a line that testing itself writes.
func (v *verbosity) framing() string {
	if v.json {
		return string(rune(markFraming))
	}
	return ""
}

// durationOrCount is the value of -test.benchtime: a duration, or a number of iterations as in 100x.
type durationOrCount struct {
	d time.Duration
	n int
}

func (v *durationOrCount) String() string {
	if v.n > 0 {
		return strconv.Itoa(v.n) + "x"
	}
	return v.d.String()
}

func (v *durationOrCount) Set(text string) error {
	if digits, isCount := strings.CutSuffix(text, "x"); isCount {
		n, err := strconv.Atoi(digits)
		if err != nil || n <= 0 {
			return fmt.Errorf("invalid count")
		}
		*v = durationOrCount{n: n}
		return nil
	}
	d, err := time.ParseDuration(text)
	if err != nil || d <= 0 {
		return fmt.Errorf("invalid duration")
	}
	*v = durationOrCount{d: d}
	return nil
}

func parseCPUList() {
	cpuList = nil
	for word := range strings.SplitSeq(*cpuFlag, ",") {
		word = strings.TrimSpace(word)
		if word == "" {
			continue
		}
		n, err := strconv.Atoi(word)
		if err != nil || n <= 0 {
			fmt.Fprintf(os.Stderr, "testing: invalid value %q for -test.cpu\n", word)
			os.Exit(1)
		}
		cpuList = append(cpuList, n)
	}
	if cpuList == nil {
		cpuList = []int{1}
	}
}
