// Package tar reads and writes tar archives: USTAR, PAX and GNU's format; V7's and STAR's are read too, as are sparse files.
package tar

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// What is wrong with an archive, or with what is to be written.
var (
	ErrHeader          = errors.New("archive/tar: invalid tar header")
	ErrWriteTooLong    = errors.New("archive/tar: write too long")
	ErrFieldTooLong    = errors.New("archive/tar: header field too long")
	ErrWriteAfterClose = errors.New("archive/tar: write after close")
	ErrInsecurePath    = errors.New("archive/tar: insecure file path")

	errDataMissing = errors.New("archive/tar: sparse file references non-existent data")
	errDataLeft    = errors.New("archive/tar: sparse file contains unreferenced data")
	errMapTooLong  = errors.New("archive/tar: sparse map too long")
)

// What an entry is.
const (
	TypeReg           = '0'
	TypeRegA          = '\x00' // an older TypeReg; a directory if the name ends with a slash
	TypeLink          = '1'
	TypeSymlink       = '2'
	TypeChar          = '3'
	TypeBlock         = '4'
	TypeDir           = '5'
	TypeFifo          = '6'
	TypeCont          = '7'
	TypeXHeader       = 'x' // PAX records of the next entry
	TypeXGlobalHeader = 'g' // PAX records of all entries behind it
	TypeGNUSparse     = 'S'
	TypeGNULongName   = 'L' // the name of the next entry
	TypeGNULongLink   = 'K' // the target of the next entry
)

// withoutContent tells types whose entries have none, whatever their size says.
func withoutContent(typeflag byte) bool { return TypeLink <= typeflag && typeflag <= TypeFifo }

// Header describes an entry.
type Header struct {
	Typeflag byte
	Name     string
	Linkname string
	Size     int64
	Mode     int64
	Uid      int
	Gid      int
	Uname    string
	Gname    string

	ModTime    time.Time // to the second, but in PAX
	AccessTime time.Time // PAX and GNU
	ChangeTime time.Time // PAX and GNU

	Devmajor int64
	Devminor int64

	Xattrs     map[string]string // records "SCHILY.xattr."; a part of PAXRecords
	PAXRecords map[string]string
	Format     Format // unknown: the first of USTAR, PAX and GNU that can say all
}

// Bits of Mode; those for kinds of files are understood but not written.
const (
	modeSetuid = 0o4000
	modeSetgid = 0o2000
	modeSticky = 0o1000
	modeBits   = 0o7777

	modeFifo   = 0o010000
	modeChar   = 0o020000
	modeDir    = 0o040000
	modeBlock  = 0o060000
	modeLink   = 0o120000
	modeSocket = 0o140000
)

// FileInfo returns the header as a fs.FileInfo.
func (h *Header) FileInfo() fs.FileInfo { return headerFileInfo{h} }

type headerFileInfo struct {
	h *Header
}

func (fi headerFileInfo) Size() int64        { return fi.h.Size }
func (fi headerFileInfo) IsDir() bool        { return fi.Mode().IsDir() }
func (fi headerFileInfo) ModTime() time.Time { return fi.h.ModTime }
func (fi headerFileInfo) Sys() any           { return fi.h }
func (fi headerFileInfo) String() string     { return fs.FormatFileInfo(fi) }

func (fi headerFileInfo) Name() string {
	if fi.IsDir() {
		return path.Base(path.Clean(fi.h.Name))
	}
	return path.Base(fi.h.Name)
}

func (fi headerFileInfo) Mode() fs.FileMode {
	mode := fs.FileMode(fi.h.Mode) & fs.ModePerm
	for _, bit := range []struct {
		ours int64
		mode fs.FileMode
	}{{modeSetuid, fs.ModeSetuid}, {modeSetgid, fs.ModeSetgid}, {modeSticky, fs.ModeSticky}} {
		if fi.h.Mode&bit.ours != 0 {
			mode |= bit.mode
		}
	}
	// What Mode says and what Typeflag says are put together. Only the lower 32 bits of Mode count.
	switch fs.FileMode(fi.h.Mode) &^ modeBits {
	case modeDir:
		mode |= fs.ModeDir
	case modeFifo:
		mode |= fs.ModeNamedPipe
	case modeLink:
		mode |= fs.ModeSymlink
	case modeBlock:
		mode |= fs.ModeDevice
	case modeChar:
		mode |= fs.ModeDevice | fs.ModeCharDevice
	case modeSocket:
		mode |= fs.ModeSocket
	}
	switch fi.h.Typeflag {
	case TypeDir:
		mode |= fs.ModeDir
	case TypeFifo:
		mode |= fs.ModeNamedPipe
	case TypeSymlink:
		mode |= fs.ModeSymlink
	case TypeBlock:
		mode |= fs.ModeDevice
	case TypeChar:
		mode |= fs.ModeDevice | fs.ModeCharDevice
	}
	return mode
}

