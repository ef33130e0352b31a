package tar

import (
	"bytes"
	"internal/godebug"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Reader reads an archive, entry by entry; it reads the content of the one that Next returned.
type Reader struct {
	r       io.Reader
	padding int64 // behind the content
	content content
	block   block
	err     error // stays
}

// content is what is read of an entry.
type content interface {
	io.Reader
	left() int64 // bytes of it that are still in the archive
}

// plainContent stands in the archive as it is.
type plainContent struct {
	r    io.Reader
	more int64
}

func (c *plainContent) left() int64 { return c.more }

func (c *plainContent) Read(b []byte) (n int, err error) {
	if int64(len(b)) > c.more {
		b = b[:c.more]
	}
	if len(b) > 0 {
		n, err = c.r.Read(b)
		c.more -= int64(n)
	}
	if c.more > 0 {
		return n, unexpected(err)
	}
	if err == nil {
		err = io.EOF
	}
	return n, err
}

// readAll fills b; io.EOF says that there was less, even nothing.
func readAll(r io.Reader, b []byte) (n int, err error) {
	for n < len(b) && err == nil {
		var m int
		m, err = r.Read(b[n:])
		n += m
	}
	if n == len(b) && err == io.EOF {
		err = nil
	}
	return n, err
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// skip reads over n bytes. Seeking beyond the end is no error, so the last byte is read.
func skip(r io.Reader, n int64) error {
	if seeker, ok := r.(io.Seeker); ok && n > 1 {
		if from, err := seeker.Seek(0, io.SeekCurrent); err == nil && from >= 0 {
			to, err := seeker.Seek(n-1, io.SeekCurrent)
			if err != nil || to < 0 {
				return err
			}
			n -= to - from
		}
	}
	copied, err := io.CopyN(io.Discard, r, n)
	if copied < n {
		err = unexpected(err)
	}
	return err
}

// NewReader reads an archive from r.
func NewReader(r io.Reader) *Reader { return &Reader{r: r, content: &plainContent{r: r}} }

// Read reads from the content of the entry.
func (r *Reader) Read(b []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.content.Read(b)
	if err != nil && err != io.EOF {
		r.err = err
	}
	return n, err
}

var insecurePath = godebug.New("tarinsecurepath")

// Next goes to the next entry; io.EOF is the end. With tarinsecurepath=0 in GODEBUG, names that lead out of the directory
// come with ErrInsecurePath.
func (r *Reader) Next() (*Header, error) {
	if r.err != nil {
		return nil, r.err
	}
	h, err := r.next()
	r.err = err
	if err == nil && !filepath.IsLocal(h.Name) && insecurePath.Value() == "0" {
		insecurePath.IncNonDefault()
		err = ErrInsecurePath
	}
	return h, err
}

// next collects what stands in front of an entry, and reads that.
func (r *Reader) next() (*Header, error) {
	var records map[string]string
	var longName, longLink string
	format := FormatUSTAR | FormatPAX | FormatGNU
	for {
		if err := skip(r.r, r.content.left()); err != nil {
			return nil, err
		}
		if _, err := readAll(r.r, r.block[:r.padding]); err != nil {
			return nil, err
		}
		r.padding = 0
		h, err := r.header()
		if err != nil {
			return nil, err
		}
		if err := r.begin(h); err != nil {
			return nil, err
		}
		format &= h.Format
		switch h.Typeflag {
		case TypeXHeader, TypeXGlobalHeader:
			format &= FormatPAX
			if records, err = readRecords(r); err != nil {
				return nil, err
			}
			if h.Typeflag == TypeXGlobalHeader {
				h.merge(records)
				return &Header{Name: h.Name, Typeflag: h.Typeflag, Xattrs: h.Xattrs, PAXRecords: h.PAXRecords, Format: format}, nil
			}
		case TypeGNULongName, TypeGNULongLink:
			format &= FormatGNU
			name, err := readExtended(r)
			if err != nil {
				return nil, err
			}
			if h.Typeflag == TypeGNULongName {
				longName = text(name)
			} else {
				longLink = text(name)
			}
		default:
			if err := h.merge(records); err != nil {
				return nil, err
			}
			if longName != "" {
				h.Name = longName
			}
			if longLink != "" {
				h.Linkname = longLink
			}
			if h.Typeflag == TypeRegA {
				h.Typeflag = oldType(h.Name)
			}
			// Records may have changed the size.
			if err := r.begin(h); err != nil {
				return nil, err
			}
			if err := r.sparse(h, &r.block); err != nil {
				return nil, err
			}
			if format&FormatUSTAR != 0 {
				format &^= FormatPAX // no record was needed
			}
			h.Format = format
			return h, nil
		}
	}
}

// oldType is what older archives mean by no type.
func oldType(name string) byte {
	if strings.HasSuffix(name, "/") {
		return TypeDir
	}
	return TypeReg
}

// begin has the content of an entry read.
func (r *Reader) begin(h *Header) error {
	size := h.Size
	if withoutContent(h.Typeflag) {
		size = 0
	}
	if size < 0 {
		return ErrHeader
	}
	r.padding = padding(size)
	r.content = &plainContent{r.r, size}
	return nil
}

// header reads a header's block. Two blocks of zeros are the end, as is the end of the file instead of either.
func (r *Reader) header() (*Header, error) {
	b := &r.block
	if _, err := io.ReadFull(r.r, b[:]); err != nil {
		return nil, err
	}
	if *b == zeroBlock {
		if _, err := io.ReadFull(r.r, b[:]); err != nil {
			return nil, err
		}
		if *b == zeroBlock {
			return nil, io.EOF
		}
		return nil, ErrHeader
	}
	format := b.format()
	if format == FormatUnknown {
		return nil, ErrHeader
	}
	var d decoder
	h := &Header{
		Typeflag: b.of(fieldType)[0],
		Name:     text(b.of(fieldName)),
		Linkname: text(b.of(fieldLinkname)),
		Size:     d.number(b.of(fieldSize)),
		Mode:     d.number(b.of(fieldMode)),
		Uid:      int(d.number(b.of(fieldUid))),
		Gid:      int(d.number(b.of(fieldGid))),
		ModTime:  time.Unix(d.number(b.of(fieldModTime)), 0),
	}
	if format != formatV7 {
		h.Uname = text(b.of(fieldUname))
		h.Gname = text(b.of(fieldGname))
		h.Devmajor = d.number(b.of(fieldDevmajor))
		h.Devminor = d.number(b.of(fieldDevminor))
	}
	prefix := ""
	switch format {
	case FormatUSTAR | FormatPAX:
		prefix = text(b.of(fieldPrefix))
		if b.isStrict() {
			h.Format = format
		}
	case formatSTAR:
		prefix = text(b.of(fieldSTARPrefix))
		h.AccessTime = time.Unix(d.number(b.of(fieldSTARAccess)), 0)
		h.ChangeTime = time.Unix(d.number(b.of(fieldSTARChange)), 0)
	case FormatGNU:
		h.Format = format
		var times decoder
		if f := b.of(fieldGNUAccess); f[0] != 0 {
			h.AccessTime = time.Unix(times.number(f), 0)
		}
		if f := b.of(fieldGNUChange); f[0] != 0 {
			h.ChangeTime = time.Unix(times.number(f), 0)
		}
		if times.err != nil {
			// Go itself once wrote a prefix into GNU headers, which has none.
			h.AccessTime, h.ChangeTime, h.Format = time.Time{}, time.Time{}, FormatUnknown
			if s := text(b.of(fieldPrefix)); isASCII(s) {
				prefix = s
			}
		}
	}
	if prefix != "" {
		h.Name = prefix + "/" + h.Name
	}
	return h, d.err
}

// isStrict says whether the block is what USTAR allows: only ASCII, and a NUL at the end of numbers.
func (b *block) isStrict() bool {
	if bytes.IndexFunc(b[:], func(c rune) bool { return c >= 0x80 }) >= 0 {
		return false
	}
	for _, f := range []field{fieldSize, fieldMode, fieldUid, fieldGid, fieldModTime, fieldDevmajor, fieldDevminor} {
		if b[f.at+f.size-1] != 0 {
			return false
		}
	}
	return true
}

// readExtended reads content that describes the next entry.
func readExtended(r *Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxExtendedBytes+1))
	if len(b) > maxExtendedBytes {
		return nil, ErrFieldTooLong
	}
	return b, err
}

