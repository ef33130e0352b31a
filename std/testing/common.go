package testing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
	"unicode"
)

// TB is what T, B and F have in common.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Chdir(dir string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
	Context() context.Context
	Output() io.Writer

	private()
}

var (
	_ TB = (*T)(nil)
	_ TB = (*B)(nil)
	_ TB = (*F)(nil)
)

// common is the state that tests, benchmarks and fuzz targets have in common.
type common struct {
	mu        sync.Mutex
	output    []byte      // what was logged and is not yet printed
	w         io.Writer   // where output goes at the end
	lines     *lineWriter // cuts what is logged into lines
	ran       bool        // this one or one inside was run
	failed    bool
	skipped   bool
	done      bool // it and all inside have ended
	finished  bool // its function has returned, or has called FailNow or SkipNow
	hasSub    bool
	inCleanup bool
	inFuzzFn  bool // a fuzz target's function runs

	helpers      map[string]bool // functions that lines are not reported for
	cleanups     []func()
	cleanupName  string    // function that calls a cleanup
	cleanupStack []uintptr // where the running cleanup was registered

	chatty     *printer // nil without -v
	isBench    bool
	runner     string // name of the function at the bottom of the test's stack
	isParallel bool

	parent       *common
	level        int       // 0: the root
	creator      []uintptr // the parent's stack at Run
	importPath   string
	name         string
	start        time.Time
	duration     time.Duration
	barrier      chan bool // closed when parallel subtests may go on
	signal       chan bool // true: ended, or waits for the barrier; false: the parent has to end too
	parallelSubs []*T

	tempDir     string
	tempDirs    int
	artifactDir string

	ctx    context.Context
	cancel context.CancelFunc
}

func (c *common) private() {}

// forbidInFuzz refuses methods of F inside of a fuzz target's function.
func (c *common) forbidInFuzz(method string) {
	if c.inFuzzFn {
		panic(fmt.Sprintf("testing: f.%s was called inside the fuzz target, use t.%s instead", method, method))
	}
}

// Name returns the test's name, those of the tests around it in front.
func (c *common) Name() string { return c.name }

func (c *common) setRan() {
	for ; c != nil; c = c.parent {
		c.ran = true
	}
}

// Fail marks the test, and those around it, as failed.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

// Failed says whether the test has failed.
func (c *common) Failed() bool { return c.failed }

// FailNow marks the test as failed and ends its goroutine.
func (c *common) FailNow() {
	c.forbidInFuzz("FailNow")
	c.Fail()
	c.finished = true
	runtime.Goexit()
}

// SkipNow marks the test as skipped and ends its goroutine.
func (c *common) SkipNow() {
	c.forbidInFuzz("SkipNow")
	c.skipped = true
	c.finished = true
	runtime.Goexit()
}

// Skipped says whether the test was skipped.
func (c *common) Skipped() bool { return c.skipped }

// Log prints its arguments as fmt.Println does, if the test fails or -test.v is given; a benchmark's always.
func (c *common) Log(args ...any) {
	c.forbidInFuzz("Log")
	c.log(fmt.Sprintln(args...), false)
}

// Logf is Log in the manner of fmt.Printf.
func (c *common) Logf(format string, args ...any) {
	c.forbidInFuzz("Logf")
	c.log(fmt.Sprintf(format, args...), false)
}

// Error is Log and Fail.
func (c *common) Error(args ...any) {
	c.forbidInFuzz("Error")
	c.log(fmt.Sprintln(args...), true)
	c.Fail()
}

// Errorf is Logf and Fail.
func (c *common) Errorf(format string, args ...any) {
	c.forbidInFuzz("Errorf")
	c.log(fmt.Sprintf(format, args...), true)
	c.Fail()
}

// Fatal is Log and FailNow.
func (c *common) Fatal(args ...any) {
	c.forbidInFuzz("Fatal")
	c.log(fmt.Sprintln(args...), true)
	c.FailNow()
}

// Fatalf is Logf and FailNow.
func (c *common) Fatalf(format string, args ...any) {
	c.forbidInFuzz("Fatalf")
	c.log(fmt.Sprintf(format, args...), true)
	c.FailNow()
}

// Skip is Log and SkipNow.
func (c *common) Skip(args ...any) {
	c.forbidInFuzz("Skip")
	c.log(fmt.Sprintln(args...), false)
	c.SkipNow()
}

// Skipf is Logf and SkipNow.
func (c *common) Skipf(format string, args ...any) {
	c.forbidInFuzz("Skipf")
	c.log(fmt.Sprintf(format, args...), false)
	c.SkipNow()
}

// Helper keeps the calling function out of the places that logged lines are reported for.
func (c *common) Helper() {
	name := nameAt(2)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[name] = true
}

// Cleanup registers f, to be called when the test and those inside it have ended; the last one registered comes first.
func (c *common) Cleanup(f func()) {
	c.forbidInFuzz("Cleanup")
	stack := callers(1)
	call := func() {
		defer func() {
			c.cleanupName, c.cleanupStack = "", nil
		}()
		c.cleanupName, c.cleanupStack = nameAt(1), stack
		f()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, call)
}

