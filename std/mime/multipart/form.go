package multipart

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math"
	"net/textproto"
	"os"
)

// ErrMessageTooLarge is the error of ReadForm for a form with more than it may have.
var ErrMessageTooLarge = errors.New("multipart: message too large")

// Form has the values and files of a form.
type Form struct {
	Value map[string][]string
	File  map[string][]*FileHeader
}

// FileHeader is a file of a form.
type FileHeader struct {
	Filename string
	Header   textproto.MIMEHeader
	Size     int64

	content   []byte // if it is in memory
	tmpfile   string // else
	tmpoff    int64
	tmpshared bool // with others
}

// File is an open file of a form.
type File interface {
	io.Reader
	io.ReaderAt
	io.Seeker
	io.Closer
}

// What things count in memory beside their texts.
const (
	entryCost  = 200
	fileCost   = 100
	headerCost = 400
)

// ReadForm reads all parts. Files of up to maxMemory bytes in all are kept in memory, others in temporary files; values may have 10 MB more.
func (r *Reader) ReadForm(maxMemory int64) (*Form, error) {
	maxMemory = max(maxMemory, 0)
	f := formReader{r: r, form: &Form{make(map[string][]string), make(map[string][]*FileHeader)}, fields: maxHeaderFields}
	f.files = min(maxMemory, math.MaxInt64-1)
	if f.memory = maxMemory + 10<<20; f.memory <= 0 {
		f.memory = math.MaxInt64
	}
	err := f.read()
	if closeErr := f.close(); err == nil {
		err = closeErr
	}
	if err != nil {
		f.form.RemoveAll()
		if f.file != nil {
			os.Remove(f.file.Name())
		}
		return nil, err
	}
	return f.form, nil
}

// formReader reads a form.
type formReader struct {
	r      *Reader
	form   *Form
	memory int64 // bytes that all may still have in memory
	files  int64 // bytes that files may still have of them
	fields int64 // that headers may still have

	file   *os.File // for all files that are not in memory
	offset int64
	onDisk int // how many those are
	buffer []byte
}

// close closes the temporary file. Files that share it are read by parts.
func (f *formReader) close() error {
	if f.file == nil {
		return nil
	}
	if f.onDisk > 1 {
		for _, files := range f.form.File {
			for _, file := range files {
				file.tmpshared = true
			}
		}
	}
	return f.file.Close()
}

func (f *formReader) read() error {
	for parts := 0; ; parts++ {
		p, err := f.r.next(false, f.memory, f.fields)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if parts == maxParts {
			return ErrMessageTooLarge
		}
		name := p.FormName()
		if name == "" {
			continue
		}
		if f.memory -= int64(len(name)) + entryCost; f.memory < 0 {
			return ErrMessageTooLarge
		}
		if p.FileName() == "" {
			err = f.value(name, p)
		} else {
			err = f.readFile(name, p)
		}
		if err != nil {
			return err
		}
	}
}

func (f *formReader) value(name string, p *Part) error {
	var b bytes.Buffer
	n, err := io.CopyN(&b, p, f.memory+1)
	if err != nil && err != io.EOF {
		return err
	}
	if f.memory -= n; f.memory < 0 {
		return ErrMessageTooLarge
	}
	f.form.Value[name] = append(f.form.Value[name], b.String())
	return nil
}

func (f *formReader) readFile(name string, p *Part) error {
	if f.memory -= headerSize(p.Header) + entryCost + fileCost; f.memory < 0 {
		return ErrMessageTooLarge
	}
	for _, values := range p.Header {
		f.fields -= int64(len(values))
	}
	file := &FileHeader{Filename: p.FileName(), Header: p.Header}
	var b bytes.Buffer
	n, err := io.CopyN(&b, p, f.files+1)
	if err != nil && err != io.EOF {
		return err
	}
	if n > f.files {
		err = f.toDisk(file, &b, p)
	} else {
		err = nil
		file.content, file.Size = b.Bytes(), n
		f.files -= n
		f.memory -= n
	}
	if err == nil {
		f.form.File[name] = append(f.form.File[name], file)
	}
	return err
}

// toDisk writes a file behind the others in the temporary one: what was read of it and the rest.
func (f *formReader) toDisk(file *FileHeader, begin *bytes.Buffer, rest *Part) (err error) {
	if f.file == nil {
		if f.file, err = os.CreateTemp(f.r.tempDir, "multipart-"); err != nil {
			return err
		}
	}
	f.onDisk++
	if _, err := f.file.Write(begin.Bytes()); err != nil {
		return err
	}
	if f.buffer == nil {
		f.buffer = make([]byte, 32<<10)
	}
	n, err := io.CopyBuffer(struct{ io.Writer }{f.file}, rest, f.buffer)
	if err != nil {
		return err
	}
	file.tmpfile, file.tmpoff = f.file.Name(), f.offset
	file.Size = int64(begin.Len()) + n
	f.offset += file.Size
	return nil
}

// headerSize is what a header counts in memory.
func headerSize(h textproto.MIMEHeader) (size int64) {
	size = headerCost
	for name, values := range h {
		size += int64(len(name)) + entryCost
		for _, value := range values {
			size += int64(len(value))
		}
	}
	return size
}

// RemoveAll removes the temporary files.
func (f *Form) RemoveAll() (err error) {
	for _, files := range f.File {
		for _, file := range files {
			if file.tmpfile == "" {
				continue
			}
			if e := os.Remove(file.tmpfile); e != nil && err == nil && !errors.Is(e, fs.ErrNotExist) {
				err = e
			}
		}
	}
	return err
}

// Open opens the file.
func (fh *FileHeader) Open() (File, error) {
	if fh.content != nil {
		return sectionReadCloser{io.NewSectionReader(bytes.NewReader(fh.content), 0, int64(len(fh.content))), nil}, nil
	}
	if !fh.tmpshared {
		return os.Open(fh.tmpfile)
	}
	f, err := os.Open(fh.tmpfile)
	if err != nil {
		return nil, err
	}
	return sectionReadCloser{io.NewSectionReader(f, fh.tmpoff, fh.Size), f}, nil
}

// sectionReadCloser is a file that is a part of something.
type sectionReadCloser struct {
	*io.SectionReader
	io.Closer
}

func (s sectionReadCloser) Close() error {
	if s.Closer == nil {
		return nil
	}
	return s.Closer.Close()
}
