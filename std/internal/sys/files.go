package sys

import "unsafe"

// Numbers of system calls on amd64.
const (
	callClose         = 3
	callFstat         = 5
	callLseek         = 8
	callPread         = 17
	callPwrite        = 18
	callDup           = 32
	callGetpid        = 39
	callWait4         = 61
	callKill          = 62
	callUname         = 63
	callFcntl         = 72
	callFsync         = 74
	callTruncate      = 76
	callFtruncate     = 77
	callGetcwd        = 79
	callChdir         = 80
	callFchdir        = 81
	callFchmod        = 91
	callFchown        = 93
	callUmask         = 95
	callGetuid        = 102
	callGetgid        = 104
	callGeteuid       = 107
	callGetegid       = 108
	callGetppid       = 110
	callGetgroups     = 115
	callGetdents64    = 217
	callOpenat        = 257
	callMkdirat       = 258
	callFchownat      = 260
	callNewfstatat    = 262
	callUnlinkat      = 263
	callRenameat      = 264
	callLinkat        = 265
	callSymlinkat     = 266
	callReadlinkat    = 267
	callFchmodat      = 268
	callUtimensat     = 280
	callPipe2         = 293
	callCopyFileRange = 326
	callFchmodat2     = 452
)

// What functions with a directory's descriptor take.
const (
	CurrentDirectory = -100  // instead of a descriptor
	NoFollow         = 0x100 // flag: the link itself
	RemoveDirectory  = 0x200 // flag of Unlinkat
)

const invalid = 22 // EINVAL

// cString returns the path with a NUL behind it, as Go's syscall makes it; nil if there is one in it.
//
//go:noinline
func cString(path string) *byte {
	for i := range len(path) {
		if path[i] == 0 {
			return nil
		}
	}
	b := make([]byte, len(path)+1)
	copy(b, path)
	return &b[0]
}

func number(x int) word { return word(uintptr(x)) }

func data(b []byte) word { return word(unsafe.SliceData(b)) }

// on makes a system call of a directory, a path in it and up to two numbers.
func on(call uintptr, dir int, path string, a, b word) (result int, errno int) {
	p := cString(path)
	if p == nil {
		return -1, invalid
	}
	return Call(call, number(dir), word(p), a, b, nil, nil)
}

// with makes a system call of a file descriptor and two numbers.
func with(call uintptr, fd int, a, b word) (result int, errno int) {
	return Call(call, number(fd), a, b, nil, nil, nil)
}

// Openat opens a file.
func Openat(dir int, path string, flags int, perm uint32) (fd int, errno int) {
	return on(callOpenat, dir, path, number(flags), number(int(perm)))
}

// Fstatat fills in the 144 bytes of a struct stat.
func Fstatat(dir int, path string, stat unsafe.Pointer, flags int) (errno int) {
	_, errno = on(callNewfstatat, dir, path, stat, number(flags))
	return errno
}

// Fstat fills in the 144 bytes of a struct stat.
func Fstat(fd int, stat unsafe.Pointer) (errno int) {
	_, errno = with(callFstat, fd, stat, nil)
	return errno
}

// Mkdirat makes a directory.
func Mkdirat(dir int, path string, perm uint32) (errno int) {
	_, errno = on(callMkdirat, dir, path, number(int(perm)), nil)
	return errno
}

// Unlinkat removes a file, or with RemoveDirectory an empty directory.
func Unlinkat(dir int, path string, flags int) (errno int) {
	_, errno = on(callUnlinkat, dir, path, number(flags), nil)
	return errno
}

// Fchmodat sets the permissions of a file.
func Fchmodat(dir int, path string, mode uint32, flags int) (errno int) {
	if flags == 0 {
		_, errno = on(callFchmodat, dir, path, number(int(mode)), nil)
	} else {
		_, errno = on(callFchmodat2, dir, path, number(int(mode)), number(flags))
	}
	return errno
}

// Fchownat sets the owner of a file.
func Fchownat(dir int, path string, uid, gid, flags int) (errno int) {
	p := cString(path)
	if p == nil {
		return invalid
	}
	_, errno = Call(callFchownat, number(dir), word(p), number(uid), number(gid), number(flags), nil)
	return errno
}

// Utimensat sets the times of a file: two of seconds and nanoseconds.
func Utimensat(dir int, path string, times *[4]int64, flags int) (errno int) {
	_, errno = on(callUtimensat, dir, path, word(times), number(flags))
	return errno
}

// Readlinkat reads where a link leads.
func Readlinkat(dir int, path string, buf []byte) (n int, errno int) {
	return on(callReadlinkat, dir, path, data(buf), number(len(buf)))
}

// Renameat renames a file.
func Renameat(fromDir int, from string, toDir int, to string) (errno int) {
	return two(callRenameat, fromDir, from, toDir, to)
}

// Linkat makes a further name of a file.
func Linkat(fromDir int, from string, toDir int, to string) (errno int) {
	return two(callLinkat, fromDir, from, toDir, to)
}

func two(call uintptr, fromDir int, from string, toDir int, to string) (errno int) {
	f := cString(from)
	if f == nil {
		return invalid
	}
	t := cString(to)
	if t == nil {
		return invalid
	}
	_, errno = Call(call, number(fromDir), word(f), number(toDir), word(t), nil, nil)
	return errno
}

// Symlinkat makes a symbolic link that leads to target.
func Symlinkat(target string, dir int, path string) (errno int) {
	t := cString(target)
	if t == nil {
		return invalid
	}
	p := cString(path)
	if p == nil {
		return invalid
	}
	_, errno = Call(callSymlinkat, word(t), number(dir), word(p), nil, nil, nil)
	return errno
}