// runCleanups calls what is registered, also what a cleanup registers, and the rest behind one that panics.
func (c *common) runCleanups() {
	c.inCleanup = true
	defer func() { c.inCleanup = false }()
	defer func() {
		if len(c.cleanups) > 0 {
			c.runCleanups()
		}
	}()
	if c.cancel != nil {
		c.cancel()
	}
	for len(c.cleanups) > 0 {
		last := len(c.cleanups) - 1
		call := c.cleanups[last]
		c.cleanups = c.cleanups[:last]
		call()
	}
}

// recoverCleanups is runCleanups, a panic returned.
func (c *common) recoverCleanups() (reason any) {
	defer func() { reason = recover() }()
	c.runCleanups()
	return nil
}

// Setenv sets an environment variable until the test ends.
func (c *common) Setenv(key, value string) {
	c.forbidInFuzz("Setenv")
	before, had := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if had {
			os.Setenv(key, before)
		} else {
			os.Unsetenv(key)
		}
	})
}

// Chdir changes the working directory, and PWD, until the test ends.
func (c *common) Chdir(dir string) {
	c.forbidInFuzz("Chdir")
	before, err := os.Open(".")
	if err != nil {
		c.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		c.Fatal(err)
	}
	if !filepath.IsAbs(dir) {
		if dir, err = os.Getwd(); err != nil {
			c.Fatal(err)
		}
	}
	c.Setenv("PWD", dir)
	c.Cleanup(func() {
		err := before.Chdir()
		before.Close()
		if err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}

// Context returns a context that is canceled just before the cleanups are called.
func (c *common) Context() context.Context {
	c.forbidInFuzz("Context")
	return c.ctx
}

// Attr prints a key and a value about the test, with -test.v.
func (c *common) Attr(key, value string) {
	if strings.ContainsFunc(key, unicode.IsSpace) {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if c.chatty != nil {
		c.chatty.update(c.name, "=== ATTR  %s %v %v\n", c.name, key, value)
	}
}

// TempDir makes a new directory that is removed when the test has ended.
func (c *common) TempDir() string {
	c.forbidInFuzz("TempDir")
	dir, err := c.makeTempDir()
	if err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// All directories of a test lie in one, which is made anew when it is gone: a benchmark is cleaned up after each run.
func (c *common) makeTempDir() (string, error) {
	there := c.tempDir != ""
	if there {
		_, err := os.Stat(c.tempDir)
		if there = !errors.Is(err, os.ErrNotExist); there && err != nil {
			return "", err
		}
	}
	if !there {
		c.Helper()
		pattern := onlySafe(c.name[:min(len(c.name), 64)], "!#$%&()+,-.=@^_{}~ ")
		dir, err := os.MkdirTemp(os.Getenv("GOTMPDIR"), pattern)
		if err != nil {
			return "", err
		}
		c.tempDir = dir
		c.Cleanup(func() {
			if err := os.RemoveAll(dir); err != nil {
				c.Errorf("TempDir RemoveAll cleanup: %v", err)
			}
		})
	}
	c.tempDirs++
	dir := fmt.Sprintf("%s/%03d", c.tempDir, c.tempDirs)
	return dir, os.Mkdir(dir, 0o777)
}

// ArtifactDir returns a directory for files the test makes; they are kept with -artifacts.
func (c *common) ArtifactDir() string {
	c.forbidInFuzz("ArtifactDir")
	if c.artifactDir == "" {
		dir, err := c.makeArtifactDir()
		if err != nil {
			c.Fatalf("ArtifactDir: %v", err)
		}
		c.artifactDir = dir
	}
	return c.artifactDir
}

func (c *common) makeArtifactDir() (string, error) {
	if !*artifacts {
		return c.makeTempDir()
	}
	const longest = 64
	name := strings.ReplaceAll(c.name, "/", "__")
	if len(name) > longest {
		var hash uint64
		for i := range len(name) {
			hash = (hash ^ uint64(name[i])) * 1099511628211
		}
		suffix := fmt.Sprintf("%x", hash)
		name = name[:longest-len(suffix)] + suffix
	}
	below := strings.TrimPrefix(strings.TrimPrefix(c.importPath, modulePath), "/")
	if below != "" {
		name = below + "/" + name
	}
	base := filepath.Join(artifactBase, onlySafe(name, "!#$%&()+,-.=@^_{}~ /"))
	if err := os.MkdirAll(base, 0o777); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(base, "")
	if err == nil && c.chatty != nil {
		c.chatty.update(c.name, "=== ARTIFACTS %s %v\n", c.name, dir)
	}
	return dir, err
}

// onlySafe keeps letters, digits and the allowed runes.
func onlySafe(s, allowed string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(allowed, r) {
			return r
		}
		return -1
	}, s)
}
