// Package os: files, arguments, environment, exit.
//
// Left out: directories' lists, processes, users, links, signals.
package os

import (
	"internal/oserror"
	"internal/sys"
	"io"
	"syscall"
)

// Flags of OpenFile.
const (
	O_RDONLY int = 0x0
	O_WRONLY int = 0x1
	O_RDWR   int = 0x2
	O_APPEND int = 0x400
	O_CREATE int = 0x40
	O_EXCL   int = 0x80
	O_SYNC   int = 0x101000
	O_TRUNC  int = 0x200
)

// Separators of paths.
const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// FileMode is a file's permission bits.
type FileMode uint32

// File is an open file.
type File struct {
	fd     int
	name   string
	closed bool
	append bool
}

// The standard streams.
var (
	Stdin  = NewFile(0, "/dev/stdin")
	Stdout = NewFile(1, "/dev/stdout")
	Stderr = NewFile(2, "/dev/stderr")
)

// NewFile makes a File of a file descriptor.
func NewFile(fd uintptr, name string) *File { return &File{fd: int(fd), name: name} }

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes or empties a file and opens it for reading and writing.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, errno := sys.Open(name, flag, uint32(perm))
	if errno != 0 {
		return nil, &PathError{Op: "open", Path: name, Err: syscall.Errno(errno)}
	}
	return &File{fd: fd, name: name, append: flag&O_APPEND != 0}, nil
}

// Name returns the name the file was opened by.
func (f *File) Name() string { return f.name }

// Fd returns the file descriptor.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

func (f *File) wrap(op string, errno int) error {
	return &PathError{Op: op, Path: f.name, Err: syscall.Errno(errno)}
}

// Read implements io.Reader.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	n, errno := sys.Read(f.fd, b)
	if errno != 0 {
		return 0, f.wrap("read", errno)
	}
	if n == 0 && len(b) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Write implements io.Writer.
func (f *File) Write(b []byte) (n int, err error) {
	if f == nil || f.closed {
		return 0, f.check("write")
	}
	for n < len(b) {
		m, errno := sys.Write(f.fd, b[n:])
		n += m
		if errno != 0 {
			return n, f.wrap("write", errno)
		}
		if m == 0 {
			return n, io.ErrUnexpectedEOF
		}
	}
	return n, nil
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) { return f.Write([]byte(s)) }

// Seek sets where the next Read or Write begins.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	ret, errno := sys.Seek(f.fd, offset, whence)
	if errno != 0 {
		return 0, f.wrap("seek", errno)
	}
	return ret, nil
}

// Close closes the file.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	if errno := sys.Close(f.fd); errno != 0 {
		return f.wrap("close", errno)
	}
	return nil
}

// Sync does nothing: writes go to the system at once.
func (f *File) Sync() error { return f.check("sync") }

// ReadFile returns the contents of a file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 512
	if n, _, _, errno := sys.Stat(name); errno == 0 && n+1 > int64(size) {
		size = int(n) + 1
	}
	data := make([]byte, 0, size)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return data, err
		}
		if len(data) >= cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

// WriteFile writes data to a file, which is made or emptied before.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err1 := f.Close(); err1 != nil && err == nil {
		err = err1
	}
	return err
}

func pathError(op, name string, errno int) error {
	if errno == 0 {
		return nil
	}
	return &PathError{Op: op, Path: name, Err: syscall.Errno(errno)}
}

// Remove removes a file or an empty directory.
func Remove(name string) error { return pathError("remove", name, sys.Remove(name)) }

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	return pathError("mkdir", name, sys.Mkdir(name, uint32(perm)))
}

// MkdirAll makes a directory and those above it.
func MkdirAll(path string, perm FileMode) error {
	for i := 1; i <= len(path); i++ {
		if i < len(path) && path[i] != '/' {
			continue
		}
		errno := sys.Mkdir(path[:i], uint32(perm))
		if errno != 0 && syscall.Errno(errno) != syscall.EEXIST {
			return pathError("mkdir", path[:i], errno)
		}
	}
	return nil
}

// Rename renames a file.
func Rename(oldpath, newpath string) error {
	if errno := sys.Rename(oldpath, newpath); errno != 0 {
		return &LinkError{"rename", oldpath, newpath, syscall.Errno(errno)}
	}
	return nil
}

// TempDir returns the directory for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// PathError says which operation failed on which path.
type PathError struct {
	Op   string
	Path string
	Err  error
}

// Error implements error.
func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *PathError) Unwrap() error { return e.Err }

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

// Causes of failures.
var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed
)

func cause(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *LinkError:
		return e.Err
	}
	return err
}

// IsNotExist says whether err means that a file does not exist.
func IsNotExist(err error) bool {
	err = cause(err)
	return err == ErrNotExist || err == syscall.ENOENT
}

// IsExist says whether err means that a file exists already.
func IsExist(err error) bool {
	err = cause(err)
	return err == ErrExist || err == syscall.EEXIST || err == syscall.ENOTEMPTY
}

// IsPermission says whether err means that something is not allowed.
func IsPermission(err error) bool {
	err = cause(err)
	return err == ErrPermission || err == syscall.EACCES || err == syscall.EPERM
}
