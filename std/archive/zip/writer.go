package zip

import (
	"bufio"
	"encoding/binary"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"
)

var (
	errLongName  = errors.New("zip: FileHeader.Name too long")
	errLongExtra = errors.New("zip: FileHeader.Extra too long")
)

// Writer writes an archive.
type Writer struct {
	w           *bufio.Writer
	written     int64
	directory   []*written
	last        *fileWriter
	closed      bool
	compressors map[uint16]Compressor
	comment     string
}

// written is a file of the archive and where it is.
type written struct {
	*FileHeader
	offset uint64
	raw    bool
}

// NewWriter returns a writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{w: bufio.NewWriter(w)} }

func (w *Writer) write(b []byte) error {
	n, err := w.w.Write(b)
	w.written += int64(n)
	return err
}

// SetOffset says where the archive begins in what is written to; nothing must have been written.
func (w *Writer) SetOffset(n int64) {
	if w.written != 0 {
		panic("zip: SetOffset called after data was written")
	}
	w.written = n
}

// Flush writes what is buffered.
func (w *Writer) Flush() error { return w.w.Flush() }

// SetComment sets the comment of the archive.
func (w *Writer) SetComment(comment string) error {
	if len(comment) > max16 {
		return errors.New("zip: Writer.Comment too long")
	}
	w.comment = comment
	return nil
}

// RegisterCompressor makes a method of compression known to this writer.
func (w *Writer) RegisterCompressor(method uint16, comp Compressor) {
	if w.compressors == nil {
		w.compressors = map[uint16]Compressor{}
	}
	w.compressors[method] = comp
}

// Close writes the directory of the archive.
func (w *Writer) Close() error {
	if w.last != nil && !w.last.closed {
		if err := w.last.close(); err != nil {
			return err
		}
		w.last = nil
	}
	if w.closed {
		return errors.New("zip: writer closed twice")
	}
	w.closed = true
	start := uint64(w.written)
	for _, h := range w.directory {
		if err := w.directoryEntry(h); err != nil {
			return err
		}
	}
	end := uint64(w.written)
	records, size, offset := uint64(len(w.directory)), end-start, start
	if records >= max16 || size >= max32 || offset >= max32 {
		b := binary.LittleEndian.AppendUint32(nil, end64Signature)
		b = binary.LittleEndian.AppendUint64(b, end64Bytes-12)
		b = binary.LittleEndian.AppendUint16(b, version45)
		b = binary.LittleEndian.AppendUint16(b, version45)
		b = binary.LittleEndian.AppendUint32(b, 0) // this disk
		b = binary.LittleEndian.AppendUint32(b, 0) // the directory's disk
		b = binary.LittleEndian.AppendUint64(b, records)
		b = binary.LittleEndian.AppendUint64(b, records)
		b = binary.LittleEndian.AppendUint64(b, size)
		b = binary.LittleEndian.AppendUint64(b, offset)
		b = binary.LittleEndian.AppendUint32(b, end64LocSignature)
		b = binary.LittleEndian.AppendUint32(b, 0)
		b = binary.LittleEndian.AppendUint64(b, end)
		b = binary.LittleEndian.AppendUint32(b, 1) // disks
		if err := w.write(b); err != nil {
			return err
		}
		records, size, offset = max16, max32, max32
	}
	b := binary.LittleEndian.AppendUint32(nil, endSignature)
	b = append(b, 0, 0, 0, 0)
	b = binary.LittleEndian.AppendUint16(b, uint16(records))
	b = binary.LittleEndian.AppendUint16(b, uint16(records))
	b = binary.LittleEndian.AppendUint32(b, uint32(size))
	b = binary.LittleEndian.AppendUint32(b, uint32(offset))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(w.comment)))
	b = append(b, w.comment...)
	if err := w.write(b); err != nil {
		return err
	}
	return w.w.Flush()
}

