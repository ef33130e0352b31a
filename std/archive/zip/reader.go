package zip

import (
	"bufio"
	"errors"
	"hash"
	"hash/crc32"
	"internal/godebug"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// What is wrong with an archive.
var (
	ErrFormat       = errors.New("zip: not a valid zip file")
	ErrAlgorithm    = errors.New("zip: unsupported compression algorithm")
	ErrChecksum     = errors.New("zip: checksum error")
	ErrInsecurePath = errors.New("zip: insecure file path")
)

var insecurePath = godebug.New("zipinsecurepath")

// Reader reads an archive; it is a file system too.
type Reader struct {
	File    []*File
	Comment string

	r             io.ReaderAt
	base          int64 // where the archive begins
	decompressors map[uint16]Decompressor
	once          sync.Once
	list          []listed // of all files and directories by directory and name
}

// File is a file of an archive.
type File struct {
	FileHeader

	zip    *Reader
	offset int64 // of the header in front of the data
}

// ReadCloser is a Reader of a file.
type ReadCloser struct {
	Reader
	f *os.File
}

// OpenReader opens the archive of that name.
func OpenReader(name string) (*ReadCloser, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	r := &ReadCloser{f: f}
	err = r.init(f, info.Size())
	if err != nil && err != ErrInsecurePath {
		f.Close()
		return nil, err
	}
	return r, err
}

// Close closes the file.
func (rc *ReadCloser) Close() error { return rc.f.Close() }

// NewReader reads the directory of an archive of that size. With zipinsecurepath=0 in GODEBUG, a name that leads out of the
// directory, or has a backslash, brings ErrInsecurePath beside the reader.
func NewReader(r io.ReaderAt, size int64) (*Reader, error) {
	if size < 0 {
		return nil, errors.New("zip: size cannot be negative")
	}
	z := new(Reader)
	err := z.init(r, size)
	if err != nil && err != ErrInsecurePath {
		return nil, err
	}
	return z, err
}

// RegisterDecompressor makes a method of compression known to this reader.
func (r *Reader) RegisterDecompressor(method uint16, dcomp Decompressor) {
	if r.decompressors == nil {
		r.decompressors = map[uint16]Decompressor{}
	}
	r.decompressors[method] = dcomp
}

// directoryEnd is what the end of an archive says of its directory.
type directoryEnd struct {
	records, size, offset uint64
	comment               string
}

func (r *Reader) init(from io.ReaderAt, size int64) error {
	end, base, err := readEnd(from, size)
	if err != nil {
		return err
	}
	r.r, r.base, r.Comment = from, base, end.comment
	section := io.NewSectionReader(from, 0, size)
	if _, err := section.Seek(base+int64(end.offset), io.SeekStart); err != nil {
		return err
	}
	buffered := bufio.NewReader(section)
	// The number of records may be cut to 16 bits: all that are there are read.
	for {
		f := &File{zip: r}
		err = f.readDirectory(buffered)
		if err == ErrFormat || err == io.ErrUnexpectedEOF {
			break
		}
		if err != nil {
			return err
		}
		f.offset += base
		r.File = append(r.File, f)
	}
	if uint16(len(r.File)) != uint16(end.records) {
		return err
	}
	if insecurePath.Value() == "0" && slices.ContainsFunc(r.File, isInsecure) {
		insecurePath.IncNonDefault()
		return ErrInsecurePath
	}
	return nil
}

func isInsecure(f *File) bool {
	return f.Name != "" && (!filepath.IsLocal(f.Name) || strings.Contains(f.Name, `\`))
}

// findEnd returns where the last record of the end begins whose comment fits, or -1.
func findEnd(b []byte) int {
	for i := len(b) - endBytes; i >= 0; i-- {
		if le.Uint32(b[i:]) == endSignature {
			if n := int(le.Uint16(b[i+endBytes-2:])); n+endBytes+i > len(b) {
				return -1
			}
			return i
		}
	}
	return -1
}

func readEnd(r io.ReaderAt, size int64) (end directoryEnd, base int64, err error) {
	var b []byte
	var at int64 // of the end
	for i, n := range []int64{1024, 65 << 10} {
		n = min(n, size)
		b = make([]byte, n)
		if _, err := r.ReadAt(b, size-n); err != nil && err != io.EOF {
			return end, 0, err
		}
		if p := findEnd(b); p >= 0 {
			at = size - n + int64(p)
			b = b[p:]
			break
		}
		if i == 1 || n == size {
			return end, 0, ErrFormat
		}
	}
	end = directoryEnd{records: uint64(le.Uint16(b[10:])), size: uint64(le.Uint32(b[12:])), offset: uint64(le.Uint32(b[16:]))}
	n := int(le.Uint16(b[20:]))
	if n > len(b)-endBytes {
		return end, 0, errors.New("zip: invalid comment length")
	}
	end.comment = string(b[endBytes : endBytes+n])
	if end.records == max16 || end.size == max32 || end.offset == max32 {
		p, err := findEnd64(r, at)
		if err == nil && p >= 0 {
			at = p
			err = end.read64(r, p)
		}
		if err != nil {
			return end, 0, err
		}
	}
	if int64(end.size) < 0 || int64(end.offset) < 0 {
		return end, 0, ErrFormat
	}
	base = at - int64(end.size) - int64(end.offset)
	if o := base + int64(end.offset); o < 0 || o >= size {
		return end, 0, ErrFormat
	}
	// Where the archive seems not to be at the beginning, a record at the plain offset says that it is.
	if base > 0 {
		section := io.NewSectionReader(r, int64(end.offset), size-int64(end.offset))
		if new(File).readDirectory(section) == nil {
			base = 0
		}
	}
	return end, base, nil
}

// findEnd64 returns where the end with 64 bits is, or -1.
func findEnd64(r io.ReaderAt, at int64) (int64, error) {
	if at < end64LocBytes {
		return -1, nil
	}
	b := make([]byte, end64LocBytes)
	if _, err := r.ReadAt(b, at-end64LocBytes); err != nil {
		return -1, err
	}
	if le.Uint32(b) != end64LocSignature || le.Uint32(b[4:]) != 0 || le.Uint32(b[16:]) != 1 {
		return -1, nil
	}
	return int64(le.Uint64(b[8:])), nil
}

func (end *directoryEnd) read64(r io.ReaderAt, at int64) error {
	b := make([]byte, end64Bytes)
	if _, err := r.ReadAt(b, at); err != nil {
		return err
	}
	if le.Uint32(b) != end64Signature {
		return ErrFormat
	}
	end.records, end.size, end.offset = le.Uint64(b[32:]), le.Uint64(b[40:]), le.Uint64(b[48:])
	return nil
}

// readDirectory reads the record of the directory.
func (f *File) readDirectory(r io.Reader) error {
	var b [directoryHeaderBytes]byte
	if _, err := io.ReadFull(r, b[:]); err != nil {
		return err
	}
	if le.Uint32(b[:]) != directorySignature {
		return ErrFormat
	}
	f.CreatorVersion = le.Uint16(b[4:])
	f.ReaderVersion = le.Uint16(b[6:])
	f.Flags = le.Uint16(b[8:])
	f.Method = le.Uint16(b[10:])
	f.ModifiedTime = le.Uint16(b[12:])
	f.ModifiedDate = le.Uint16(b[14:])
	f.CRC32 = le.Uint32(b[16:])
	f.CompressedSize = le.Uint32(b[20:])
	f.UncompressedSize = le.Uint32(b[24:])
	f.CompressedSize64 = uint64(f.CompressedSize)
	f.UncompressedSize64 = uint64(f.UncompressedSize)
	name, extra, comment := int(le.Uint16(b[28:])), int(le.Uint16(b[30:])), int(le.Uint16(b[32:]))
	f.ExternalAttrs = le.Uint32(b[38:])
	f.offset = int64(le.Uint32(b[42:]))
	text := make([]byte, name+extra+comment)
	if _, err := io.ReadFull(r, text); err != nil {
		return err
	}
	f.Name = string(text[:name])
	f.Extra = text[name : name+extra]
	f.Comment = string(text[name+extra:])
	nameValid, nameNeeds := encodingOf(f.Name)
	commentValid, commentNeeds := encodingOf(f.Comment)
	switch {
	case !nameValid || !commentValid:
		f.NonUTF8 = true
	case !nameNeeds && !commentNeeds:
		f.NonUTF8 = false
	default:
		f.NonUTF8 = f.Flags&flagUTF8 == 0
	}
	modified, err := f.readExtra()
	if err != nil {
		return err
	}
	dos := fromDOS(f.ModifiedDate, f.ModifiedTime)
	f.Modified = dos
	if !modified.IsZero() {
		f.Modified = modified.UTC()
		// The time of MS-DOS is local: what it differs by is the zone.
		if f.ModifiedTime != 0 || f.ModifiedDate != 0 {
			f.Modified = modified.In(zone(dos.Sub(modified)))
		}
	}
	return nil
}

// readExtra takes sizes and times from the extra fields. Fields in the wrong form are passed over, sizes that miss are an error.
func (f *File) readExtra() (modified time.Time, err error) {
	var offset uint64
	missing := []struct {
		is    bool
		value *uint64
	}{
		{f.UncompressedSize == max32, &f.UncompressedSize64},
		{f.CompressedSize == max32, &f.CompressedSize64},
		{f.offset == max32, &offset},
	}
	for extra := f.Extra; len(extra) >= 4; {
		tag, size := le.Uint16(extra), int(le.Uint16(extra[2:]))
		extra = extra[4:]
		if len(extra) < size {
			break
		}
		field := extra[:size]
		extra = extra[size:]
		switch tag {
		case extraZip64:
			for i := range missing {
				if !missing[i].is {
					continue
				}
				missing[i].is = false
				if len(field) < 8 {
					return modified, ErrFormat
				}
				*missing[i].value = le.Uint64(field)
				field = field[8:]
				if i == 2 {
					f.offset = int64(offset)
				}
			}
		case extraNTFS:
			if len(field) < 4 {
				continue
			}
			for field = field[4:]; len(field) >= 4; {
				attribute, size := le.Uint16(field), int(le.Uint16(field[2:]))
				field = field[4:]
				if len(field) < size {
					break
				}
				if attribute == 1 && size == 24 {
					const perSecond = 1e7 // since 1601
					ticks := int64(le.Uint64(field))
					epoch := time.Date(1601, time.January, 1, 0, 0, 0, 0, time.UTC)
					modified = time.Unix(epoch.Unix()+ticks/perSecond, ticks%perSecond*(1e9/perSecond))
				}
				field = field[size:]
			}
		case extraUnix, extraInfoZip:
			if len(field) >= 8 {
				modified = time.Unix(int64(le.Uint32(field[4:])), 0) // behind the time of access
			}
		case extraTime:
			if len(field) >= 5 && field[0]&1 != 0 {
				modified = time.Unix(int64(le.Uint32(field[1:])), 0)
			}
		}
	}
	// A full uncompressed size without the field is taken as it is: some writers have no other.
	if missing[1].is || missing[2].is {
		return modified, ErrFormat
	}
	return modified, nil
}

// zone is the zone with an offset, to a quarter of an hour; UTC if that is none.
func zone(offset time.Duration) *time.Location {
	const least, most = -12 * time.Hour, 14 * time.Hour
	offset = offset.Round(15 * time.Minute)
	if offset < least || most < offset {
		offset = 0
	}
	return time.FixedZone("", int(offset/time.Second))
}

// DataOffset returns where the data of the file is in the archive.
func (f *File) DataOffset() (offset int64, err error) {
	body, err := f.bodyOffset()
	if err != nil {
		return 0, err
	}
	return f.offset + body, nil
}

// bodyOffset returns how long the header in front of the data is.
func (f *File) bodyOffset() (int64, error) {
	var b [fileHeaderBytes]byte
	if _, err := f.zip.r.ReadAt(b[:], f.offset); err != nil {
		return 0, err
	}
	if le.Uint32(b[:]) != fileSignature {
		return 0, ErrFormat
	}
	return int64(fileHeaderBytes + int(le.Uint16(b[26:])) + int(le.Uint16(b[28:]))), nil
}

// Open returns a reader of the file's content, which tests its sum at the end.
func (f *File) Open() (io.ReadCloser, error) {
	body, err := f.bodyOffset()
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(f.Name, "/") {
		if f.UncompressedSize64 != 0 {
			return &contentReader{err: ErrFormat}, nil
		}
		return &contentReader{err: io.EOF}, nil
	}
	size := int64(f.CompressedSize64)
	raw := io.NewSectionReader(f.zip.r, f.offset+body, size)
	method := f.zip.decompressors[f.Method]
	if method == nil {
		method = decompressor(f.Method)
	}
	if method == nil {
		return nil, ErrAlgorithm
	}
	r := &contentReader{content: method(raw), sum: crc32.NewIEEE(), f: f}
	if f.hasDescriptor() {
		r.descriptor = io.NewSectionReader(f.zip.r, f.offset+body+size, descriptorBytes)
	}
	return r, nil
}

// OpenRaw returns a reader of the data as it is in the archive.
func (f *File) OpenRaw() (io.Reader, error) {
	body, err := f.bodyOffset()
	if err != nil {
		return nil, err
	}
	return io.NewSectionReader(f.zip.r, f.offset+body, int64(f.CompressedSize64)), nil
}

// contentReader reads the content of a file and holds it against what its header says.
type contentReader struct {
	content    io.ReadCloser
	sum        hash.Hash32
	n          uint64
	f          *File
	descriptor io.Reader // nil: there is none
	err        error
}

func (r *contentReader) Stat() (fs.FileInfo, error) { return headerInfo{&r.f.FileHeader}, nil }

func (r *contentReader) Close() error {
	if r.content == nil {
		return nil
	}
	return r.content.Close()
}

func (r *contentReader) Read(b []byte) (n int, err error) {
	if r.err != nil {
		return 0, r.err
	}
	n, err = r.content.Read(b)
	r.sum.Write(b[:n])
	r.n += uint64(n)
	if r.n > r.f.UncompressedSize64 {
		return 0, ErrFormat
	}
	if err == nil {
		return n, nil
	}
	if err == io.EOF {
		if r.n != r.f.UncompressedSize64 {
			return 0, io.ErrUnexpectedEOF
		}
		err = r.atEnd()
	}
	r.err = err
	return n, err
}

// atEnd returns the error for content of the right size.
func (r *contentReader) atEnd() error {
	if r.descriptor != nil {
		if err := checkDescriptor(r.descriptor, r.f); err != nil {
			if err == io.EOF {
				return io.ErrUnexpectedEOF
			}
			return err
		}
		if r.sum.Sum32() != r.f.CRC32 {
			return ErrChecksum
		}
	} else if r.f.CRC32 != 0 && r.sum.Sum32() != r.f.CRC32 {
		return ErrChecksum
	}
	return io.EOF
}

// checkDescriptor reads the sum behind the data, with or without a signature in front.
func checkDescriptor(r io.Reader, f *File) error {
	var b [descriptorBytes - 4]byte
	if _, err := io.ReadFull(r, b[:4]); err != nil {
		return err
	}
	rest := b[:8]
	if le.Uint32(b[:]) == descriptorSignature {
		rest = b[:12]
		if _, err := io.ReadFull(r, rest); err != nil {
			return err
		}
	} else if _, err := io.ReadFull(r, b[4:12]); err != nil {
		return err
	}
	if le.Uint32(b[:]) != f.CRC32 {
		return ErrChecksum
	}
	return nil
}

// listed is a file or directory of the archive as a file system.
type listed struct {
	name  string // without a slash at the end
	file  *File  // nil: a directory that only the names of others tell of
	dir   bool
	twice bool // there are two of the name
}

// entry is what describes a file: as fs.FileInfo and as fs.DirEntry.
type entry interface {
	fs.FileInfo
	fs.DirEntry
}

// describe returns what describes the file; a directory describes itself.
func (l *listed) describe() (entry, error) {
	switch {
	case l.twice:
		return nil, errors.New(l.name + ": duplicate entries in zip file")
	case l.dir:
		return l, nil
	}
	return headerInfo{&l.file.FileHeader}, nil
}

func (l *listed) Name() string               { return path.Base(l.name) }
func (l *listed) Size() int64                { return 0 }
func (l *listed) Mode() fs.FileMode          { return fs.ModeDir | 0o555 }
func (l *listed) Type() fs.FileMode          { return fs.ModeDir }
func (l *listed) IsDir() bool                { return true }
func (l *listed) Sys() any                   { return nil }
func (l *listed) Info() (fs.FileInfo, error) { return l, nil }
func (l *listed) String() string             { return fs.FormatDirEntry(l) }

func (l *listed) ModTime() time.Time {
	if l.file == nil {
		return time.Time{}
	}
	return l.file.Modified.UTC()
}

// validName makes a name of an archive one of a file system.
func validName(name string) string {
	name = strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/")
	for strings.HasPrefix(name, "../") {
		name = name[len("../"):]
	}
	return name
}

func compareListed(a, b listed) int {
	if c := strings.Compare(path.Dir(a.name), path.Dir(b.name)); c != 0 {
		return c
	}
	return strings.Compare(path.Base(a.name), path.Base(b.name))
}

// makeList makes the list that Open looks names up in.
func (r *Reader) makeList() {
	at := map[string]int{}
	implied := map[string]bool{}
	for _, file := range r.File {
		name := validName(file.Name)
		if name == "" || name == "." {
			continue
		}
		if i, twice := at[name]; twice {
			r.list[i].twice = true
			continue
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			implied[dir] = true
		}
		at[name] = len(r.list)
		r.list = append(r.list, listed{name: name, file: file, dir: strings.HasSuffix(file.Name, "/")})
	}
	for dir := range implied {
		if i, there := at[dir]; !there {
			r.list = append(r.list, listed{name: dir, dir: true})
		} else if !r.list[i].dir {
			r.list[i].twice = true // a file and a directory of one name
		}
	}
	slices.SortFunc(r.list, compareListed)
}

// Open opens a file or directory of the archive.
func (r *Reader) Open(name string) (fs.File, error) {
	r.once.Do(r.makeList)
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	root := listed{name: "./", dir: true}
	found := &root
	if name != "." {
		i, ok := slices.BinarySearchFunc(r.list, listed{name: name}, compareListed)
		if !ok {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
		found = &r.list[i]
	}
	if found.dir {
		first, _ := slices.BinarySearchFunc(r.list, name, func(l listed, dir string) int {
			return strings.Compare(path.Dir(l.name), dir)
		})
		last := first
		for last < len(r.list) && path.Dir(r.list[last].name) == name {
			last++
		}
		return &openDir{found, r.list[first:last], 0}, nil
	}
	f, err := found.file.Open()
	if err != nil {
		return nil, err
	}
	return f.(fs.File), nil
}

// openDir is a directory that is listed.
type openDir struct {
	l      *listed
	files  []listed
	offset int
}

func (d *openDir) Close() error               { return nil }
func (d *openDir) Stat() (fs.FileInfo, error) { return d.l.describe() }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.l.name, Err: errors.New("is a directory")}
}

func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.files) - d.offset
	if count > 0 && n > count {
		n = count
	}
	if n == 0 {
		if count <= 0 {
			return nil, nil
		}
		return nil, io.EOF
	}
	list := make([]fs.DirEntry, n)
	for i := range list {
		l := &d.files[d.offset+i]
		if !fs.ValidPath(l.Name()) {
			return nil, &fs.PathError{Op: "readdir", Path: d.l.name, Err: errors.New("invalid file name: " + l.name)}
		}
		described, err := l.describe()
		if err != nil {
			return nil, err
		}
		list[i] = described
	}
	d.offset += n
	return list, nil
}
