package testing

import (
	"errors"
	"flag"
	"fmt"
	"internal/sys"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"time"
)

// M runs the tests of a package; TestMain gets it.
type M struct {
	deps        testDeps
	tests       []InternalTest
	benchmarks  []InternalBenchmark
	fuzzTargets []InternalFuzzTarget
	examples    []InternalExample
	timer       *time.Timer
	exitCode    int // the main package of a test reads it, by its name
}

// testDeps is what the test's main package tells about the package, and what testing may not import.
type testDeps interface {
	ImportPath() string
	ModulePath() string
	MatchString(pat, str string) (bool, error)
	CoverMode() string
	Coverage() float64
	ReportCoverage(profile string) error
	StartCPUProfile(w io.Writer) error
	StopCPUProfile()
	WriteProfileTo(name string, w io.Writer, debug int) error
}

var (
	haveExamples bool
	modulePath   string
	artifactBase string
)

// MainStart is for the main package that `govm test` writes.
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	Init()
	if deps.CoverMode() != "" {
		cover = deps
	}
	return &M{deps: deps, tests: tests, benchmarks: benchmarks, fuzzTargets: fuzzTargets, examples: examples}
}

type matchOnly func(pat, str string) (bool, error)

var errMain = errors.New("testing: unexpected use of func Main")

func (f matchOnly) ImportPath() string                          { return "" }
func (f matchOnly) ModulePath() string                          { return "" }
func (f matchOnly) CoverMode() string                           { return "" }
func (f matchOnly) Coverage() float64                           { return 0 }
func (f matchOnly) ReportCoverage(profile string) error         { return nil }
func (f matchOnly) MatchString(pat, str string) (bool, error)   { return f(pat, str) }
func (f matchOnly) StartCPUProfile(w io.Writer) error           { return errMain }
func (f matchOnly) StopCPUProfile()                             {}
func (f matchOnly) WriteProfileTo(string, io.Writer, int) error { return errMain }

// Main is an older form of MainStart.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(matchOnly(matchString), tests, benchmarks, nil, examples).Run())
}

// Run runs what the flags ask for and returns the status to end the process with.
func (m *M) Run() (code int) {
	defer func() { code = m.exitCode }()
	if !flag.Parsed() {
		flag.Parse()
	}
	if chatty.json {
		os.Stderr = os.Stdout
	}
	if *parallel < 1 {
		fmt.Fprintln(os.Stderr, "testing: -parallel can only be given a positive integer")
		flag.Usage()
		m.exitCode = 2
		return
	}
	if *coverProfile != "" && cover == nil {
		fmt.Fprintln(os.Stderr, "testing: cannot use -test.coverprofile because test binary was not built with coverage enabled")
		m.exitCode = 2
		return
	}
	if *matchList != "" {
		m.list()
		m.exitCode = 0
		return
	}
	if !m.shuffle() {
		m.exitCode = 2
		return
	}
	parseCPUList()
	modulePath = m.deps.ModulePath()
	if *artifacts {
		makeArtifactBase()
	}
	m.startProfiles()
	m.exitCode = 1
	defer reportCoverage()
	defer m.writeProfiles()
	sys.PanicOnExit0 = *panicOnExit0
	defer func() { sys.PanicOnExit0 = false }()
	if m.runAll() {
		m.exitCode = 0
		fmt.Print(chatty.framing(), "PASS\n")
	} else {
		fmt.Print(chatty.framing(), "FAIL\n")
	}
	return
}

func reportCoverage() {
	if cover == nil {
		return
	}
	if err := cover.ReportCoverage(*coverProfile); err != nil {
		fmt.Fprintf(os.Stderr, "error generating coverage report: %v\n", err)
		os.Exit(2)
	}
}

func (m *M) runAll() bool {
	var deadline time.Time
	if *timeout > 0 {
		deadline = time.Now().Add(*timeout)
		m.timer = time.AfterFunc(*timeout, func() {
			debug.SetTraceback("all")
			panic(fmt.Sprintf("test timed out after %v%s", *timeout, listRunning()))
		})
	}
	haveExamples = len(m.examples) > 0
	testsRan, testsOk := runTests(m.deps.ImportPath(), m.deps.MatchString, m.tests, deadline)
	fuzzRan, fuzzOk := runFuzzTargets(m.deps, m.fuzzTargets, deadline)
	examplesRan, examplesOk := runExamples(m.deps.MatchString, m.examples)
	if m.timer != nil {
		m.timer.Stop()
	}
	if !testsRan && !examplesRan && !fuzzRan && *matchBenchmarks == "" && *matchFuzz == "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	return testsOk && fuzzOk && examplesOk && runFuzzing(m.deps, m.fuzzTargets) && runBenchmarks(m.deps.ImportPath(), m.deps.MatchString, m.benchmarks)
}

// list prints the names that match -test.list.
func (m *M) list() {
	if _, err := m.deps.MatchString(*matchList, "non-empty"); err != nil {
		fmt.Fprintf(os.Stderr, "testing: invalid regexp in -test.list (%q): %s\n", *matchList, err)
		os.Exit(1)
	}
	show := func(name string) {
		if matched, _ := m.deps.MatchString(*matchList, name); matched {
			fmt.Println(name)
		}
	}
	for _, test := range m.tests {
		show(test.Name)
	}
	for _, benchmark := range m.benchmarks {
		show(benchmark.Name)
	}
	for _, target := range m.fuzzTargets {
		show(target.Name)
	}
	for _, example := range m.examples {
		show(example.Name)
	}
}

// shuffle changes the order of tests and benchmarks as -test.shuffle says.
func (m *M) shuffle() bool {
	if *shuffle == "off" {
		return true
	}
	seed := time.Now().UnixNano()
	if *shuffle != "on" {
		var err error
		if seed, err = strconv.ParseInt(*shuffle, 10, 64); err != nil {
			fmt.Fprintln(os.Stderr, `testing: -shuffle should be "off", "on", or a valid integer:`, err)
			return false
		}
	}
	fmt.Println("-test.shuffle", seed)
	rng := rand.New(rand.NewSource(seed))
	rng.Shuffle(len(m.tests), func(i, j int) { m.tests[i], m.tests[j] = m.tests[j], m.tests[i] })
	rng.Shuffle(len(m.benchmarks), func(i, j int) { m.benchmarks[i], m.benchmarks[j] = m.benchmarks[j], m.benchmarks[i] })
	return true
}

// makeArtifactBase makes the directory that -artifacts keeps files in.
func makeArtifactBase() {
	base, err := filepath.Abs(filepath.Join(*outputDir, "_artifacts"))
	if err == nil {
		err = os.Mkdir(base, 0o777)
	}
	if err != nil && !errors.Is(err, os.ErrExist) {
		fmt.Fprintf(os.Stderr, "testing: %v\n", err)
		os.Exit(2)
	}
	artifactBase = base
}