func (w *Writer) directoryEntry(h *written) error {
	b := binary.LittleEndian.AppendUint32(nil, directorySignature)
	compressed, uncompressed, offset := uint32(h.CompressedSize64), uint32(h.UncompressedSize64), uint32(h.offset)
	if h.needs64() || h.offset >= max32 {
		h.ReaderVersion = version45
		compressed, uncompressed, offset = max32, max32, max32
		h.Extra = binary.LittleEndian.AppendUint16(h.Extra, extraZip64)
		h.Extra = binary.LittleEndian.AppendUint16(h.Extra, 24)
		h.Extra = binary.LittleEndian.AppendUint64(h.Extra, h.UncompressedSize64)
		h.Extra = binary.LittleEndian.AppendUint64(h.Extra, h.CompressedSize64)
		h.Extra = binary.LittleEndian.AppendUint64(h.Extra, h.offset)
	}
	b = binary.LittleEndian.AppendUint16(b, h.CreatorVersion)
	b = binary.LittleEndian.AppendUint16(b, h.ReaderVersion)
	b = binary.LittleEndian.AppendUint16(b, h.Flags)
	b = binary.LittleEndian.AppendUint16(b, h.Method)
	b = binary.LittleEndian.AppendUint16(b, h.ModifiedTime)
	b = binary.LittleEndian.AppendUint16(b, h.ModifiedDate)
	b = binary.LittleEndian.AppendUint32(b, h.CRC32)
	b = binary.LittleEndian.AppendUint32(b, compressed)
	b = binary.LittleEndian.AppendUint32(b, uncompressed)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(h.Name)))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(h.Extra)))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(h.Comment)))
	b = append(b, 0, 0, 0, 0) // disk, internal attributes
	b = binary.LittleEndian.AppendUint32(b, h.ExternalAttrs)
	b = binary.LittleEndian.AppendUint32(b, offset)
	b = append(b, h.Name...)
	b = append(b, h.Extra...)
	b = append(b, h.Comment...)
	return w.write(b)
}

// Create begins a file that is compressed by Deflate; the file before is finished.
func (w *Writer) Create(name string) (io.Writer, error) {
	return w.CreateHeader(&FileHeader{Name: name, Method: Deflate})
}

// encodingOf says whether s is UTF-8, and whether it has to be said: ASCII without what other encodings replace reads the same in all.
func encodingOf(s string) (valid, needed bool) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if r < 0x20 || r > 0x7d || r == 0x5c {
			if !utf8.ValidRune(r) || r == utf8.RuneError && n == 1 {
				return false, false
			}
			needed = true
		}
	}
	return true, needed
}

// prepare finishes the file before.
func (w *Writer) prepare(h *FileHeader) error {
	if w.last != nil && !w.last.closed {
		if err := w.last.close(); err != nil {
			return err
		}
	}
	if len(w.directory) > 0 && w.directory[len(w.directory)-1].FileHeader == h {
		return errors.New("archive/zip: invalid duplicate FileHeader")
	}
	return nil
}

// CreateHeader begins a file; the writer takes h and changes it.
func (w *Writer) CreateHeader(h *FileHeader) (io.Writer, error) {
	if err := w.prepare(h); err != nil {
		return nil, err
	}
	nameValid, nameNeeds := encodingOf(h.Name)
	commentValid, commentNeeds := encodingOf(h.Comment)
	switch {
	case h.NonUTF8:
		h.Flags &^= flagUTF8
	case (nameNeeds || commentNeeds) && nameValid && commentValid:
		h.Flags |= flagUTF8
	}
	h.CreatorVersion = h.CreatorVersion&0xff00 | version20
	h.ReaderVersion = version20
	if !h.Modified.IsZero() {
		h.ModifiedDate, h.ModifiedTime = toDOS(h.Modified)
		h.Extra = binary.LittleEndian.AppendUint16(h.Extra, extraTime)
		h.Extra = binary.LittleEndian.AppendUint16(h.Extra, 5)
		h.Extra = append(h.Extra, 1) // the time of modification alone
		h.Extra = binary.LittleEndian.AppendUint32(h.Extra, uint32(h.Modified.Unix()))
	}
	entry := &written{FileHeader: h, offset: uint64(w.written)}
	var begun io.Writer
	if strings.HasSuffix(h.Name, "/") {
		// A directory has no data and no descriptor, and is not compressed.
		h.Method = Store
		h.Flags &^= flagDescriptor
		h.CompressedSize, h.CompressedSize64 = 0, 0
		h.UncompressedSize, h.UncompressedSize64 = 0, 0
		begun = directoryWriter{}
	} else {
		h.Flags |= flagDescriptor
		f := &fileWriter{w: w, header: entry, sum: crc32.NewIEEE()}
		f.compressed.w = w
		comp := w.compressors[h.Method]
		if comp == nil {
			comp = compressor(h.Method)
		}
		if comp == nil {
			return nil, ErrAlgorithm
		}
		var err error
		if f.compress, err = comp(&f.compressed); err != nil {
			return nil, err
		}
		begun = f
	}
	w.directory = append(w.directory, entry)
	if err := w.fileHeader(entry); err != nil {
		return nil, err
	}
	w.last, _ = begun.(*fileWriter)
	return begun, nil
}

