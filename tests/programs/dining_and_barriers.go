// run

// Synchronisation built by hand: philosophers with ordered forks, a cyclic barrier and a counting semaphore on Cond, a read-write lock
// that prefers writers, a latch, a bounded blocking queue; each with an invariant that no schedule may break.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type Semaphore struct {
	mu   sync.Mutex
	cond *sync.Cond
	free int
}

func NewSemaphore(n int) *Semaphore {
	s := &Semaphore{free: n}
	s.cond = sync.NewCond(&s.mu)
	return s
}

func (s *Semaphore) With(n int, f func()) {
	s.mu.Lock()
	for s.free < n {
		s.cond.Wait()
	}
	s.free -= n
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		s.free += n
		s.mu.Unlock()
		s.cond.Broadcast()
	}()
	f()
}

type Barrier struct {
	sync.Locker
	cond              *sync.Cond
	parties, waiting  int
	generation, trips int
	action            func(int)
}

func NewBarrier(parties int, action func(int)) *Barrier {
	b := &Barrier{Locker: new(sync.Mutex), parties: parties, action: action}
	b.cond = sync.NewCond(b)
	return b
}

func (b *Barrier) Await() (leader bool) {
	b.Lock()
	defer b.Unlock()
	generation := b.generation
	if b.waiting++; b.waiting == b.parties {
		b.waiting = 0
		b.generation++
		b.action(b.generation)
		b.cond.Broadcast()
		return true
	}
	for generation == b.generation {
		b.cond.Wait()
	}
	return false
}

type WriterFirst struct {
	mu             sync.Mutex
	can            sync.Cond
	readers        int
	writing        bool
	waitingToWrite int
	maxReaders     int
}

func (l *WriterFirst) init() *WriterFirst { l.can.L = &l.mu; return l }

func (l *WriterFirst) Read(f func()) {
	l.mu.Lock()
	for l.writing || l.waitingToWrite > 0 {
		l.can.Wait()
	}
	l.readers++
	l.maxReaders = max(l.maxReaders, l.readers)
	l.mu.Unlock()
	f()
	l.mu.Lock()
	l.readers--
	l.mu.Unlock()
	l.can.Broadcast()
}

func (l *WriterFirst) Write(f func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.waitingToWrite++
	for l.writing || l.readers > 0 {
		l.can.Wait()
	}
	l.waitingToWrite--
	l.writing = true
	l.mu.Unlock()
	f()
	l.mu.Lock()
	l.writing = false
	l.can.Broadcast()
}

type Queue[T any] struct {
	mu                sync.Mutex
	notFull, notEmpty *sync.Cond
	ring              []T
	head, n           int
	closed            bool
}

func NewQueue[T any](size int) *Queue[T] {
	q := &Queue[T]{ring: make([]T, size)}
	q.notFull, q.notEmpty = sync.NewCond(&q.mu), sync.NewCond(&q.mu)
	return q
}

func (q *Queue[T]) Put(v T) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.n == len(q.ring) && !q.closed {
		q.notFull.Wait()
	}
	if q.closed {
		return false
	}
	q.ring[(q.head+q.n)%len(q.ring)] = v
	q.n++
	q.notEmpty.Signal()
	return true
}

func (q *Queue[T]) Take() (v T, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.n == 0 {
		if q.closed {
			return v, false
		}
		q.notEmpty.Wait()
	}
	v, q.ring[q.head] = q.ring[q.head], v
	q.head = (q.head + 1) % len(q.ring)
	q.n--
	q.notFull.Signal()
	return v, true
}

func (q *Queue[T]) Close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.notEmpty.Broadcast()
	q.notFull.Broadcast()
}

