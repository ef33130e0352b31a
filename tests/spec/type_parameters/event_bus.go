// run

package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"
)

type Handler[E any] interface {
	Handle(E) error
}

type HandlerFunc[E any] func(E) error

func (f HandlerFunc[E]) Handle(e E) error { return f(e) }

type topic[E any] struct {
	mu       sync.Mutex
	handlers map[int]Handler[E]
	next     int
	history  []E
}

type Bus struct {
	topics map[any]any
}

type key[E any] struct{}

func topicOf[E any](b *Bus) *topic[E] {
	if b.topics == nil {
		b.topics = map[any]any{}
	}
	t, ok := b.topics[key[E]{}].(*topic[E])
	if !ok {
		t = &topic[E]{handlers: map[int]Handler[E]{}}
		b.topics[key[E]{}] = t
	}
	return t
}

func Subscribe[E any](b *Bus, h Handler[E]) (cancel func()) {
	t := topicOf[E](b)
	t.mu.Lock()
	defer t.mu.Unlock()
	id := t.next
	t.next++
	t.handlers[id] = h
	return func() { delete(t.handlers, id) }
}

func Publish[E any](b *Bus, e E) (errs []error) {
	t := topicOf[E](b)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.history = append(t.history, e)
	ids := make([]int, 0, len(t.handlers))
	for id := range t.handlers {
		ids = append(ids, id)
	}
	sort.Ints(ids)
	for _, id := range ids {
		if err := t.handlers[id].Handle(e); err != nil {
			errs = append(errs, fmt.Errorf("handler %d of %T: %w", id, e, err))
		}
	}
	return
}

type UserCreated struct {
	Name string
	Age  int
}
type Deleted[T any] struct{ Old T }

type counter[E any] struct{ n int }

func (c *counter[E]) Handle(E) error { c.n++; return nil }

type chanHandler[E any] chan<- E

func (c chanHandler[E]) Handle(e E) error {
	select {
	case c <- e:
		return nil
	default:
		return fmt.Errorf("full: %v", e)
	}
}

func collect[E any](n int, c <-chan E) (all []E) {
	for e := range c {
		all = append(all, e)
		if len(all) == n {
			break
		}
	}
	return
}

func main() {
	bus := &Bus{}
	var log []string
	cancel := Subscribe(bus, HandlerFunc[UserCreated](func(u UserCreated) error {
		log = append(log, "created "+u.Name)
		if u.Age < 0 {
			return fmt.Errorf("age %d", u.Age)
		}
		return nil
	}))
	users := &counter[UserCreated]{}
	Subscribe[UserCreated](bus, users)
	Subscribe(bus, HandlerFunc[Deleted[UserCreated]](func(d Deleted[UserCreated]) error {
		log = append(log, "deleted "+d.Old.Name)
		return nil
	}))
	Subscribe(bus, HandlerFunc[Deleted[int]](func(d Deleted[int]) error {
		log = append(log, fmt.Sprint("deleted number ", d.Old))
		return nil
	}))
	fmt.Println(Publish(bus, UserCreated{"ann", 30}), Publish(bus, UserCreated{"bob", -1}))
	cancel()
	Publish(bus, UserCreated{"cid", -2})
	Publish(bus, Deleted[UserCreated]{UserCreated{"ann", 30}})
	Publish(bus, Deleted[int]{7})
	Publish(bus, "nobody listens")
	fmt.Println(strings.Join(log, ", "), users.n, len(bus.topics))
	fmt.Printf("%T %+v\n", topicOf[Deleted[int]](bus), topicOf[UserCreated](bus).history)

	numbers := make(chan int, 3)
	Subscribe[int](bus, chanHandler[int](numbers))
	var errs []error
	for i := range 5 {
		errs = append(errs, Publish(bus, i*i)...)
	}
	fmt.Println(collect(3, numbers), errs)

	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			Publish(bus, fmt.Sprint("message ", i))
		}()
	}
	wg.Wait()
	history := topicOf[string](bus).history
	slices.Sort(history)
	fmt.Println(history)
}

// Output:
// [] [handler 0 of main.UserCreated: age -1]
// created ann, created bob, deleted ann, deleted number 7 3 4
// *main.topic[main.Deleted[int]] [{Name:ann Age:30} {Name:bob Age:-1} {Name:cid Age:-2}]
// [0 1 4] [handler 0 of int: full: 9 handler 0 of int: full: 16]
// [message 0 message 1 message 2 message 3 nobody listens]
