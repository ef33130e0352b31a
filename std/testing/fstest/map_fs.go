// Package fstest has a file system in memory and tests file systems.
package fstest

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// MapFS is a file system whose files are the keys. A directory need not be there itself to have files below it.
type MapFS map[string]*MapFile

// MapFile is a file or directory of a MapFS.
type MapFile struct {
	Data    []byte // or where a link leads
	Mode    fs.FileMode
	ModTime time.Time
	Sys     any
}

var (
	_ fs.FS         = MapFS(nil)
	_ fs.ReadLinkFS = MapFS(nil)
	_ fs.File       = (*openFile)(nil)
)

// Open opens a file; links are followed.
func (fsys MapFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	target, ok := fsys.resolve(name)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	file := fsys[target]
	if file != nil && !file.Mode.IsDir() {
		return &openFile{name, info{path.Base(name), file}, 0}, nil
	}
	entries, exists := fsys.children(target)
	if !exists && file == nil && target != "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if file == nil {
		file = &MapFile{Mode: fs.ModeDir | 0o555}
	}
	base := name
	if target != "." {
		base = path.Base(name)
	}
	return &openDir{name, info{base, file}, entries, 0}, nil
}

// children lists what is below a directory, sorted; exists is false if nothing is.
func (fsys MapFS) children(dir string) (list []info, exists bool) {
	prefix := dir + "/"
	if dir == "." {
		prefix = ""
	}
	implied := map[string]bool{}
	for name, file := range fsys {
		below, ok := strings.CutPrefix(name, prefix)
		if !ok || name == "." {
			continue
		}
		exists = true
		if first, _, deeper := strings.Cut(below, "/"); deeper {
			implied[first] = true
		} else {
			list = append(list, info{below, file})
		}
	}
	for _, i := range list {
		delete(implied, i.name)
	}
	for name := range implied {
		list = append(list, info{name, &MapFile{Mode: fs.ModeDir | 0o555}})
	}
	slices.SortFunc(list, func(a, b info) int { return strings.Compare(a.name, b.name) })
	return list, exists
}

// resolve follows links in all parts of the name.
func (fsys MapFS) resolve(name string) (string, bool) {
	for range 40 {
		before, rest := "", name
		again := false
		for rest != "" {
			first, after, _ := strings.Cut(rest, "/")
			at := name[:len(name)-len(rest)+len(first)]
			if file := fsys[at]; file != nil && file.Mode.Type() == fs.ModeSymlink {
				target := string(file.Data)
				if path.IsAbs(target) {
					return "", false
				}
				name = path.Join(before, target, after)
				if !fs.ValidPath(name) {
					return "", false
				}
				again = true
				break
			}
			before, rest = at, after
		}
		if !again {
			return name, true
		}
	}
	return "", false
}

// ReadLink returns where a link leads.
func (fsys MapFS) ReadLink(name string) (string, error) {
	i, err := fsys.lstat(name)
	if err != nil {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: err}
	}
	if i.f.Mode.Type() != fs.ModeSymlink {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	return string(i.f.Data), nil
}

// Lstat describes a file without following the last link.
func (fsys MapFS) Lstat(name string) (fs.FileInfo, error) {
	i, err := fsys.lstat(name)
	if err != nil {
		return nil, &fs.PathError{Op: "lstat", Path: name, Err: err}
	}
	return i, nil
}

func (fsys MapFS) lstat(name string) (*info, error) {
	if !fs.ValidPath(name) {
		return nil, fs.ErrNotExist
	}
	dir, ok := fsys.resolve(path.Dir(name))
	if !ok {
		return nil, fs.ErrNotExist
	}
	full := path.Join(dir, path.Base(name))
	if file := fsys[full]; file != nil {
		return &info{path.Base(name), file}, nil
	}
	if _, exists := fsys.children(full); exists || full == "." {
		return &info{path.Base(name), &MapFile{Mode: fs.ModeDir | 0o555}}, nil
	}
	return nil, fs.ErrNotExist
}

// only keeps package fs from calling the methods below again.
type only struct{ fs.FS }

// ReadFile reads a file.
func (fsys MapFS) ReadFile(name string) ([]byte, error) { return fs.ReadFile(only{fsys}, name) }

// Stat describes a file.
func (fsys MapFS) Stat(name string) (fs.FileInfo, error) { return fs.Stat(only{fsys}, name) }

// ReadDir lists a directory.
func (fsys MapFS) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(only{fsys}, name) }

// Glob lists the files that the pattern matches.
func (fsys MapFS) Glob(pattern string) ([]string, error) { return fs.Glob(only{fsys}, pattern) }

// Sub returns the file system below dir.
func (fsys MapFS) Sub(dir string) (fs.FS, error) { return fs.Sub(withoutSub{fsys}, dir) }

// withoutSub has all methods of a MapFS but Sub.
type withoutSub struct{ MapFS }

func (withoutSub) Sub() {}

// info describes a file.
type info struct {
	name string
	f    *MapFile
}

func (i *info) Name() string               { return path.Base(i.name) }
func (i *info) Size() int64                { return int64(len(i.f.Data)) }
func (i *info) Mode() fs.FileMode          { return i.f.Mode }
func (i *info) Type() fs.FileMode          { return i.f.Mode.Type() }
func (i *info) ModTime() time.Time         { return i.f.ModTime }
func (i *info) IsDir() bool                { return i.f.Mode.IsDir() }
func (i *info) Sys() any                   { return i.f.Sys }
func (i *info) Info() (fs.FileInfo, error) { return i, nil }
func (i *info) String() string             { return fs.FormatFileInfo(i) }

// openFile is a file that is read.
type openFile struct {
	path string
	info
	offset int64
}

func (f *openFile) Stat() (fs.FileInfo, error) { return &f.info, nil }
func (f *openFile) Close() error               { return nil }

func (f *openFile) Read(b []byte) (int, error) {
	if f.offset >= int64(len(f.f.Data)) {
		return 0, io.EOF
	}
	if f.offset < 0 {
		return 0, &fs.PathError{Op: "read", Path: f.path, Err: fs.ErrInvalid}
	}
	n := copy(b, f.f.Data[f.offset:])
	f.offset += int64(n)
	return n, nil
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += f.offset
	case io.SeekEnd:
		offset += int64(len(f.f.Data))
	}
	if offset < 0 || offset > int64(len(f.f.Data)) {
		return 0, &fs.PathError{Op: "seek", Path: f.path, Err: fs.ErrInvalid}
	}
	f.offset = offset
	return offset, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > int64(len(f.f.Data)) {
		return 0, &fs.PathError{Op: "read", Path: f.path, Err: fs.ErrInvalid}
	}
	n := copy(b, f.f.Data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// openDir is a directory that is listed.
type openDir struct {
	path string
	info
	entries []info
	offset  int
}

func (d *openDir) Stat() (fs.FileInfo, error) { return &d.info, nil }
func (d *openDir) Close() error               { return nil }

func (d *openDir) Read(b []byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.path, Err: fs.ErrInvalid}
}

func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.entries) - d.offset
	if n == 0 && count > 0 {
		return nil, io.EOF
	}
	if count > 0 && n > count {
		n = count
	}
	list := make([]fs.DirEntry, n)
	for i := range list {
		list[i] = &d.entries[d.offset+i]
	}
	d.offset += n
	return list, nil
}
