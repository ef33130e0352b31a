package testing

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

// InternalExample is an Example function with what it shall print.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// RunExamples runs the examples whose names match -test.run. It is for `govm test` alone.
func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	_, ok = runExamples(matchString, examples)
	return ok
}

func runExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ran, ok bool) {
	ok = true
	m := newMatcher(matchString, *match, "-test.run", *skip)
	for _, example := range examples {
		if _, matched, _ := m.fullName(nil, example.Name); matched {
			ran = true
			ok = example.run() && ok
		}
	}
	return ran, ok
}

// run calls the function with standard output led into a pipe.
func (e *InternalExample) run() (ok bool) {
	if chatty.on {
		fmt.Printf("%s=== RUN   %s\n", chatty.framing(), e.Name)
	}
	stdout := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout = w
	printed := make(chan string)
	go func() {
		text, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			fmt.Fprintf(os.Stderr, "testing: copying pipe: %v\n", err)
			os.Exit(1)
		}
		printed <- string(text)
	}()
	finished := false
	start := time.Now()
	defer func() {
		took := time.Since(start)
		w.Close()
		os.Stdout = stdout
		text := <-printed
		reason := recover()
		ok = e.judge(text, took, finished, reason)
	}()
	e.F()
	finished = true
	return
}

// judge compares what was printed, says so, and goes on with a panic.
func (e *InternalExample) judge(printed string, took time.Duration, finished bool, reason any) bool {
	got, want := strings.TrimSpace(printed), strings.TrimSpace(e.Output)
	difference := ""
	if e.Unordered {
		if !slices.Equal(sortedLines(got), sortedLines(want)) {
			difference = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", printed, e.Output)
		}
	} else if got != want {
		difference = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
	}
	if reason != nil {
		difference = ""
	}
	passed := difference == "" && finished && reason == nil
	if !passed {
		fmt.Printf("%s--- FAIL: %s (%s)\n%s", chatty.framing(), e.Name, seconds(took), difference)
	} else if chatty.on {
		fmt.Printf("%s--- PASS: %s (%s)\n", chatty.framing(), e.Name, seconds(took))
	}
	if chatty.json {
		fmt.Printf("%s=== NAME   %s\n", chatty.framing(), "")
	}
	if reason != nil {
		panic(reason)
	}
	if !finished {
		panic(errGoexit)
	}
	return passed
}

func sortedLines(text string) []string { return slices.Sorted(strings.SplitSeq(text, "\n")) }
