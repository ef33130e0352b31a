// Package trace records what a program says of its tasks, regions and logs.
//
// The trace is in Chrome's format (JSON), which Perfetto and chrome://tracing show, not in the one of Go's own tool; it has only what the
// program itself says, not what goroutines, scheduler and collector do.
package trace

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

// event is one of Chrome's trace events. Regions begin and end on the goroutine they run on, tasks where they like.
type event struct {
	Phase     string         `json:"ph"`
	Process   int            `json:"pid"`
	Goroutine int            `json:"tid"`
	Time      float64        `json:"ts"` // microseconds
	Name      string         `json:"name"`
	Category  string         `json:"cat"`
	ID        string         `json:"id,omitempty"` // of a task
	Scope     string         `json:"s,omitempty"`  // of a log: the goroutine
	Args      map[string]any `json:"args,omitempty"`
}

// tracing is what is recorded and for whom. Events are kept as long as somebody wants them.
var tracing struct {
	sync.Mutex
	to       io.Writer // of Start
	begun    int       // the first of its events
	recorder *FlightRecorder
	events   []event
	since    time.Time
	tasks    uint64
}

// IsEnabled says whether a trace is made.
func IsEnabled() bool { return tracing.to != nil || tracing.recorder != nil }

// Start has a trace made, which Stop writes to w.
func Start(w io.Writer) error {
	tracing.Lock()
	defer tracing.Unlock()
	if tracing.to != nil {
		return fmt.Errorf("execution tracer already enabled")
	}
	begin()
	tracing.to = w
	tracing.begun = len(tracing.events)
	return nil
}

func begin() {
	if !IsEnabled() {
		tracing.since = time.Now()
		tracing.events = nil
	}
}

// Stop ends the trace and writes it.
func Stop() {
	tracing.Lock()
	defer tracing.Unlock()
	if tracing.to == nil {
		return
	}
	write(tracing.to, tracing.events[tracing.begun:])
	tracing.to = nil
}

func write(w io.Writer, events []event) (int, error) {
	if events == nil {
		events = []event{}
	}
	text, err := json.Marshal(map[string]any{"displayTimeUnit": "ns", "traceEvents": events})
	if err != nil {
		return 0, err
	}
	return w.Write(append(text, '\n'))
}

func record(e event) {
	tracing.Lock()
	defer tracing.Unlock()
	now := time.Since(tracing.since)
	e.Process, e.Goroutine, e.Time = 1, goroutine(), float64(now)/float64(time.Microsecond)
	tracing.events = append(tracing.events, e)
	// A flight recorder alone keeps only what is young.
	if r := tracing.recorder; r != nil && tracing.to == nil {
		oldest := float64(now-r.age) / float64(time.Microsecond)
		drop := 0
		for drop < len(tracing.events) && (tracing.events[drop].Time < oldest || len(tracing.events)-drop > r.most) {
			drop++
		}
		if drop > len(tracing.events)/2 {
			tracing.events = append([]event(nil), tracing.events[drop:]...)
		}
	}
}

// goroutine returns the number that traces show.
func goroutine() int {
	var text [40]byte
	line := string(text[:runtime.Stack(text[:], false)])
	number, _, _ := strings.Cut(strings.TrimPrefix(line, "goroutine "), " ")
	n, _ := strconv.Atoi(number)
	return n
}

type taskKey struct{}

// Task is an operation that may go on in several goroutines.
type Task struct {
	id   uint64
	name string
}

// NewTask begins a task, which contexts from ctx on belong to; End ends it.
func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) {
	tracing.Lock()
	tracing.tasks++
	task = &Task{tracing.tasks, taskType}
	tracing.Unlock()
	if IsEnabled() {
		e := task.event("b")
		if parent := taskOf(pctx); parent != nil {
			e.Args = map[string]any{"parent": parent.id}
		}
		record(e)
	}
	return context.WithValue(pctx, taskKey{}, task), task
}

func taskOf(ctx context.Context) *Task {
	task, _ := ctx.Value(taskKey{}).(*Task)
	return task
}

func (t *Task) event(phase string) event {
	return event{Phase: phase, Name: strings.Clone(t.name), Category: "task", ID: strconv.FormatUint(t.id, 10)}
}

// End ends the task.
func (t *Task) End() {
	if IsEnabled() {
		record(t.event("e"))
	}
}

// inTask says which task an event belongs to.
func inTask(ctx context.Context, args map[string]any) map[string]any {
	if task := taskOf(ctx); task != nil {
		if args == nil {
			args = map[string]any{}
		}
		args["task"] = task.id
	}
	return args
}

// Log records a message.
func Log(ctx context.Context, category, message string) {
	if IsEnabled() {
		record(event{Phase: "i", Name: message, Category: "log", Scope: "t", Args: inTask(ctx, map[string]any{"category": category})})
	}
}

// Logf records a message that is formatted if a trace is made.
func Logf(ctx context.Context, category, format string, args ...any) {
	if IsEnabled() {
		Log(ctx, category, fmt.Sprintf(format, args...))
	}
}

// Region is a part of what a goroutine does.
type Region struct {
	name string
}

var noRegion = &Region{}

// StartRegion begins a region; End ends it, on the same goroutine.
func StartRegion(ctx context.Context, regionType string) *Region {
	if !IsEnabled() {
		return noRegion
	}
	record(event{Phase: "B", Name: regionType, Category: "region", Args: inTask(ctx, nil)})
	return &Region{regionType}
}

// End ends the region.
func (r *Region) End() {
	if r != noRegion && IsEnabled() {
		record(event{Phase: "E", Name: r.name, Category: "region"})
	}
}

// WithRegion calls fn in a region.
func WithRegion(ctx context.Context, regionType string, fn func()) {
	defer StartRegion(ctx, regionType).End()
	fn()
}