// Truncate sets the size of a file.
func Truncate(path string, size int64) (errno int) {
	p := cString(path)
	if p == nil {
		return invalid
	}
	_, errno = Call(callTruncate, word(p), number(int(size)), nil, nil, nil, nil)
	return errno
}

// Chdir changes the current directory.
func Chdir(path string) (errno int) {
	p := cString(path)
	if p == nil {
		return invalid
	}
	_, errno = Call(callChdir, word(p), nil, nil, nil, nil, nil)
	return errno
}

// Close closes a file descriptor. A signal during the call does not leave it open.
func Close(fd int) (errno int) {
	_, errno = with(callClose, fd, nil, nil)
	return errno
}

// Seek sets the offset of a file descriptor.
func Seek(fd int, offset int64, whence int) (at int64, errno int) {
	r, errno := with(callLseek, fd, number(int(offset)), number(whence))
	return int64(r), errno
}

// Pread reads at an offset.
func Pread(fd int, p []byte, offset int64) (n int, errno int) {
	r, errno := Call(callPread, number(fd), data(p), number(len(p)), number(int(offset)), nil, nil)
	return max(0, r), errno
}

// Pwrite writes at an offset.
func Pwrite(fd int, p []byte, offset int64) (n int, errno int) {
	r, errno := Call(callPwrite, number(fd), data(p), number(len(p)), number(int(offset)), nil, nil)
	return max(0, r), errno
}

// CopyFileRange copies bytes from where one file stands to where another does.
func CopyFileRange(from, to int, size int) (n int, errno int) {
	r, errno := Call(callCopyFileRange, number(from), nil, number(to), nil, number(int(size)), nil)
	return max(0, r), errno
}

// Getdents reads entries of a directory.
func Getdents(fd int, buf []byte) (n int, errno int) {
	n, errno = with(callGetdents64, fd, data(buf), number(len(buf)))
	return max(0, n), errno
}

// Ftruncate sets the size of a file.
func Ftruncate(fd int, size int64) (errno int) {
	_, errno = with(callFtruncate, fd, number(int(size)), nil)
	return errno
}

// Fchmod sets the permissions of a file.
func Fchmod(fd int, mode uint32) (errno int) {
	_, errno = with(callFchmod, fd, number(int(mode)), nil)
	return errno
}

// Fchown sets the owner of a file.
func Fchown(fd, uid, gid int) (errno int) {
	_, errno = with(callFchown, fd, number(uid), number(gid))
	return errno
}

// Fsync writes to the disk what the system holds of a file.
func Fsync(fd int) (errno int) {
	_, errno = with(callFsync, fd, nil, nil)
	return errno
}

// Fchdir changes the current directory.
func Fchdir(fd int) (errno int) {
	_, errno = with(callFchdir, fd, nil, nil)
	return errno
}

// Fcntl does what command says with a file descriptor.
func Fcntl(fd, command, argument int) (result int, errno int) {
	return with(callFcntl, fd, number(command), number(argument))
}

// Dup makes a further descriptor of a file.
func Dup(fd int) (other int, errno int) { return with(callDup, fd, nil, nil) }

// Pipe makes a pipe and returns its descriptors for reading and writing.
func Pipe(flags int) (r, w int, errno int) {
	var fds [2]int32
	_, errno = Call(callPipe2, word(&fds), number(flags), nil, nil, nil, nil)
	return int(fds[0]), int(fds[1]), errno
}

// Getcwd returns the current directory.
func Getcwd() (dir string, errno int) {
	var buf [4096]byte
	n, errno := Call(callGetcwd, word(&buf), number(len(buf)), nil, nil, nil, nil)
	if errno != 0 {
		return "", errno
	}
	return string(buf[:n-1]), 0
}

// Uname fills in the 390 bytes of a struct utsname.
func Uname(buf unsafe.Pointer) (errno int) {
	_, errno = Call(callUname, buf, nil, nil, nil, nil, nil)
	return errno
}

// Umask sets the permissions that new files do not get.
func Umask(mask int) (old int) {
	old, _ = with(callUmask, mask, nil, nil)
	return old
}

func result(call uintptr) int {
	r, _ := Call(call, nil, nil, nil, nil, nil, nil)
	return r
}

// Getpid returns the number of the process.
func Getpid() int { return result(callGetpid) }

// Getppid returns the number of the process that started this one.
func Getppid() int { return result(callGetppid) }

// Getuid returns the user.
func Getuid() int { return result(callGetuid) }

// Geteuid returns the effective user.
func Geteuid() int { return result(callGeteuid) }

// Getgid returns the group.
func Getgid() int { return result(callGetgid) }

// Getegid returns the effective group.
func Getegid() int { return result(callGetegid) }

// Getgroups fills in groups of the user and returns how many there are.
func Getgroups(groups []uint32) (n int, errno int) {
	r, errno := Call(callGetgroups, number(len(groups)), word(unsafe.SliceData(groups)), nil, nil, nil, nil)
	return r, errno
}

// Kill sends a signal to a process.
func Kill(pid, signal int) (errno int) {
	_, errno = with(callKill, pid, number(signal), nil)
	return errno
}

// Wait4 waits for a process and fills in the 144 bytes of a struct rusage.
func Wait4(pid int, status *int32, options int, usage unsafe.Pointer) (got int, errno int) {
	r, errno := Call(callWait4, number(pid), word(status), number(options), usage, nil, nil)
	return r, errno
}
