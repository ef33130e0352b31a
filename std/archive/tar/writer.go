package tar

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// Writer writes an archive, entry by entry; it writes the content of the one that WriteHeader began. Sparse files are not written.
type Writer struct {
	w       io.Writer
	more    int64 // bytes that the content still needs
	padding int64 // behind it
	header  Header
	block   block
	err     error // stays
}

// NewWriter writes an archive to w.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Flush ends the entry, whose content must be complete.
func (w *Writer) Flush() error {
	if w.err != nil {
		return w.err
	}
	if w.more > 0 {
		return fmt.Errorf("archive/tar: missed writing %d bytes", w.more)
	}
	if _, w.err = w.w.Write(zeroBlock[:w.padding]); w.err != nil {
		return w.err
	}
	w.padding = 0
	return nil
}

// Write writes content; ErrWriteTooLong is more than the header's size.
func (w *Writer) Write(b []byte) (n int, err error) {
	if w.err != nil {
		return 0, w.err
	}
	tooLong := int64(len(b)) > w.more
	if tooLong {
		b = b[:w.more]
	}
	if len(b) > 0 {
		n, err = w.w.Write(b)
		w.more -= int64(n)
	}
	if err == nil && tooLong {
		return n, ErrWriteTooLong
	}
	w.err = err
	return n, err
}

// Close ends the entry and the archive.
func (w *Writer) Close() error {
	if w.err == ErrWriteAfterClose {
		return nil
	}
	if w.err != nil {
		return w.err
	}
	err := w.Flush()
	for range 2 {
		if err == nil {
			_, err = w.w.Write(zeroBlock[:])
		}
	}
	w.err = ErrWriteAfterClose
	return err
}

// WriteHeader ends the entry and begins the next one.
func (w *Writer) WriteHeader(hdr *Header) error {
	if err := w.Flush(); err != nil {
		return err
	}
	w.header = *hdr
	h := &w.header
	if h.Typeflag == TypeRegA {
		h.Typeflag = oldType(h.Name)
	}
	if h.Format == FormatUnknown {
		// PAX would be the only one for finer times.
		h.ModTime = h.ModTime.Round(time.Second)
		h.AccessTime, h.ChangeTime = time.Time{}, time.Time{}
	}
	formats, records, err := choose(h)
	switch {
	case formats&FormatUSTAR != 0:
		w.err = w.writeUSTAR(h)
	case formats&FormatPAX != 0:
		w.err = w.writePAX(h, records)
	case formats&FormatGNU != 0:
		w.err = w.writeGNU(h)
	default:
		return err
	}
	return w.err
}

func (w *Writer) writeUSTAR(h *Header) error {
	prefix, name, ok := splitPath(h.Name)
	if ok {
		h.Name = name
	}
	var e encoder
	w.fill(h, e.text, e.octal)
	e.text(w.block.of(fieldPrefix), prefix)
	if e.err != nil {
		return e.err
	}
	return w.begin(FormatUSTAR, h.Size, h.Typeflag)
}

func (w *Writer) writePAX(h *Header, records map[string]string) error {
	isGlobal := h.Typeflag == TypeXGlobalHeader
	if len(records) > 0 || isGlobal {
		var all strings.Builder
		for _, key := range slices.Sorted(maps.Keys(records)) {
			all.WriteString(record(key, records[key]))
		}
		if all.Len() > maxExtendedBytes {
			return ErrFieldTooLong
		}
		if isGlobal {
			name := h.Name
			if name == "" {
				name = "GlobalHead.0.0"
			}
			return w.writeExtended(name, all.String(), TypeXGlobalHeader, FormatPAX)
		}
		directory, file := path.Split(h.Name)
		if err := w.writeExtended(path.Join(directory, "PaxHeaders.0", file), all.String(), TypeXHeader, FormatPAX); err != nil {
			return err
		}
	}
	// What does not fit stands in the records.
	var e encoder
	w.fill(h, func(b []byte, s string) { e.text(b, toASCII(s)) }, e.octal)
	return w.begin(FormatPAX, h.Size, h.Typeflag)
}

