// Package errors makes and takes apart error values.
package errors

// ErrUnsupported says that an operation cannot be carried out because it is not supported.
var ErrUnsupported = New("unsupported operation")

type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error with the text; each call makes a distinct value.
func New(text string) error {
	return &errorString{text}
}
