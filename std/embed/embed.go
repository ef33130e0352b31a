// Package embed has the file system that //go:embed fills in.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"time"
)

// FS is a file system of files that the compiler took up. It is read-only and the zero FS is empty.
type FS struct {
	// Sorted by directory, then by the last element; directories end in a slash. The compiler makes it.
	files *[]file
}

// filesOf makes the file system of a variable from what the compiler wrote: "name\0size\n" for each file, an empty line, the texts.
func filesOf(text string) FS {
	var files []file
	var sizes []int
	at := 0
	for text[at] != '\n' {
		start := at
		for text[at] != 0 {
			at++
		}
		name, size := text[start:at], 0
		for at++; text[at] != '\n'; at++ {
			size = size*10 + int(text[at]-'0')
		}
		at++
		files = append(files, file{name: name})
		sizes = append(sizes, size)
	}
	at++
	for i, size := range sizes {
		files[i].data = text[at : at+size]
		at += size
	}
	return FS{&files}
}

// bytesOf makes the value of a variable of bytes.
func bytesOf(text string) []byte { return []byte(text) }

type file struct {
	name string
	data string
	_    [16]byte // Go keeps a hash here
}

// split returns the directory and the last element of a name.
func split(name string) (dir, element string) {
	end := len(name)
	if end > 0 && name[end-1] == '/' {
		end--
	}
	for i := end - 1; i >= 0; i-- {
		if name[i] == '/' {
			return name[:i], name[i+1 : end]
		}
	}
	return ".", name[:end]
}

func (f *file) Name() string {
	_, element := split(f.name)
	return element
}

func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return f.name[len(f.name)-1] == '/' }
func (f *file) Sys() any                   { return nil }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }
func (f *file) String() string             { return fs.FormatFileInfo(f) }

func (f *file) Mode() fs.FileMode {
	if f.IsDir() {
		return fs.ModeDir | 0555
	}
	return 0444
}

var root = &file{name: "./"}

// first returns the index of the first file that is not before the element of the directory.
func first(files []file, dir, element string) int {
	low, high := 0, len(files)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if d, e := split(files[middle].name); d < dir || d == dir && e < element {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

func (f FS) find(name string) *file {
	if !fs.ValidPath(name) {
		return nil
	}
	if name == "." {
		return root
	}
	if f.files == nil {
		return nil
	}
	dir, element := split(name)
	files := *f.files
	if i := first(files, dir, element); i < len(files) {
		if d, e := split(files[i].name); d == dir && e == element {
			return &files[i]
		}
	}
	return nil
}

// in returns the files of a directory.
func (f FS) in(dir string) []file {
	if f.files == nil {
		return nil
	}
	files := *f.files
	start := first(files, dir, "")
	end := start
	for end < len(files) {
		if d, _ := split(files[end].name); d != dir {
			break
		}
		end++
	}
	return files[start:end]
}

// Open implements fs.FS; files implement io.Seeker and io.ReaderAt.
func (f FS) Open(name string) (fs.File, error) {
	found := f.find(name)
	switch {
	case found == nil:
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	case found.IsDir():
		return &openDir{found, f.in(name)}, nil
	}
	return &openFile{found, 0}, nil
}

// ReadDir implements fs.ReadDirFS.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	opened, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	dir, ok := opened.(*openDir)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	return entries(dir.files), nil
}

func entries(files []file) []fs.DirEntry {
	list := make([]fs.DirEntry, len(files))
	for i := range list {
		list[i] = &files[i]
	}
	return list
}

// ReadFile implements fs.ReadFileFS.
func (f FS) ReadFile(name string) ([]byte, error) {
	opened, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	o, ok := opened.(*openFile)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return []byte(o.f.data), nil
}

type openFile struct {
	f      *file
	offset int64
}

func (o *openFile) Close() error               { return nil }
func (o *openFile) Stat() (fs.FileInfo, error) { return o.f, nil }

func (o *openFile) Read(b []byte) (int, error) {
	if o.offset >= o.f.Size() {
		return 0, io.EOF
	}
	n := copy(b, o.f.data[o.offset:])
	o.offset += int64(n)
	return n, nil
}

func (o *openFile) invalid(op string) error {
	return &fs.PathError{Op: op, Path: o.f.name, Err: fs.ErrInvalid}
}

func (o *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += o.offset
	case io.SeekEnd:
		offset += o.f.Size()
	}
	if offset < 0 || offset > o.f.Size() {
		return 0, o.invalid("seek")
	}
	o.offset = offset
	return offset, nil
}

func (o *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > o.f.Size() {
		return 0, o.invalid("read")
	}
	n := copy(b, o.f.data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

type openDir struct {
	f     *file
	files []file // not returned yet
}

func (o *openDir) Close() error               { return nil }
func (o *openDir) Stat() (fs.FileInfo, error) { return o.f, nil }

func (o *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: o.f.name, Err: errors.New("is a directory")}
}

func (o *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(o.files)
	if n == 0 {
		if count <= 0 {
			return nil, nil
		}
		return nil, io.EOF
	}
	if count > 0 {
		n = min(n, count)
	}
	list := entries(o.files[:n])
	o.files = o.files[n:]
	return list, nil
}