func (w *Writer) writeGNU(h *Header) error {
	for _, long := range []struct {
		text     string
		typeflag byte
	}{{h.Name, TypeGNULongName}, {h.Linkname, TypeGNULongLink}} {
		if len(long.text) > fieldName.size {
			if err := w.writeExtended("././@LongLink", long.text+"\x00", long.typeflag, FormatGNU); err != nil {
				return err
			}
		}
	}
	// What does not fit stands in front.
	var e encoder
	w.fill(h, e.text, e.number)
	if !h.AccessTime.IsZero() {
		e.number(w.block.of(fieldGNUAccess), h.AccessTime.Unix())
	}
	if !h.ChangeTime.IsZero() {
		e.number(w.block.of(fieldGNUChange), h.ChangeTime.Unix())
	}
	return w.begin(FormatGNU, h.Size, h.Typeflag)
}

// fill makes a block of what all formats have.
func (w *Writer) fill(h *Header, text func([]byte, string), number func([]byte, int64)) {
	w.block = zeroBlock
	b := &w.block
	b.of(fieldType)[0] = h.Typeflag
	text(b.of(fieldName), h.Name)
	text(b.of(fieldLinkname), h.Linkname)
	text(b.of(fieldUname), h.Uname)
	text(b.of(fieldGname), h.Gname)
	var modified int64
	if !h.ModTime.IsZero() {
		modified = h.ModTime.Unix()
	}
	number(b.of(fieldMode), h.Mode)
	number(b.of(fieldUid), int64(h.Uid))
	number(b.of(fieldGid), int64(h.Gid))
	number(b.of(fieldSize), h.Size)
	number(b.of(fieldModTime), modified)
	number(b.of(fieldDevmajor), h.Devmajor)
	number(b.of(fieldDevminor), h.Devminor)
}

// begin writes the block and has content of that size written.
func (w *Writer) begin(format Format, size int64, typeflag byte) error {
	w.block.seal(format)
	if err := w.Flush(); err != nil {
		return err
	}
	if _, err := w.w.Write(w.block[:]); err != nil {
		return err
	}
	if withoutContent(typeflag) {
		size = 0
	}
	w.more = size
	w.padding = padding(size)
	return nil
}

// writeExtended writes an entry that describes the next one.
func (w *Writer) writeExtended(name, data string, typeflag byte, format Format) error {
	name = toASCII(name)
	if len(name) > fieldName.size {
		name = name[:fieldName.size]
	}
	w.block = zeroBlock
	b := &w.block
	var e encoder
	b.of(fieldType)[0] = typeflag
	e.text(b.of(fieldName), strings.TrimRight(name, "/"))
	e.octal(b.of(fieldSize), int64(len(data)))
	for _, f := range []field{fieldMode, fieldUid, fieldGid, fieldModTime} {
		e.octal(b.of(f), 0)
	}
	if e.err != nil {
		return e.err
	}
	if err := w.begin(format, int64(len(data)), typeflag); err != nil {
		return err
	}
	_, err := io.WriteString(w, data)
	return err
}

// AddFS writes all files of a file system, and its directories.
func (w *Writer) AddFS(fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		return w.add(fsys, name, entry)
	})
}

func (w *Writer) add(fsys fs.FS, name string, entry fs.DirEntry) error {
	info, err := entry.Info()
	if err != nil {
		return err
	}
	link := ""
	switch kind := entry.Type(); {
	case kind == fs.ModeSymlink:
		if link, err = fs.ReadLink(fsys, name); err != nil {
			return err
		}
	case kind != fs.ModeDir && !kind.IsRegular():
		return errors.New("tar: cannot add non-regular file")
	}
	h, err := FileInfoHeader(info, link)
	if err != nil {
		return err
	}
	h.Name = name
	if entry.IsDir() {
		h.Name += "/"
	}
	if err := w.WriteHeader(h); err != nil || !entry.Type().IsRegular() {
		return err
	}
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
