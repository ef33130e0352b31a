package fmt

import "errors"

// Errorf returns an error with the formatted text. It wraps the operands of %w: Unwrap gives the one, or the list.
func Errorf(format string, a ...any) (err error) {
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
		err = &wrapErrors{s, p.wrappedErrors(a)}
	}
	p.release()
	return err
}

// wrappedErrors returns the operands of %w in their order, each once.
func (p *printer) wrappedErrors(a []any) []error {
	if p.reordered {
		for i := 1; i < len(p.wrapped); i++ {
			for j := i; j > 0 && p.wrapped[j] < p.wrapped[j-1]; j-- {
				p.wrapped[j], p.wrapped[j-1] = p.wrapped[j-1], p.wrapped[j]
			}
		}
	}
	var errs []error
	for i, at := range p.wrapped {
		if i > 0 && p.wrapped[i-1] == at {
			continue
		}
		if e, ok := a[at].(error); ok {
			errs = append(errs, e)
		}
	}
	return errs
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
