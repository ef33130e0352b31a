package syscall

import (
	"internal/sys"
	"unsafe"
)

// The standard streams.
const (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

// Flags of Open.
const (
	O_RDONLY    = 0x0
	O_WRONLY    = 0x1
	O_RDWR      = 0x2
	O_CREAT     = 0x40
	O_EXCL      = 0x80
	O_NOCTTY    = 0x100
	O_TRUNC     = 0x200
	O_APPEND    = 0x400
	O_NONBLOCK  = 0x800
	O_NDELAY    = 0x800
	O_DSYNC     = 0x1000
	O_DIRECTORY = 0x10000
	O_NOFOLLOW  = 0x20000
	O_CLOEXEC   = 0x80000
	O_SYNC      = 0x101000
)

// Bits of Stat_t.Mode.
const (
	S_IFMT   = 0xf000
	S_IFSOCK = 0xc000
	S_IFLNK  = 0xa000
	S_IFREG  = 0x8000
	S_IFBLK  = 0x6000
	S_IFDIR  = 0x4000
	S_IFCHR  = 0x2000
	S_IFIFO  = 0x1000
	S_ISUID  = 0x800
	S_ISGID  = 0x400
	S_ISVTX  = 0x200
)

// Commands of fcntl.
const (
	F_GETFL = 0x3
	F_SETFL = 0x4
)

// ImplementsGetwd says that Getwd works.
const ImplementsGetwd = true

// Timespec is a time in seconds and nanoseconds.
type Timespec struct {
	Sec  int64
	Nsec int64
}

// Unix returns the seconds and nanoseconds.
func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }

// Nano returns the nanoseconds.
func (ts *Timespec) Nano() int64 { return ts.Sec*1e9 + ts.Nsec }

// NsecToTimespec makes a Timespec of nanoseconds.
func NsecToTimespec(nsec int64) Timespec {
	sec := nsec / 1e9
	nsec %= 1e9
	if nsec < 0 {
		nsec += 1e9
		sec--
	}
	return Timespec{sec, nsec}
}

// TimespecToNsec returns the nanoseconds.
func TimespecToNsec(ts Timespec) int64 { return ts.Nano() }

// Timeval is a time in seconds and microseconds.
type Timeval struct {
	Sec  int64
	Usec int64
}

// Unix returns the seconds and nanoseconds.
func (tv *Timeval) Unix() (sec int64, nsec int64) { return tv.Sec, tv.Usec * 1000 }

// Nano returns the nanoseconds.
func (tv *Timeval) Nano() int64 { return tv.Sec*1e9 + tv.Usec*1000 }

// Stat_t is what the system knows of a file.
type Stat_t struct {
	Dev       uint64
	Ino       uint64
	Nlink     uint64
	Mode      uint32
	Uid       uint32
	Gid       uint32
	X__pad0   int32
	Rdev      uint64
	Size      int64
	Blksize   int64
	Blocks    int64
	Atim      Timespec
	Mtim      Timespec
	Ctim      Timespec
	X__unused [3]int64
}

// Open opens a file.
func Open(path string, mode int, perm uint32) (fd int, err error) {
	fd, errno := sys.Openat(sys.CurrentDirectory, path, mode, perm)
	return fd, result(errno)
}

// Close closes a file descriptor.
func Close(fd int) (err error) { return result(sys.Close(fd)) }

// Read reads from a file descriptor.
func Read(fd int, p []byte) (n int, err error) {
	n, errno := sys.Read(fd, p)
	return count(n, errno)
}

// Write writes to a file descriptor.
func Write(fd int, p []byte) (n int, err error) {
	n, errno := sys.Write(fd, p)
	return count(n, errno)
}

// count returns -1 of a call that failed.
func count(n, errno int) (int, error) {
	if errno != 0 {
		return -1, Errno(errno)
	}
	return n, nil
}

// Pread reads at an offset.
func Pread(fd int, p []byte, offset int64) (n int, err error) {
	return count(sys.Pread(fd, p, offset))
}

// Pwrite writes at an offset.
func Pwrite(fd int, p []byte, offset int64) (n int, err error) {
	return count(sys.Pwrite(fd, p, offset))
}

// Seek sets the offset of a file descriptor.
func Seek(fd int, offset int64, whence int) (off int64, err error) {
	off, errno := sys.Seek(fd, offset, whence)
	return off, result(errno)
}

// Stat describes a file.
func Stat(path string, stat *Stat_t) (err error) {
	return result(sys.Fstatat(sys.CurrentDirectory, path, unsafe.Pointer(stat), 0))
}

// Lstat describes a file and does not follow a link.
func Lstat(path string, stat *Stat_t) (err error) {
	return result(sys.Fstatat(sys.CurrentDirectory, path, unsafe.Pointer(stat), sys.NoFollow))
}

// Fstat describes an open file.
func Fstat(fd int, stat *Stat_t) (err error) { return result(sys.Fstat(fd, unsafe.Pointer(stat))) }

