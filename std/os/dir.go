package os

import (
	"cmp"
	"errors"
	"internal/sys"
	"io"
	"io/fs"
	"slices"
	"sync"
	"syscall"
)

// DirEntry is what a directory says of one of its files.
type DirEntry = fs.DirEntry

// dirReader is what has been read of a directory and not been returned.
type dirReader struct {
	buf  *[]byte // from direntBuffers, nil at the end
	rest []byte
}

const direntBufferSize = 8192

var direntBuffers = sync.Pool{New: func() any {
	buf := make([]byte, direntBufferSize)
	return &buf
}}

// next returns the next entry but "." and "..", or ok false.
func (d *dirReader) next(f *File) (name []byte, kind byte, ok bool, err error) {
	for {
		if len(d.rest) == 0 {
			if d.buf == nil {
				d.buf = direntBuffers.Get().(*[]byte)
			}
			if !f.acquire() {
				return nil, 0, false, &PathError{Op: "readdirent", Path: f.name, Err: errFileClosing}
			}
			n, errno := sys.Getdents(f.fd, *d.buf)
			f.release()
			if errno != 0 {
				return nil, 0, false, f.failed("readdirent", errno)
			}
			if n == 0 {
				direntBuffers.Put(d.buf)
				d.buf = nil
				return nil, 0, false, nil
			}
			d.rest = (*d.buf)[:n]
		}
		// struct linux_dirent64: inode and offset of 8 bytes, length of 2, type of 1, name up to a NUL
		length := int(d.rest[16]) | int(d.rest[17])<<8
		kind, name = d.rest[18], d.rest[19:length]
		d.rest = d.rest[length:]
		end := 0
		for end < len(name) && name[end] != 0 {
			end++
		}
		name = name[:end]
		if string(name) != "." && string(name) != ".." {
			return name, kind, true, nil
		}
	}
}

// dirEntry is the DirEntry of this package.
type dirEntry struct {
	parent string
	name   string
	kind   FileMode
	info   FileInfo
}

func (d *dirEntry) Name() string   { return d.name }
func (d *dirEntry) IsDir() bool    { return d.kind.IsDir() }
func (d *dirEntry) Type() FileMode { return d.kind }
func (d *dirEntry) String() string { return fs.FormatDirEntry(d) }

func (d *dirEntry) Info() (FileInfo, error) {
	if d.info != nil {
		return d.info, nil
	}
	return Lstat(d.parent + "/" + d.name)
}

// modeOfKind returns the type bits for the d_type of an entry; false if the system does not say.
func modeOfKind(kind byte) (FileMode, bool) {
	switch uint32(kind) << 12 {
	case syscall.S_IFREG:
		return 0, true
	case syscall.S_IFDIR:
		return ModeDir, true
	case syscall.S_IFLNK:
		return ModeSymlink, true
	case syscall.S_IFIFO:
		return ModeNamedPipe, true
	case syscall.S_IFSOCK:
		return ModeSocket, true
	case syscall.S_IFBLK:
		return ModeDevice, true
	case syscall.S_IFCHR:
		return ModeDevice | ModeCharDevice, true
	}
	return 0, false
}

// statIn describes a file of the directory f.
func (f *File) statIn(name string) (FileInfo, error) {
	if !f.inRoot {
		return Lstat(f.name + "/" + name)
	}
	s, errno := statAt(f.fd, name, name, sys.NoFollow)
	if errno != 0 {
		return nil, failed("lstat", f.name+"/"+name, errno)
	}
	return s, nil
}

// each calls add for up to n entries, for all if n <= 0; a file that is gone meanwhile does not count.
func (f *File) each(n int, add func(name string, kind byte) error) error {
	if f.dir == nil {
		f.dir = new(dirReader)
	}
	d := f.dir
	for got := 0; n <= 0 || got < n; {
		name, kind, ok, err := d.next(f)
		if err != nil {
			return err
		}
		if !ok {
			if n > 0 && got == 0 {
				return io.EOF
			}
			return nil
		}
		if err := add(string(name), kind); err == nil {
			got++
		} else if !IsNotExist(err) {
			return err
		}
	}
	return nil
}

