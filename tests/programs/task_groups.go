// run

// Structured concurrency by hand: groups with limits whose first error cancels the others with its cause, stages that fan out and in again
// in order, a semaphore with weights that serves in turn, hedged requests, contexts with values, deadlines and functions that run after them.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Group waits for functions; the first error or panic cancels the context of all.
type Group struct {
	wg     sync.WaitGroup
	tokens chan struct{}
	cancel context.CancelCauseFunc
	once   sync.Once
	err    error
	now    atomic.Int32
	peak   atomic.Int32
}

type panicked struct {
	value any
	in    string
}

func (p *panicked) Error() string { return fmt.Sprintf("panic in %s: %v", p.in, p.value) }

func (p *panicked) Unwrap() error { err, _ := p.value.(error); return err }

func NewGroup(ctx context.Context, limit int) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	g := &Group{cancel: cancel}
	if limit > 0 {
		g.tokens = make(chan struct{}, limit)
	}
	return g, ctx
}

func (g *Group) Go(name string, f func() error) {
	if g.tokens != nil {
		g.tokens <- struct{}{}
	}
	g.wg.Go(func() {
		n := g.now.Add(1)
		for p := g.peak.Load(); n > p && !g.peak.CompareAndSwap(p, n); p = g.peak.Load() {
		}
		finished := false
		var err error
		defer func() {
			if r := recover(); r != nil {
				err = &panicked{r, name}
			} else if !finished {
				err = fmt.Errorf("%s called Goexit", name)
			}
			if err != nil {
				g.once.Do(func() {
					g.err = err
					g.cancel(err)
				})
			}
			g.now.Add(-1)
			if g.tokens != nil {
				<-g.tokens
			}
		}()
		err = f()
		finished = true
	})
}

func (g *Group) Wait() error {
	g.wg.Wait()
	g.cancel(g.err)
	return g.err
}

// Weighted is a semaphore; who asks first is served first, however much it wants.
type Weighted struct {
	mu      sync.Mutex
	free    int
	waiting []*ticket
}

type ticket struct {
	n     int
	ready chan struct{}
}

var errTooMuch = errors.New("more than there is")

func (w *Weighted) Acquire(ctx context.Context, n int) error {
	w.mu.Lock()
	if w.free >= n && len(w.waiting) == 0 {
		w.free -= n
		w.mu.Unlock()
		return nil
	}
	t := &ticket{n, make(chan struct{})}
	w.waiting = append(w.waiting, t)
	w.mu.Unlock()
	select {
	case <-t.ready:
		return nil
	case <-ctx.Done():
		w.mu.Lock()
		defer w.mu.Unlock()
		if i := slices.Index(w.waiting, t); i >= 0 {
			w.waiting = slices.Delete(w.waiting, i, i+1)
		} else {
			w.free += n
		}
		w.serve()
		return fmt.Errorf("acquire %d: %w", n, context.Cause(ctx))
	}
}

func (w *Weighted) serve() {
	for len(w.waiting) > 0 && w.free >= w.waiting[0].n {
		t := w.waiting[0]
		w.waiting, w.free = w.waiting[1:], w.free-t.n
		close(t.ready)
	}
}

func (w *Weighted) Release(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.free += n
	w.serve()
}

// Result is a value or an error.
type Result[T any] struct {
	Value T
	Err   error
}

// Map applies f to a sequence with many workers; results come in the order of the inputs, and nothing runs on after it ends.
func Map[In, Out any](ctx context.Context, workers int, in iter.Seq[In], f func(context.Context, In) (Out, error)) iter.Seq2[In, Result[Out]] {
	type promise struct {
		in  In
		out chan Result[Out]
	}
	return func(yield func(In, Result[Out]) bool) {
		ctx, cancel := context.WithCancel(ctx)
		work, order := make(chan promise), make(chan promise, workers)
		var wg sync.WaitGroup
		defer wg.Wait()
		defer cancel()
		for range workers {
			wg.Go(func() {
				for p := range work {
					v, err := f(ctx, p.in)
					p.out <- Result[Out]{v, err}
				}
			})
		}
		wg.Go(func() {
			defer close(order)
			defer close(work)
			for v := range in {
				p := promise{v, make(chan Result[Out], 1)}
				for _, to := range []chan promise{order, work} {
					select {
					case to <- p:
					case <-ctx.Done():
						p.out <- Result[Out]{Err: ctx.Err()}
						return
					}
				}
			}
		})
		for p := range order {
			if !yield(p.in, <-p.out) {
				return
			}
		}
	}
}

