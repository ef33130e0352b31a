package os

import (
	"errors"
	"io/fs"
	"syscall"
)

// Causes of failures.
var (
	ErrInvalid    = fs.ErrInvalid
	ErrPermission = fs.ErrPermission
	ErrExist      = fs.ErrExist
	ErrNotExist   = fs.ErrNotExist
	ErrClosed     = fs.ErrClosed

	ErrNoDeadline             = errors.New("file type does not support deadline")
	ErrDeadlineExceeded error = &deadlineError{}
)

// deadlineError says that the time set by SetDeadline is over.
type deadlineError struct{}

func (e *deadlineError) Error() string   { return "i/o timeout" }
func (e *deadlineError) Timeout() bool   { return true }
func (e *deadlineError) Temporary() bool { return true }

// PathError says which operation failed on which path.
type PathError = fs.PathError

// LinkError says which operation failed on which two paths.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

// Error implements error.
func (e *LinkError) Error() string {
	return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *LinkError) Unwrap() error { return e.Err }

// SyscallError says which system call failed.
type SyscallError struct {
	Syscall string
	Err     error
}

// Error implements error.
func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *SyscallError) Unwrap() error { return e.Err }

// Timeout says whether the cause is that time ran out.
func (e *SyscallError) Timeout() bool {
	t, ok := e.Err.(timeout)
	return ok && t.Timeout()
}

type timeout interface {
	Timeout() bool
}

// NewSyscallError returns a SyscallError, nil if err is nil.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// IsExist says whether err means that a file exists already.
func IsExist(err error) bool { return means(err, ErrExist) }

// IsNotExist says whether err means that a file does not exist.
func IsNotExist(err error) bool { return means(err, ErrNotExist) }

// IsPermission says whether err means that something is not allowed.
func IsPermission(err error) bool { return means(err, ErrPermission) }

// IsTimeout says whether err means that time ran out.
func IsTimeout(err error) bool {
	t, ok := cause(err).(timeout)
	return ok && t.Timeout()
}

// means is older than errors.Is: it looks below the errors of this package only.
func means(err, target error) bool {
	err = cause(err)
	if err == target {
		return true
	}
	errno, ok := err.(syscall.Errno)
	return ok && errno.Is(target)
}

func cause(err error) error {
	switch err := err.(type) {
	case *PathError:
		return err.Err
	case *LinkError:
		return err.Err
	case *SyscallError:
		return err.Err
	}
	return err
}

// failed makes an error of an error number, nil of 0.
func failed(op, path string, errno int) error {
	if errno == 0 {
		return nil
	}
	return &PathError{Op: op, Path: path, Err: syscall.Errno(errno)}
}

func linkFailed(op, from, to string, errno int) error {
	if errno == 0 {
		return nil
	}
	return &LinkError{op, from, to, syscall.Errno(errno)}
}
