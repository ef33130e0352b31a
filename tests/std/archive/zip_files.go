// run
// Archives that are written and read: headers, directories, raw copies, comments, file systems, and many that are broken.
package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing/fstest"
	"time"
)

const changes = 10 // in bulk: 5000

var zone = time.FixedZone("", 2*3600)

func header(h *zip.FileHeader) {
	fmt.Printf("%q %q %v %x %x %x %d %v %d %d %08x %d %d %x %x %v %v\n", h.Name, h.Comment, h.NonUTF8, h.CreatorVersion, h.ReaderVersion, h.Flags, h.Method, h.Modified,
		h.ModifiedTime, h.ModifiedDate, h.CRC32, h.UncompressedSize, h.UncompressedSize64, h.Extra, h.ExternalAttrs, h.Mode(), h.ModTime())
	i := h.FileInfo()
	fmt.Println(i.Name(), i.Size(), i.Mode(), i.ModTime(), i.IsDir(), i)
}

type upper struct{ w io.Writer }

func (u upper) Write(b []byte) (int, error) { return u.w.Write(bytes.ToUpper(b)) }
func (u upper) Close() error                { return nil }

func write(method uint16) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.SetOffset(0)
	fmt.Println(w.SetComment("of the archive"), w.SetComment(strings.Repeat("x", 1<<16)))
	w.RegisterCompressor(99, func(w io.Writer) (io.WriteCloser, error) { return upper{w}, nil })
	for i, h := range []*zip.FileHeader{
		{Name: "plain.txt", Method: method},
		{Name: "dir/", Method: method, Modified: time.Date(2024, 2, 29, 13, 30, 11, 0, zone)},
		{Name: "dir/é日.txt", Comment: "kommentar", Method: method, Modified: time.Date(2001, 1, 2, 3, 4, 5, 6, time.UTC)},
		{Name: "latin\xe9", NonUTF8: true, Method: method},
		{Name: "back\\slash", Method: 99},
		{Name: "dir/sub/deep.bin", Method: method},
	} {
		if i == 2 {
			h.SetMode(0o640)
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			fmt.Println(err)
			continue
		}
		n, err := f.Write([]byte(strings.Repeat("some text of file ", i)))
		fmt.Println(n, err)
	}
	_, err := w.CreateHeader(&zip.FileHeader{Name: "x", Method: 77})
	fmt.Println(err)
	data := []byte("raw data")
	raw := &zip.FileHeader{Name: "raw", CRC32: crc32.ChecksumIEEE(data), CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data))}
	f, err := w.CreateRaw(raw)
	fmt.Println(err)
	f.Write(data)
	_, err = w.CreateRaw(raw)
	fmt.Println(err)
	f, err = w.CreateHeader(&zip.FileHeader{Name: "created"})
	fmt.Println(err)
	f.Write([]byte("x"))
	fmt.Println(w.Flush(), w.Close(), w.Close())
	_, err = f.Write([]byte("x"))
	fmt.Println(err)
	return out.Bytes()
}

func read(data []byte, show bool) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		fmt.Println(err)
		return
	}
	r.RegisterDecompressor(99, func(r io.Reader) io.ReadCloser { return io.NopCloser(r) })
	fmt.Printf("%q %d\n", r.Comment, len(r.File))
	for _, f := range r.File {
		if show {
			header(&f.FileHeader)
		}
		offset, err := f.DataOffset()
		fmt.Println(offset > 0, err)
		c, err := f.Open()
		if err != nil {
			fmt.Println(err)
			continue
		}
		content, err := io.ReadAll(c)
		fmt.Printf("%.40q %d %v %v\n", content, len(content), err, c.Close())
		if show {
			raw, err := f.OpenRaw()
			n, err2 := io.Copy(io.Discard, raw)
			fmt.Println(uint64(n) == f.CompressedSize64, err, err2)
		}
	}
	if !show {
		return
	}
	for _, name := range []string{".", "dir", "dir/sub", "plain.txt", "back/slash", "none", "/x", "dir/"} {
		f, err := r.Open(name)
		fmt.Println(name, err)
		if err != nil {
			continue
		}
		i, err := f.Stat()
		fmt.Println(i.Name(), i.Mode(), err)
		if d, ok := f.(fs.ReadDirFile); ok {
			for {
				list, err := d.ReadDir(2)
				fmt.Println(list, err)
				if err != nil {
					break
				}
			}
			_, err = f.Read(make([]byte, 1))
			fmt.Println(err)
		}
		fmt.Println(f.Close())
	}
	var again bytes.Buffer
	w := zip.NewWriter(&again)
	for _, f := range r.File {
		if err := w.Copy(f); err != nil {
			fmt.Println(err)
		}
	}
	w.Close()
	copied, err := zip.NewReader(bytes.NewReader(again.Bytes()), int64(again.Len()))
	fmt.Println(len(copied.File), err)
}