// First asks several, each a little later than the one before, and takes the answer that comes first.
func First[T any](ctx context.Context, after time.Duration, ask ...func(context.Context) (T, error)) (T, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	answers := make(chan Result[T], len(ask))
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel(errors.New("another was faster"))
	for i, f := range ask {
		wg.Go(func() {
			timer := time.NewTimer(time.Duration(i) * after)
			defer timer.Stop()
			r := Result[T]{}
			select {
			case <-timer.C:
				r.Value, r.Err = f(ctx)
			case <-ctx.Done():
				r.Err = context.Cause(ctx)
			}
			answers <- r
		})
	}
	var errs []error
	for range ask {
		r := <-answers
		if r.Err == nil {
			return r.Value, nil
		}
		errs = append(errs, r.Err)
	}
	slices.SortFunc(errs, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return *new(T), errors.Join(errs...)
}

// Broadcast gives each subscriber all that is sent; the slow ones lose the oldest.
type Broadcast[T any] struct {
	mu    sync.RWMutex
	to    map[int]chan T
	lost  map[int]int
	count int
}

func (b *Broadcast[T]) Subscribe(room int) (<-chan T, func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.to == nil {
		b.to, b.lost = map[int]chan T{}, map[int]int{}
	}
	id, ch := b.count, make(chan T, room)
	b.to[id] = ch
	b.count++
	return ch, sync.OnceFunc(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		close(ch)
		delete(b.to, id)
	})
}

func (b *Broadcast[T]) Send(v T) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for id, ch := range b.to {
		for sent := false; !sent; {
			select {
			case ch <- v:
				sent = true
			default:
				select {
				case <-ch:
					b.lost[id]++
				default:
				}
			}
		}
	}
}

type requestKey struct{}

func groups() {
	ctx := context.WithValue(context.Background(), requestKey{}, "r-17")
	for _, bad := range []string{"", "error", "panic", "runtime", "exit"} {
		g, ctx := NewGroup(ctx, 3)
		var done, stopped atomic.Int32
		for i := range 8 {
			g.Go(fmt.Sprintf("task %d of %v", i, ctx.Value(requestKey{})), func() error {
				if i == 5 {
					switch bad {
					case "error":
						return fmt.Errorf("task %d: %w", i, io.ErrUnexpectedEOF)
					case "panic":
						panic(io.ErrClosedPipe)
					case "runtime":
						var m map[string]int
						m["x"]++
					case "exit":
						runtime.Goexit()
					}
				}
				if i < 5 || bad == "" {
					done.Add(1)
					return nil
				}
				<-ctx.Done()
				stopped.Add(1)
				return context.Cause(ctx)
			})
		}
		err := g.Wait()
		fmt.Printf("%-8q %v; %v; done %d, stopped %d, peak at most 3 %t\n", bad, err, context.Cause(ctx), done.Load(), stopped.Load(), g.peak.Load() <= 3)
		var p *panicked
		var r runtime.Error
		fmt.Println("  ", errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.ErrClosedPipe), errors.As(err, &p), errors.As(err, &r), ctx.Err())
	}
}

func semaphores() {
	w := &Weighted{free: 10}
	var inUse, most atomic.Int64
	var wg sync.WaitGroup
	for i := range 30 {
		wg.Go(func() {
			n := i%7 + 1
			if err := w.Acquire(context.Background(), n); err != nil {
				panic(err)
			}
			now := inUse.Add(int64(n))
			for m := most.Load(); now > m && !most.CompareAndSwap(m, now); m = most.Load() {
			}
			runtime.Gosched()
			inUse.Add(-int64(n))
			w.Release(n)
		})
	}
	wg.Wait()
	fmt.Println("weights", w.free, inUse.Load(), most.Load() <= 10)
	w.Acquire(context.Background(), 8)
	ctx, cancel := context.WithTimeoutCause(context.Background(), time.Millisecond, errTooMuch)
	defer cancel()
	late := make(chan error, 1)
	err := w.Acquire(ctx, 5)
	go func() { late <- w.Acquire(context.Background(), 2) }()
	fmt.Println(err, errors.Is(err, errTooMuch), ctx.Err(), <-late, w.free, len(w.waiting))
}

