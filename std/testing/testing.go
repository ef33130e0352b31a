// Package testing runs the Test, Benchmark, Fuzz and Example functions of a package; `govm test` calls it.
//
// Tests that call Parallel run one after another: govm has one thread. A fuzz target runs over its seeds, those of Add and of
// testdata/fuzz, with -fuzz over what is made of them blindly. Left out: the test log of the go command; govm itself writes what
// -memprofile and -trace name.
package testing

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

// A T is given to a Test function: the state of one test.
type T struct {
	common
	denyParallel bool
	run          *testRun
}

// InternalTest is a Test function with its name; the main package that `govm test` writes has a list of them.
type InternalTest struct {
	Name string
	F    func(*T)
}

// testRun is what all tests of one pass through the list share.
type testRun struct {
	match    *matcher
	deadline time.Time
	parallel turns
}

// turns lets at most `limit` tests run at a time.
type turns struct {
	mu      sync.Mutex
	limit   int
	running int
	waiting int
	next    chan bool
}

func (t *turns) take() {
	t.mu.Lock()
	if t.running < t.limit {
		t.running++
		t.mu.Unlock()
		return
	}
	t.waiting++
	t.mu.Unlock()
	<-t.next
}

func (t *turns) give() {
	t.mu.Lock()
	if t.waiting == 0 {
		t.running--
		t.mu.Unlock()
		return
	}
	t.waiting--
	t.mu.Unlock()
	t.next <- true
}

// numFailed counts tests that failed, for -failfast.
var numFailed int

// parallelRunning counts parallel tests between their continuation and their end.
var parallelRunning int

func stopsEarly() bool { return *failFast && numFailed > 0 }

var errGoexit = errors.New("test executed panic(nil) or runtime.Goexit")

const parallelConflict = "testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel"

// Run runs f as a subtest with a name of its own and waits until it has returned or called Parallel. It says whether the
// subtest did not fail so far.
func (t *T) Run(name string, f func(t *T)) bool {
	if t.inCleanup {
		panic("testing: t.Run called during t.Cleanup")
	}
	t.hasSub = true
	full, matched, _ := t.run.match.fullName(&t.common, name)
	if !matched || stopsEarly() {
		return true
	}
	ctx, cancel := context.WithCancel(context.Background())
	sub := &T{
		common: common{
			name:       full,
			importPath: t.importPath,
			parent:     &t.common,
			level:      t.level + 1,
			creator:    callers(1),
			chatty:     t.chatty,
			barrier:    make(chan bool),
			signal:     make(chan bool, 1),
			ctx:        ctx,
			cancel:     cancel,
		},
		run: t.run,
	}
	sub.w = indenter{&sub.common}
	sub.lines = &lineWriter{c: &sub.common}
	if sub.chatty != nil {
		sub.chatty.update(sub.name, "=== RUN   %s\n", sub.name)
	}
	setRunning(sub.name, true)
	go tRunner(sub, f)
	if !<-sub.signal {
		// The subtest ended this test.
		runtime.Goexit()
	}
	if t.chatty != nil && t.chatty.json {
		t.chatty.update(t.name, "=== NAME  %s\n", t.name)
	}
	return !sub.failed
}

// Parallel lets the test wait until the sequential part of its parent is done.
func (t *T) Parallel() {
	if t.isParallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.denyParallel {
		panic(parallelConflict)
	}
	if t.parent.barrier == nil {
		return
	}
	t.isParallel = true
	t.duration += time.Since(t.start)
	t.parent.parallelSubs = append(t.parent.parallelSubs, t)
	if t.chatty != nil {
		t.chatty.update(t.name, "=== PAUSE %s\n", t.name)
	}
	setRunning(t.name, false)
	t.signal <- true
	<-t.parent.barrier
	t.run.parallel.take()
	parallelRunning++
	if t.chatty != nil {
		t.chatty.update(t.name, "=== CONT  %s\n", t.name)
	}
	setRunning(t.name, true)
	t.start = time.Now()
}

// refuseParallel is called by what changes the process: no test around this one may be parallel.
func (t *T) refuseParallel() {
	for c := &t.common; c != nil; c = c.parent {
		if c.isParallel {
			panic(parallelConflict)
		}
	}
	t.denyParallel = true
}

// Setenv sets an environment variable until the test ends.
func (t *T) Setenv(key, value string) {
	t.refuseParallel()
	t.common.Setenv(key, value)
}

// Chdir changes the working directory until the test ends.
func (t *T) Chdir(dir string) {
	t.refuseParallel()
	t.common.Chdir(dir)
}

// Deadline returns when the run of -timeout ends; false if there is no limit.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	return t.run.deadline, !t.run.deadline.IsZero()
}

// tRunner is the bottom of a test's goroutine. The name is Go's: traces show it.
func tRunner(t *T, fn func(t *T)) {
	t.runner = callerName()
	defer t.end()
	defer func() {
		if len(t.parallelSubs) == 0 {
			t.runCleanups()
		}
	}()
	t.start = time.Now()
	fn(t)
	t.finished = true
}

