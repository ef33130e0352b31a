// run

// A pool of connections as database drivers have it: limits, waiting with contexts, health checks, life times on a fake clock, leaks found by
// wrappers that count, statements cached per connection, a transaction that rolls back on panic, and a shutdown that waits.
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

type Conn interface {
	Exec(ctx context.Context, query string) (int, error)
	Close() error
}

type Driver interface {
	Open(ctx context.Context) (Conn, error)
}

type fakeDriver struct {
	opened, closed, live atomic.Int32
	failures             atomic.Int32
	store                *sync.Map
}

type fakeConn struct {
	*fakeDriver
	id     int32
	broken bool
}

var (
	ErrBad    = errors.New("driver: bad connection")
	ErrClosed = errors.New("pool is closed")
)

func (d *fakeDriver) Open(ctx context.Context) (Conn, error) {
	if d.failures.Add(-1) >= 0 {
		return nil, fmt.Errorf("open: %w", ErrBad)
	}
	d.live.Add(1)
	return &fakeConn{fakeDriver: d, id: d.opened.Add(1)}, ctx.Err()
}

func (c *fakeConn) Close() error {
	c.closed.Add(1)
	c.live.Add(-1)
	return nil
}

func (c *fakeConn) Exec(ctx context.Context, query string) (int, error) {
	verb, rest, _ := strings.Cut(query, " ")
	switch verb {
	case "break":
		c.broken = true
		return 0, ErrBad
	case "add":
		v, _ := c.store.LoadOrStore(rest, new(atomic.Int64))
		return int(v.(*atomic.Int64).Add(1)), nil
	case "get":
		v, ok := c.store.Load(rest)
		if !ok {
			return 0, fmt.Errorf("no %q", rest)
		}
		return int(v.(*atomic.Int64).Load()), nil
	case "sleep":
		<-ctx.Done()
		return 0, context.Cause(ctx)
	}
	return 0, nil
}

type pooled struct {
	Conn
	born time.Time
	uses int
	stmt map[string]int
}

type Pool struct {
	driver  Driver
	slots   chan struct{}
	mu      sync.Mutex
	idle    []*pooled
	closed  bool
	maxLife time.Duration
	now     func() time.Time
	waits   atomic.Int64
	expired int
	users   sync.WaitGroup
}

func NewPool(d Driver, limit int, now func() time.Time) *Pool {
	return &Pool{driver: d, slots: make(chan struct{}, limit), maxLife: time.Minute, now: now}
}

