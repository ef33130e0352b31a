package testing

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

const indent = "    "

// Marks that -test.v=test2json puts between the lines, for the reader that makes JSON of them.
const (
	markFraming    = 'V' - '@'
	markErrorBegin = 'O' - '@'
	markErrorEnd   = 'N' - '@'
	markEscape     = '[' - '@'
)

// printer writes what -test.v shows while tests run, and says whose line it is when the test changes.
type printer struct {
	mu   sync.Mutex
	w    io.Writer
	last string // the test that the last line was about
	json bool
}

// framing is what stands before a line that testing itself writes.
func (p *printer) framing() string {
	if p != nil && p.json {
		return string(rune(markFraming))
	}
	return ""
}

// update prints a line that names its test.
func (p *printer) update(test, format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = test
	fmt.Fprintf(p.w, p.framing()+format, args...)
}

// print prints a line of a test's own.
func (p *printer) print(test, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.last != "" && p.last != test {
		fmt.Fprintf(p.w, "%s=== NAME  %s\n", p.framing(), test)
	}
	p.last = test
	io.WriteString(p.w, text)
}

// indenter puts the lines of a subtest, indented, into what its parent has logged.
type indenter struct {
	c *common
}

func (w indenter) Write(b []byte) (int, error) {
	for line := range bytes.Lines(b) {
		if line[0] == markFraming {
			w.c.output = append(w.c.output, markFraming)
			line = line[1:]
		}
		w.c.output = append(w.c.output, indent...)
		w.c.output = append(w.c.output, line...)
	}
	return len(b), nil
}

// flushToParent writes a line and what the test has logged to where its parent collects.
func (c *common) flushToParent(format string, args ...any) {
	p := c.parent
	p.mu.Lock()
	defer p.mu.Unlock()
	c.mu.Lock()
	defer c.mu.Unlock()
	text := fmt.Sprintf(format, args...) + string(c.output)
	c.output = c.output[:0]
	if c.chatty != nil && (p.w == c.chatty.w || c.chatty.json) {
		c.chatty.update(c.name, "%s", text)
	} else {
		io.WriteString(p.w, c.chatty.framing()+text)
	}
}

// log prints a text behind the place it was logged at: the caller of the method that calls log.
func (c *common) log(s string, isError bool) {
	s = strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n"+indent) + "\n"
	to := c.destination()
	if to == nil {
		panic("Log in goroutine after " + c.name + " has completed: " + s)
	}
	s = to.place(2) + s
	to.lines.flush()
	to.lines.write([]byte(s), isError)
}

// destination returns the test that is logged to: this one, or the nearest around it that has not ended.
func (c *common) destination() *common {
	for ; c != nil; c = c.parent {
		if !c.done {
			return c
		}
	}
	return nil
}

// Output returns where the test's own lines may be written. They are indented as those of Log, without a place.
func (c *common) Output() io.Writer {
	c.forbidInFuzz("Output")
	to := c.destination()
	if to == nil {
		panic("Output called after " + c.name + " has completed")
	}
	return to.lines
}

// lineWriter passes on whole lines.
type lineWriter struct {
	c       *common
	partial []byte
}

func (l *lineWriter) Write(p []byte) (int, error) {
	l.write(p, false)
	return len(p), nil
}

func (l *lineWriter) write(p []byte, isError bool) {
	if l == nil || l.c == nil {
		return
	}
	if l.c.destination() == nil {
		panic("Write called after " + l.c.name + " has completed")
	}
	l.c.mu.Lock()
	defer l.c.mu.Unlock()
	lines := bytes.SplitAfter(p, []byte("\n"))
	last := len(lines) - 1
	for i, line := range lines[:last] {
		if i == 0 && len(l.partial) > 0 {
			line = append(l.partial, line...)
			l.partial = nil
		}
		l.writeLine(line, isError && i == 0, isError && i == last-1)
	}
	l.partial = append(l.partial, lines[last]...)
}

// flush ends a line that was begun.
func (l *lineWriter) flush() {
	if l != nil && len(l.partial) > 0 {
		l.Write([]byte("\n"))
	}
}

func (l *lineWriter) writeLine(line []byte, beginsError, endsError bool) {
	c := l.c
	if c.done || c.chatty == nil {
		c.output = append(c.output, indent...)
		c.output = append(c.output, line...)
		return
	}
	text := indent + string(line)
	if c.chatty.json {
		text = indent + escapeMarks(string(line))
		if beginsError {
			text = string(rune(markErrorBegin)) + text
		}
		if endsError {
			text = strings.TrimSuffix(text, "\n") + string(rune(markErrorEnd)) + "\n"
		}
	}
	if c.isBench {
		// Lines of benchmarks name no test.
		fmt.Print(text)
	} else {
		c.chatty.print(c.name, text)
	}
}

func escapeMarks(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch s[i] {
		case markFraming, markErrorBegin, markErrorEnd, markEscape:
			b.WriteByte(markEscape)
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// stackDepth is how far up helpers are looked for.
const stackDepth = 50

// callers returns the stack; skip 0 begins with its caller.
func callers(skip int) []uintptr {
	pcs := make([]uintptr, stackDepth)
	return pcs[:runtime.Callers(skip+2, pcs)]
}

// nameAt returns the function that is skip calls up the stack; 1 is the caller.
func nameAt(skip int) string {
	var pc [1]uintptr
	if runtime.Callers(skip+1, pc[:]) == 0 {
		panic("testing: zero callers found")
	}
	frame, _ := runtime.CallersFrames(pc[:]).Next()
	return frame.Function
}

// callerName returns the function that calls it.
func callerName() string { return nameAt(2) }

// place returns "file:line: " of the call that is skip calls above the caller of place and in no helper.
func (c *common) place(skip int) string {
	c.mu.Lock()
	frame := c.frame(callers(skip + 1))
	c.mu.Unlock()
	file, line := frame.File, max(frame.Line, 1)
	if file == "" {
		file = "???"
	} else if !*fullPath {
		file = filepath.Base(file)
	}
	return fmt.Sprintf("%s:%d: ", file, line)
}

// frame goes up the stack to a function that is no helper. From a cleanup it goes on where that was registered, from a
// subtest where that was run.
func (c *common) frame(pcs []uintptr) runtime.Frame {
	frames := runtime.CallersFrames(pcs)
	var first, before runtime.Frame
	skipsLoop := false
	for more := true; more; {
		var frame runtime.Frame
		frame, more = frames.Next()
		if skipsLoop {
			// The iterator between a loop's body and the function the loop stands in.
			skipsLoop = false
			before = frame
			continue
		}
		if frame.Function == "runtime.gopanic" {
			before = frame
			continue
		}
		if c.cleanupName != "" && frame.Function == c.cleanupName {
			frames, more, before = runtime.CallersFrames(c.cleanupStack), true, frame
			continue
		}
		if first.PC == 0 {
			first = frame
		}
		if frame.Function == c.runner {
			if c.level <= 1 {
				return before
			}
			frames, more, before = runtime.CallersFrames(c.creator), true, frame
			c = c.parent
			continue
		}
		name, inLoop := withoutRange(frame.Function)
		skipsLoop = inLoop
		if !c.helpers[name] {
			return frame
		}
		before = frame
	}
	return first
}

// withoutRange cuts the "-range1" off the name of a loop's body.
func withoutRange(name string) (string, bool) {
	const mark = "-range"
	at := strings.LastIndex(name, mark)
	if at <= 0 || strings.Trim(name[at+len(mark):], "0123456789") != "" {
		return name, false
	}
	return name[:at], true
}
