// Package zip reads and writes ZIP archives, those of more than 4 GiB too, none that spans disks.
package zip

import (
	"io/fs"
	"path"
	"time"
)

// Methods of compression.
const (
	Store   uint16 = 0
	Deflate uint16 = 8
)

// What the parts of an archive begin with, and how long they are without what varies.
const (
	fileSignature        = 0x04034b50
	directorySignature   = 0x02014b50
	endSignature         = 0x06054b50
	end64LocSignature    = 0x07064b50
	end64Signature       = 0x06064b50
	descriptorSignature  = 0x08074b50
	fileHeaderBytes      = 30
	directoryHeaderBytes = 46
	endBytes             = 22
	end64LocBytes        = 20
	end64Bytes           = 56
	descriptorBytes      = 16
	descriptor64Bytes    = 24

	creatorFAT    = 0
	creatorUnix   = 3
	creatorNTFS   = 11
	creatorVFAT   = 14
	creatorMacOSX = 19

	version20 = 20
	version45 = 45 // with sizes of 64 bits

	max16 = 1<<16 - 1
	max32 = 1<<32 - 1

	extraZip64   = 0x0001
	extraNTFS    = 0x000a
	extraUnix    = 0x000d
	extraTime    = 0x5455
	extraInfoZip = 0x5855

	flagDescriptor = 0x8
	flagUTF8       = 0x800
)

// FileHeader describes a file of an archive. The fields of 32 bits are all ones if the value needs more.
type FileHeader struct {
	Name               string // with slashes; one that ends in a slash is a directory
	Comment            string
	NonUTF8            bool // Name and Comment are in some other encoding
	CreatorVersion     uint16
	ReaderVersion      uint16
	Flags              uint16
	Method             uint16
	Modified           time.Time
	ModifiedTime       uint16 // as MS-DOS has it
	ModifiedDate       uint16
	CRC32              uint32
	CompressedSize     uint32
	UncompressedSize   uint32
	CompressedSize64   uint64
	UncompressedSize64 uint64
	Extra              []byte
	ExternalAttrs      uint32 // their meaning depends on CreatorVersion
}

// FileInfo returns an fs.FileInfo of the header.
func (h *FileHeader) FileInfo() fs.FileInfo { return headerInfo{h} }

type headerInfo struct{ h *FileHeader }

func (i headerInfo) Name() string               { return path.Base(i.h.Name) }
func (i headerInfo) IsDir() bool                { return i.Mode().IsDir() }
func (i headerInfo) Sys() any                   { return i.h }
func (i headerInfo) Mode() fs.FileMode          { return i.h.Mode() }
func (i headerInfo) Type() fs.FileMode          { return i.h.Mode().Type() }
func (i headerInfo) Info() (fs.FileInfo, error) { return i, nil }
func (i headerInfo) String() string             { return fs.FormatFileInfo(i) }

func (i headerInfo) Size() int64 {
	if i.h.UncompressedSize64 > 0 {
		return int64(i.h.UncompressedSize64)
	}
	return int64(i.h.UncompressedSize)
}

func (i headerInfo) ModTime() time.Time {
	if i.h.Modified.IsZero() {
		return i.h.ModTime()
	}
	return i.h.Modified.UTC()
}

// FileInfoHeader makes a header of what describes a file; its Name has no path.
func FileInfoHeader(fi fs.FileInfo) (*FileHeader, error) {
	h := &FileHeader{Name: fi.Name(), UncompressedSize64: uint64(fi.Size())}
	h.SetModTime(fi.ModTime())
	h.SetMode(fi.Mode())
	h.UncompressedSize = uint32(min(h.UncompressedSize64, max32))
	return h, nil
}

// fromDOS converts a date and time of MS-DOS, which count two seconds as one.
func fromDOS(date, clock uint16) time.Time {
	return time.Date(int(date>>9)+1980, time.Month(date>>5&0xf), int(date&0x1f), int(clock>>11), int(clock>>5&0x3f), int(clock&0x1f*2), 0, time.UTC)
}

