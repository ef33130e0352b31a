package os

import (
	"errors"
	"internal/sys"
	"io/fs"
	"syscall"
	"time"
)

// Root is a directory whose methods reach nothing outside of it, neither by ".." nor by symbolic links. Paths are
// walked element by element with open directories, so that renames in between do not lead out.
type Root struct {
	*root
}

type root struct {
	name string
	fd   int      // -1: closed
	_    [24]byte // as large as Go's, which counts the calls under way
}

var errPathEscapes = errors.New("path escapes from parent")

// OpenRoot opens a directory.
func OpenRoot(name string) (*Root, error) {
	fd, errno := sys.Openat(sys.CurrentDirectory, name, syscall.O_CLOEXEC, 0)
	if errno != 0 {
		return nil, failed("open", name, errno)
	}
	return newRoot(fd, name)
}

func newRoot(fd int, name string) (*Root, error) {
	f := newFile(fd, name)
	if info, err := f.Stat(); err == nil && !info.IsDir() {
		f.Close()
		return nil, &PathError{Op: "open", Path: name, Err: errors.New("not a directory")}
	}
	return &Root{&root{name: name, fd: fd}}, nil
}

// OpenInRoot opens a file that must lie below dir.
func OpenInRoot(dir, name string) (*File, error) {
	r, err := OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.Open(name)
}

// Name returns the name the directory was opened by.
func (r *Root) Name() string { return r.name }

// Close closes the directory.
func (r *Root) Close() error {
	if r.fd >= 0 {
		sys.Close(r.fd)
		r.fd = -1
	}
	return nil
}

// linkError is what an operation returns that met a symbolic link: the walk follows it.
type linkError string

func (linkError) Error() string { return "symbolic link" }

// orLink returns the link that name is, else the error.
func orLink(dir int, name string, err error) error {
	if target, errno := readLinkAt(dir, name); errno == 0 {
		return linkError(target)
	}
	return err
}

// walkOption says how a walk treats its last element.
type walkOption uint8

const (
	keepSlash walkOption = 1 << iota // a slash at the end is the operation's affair
	creating                         // it need not exist
)

const maxLinks = 8

// walk calls do with the directory that the path leads to and its last element.
func (r *Root) walk(path string, options walkOption, open func(dir int, name string) (int, error),
	do func(dir int, name string, slash bool) error) error {
	if r.fd < 0 {
		return ErrClosed
	}
	parts, slash, err := rootParts(path)
	if err != nil {
		return err
	}
	dir := r.fd
	enter := func(fd int) {
		if dir != r.fd {
			sys.Close(dir)
		}
		dir = fd
	}
	defer enter(r.fd)
	const maxSteps, maxRestarts = 255, 8
	for i, steps, restarts, links := 0, 1, 0, 0; ; steps++ {
		if steps > maxSteps && restarts > maxRestarts {
			return syscall.ENAMETOOLONG
		}
		if parts[i] == ".." {
			// The elements before are taken back, and the walk begins again.
			restarts++
			end := i + 1
			for end < len(parts) && parts[end] == ".." {
				end++
			}
			if end-i > i {
				return errPathEscapes
			}
			parts = append(parts[:i-(end-i):i-(end-i)], parts[end:]...)
			if len(parts) == 0 {
				parts = []string{"."}
			}
			i = 0
			enter(r.fd)
			continue
		}
		last := i == len(parts)-1
		if last {
			if slash && options&keepSlash == 0 {
				err = mustBeDirectory(dir, parts[i], options&creating != 0)
			}
			if err == nil {
				err = do(dir, parts[i], slash)
			}
		} else {
			var fd int
			if fd, err = open(dir, parts[i]); err == nil {
				enter(fd)
			}
		}
		switch e := err.(type) {
		case nil:
			if last {
				return nil
			}
			i++
		case linkError:
			if links++; links > maxLinks {
				return syscall.ELOOP
			}
			target, targetSlash, err := rootParts(string(e))
			if err != nil {
				return err
			}
			slash = slash || last && targetSlash
			rest := parts[i+1:]
			if n := len(target); len(rest) > 0 && target[n-1] == "." {
				target = target[:n-1]
			}
			parts = append(append(parts[:i:i], target...), rest...)
			if len(parts) == 0 {
				parts = []string{"."}
			}
			if i == len(parts) {
				i = 0
				enter(r.fd)
			}
		case *PathError:
			e.Path = parts[0]
			for _, part := range parts[1 : i+1] {
				e.Path += "/" + part
			}
			return e
		default:
			return err
		}
		err = nil
	}
}

