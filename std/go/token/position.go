package token

import (
	"fmt"
	"sort"
	"strconv"
	"sync"
)

// Position is a place in a source file; it is valid if Line is above 0.
type Position struct {
	Filename string
	Offset   int // from 0
	Line     int // from 1
	Column   int // in bytes, from 1
}

// IsValid says whether there is a line.
func (pos *Position) IsValid() bool { return pos.Line > 0 }

// String returns file:line:column with what there is, "-" for nothing.
func (pos Position) String() string {
	s := pos.Filename
	if pos.Line > 0 {
		if s != "" {
			s += ":"
		}
		s += strconv.Itoa(pos.Line)
		if pos.Column != 0 {
			s += ":" + strconv.Itoa(pos.Column)
		}
	}
	if s == "" {
		return "-"
	}
	return s
}

// Pos is a place in a FileSet: the base of a file and an offset in it.
type Pos int

// NoPos is no place.
const NoPos Pos = 0

// IsValid says whether p is a place.
func (p Pos) IsValid() bool { return p != NoPos }

// File is a file of a FileSet: its name, its place there, where its lines begin.
type File struct {
	name  string
	base  int
	size  int
	mutex sync.Mutex
	lines []int       // offsets, the first is 0
	infos []otherName // by offset
}

// otherName is what a line directive says of the text from Offset on. It is exported for FileSet.Write.
type otherName struct {
	Offset       int
	Filename     string
	Line, Column int
}

// Name returns the name that AddFile was given.
func (f *File) Name() string { return f.name }

// Base returns the Pos of the first byte.
func (f *File) Base() int { return f.base }

// Size returns the number of bytes.
func (f *File) Size() int { return f.size }

// End returns the Pos of the end.
func (f *File) End() Pos { return Pos(f.base + f.size) }

// String returns name(base-end).
func (f *File) String() string { return fmt.Sprintf("%s(%d-%d)", f.name, f.base, f.End()) }

// LineCount returns the number of lines.
func (f *File) LineCount() int { return len(f.Lines()) }

// AddLine notes that a line begins at offset, if that is in the file and behind the others.
func (f *File) AddLine(offset int) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if n := len(f.lines); offset < f.size && (n == 0 || f.lines[n-1] < offset) {
		f.lines = append(f.lines, offset)
	}
}

func badLine(line int, than string, bound int) string {
	return fmt.Sprintf("invalid line number %d (should be %s %d)", line, than, bound)
}

// MergeLine makes the line and the next one.
func (f *File) MergeLine(line int) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if line < 1 {
		panic(badLine(line, ">=", 1))
	}
	if line >= len(f.lines) {
		panic(badLine(line, "<", len(f.lines)))
	}
	f.lines = append(f.lines[:line], f.lines[line+1:]...)
}

// Lines returns the offsets at which lines begin. They must not be changed.
func (f *File) Lines() []int {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return f.lines
}

// SetLines sets the offsets at which lines begin; false if they do not rise or leave the file.
func (f *File) SetLines(lines []int) bool {
	last := -1
	for i, offset := range lines {
		if i > 0 && offset <= last || offset >= f.size {
			return false
		}
		last = offset
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.lines = lines
	return true
}

// SetLinesForContent sets the lines to those of content. A newline at its end begins none.
func (f *File) SetLinesForContent(content []byte) {
	var lines []int
	begins := true
	for offset, c := range content {
		if begins {
			lines = append(lines, offset)
		}
		begins = c == '\n'
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.lines = lines
}

// LineStart returns where the line begins.
func (f *File) LineStart(line int) Pos {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if line < 1 {
		panic(badLine(line, ">=", 1))
	}
	if line > len(f.lines) {
		panic(badLine(line, "<", len(f.lines)))
	}
	return Pos(f.base + f.lines[line-1])
}

// AddLineInfo is AddLineColumnInfo with column 1.
func (f *File) AddLineInfo(offset int, filename string, line int) {
	f.AddLineColumnInfo(offset, filename, line, 1)
}

// AddLineColumnInfo says that the text from offset on counts as being at that place, if offset is in the file and behind the
// other such places.
func (f *File) AddLineColumnInfo(offset int, filename string, line, column int) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if n := len(f.infos); offset < f.size && (n == 0 || f.infos[n-1].Offset < offset) {
		f.infos = append(f.infos, otherName{offset, filename, line, column})
	}
}

// Pos returns the Pos of an offset, the nearer end of the file for one that is not in it.
func (f *File) Pos(offset int) Pos { return Pos(f.base + min(max(offset, 0), f.size)) }

// Offset is the inverse of Pos.
func (f *File) Offset(p Pos) int { return min(max(int(p)-f.base, 0), f.size) }

// Line returns the line of p, as line directives have it.
func (f *File) Line(p Pos) int { return f.Position(p).Line }

// Position returns the Position of p, as line directives have it.
func (f *File) Position(p Pos) (pos Position) { return f.PositionFor(p, true) }

// PositionFor returns the Position of p, as line directives have it if adjusted is set.
func (f *File) PositionFor(p Pos, adjusted bool) (pos Position) {
	if p == NoPos {
		return Position{}
	}
	offset := f.Offset(p)
	pos = Position{Filename: f.name, Offset: offset}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if i := f.lineAt(offset); i >= 0 {
		pos.Line, pos.Column = i+1, offset-f.lines[i]+1
	}
	if !adjusted {
		return pos
	}
	n := sort.Search(len(f.infos), func(i int) bool { return f.infos[i].Offset > offset })
	if n == 0 {
		return pos
	}
	info := f.infos[n-1]
	pos.Filename = info.Filename
	i := f.lineAt(info.Offset)
	if i < 0 {
		return pos
	}
	below := pos.Line - (i + 1)
	pos.Line = info.Line + below
	switch {
	case info.Column == 0:
		pos.Column = 0
	case below == 0:
		pos.Column = info.Column + offset - info.Offset
	}
	return pos
}

// lineAt returns the index of the line that has offset, -1 if none has.
func (f *File) lineAt(offset int) int {
	return sort.Search(len(f.lines), func(i int) bool { return f.lines[i] > offset }) - 1
}
