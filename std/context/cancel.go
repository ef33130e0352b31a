package context

import "sync"

// CancelFunc cancels a context; all calls but the first do nothing.
type CancelFunc func()

// CancelCauseFunc cancels a context and says why.
type CancelCauseFunc func(cause error)

// WithCancel returns a context that is canceled by cancel, or with parent.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := newCancelCtx(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithCancelCause is WithCancel with a cause that Cause returns.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := newCancelCtx(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

// Cause returns why c was canceled, nil if it was not: the cause given, else c.Err().
func Cause(c Context) error {
	err := c.Err()
	if err == nil {
		return nil
	}
	if at, ok := c.Value(&cancelCtxKey).(*cancelCtx); ok && at.cause != nil {
		return at.cause
	}
	return err
}

// AfterFunc has f called in a goroutine of its own once ctx is canceled; stop takes that back and returns whether
// it did.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.attach(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(true, Canceled, nil)
		}
		return stopped
	}
}

type afterFuncCtx struct {
	cancelCtx
	once sync.Once // starts f, or stops it from being started
	f    func()
}

func (a *afterFuncCtx) cancel(detach bool, err, cause error) {
	a.cancelCtx.cancel(false, err, cause)
	if detach {
		detachFrom(a.Context, a)
	}
	a.once.Do(func() { go a.f() })
}

// canceler is a context that is canceled with its parent.
type canceler interface {
	cancel(detach bool, err, cause error)
	Done() <-chan struct{}
}

// cancelCtxKey is the key whose value is the nearest *cancelCtx.
var cancelCtxKey int

var closedChannel = make(chan struct{})

func init() { close(closedChannel) }

type cancelCtx struct {
	Context
	_        uint64
	done     chan struct{} // made when asked for
	_        uintptr
	children map[canceler]struct{} // nil once canceled
	err      error                 // nil until canceled
	cause    error
}

func newCancelCtx(parent Context) *cancelCtx {
	checkParent(parent)
	c := &cancelCtx{}
	c.attach(parent, c)
	return c
}

func (c *cancelCtx) Value(key any) any {
	if key == &cancelCtxKey {
		return c
	}
	return search(c.Context, key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	if c.done == nil {
		c.done = make(chan struct{})
	}
	return c.done
}

func (c *cancelCtx) Err() error { return c.err }

func (c *cancelCtx) String() string { return nameOf(c.Context) + ".WithCancel" }

// nearest returns the *cancelCtx that is behind parent, unless something else has wrapped it with its own channel.
func nearest(parent Context) *cancelCtx {
	done := parent.Done()
	if done == nil || done == closedChannel {
		return nil
	}
	p, ok := parent.Value(&cancelCtxKey).(*cancelCtx)
	if !ok || p.done != done {
		return nil
	}
	return p
}

// attach has child, of which c is a part, canceled with parent.
func (c *cancelCtx) attach(parent Context, child canceler) {
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return // never canceled
	}
	select {
	case <-done:
		child.cancel(false, parent.Err(), Cause(parent))
		return
	default:
	}
	if p := nearest(parent); p != nil {
		if p.err == nil {
			if p.children == nil {
				p.children = make(map[canceler]struct{})
			}
			p.children[child] = struct{}{}
		} else {
			child.cancel(false, p.err, p.cause)
		}
		return
	}
	if a, ok := parent.(interface{ AfterFunc(func()) func() bool }); ok {
		stop := a.AfterFunc(func() { child.cancel(false, parent.Err(), Cause(parent)) })
		c.Context = stopCtx{parent, stop}
		return
	}
	go func() {
		select {
		case <-parent.Done():
			child.cancel(false, parent.Err(), Cause(parent))
		case <-child.Done():
		}
	}()
}

// stopCtx is a parent that calls the child's cancel through AfterFunc of its own.
type stopCtx struct {
	Context
	stop func() bool
}

func detachFrom(parent Context, child canceler) {
	if s, ok := parent.(stopCtx); ok {
		s.stop()
	} else if p := nearest(parent); p != nil {
		delete(p.children, child)
	}
}

func (c *cancelCtx) cancel(detach bool, err, cause error) {
	if c.err != nil {
		return
	}
	if cause == nil {
		cause = err
	}
	c.err, c.cause = err, cause
	if c.done == nil {
		c.done = closedChannel
	} else {
		close(c.done)
	}
	children := c.children
	c.children = nil
	for child := range children {
		child.cancel(false, err, cause)
	}
	if detach {
		detachFrom(c.Context, c)
	}
}