func (w *Writer) fileHeader(h *written) error {
	if len(h.Name) > max16 {
		return errLongName
	}
	if len(h.Extra) > max16 {
		return errLongExtra
	}
	b := binary.LittleEndian.AppendUint32(nil, fileSignature)
	b = binary.LittleEndian.AppendUint16(b, h.ReaderVersion)
	b = binary.LittleEndian.AppendUint16(b, h.Flags)
	b = binary.LittleEndian.AppendUint16(b, h.Method)
	b = binary.LittleEndian.AppendUint16(b, h.ModifiedTime)
	b = binary.LittleEndian.AppendUint16(b, h.ModifiedDate)
	if h.raw && !h.hasDescriptor() {
		b = binary.LittleEndian.AppendUint32(b, h.CRC32)
		b = binary.LittleEndian.AppendUint32(b, uint32(min(h.CompressedSize64, max32)))
		b = binary.LittleEndian.AppendUint32(b, uint32(min(h.UncompressedSize64, max32)))
	} else {
		b = append(b, make([]byte, 12)...) // in the descriptor behind the data
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(h.Name)))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(h.Extra)))
	b = append(b, h.Name...)
	b = append(b, h.Extra...)
	return w.write(b)
}

// CreateRaw begins a file whose data is written as it is: the header says how it is compressed, its sizes and sum.
func (w *Writer) CreateRaw(fh *FileHeader) (io.Writer, error) {
	if err := w.prepare(fh); err != nil {
		return nil, err
	}
	fh.CompressedSize = uint32(min(fh.CompressedSize64, max32))
	fh.UncompressedSize = uint32(min(fh.UncompressedSize64, max32))
	entry := &written{FileHeader: fh, offset: uint64(w.written), raw: true}
	w.directory = append(w.directory, entry)
	if err := w.fileHeader(entry); err != nil {
		return nil, err
	}
	if strings.HasSuffix(fh.Name, "/") {
		w.last = nil
		return directoryWriter{}, nil
	}
	f := &fileWriter{w: w, header: entry}
	f.compressed.w = w
	w.last = f
	return f, nil
}

// Copy copies a file of another archive without decompressing it.
func (w *Writer) Copy(f *File) error {
	r, err := f.OpenRaw()
	if err != nil {
		return err
	}
	header := f.FileHeader
	to, err := w.CreateRaw(&header)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, r)
	return err
}

// AddFS adds all files of a file system.
func (w *Writer) AddFS(fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name == "." {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if !d.IsDir() && !info.Mode().IsRegular() {
			return errors.New("zip: cannot add non-regular file")
		}
		h, err := FileInfoHeader(info)
		if err != nil {
			return err
		}
		h.Name = name
		if d.IsDir() {
			h.Name += "/"
		}
		h.Method = Deflate
		to, err := w.CreateHeader(h)
		if err != nil || d.IsDir() {
			return err
		}
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = io.Copy(to, f)
		return err
	})
}

// directoryWriter takes no data.
type directoryWriter struct{}

func (directoryWriter) Write(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	return 0, errors.New("zip: write to directory")
}

// counter counts what is written to the archive.
type counter struct {
	w *Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	err := c.w.write(b)
	c.n += int64(len(b))
	return len(b), err
}

// fileWriter compresses a file into the archive.
type fileWriter struct {
	w            *Writer
	header       *written
	compress     io.WriteCloser // nil: the data is raw
	sum          hash.Hash32
	compressed   counter
	uncompressed int64
	closed       bool
}

func (f *fileWriter) Write(b []byte) (int, error) {
	if f.closed {
		return 0, errors.New("zip: write to closed file")
	}
	if f.compress == nil {
		return f.compressed.Write(b)
	}
	f.sum.Write(b)
	n, err := f.compress.Write(b)
	f.uncompressed += int64(n)
	return n, err
}

func (f *fileWriter) close() error {
	if f.closed {
		return errors.New("zip: file closed twice")
	}
	f.closed = true
	h := f.header
	if f.compress == nil {
		return f.descriptor()
	}
	if err := f.compress.Close(); err != nil {
		return err
	}
	h.CRC32 = f.sum.Sum32()
	h.CompressedSize64 = uint64(f.compressed.n)
	h.UncompressedSize64 = uint64(f.uncompressed)
	h.CompressedSize = uint32(min(h.CompressedSize64, max32))
	h.UncompressedSize = uint32(min(h.UncompressedSize64, max32))
	if h.needs64() {
		h.ReaderVersion = version45
	}
	return f.descriptor()
}

// descriptor writes sum and sizes behind the data.
func (f *fileWriter) descriptor() error {
	h := f.header
	if !h.hasDescriptor() {
		return nil
	}
	b := binary.LittleEndian.AppendUint32(nil, descriptorSignature)
	b = binary.LittleEndian.AppendUint32(b, h.CRC32)
	if h.needs64() {
		b = binary.LittleEndian.AppendUint64(b, h.CompressedSize64)
		b = binary.LittleEndian.AppendUint64(b, h.UncompressedSize64)
	} else {
		b = binary.LittleEndian.AppendUint32(b, h.CompressedSize)
		b = binary.LittleEndian.AppendUint32(b, h.UncompressedSize)
	}
	return f.w.write(b)
}
