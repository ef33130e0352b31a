// Package syscall has what other packages need of the system: error numbers.
//
// Left out: the system calls themselves; os and time stand on internal/sys.
package syscall

import (
	"internal/oserror"
	"internal/sys"
)

// Errno is an error number of Linux.
type Errno uintptr

// Error numbers that programs ask for.
const (
	ENOENT    = Errno(2)
	EINTR     = Errno(4)
	EBADF     = Errno(9)
	EAGAIN    = Errno(11)
	EACCES    = Errno(13)
	EEXIST    = Errno(17)
	ENOTDIR   = Errno(20)
	EISDIR    = Errno(21)
	EINVAL    = Errno(22)
	EPERM     = Errno(1)
	EPIPE     = Errno(32)
	ENOSYS    = Errno(38)
	ENOTEMPTY = Errno(39)
)

// Error returns the text of the error.
func (e Errno) Error() string { return sys.ErrorText(int(e)) }

// Is says which causes of package os the error belongs to.
func (e Errno) Is(target error) bool {
	switch target {
	case oserror.ErrPermission:
		return e == EACCES || e == EPERM
	case oserror.ErrExist:
		return e == EEXIST || e == ENOTEMPTY
	case oserror.ErrNotExist:
		return e == ENOENT
	}
	return false
}
