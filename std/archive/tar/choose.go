package tar

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// headerError lists why a header cannot be written.
type headerError []string

func (e headerError) Error() string {
	text := "archive/tar: cannot encode header"
	between := ": "
	for _, reason := range e {
		if reason != "" {
			text += between + reason
			between = "; and "
		}
	}
	return text
}

// choice finds the formats that can say all a header says.
type choice struct {
	h       *Header
	formats Format
	records map[string]string // what PAX says beside the fields

	// Why one is not possible.
	noUSTAR, noPAX, noGNU, onlyPAX string

	fine bool // there are times that USTAR would cut
}

// not takes formats away.
func (c *choice) not(format Format, why *string, name, value string) {
	c.formats &^= format
	*why = format.String() + " cannot encode " + name + "=" + value
}

// given keeps the header's record for a field if it says what the field says.
func (c *choice) given(key, value string) {
	if v, ok := c.h.PAXRecords[key]; ok && v == value {
		c.records[key] = v
	}
}

func (c *choice) text(value string, f field, name, key string) {
	tooLong := len(value) > f.size
	isPath := key == keyPath || key == keyLinkpath
	if strings.Contains(value, "\x00") || tooLong && !isPath {
		c.not(FormatGNU, &c.noGNU, name, strconv.Quote(value))
	}
	if tooLong || !isASCII(value) {
		if _, _, ok := splitPath(value); !ok || key != keyPath {
			c.not(FormatUSTAR, &c.noUSTAR, name, strconv.Quote(value))
		}
		c.records[key] = value
	}
	c.given(key, value)
}

func (c *choice) number(value int64, f field, name, key string) {
	digits := strconv.FormatInt(value, 10)
	if !fitsBinary(f.size, value) {
		c.not(FormatGNU, &c.noGNU, name, digits)
	}
	if !fitsOctal(f.size, value) {
		c.not(FormatUSTAR, &c.noUSTAR, name, digits)
		if key == keyNone {
			c.not(FormatPAX, &c.noPAX, name, digits)
		} else {
			c.records[key] = digits
		}
	}
	c.given(key, digits)
}

func (c *choice) time(value time.Time, f field, name, key string) {
	if value.IsZero() {
		return
	}
	seconds := value.Unix()
	if !fitsBinary(f.size, seconds) {
		c.not(FormatGNU, &c.noGNU, name, value.String())
	}
	inUSTAR := key == keyMtime && fitsOctal(f.size, seconds)
	if !inUSTAR {
		c.not(FormatUSTAR, &c.noUSTAR, name, value.String())
	}
	if !inUSTAR || value.Nanosecond() != 0 {
		c.fine = true
		c.records[key] = formatTime(value)
	}
	c.given(key, formatTime(value))
}

// kind looks at what the type of entry demands.
func (c *choice) kind() error {
	h := c.h
	switch h.Typeflag {
	case TypeReg, TypeChar, TypeBlock, TypeFifo, TypeGNUSparse:
		if strings.HasSuffix(h.Name, "/") {
			return headerError{"filename may not have trailing slash"}
		}
	case TypeXHeader, TypeGNULongName, TypeGNULongLink:
		return headerError{"cannot manually encode TypeXHeader, TypeGNULongName, or TypeGNULongLink headers"}
	case TypeXGlobalHeader:
		bare := Header{Typeflag: h.Typeflag, Name: h.Name, Xattrs: h.Xattrs, PAXRecords: h.PAXRecords, Format: h.Format}
		if !reflect.DeepEqual(*h, bare) {
			return headerError{"only PAXRecords should be set for TypeXGlobalHeader"}
		}
		c.onlyPAX = "only PAX supports TypeXGlobalHeader"
		c.formats &= FormatPAX
	}
	if h.Size < 0 && !withoutContent(h.Typeflag) {
		return headerError{"negative size on header-only type"}
	}
	return nil
}

// extra puts in the records that are not of fields.
func (c *choice) extra() error {
	h := c.h
	if len(h.Xattrs) > 0 {
		for name, value := range h.Xattrs {
			c.records[keyXattr+name] = value
		}
		c.onlyPAX = "only PAX supports Xattrs"
		c.formats &= FormatPAX
	}
	if len(h.PAXRecords) > 0 {
		for key, value := range h.PAXRecords {
			if _, known := c.records[key]; known {
				continue
			}
			// Of an entry, what could contradict its fields is left out.
			if h.Typeflag == TypeXGlobalHeader || !isField(key) && !strings.HasPrefix(key, keySparse) {
				c.records[key] = value
			}
		}
		c.onlyPAX = "only PAX supports PAXRecords"
		c.formats &= FormatPAX
	}
	for key, value := range c.records {
		if !isRecord(key, value) {
			return headerError{fmt.Sprintf("invalid PAX record: %q", key+" = "+value)}
		}
	}
	return nil
}

// choose returns the formats that h can be written in, and the records it then needs in PAX.
func choose(h *Header) (Format, map[string]string, error) {
	c := choice{h: h, formats: FormatUSTAR | FormatPAX | FormatGNU, records: map[string]string{}}
	c.text(h.Name, fieldName, "Name", keyPath)
	c.text(h.Linkname, fieldLinkname, "Linkname", keyLinkpath)
	c.text(h.Uname, fieldUname, "Uname", keyUname)
	c.text(h.Gname, fieldGname, "Gname", keyGname)
	c.number(h.Mode, fieldMode, "Mode", keyNone)
	c.number(int64(h.Uid), fieldUid, "Uid", keyUid)
	c.number(int64(h.Gid), fieldGid, "Gid", keyGid)
	c.number(h.Size, fieldSize, "Size", keySize)
	c.number(h.Devmajor, fieldDevmajor, "Devmajor", keyNone)
	c.number(h.Devminor, fieldDevminor, "Devminor", keyNone)
	c.time(h.ModTime, fieldModTime, "ModTime", keyMtime)
	c.time(h.AccessTime, fieldGNUAccess, "AccessTime", keyAtime)
	c.time(h.ChangeTime, fieldGNUChange, "ChangeTime", keyCtime)
	if err := c.kind(); err != nil {
		return FormatUnknown, nil, err
	}
	if err := c.extra(); err != nil {
		return FormatUnknown, nil, err
	}
	if wanted := h.Format; wanted != FormatUnknown {
		if wanted&FormatPAX != 0 && !c.fine {
			wanted |= FormatUSTAR // PAX without records
		}
		c.formats &= wanted
	}
	if c.formats != FormatUnknown {
		return c.formats, c.records, nil
	}
	switch h.Format {
	case FormatUSTAR:
		return FormatUnknown, c.records, headerError{"Format specifies USTAR", c.noUSTAR, c.onlyPAX}
	case FormatPAX:
		return FormatUnknown, c.records, headerError{"Format specifies PAX", c.noPAX}
	case FormatGNU:
		return FormatUnknown, c.records, headerError{"Format specifies GNU", c.noGNU, c.onlyPAX}
	}
	return FormatUnknown, c.records, headerError{c.noUSTAR, c.noPAX, c.noGNU, c.onlyPAX}
}