func (p *Pool) get(ctx context.Context) (*pooled, error) {
	select {
	case p.slots <- struct{}{}:
	default:
		p.waits.Add(1)
		select {
		case p.slots <- struct{}{}:
		case <-ctx.Done():
			return nil, fmt.Errorf("waiting for a connection: %w", context.Cause(ctx))
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		<-p.slots
		return nil, ErrClosed
	}
	p.users.Add(1)
	for n := len(p.idle); n > 0; n = len(p.idle) {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		if p.now().Sub(c.born) <= p.maxLife {
			return c, nil
		}
		p.expired++
		c.Close()
	}
	raw, err := p.driver.Open(ctx)
	if err != nil {
		p.users.Done()
		<-p.slots
		return nil, err
	}
	return &pooled{Conn: raw, born: p.now(), stmt: map[string]int{}}, nil
}

func (p *Pool) put(c *pooled, err error) {
	defer p.users.Done()
	defer func() { <-p.slots }()
	p.mu.Lock()
	defer p.mu.Unlock()
	c.uses++
	if errors.Is(err, ErrBad) || p.closed {
		c.Close()
		return
	}
	p.idle = append(p.idle, c)
}

func (p *Pool) Exec(ctx context.Context, query string) (n int, err error) {
	for try := range 3 {
		var c *pooled
		if c, err = p.get(ctx); err != nil {
			if errors.Is(err, ErrBad) && try < 2 {
				continue
			}
			return
		}
		c.stmt[query]++
		n, err = c.Exec(ctx, query)
		p.put(c, err)
		if !errors.Is(err, ErrBad) {
			return
		}
	}
	return 0, fmt.Errorf("%s: tried 3 times: %w", query, err)
}

func (p *Pool) Tx(ctx context.Context, f func(exec func(string) int) error) (err error) {
	c, err := p.get(ctx)
	if err != nil {
		return err
	}
	var undo []func()
	defer func() {
		r := recover()
		if r != nil || err != nil {
			for i := len(undo) - 1; i >= 0; i-- {
				undo[i]()
			}
		}
		p.put(c, err)
		if r != nil {
			panic(fmt.Sprint("rolled back: ", r))
		}
	}()
	return f(func(query string) int {
		n, e := c.Exec(ctx, query)
		if e != nil {
			panic(e)
		}
		undo = append(undo, func() {
			if key, ok := strings.CutPrefix(query, "add "); ok {
				v, _ := c.Conn.(*fakeConn).store.Load(key)
				v.(*atomic.Int64).Add(-1)
			}
		})
		return n
	})
}

func (p *Pool) Close() error {
	p.mu.Lock()
	p.closed = true
	var errs []error
	for _, c := range p.idle {
		errs = append(errs, c.Close())
	}
	p.idle = nil
	p.mu.Unlock()
	p.users.Wait()
	return errors.Join(errs...)
}

func main() {
	ctx := context.Background()
	clock := time.Unix(0, 0)
	d := &fakeDriver{store: new(sync.Map)}
	p := NewPool(d, 3, func() time.Time { return clock })
	fmt.Println(p.Exec(ctx, "add x"))
	fmt.Println(p.Exec(ctx, "get y"))
	_, err := p.Exec(ctx, "break")
	fmt.Println(err, errors.Is(err, ErrBad), d.opened.Load(), d.live.Load())
	d.failures.Store(2)
	fmt.Println(p.Exec(ctx, "get x"))
	d.failures.Store(3)
	p.idle[0].Close()
	p.idle = nil
	_, err = p.Exec(ctx, "get x")
	fmt.Println(err)
	p.Exec(ctx, "get x")
	clock = clock.Add(2 * time.Minute)
	p.Exec(ctx, "get x")
	fmt.Println("expired", p.expired, "idle", len(p.idle), "statements", p.idle[0].stmt, p.idle[0].uses)

	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			for range 5 {
				if _, err := p.Exec(ctx, "add n"); err != nil {
					panic(err)
				}
			}
		})
	}
	wg.Wait()
	n, err := p.Exec(ctx, "get n")
	fmt.Println(n, err, d.live.Load() <= 3, len(p.slots))

	// All connections are taken: a caller waits no longer than its context.
	busy, release := context.WithCancelCause(ctx)
	for range 3 {
		wg.Go(func() { p.Exec(busy, "sleep") })
	}
	for len(p.slots) < 3 {
		time.Sleep(100 * time.Microsecond)
	}
	short, stop := context.WithTimeoutCause(ctx, 5*time.Millisecond, errors.New("no time to wait"))
	_, err = p.Exec(short, "get n")
	fmt.Println(err, p.waits.Load() > 0)
	stop()
	release(errors.New("wake up"))
	wg.Wait()

	fmt.Println(p.Tx(ctx, func(exec func(string) int) error { exec("add x"); exec("add x"); return errors.New("changed my mind") }))
	func() {
		defer func() { fmt.Println(recover()) }()
		p.Tx(ctx, func(exec func(string) int) error { exec("add x"); exec("get nothing"); return nil })
	}()
	fmt.Println(p.Tx(ctx, func(exec func(string) int) error { fmt.Println("x is", exec("add x")); return nil }))
	fmt.Println(p.Close(), d.live.Load(), d.opened.Load() == d.closed.Load())
	_, err = p.Exec(ctx, "get x")
	fmt.Println(err == ErrClosed)
	var keys []string
	d.store.Range(func(k, v any) bool {
		keys = append(keys, fmt.Sprint(k, "=", v.(*atomic.Int64).Load()))
		return true
	})
	sort.Strings(keys)
	fmt.Println(keys)
}

// Output:
// 1 <nil>
// 0 no "y"
// break: tried 3 times: driver: bad connection true 3 0
// 1 <nil>
// open: driver: bad connection
// expired 1 idle 1 statements map[get x:1] 1
// 100 <nil> true 0
// waiting for a connection: no time to wait true
// changed my mind
// rolled back: no "nothing"
// x is 2
// <nil>
// <nil> 0 true
// true
// [n=100 x=2]
