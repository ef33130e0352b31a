package os

import (
	"internal/paths"
	"internal/sys"
	"io/fs"
	"syscall"
	"time"
	"unsafe"
)

type (
	// FileInfo describes a file.
	FileInfo = fs.FileInfo
	// FileMode is a file's type and permissions.
	FileMode = fs.FileMode
)

// Bits of a FileMode.
const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

// fileStat is the FileInfo of this package.
type fileStat struct {
	name    string
	size    int64
	mode    FileMode
	modTime time.Time
	sys     syscall.Stat_t
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) ModTime() time.Time { return s.modTime }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Sys() any           { return &s.sys }

// fill makes the other fields of sys.
func (s *fileStat) fill(path string) {
	s.name = paths.Base(path)
	s.size = s.sys.Size
	s.modTime = time.Unix(s.sys.Mtim.Unix())
	s.mode = FileMode(s.sys.Mode & 0777)
	switch s.sys.Mode & syscall.S_IFMT {
	case syscall.S_IFBLK:
		s.mode |= ModeDevice
	case syscall.S_IFCHR:
		s.mode |= ModeDevice | ModeCharDevice
	case syscall.S_IFDIR:
		s.mode |= ModeDir
	case syscall.S_IFIFO:
		s.mode |= ModeNamedPipe
	case syscall.S_IFLNK:
		s.mode |= ModeSymlink
	case syscall.S_IFSOCK:
		s.mode |= ModeSocket
	}
	if s.sys.Mode&syscall.S_ISGID != 0 {
		s.mode |= ModeSetgid
	}
	if s.sys.Mode&syscall.S_ISUID != 0 {
		s.mode |= ModeSetuid
	}
	if s.sys.Mode&syscall.S_ISVTX != 0 {
		s.mode |= ModeSticky
	}
}

// statAt describes a file; its Name is that of path.
func statAt(dir int, name, path string, flags int) (*fileStat, int) {
	s := new(fileStat)
	if errno := sys.Fstatat(dir, name, unsafe.Pointer(&s.sys), flags); errno != 0 {
		return nil, errno
	}
	s.fill(path)
	return s, 0
}

// Stat describes a file.
func Stat(name string) (FileInfo, error) {
	s, errno := statAt(sys.CurrentDirectory, name, name, 0)
	if errno != 0 {
		return nil, failed("stat", name, errno)
	}
	return s, nil
}

// Lstat describes a file and does not follow a symbolic link.
func Lstat(name string) (FileInfo, error) {
	s, errno := statAt(sys.CurrentDirectory, name, name, sys.NoFollow)
	if errno != 0 {
		return nil, failed("lstat", name, errno)
	}
	return s, nil
}

// Stat describes the file.
func (f *File) Stat() (FileInfo, error) {
	if err := f.use("stat"); err != nil {
		return nil, err
	}
	defer f.release()
	s := new(fileStat)
	if errno := sys.Fstat(f.fd, unsafe.Pointer(&s.sys)); errno != 0 {
		return nil, f.failed("stat", errno)
	}
	s.fill(f.name)
	return s, nil
}

// SameFile says whether two descriptions are of one file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.sys.Dev == b.sys.Dev && a.sys.Ino == b.sys.Ino
}
