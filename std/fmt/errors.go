package fmt

import (
	"errors"
	"internal/bytealg"
	"slices"
)

// Errorf returns an error with the formatted text. It wraps the operands of %w: Unwrap gives the one, or the list.
func Errorf(format string, a ...any) (err error) {
	// As small as it is in Go, where it stands in place of its calls.
	if err = formattedError(format, a); err == nil {
		err = errors.New(format)
	}
	return err
}

// formattedError returns nil if the format is the text.
func formattedError(format string, a []any) (err error) {
	if len(a) == 0 && bytealg.IndexByte(format, '%') < 0 {
		return nil
	}
	p := newPrinter()
	p.wrapErrs = true
	p.formatted(format, a)
	s := string(p.buf)
	switch len(p.wrapped) {
	case 0:
		err = errors.New(s)
	case 1:
		w := &wrapError{msg: s}
		w.err, _ = a[p.wrapped[0]].(error)
		err = w
	default:
		if p.reordered {
			slices.Sort(p.wrapped)
		}
		// In the order of the operands, each once.
		var errs []error
		for i, at := range p.wrapped {
			if i > 0 && p.wrapped[i-1] == at {
				continue
			}
			if e, ok := a[at].(error); ok {
				errs = append(errs, e)
			}
		}
		err = &wrapErrors{s, errs}
	}
	p.release()
	return err
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }
