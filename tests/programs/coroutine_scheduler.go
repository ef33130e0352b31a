// run

// Cooperative tasks on top of iter.Pull: a scheduler with priorities, sleeping on virtual time, channels of its own, generators that
// delegate to others, and cleanup of tasks that are stopped early.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

type Yield func(Request) bool

type Request interface{ apply(*Scheduler, *Task) }

type (
	Sleep int
	Pass  struct{}
	Put   struct {
		box   *Box
		value any
	}
	Take  struct{ box *Box }
	Spawn struct {
		name string
		body func(*Task, Yield)
	}
	Join struct{ task *Task }
)

type Box struct {
	items   []any
	waiting []*Task
}

type Task struct {
	name     string
	wake     int
	sequence int
	got      any
	next     func() (Request, bool)
	stop     func()
	finished bool
	joiners  []*Task
	err      error
}

type Scheduler struct {
	ready []*Task
	all   []*Task
	now   int
	seq   int
	trace strings.Builder
}

func (s *Scheduler) push(t *Task, delay int) {
	s.seq++
	t.wake, t.sequence = s.now+delay, s.seq
	at, _ := slices.BinarySearchFunc(s.ready, t, func(a, b *Task) int {
		return cmp.Or(cmp.Compare(a.wake, b.wake), cmp.Compare(a.sequence, b.sequence))
	})
	s.ready = slices.Insert(s.ready, at, t)
}

func (n Sleep) apply(s *Scheduler, t *Task) { s.push(t, int(n)) }
func (Pass) apply(s *Scheduler, t *Task)    { s.push(t, 0) }
func (p Put) apply(s *Scheduler, t *Task) {
	if len(p.box.waiting) > 0 {
		w := p.box.waiting[0]
		p.box.waiting = p.box.waiting[1:]
		w.got = p.value
		s.push(w, 0)
	} else {
		p.box.items = append(p.box.items, p.value)
	}
	s.push(t, 0)
}
func (k Take) apply(s *Scheduler, t *Task) {
	if len(k.box.items) == 0 {
		k.box.waiting = append(k.box.waiting, t)
		return
	}
	t.got = k.box.items[0]
	k.box.items = k.box.items[1:]
	s.push(t, 0)
}
func (n Spawn) apply(s *Scheduler, t *Task) {
	t.got = s.Go(n.name, n.body)
	s.push(t, 0)
}
func (j Join) apply(s *Scheduler, t *Task) {
	if j.task.finished {
		t.got = j.task.err
		s.push(t, 0)
		return
	}
	j.task.joiners = append(j.task.joiners, t)
}

func (s *Scheduler) Go(name string, body func(*Task, Yield)) *Task {
	t := &Task{name: name}
	t.next, t.stop = iter.Pull(func(yield func(Request) bool) { body(t, yield) })
	s.all = append(s.all, t)
	s.push(t, 0)
	return t
}

func (s *Scheduler) step(t *Task) {
	defer func() {
		if r := recover(); r != nil {
			t.err = fmt.Errorf("task %s at %d: %v", t.name, s.now, r)
			t.finished = true
		}
		if t.finished {
			for _, j := range t.joiners {
				j.got = t.err
				s.push(j, 0)
			}
		}
	}()
	r, ok := t.next()
	if !ok {
		t.finished = true
		return
	}
	r.apply(s, t)
}

func (s *Scheduler) Run(limit int) error {
	for len(s.ready) > 0 && s.ready[0].wake <= limit {
		t := s.ready[0]
		s.ready = slices.Delete(s.ready, 0, 1)
		s.now = max(s.now, t.wake)
		s.step(t)
	}
	var stuck []error
	for _, t := range s.all {
		if !t.finished {
			t.stop()
			stuck = append(stuck, fmt.Errorf("%s never finished", t.name))
		}
	}
	return errors.Join(stuck...)
}

func (s *Scheduler) say(format string, args ...any) {
	fmt.Fprintf(&s.trace, "[%3d] %s\n", s.now, fmt.Sprintf(format, args...))
}

