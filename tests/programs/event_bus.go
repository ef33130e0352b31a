// run

// Publish and subscribe: topics with wildcards, typed handlers through generics, subscribers that fall behind, unsubscribing from
// inside a handler, ordered delivery per subscriber.
package main

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

type Event interface{ Topic() string }

type (
	base        struct{ topic string }
	OrderPlaced struct {
		base
		ID    int
		Total float64
	}
	UserJoined struct {
		*base
		Name string
		Tags map[string]bool
	}
	Tick uint16
)

func (b base) Topic() string  { return b.topic }
func (Tick) Topic() string    { return "clock.tick" }
func (t Tick) String() string { return fmt.Sprintf("tick#%03d", uint16(t)) }

type subscription struct {
	pattern []string
	queue   chan Event
	handler func(Event)
	dropped atomic.Int32
	once    sync.Once
	bus     *Bus
	id      int
}

type Bus struct {
	mu   sync.RWMutex
	subs map[int]*subscription
	next int
	wg   sync.WaitGroup
}

func NewBus() *Bus { return &Bus{subs: make(map[int]*subscription)} }

func matches(pattern, topic []string) bool {
	switch {
	case len(pattern) == 0:
		return len(topic) == 0
	case pattern[0] == "#":
		return true
	case len(topic) == 0:
		return false
	}
	return (pattern[0] == "*" || pattern[0] == topic[0]) && matches(pattern[1:], topic[1:])
}

func Subscribe[E Event](b *Bus, pattern string, buffer int, handle func(E)) (cancel func()) {
	s := &subscription{pattern: strings.Split(pattern, "."), queue: make(chan Event, buffer), bus: b}
	s.handler = func(e Event) {
		if typed, ok := e.(E); ok {
			handle(typed)
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next++
	s.id = b.next
	b.subs[s.id] = s
	b.wg.Go(func() {
		for e := range s.queue {
			s.handler(e)
		}
	})
	return s.cancel
}

func (s *subscription) cancel() {
	s.once.Do(func() {
		s.bus.mu.Lock()
		defer s.bus.mu.Unlock()
		delete(s.bus.subs, s.id)
		close(s.queue)
	})
}

func (b *Bus) Publish(events ...Event) (delivered int) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, e := range events {
		topic := strings.Split(e.Topic(), ".")
		for _, id := range slices.Sorted(maps.Keys(b.subs)) {
			s := b.subs[id]
			if !matches(s.pattern, topic) {
				continue
			}
			select {
			case s.queue <- e:
				delivered++
			default:
				s.dropped.Add(1)
			}
		}
	}
	return
}

func (b *Bus) Close() {
	b.mu.RLock()
	subs := slices.Collect(maps.Values(b.subs))
	b.mu.RUnlock()
	for _, s := range subs {
		s.cancel()
	}
	b.wg.Wait()
}

type recorder[E any] struct {
	sync.Mutex
	got []E
}

func (r *recorder[E]) add(e E) {
	defer r.Unlock()
	r.Lock()
	r.got = append(r.got, e)
}

func kinds(events []Event) (out []string) {
	for _, e := range events {
		out = append(out, reflect.TypeOf(e).String())
	}
	return
}

func main() {
	bus := NewBus()
	var orders recorder[OrderPlaced]
	var everything recorder[Event]
	var ticks recorder[fmt.Stringer]
	Subscribe(bus, "shop.orders.*", 100, orders.add)
	Subscribe(bus, "#", 100, everything.add)
	cancelTicks := Subscribe(bus, "clock.*", 100, func(t Tick) { ticks.add(t) })
	Subscribe(bus, "*.*", 100, func(s interface {
		Event
		fmt.Stringer
	}) {
		ticks.add(s)
	})

	n := bus.Publish(
		OrderPlaced{base{"shop.orders.eu"}, 1, 9.5},
		UserJoined{&base{"users.new"}, "ann", map[string]bool{"admin": true}},
		Tick(7),
		&OrderPlaced{base{"shop.orders.us"}, 2, 1},
		OrderPlaced{base: base{"shop.orders.us"}, ID: 3},
	)
	fmt.Println("delivered", n)

	// A subscriber whose queue is full loses events and blocks nobody.
	gate := make(chan struct{})
	entered := make(chan struct{}, 1)
	var seen atomic.Int32
	Subscribe(bus, "slow", 2, func(base) {
		select {
		case entered <- struct{}{}:
		default:
		}
		<-gate
		seen.Add(1)
	})
	slow := bus.subs[bus.next]
	bus.Publish(base{"slow"})
	<-entered
	for range 5 {
		bus.Publish(base{"slow"})
	}
	fmt.Println("dropped", slow.dropped.Load(), len(slow.queue), cap(slow.queue))
	close(gate)

	// Unsubscribing twice, also from within a handler.
	self := make(chan func(), 1)
	var calls atomic.Int32
	done := make(chan bool)
	self <- Subscribe(bus, "self", 10, func(Event) {
		if calls.Add(1) == 1 {
			cancel := <-self
			go func() { cancel(); cancel(); close(done) }()
			<-done
		}
	})
	fmt.Println(bus.Publish(base{"self"}))
	<-done
	fmt.Println(bus.Publish(base{"self"}))
	cancelTicks()
	fmt.Println(bus.Publish(Tick(8)), len(bus.subs))

	bus.Close()
	bus.Close()
	fmt.Println(seen.Load(), calls.Load(), len(bus.subs))
	for _, o := range orders.got {
		fmt.Printf("%+v\n", o)
	}
	fmt.Println(kinds(everything.got))
	slices.SortFunc(ticks.got, func(a, b fmt.Stringer) int { return strings.Compare(a.String(), b.String()) })
	fmt.Println(ticks.got)
	fmt.Printf("%v %T\n", everything.got[1].(UserJoined).Tags, everything.got[1].(UserJoined).base)

	// Publishers and a subscriber that comes and goes, at once.
	bus = NewBus()
	var total atomic.Int64
	var wg sync.WaitGroup
	Subscribe(bus, "n", 1000, func(t numbered) { total.Add(int64(t.n)) })
	for p := range 4 {
		wg.Go(func() {
			for i := range 50 {
				if i%10 == 0 {
					defer Subscribe(bus, fmt.Sprint("extra.", p, ".", i), 1, func(Event) {})()
				}
				bus.Publish(numbered{base{"n"}, p*50 + i})
			}
		})
	}
	wg.Wait()
	bus.Close()
	fmt.Println(total.Load(), 199*200/2)
}

type numbered struct {
	base
	n int
}

// Output:
// delivered 11
// dropped 3 2 2
// 2
// 1
// 2 4
// 3 1 0
// {base:{topic:shop.orders.eu} ID:1 Total:9.5}
// {base:{topic:shop.orders.us} ID:3 Total:0}
// [main.OrderPlaced main.UserJoined main.Tick *main.OrderPlaced main.OrderPlaced main.base main.base main.base main.base main.base main.base main.base main.base main.Tick]
// [tick#007 tick#007 tick#008]
// map[admin:true] *main.base
// 19900 19900
