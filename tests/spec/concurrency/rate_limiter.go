// run
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// A token bucket over an abstract clock, the same with real timers, and a limiter of what runs at once.

type clock interface {
	now() time.Duration
	sleep(ctx context.Context, d time.Duration) error
}

// manual is a clock that moves when told.
type manual struct {
	mu       sync.Mutex
	at       time.Duration
	sleepers map[chan struct{}]time.Duration
	asleep   *sync.Cond
}

func newManual() *manual {
	m := &manual{sleepers: make(map[chan struct{}]time.Duration)}
	m.asleep = sync.NewCond(&m.mu)
	return m
}

func (m *manual) now() time.Duration {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.at
}

func (m *manual) sleep(ctx context.Context, d time.Duration) error {
	m.mu.Lock()
	c := make(chan struct{})
	m.sleepers[c] = m.at + d
	m.asleep.Broadcast()
	m.mu.Unlock()
	select {
	case <-c:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// advance waits for n sleepers, then moves the clock.
func (m *manual) advance(n int, d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for len(m.sleepers) < n {
		m.asleep.Wait()
	}
	m.at += d
	for c, when := range m.sleepers {
		if when <= m.at {
			delete(m.sleepers, c)
			close(c)
		}
	}
}

type bucket struct {
	clock    clock
	interval time.Duration // between tokens
	burst    int

	mu   sync.Mutex
	next time.Duration // when the bucket was, or will be, empty, plus one interval
}

var errWouldWait = errors.New("would wait")

func (b *bucket) reserve(maxWait time.Duration) (time.Duration, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.clock.now()
	full := now - time.Duration(b.burst)*b.interval
	next := max(b.next, full) + b.interval
	if next-now > maxWait {
		return 0, errWouldWait
	}
	b.next = next
	return max(0, next-now), nil
}

func (b *bucket) allow() bool {
	_, err := b.reserve(0)
	return err == nil
}

func (b *bucket) wait(ctx context.Context) error {
	d, err := b.reserve(1 << 62)
	if err != nil || d == 0 {
		return err
	}
	return b.clock.sleep(ctx, d)
}

type real struct{ start time.Time }

func (r real) now() time.Duration { return time.Since(r.start) }
func (r real) sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	m := newManual()
	b := &bucket{clock: m, interval: time.Second, burst: 3, next: -3 * time.Second}
	var allowed []bool
	for range 5 {
		allowed = append(allowed, b.allow())
	}
	m.advance(0, 1500*time.Millisecond)
	allowed = append(allowed, b.allow(), b.allow())
	fmt.Println(allowed)

	// Four wait; they are let through one a second.
	var wg sync.WaitGroup
	let := make(chan time.Duration, 4)
	for range 4 {
		wg.Go(func() {
			if b.wait(context.Background()) == nil {
				let <- m.now()
			}
		})
	}
	for i := range 4 {
		m.advance(4-i, 0)
		m.advance(4-i, time.Second)
		fmt.Println(<-let)
	}
	wg.Wait()
	ctx, cancel := context.WithCancel(context.Background())
	failed := make(chan error)
	for range 3 {
		go func() { failed <- b.wait(ctx) }()
	}
	m.advance(3, 0)
	cancel()
	fmt.Println(<-failed, <-failed, <-failed)

	r := &bucket{clock: real{time.Now()}, interval: time.Millisecond, burst: 2}
	start := time.Now()
	for range 10 {
		wg.Go(func() { r.wait(context.Background()) })
	}
	wg.Wait()
	took := time.Since(start)
	fmt.Println(took >= 7*time.Millisecond, took < 10*time.Second)

	slots := make(chan struct{}, 3)
	var mu sync.Mutex
	running, most := 0, 0
	for range 20 {
		wg.Go(func() {
			slots <- struct{}{}
			mu.Lock()
			running++
			most = max(most, running)
			mu.Unlock()
			time.Sleep(100 * time.Microsecond)
			mu.Lock()
			running--
			mu.Unlock()
			<-slots
		})
	}
	wg.Wait()
	fmt.Println(most <= 3, most > 0, running)
}

// Output:
// [true true true false false true false]
// 2.5s
// 3.5s
// 4.5s
// 5.5s
// context canceled context canceled context canceled
// true true
// true true 0
