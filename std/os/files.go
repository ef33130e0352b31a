package os

import (
	"errors"
	"internal/sys"
	"io"
	"syscall"
	"time"
)

// What is done with files by their names.

// permissions returns the bits of the system for a mode.
func permissions(mode FileMode) uint32 {
	bits := uint32(mode.Perm())
	if mode&ModeSetuid != 0 {
		bits |= syscall.S_ISUID
	}
	if mode&ModeSetgid != 0 {
		bits |= syscall.S_ISGID
	}
	if mode&ModeSticky != 0 {
		bits |= syscall.S_ISVTX
	}
	return bits
}

// ReadFile returns the contents of a file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.contents()
}

func (f *File) contents() ([]byte, error) {
	const least = 512
	var size int64
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	data := make([]byte, 0, max(least, int(size)+1)) // one more for the end to be seen
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return data, err
		}
		// Files of /proc say that they are empty, and want to be read in large pieces.
		if left := cap(data) - len(data); left == 0 || size == 0 && left < least {
			data = append(data, make([]byte, least)...)[:len(data)]
		}
	}
}

// WriteFile writes data to a file, which is made or emptied before.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	return f.writeAndClose(data)
}

func (f *File) writeAndClose(data []byte) error {
	_, err := f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error { return failed("remove", name, removeAt(sys.CurrentDirectory, name)) }

// removeAt tries both ways of removing. "If both fail, it does not matter which one's error is reported", but of a
// file that is no directory the second says nothing.
func removeAt(dir int, name string) (errno int) {
	errno = sys.Unlinkat(dir, name, 0)
	if errno == 0 {
		return 0
	}
	if other := sys.Unlinkat(dir, name, sys.RemoveDirectory); other != int(syscall.ENOTDIR) {
		return other
	}
	return errno
}

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	return failed("mkdir", name, sys.Mkdirat(sys.CurrentDirectory, name, permissions(perm)))
}

