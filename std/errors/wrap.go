package errors

import (
	"internal/abi"
	"unsafe"
)

// Unwrap returns what err wraps by a method Unwrap() error, else nil.
func Unwrap(err error) error {
	u, ok := err.(interface{ Unwrap() error })
	if !ok {
		return nil
	}
	return u.Unwrap()
}

// Is says whether err, or an error it wraps, is target.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, abi.TypeOf(target).IsComparable())
}

func is(err, target error, comparable bool) bool {
	for {
		if comparable && err == target {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, err := range x.Unwrap() {
				if is(err, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// As finds the first error in err's tree that can be assigned to what target, a non-nil pointer, points to, and
// assigns it.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	t := abi.TypeOf(target)
	if t.Kind() != abi.Pointer || abi.Word(target) == nil {
		panic("errors: target must be a non-nil pointer")
	}
	to := t.Elem()
	if to.Kind() != abi.Interface && !abi.Implements(to, abi.TypeOf((*error)(nil)).Elem()) {
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target, to, abi.Word(target))
}

func as(err error, target any, to *abi.Type, at unsafe.Pointer) bool {
	for {
		if abi.Assign(to, at, err) {
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, err := range x.Unwrap() {
				if err != nil && as(err, target, to, at) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// AsType returns the first error in err's tree that is an E, or that its method As makes one.
func AsType[E error](err error) (E, bool) {
	var room *E // for methods As; made when one is met
	return asType(err, &room)
}

func asType[E error](err error, room **E) (found E, ok bool) {
	for err != nil {
		if e, ok := err.(E); ok {
			return e, true
		}
		if x, ok := err.(interface{ As(any) bool }); ok {
			if *room == nil {
				*room = new(E)
			}
			if x.As(*room) {
				return **room, true
			}
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
		case interface{ Unwrap() []error }:
			for _, err := range x.Unwrap() {
				if found, ok := asType(err, room); ok {
					return found, true
				}
			}
			return
		default:
			return
		}
	}
	return
}

// Join returns an error that wraps those of errs that are not nil; nil if there is none.
func Join(errs ...error) error {
	n := 0
	for _, err := range errs {
		if err != nil {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	e := &joinError{errs: make([]error, 0, n)}
	for _, err := range errs {
		if err != nil {
			e.errs = append(e.errs, err)
		}
	}
	return e
}

type joinError struct {
	errs []error
}

func (e *joinError) Error() string {
	if len(e.errs) == 1 {
		return e.errs[0].Error()
	}
	b := []byte(e.errs[0].Error())
	for _, err := range e.errs[1:] {
		b = append(b, '\n')
		b = append(b, err.Error()...)
	}
	return unsafe.String(&b[0], len(b)) // two errors at least: there is a newline
}

func (e *joinError) Unwrap() []error { return e.errs }