// end is the last deferred call of a test: it returns only if the run goes on. A panic of the test is reported as a failure
// of all tests around it, and goes on.
func (t *T) end() {
	reason := recover()
	released := true
	if !t.finished && reason == nil {
		reason = errGoexit
		for p := t.parent; p != nil; p = p.parent {
			if !p.finished {
				continue
			}
			if !t.isParallel {
				t.Errorf("%v: subtest may have called FailNow on a parent test", reason)
				reason = nil
			}
			released = false
			break
		}
	}
	if reason != nil {
		t.failWith(reason)
	}
	t.duration += time.Since(t.start)
	t.finishParallelSubs()
	for c := &t.common; c.parent != nil; c = c.parent {
		c.lines.flush()
	}
	if t.failed {
		numFailed++
	}
	t.report()
	t.done = true
	if t.parent != nil && !t.hasSub {
		t.setRan()
	}
	setRunning(t.name, false)
	if t.isParallel {
		parallelRunning--
	}
	t.signal <- released
}

// failWith reports the test and those around it as failed, and panics again.
func (t *T) failWith(reason any) {
	t.Fail()
	if r := t.recoverCleanups(); r != nil {
		t.Logf("cleanup panicked with %v", r)
	}
	for c := &t.common; c.parent != nil; c = c.parent {
		c.duration += time.Since(c.start)
		c.lines.flush()
		c.flushToParent("--- FAIL: %s (%s)\n", c.name, seconds(c.duration))
		if r := c.parent.recoverCleanups(); r != nil {
			fmt.Fprintf(c.parent.w, "cleanup panicked with %v", r)
		}
	}
	panic(reason)
}

// finishParallelSubs lets the subtests that called Parallel run, and waits for them.
func (t *T) finishParallelSubs() {
	if len(t.parallelSubs) == 0 {
		if t.isParallel {
			t.run.parallel.give()
		}
		return
	}
	t.run.parallel.give()
	setRunning(t.name, false)
	close(t.barrier)
	for _, sub := range t.parallelSubs {
		<-sub.signal
	}
	setRunning(t.name, true)
	begin := time.Now()
	reason := t.recoverCleanups()
	t.duration += time.Since(begin)
	if reason != nil {
		t.failWith(reason)
	}
	if !t.isParallel {
		t.run.parallel.take()
	}
}

// report writes the test's line, and what it logged.
func (t *T) report() {
	if t.parent == nil {
		return
	}
	verdict := "PASS"
	switch {
	case t.failed:
		verdict = "FAIL"
	case t.chatty == nil:
		return
	case t.skipped:
		verdict = "SKIP"
	}
	t.flushToParent("--- %s: %s (%s)\n", verdict, t.name, seconds(t.duration))
}

// RunTests runs the tests whose names match -test.run. It is for `govm test` alone.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	var deadline time.Time
	if *timeout > 0 {
		deadline = time.Now().Add(*timeout)
	}
	ran, ok := runTests("", matchString, tests, deadline)
	if !ran && !haveExamples {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	return ok
}

func runTests(importPath string, matchString func(pat, str string) (bool, error), tests []InternalTest, deadline time.Time) (ran, ok bool) {
	ok = true
	for range cpuList {
		for i := uint(0); i < *count; i++ {
			// The first pass decides whether anything matches.
			if stopsEarly() || i > 0 && !ran {
				break
			}
			root := newRoot(importPath, matchString, deadline)
			tRunner(root, func(t *T) {
				for _, test := range tests {
					t.Run(test.Name, test.F)
				}
			})
			<-root.signal
			ok = ok && !root.failed
			ran = ran || root.ran
		}
	}
	return ran, ok
}

// newRoot returns the nameless test around all tests.
func newRoot(importPath string, matchString func(pat, str string) (bool, error), deadline time.Time) *T {
	ctx, cancel := context.WithCancel(context.Background())
	root := &T{
		common: common{
			importPath: importPath,
			w:          os.Stdout,
			barrier:    make(chan bool),
			signal:     make(chan bool, 1),
			ctx:        ctx,
			cancel:     cancel,
		},
		run: &testRun{
			match:    newMatcher(matchString, *match, "-test.run", *skip),
			deadline: deadline,
			parallel: turns{limit: *parallel, running: 1, next: make(chan bool)},
		},
	}
	if Verbose() {
		root.chatty = &printer{w: root.w, json: chatty.json}
	}
	return root
}

// runningTests holds when each test that runs began, for the text of a timeout.
var runningTests = struct {
	mu    sync.Mutex
	begin map[string]time.Time
}{begin: map[string]time.Time{}}

func setRunning(name string, runs bool) {
	runningTests.mu.Lock()
	defer runningTests.mu.Unlock()
	if runs {
		runningTests.begin[name] = time.Now()
	} else {
		delete(runningTests.begin, name)
	}
}

// listRunning returns "\nrunning tests:" and a line for each, or nothing.
func listRunning() string {
	runningTests.mu.Lock()
	defer runningTests.mu.Unlock()
	var lines []string
	for name, begin := range runningTests.begin {
		lines = append(lines, fmt.Sprintf("\n\t%s (%v)", name, time.Since(begin).Round(time.Second)))
	}
	if len(lines) == 0 {
		return ""
	}
	slices.Sort(lines)
	return "\nrunning tests:" + strings.Join(lines, "")
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2fs", d.Seconds()) }