// MkdirAll makes a directory and those above it.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := MkdirAll(path[:end-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, other := Lstat(path); other == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Rename renames a file; a directory is not replaced.
func Rename(oldpath, newpath string) error {
	if there, err := Lstat(newpath); err == nil && there.IsDir() {
		if info, err := Lstat(oldpath); err != nil {
			return &LinkError{"rename", oldpath, newpath, cause(err)}
		} else if newpath == oldpath || !SameFile(there, info) {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return linkFailed("rename", oldpath, newpath, sys.Renameat(sys.CurrentDirectory, oldpath, sys.CurrentDirectory, newpath))
}

// Link makes a further name of a file.
func Link(oldname, newname string) error {
	return linkFailed("link", oldname, newname, sys.Linkat(sys.CurrentDirectory, oldname, sys.CurrentDirectory, newname))
}

// Symlink makes a symbolic link that leads to oldname.
func Symlink(oldname, newname string) error {
	return linkFailed("symlink", oldname, newname, sys.Symlinkat(oldname, sys.CurrentDirectory, newname))
}

// Readlink returns where a symbolic link leads.
func Readlink(name string) (string, error) {
	target, errno := readLinkAt(sys.CurrentDirectory, name)
	return target, failed("readlink", name, errno)
}

func readLinkAt(dir int, name string) (target string, errno int) {
	for size := 128; ; size *= 2 {
		b := make([]byte, size)
		n, errno := sys.Readlinkat(dir, name, b)
		if errno != 0 {
			return "", errno
		}
		if n < size {
			return string(b[:n]), 0
		}
	}
}

// Truncate sets the size of a file.
func Truncate(name string, size int64) error {
	return failed("truncate", name, sys.Truncate(name, size))
}

// Chmod sets the permissions of a file.
func Chmod(name string, mode FileMode) error {
	return failed("chmod", name, sys.Fchmodat(sys.CurrentDirectory, name, permissions(mode), 0))
}

// Chown sets the owner of a file.
func Chown(name string, uid, gid int) error {
	return failed("chown", name, sys.Fchownat(sys.CurrentDirectory, name, uid, gid, 0))
}

// Lchown sets the owner of a file and does not follow a symbolic link.
func Lchown(name string, uid, gid int) error {
	return failed("lchown", name, sys.Fchownat(sys.CurrentDirectory, name, uid, gid, sys.NoFollow))
}

// Chtimes sets the times of access and modification of a file; a zero time leaves one as it is.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	times := systemTimes(atime, mtime)
	return failed("chtimes", name, sys.Utimensat(sys.CurrentDirectory, name, &times, 0))
}

func systemTimes(atime, mtime time.Time) (times [4]int64) {
	const omit = 1<<30 - 2
	for i, t := range [...]time.Time{atime, mtime} {
		if t.IsZero() {
			times[2*i], times[2*i+1] = omit, omit
		} else {
			ts := syscall.NsecToTimespec(t.UnixNano())
			times[2*i], times[2*i+1] = ts.Sec, ts.Nsec
		}
	}
	return times
}

// Chdir changes the current directory.
func Chdir(dir string) error { return failed("chdir", dir, sys.Chdir(dir)) }

// Getwd returns the current directory, by the name that the variable PWD has for it if it is right.
func Getwd() (dir string, err error) {
	if dir = Getenv("PWD"); len(dir) > 0 && dir[0] == '/' {
		here, err := Stat(".")
		if err != nil {
			return "", err
		}
		if there, err := Stat(dir); err == nil && SameFile(here, there) {
			return dir, nil
		}
	}
	dir, errno := sys.Getcwd()
	if errno != 0 {
		return "", NewSyscallError("getwd", syscall.Errno(errno))
	}
	return dir, nil
}

// TempDir returns the directory for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// UserHomeDir returns the user's home directory: $HOME.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir returns the user's directory for files that can be made anew: $XDG_CACHE_HOME or $HOME/.cache.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

// UserConfigDir returns the user's directory for settings: $XDG_CONFIG_HOME or $HOME/.config.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

func userDir(variable, inHome string) (string, error) {
	dir := Getenv(variable)
	if dir == "" {
		if dir = Getenv("HOME"); dir == "" {
			return "", errors.New("neither $" + variable + " nor $HOME are defined")
		}
		return dir + inHome, nil
	}
	if dir[0] != '/' {
		return "", errors.New("path in $" + variable + " is relative")
	}
	return dir, nil
}

const manyTries = 10000

// CreateTemp makes a file in dir ("": TempDir) whose name is the pattern with a random number for its last star, or
// behind it, and opens it for reading and writing.
func CreateTemp(dir, pattern string) (*File, error) {
	if dir == "" {
		dir = TempDir()
	}
	before, after, err := beforeAndAfter(pattern)
	if err != nil {
		return nil, &PathError{Op: "createtemp", Path: pattern, Err: err}
	}
	before = joinPath(dir, before)
	for range manyTries {
		f, err := OpenFile(before+randomNumber()+after, O_RDWR|O_CREATE|O_EXCL, 0600)
		if !IsExist(err) {
			return f, err
		}
	}
	return nil, &PathError{Op: "createtemp", Path: before + "*" + after, Err: ErrExist}
}

// MkdirTemp makes a directory in dir as CreateTemp makes a file.
func MkdirTemp(dir, pattern string) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	before, after, err := beforeAndAfter(pattern)
	if err != nil {
		return "", &PathError{Op: "mkdirtemp", Path: pattern, Err: err}
	}
	before = joinPath(dir, before)
	for range manyTries {
		name := before + randomNumber() + after
		err := Mkdir(name, 0700)
		if err == nil {
			return name, nil
		}
		if IsNotExist(err) {
			if _, missing := Stat(dir); IsNotExist(missing) {
				return "", missing
			}
		}
		if !IsExist(err) {
			return "", err
		}
	}
	return "", &PathError{Op: "mkdirtemp", Path: before + "*" + after, Err: ErrExist}
}

// beforeAndAfter splits a pattern of names at its last star.
func beforeAndAfter(pattern string) (before, after string, err error) {
	star := len(pattern)
	for i := range len(pattern) {
		switch pattern[i] {
		case '/':
			return "", "", errors.New("pattern contains path separator")
		case '*':
			star = i
		}
	}
	if star < len(pattern) {
		after = pattern[star+1:]
	}
	return pattern[:star], after, nil
}

func joinPath(dir, name string) string {
	if dir != "" && dir[len(dir)-1] == '/' {
		return dir + name
	}
	return dir + "/" + name
}

// randomNumber returns a number that repeats neither in the program nor, most likely, in another.
func randomNumber() string {
	seed ^= uint64(time.Now().UnixNano())
	seed = seed*6364136223846793005 + 1442695040888963407
	return decimal(uint32((seed ^ uint64(sys.Getpid())<<40) >> 32))
}

var seed uint64

func decimal(n uint32) string {
	var buf [10]byte
	i := len(buf)
	for ok := true; ok; ok = n > 0 {
		i--
		buf[i] = '0' + byte(n%10)
		n /= 10
	}
	return string(buf[i:])
}
