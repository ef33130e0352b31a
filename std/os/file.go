// Package os: files, directories, the environment, the process.
//
// Left out: starting processes.
package os

import (
	"errors"
	"internal/sys"
	"io"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

// Flags of OpenFile.
const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR   int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL   int = syscall.O_EXCL
	O_SYNC   int = syscall.O_SYNC
	O_TRUNC  int = syscall.O_TRUNC
)

// Older names of io.SeekStart, io.SeekCurrent and io.SeekEnd.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

// Separators of paths.
const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// IsPathSeparator says whether c separates the elements of paths.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// File is an open file.
type File struct {
	*file
}

type file struct {
	fd                          int // -1: closed
	users                       int // calls under way that need the descriptor
	closing                     bool
	unused                      chan struct{} // closed by the last user, for Close
	wakes                       int           // how often waiting calls were told to look again
	writing                     sync.Mutex    // held by Write, where it can wait: what it writes stays together
	name                        string
	dir                         *dirReader // while a directory is being read
	readDeadline, writeDeadline int64      // in nanoseconds since 1970; 0: none
	waits                       waiting
	append                      appending
	inRoot                      bool
}

// waiting says how calls on a file are kept from blocking the thread.
type waiting uint8

const (
	unknown waiting = iota
	never           // they do not block: a file on a disk, a directory
	asks            // the descriptor is asked before: a terminal, a pipe of another process
	retries         // the descriptor never blocks: a pipe made here
)

// appending says whether what is written goes to the file's end.
type appending uint8

const (
	unasked appending = iota
	always
	notAlways
)

func appendingOf(flag int) appending {
	if flag&O_APPEND != 0 {
		return always
	}
	return notAlways
}

// appends asks the system about a descriptor that was not opened here.
func (f *file) appends() bool {
	if f.append == unasked {
		flags, errno := sys.Fcntl(f.fd, syscall.F_GETFL, 0)
		if errno != 0 {
			flags = 0
		}
		f.append = appendingOf(flags)
	}
	return f.append == always
}

// The standard streams.
var (
	Stdin  = &File{&file{fd: syscall.Stdin, name: "/dev/stdin"}}
	Stdout = &File{&file{fd: syscall.Stdout, name: "/dev/stdout"}}
	Stderr = &File{&file{fd: syscall.Stderr, name: "/dev/stderr"}}
)

// NewFile makes a File of a file descriptor.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	return newFile(int(fd), name)
}

func newFile(fd int, name string) *File { return &File{&file{fd: fd, name: name}} }

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes or empties a file and opens it for reading and writing.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, errno := sys.Openat(sys.CurrentDirectory, name, flag|syscall.O_CLOEXEC, permissions(perm))
	if errno != 0 {
		return nil, failed("open", name, errno)
	}
	f := newFile(fd, name)
	f.append = appendingOf(flag)
	return f, nil
}

// Pipe returns the two ends of a pipe.
func Pipe() (r *File, w *File, err error) {
	in, out, errno := sys.Pipe(syscall.O_CLOEXEC | syscall.O_NONBLOCK)
	if errno != 0 {
		return nil, nil, NewSyscallError("pipe2", syscall.Errno(errno))
	}
	r, w = newFile(in, "|0"), newFile(out, "|1")
	r.waits, w.waits = retries, retries
	return r, w, nil
}

// Name returns the name the file was opened by.
func (f *File) Name() string { return f.name }