// FileInfoNames is a fs.FileInfo that knows the names of the owner.
type FileInfoNames interface {
	fs.FileInfo
	Uname() (string, error)
	Gname() (string, error)
}

// FileInfoHeader makes a header of what is known of a file; link is where a symbolic link leads to. Name is only the last element
// of the path, with a slash behind a directory's.
func FileInfoHeader(fi fs.FileInfo, link string) (*Header, error) {
	if fi == nil {
		return nil, errors.New("archive/tar: FileInfo is nil")
	}
	mode := fi.Mode()
	h := &Header{Name: fi.Name(), ModTime: fi.ModTime(), Mode: int64(mode.Perm())}
	switch {
	case mode.IsRegular():
		h.Typeflag = TypeReg
		h.Size = fi.Size()
	case fi.IsDir():
		h.Typeflag = TypeDir
		h.Name += "/"
	case mode&fs.ModeSymlink != 0:
		h.Typeflag = TypeSymlink
		h.Linkname = link
	case mode&fs.ModeCharDevice != 0 && mode&fs.ModeDevice != 0:
		h.Typeflag = TypeChar
	case mode&fs.ModeDevice != 0:
		h.Typeflag = TypeBlock
	case mode&fs.ModeNamedPipe != 0:
		h.Typeflag = TypeFifo
	case mode&fs.ModeSocket != 0:
		return nil, errors.New("archive/tar: sockets not supported")
	default:
		return nil, fmt.Errorf("archive/tar: unknown file mode %v", mode)
	}
	if mode&fs.ModeSetuid != 0 {
		h.Mode |= modeSetuid
	}
	if mode&fs.ModeSetgid != 0 {
		h.Mode |= modeSetgid
	}
	if mode&fs.ModeSticky != 0 {
		h.Mode |= modeSticky
	}
	if from, ok := fi.Sys().(*Header); ok {
		h.Uid, h.Gid, h.Uname, h.Gname = from.Uid, from.Gid, from.Uname, from.Gname
		h.AccessTime, h.ChangeTime = from.AccessTime, from.ChangeTime
		if from.Typeflag == TypeLink {
			h.Typeflag, h.Size, h.Linkname = TypeLink, 0, from.Linkname
		}
		h.Xattrs = maps.Clone(from.Xattrs)
		h.PAXRecords = maps.Clone(from.PAXRecords)
	}
	named, hasNames := fi.(FileInfoNames)
	if hasNames {
		var err error
		if h.Gname, err = named.Gname(); err != nil {
			return nil, err
		}
		if h.Uname, err = named.Uname(); err != nil {
			return nil, err
		}
	}
	if stat, ok := fi.Sys().(*syscall.Stat_t); ok {
		h.takeStat(stat, !hasNames)
	}
	return h, nil
}

func (h *Header) takeStat(stat *syscall.Stat_t, withNames bool) {
	h.Uid, h.Gid = int(stat.Uid), int(stat.Gid)
	if withNames {
		h.Uname = nameOf(h.Uid, "/etc/passwd", h.Uname)
		h.Gname = nameOf(h.Gid, "/etc/group", h.Gname)
	}
	h.AccessTime = time.Unix(stat.Atim.Unix())
	h.ChangeTime = time.Unix(stat.Ctim.Unix())
	if h.Typeflag == TypeChar || h.Typeflag == TypeBlock {
		// Linux has spread the numbers over the word as they grew.
		device := stat.Rdev
		h.Devmajor = int64(device>>8&0xfff | device>>32&0xfffff000)
		h.Devminor = int64(device&0xff | device>>12&0xffffff00)
	}
}

// nameOf looks for a number in a file of the system, whose lines are name:password:number:...
func nameOf(id int, file, otherwise string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		return otherwise
	}
	number := strconv.Itoa(id)
	for line := range strings.Lines(string(text)) {
		if columns := strings.SplitN(line, ":", 4); len(columns) == 4 && columns[2] == number {
			return columns[0]
		}
	}
	return otherwise
}
