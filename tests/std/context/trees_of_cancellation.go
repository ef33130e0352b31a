// run
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string

type other struct{ n int }

func (o other) String() string { return fmt.Sprint("other ", o.n) }

func state(name string, c context.Context) {
	select {
	case <-c.Done():
		fmt.Println(name, "done:", c.Err(), "/", context.Cause(c))
	default:
		fmt.Println(name, "alive:", c.Err(), context.Cause(c))
	}
}

// wrapped is a context of the program's own.
type wrapped struct {
	context.Context
	done chan struct{}
}

func (w wrapped) Done() <-chan struct{} { return w.done }
func (w wrapped) Err() error {
	select {
	case <-w.done:
		return errors.New("wrapped is done")
	default:
		return nil
	}
}

func try(f func()) {
	defer func() { fmt.Println("recovered", recover()) }()
	f()
}

func main() {
	root, cancel := context.WithCancel(context.Background())
	child, cancelChild := context.WithCancelCause(root)
	value := context.WithValue(child, key("k"), 42)
	free := context.WithoutCancel(value)
	deadline, cancelDeadline := context.WithTimeout(value, time.Hour)
	defer cancelDeadline()
	fmt.Println(root)
	fmt.Println(child)
	fmt.Println(value)
	fmt.Println(free)
	fmt.Println(context.TODO(), context.WithValue(context.TODO(), other{1}, other{2}))
	fmt.Println(context.WithValue(root, key("nil"), nil))
	fmt.Println(value.Value(key("k")), deadline.Value(key("k")), free.Value(key("k")), value.Value("k"))
	_, ok := deadline.Deadline()
	fmt.Println(ok)

	var wg sync.WaitGroup
	wg.Add(1)
	stop := context.AfterFunc(value, func() { fmt.Println("after func"); wg.Done() })
	stop2 := context.AfterFunc(value, func() { fmt.Println("never") })
	fmt.Println(stop2(), stop2())

	state("value", value)
	cancelChild(errors.New("because"))
	cancelChild(errors.New("too late"))
	wg.Wait()
	fmt.Println(stop())
	state("root", root)
	state("child", child)
	state("value", value)
	state("deadline", deadline)
	state("free", free)
	late, cancelLate := context.WithCancel(value)
	state("late", late)
	cancelLate()
	cancel()
	state("root", root)

	timed, cancelTimed := context.WithTimeoutCause(context.Background(), 2*time.Millisecond, errors.New("slow"))
	inner, cancelInner := context.WithCancel(timed)
	<-inner.Done()
	state("timed", timed)
	state("inner", inner)
	cancelInner()
	cancelTimed()
	past, cancelPast := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	state("past", past)
	cancelPast()
	var err interface{ Timeout() bool }
	fmt.Println(errors.Is(past.Err(), context.DeadlineExceeded), errors.As(past.Err(), &err) && err.Timeout())

	w := wrapped{context.Background(), make(chan struct{})}
	below, cancelBelow := context.WithCancel(w)
	state("below", below)
	close(w.done)
	<-below.Done()
	state("below", below)
	cancelBelow()

	try(func() { context.WithCancel(nil) })
	try(func() { context.WithValue(context.Background(), nil, 1) })
	try(func() { context.WithValue(context.Background(), []int{}, 1) })
}

// Output:
// context.Background.WithCancel
// context.Background.WithCancel.WithCancel
// context.Background.WithCancel.WithCancel.WithValue(main.key, int)
// context.Background.WithCancel.WithCancel.WithValue(main.key, int).WithoutCancel
// context.TODO context.TODO.WithValue(other 1, other 2)
// context.Background.WithCancel.WithValue(main.key, <nil>)
// 42 42 42 <nil>
// true
// true false
// value alive: <nil> <nil>
// after func
// false
// root alive: <nil> <nil>
// child done: context canceled / because
// value done: context canceled / because
// deadline done: context canceled / because
// free alive: <nil> <nil>
// late done: context canceled / because
// root done: context canceled / context canceled
// timed done: context deadline exceeded / slow
// inner done: context deadline exceeded / slow
// past done: context deadline exceeded / context deadline exceeded
// true true
// below alive: <nil> <nil>
// below done: wrapped is done / wrapped is done
// recovered cannot create context from nil parent
// recovered nil key
// recovered key is not comparable
