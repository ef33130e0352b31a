// Package context: deadlines, cancellation and values that go along with a request.
//
// Goroutines run on one thread and change only at calls and loops; what must not be torn apart here has neither, so
// there are no locks. Sizes are Go's.
package context

import (
	"errors"
	"internal/abi"
	"time"
)

// Context carries a deadline, a cancellation and values.
type Context interface {
	// Deadline returns when the context is canceled by time; ok is false if it is not.
	Deadline() (deadline time.Time, ok bool)
	// Done returns a channel that is closed on cancellation; nil if there will be none.
	Done() <-chan struct{}
	// Err returns nil until Done is closed, then why: Canceled or DeadlineExceeded.
	Err() error
	// Value returns the value of key, nil if there is none.
	Value(key any) any
}

// Canceled is the error of a context that was canceled, but not by its deadline.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error of a context whose deadline has passed.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background returns a context without deadline, cancellation and values.
func Background() Context { return backgroundCtx{} }

// TODO returns what Background does; for code that has no context yet.
func TODO() Context { return todoCtx{} }

type stringer interface{ String() string }

func nameOf(c Context) string {
	if s, ok := c.(stringer); ok {
		return s.String()
	}
	return abi.TypeOf(c).String()
}

func checkParent(parent Context) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
}

// WithoutCancel returns a context with the values of parent only.
func WithoutCancel(parent Context) Context {
	checkParent(parent)
	return withoutCancelCtx{parent}
}

type withoutCancelCtx struct{ c Context }

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any                     { return search(c, key) }
func (c withoutCancelCtx) String() string                        { return nameOf(c.c) + ".WithoutCancel" }

// WithValue returns a context in which key has the value val.
func WithValue(parent Context, key, val any) Context {
	checkParent(parent)
	if key == nil {
		panic("nil key")
	}
	if !abi.TypeOf(key).IsComparable() {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

type valueCtx struct {
	Context
	key, val any
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return search(c.Context, key)
}

func (c *valueCtx) String() string {
	return nameOf(c.Context) + ".WithValue(" + textOf(c.key) + ", " + textOf(c.val) + ")"
}

func textOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "<nil>"
	case stringer:
		return v.String()
	case string:
		return v
	}
	return abi.TypeOf(v).String()
}

// search looks for key from c outward, in a loop while the contexts are of this package.
func search(c Context, key any) any {
	for {
		switch at := c.(type) {
		case *valueCtx:
			if at.key == key {
				return at.val
			}
			c = at.Context
		case *cancelCtx:
			if key == &cancelCtxKey {
				return at
			}
			c = at.Context
		case *timerCtx:
			if key == &cancelCtxKey {
				return &at.cancelCtx
			}
			c = at.Context
		case withoutCancelCtx:
			if key == &cancelCtxKey {
				return nil
			}
			c = at.c
		case backgroundCtx, todoCtx:
			return nil
		default:
			return c.Value(key)
		}
	}
}