// Fd returns the file descriptor.
func (f *File) Fd() uintptr {
	if f == nil || f.closing {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

// use begins a call that needs the descriptor, or says why there is none; release must follow. Goroutines take turns
// at calls and at the ends of loops, so that counting needs no lock.
func (f *File) use(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if !f.acquire() {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

func (f *file) acquire() bool {
	if f.closing {
		return false
	}
	f.users++
	return true
}

// release ends a call. The last one closes a descriptor that Close was called for.
func (f *file) release() (errno int) {
	f.users--
	if f.closing && f.users == 0 {
		errno = sys.Close(f.fd)
		f.fd = -1
		if f.unused != nil {
			close(f.unused)
		}
	}
	return errno
}

func (f *File) failed(op string, errno int) error { return failed(op, f.name, errno) }

// ready waits until a call does not block, if it has to be asked for.
func (f *file) ready(writing bool) error {
	if f.waits == unknown {
		f.waits = never
		var s syscall.Stat_t
		if sys.Fstat(f.fd, unsafe.Pointer(&s)) == 0 {
			switch s.Mode & syscall.S_IFMT {
			case syscall.S_IFIFO, syscall.S_IFCHR, syscall.S_IFSOCK:
				f.waits = asks
			}
		}
	}
	if f.waits == asks && !writing || f.waits == retries && f.deadline(writing) != 0 {
		return f.wait(writing)
	}
	return nil
}

func (f *file) deadline(writing bool) int64 {
	if writing {
		return f.writeDeadline
	}
	return f.readDeadline
}

// wait lets other goroutines run until the file can be read or written, is closed, or its time is over; it may
// return too early.
func (f *file) wait(writing bool) error {
	wakes := f.wakes
	limit, left := f.deadline(writing), int64(-1)
	if limit != 0 {
		if left = limit - time.Now().UnixNano(); left <= 0 {
			return ErrDeadlineExceeded
		}
	}
	if f.wakes == wakes && !f.closing { // and nobody runs between here and the wait
		sys.Wait(f.fd, writing, left)
		if left >= 0 {
			sys.EndWait()
		}
	}
	if f.closing {
		return ErrClosed
	}
	return nil
}

// wake has the waiting calls look at the file again.
func (f *file) wake() {
	f.wakes++
	sys.Wake(f.fd)
}

// Read implements io.Reader.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.use("read"); err != nil {
		return 0, err
	}
	defer f.release()
	if len(b) == 0 {
		return 0, nil
	}
	err = f.ready(false)
	for err == nil {
		n, errno := sys.Read(f.fd, b)
		switch {
		case errno == int(syscall.EAGAIN):
			err = f.wait(false)
		case errno != 0:
			return 0, f.failed("read", errno)
		case n == 0:
			return 0, io.EOF
		default:
			return n, nil
		}
	}
	return 0, &PathError{Op: "read", Path: f.name, Err: err}
}

// Write implements io.Writer. What most calls need stands here and not in write, so that little is compiled before the
// first output; nobody runs between the look at the file and the system's call.
func (f *File) Write(b []byte) (n int, err error) {
	if f != nil && !f.closing && f.waits != retries {
		n, errno := sys.Write(f.fd, b)
		if errno == 0 && n == len(b) {
			return n, nil
		}
		return f.write(b, n)
	}
	return f.write(b, 0)
}

// write writes b[n:] and returns how much of b is written then.
func (f *File) write(b []byte, n int) (int, error) {
	err := f.use("write")
	if err != nil {
		return n, err
	}
	defer f.release()
	if f.waits == retries {
		f.writing.Lock()
		defer f.writing.Unlock()
		if err = ErrClosed; !f.closing {
			err = f.ready(true)
		}
	}
	for err == nil {
		m, errno := sys.Write(f.fd, b[n:])
		n += m
		switch {
		case errno == int(syscall.EAGAIN):
			err = f.wait(true)
		case errno != 0:
			return n, f.failed("write", errno)
		case n == len(b):
			return n, nil
		case m == 0:
			err = io.ErrUnexpectedEOF
		}
	}
	return n, &PathError{Op: "write", Path: f.name, Err: err}
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// ReadAt implements io.ReaderAt.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.use("read"); err != nil {
		return 0, err
	}
	defer f.release()
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	for n < len(b) {
		m, errno := sys.Pread(f.fd, b[n:], off+int64(n))
		if errno != 0 {
			return n, f.failed("read", errno)
		}
		if m == 0 {
			return n, io.EOF
		}
		n += m
	}
	return n, nil
}

var errWriteAtInAppendMode = errors.New("os: invalid use of WriteAt on file opened with O_APPEND")

// WriteAt implements io.WriterAt.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.use("write"); err != nil {
		return 0, err
	}
	defer f.release()
	if f.appends() {
		return 0, errWriteAtInAppendMode
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	for n < len(b) {
		m, errno := sys.Pwrite(f.fd, b[n:], off+int64(n))
		if errno != 0 {
			return n, f.failed("write", errno)
		}
		n += m
	}
	return n, nil
}

// plainWriter and plainReader hide the methods of a file that io.Copy would call again.
type (
	plainWriter struct {
		noReadFrom
		*File
	}
	plainReader struct {
		noWriteTo
		*File
	}
	noReadFrom struct{}
	noWriteTo  struct{}
)

func (noReadFrom) ReadFrom(io.Reader) (int64, error) { panic("can't happen") }
func (noWriteTo) WriteTo(io.Writer) (int64, error)   { panic("can't happen") }

// ReadFrom implements io.ReaderFrom. The system copies between files by itself.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.use("write"); err != nil {
		return 0, err
	}
	defer f.release()
	if n, done, err := f.copyFrom(r); done {
		return n, err
	}
	return io.Copy(plainWriter{File: f}, r)
}

// WriteTo implements io.WriterTo.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.use("read"); err != nil {
		return 0, err
	}
	defer f.release()
	return io.Copy(w, plainReader{File: f})
}

