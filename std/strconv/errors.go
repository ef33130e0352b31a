package strconv

import "errors"

// ErrRange says that a number does not fit into the type wanted.
var ErrRange = errors.New("value out of range")

// ErrSyntax says that a text is not what was to be read.
var ErrSyntax = errors.New("invalid syntax")

// NumError is the error of a conversion from text.
type NumError struct {
	Func string // the function that failed: ParseBool, ParseInt, ParseUint, ParseFloat, ParseComplex or Atoi
	Num  string // the text given to it
	Err  error  // why: ErrRange, ErrSyntax, or an error that names the base or bit size
}

func (e *NumError) Error() string {
	// Quote, whose result is but a part here: it need not be on the heap.
	quoted := appendQuotedWith(make([]byte, 0, 3*len(e.Num)/2), e.Num, '"', false, false)
	return "strconv." + e.Func + ": " + "parsing " + string(quoted) + ": " + e.Err.Error()
}

// Unwrap returns e.Err.
func (e *NumError) Unwrap() error { return e.Err }

// status is what the natives that read text return; integers.h has the same list.
type status int

const (
	statusOK status = iota
	statusSyntax
	statusRange
	statusBase
	statusBitSize
)

// numError turns a status other than statusOK into an error. It keeps a copy of num, so that callers need not
// give the text to the heap.
func numError(function, num string, s status, base, bitSize int) error {
	kept := clone(num)
	switch s {
	case statusSyntax:
		return &NumError{function, kept, ErrSyntax}
	case statusRange:
		return &NumError{function, kept, ErrRange}
	case statusBase:
		return &NumError{function, kept, errors.New("invalid base " + Itoa(base))}
	}
	return &NumError{function, kept, errors.New("invalid bit size " + Itoa(bitSize))}
}

// clone returns a new string with the bytes of s.
//
//go:noescape
func clone(s string) string