// Readdirnames returns the names of the next n files, of all if n <= 0, in the order of the directory.
func (f *File) Readdirnames(n int) (names []string, err error) {
	if f == nil {
		return nil, ErrInvalid
	}
	err = f.each(n, func(name string, kind byte) error {
		names = append(names, name)
		return nil
	})
	if names == nil {
		names = []string{}
	}
	return names, err
}

// ReadDir returns the next n entries, all if n <= 0, in the order of the directory.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	var entries []DirEntry
	err := f.each(n, func(name string, kind byte) error {
		mode, known := modeOfKind(kind)
		entry := &dirEntry{parent: f.name, name: name, kind: mode}
		if !known || f.inRoot {
			info, err := f.statIn(name)
			if err != nil {
				return err
			}
			entry.kind, entry.info = info.Mode().Type(), info
		}
		entries = append(entries, entry)
		return nil
	})
	if entries == nil {
		entries = []DirEntry{}
	}
	return entries, err
}

// Readdir returns what ReadDir does as FileInfo.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	var infos []FileInfo
	err := f.each(n, func(name string, kind byte) error {
		info, err := f.statIn(name)
		if err == nil {
			infos = append(infos, info)
		}
		return err
	})
	if infos == nil {
		infos = []FileInfo{}
	}
	return infos, err
}

// ReadDir returns the entries of a directory, sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := OpenFile(name, O_RDONLY|syscall.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.sorted()
}

func (f *File) sorted() ([]DirEntry, error) {
	entries, err := f.ReadDir(-1)
	slices.SortFunc(entries, func(a, b DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return entries, err
}

// CopyFS copies a file system into the directory dir; files there are not replaced.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !isLocalName(path) {
			return errors.New("invalid path")
		}
		to := joinPath(dir, path)
		switch d.Type() {
		case ModeDir:
			return MkdirAll(to, 0777)
		case ModeSymlink:
			target, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(target, to)
		case 0:
			return copyFile(to, fsys, path)
		}
		return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
	})
}

func copyFile(to string, fsys fs.FS, path string) error {
	r, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	info, err := r.Stat()
	if err != nil {
		return err
	}
	w, err := OpenFile(to, O_CREATE|O_EXCL|O_WRONLY, 0666|info.Mode()&0777)
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		w.Close()
		return &PathError{Op: "Copy", Path: to, Err: err}
	}
	return w.Close()
}

// isLocalName says whether a name of a file system names a file.
func isLocalName(name string) bool {
	for i := range len(name) {
		if name[i] == 0 {
			return false
		}
	}
	return fs.ValidPath(name)
}

// DirFS returns the file system of a directory and what is below it; links may lead out of it.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

// full returns the path of a name.
func (dir dirFS) full(op, name string) (string, error) {
	switch {
	case dir == "":
		return "", &PathError{Op: op, Path: name, Err: errors.New("os: DirFS with empty root")}
	case !isLocalName(name):
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return joinPath(string(dir), name), nil
}

// named puts the name into an error instead of the path.
func named(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (dir dirFS) Open(name string) (fs.File, error) {
	path, err := dir.full("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(path)
	if err != nil {
		return nil, named(err, name)
	}
	return f, nil
}

func (dir dirFS) ReadFile(name string) ([]byte, error) {
	path, err := dir.full("readfile", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(path)
	if err != nil {
		return nil, named(err, name)
	}
	return data, nil
}

func (dir dirFS) ReadDir(name string) ([]DirEntry, error) {
	path, err := dir.full("readdir", name)
	if err != nil {
		return nil, err
	}
	entries, err := ReadDir(path)
	if err != nil {
		return nil, named(err, name)
	}
	return entries, nil
}

func (dir dirFS) Stat(name string) (fs.FileInfo, error) {
	path, err := dir.full("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(path)
	return info, named(err, name)
}

func (dir dirFS) Lstat(name string) (fs.FileInfo, error) {
	path, err := dir.full("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(path)
	return info, named(err, name)
}

func (dir dirFS) ReadLink(name string) (string, error) {
	path, err := dir.full("readlink", name)
	if err != nil {
		return "", err
	}
	target, err := Readlink(path)
	return target, named(err, name)
}
