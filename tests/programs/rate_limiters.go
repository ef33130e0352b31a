// run --clock=virtual
// plain: the concurrent collector has no virtual clock

// Limits and time on the virtual clock: token and leaky buckets, sliding windows, tickers, debouncing, exponential backoff with deadlines,
// a heartbeat monitor with timers that are reset and stopped.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type Limiter interface{ Allow(now time.Time) bool }

type LimiterFunc func(time.Time) bool

func (f LimiterFunc) Allow(now time.Time) bool { return f(now) }

type tokenBucket struct {
	rate, burst, tokens float64
	last                time.Time
}

func (b *tokenBucket) Allow(now time.Time) bool {
	if !b.last.IsZero() {
		b.tokens = min(b.burst, b.tokens+now.Sub(b.last).Seconds()*b.rate)
	}
	b.last = now
	if b.tokens < 1 {
		return false
	}
	b.tokens--
	return true
}

type window struct {
	size time.Duration
	max  int
	seen []time.Time
}

func (w *window) Allow(now time.Time) bool {
	for len(w.seen) > 0 && now.Sub(w.seen[0]) >= w.size {
		w.seen = w.seen[1:]
	}
	if len(w.seen) >= w.max {
		return false
	}
	w.seen = append(w.seen, now)
	return true
}

func pattern(l Limiter, every time.Duration, n int) (out string) {
	start := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range n {
		if l.Allow(start.Add(time.Duration(i) * every)) {
			out += "+"
		} else {
			out += "."
		}
	}
	return
}

func debounce(in <-chan int, quiet time.Duration) <-chan []int {
	out := make(chan []int)
	go func() {
		defer close(out)
		var batch []int
		timer := time.NewTimer(time.Hour)
		timer.Stop()
		for {
			select {
			case v, ok := <-in:
				if !ok {
					if batch != nil {
						out <- batch
					}
					return
				}
				batch = append(batch, v)
				timer.Reset(quiet)
			case <-timer.C:
				out <- batch
				batch = nil
			}
		}
	}()
	return out
}

func retry(ctx context.Context, base time.Duration, f func(int) error) (tries int, err error) {
	for delay := base; ; delay *= 2 {
		tries++
		if err = f(tries); err == nil {
			return
		}
		select {
		case <-time.After(delay):
		case <-ctx.Done():
			return tries, errors.Join(err, ctx.Err())
		}
	}
}

type monitor struct {
	mu     sync.Mutex
	timers map[string]*time.Timer
	lost   chan string
}

func (m *monitor) beat(name string, limit time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if t, ok := m.timers[name]; ok {
		t.Reset(limit)
		return
	}
	m.timers[name] = time.AfterFunc(limit, func() { m.lost <- name })
}

func main() {
	fmt.Println(pattern(&tokenBucket{rate: 10, burst: 3, tokens: 3}, 50*time.Millisecond, 20))
	fmt.Println(pattern(&window{size: time.Second, max: 4}, 150*time.Millisecond, 20))
	odd := false
	fmt.Println(pattern(LimiterFunc(func(time.Time) bool { odd = !odd; return odd }), 0, 5))

	in := make(chan int)
	go func() {
		defer close(in)
		for i, gap := range []int{0, 10, 10, 100, 10, 200, 5} {
			time.Sleep(time.Duration(gap) * time.Millisecond)
			in <- i
		}
	}()
	for batch := range debounce(in, 50*time.Millisecond) {
		fmt.Println("batch", batch)
	}

	start := time.Now()
	ticker := time.NewTicker(30 * time.Millisecond)
	ticks := 0
	stop := time.After(200 * time.Millisecond)
loop:
	for {
		select {
		case <-ticker.C:
			if ticks++; ticks == 3 {
				ticker.Reset(20 * time.Millisecond)
			}
		case <-stop:
			ticker.Stop()
			break loop
		}
	}
	fmt.Println("ticks", ticks, time.Since(start).Round(10*time.Millisecond))

	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	fmt.Println(retry(ctx, 10*time.Millisecond, func(n int) error {
		if n < 4 {
			return fmt.Errorf("try %d", n)
		}
		return nil
	}))
	start = time.Now()
	tries, err := retry(ctx, 100*time.Millisecond, func(n int) error { return fmt.Errorf("try %d", n) })
	fmt.Println(tries, err, errors.Is(err, context.DeadlineExceeded), time.Since(start) < time.Second)

	m := &monitor{timers: map[string]*time.Timer{}, lost: make(chan string, 3)}
	for i := range 6 {
		m.beat("a", 50*time.Millisecond)
		if i < 3 {
			m.beat("b", 50*time.Millisecond)
		}
		time.Sleep(30 * time.Millisecond)
	}
	fmt.Println("lost", <-m.lost, len(m.lost))
	fmt.Println("lost", <-m.lost)
	fmt.Println(m.timers["a"].Stop(), m.timers["b"].Reset(time.Millisecond), <-m.lost)
}

// Output:
// +++++.+.+.+.+.+.+.+.
// ++++...++++...++++..
// +.+.+
// batch [0 1 2]
// batch [3 4]
// batch [5 6]
// ticks 8 200ms
// 4 <nil>
// 4 try 4
// context deadline exceeded true true
// lost b 0
// lost a
// false false b