func pipelines() {
	words := strings.FieldsSeq("one two three four five six seven eight nine ten eleven twelve")
	length := func(_ context.Context, s string) (int, error) {
		if strings.HasPrefix(s, "e") {
			return len(s), fmt.Errorf("%s begins with a vowel", s)
		}
		return len(s), nil
	}
	byLength := map[int][]string{}
	var errs []error
	for w, r := range Map(context.Background(), 4, words, length) {
		if r.Err != nil {
			errs = append(errs, r.Err)
			continue
		}
		byLength[r.Value] = append(byLength[r.Value], w)
	}
	fmt.Println(byLength, errors.Join(errs...))

	naturals := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
	square := func(_ context.Context, n int) (int, error) { return n * n, nil }
	squares := func(yield func(int) bool) {
		for _, r := range Map(context.Background(), 3, naturals, square) {
			if !yield(r.Value) {
				return
			}
		}
	}
	for n, r := range Map(context.Background(), 2, squares, func(_ context.Context, n int) (string, error) { return fmt.Sprintf("<%d>", n), nil }) {
		fmt.Print(n, r.Value, " ")
		if n > 50 {
			break
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	seen := 0
	for n, r := range Map(ctx, 3, naturals, func(ctx context.Context, n int) (int, error) {
		if n >= 20 {
			<-ctx.Done()
		}
		return n, ctx.Err()
	}) {
		if r.Err == nil && r.Value != n {
			panic("out of order")
		}
		if seen++; seen == 20 {
			cancel()
		}
	}
	fmt.Println(seen >= 20, ctx.Err())
}

func hedges() {
	answer := func(name string, err error) func(context.Context) (string, error) {
		return func(ctx context.Context) (string, error) {
			if name == "never" {
				<-ctx.Done()
				return "", context.Cause(ctx)
			}
			return name, err
		}
	}
	fmt.Println(First(context.Background(), time.Microsecond, answer("never", nil), answer("b", errors.New("b is down")), answer("c", nil)))
	_, err := First(context.Background(), 0, answer("a", errors.New("a is down")), answer("b", errors.New("b is down")))
	fmt.Printf("%q\n", err)
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	n, err := First(ctx, time.Hour, func(ctx context.Context) (int, error) { <-ctx.Done(); return 0, ctx.Err() })
	fmt.Println(n, err, errors.Is(err, context.DeadlineExceeded))
}

func contexts() {
	type key int
	base := context.WithValue(context.Background(), key(1), "one")
	parent, cancel := context.WithCancelCause(base)
	child := context.WithValue(parent, key(2), 2)
	free := context.WithoutCancel(child)
	ran := make(chan string, 3)
	stopA := context.AfterFunc(child, func() { ran <- fmt.Sprint("a after ", context.Cause(child)) })
	stopB := context.AfterFunc(parent, func() { ran <- "b" })
	fmt.Println(stopB(), stopB(), parent)
	cancel(fmt.Errorf("wrapped: %w", io.EOF))
	cancel(errors.New("too late"))
	fmt.Println(<-ran, stopA(), len(ran), errors.Is(context.Cause(child), io.EOF), child.Err(), free.Err())
	fmt.Println(free.Value(key(1)), free.Value(key(2)), free.Value(1), free.Done() == nil)
	fmt.Println(child)
	<-child.Done()
	_, ok := parent.Deadline()
	late, stop := context.WithDeadlineCause(base, time.Unix(1, 0), errors.New("long ago"))
	defer stop()
	fmt.Println(ok, late.Err(), context.Cause(late))
}

func broadcasts() {
	var b Broadcast[int]
	all, leave := b.Subscribe(100)
	few, leaveFew := b.Subscribe(3)
	early, leaveEarly := b.Subscribe(100)
	sums := make(chan int)
	for _, ch := range []<-chan int{all, few, early} {
		if cap(ch) < 100 {
			continue
		}
		go func() {
			sum := 0
			for v := range ch {
				sum += v
			}
			sums <- sum
		}()
	}
	for i := range 50 {
		b.Send(i)
		if i == 9 {
			leaveEarly()
			leaveEarly()
		}
	}
	leave()
	got := []int{<-sums, <-sums}
	leaveFew()
	for v := range few {
		got = append(got, v)
	}
	slices.SortFunc(got, func(a, b int) int { return -cmp.Compare(a, b) })
	fmt.Println(got, b.lost, slices.Collect(maps.Keys(b.to)))
}

func main() {
	before := runtime.NumGoroutine()
	for _, part := range []func(){groups, semaphores, pipelines, hedges, contexts, broadcasts} {
		part()
	}
	for runtime.NumGoroutine() > before {
		runtime.Gosched()
	}
	fmt.Println("no goroutine left")
}

// Output:
// ""       <nil>; context canceled; done 8, stopped 0, peak at most 3 true
//    false false false false context canceled
// "error"  task 5: unexpected EOF; task 5: unexpected EOF; done 5, stopped 2, peak at most 3 true
//    true false false false context canceled
// "panic"  panic in task 5 of r-17: io: read/write on closed pipe; panic in task 5 of r-17: io: read/write on closed pipe; done 5, stopped 2, peak at most 3 true
//    false true true false context canceled
// "runtime" panic in task 5 of r-17: assignment to entry in nil map; panic in task 5 of r-17: assignment to entry in nil map; done 5, stopped 2, peak at most 3 true
//    false false true true context canceled
// "exit"   task 5 of r-17 called Goexit; task 5 of r-17 called Goexit; done 5, stopped 2, peak at most 3 true
//    false false false false context canceled
// weights 10 0 true
// acquire 5: more than there is true context deadline exceeded <nil> 0 0
// map[3:[one two six ten] 4:[four five nine] 5:[three seven] 6:[twelve]] eight begins with a vowel
// eleven begins with a vowel
// 0<0> 1<1> 4<4> 9<9> 16<16> 25<25> 36<36> 49<49> 64<64> true context canceled
// c <nil>
// "a is down\nb is down"
// 0 context deadline exceeded true
// true false context.Background.WithValue(main.key, one).WithCancel
// a after wrapped: EOF false 0 true context canceled <nil>
// one 2 <nil> true
// context.Background.WithValue(main.key, one).WithCancel.WithValue(main.key, int)
// false context deadline exceeded long ago
// [1225 49 48 47 45] map[1:47] []
// no goroutine left
