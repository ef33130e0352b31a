// run
package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

// A server whose requests fan out to services under one context each: the first failure cancels the rest, deadlines
// cut off what hangs, and shutdown waits for what runs.

type requestID struct{}

type group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelCauseFunc
}

func withGroup(ctx context.Context) (*group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &group{cancel: cancel}, ctx
}

func (g *group) run(f func() error) {
	g.wg.Go(func() {
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel(err)
			})
		}
	})
}

func (g *group) wait() error {
	g.wg.Wait()
	g.cancel(g.err)
	return g.err
}

type service func(ctx context.Context) (string, error)

var canceledServices atomic.Int32

func quick(name string) service {
	return func(ctx context.Context) (string, error) {
		return fmt.Sprint(name, " for ", ctx.Value(requestID{})), nil
	}
}

func hangs(ctx context.Context) (string, error) {
	<-ctx.Done()
	canceledServices.Add(1)
	return "", context.Cause(ctx)
}

func fails(ctx context.Context) (string, error) { return "", errors.New("service failed") }

func retried(times int, s service) service {
	return func(ctx context.Context) (out string, err error) {
		delay := time.Microsecond
		for range times {
			if out, err = s(ctx); err == nil {
				return out, nil
			}
			select {
			case <-time.After(delay):
				delay *= 2
			case <-ctx.Done():
				return "", ctx.Err()
			}
		}
		return "", fmt.Errorf("%d attempts: %w", times, err)
	}
}

type server struct {
	ctx     context.Context
	stop    context.CancelFunc
	running sync.WaitGroup
	nextID  atomic.Int64
}

var errStopped = errors.New("server stopped")

func (s *server) handle(timeout time.Duration, services ...service) ([]string, error) {
	if s.ctx.Err() != nil {
		return nil, errStopped
	}
	s.running.Add(1)
	defer s.running.Done()
	ctx := context.WithValue(s.ctx, requestID{}, s.nextID.Add(1))
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	g, ctx := withGroup(ctx)
	out := make([]string, len(services))
	for i, service := range services {
		g.run(func() (err error) {
			out[i], err = service(ctx)
			return err
		})
	}
	if err := g.wait(); err != nil {
		return nil, err
	}
	return out, nil
}

func main() {
	s := &server{}
	s.ctx, s.stop = context.WithCancel(context.Background())
	fmt.Println(s.handle(time.Hour, quick("a"), quick("b")))
	fmt.Println(s.handle(time.Hour, hangs, fails, hangs))
	fmt.Println(s.handle(2*time.Millisecond, quick("c"), hangs))
	attempts := 0
	flaky := func(ctx context.Context) (string, error) {
		if attempts++; attempts < 3 {
			return fails(ctx)
		}
		return quick("flaky")(ctx)
	}
	fmt.Println(s.handle(time.Hour, retried(5, flaky)))
	fmt.Println(s.handle(time.Hour, retried(2, fails)))
	fmt.Println("canceled", canceledServices.Load())

	// Shutdown cancels what hangs and waits for it.
	results := make(chan string, 4)
	started := make(chan bool)
	for range 4 {
		go func() {
			_, err := s.handle(time.Hour, func(ctx context.Context) (string, error) {
				started <- true
				return hangs(ctx)
			})
			results <- err.Error()
		}()
		<-started
	}
	s.stop()
	s.running.Wait()
	var list []string
	for range 4 {
		list = append(list, <-results)
	}
	sort.Strings(list)
	fmt.Println(list, canceledServices.Load())
	fmt.Println(s.handle(time.Hour, quick("late")))
}

// Output:
// [a for 1 b for 1] <nil>
// [] service failed
// [] context deadline exceeded
// [flaky for 4] <nil>
// [] 2 attempts: service failed
// canceled 3
// [context canceled context canceled context canceled context canceled] 7
// [] server stopped
