// run

// A pool of workers with typed jobs, retries, panics that become errors, cancellation and a result order that does not depend
// on the schedule.
package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type Job[In, Out any] struct {
	ID    int
	Input In
	Do    func(context.Context, In) (Out, error)
}

type Result[Out any] struct {
	ID       int
	Value    Out
	Err      error
	Attempts int
}

type PanicError struct {
	Value any
}

func (p PanicError) Error() string { return fmt.Sprintf("job panicked: %v", p.Value) }

func (p PanicError) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

type temporary interface{ Temporary() bool }

type flaky struct{ left int }

func (f flaky) Error() string   { return fmt.Sprintf("flaky, %d left", f.left) }
func (f flaky) Temporary() bool { return f.left > 0 }

type Pool[In, Out any] struct {
	workers, retries int
	started, done    atomic.Int64
	busy             atomic.Int32
	peak             int32
	mu               sync.Mutex
}

func (p *Pool[In, Out]) attempt(ctx context.Context, job Job[In, Out]) (out Out, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = PanicError{r}
		}
	}()
	return job.Do(ctx, job.Input)
}

func (p *Pool[In, Out]) work(ctx context.Context, jobs <-chan Job[In, Out], results chan<- Result[Out], wg *sync.WaitGroup) {
	defer wg.Done()
	for job := range jobs {
		p.started.Add(1)
		n := p.busy.Add(1)
		p.mu.Lock()
		p.peak = max(p.peak, n)
		p.mu.Unlock()
		r := Result[Out]{ID: job.ID}
		for r.Attempts = 1; ; r.Attempts++ {
			r.Value, r.Err = p.attempt(ctx, job)
			var t temporary
			if r.Err == nil || r.Attempts > p.retries || !errors.As(r.Err, &t) || !t.Temporary() {
				break
			}
		}
		p.busy.Add(-1)
		p.done.Add(1)
		results <- r
	}
}

func (p *Pool[In, Out]) Run(ctx context.Context, jobs []Job[In, Out]) []Result[Out] {
	in := make(chan Job[In, Out])
	out := make(chan Result[Out], 2)
	var wg sync.WaitGroup
	for range p.workers {
		wg.Add(1)
		go p.work(ctx, in, out, &wg)
	}
	go func() {
		defer close(in)
		for _, j := range jobs {
			select {
			case in <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	go func() { wg.Wait(); close(out) }()
	var all []Result[Out]
	for r := range out {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	return all
}

func main() {
	attempts := make([]atomic.Int32, 12)
	sentinel := errors.New("bad input")
	var jobs []Job[string, int]
	for i, word := range strings.Fields("a bb ccc panic bad flaky eeeeeee range nil ten nested end") {
		jobs = append(jobs, Job[string, int]{i, word, func(ctx context.Context, s string) (int, error) {
			n := int(attempts[i].Add(1))
			switch s {
			case "panic":
				panic("at the disco")
			case "bad":
				return -1, fmt.Errorf("job %d: %w", i, sentinel)
			case "flaky":
				if n < 3 {
					return 0, fmt.Errorf("attempt %d: %w", n, flaky{3 - n})
				}
			case "range":
				return []int{1, 2, 3}[len(s)], nil
			case "nil":
				var p *Pool[int, int]
				return p.workers, nil
			case "nested":
				defer func() { panic(fmt.Errorf("replaced %v: %w", recover(), sentinel)) }()
				panic("first")
			}
			return len(s) * n, nil
		}})
	}
	pool := &Pool[string, int]{workers: 4, retries: 3}
	for _, r := range pool.Run(context.Background(), jobs) {
		fmt.Printf("%2d %-8s value=%d attempts=%d err=%v sentinel=%t\n", r.ID, jobs[r.ID].Input, r.Value, r.Attempts, r.Err, errors.Is(r.Err, sentinel))
	}
	fmt.Println(pool.started.Load(), pool.done.Load(), pool.busy.Load(), pool.peak >= 1 && pool.peak <= 4)

	// Cancelled half way: what was begun is finished, nothing hangs.
	ctx, cancel := context.WithCancelCause(context.Background())
	var slow []Job[int, int]
	for i := range 50 {
		slow = append(slow, Job[int, int]{i, i, func(ctx context.Context, n int) (int, error) {
			if n == 10 {
				cancel(fmt.Errorf("job %d gave up", n))
			}
			if n >= 10 {
				<-ctx.Done()
				return 0, context.Cause(ctx)
			}
			return n * n, nil
		}})
	}
	single := &Pool[int, int]{workers: 1}
	results := single.Run(ctx, slow)
	sum := 0
	for _, r := range results {
		sum += r.Value
	}
	fmt.Println(len(results) >= 11 && len(results) <= 50, sum, ctx.Err(), context.Cause(ctx), results[10].Err)

	// A deadline inside a job.
	timed := &Pool[time.Duration, string]{workers: 3}
	var waits []Job[time.Duration, string]
	for i, d := range []time.Duration{time.Millisecond, time.Hour, 2 * time.Millisecond, 24 * time.Hour} {
		waits = append(waits, Job[time.Duration, string]{i, d, func(ctx context.Context, d time.Duration) (string, error) {
			ctx, cancel := context.WithTimeoutCause(ctx, 500*time.Millisecond, errors.New("too slow"))
			defer cancel()
			select {
			case <-time.After(d):
				return "slept " + d.String(), nil
			case <-ctx.Done():
				return "", fmt.Errorf("%v: %w (%w)", d, ctx.Err(), context.Cause(ctx))
			}
		}})
	}
	for _, r := range timed.Run(context.Background(), waits) {
		fmt.Println(r.ID, r.Value, r.Err, errors.Is(r.Err, context.DeadlineExceeded))
	}
}

// Output:
//  0 a        value=1 attempts=1 err=<nil> sentinel=false
//  1 bb       value=2 attempts=1 err=<nil> sentinel=false
//  2 ccc      value=3 attempts=1 err=<nil> sentinel=false
//  3 panic    value=0 attempts=1 err=job panicked: at the disco sentinel=false
//  4 bad      value=-1 attempts=1 err=job 4: bad input sentinel=true
//  5 flaky    value=15 attempts=3 err=<nil> sentinel=false
//  6 eeeeeee  value=7 attempts=1 err=<nil> sentinel=false
//  7 range    value=0 attempts=1 err=job panicked: runtime error: index out of range [5] with length 3 sentinel=false
//  8 nil      value=0 attempts=1 err=job panicked: runtime error: invalid memory address or nil pointer dereference sentinel=false
//  9 ten      value=3 attempts=1 err=<nil> sentinel=false
// 10 nested   value=0 attempts=1 err=job panicked: replaced first: bad input sentinel=true
// 11 end      value=3 attempts=1 err=<nil> sentinel=false
// 12 12 0 true
// true 285 context canceled job 10 gave up job 10 gave up
// 0 slept 1ms <nil> false
// 1  1h0m0s: context deadline exceeded (too slow) true
// 2 slept 2ms <nil> false
// 3  24h0m0s: context deadline exceeded (too slow) true