func main() {
	stored := write(zip.Store)
	fmt.Printf("%x\n", stored[:100])
	fmt.Println(len(stored), crc32.ChecksumIEEE(stored))
	read(stored, true)
	read(write(zip.Deflate), true)
	prefixed := append([]byte("#!/bin/sh\n"), stored...)
	read(prefixed, false)

	var out bytes.Buffer
	w := zip.NewWriter(&out)
	fmt.Println(w.AddFS(fstest.MapFS{"a/b.txt": {Data: []byte("in a file system"), Mode: 0o644, ModTime: time.Unix(1e9, 0)}, "e": {Mode: fs.ModeDir | 0o755}}))
	fmt.Println(w.AddFS(fstest.MapFS{"l": {Mode: fs.ModeNamedPipe}}))
	f, err := w.Create("created")
	fmt.Println(err)
	f.Write([]byte("compressed"))
	fmt.Println(w.Close())
	read(out.Bytes(), false)
	dir, _ := os.MkdirTemp("", "zip") // the ways of this case run at the same time
	defer os.RemoveAll(dir)
	name := dir + "/case.zip"
	os.WriteFile(name, out.Bytes(), 0o600)
	rc, err := zip.OpenReader(name)
	fmt.Println(err, len(rc.File), rc.Close())
	fmt.Println(fstest.TestFS(&rc.Reader, "a/b.txt") != nil)
	os.Remove(name)
	_, err = zip.OpenReader(name)
	fmt.Println(errors.Is(err, fs.ErrNotExist))

	// Less content than the header says: nothing of it is read when its end comes with it.
	var packed bytes.Buffer
	deflate, _ := flate.NewWriter(&packed, 1)
	deflate.Write([]byte("short"))
	deflate.Close()
	out.Reset()
	w = zip.NewWriter(&out)
	f, err = w.CreateRaw(&zip.FileHeader{Name: "short", Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: 100})
	fmt.Println(err)
	f.Write(packed.Bytes())
	fmt.Println(w.Close())
	r, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	fmt.Println(err)
	content, _ := r.File[0].Open()
	fmt.Println(io.ReadAll(content))

	for _, m := range []fs.FileMode{0o644, 0o444, fs.ModeDir | 0o755, fs.ModeSymlink | 0o777, fs.ModeSetuid | 0o711, fs.ModeNamedPipe, fs.ModeDevice | fs.ModeCharDevice, fs.ModeSticky | fs.ModeDir, fs.ModeSocket, fs.ModeDevice} {
		var h zip.FileHeader
		h.SetMode(m)
		h.SetModTime(time.Date(1999, 12, 31, 23, 59, 59, 999, zone))
		fmt.Printf("%x %v %v %v\n", h.ExternalAttrs, h.Mode(), h.ModTime(), h.Modified)
		again, err := zip.FileInfoHeader(h.FileInfo())
		fmt.Println(again.Mode(), err)
	}
	for _, creator := range []uint16{0, 11 << 8, 14 << 8, 19 << 8, 7 << 8} {
		for _, attrs := range []uint32{0, 1, 0x10, 0x11, 0o100644 << 16} {
			h := zip.FileHeader{CreatorVersion: creator, ExternalAttrs: attrs}
			fmt.Print(h.Mode(), " ")
		}
	}
	fmt.Println()
	for _, register := range []func(){func() { zip.RegisterCompressor(zip.Deflate, nil) }, func() { zip.RegisterDecompressor(zip.Store, nil) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			register()
		}()
	}
	_, err = zip.NewReader(bytes.NewReader(nil), -1)
	fmt.Println(err)
	read(nil, false)
	read([]byte("PK"), false)
	state := uint32(1)
	random := func(n int) int {
		state = state*1664525 + 1013904223
		return int(state>>8) % n
	}
	for range changes {
		bad := bytes.Clone(stored)
		switch random(4) {
		case 0:
			bad = bad[:random(len(bad))]
		case 1:
			bad = bad[random(40):]
		case 2:
			at := len(bad) - 22 - 14 + random(16)
			binary.LittleEndian.PutUint16(bad[at:], uint16(random(1<<16)))
		default:
			for range 1 + random(2) {
				bad[random(len(bad))] ^= byte(1 << random(8))
			}
		}
		read(bad, false)
	}
}