// readRecords reads PAX records. The oldest sparse maps, a pair of records for each fragment, become one record.
func readRecords(r *Reader) (map[string]string, error) {
	b, err := readExtended(r)
	if err != nil {
		return nil, err
	}
	records := map[string]string{}
	var numbers []string
	for rest := string(b); rest != ""; {
		var key, value string
		var ok bool
		if key, value, rest, ok = cutRecord(rest); !ok {
			return nil, ErrHeader
		}
		if key != keySparseOffset && key != keySparseBytes {
			records[key] = value
			continue
		}
		if (key == keySparseOffset) != (len(numbers)%2 == 0) || strings.Contains(value, ",") {
			return nil, ErrHeader
		}
		numbers = append(numbers, value)
	}
	if len(numbers) > 0 {
		records[keySparseMap] = strings.Join(numbers, ",")
	}
	return records, nil
}

// merge has the records say what the fields cannot; those that say nothing leave the field.
func (h *Header) merge(records map[string]string) error {
	for key, value := range records {
		if value == "" {
			continue
		}
		ok := true
		number := func() int64 {
			n, err := strconv.ParseInt(value, 10, 64)
			ok = err == nil
			return n
		}
		switch key {
		case keyPath:
			h.Name = value
		case keyLinkpath:
			h.Linkname = value
		case keyUname:
			h.Uname = value
		case keyGname:
			h.Gname = value
		case keyUid:
			h.Uid = int(number())
		case keyGid:
			h.Gid = int(number())
		case keySize:
			h.Size = number()
		case keyMtime:
			h.ModTime, ok = parseTime(value)
		case keyAtime:
			h.AccessTime, ok = parseTime(value)
		case keyCtime:
			h.ChangeTime, ok = parseTime(value)
		default:
			if name, is := strings.CutPrefix(key, keyXattr); is {
				if h.Xattrs == nil {
					h.Xattrs = map[string]string{}
				}
				h.Xattrs[name] = value
			}
		}
		if !ok {
			return ErrHeader
		}
	}
	h.PAXRecords = records
	return nil
}