// Mkdir makes a directory.
func Mkdir(path string, mode uint32) (err error) {
	return result(sys.Mkdirat(sys.CurrentDirectory, path, mode))
}

// Rmdir removes an empty directory.
func Rmdir(path string) error {
	return result(sys.Unlinkat(sys.CurrentDirectory, path, sys.RemoveDirectory))
}

// Unlink removes a file.
func Unlink(path string) error { return result(sys.Unlinkat(sys.CurrentDirectory, path, 0)) }

// Rename renames a file.
func Rename(from string, to string) (err error) {
	return result(sys.Renameat(sys.CurrentDirectory, from, sys.CurrentDirectory, to))
}

// Link makes a further name of a file.
func Link(from string, to string) (err error) {
	return result(sys.Linkat(sys.CurrentDirectory, from, sys.CurrentDirectory, to))
}

// Symlink makes a symbolic link.
func Symlink(target string, path string) (err error) {
	return result(sys.Symlinkat(target, sys.CurrentDirectory, path))
}

// Readlink reads where a symbolic link leads.
func Readlink(path string, buf []byte) (n int, err error) {
	return count(sys.Readlinkat(sys.CurrentDirectory, path, buf))
}

// Chmod sets the permissions of a file.
func Chmod(path string, mode uint32) (err error) {
	return result(sys.Fchmodat(sys.CurrentDirectory, path, mode, 0))
}

// Fchmod sets the permissions of an open file.
func Fchmod(fd int, mode uint32) (err error) { return result(sys.Fchmod(fd, mode)) }

// Chown sets the owner of a file.
func Chown(path string, uid int, gid int) (err error) {
	return result(sys.Fchownat(sys.CurrentDirectory, path, uid, gid, 0))
}

// Lchown sets the owner of a file and does not follow a link.
func Lchown(path string, uid int, gid int) (err error) {
	return result(sys.Fchownat(sys.CurrentDirectory, path, uid, gid, sys.NoFollow))
}

// Fchown sets the owner of an open file.
func Fchown(fd int, uid int, gid int) (err error) { return result(sys.Fchown(fd, uid, gid)) }

// Truncate sets the size of a file.
func Truncate(path string, length int64) (err error) { return result(sys.Truncate(path, length)) }

// Ftruncate sets the size of an open file.
func Ftruncate(fd int, length int64) (err error) { return result(sys.Ftruncate(fd, length)) }

// Fsync writes to the disk what the system holds of a file.
func Fsync(fd int) (err error) { return result(sys.Fsync(fd)) }

// Chdir changes the current directory.
func Chdir(path string) (err error) { return result(sys.Chdir(path)) }

// Fchdir changes the current directory to an open one.
func Fchdir(fd int) (err error) { return result(sys.Fchdir(fd)) }

// Getwd returns the current directory.
func Getwd() (wd string, err error) {
	wd, errno := sys.Getcwd()
	return wd, result(errno)
}

// UtimesNano sets the times of access and modification of a file.
func UtimesNano(path string, ts []Timespec) (err error) {
	if len(ts) != 2 {
		return EINVAL
	}
	times := [4]int64{ts[0].Sec, ts[0].Nsec, ts[1].Sec, ts[1].Nsec}
	return result(sys.Utimensat(sys.CurrentDirectory, path, &times, 0))
}

// ReadDirent reads entries of a directory.
func ReadDirent(fd int, buf []byte) (n int, err error) { return count(sys.Getdents(fd, buf)) }

// Pipe makes a pipe.
func Pipe(p []int) error { return Pipe2(p, 0) }

// Pipe2 makes a pipe with flags of Open.
func Pipe2(p []int, flags int) error {
	if len(p) != 2 {
		return EINVAL
	}
	r, w, errno := sys.Pipe(flags)
	if errno == 0 {
		p[0], p[1] = r, w
	}
	return result(errno)
}

// Dup makes a further descriptor of a file.
func Dup(fd int) (other int, err error) {
	other, errno := sys.Dup(fd)
	return other, result(errno)
}

// SetNonblock says whether calls on a descriptor may wait.
func SetNonblock(fd int, nonblocking bool) (err error) {
	flags, errno := sys.Fcntl(fd, F_GETFL, 0)
	if errno != 0 {
		return Errno(errno)
	}
	if (flags&O_NONBLOCK != 0) == nonblocking {
		return nil
	}
	_, errno = sys.Fcntl(fd, F_SETFL, flags^O_NONBLOCK)
	return result(errno)
}

// Conn is what has a RawConn.
type Conn interface {
	SyscallConn() (RawConn, error)
}

// RawConn gives access to a descriptor.
type RawConn interface {
	// Control calls f with the descriptor.
	Control(f func(fd uintptr)) error
	// Read calls f when the descriptor can be read, until it returns true.
	Read(f func(fd uintptr) (done bool)) error
	// Write calls f when the descriptor can be written, until it returns true.
	Write(f func(fd uintptr) (done bool)) error
}
