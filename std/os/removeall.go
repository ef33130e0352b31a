package os

import (
	"internal/sys"
	"io"
	"syscall"
)

// RemoveAll removes a file, or a directory with all below it, from below as far as it can. What is not there is no
// error.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if endsWithDot(path) {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	dir, base := splitPath(path)
	parent, err := Open(dir)
	if IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	defer parent.Close()
	if err := removeAllIn(parent.fd, base); err != nil {
		return inDirectory(dir, err)
	}
	return nil
}

func endsWithDot(path string) bool {
	n := len(path)
	return path == "." || n >= 2 && path[n-1] == '.' && path[n-2] == '/'
}

// splitPath returns the directory and the last element of a path without slashes at its end.
func splitPath(path string) (dir, base string) {
	for len(path) > 1 && path[0] == '/' && path[1] == '/' {
		path = path[1:]
	}
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	i := len(path) - 1
	for i > 0 && path[i-1] != '/' {
		i--
	}
	switch {
	case i <= 0:
		return ".", path
	case i == 1:
		return path[:1], path[i:]
	}
	return path[:i-1], path[i:]
}

// inDirectory puts the directory before the path of an error.
func inDirectory(dir string, err error) error {
	if e, ok := err.(*PathError); ok {
		e.Path = dir + "/" + e.Path
	}
	return err
}

// removeAllIn removes base from the directory whose descriptor is dir.
func removeAllIn(dir int, base string) error {
	unlink := sys.Unlinkat(dir, base, 0)
	switch syscall.Errno(unlink) {
	case 0, syscall.ENOENT:
		return nil
	case syscall.EISDIR, syscall.EPERM, syscall.EACCES:
	default:
		return failed("unlinkat", base, unlink)
	}
	var first error
	const many = 1024
	for more := true; more; {
		fd, link, errno := openDirectoryAt(dir, base)
		if syscall.Errno(errno) == syscall.ENOENT {
			return nil
		}
		if link != "" || syscall.Errno(errno) == syscall.ENOTDIR {
			return failed("unlinkat", base, unlink)
		}
		if errno != 0 {
			first = failed("openfdat", base, errno)
			break
		}
		f := newFile(fd, base)
		names, err := f.Readdirnames(many)
		if err != nil && err != io.EOF {
			f.Close()
			if IsNotExist(err) {
				return nil
			}
			return &PathError{Op: "readdirnames", Path: base, Err: err}
		}
		failures := 0
		for _, name := range names {
			if err := removeAllIn(fd, name); err != nil {
				failures++
				err = inDirectory(base, err)
				if first == nil {
					first = err
				}
			}
		}
		f.Close()
		// Removing may have hidden entries: the directory is read anew as long as that helps.
		more = len(names) == many && failures < many
	}
	errno := sys.Unlinkat(dir, base, sys.RemoveDirectory)
	if errno == 0 || syscall.Errno(errno) == syscall.ENOENT {
		return nil
	}
	if first != nil {
		return first
	}
	return failed("unlinkat", base, errno)
}

// openDirectoryAt opens a directory without following a link; of a link it returns where that leads.
func openDirectoryAt(dir int, name string) (fd int, link string, errno int) {
	fd, errno = sys.Openat(dir, name, syscall.O_NOFOLLOW|syscall.O_CLOEXEC|syscall.O_DIRECTORY, 0)
	switch syscall.Errno(errno) {
	case syscall.ELOOP, syscall.EMLINK, syscall.ENOTDIR:
		if target, failed := readLinkAt(dir, name); failed == 0 {
			return fd, target, errno
		}
	case syscall.ENOTSUP:
		errno = int(syscall.ENOTDIR)
	}
	return fd, "", errno
}