// rootParts returns the elements of a path without "." but at the end, and whether it ends in a slash.
func rootParts(path string) (parts []string, slash bool, err error) {
	if path == "" {
		return nil, false, errors.New("empty path")
	}
	if path[0] == '/' {
		return nil, false, errPathEscapes
	}
	for start := 0; start < len(path); {
		end := start
		for end < len(path) && path[end] != '/' {
			end++
		}
		part := path[start:end]
		slash = end < len(path)
		for end < len(path) && path[end] == '/' {
			end++
		}
		if part != "." || end == len(path) {
			parts = append(parts, part)
		}
		start = end
	}
	return parts, slash, nil
}

// mustBeDirectory is asked for a name with a slash behind it.
func mustBeDirectory(dir int, name string, creating bool) error {
	s, errno := statAt(dir, name, name, sys.NoFollow)
	switch {
	case creating && syscall.Errno(errno) == syscall.ENOENT:
		return nil
	case errno != 0:
		return syscall.Errno(errno)
	case s.mode&ModeSymlink != 0:
		return orLink(dir, name, syscall.ENOTDIR)
	case !s.IsDir():
		return syscall.ENOTDIR
	}
	return nil
}

func openPart(dir int, name string) (int, error) {
	fd, link, errno := openDirectoryAt(dir, name)
	switch {
	case link != "":
		return -1, linkError(link)
	case errno != 0:
		return -1, syscall.Errno(errno)
	}
	return fd, nil
}

// at does something with the file that the path leads to.
func (r *Root) at(op, path string, options walkOption, do func(dir int, name string, slash bool) error) error {
	if err := r.walk(path, options, openPart, do); err != nil {
		return &PathError{Op: op, Path: path, Err: err}
	}
	return nil
}

// errno makes an error of an error number, nil of 0.
func errnoError(errno int) error {
	if errno == 0 {
		return nil
	}
	return syscall.Errno(errno)
}

// Open opens a file for reading.
func (r *Root) Open(name string) (*File, error) { return r.OpenFile(name, O_RDONLY, 0) }

