// run

// A build system: tasks with dependencies run as soon as they can, at most N at once, with priorities, memoised results through generic
// futures, failure that skips dependants, cron-like parsing of times, durations and calendars.
package main

import (
	"cmp"
	"container/heap"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

type Future[T any] struct {
	done  chan struct{}
	value T
	err   error
	then  []func(T, error)
	mu    sync.Mutex
}

func Async[T any](f func() (T, error)) *Future[T] {
	fu := &Future[T]{done: make(chan struct{})}
	go func() {
		defer func() {
			if r := recover(); r != nil {
				var zero T
				fu.settle(zero, fmt.Errorf("panic: %v", r))
			}
		}()
		fu.settle(f())
	}()
	return fu
}

func (f *Future[T]) settle(v T, err error) {
	f.mu.Lock()
	f.value, f.err = v, err
	then := f.then
	close(f.done)
	f.mu.Unlock()
	for _, t := range then {
		t(v, err)
	}
}

func (f *Future[T]) Get() (T, error) { <-f.done; return f.value, f.err }

func (f *Future[T]) Then(t func(T, error)) {
	f.mu.Lock()
	select {
	case <-f.done:
		f.mu.Unlock()
		t(f.value, f.err)
	default:
		f.then = append(f.then, t)
		f.mu.Unlock()
	}
}

func Then[A, B any](f *Future[A], g func(A) (B, error)) *Future[B] {
	return Async(func() (b B, err error) {
		a, err := f.Get()
		if err != nil {
			return b, err
		}
		return g(a)
	})
}

func All[T any](fs ...*Future[T]) *Future[[]T] {
	return Async(func() (out []T, err error) {
		for _, f := range fs {
			v, e := f.Get()
			out, err = append(out, v), errors.Join(err, e)
		}
		return
	})
}

type Task struct {
	Name     string
	Needs    []string
	Priority int
	Run      func(inputs map[string]any) (any, error)
}

type Outcome int

const (
	Pending Outcome = iota
	Done
	Failed
	Skipped
)

func (o Outcome) String() string { return []string{"pending", "done", "failed", "skipped"}[o] }

type ready []*Task

func (r ready) Len() int { return len(r) }
func (r ready) Less(i, j int) bool {
	return cmp.Or(-cmp.Compare(r[i].Priority, r[j].Priority), strings.Compare(r[i].Name, r[j].Name)) < 0
}
func (r ready) Swap(i, j int) { r[i], r[j] = r[j], r[i] }
func (r *ready) Push(x any)   { *r = append(*r, x.(*Task)) }
func (r *ready) Pop() (x any) { n := len(*r) - 1; x, *r = (*r)[n], (*r)[:n]; return }

type Report struct {
	Outcomes map[string]Outcome
	Values   map[string]any
	Order    []string
	Peak     int
	Err      error
}

func Build(limit int, tasks ...*Task) (rep Report) {
	rep = Report{Outcomes: map[string]Outcome{}, Values: map[string]any{}}
	missing := map[string]int{}
	dependants := map[string][]*Task{}
	queue := &ready{}
	for _, t := range tasks {
		rep.Outcomes[t.Name] = Pending
		missing[t.Name] = len(t.Needs)
		for _, n := range t.Needs {
			dependants[n] = append(dependants[n], t)
		}
		if len(t.Needs) == 0 {
			heap.Push(queue, t)
		}
	}
	type result struct {
		*Task
		value any
		err   error
	}
	results := make(chan result, len(tasks)) // a future that is done calls back at once
	running := 0
	var finish func(t *Task, o Outcome)
	finish = func(t *Task, o Outcome) {
		rep.Outcomes[t.Name] = o
		for _, d := range dependants[t.Name] {
			missing[d.Name]--
			switch {
			case o != Done && rep.Outcomes[d.Name] == Pending:
				finish(d, Skipped)
			case missing[d.Name] == 0 && rep.Outcomes[d.Name] == Pending:
				heap.Push(queue, d)
			}
		}
	}
	for queue.Len() > 0 || running > 0 {
		for running < limit && queue.Len() > 0 {
			t := heap.Pop(queue).(*Task)
			inputs := maps.Collect(func(yield func(string, any) bool) {
				for _, n := range t.Needs {
					if !yield(n, rep.Values[n]) {
						return
					}
				}
			})
			running++
			rep.Peak = max(rep.Peak, running)
			rep.Order = append(rep.Order, t.Name)
			Async(func() (any, error) { return t.Run(inputs) }).Then(func(v any, err error) { results <- result{t, v, err} })
		}
		r := <-results
		running--
		if r.err != nil {
			rep.Err = errors.Join(rep.Err, fmt.Errorf("%s: %w", r.Name, r.err))
			finish(r.Task, Failed)
			continue
		}
		rep.Values[r.Name] = r.value
		finish(r.Task, Done)
	}
	return
}

type Cron struct{ minute, hour, day, month, weekday map[int]bool }

func ParseCron(text string) (c Cron, err error) {
	fields := strings.Fields(text)
	if len(fields) != 5 {
		return c, fmt.Errorf("%d fields", len(fields))
	}
	limits := [5][2]int{{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 6}}
	for i, target := range []*map[int]bool{&c.minute, &c.hour, &c.day, &c.month, &c.weekday} {
		*target = map[int]bool{}
		for part := range strings.SplitSeq(fields[i], ",") {
			part, stepText, stepped := strings.Cut(part, "/")
			lo, hi, step := limits[i][0], limits[i][1], 1
			if stepped {
				if step, err = strconv.Atoi(stepText); err != nil {
					return c, err
				}
			}
			if part != "*" {
				a, b, ranged := strings.Cut(part, "-")
				if lo, err = strconv.Atoi(a); err != nil {
					return c, err
				}
				hi = lo
				if ranged {
					if hi, err = strconv.Atoi(b); err != nil {
						return c, err
					}
				}
			}
			if lo < limits[i][0] || hi > limits[i][1] || lo > hi {
				return c, fmt.Errorf("%s: %w", part, strconv.ErrRange)
			}
			for v := lo; v <= hi; v += step {
				(*target)[v] = true
			}
		}
	}
	return
}

func (c Cron) Next(t time.Time) time.Time {
	t = t.Truncate(time.Minute).Add(time.Minute)
	for end := t.AddDate(5, 0, 0); t.Before(end); {
		y, m, d := t.Date()
		switch {
		case !c.month[int(m)]:
			t = time.Date(y, m+1, 1, 0, 0, 0, 0, t.Location())
		case !c.day[d] || !c.weekday[int(t.Weekday())]:
			t = time.Date(y, m, d+1, 0, 0, 0, 0, t.Location())
		case !c.hour[t.Hour()]:
			t = t.Truncate(time.Hour).Add(time.Hour)
		case !c.minute[t.Minute()]:
			t = t.Add(time.Minute)
		default:
			return t
		}
	}
	return time.Time{}
}

func main() {
	concat := func(inputs map[string]any) (any, error) {
		var parts []string
		for _, k := range slices.Sorted(maps.Keys(inputs)) {
			parts = append(parts, fmt.Sprint(k, "=", inputs[k]))
		}
		return "<" + strings.Join(parts, " ") + ">", nil
	}
	task := func(name string, priority int, needs string, run func(map[string]any) (any, error)) *Task {
		return &Task{name, strings.Fields(needs), priority, run}
	}
	tasks := []*Task{
		task("scan", 0, "", func(map[string]any) (any, error) { return 3, nil }),
		task("lint", 5, "", concat),
		task("parse", 1, "scan", concat),
		task("types", 9, "parse", concat),
		task("vet", 0, "parse lint", func(map[string]any) (any, error) { return nil, errors.New("two problems") }),
		task("docs", 0, "types", func(in map[string]any) (any, error) { return len(in["types"].(string)), nil }),
		task("crash", 0, "scan", func(in map[string]any) (any, error) { return in["scan"].(string), nil }),
		task("link", 0, "types vet", concat),
		task("ship", 0, "link docs crash", concat),
	}
	rep := Build(1, tasks...)
	fmt.Println(rep.Order, rep.Peak)
	fmt.Println(rep.Outcomes)
	fmt.Println(rep.Values["types"], rep.Values["docs"])
	fmt.Println(rep.Err)
	wide := Build(3, tasks...)
	fmt.Println(maps.Equal(wide.Outcomes, rep.Outcomes), wide.Peak > 1 && wide.Peak <= 3, len(wide.Order))

	start := Async(func() (int, error) { return 20, nil })
	half := Then(start, func(n int) (float64, error) { return float64(n) / 8, nil })
	text := Then(half, func(f float64) (string, error) { return strconv.FormatFloat(f, 'f', 2, 64), nil })
	broken := Then(half, func(f float64) (string, error) { var m map[string]string; m["x"] = "y"; return "", nil })
	fmt.Println(text.Get())
	fmt.Println(Then(broken, func(s string) (int, error) { panic("not reached") }).Get())
	fmt.Println(All(text, broken, text).Get())

	from := time.Date(2024, time.February, 27, 22, 58, 30, 0, time.FixedZone("X", 2*3600))
	for _, c := range []string{"*/20 * * * *", "0 9-17/4 * * 1-5", "30 6 29 2 *", "0 0 31 4 *", "5 4 1,15 6 0", "60 * * * *", "a * * * *", "* *"} {
		cron, err := ParseCron(c)
		if err != nil {
			fmt.Println(c, "->", err, errors.Is(err, strconv.ErrRange))
			continue
		}
		next := cron.Next(from)
		fmt.Println(c, "->", next.Format("Mon 2006-01-02 15:04 -0700"), next.IsZero(), next.Sub(from).Round(time.Hour))
	}
}

// Output:
// [lint scan parse types crash docs vet] 1
// map[crash:failed docs:done link:skipped lint:done parse:done scan:done ship:skipped types:done vet:failed]
// <parse=<scan=3>> 16
// crash: panic: interface conversion: interface {} is int, not string
// vet: two problems
// true true 7
// 2.50 <nil>
// 0 panic: assignment to entry in nil map
// [2.50  2.50] panic: assignment to entry in nil map
// */20 * * * * -> Tue 2024-02-27 23:00 +0200 false 0s
// 0 9-17/4 * * 1-5 -> Wed 2024-02-28 09:00 +0200 false 10h0m0s
// 30 6 29 2 * -> Thu 2024-02-29 06:30 +0200 false 32h0m0s
// 0 0 31 4 * -> Mon 0001-01-01 00:00 +0000 true -2562047h47m16.854775808s
// 5 4 1,15 6 0 -> Sun 2025-06-01 04:05 +0200 false 11021h0m0s
// 60 * * * * -> 60: value out of range true
// a * * * * -> strconv.Atoi: parsing "a": invalid syntax false
// * * -> 2 fields false
