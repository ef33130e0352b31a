// Package fs defines file systems: trees of files that can be opened and listed.
package fs

import (
	"internal/oserror"
	"time"
	"unicode/utf8"
)

// FS is a file system.
type FS interface {
	// Open opens a file by a name that ValidPath allows; errors are of type *PathError.
	Open(name string) (File, error)
}

// ValidPath says whether a name is "." or slash-separated elements in UTF-8, none being empty, "." or "..".
func ValidPath(name string) bool {
	if !utf8.ValidString(name) {
		return false
	}
	if name == "." {
		return true
	}
	for start, i := 0, 0; ; i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		switch name[start:i] {
		case "", ".", "..":
			return false
		}
		if i == len(name) {
			return true
		}
		start = i + 1
	}
}

// File is an open file.
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// DirEntry is what a directory says of one of its files.
type DirEntry interface {
	// Name returns the last element of the file's path.
	Name() string
	IsDir() bool
	// Type returns the type bits of the mode.
	Type() FileMode
	// Info describes the file, which may have changed since the directory was read.
	Info() (FileInfo, error)
}

// ReadDirFile is an open directory.
type ReadDirFile interface {
	File
	// ReadDir returns the next n entries in the order of the directory, all if n <= 0.
	ReadDir(n int) ([]DirEntry, error)
}

// Causes of failures.
var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed
)

// FileInfo describes a file.
type FileInfo interface {
	Name() string       // last element of the path
	Size() int64        // in bytes
	Mode() FileMode     // type and permissions
	ModTime() time.Time // last modification
	IsDir() bool        // Mode().IsDir()
	Sys() any           // where the rest comes from, may be nil
}

// FileMode is a file's type and permissions.
type FileMode uint32

// The bits; in String a letter each, in this order "dalTLDpSugct?".
const (
	ModeDir FileMode = 1 << (31 - iota)
	ModeAppend
	ModeExclusive
	ModeTemporary
	ModeSymlink
	ModeDevice
	ModeNamedPipe
	ModeSocket
	ModeSetuid
	ModeSetgid
	ModeCharDevice
	ModeSticky
	ModeIrregular

	// ModeType masks the type bits; a regular file has none.
	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular

	ModePerm FileMode = 0777
)

// String returns the letters of the set bits and the permissions as ls shows them.
func (m FileMode) String() string {
	var buf [32]byte
	b := buf[:0]
	for i, c := range []byte("dalTLDpSugct?") {
		if m&(1<<(31-i)) != 0 {
			b = append(b, c)
		}
	}
	if len(b) == 0 {
		b = append(b, '-')
	}
	for i, c := range []byte("rwxrwxrwx") {
		if m&(1<<(8-i)) == 0 {
			c = '-'
		}
		b = append(b, c)
	}
	return string(b)
}

// IsDir says whether it is a directory.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular says whether no type bit is set.
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm returns the permissions.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type returns the type bits.
func (m FileMode) Type() FileMode { return m & ModeType }

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

// Timeout says whether the cause is that time ran out.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// FormatFileInfo returns mode, size, time and name.
func FormatFileInfo(info FileInfo) string {
	name := info.Name()
	b := make([]byte, 0, 40+len(name))
	b = append(b, info.Mode().String()...)
	b = append(b, ' ')
	size := info.Size()
	rest := uint64(size)
	if size < 0 {
		b = append(b, '-')
		rest = -rest
	}
	var digits [20]byte
	i := len(digits)
	for ok := true; ok; ok = rest > 0 {
		i--
		digits[i] = '0' + byte(rest%10)
		rest /= 10
	}
	b = append(b, digits[i:]...)
	b = append(b, ' ')
	b = info.ModTime().AppendFormat(b, time.DateTime)
	b = append(b, ' ')
	b = append(b, name...)
	if info.IsDir() {
		b = append(b, '/')
	}
	return string(b)
}

// FormatDirEntry returns the type bits and the name.
func FormatDirEntry(dir DirEntry) string {
	mode := dir.Type().String()
	s := mode[:len(mode)-len("rwxrwxrwx")] + " " + dir.Name()
	if dir.IsDir() {
		s += "/"
	}
	return s
}