// Create makes or empties a file and opens it for reading and writing.
func (r *Root) Create(name string) (*File, error) {
	return r.OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

var errFileMode = errors.New("unsupported file mode")

// OpenFile opens a file.
func (r *Root) OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if perm&0o777 != perm {
		return nil, &PathError{Op: "openat", Path: name, Err: errFileMode}
	}
	f := newFile(-1, joinPath(r.name, name))
	err := r.at("openat", name, 0, func(dir int, name string, slash bool) error {
		fd, errno := sys.Openat(dir, name, syscall.O_NOFOLLOW|syscall.O_CLOEXEC|flag, uint32(perm))
		f.fd = fd
		err := errnoError(errno)
		switch exclusive := flag&(O_CREATE|O_EXCL) == O_CREATE|O_EXCL; err {
		case syscall.ELOOP, syscall.EMLINK, syscall.ENOTDIR:
			if !exclusive {
				return orLink(dir, name, err)
			}
			if err == syscall.ELOOP {
				return syscall.EEXIST
			}
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	f.inRoot = true
	f.append = appendingOf(flag)
	return f, nil
}

// OpenRoot opens a directory below.
func (r *Root) OpenRoot(name string) (*Root, error) {
	var opened int
	err := r.at("openat", name, 0, func(dir int, name string, slash bool) error {
		fd, errno := sys.Openat(dir, name, syscall.O_NOFOLLOW|syscall.O_CLOEXEC, 0)
		opened = fd
		switch err := errnoError(errno); err {
		case syscall.ELOOP, syscall.EMLINK:
			return orLink(dir, name, err)
		default:
			return err
		}
	})
	if err != nil {
		return nil, err
	}
	return newRoot(opened, joinPath(r.name, name))
}

// through follows a link before it does something.
func through(do func(dir int, name string) (errno int)) func(dir int, name string, slash bool) error {
	return func(dir int, name string, slash bool) error {
		if err := orLink(dir, name, nil); err != nil {
			return err
		}
		return errnoError(do(dir, name))
	}
}

// Chmod sets the permissions of a file.
func (r *Root) Chmod(name string, mode FileMode) error {
	return r.at("chmodat", name, 0, through(func(dir int, name string) int {
		return sys.Fchmodat(dir, name, permissions(mode), sys.NoFollow)
	}))
}

// Chown sets the owner of a file.
func (r *Root) Chown(name string, uid, gid int) error {
	return r.at("chownat", name, 0, through(func(dir int, name string) int {
		return sys.Fchownat(dir, name, uid, gid, sys.NoFollow)
	}))
}

// Lchown sets the owner of a file and does not follow a link.
func (r *Root) Lchown(name string, uid, gid int) error {
	return r.at("lchownat", name, 0, func(dir int, name string, slash bool) error {
		return errnoError(sys.Fchownat(dir, name, uid, gid, sys.NoFollow))
	})
}

// Chtimes sets the times of access and modification of a file.
func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	times := systemTimes(atime, mtime)
	return r.at("chtimesat", name, 0, through(func(dir int, name string) int {
		given := times // whose address is taken, but not of the one that the closure has
		return sys.Utimensat(dir, name, &given, sys.NoFollow)
	}))
}

// Mkdir makes a directory.
func (r *Root) Mkdir(name string, perm FileMode) error {
	if perm&0o777 != perm {
		return &PathError{Op: "mkdirat", Path: name, Err: errFileMode}
	}
	return r.at("mkdirat", name, creating|keepSlash, func(dir int, name string, slash bool) error {
		return errnoError(sys.Mkdirat(dir, name, permissions(perm)))
	})
}

// MkdirAll makes a directory and those above it.
func (r *Root) MkdirAll(path string, perm FileMode) error {
	if perm&0o777 != perm {
		return &PathError{Op: "mkdirat", Path: path, Err: errFileMode}
	}
	open := func(dir int, name string) (int, error) {
		fd, err := openPart(dir, name)
		if err == syscall.ENOENT {
			if errno := syscall.Errno(sys.Mkdirat(dir, name, permissions(perm))); errno != 0 && errno != syscall.EEXIST {
				return -1, &PathError{Op: "mkdirat", Err: errno}
			}
			fd, err = openPart(dir, name)
		}
		if _, link := err.(linkError); err != nil && !link {
			err = &PathError{Op: "openat", Err: err}
		}
		return fd, err
	}
	err := r.walk(path, creating|keepSlash, open, func(dir int, name string, slash bool) error {
		err := errnoError(sys.Mkdirat(dir, name, permissions(perm)))
		if err == syscall.EEXIST {
			if s, errno := statAt(dir, name, name, sys.NoFollow); errno == 0 && s.IsDir() {
				err = nil
			} else if errno == 0 && s.mode&ModeSymlink != 0 {
				info, statErr := r.Stat(path)
				switch {
				case statErr == nil && info.IsDir():
					err = nil
				case statErr == nil:
					err = syscall.ENOTDIR
				case !IsNotExist(statErr):
					err = statErr
				}
			}
		}
		if err != nil {
			return &PathError{Op: "mkdirat", Err: err}
		}
		return nil
	})
	if err == nil {
		return nil
	}
	if _, ok := err.(*PathError); !ok {
		err = &PathError{Op: "mkdirat", Path: path, Err: err}
	}
	return err
}

// Remove removes a file or an empty directory.
func (r *Root) Remove(name string) error {
	return r.at("removeat", name, 0, func(dir int, name string, slash bool) error {
		return errnoError(removeAt(dir, name))
	})
}

// RemoveAll removes a file, or a directory with all below it.
func (r *Root) RemoveAll(name string) error {
	for name != "" && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	if endsWithDot(name) {
		return &PathError{Op: "RemoveAll", Path: name, Err: syscall.EINVAL}
	}
	err := r.walk(name, 0, openPart, func(dir int, name string, slash bool) error { return removeAllIn(dir, name) })
	if err == nil || IsNotExist(err) {
		return nil
	}
	return &PathError{Op: "RemoveAll", Path: name, Err: cause(err)}
}

// Stat describes a file.
func (r *Root) Stat(name string) (FileInfo, error) { return r.stat(name, true) }

// Lstat describes a file and does not follow a symbolic link.
func (r *Root) Lstat(name string) (FileInfo, error) { return r.stat(name, false) }

func (r *Root) stat(path string, follow bool) (FileInfo, error) {
	var info *fileStat
	err := r.at("statat", path, 0, func(dir int, name string, slash bool) error {
		s, errno := statAt(dir, name, path, sys.NoFollow)
		if errno != 0 {
			return syscall.Errno(errno)
		}
		info = s
		if follow && s.mode&ModeSymlink != 0 {
			return orLink(dir, name, syscall.ELOOP)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return info, nil
}

// Readlink returns where a symbolic link leads.
func (r *Root) Readlink(name string) (string, error) {
	var target string
	err := r.at("readlinkat", name, 0, func(dir int, name string, slash bool) error {
		link, errno := readLinkAt(dir, name)
		target = link
		return errnoError(errno)
	})
	if err != nil {
		return "", err
	}
	return target, nil
}

// both does something with two files.
func (r *Root) both(op, from, to string, options walkOption,
	do func(fromDir int, from string, toDir int, to string, slash bool) error) error {
	err := r.walk(from, 0, openPart, func(fromDir int, from string, _ bool) error {
		return r.walk(to, options, openPart, func(toDir int, to string, slash bool) error {
			return do(fromDir, from, toDir, to, slash)
		})
	})
	if err != nil {
		return &LinkError{op, from, to, err}
	}
	return nil
}

// Rename renames a file; a directory is not replaced.
func (r *Root) Rename(oldname, newname string) error {
	return r.both("renameat", oldname, newname, creating, func(fromDir int, from string, toDir int, to string, slash bool) error {
		if slash {
			s, errno := statAt(fromDir, from, from, sys.NoFollow)
			if errno != 0 {
				return syscall.Errno(errno)
			}
			if s.mode.Type() != fs.ModeDir {
				return syscall.ENOTDIR
			}
		}
		if there, errno := statAt(toDir, to, to, sys.NoFollow); errno == 0 && there.IsDir() {
			s, errno := statAt(fromDir, from, from, sys.NoFollow)
			if errno != 0 {
				return syscall.Errno(errno)
			}
			if to == from || !SameFile(there, s) {
				return syscall.EEXIST
			}
		}
		return errnoError(sys.Renameat(fromDir, from, toDir, to))
	})
}

// Link makes a further name of a file.
func (r *Root) Link(oldname, newname string) error {
	return r.both("linkat", oldname, newname, 0, func(fromDir int, from string, toDir int, to string, slash bool) error {
		return errnoError(sys.Linkat(fromDir, from, toDir, to))
	})
}

// Symlink makes a symbolic link that leads to oldname.
func (r *Root) Symlink(oldname, newname string) error {
	err := r.walk(newname, 0, openPart, func(dir int, name string, slash bool) error {
		return errnoError(sys.Symlinkat(oldname, dir, name))
	})
	if err != nil {
		return &LinkError{"symlinkat", oldname, newname, err}
	}
	return nil
}

// ReadFile returns the contents of a file.
func (r *Root) ReadFile(name string) ([]byte, error) {
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.contents()
}

// WriteFile writes data to a file, which is made or emptied before.
func (r *Root) WriteFile(name string, data []byte, perm FileMode) error {
	f, err := r.OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	return f.writeAndClose(data)
}

// FS returns the file system of the directory.
func (r *Root) FS() fs.FS { return (*rootFS)(r) }

type rootFS Root

func (r *rootFS) valid(op, name string) error {
	if !fs.ValidPath(name) {
		return &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return nil
}

func (r *rootFS) Open(name string) (fs.File, error) {
	if err := r.valid("open", name); err != nil {
		return nil, err
	}
	f, err := (*Root)(r).Open(name)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (r *rootFS) ReadDir(name string) ([]DirEntry, error) {
	if err := r.valid("readdir", name); err != nil {
		return nil, err
	}
	f, err := (*Root)(r).Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.sorted()
}

func (r *rootFS) ReadFile(name string) ([]byte, error) {
	if err := r.valid("readfile", name); err != nil {
		return nil, err
	}
	return (*Root)(r).ReadFile(name)
}

func (r *rootFS) ReadLink(name string) (string, error) {
	if err := r.valid("readlink", name); err != nil {
		return "", err
	}
	return (*Root)(r).Readlink(name)
}

func (r *rootFS) Stat(name string) (fs.FileInfo, error) {
	if err := r.valid("stat", name); err != nil {
		return nil, err
	}
	return (*Root)(r).Stat(name)
}

func (r *rootFS) Lstat(name string) (fs.FileInfo, error) {
	if err := r.valid("lstat", name); err != nil {
		return nil, err
	}
	return (*Root)(r).Lstat(name)
}
