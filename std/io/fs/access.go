package fs

import (
	"cmp"
	"errors"
	"io"
	"path"
	"slices"
)

// What a file system may do by itself; the functions below do it by Open otherwise.
type (
	// ReadDirFS lists directories, sorted by name.
	ReadDirFS interface {
		FS
		ReadDir(name string) ([]DirEntry, error)
	}
	// ReadFileFS reads whole files.
	ReadFileFS interface {
		FS
		ReadFile(name string) ([]byte, error)
	}
	// StatFS describes files.
	StatFS interface {
		FS
		Stat(name string) (FileInfo, error)
	}
	// ReadLinkFS has symbolic links.
	ReadLinkFS interface {
		FS
		// ReadLink returns where a link leads.
		ReadLink(name string) (string, error)
		// Lstat describes a file and does not follow a link.
		Lstat(name string) (FileInfo, error)
	}
	// SubFS makes file systems of directories.
	SubFS interface {
		FS
		Sub(dir string) (FS, error)
	}
	// GlobFS finds files by patterns.
	GlobFS interface {
		FS
		Glob(pattern string) ([]string, error)
	}
)

// ReadDir returns the entries of a directory, sorted by name.
func ReadDir(fsys FS, name string) ([]DirEntry, error) {
	if fsys, ok := fsys.(ReadDirFS); ok {
		return fsys.ReadDir(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	dir, ok := file.(ReadDirFile)
	if !ok {
		return nil, &PathError{Op: "readdir", Path: name, Err: errors.New("not implemented")}
	}
	entries, err := dir.ReadDir(-1)
	slices.SortFunc(entries, func(a, b DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return entries, err
}

// infoEntry is an entry made of what is known of a file.
type infoEntry struct {
	info FileInfo
}

func (e infoEntry) Name() string            { return e.info.Name() }
func (e infoEntry) IsDir() bool             { return e.info.IsDir() }
func (e infoEntry) Type() FileMode          { return e.info.Mode().Type() }
func (e infoEntry) Info() (FileInfo, error) { return e.info, nil }
func (e infoEntry) String() string          { return FormatDirEntry(e) }

// FileInfoToDirEntry returns an entry for the file, nil for nil.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return infoEntry{info}
}

// ReadFile returns the contents of a file.
func ReadFile(fsys FS, name string) ([]byte, error) {
	if fsys, ok := fsys.(ReadFileFS); ok {
		return fsys.ReadFile(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	size := 0
	if info, err := file.Stat(); err == nil {
		size = int(info.Size())
	}
	data := make([]byte, 0, size+1)
	for {
		if len(data) >= cap(data) {
			data = append(data[:cap(data)], 0)[:len(data)]
		}
		n, err := file.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return data, err
		}
	}
}

// Stat describes a file.
func Stat(fsys FS, name string) (FileInfo, error) {
	if fsys, ok := fsys.(StatFS); ok {
		return fsys.Stat(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return file.Stat()
}

// ReadLink returns where a symbolic link leads.
func ReadLink(fsys FS, name string) (string, error) {
	if fsys, ok := fsys.(ReadLinkFS); ok {
		return fsys.ReadLink(name)
	}
	return "", &PathError{Op: "readlink", Path: name, Err: ErrInvalid}
}

// Lstat describes a file and does not follow a symbolic link, if the file system knows links.
func Lstat(fsys FS, name string) (FileInfo, error) {
	if fsys, ok := fsys.(ReadLinkFS); ok {
		return fsys.Lstat(name)
	}
	return Stat(fsys, name)
}

// What the function of a walk returns to skip a directory, or all that is left.
var (
	SkipDir = errors.New("skip this directory")
	SkipAll = errors.New("skip everything and stop the walk")
)

// WalkDirFunc is called for each file of WalkDir; a directory that cannot be listed comes a second time with err.
type WalkDirFunc func(path string, d DirEntry, err error) error

// WalkDir calls fn for the file root and all below it, in lexical order.
func WalkDir(fsys FS, root string, fn WalkDirFunc) error {
	info, err := Stat(fsys, root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(fsys, root, FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(fsys FS, name string, d DirEntry, fn WalkDirFunc) error {
	err := fn(name, d, nil)
	if err == nil && d.IsDir() {
		var entries []DirEntry
		if entries, err = ReadDir(fsys, name); err != nil {
			err = fn(name, d, err)
		}
		for i := 0; i < len(entries) && err == nil; i++ {
			err = walkDir(fsys, path.Join(name, entries[i].Name()), entries[i], fn)
		}
	}
	if err == SkipDir && d.IsDir() {
		return nil
	}
	return err
}

const maxSeparators = 10000

// Glob returns the names of the files that the pattern of path.Match matches; what cannot be read is left out.
func Glob(fsys FS, pattern string) (matches []string, err error) { return glob(fsys, pattern, 0) }

func glob(fsys FS, pattern string, depth int) (matches []string, err error) {
	if depth > maxSeparators {
		return nil, path.ErrBadPattern
	}
	if fsys, ok := fsys.(GlobFS); ok {
		return fsys.Glob(pattern)
	}
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err := Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := path.Split(pattern)
	if dir == "" {
		dir = "."
	} else {
		dir = dir[:len(dir)-1]
	}
	if !hasMeta(dir) {
		return globIn(fsys, dir, file, nil)
	}
	if dir == pattern {
		return nil, path.ErrBadPattern
	}
	dirs, err := glob(fsys, dir, depth+1)
	if err != nil {
		return nil, err
	}
	for _, d := range dirs {
		if matches, err = globIn(fsys, d, file, matches); err != nil {
			break
		}
	}
	return matches, err
}

func globIn(fsys FS, dir, pattern string, matches []string) ([]string, error) {
	entries, err := ReadDir(fsys, dir)
	if err != nil {
		return matches, nil
	}
	for _, entry := range entries {
		name := entry.Name()
		matched, err := path.Match(pattern, name)
		if err != nil {
			return matches, err
		}
		if matched {
			matches = append(matches, path.Join(dir, name))
		}
	}
	return matches, nil
}

func hasMeta(pattern string) bool {
	for _, c := range []byte(pattern) {
		switch c {
		case '*', '?', '[', '\\':
			return true
		}
	}
	return false
}