func philosophers() {
	const n = 5
	var forks [n]sync.Mutex
	var eating [n]atomic.Bool
	var meals [n]int
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			left, right := i, (i+1)%n
			first, second := &forks[min(left, right)], &forks[max(left, right)]
			for range 20 {
				first.Lock()
				runtime.Gosched()
				second.Lock()
				eating[i].Store(true)
				if eating[(i+1)%n].Load() || eating[(i+n-1)%n].Load() {
					panic("neighbours eat at once")
				}
				meals[i]++
				eating[i].Store(false)
				second.Unlock()
				first.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println("meals", meals)
}

func main() {
	philosophers()

	// Phases of a computation: everyone sees everyone's results of the phase before.
	const parties = 6
	var cells, next [parties]int
	for i := range cells {
		cells[i] = i * i
	}
	phases := []string{}
	barrier := NewBarrier(parties, func(g int) {
		cells = next
		phases = append(phases, fmt.Sprint(g, cells))
	})
	var leaders atomic.Int32
	var wg sync.WaitGroup
	for i := range parties {
		wg.Go(func() {
			for range 4 {
				next[i] = cells[(i+parties-1)%parties] + cells[(i+1)%parties]
				if barrier.Await() {
					leaders.Add(1)
				}
			}
		})
	}
	wg.Wait()
	for _, p := range phases {
		fmt.Println(p)
	}
	fmt.Println("leaders", leaders.Load())

	sem := NewSemaphore(5)
	var used, peak atomic.Int32
	for i := range 12 {
		wg.Go(func() {
			n := i%3 + 1
			for range 10 {
				sem.With(n, func() {
					now := used.Add(int32(n))
					for old := peak.Load(); now > old && !peak.CompareAndSwap(old, now); old = peak.Load() {
					}
					runtime.Gosched()
					used.Add(int32(-n))
				})
			}
		})
	}
	wg.Wait()
	fmt.Println("semaphore", sem.free, used.Load(), peak.Load() <= 5 && peak.Load() > 0)

	lock := new(WriterFirst).init()
	shared := map[int]int{}
	for w := range 3 {
		wg.Go(func() {
			for i := range 20 {
				lock.Write(func() { shared[i]++; shared[-1-w] = i })
			}
		})
	}
	for range 5 {
		wg.Go(func() {
			last := 0
			for range 20 {
				lock.Read(func() {
					sum := 0
					for k, v := range shared {
						if k >= 0 {
							sum += v
						}
					}
					if sum < last {
						panic("went back")
					}
					last = sum
				})
			}
		})
	}
	wg.Wait()
	fmt.Println(len(shared), shared[0], shared[19], shared[-3], lock.readers, lock.writing)

	q := NewQueue[*int](3)
	var sum, count atomic.Int64
	var producers, consumers sync.WaitGroup
	for p := range 4 {
		producers.Go(func() {
			for i := range 25 {
				v := p*25 + i
				q.Put(&v)
			}
		})
	}
	for range 3 {
		consumers.Go(func() {
			for v, ok := q.Take(); ok; v, ok = q.Take() {
				sum.Add(int64(*v))
				count.Add(1)
			}
		})
	}
	producers.Wait()
	q.Close()
	consumers.Wait()
	fmt.Println(sum.Load(), count.Load(), q.Put(nil), q.n)

	once := sync.OnceValues(func() (int, error) { time.Sleep(time.Millisecond); return int(count.Add(1)), nil })
	var seen sync.Map
	for range 10 {
		wg.Go(func() { v, _ := once(); seen.Store(v, true) })
	}
	wg.Wait()
	seen.Range(func(k, v any) bool { fmt.Println("once", k, v); return true })
	broken := sync.OnceFunc(func() { panic("once and again") })
	for range 2 {
		func() {
			defer func() { fmt.Println(recover()) }()
			broken()
		}()
	}
}

// Output:
// meals [20 20 20 20 20]
// 1 [26 4 10 20 34 16]
// 2 [20 36 24 44 36 60]
// 3 [96 44 80 60 104 56]
// 4 [100 176 104 184 116 200]
// leaders 4
// semaphore 5 0 true
// 23 3 3 19 0 false
// 4950 100 false 0
// once 101 true
// once and again
// once and again