type Tree[T any] struct {
	left, right *Tree[T]
	value       T
}

func (t *Tree[T]) Walk() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		var visit func(*Tree[T]) bool
		visit = func(t *Tree[T]) bool {
			if t == nil {
				return true
			}
			if !visit(t.left) || !yield(i, t.value) {
				return false
			}
			i++
			return visit(t.right)
		}
		visit(t)
	}
}

func build[T cmp.Ordered](values ...T) (root *Tree[T]) {
	for _, v := range values {
		at := &root
		for *at != nil {
			if v < (*at).value {
				at = &(*at).left
			} else {
				at = &(*at).right
			}
		}
		*at = &Tree[T]{value: v}
	}
	return
}

func same[T comparable](a, b *Tree[T]) (at int, equal bool) {
	nextA, stopA := iter.Pull2(a.Walk())
	defer stopA()
	nextB, stopB := iter.Pull2(b.Walk())
	defer stopB()
	for {
		i, x, okA := nextA()
		_, y, okB := nextB()
		if okA != okB || x != y {
			return i, false
		}
		if !okA {
			return i, true
		}
	}
}

func main() {
	s := &Scheduler{}
	box := &Box{}
	s.Go("producer", func(t *Task, yield Yield) {
		defer s.say("producer done")
		for i := range 4 {
			if !yield(Sleep(10)) || !yield(Put{box, fmt.Sprint("item", i)}) {
				return
			}
		}
		yield(Put{box, nil})
	})
	s.Go("consumer", func(t *Task, yield Yield) {
		defer s.say("consumer done")
		for yield(Take{box}) && t.got != nil {
			s.say("got %v", t.got)
			if !yield(Sleep(15)) {
				return
			}
		}
	})
	s.Go("parent", func(t *Task, yield Yield) {
		yield(Spawn{"child", func(c *Task, yield Yield) {
			for i := 3; ; i-- {
				s.say("child %d", 60/i)
				yield(Sleep(5))
			}
		}})
		child := t.got.(*Task)
		yield(Join{child})
		s.say("joined: %v", t.got)
		yield(Join{child})
		s.say("again: %v", t.got)
	})
	s.Go("stuck", func(t *Task, yield Yield) {
		defer s.say("stuck cleaned up")
		for yield(Take{&Box{}}) {
		}
		s.say("stuck told to stop")
	})
	s.Go("late", func(t *Task, yield Yield) {
		defer func() { s.say("late %v", recover()) }()
		for range 3 {
			if !yield(Sleep(1000)) {
				panic("stopped")
			}
		}
	})
	fmt.Println(s.Run(500))
	fmt.Print(s.trace.String())

	fmt.Println(same(build(5, 2, 8, 1, 9), build(9, 8, 5, 2, 1)))
	fmt.Println(same(build("b", "a", "d"), build("a", "b", "c")))
	fmt.Println(same(build[int](), build(1)))
	next, stop := iter.Pull2(build(3, 1, 2).Walk())
	fmt.Println(next())
	stop()
	stop()
	fmt.Println(next())

	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		next, _ := iter.Pull(func(yield func(int) bool) {
			yield(1)
			panic(errors.New("in the generator"))
		})
		fmt.Println(next())
		fmt.Println(next())
	}()
}

// Output:
// stuck never finished
// late never finished
// [  0] child 20
// [  5] child 30
// [ 10] child 60
// [ 10] got item0
// [ 15] joined: task child at 15: runtime error: integer divide by zero
// [ 15] again: task child at 15: runtime error: integer divide by zero
// [ 25] got item1
// [ 40] got item2
// [ 40] producer done
// [ 55] got item3
// [ 70] consumer done
// [ 70] stuck told to stop
// [ 70] stuck cleaned up
// [ 70] late stopped
// 0 true
// 2 false
// 0 false
// 0 1 true
// 0 0 false
// 1 true
// recovered in the generator
