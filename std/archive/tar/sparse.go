package tar

import (
	"io"
	"math"
	"strconv"
	"strings"
)

// fragment is a part of a sparse file that stands in the archive; what lies between fragments is zero.
type fragment struct{ at, size int64 }

func (f fragment) end() int64 { return f.at + f.size }

const sparseEntryBytes = 24 // where and how much, 12 bytes each

// sparseMap is a list of fragments; not nil for a sparse file, even without any.
type sparseMap []fragment

func (m *sparseMap) add(f fragment) error {
	if len(*m) >= maxFragments {
		return errMapTooLong
	}
	*m = append(*m, f)
	return nil
}

// fits says whether the fragments lie in order and apart, in a file of that size.
func (m sparseMap) fits(size int64) bool {
	if size < 0 {
		return false
	}
	var end int64
	for _, f := range m {
		if f.at < end || f.size < 0 || f.at > math.MaxInt64-f.size || f.end() > size {
			return false
		}
		end = f.end()
	}
	return true
}

// sparse looks whether the entry is a sparse file of any kind and, if so, reads its map and has its content read by that.
func (r *Reader) sparse(h *Header, raw *block) error {
	var fragments sparseMap
	var err error
	if h.Typeflag == TypeGNUSparse {
		fragments, err = r.gnuMap(h, raw)
	} else {
		fragments, err = r.paxMap(h)
	}
	if err != nil || fragments == nil {
		return err
	}
	if withoutContent(h.Typeflag) || !fragments.fits(h.Size) {
		return ErrHeader
	}
	r.content = &sparseContent{stored: r.content, fragments: fragments, size: h.Size}
	return nil
}

// gnuMap reads the map of GNU's older format: four entries in the header, more in blocks behind it.
func (r *Reader) gnuMap(h *Header, raw *block) (sparseMap, error) {
	if raw.format() != FormatGNU {
		return nil, ErrHeader // STAR uses the same letter
	}
	h.Format &= FormatGNU
	var d decoder
	h.Size = d.number(raw.of(fieldGNURealSize))
	if d.err != nil {
		return nil, d.err
	}
	fragments := sparseMap{}
	entries := raw.of(fieldGNUSparse)
	for total := len(entries); total < maxExtendedBytes; total += len(entries) {
		for ; len(entries) >= sparseEntryBytes && entries[0] != 0; entries = entries[sparseEntryBytes:] {
			f := fragment{d.number(entries[:12]), d.number(entries[12:24])}
			if d.err != nil {
				return nil, d.err
			}
			if err := fragments.add(f); err != nil {
				return nil, err
			}
		}
		// Behind the entries stands whether there are more.
		if entries[len(entries)/sparseEntryBytes*sparseEntryBytes] == 0 {
			return fragments, nil
		}
		if _, err := readAll(r.r, raw[:]); err != nil {
			return nil, unexpected(err)
		}
		entries = raw[:]
	}
	return nil, errMapTooLong
}

// paxMap reads the map that records tell of, in one of three versions; nil without an error if there is none.
func (r *Reader) paxMap(h *Header) (sparseMap, error) {
	major, minor := h.PAXRecords[keySparseMajor], h.PAXRecords[keySparseMinor]
	inContent := major == "1" && minor == "0"
	switch {
	case inContent:
	case major == "0" && (minor == "0" || minor == "1"):
	case major == "" && minor == "" && h.PAXRecords[keySparseMap] != "":
	default:
		return nil, nil
	}
	h.Format &= FormatPAX
	if name := h.PAXRecords[keySparseName]; name != "" {
		h.Name = name
	}
	size := h.PAXRecords[keySparseSize]
	if size == "" {
		size = h.PAXRecords[keySparseReal]
	}
	if size != "" {
		n, err := strconv.ParseInt(size, 10, 64)
		if err != nil {
			return nil, ErrHeader
		}
		h.Size = n
	}
	if inContent {
		return readMap(r.content)
	}
	return parseMap(h.PAXRecords)
}

// parseCount reads how many fragments there are; twice as many numbers must be an int.
func parseCount(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0 && n <= math.MaxInt/2
}

// parseFragments takes where each fragment is and how long, by turns; an odd text at the end says nothing.
func parseFragments(numbers []string) (sparseMap, error) {
	fragments := sparseMap{}
	for ; len(numbers) >= 2; numbers = numbers[2:] {
		at, err1 := strconv.ParseInt(numbers[0], 10, 64)
		size, err2 := strconv.ParseInt(numbers[1], 10, 64)
		if err1 != nil || err2 != nil {
			return nil, ErrHeader
		}
		if err := fragments.add(fragment{at, size}); err != nil {
			return nil, err
		}
	}
	return fragments, nil
}

// parseMap takes the map from records: numbers with commas.
func parseMap(records map[string]string) (sparseMap, error) {
	count, ok := parseCount(records[keySparseCount])
	var numbers []string
	if list := records[keySparseMap]; list != "" {
		numbers = strings.Split(list, ",")
	}
	if !ok || len(numbers) != 2*count {
		return nil, ErrHeader
	}
	return parseFragments(numbers)
}

// readMap reads the map that stands in front of the content, in whole blocks: numbers with newlines, the first how many fragments there are.
func readMap(from io.Reader) (sparseMap, error) {
	var text strings.Builder
	lines := 0
	read := func(wanted int) error {
		for lines < wanted {
			var b block
			if text.Len()+len(b) > maxExtendedBytes {
				return errMapTooLong
			}
			if _, err := readAll(from, b[:]); err != nil {
				return unexpected(err)
			}
			text.Write(b[:])
			lines += strings.Count(string(b[:]), "\n")
		}
		return nil
	}
	if err := read(1); err != nil {
		return nil, err
	}
	first, _, _ := strings.Cut(text.String(), "\n")
	count, ok := parseCount(first)
	if !ok {
		return nil, ErrHeader
	}
	if err := read(1 + 2*count); err != nil {
		return nil, err
	}
	return parseFragments(strings.SplitN(text.String(), "\n", 2*count+2)[1:])
}

// sparseContent puts zeros between the fragments.
type sparseContent struct {
	stored    content
	fragments sparseMap // not yet read
	at, size  int64
}

func (c *sparseContent) left() int64 { return c.stored.left() }

func (c *sparseContent) Read(b []byte) (n int, err error) {
	ends := int64(len(b)) >= c.size-c.at
	if ends {
		b = b[:c.size-c.at]
	}
	for n < len(b) && err == nil {
		for len(c.fragments) > 0 && c.fragments[0].end() <= c.at {
			c.fragments = c.fragments[1:]
		}
		part := b[n:]
		var m int
		if len(c.fragments) > 0 && c.fragments[0].at <= c.at {
			part = part[:min(int64(len(part)), c.fragments[0].end()-c.at)]
			m, err = readAll(c.stored, part)
		} else {
			if len(c.fragments) > 0 {
				part = part[:min(int64(len(part)), c.fragments[0].at-c.at)]
			}
			clear(part)
			m = len(part)
		}
		n += m
		c.at += int64(m)
	}
	switch {
	case err == io.EOF:
		return n, errDataMissing
	case err != nil:
		return n, err
	case c.at == c.size && c.left() > 0:
		return n, errDataLeft
	case ends:
		return n, io.EOF
	}
	return n, nil
}