func toDOS(t time.Time) (date, clock uint16) {
	date = uint16(t.Day() + int(t.Month())<<5 + (t.Year()-1980)<<9)
	clock = uint16(t.Second()/2 + t.Minute()<<5 + t.Hour()<<11)
	return date, clock
}

// ModTime returns the time that MS-DOS has.
func (h *FileHeader) ModTime() time.Time { return fromDOS(h.ModifiedDate, h.ModifiedTime) }

// SetModTime sets Modified and what MS-DOS has.
func (h *FileHeader) SetModTime(t time.Time) {
	t = t.UTC()
	h.Modified = t
	h.ModifiedDate, h.ModifiedTime = toDOS(t)
}

// Bits of modes as Unix and MS-DOS have them.
const (
	unixType    = 0xf000
	unixSocket  = 0xc000
	unixLink    = 0xa000
	unixRegular = 0x8000
	unixBlock   = 0x6000
	unixDir     = 0x4000
	unixChar    = 0x2000
	unixFifo    = 0x1000
	unixSetuid  = 0x800
	unixSetgid  = 0x400
	unixSticky  = 0x200

	dosDir      = 0x10
	dosReadOnly = 0x01
)

var unixTypes = []struct {
	unix uint32
	mode fs.FileMode
}{
	{unixSocket, fs.ModeSocket}, {unixLink, fs.ModeSymlink}, {unixRegular, 0}, {unixBlock, fs.ModeDevice}, {unixDir, fs.ModeDir},
	{unixChar, fs.ModeDevice | fs.ModeCharDevice}, {unixFifo, fs.ModeNamedPipe},
}

var unixFlags = []struct {
	unix uint32
	mode fs.FileMode
}{{unixSetuid, fs.ModeSetuid}, {unixSetgid, fs.ModeSetgid}, {unixSticky, fs.ModeSticky}}

// Mode returns the permissions and type.
func (h *FileHeader) Mode() (mode fs.FileMode) {
	switch h.CreatorVersion >> 8 {
	case creatorUnix, creatorMacOSX:
		unix := h.ExternalAttrs >> 16
		mode = fs.FileMode(unix & 0o777)
		for _, t := range unixTypes {
			if unix&unixType == t.unix {
				mode |= t.mode
			}
		}
		for _, f := range unixFlags {
			if unix&f.unix != 0 {
				mode |= f.mode
			}
		}
	case creatorNTFS, creatorVFAT, creatorFAT:
		mode = 0o666
		if h.ExternalAttrs&dosDir != 0 {
			mode = fs.ModeDir | 0o777
		}
		if h.ExternalAttrs&dosReadOnly != 0 {
			mode &^= 0o222
		}
	}
	if n := len(h.Name); n > 0 && h.Name[n-1] == '/' {
		mode |= fs.ModeDir
	}
	return mode
}

// SetMode sets the permissions and type.
func (h *FileHeader) SetMode(mode fs.FileMode) {
	h.CreatorVersion = h.CreatorVersion&0xff | creatorUnix<<8
	unix := uint32(unixRegular)
	for _, t := range unixTypes {
		if t.mode != 0 && mode.Type() == t.mode {
			unix = t.unix
		}
	}
	for _, f := range unixFlags {
		if mode&f.mode != 0 {
			unix |= f.unix
		}
	}
	h.ExternalAttrs = (unix | uint32(mode&0o777)) << 16
	if mode&fs.ModeDir != 0 {
		h.ExternalAttrs |= dosDir
	}
	if mode&0o200 == 0 {
		h.ExternalAttrs |= dosReadOnly
	}
}

// needs64 says whether a size needs more than 32 bits.
func (h *FileHeader) needs64() bool {
	return h.CompressedSize64 >= max32 || h.UncompressedSize64 >= max32
}

func (h *FileHeader) hasDescriptor() bool { return h.Flags&flagDescriptor != 0 }