// copyFrom has the system copy, if r is a file, or a part of one, and it can.
func (f *File) copyFrom(r io.Reader) (n int64, done bool, err error) {
	limit := int64(1<<63 - 1)
	part, _ := r.(*io.LimitedReader)
	if part != nil {
		if limit = part.N; limit <= 0 {
			return 0, true, nil
		}
		r = part.R
	}
	var from *File
	switch r := r.(type) {
	case *File:
		from = r
	case plainReader:
		from = r.File
	}
	if from == nil || f.appends() || from.use("read") != nil {
		return 0, false, nil
	}
	defer from.release()
	for n < limit {
		const most = 1 << 30
		m, errno := sys.CopyFileRange(from.fd, f.fd, int(min(limit-n, most)))
		if errno != 0 && n == 0 || m == 0 && n == 0 {
			return 0, false, nil // some files seem empty to this call although they can be read
		}
		n += int64(m)
		if part != nil {
			part.N -= int64(m)
		}
		if errno != 0 {
			return n, true, f.failed("write", errno)
		}
		if m == 0 {
			break
		}
	}
	return n, true, nil
}

// Seek sets where the next Read or Write begins.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.use("seek"); err != nil {
		return 0, err
	}
	defer f.release()
	f.dir = nil
	ret, errno := sys.Seek(f.fd, offset, whence)
	if errno != 0 {
		return 0, f.failed("seek", errno)
	}
	return ret, nil
}

// Close closes the file as soon as calls under way have ended; those that wait get ErrClosed. With a pipe it waits for them.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	if f.file == nil {
		return syscall.EINVAL
	}
	if err := f.use("close"); err != nil {
		return err
	}
	f.closing = true
	f.dir = nil
	f.wake()
	if f.waits == retries && f.users > 1 {
		f.unused = make(chan struct{})
	}
	unused := f.unused
	errno := f.release()
	if unused != nil {
		<-unused
	}
	return f.failed("close", errno)
}

// Sync writes to the disk what the system holds of the file.
func (f *File) Sync() error {
	if err := f.use("sync"); err != nil {
		return err
	}
	defer f.release()
	return f.failed("sync", sys.Fsync(f.fd))
}

// Truncate sets the size of the file.
func (f *File) Truncate(size int64) error {
	if err := f.use("truncate"); err != nil {
		return err
	}
	defer f.release()
	return f.failed("truncate", sys.Ftruncate(f.fd, size))
}

// Chmod sets the permissions of the file.
func (f *File) Chmod(mode FileMode) error {
	if err := f.use("chmod"); err != nil {
		return err
	}
	defer f.release()
	return f.failed("chmod", sys.Fchmod(f.fd, permissions(mode)))
}

// Chown sets the owner of the file.
func (f *File) Chown(uid, gid int) error {
	if err := f.use("chown"); err != nil {
		return err
	}
	defer f.release()
	return f.failed("chown", sys.Fchown(f.fd, uid, gid))
}

// Chdir changes the current directory to the file, which is one.
func (f *File) Chdir() error {
	if err := f.use("chdir"); err != nil {
		return err
	}
	defer f.release()
	return f.failed("chdir", sys.Fchdir(f.fd))
}

// SetDeadline sets until when reading and writing may wait; the zero Time: for ever. Only pipes have it.
func (f *File) SetDeadline(t time.Time) error { return f.setDeadline("SetDeadline", t, true, true) }

// SetReadDeadline sets until when reading may wait.
func (f *File) SetReadDeadline(t time.Time) error {
	return f.setDeadline("SetReadDeadline", t, true, false)
}

// SetWriteDeadline sets until when writing may wait.
func (f *File) SetWriteDeadline(t time.Time) error {
	return f.setDeadline("SetWriteDeadline", t, false, true)
}

func (f *File) setDeadline(op string, t time.Time, read, write bool) error {
	if f == nil {
		return ErrInvalid
	}
	if !f.acquire() {
		return errFileClosing
	}
	defer f.release()
	if f.waits != retries {
		return ErrNoDeadline
	}
	var limit int64
	if !t.IsZero() {
		now := time.Now().UnixNano()
		if left := int64(time.Until(t)); left < 1<<63-1-now {
			limit = now + left
		} // else it is too far away to come
	}
	if read {
		f.readDeadline = limit
	}
	if write {
		f.writeDeadline = limit
	}
	f.wake()
	return nil
}

// errFileClosing is the cause that some methods of a closed file give.
var errFileClosing = errors.New("use of closed file")

// SyscallConn gives access to the file descriptor.
func (f *File) SyscallConn() (syscall.RawConn, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	return &rawConn{f}, nil
}

type rawConn struct {
	file *File
}

func (c *rawConn) Control(f func(uintptr)) error {
	if !c.file.acquire() {
		return errFileClosing
	}
	defer c.file.release()
	f(uintptr(c.file.fd))
	return nil
}

func (c *rawConn) Read(f func(uintptr) bool) error { return c.until(f, false) }

func (c *rawConn) Write(f func(uintptr) bool) error { return c.until(f, true) }

func (c *rawConn) until(f func(uintptr) bool, writing bool) error {
	if !c.file.acquire() {
		return errFileClosing
	}
	defer c.file.release()
	for {
		if f(uintptr(c.file.fd)) {
			return nil
		}
		if err := c.file.wait(writing); err != nil {
			return err
		}
	}
}
