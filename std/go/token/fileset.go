package token

import (
	"fmt"
	"slices"
	"sort"
	"sync"
)

// FileSet is files beside each other, so that one number names a place in any of them.
type FileSet struct {
	mutex sync.RWMutex
	base  int
	files []*File // by base
	last  *File   // that was asked for
}

// NewFileSet returns one without files.
func NewFileSet() *FileSet { return &FileSet{base: 1} }

// Base returns the least base that AddFile takes.
func (s *FileSet) Base() int {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	return s.base
}

// AddFile adds a file of size bytes; if base is negative it comes behind the others.
func (s *FileSet) AddFile(filename string, base, size int) *File {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if base < 0 {
		base = s.base
	}
	if base < s.base {
		panic(fmt.Sprintf("invalid base %d (should be >= %d)", base, s.base))
	}
	if size < 0 {
		panic(fmt.Sprintf("invalid size %d (should be >= 0)", size))
	}
	next := base + size + 1 // the end is a place too
	if next < 0 {
		panic("token.Pos offset overflow (> 2G of source code in file set)")
	}
	f := &File{name: filename, base: base, size: size, lines: []int{0}}
	s.base = next
	s.insert(f)
	s.last = f
	return f
}

// from returns the index of the first file that ends at p or behind it.
func (s *FileSet) from(p int) int {
	return sort.Search(len(s.files), func(i int) bool { return int(s.files[i].End()) >= p })
}

func (s *FileSet) insert(f *File) {
	i := s.from(f.base)
	if i < len(s.files) && s.files[i].base <= int(f.End()) {
		other := s.files[i]
		if other == f {
			return
		}
		panic(fmt.Sprintf("file %s (%d-%d) overlaps with file %s (%d-%d)", other.name, other.base, other.End(), f.name, f.base, f.End()))
	}
	s.files = slices.Insert(s.files, i, f)
}

// AddExistingFiles adds files that belong to another set; none may overlap.
func (s *FileSet) AddExistingFiles(files ...*File) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for _, f := range files {
		s.insert(f)
		s.base = max(s.base, int(f.End())+1)
	}
}

// RemoveFile takes a file out, if it is there.
func (s *FileSet) RemoveFile(file *File) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.last == file {
		s.last = nil
	}
	if i := slices.Index(s.files, file); i >= 0 {
		s.files = slices.Delete(s.files, i, i+1)
	}
}

// Iterate calls yield for the files in their order until it returns false.
func (s *FileSet) Iterate(yield func(*File) bool) {
	for p := 0; ; {
		s.mutex.RLock()
		var f *File
		if i := s.from(p); i < len(s.files) {
			f = s.files[i]
		}
		s.mutex.RUnlock()
		if f == nil || !yield(f) {
			return
		}
		p = int(f.End()) + 1
	}
}

// File returns the file that has p, nil if none has.
func (s *FileSet) File(p Pos) (f *File) {
	if p == NoPos {
		return nil
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if f := s.last; f != nil && f.base <= int(p) && p <= f.End() {
		return f
	}
	if i := s.from(int(p)); i < len(s.files) && s.files[i].base <= int(p) {
		s.last = s.files[i]
		return s.last
	}
	return nil
}

// Position returns the Position of p, as line directives have it.
func (s *FileSet) Position(p Pos) (pos Position) { return s.PositionFor(p, true) }

// PositionFor returns the Position of p, as line directives have it if adjusted is set.
func (s *FileSet) PositionFor(p Pos, adjusted bool) (pos Position) {
	if f := s.File(p); f != nil {
		return f.PositionFor(p, adjusted)
	}
	return Position{}
}

// fileSetData and fileData are what Write encodes.
type fileSetData struct {
	Base  int
	Files []fileData
}

type fileData struct {
	Name  string
	Base  int
	Size  int
	Lines []int
	Infos []otherName
}

// Write calls encode with what Read asks for.
func (s *FileSet) Write(encode func(any) error) error {
	s.mutex.RLock()
	data := fileSetData{Base: s.base}
	for _, f := range s.files {
		f.mutex.Lock()
		data.Files = append(data.Files, fileData{f.name, f.base, f.size, slices.Clone(f.lines), slices.Clone(f.infos)})
		f.mutex.Unlock()
	}
	s.mutex.RUnlock()
	return encode(data)
}

// Read calls decode to fill what Write encoded, and adds its files.
func (s *FileSet) Read(decode func(any) error) error {
	var data fileSetData
	if err := decode(&data); err != nil {
		return err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.base = data.Base
	for _, f := range data.Files {
		s.insert(&File{name: f.Name, base: f.Base, size: f.Size, lines: f.Lines, infos: f.Infos})
	}
	s.last = nil
	return nil
}
