// run
// Archives as streams: contents that are too long and too short, file systems, headers from files, sparse files of every kind, broken archives.
package main

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing/fstest"
	"testing/iotest"
	"time"
)

const changes = 40 // in bulk: 8000

// list reads an archive to its end, or to what is wrong with it.
func list(from io.Reader) {
	r := tar.NewReader(from)
	for {
		h, err := r.Next()
		if err != nil {
			again, err2 := r.Next()
			fmt.Println(" ", err, again, err2)
			return
		}
		fmt.Printf("  %q %q %q %d %o %d:%d %q:%q %v %d %d %d", h.Typeflag, h.Name, h.Linkname, h.Size, h.Mode, h.Uid, h.Gid, h.Uname, h.Gname, h.Format, h.ModTime.UnixNano(), h.AccessTime.UnixNano(), h.ChangeTime.UnixNano())
		for _, key := range slices.Sorted(maps.Keys(h.PAXRecords)) {
			fmt.Printf(" %q=%q", key, h.PAXRecords[key])
		}
		sum := crc32.NewIEEE()
		n, err := io.CopyN(sum, r, 1<<20)
		fmt.Printf(" %d %08x %v\n", n, sum.Sum32(), err)
	}
}

type failing struct{ after int }

func (f *failing) Write(b []byte) (int, error) {
	if f.after -= len(b); f.after < 0 {
		return 0, errors.New("disk full")
	}
	return len(b), nil
}

func lengths() {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	n, err := w.Write([]byte("nothing begun"))
	fmt.Println(n, err)
	fmt.Println(w.WriteHeader(&tar.Header{Name: "a", Size: 4}))
	n, err = w.Write([]byte("too long"))
	fmt.Println(n, err)
	fmt.Println(w.WriteHeader(&tar.Header{Name: "b", Size: 4}))
	n, err = w.Write([]byte("ab"))
	fmt.Println(n, err, w.Flush(), w.Close())
	fmt.Println(w.WriteHeader(&tar.Header{Name: "c"}), w.Close())
	n, err = w.Write(nil)
	fmt.Println(n, err)
	list(&out)
	for after := 0; after < 3000; after += 300 {
		w := tar.NewWriter(&failing{after})
		fmt.Print(w.WriteHeader(&tar.Header{Name: "äa", Size: 700}), " ")
		n, err := w.Write(make([]byte, 700))
		fmt.Println(n, err, w.Flush(), w.Close(), w.Close())
	}
}

type named struct{ fs.FileInfo }

func (n named) Uname() (string, error) { return "user of " + n.Name(), nil }
func (n named) Gname() (string, error) {
	if n.IsDir() {
		return "", errors.New("no group")
	}
	return "group", nil
}

type moded struct {
	fs.FileInfo
	mode fs.FileMode
}

func (m moded) Mode() fs.FileMode { return m.mode }
func (m moded) IsDir() bool       { return m.mode.IsDir() }
func (m moded) Sys() any          { return nil }

func fileInfos() {
	_, err := tar.FileInfoHeader(nil, "")
	fmt.Println(err)
	from := tar.Header{Name: "a/b", Size: 5, Mode: 0o644, Uid: 3, Gid: 4, Uname: "u", Gname: "g", AccessTime: time.Unix(7, 0), ModTime: time.Unix(8, 0), Xattrs: map[string]string{"x": "y"},
		PAXRecords: map[string]string{"p": "q"}, Linkname: "target"}
	for _, typeflag := range []byte{tar.TypeReg, tar.TypeLink, tar.TypeSymlink, tar.TypeChar, tar.TypeBlock, tar.TypeDir, tar.TypeFifo, tar.TypeCont} {
		from.Typeflag = typeflag
		h, err := tar.FileInfoHeader(from.FileInfo(), "link")
		fmt.Println(h.Typeflag, h.Name, h.Linkname, h.Size, h.Mode, h.Uid, h.Gid, h.Uname, h.Gname, h.ModTime.Unix(), h.AccessTime.Unix(), h.Xattrs, h.PAXRecords, err)
		h, err = tar.FileInfoHeader(named{from.FileInfo()}, "link")
		fmt.Println(h != nil && h.Uname == "user of b", err)
	}
	for _, mode := range []int64{0o40755, 0o10644, 0o120777, 0o60600, 0o20600, 0o140700, 0o100644, 0o7777, 0o170000} {
		fmt.Println((&tar.Header{Name: "x/", Mode: mode}).FileInfo())
	}
	for _, mode := range []fs.FileMode{fs.ModeSocket, fs.ModeIrregular | 0o644, fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky | 0o755, fs.ModeDevice, fs.ModeDevice | fs.ModeCharDevice} {
		h, err := tar.FileInfoHeader(moded{from.FileInfo(), mode}, "")
		if h != nil {
			fmt.Printf("%q %o ", h.Typeflag, h.Mode)
		}
		fmt.Println(err)
	}
	directory, _ := os.MkdirTemp("", "tar")
	defer os.RemoveAll(directory)
	name := filepath.Join(directory, "file")
	os.WriteFile(name, []byte("text"), 0o640)
	os.Chtimes(name, time.Unix(100, 5), time.Unix(200, 6))
	info, _ := os.Stat(name)
	h, err := tar.FileInfoHeader(info, "")
	fmt.Println(h.Name, h.Size, h.Mode, h.ModTime.UnixNano(), h.AccessTime.UnixNano(), h.ChangeTime.IsZero(), h.Uid == os.Getuid(), h.Gid == os.Getgid(), err)
	os.Symlink("file", filepath.Join(directory, "link"))
	os.Mkdir(filepath.Join(directory, "sub"), 0o700)
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	fmt.Println(w.AddFS(os.DirFS(directory)), w.Close())
	r := tar.NewReader(&out)
	for {
		h, err := r.Next()
		if err != nil {
			break
		}
		content, err := io.ReadAll(r)
		fmt.Println(h.Name, h.Linkname, h.Typeflag, string(content), err)
	}
	null, err := os.Stat("/dev/null")
	if err == nil {
		h, err = tar.FileInfoHeader(null, "")
		fmt.Println(h.Typeflag, h.Devmajor, h.Devminor, err)
	}
	out.Reset()
	w = tar.NewWriter(&out)
	fmt.Println(w.AddFS(fstest.MapFS{"a/b/c.txt": {Data: []byte("c"), Mode: 0o600}, "d": {Data: bytes.Repeat([]byte("d"), 1000)}}), w.Close())
	list(&out)
	fmt.Println(tar.NewWriter(io.Discard).AddFS(fstest.MapFS{"s": {Mode: fs.ModeSocket}}))
}

// raw is a header with a right sum.
func raw(name string, typeflag byte, size int64, magic string, put func(b []byte)) []byte {
	b := make([]byte, 512)
	copy(b, name)
	copy(b[100:], "0000644\x000001750\x000001751\x00")
	copy(b[124:], fmt.Sprintf("%011o\x00%011o\x00", size, 1234567))
	b[156] = typeflag
	copy(b[257:], magic)
	if put != nil {
		put(b)
	}
	copy(b[148:], "        ")
	sum := 0
	for _, c := range b {
		sum += int(c)
	}
	copy(b[148:], fmt.Sprintf("%06o\x00 ", sum))
	return b
}

func padded(b []byte) []byte { return append(b, make([]byte, -len(b)&511)...) }

func record(key, value string) string {
	n := len(key) + len(value) + 3
	for n != len(key)+len(value)+3+len(fmt.Sprint(n)) {
		n = len(key) + len(value) + 3 + len(fmt.Sprint(n))
	}
	return fmt.Sprintf("%d %s=%s\n", n, key, value)
}

const (
	ustar = "ustar\x0000"
	gnu   = "ustar  \x00"
)

func extended(records ...string) []byte {
	var all string
	for i := 0; i < len(records); i += 2 {
		all += record(records[i], records[i+1])
	}
	return append(raw("PaxHeaders.0/x", 'x', int64(len(all)), ustar, nil), padded([]byte(all))...)
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

func archives() [][]byte {
	data := padded([]byte(strings.Repeat("data", 300)))
	end := make([]byte, 1024)
	entry := func(b []byte, at, size string) { copy(b, at); copy(b[12:], size) }
	sparse := func(b []byte) {
		entry(b[386:], "00000000100\x00", "00000000200\x00")
		entry(b[410:], "00000001000\x00", "00000002060\x00")
		entry(b[434:], "00000010000\x00", "00000000000\x00")
		copy(b[483:], "00000010000\x00")
	}
	more := make([]byte, 512)
	entry(more, "00000010000\x00", "00000000010\x00")
	entry(more[24:], "00000020000\x00", "00000000020\x00")
	return [][]byte{
		join(raw("v7", 0, 1200, "", nil), data, raw("v7dir/", 0, 0, "", nil), end),
		join(raw("ustar", '0', 1200, ustar, func(b []byte) { copy(b[345:], "pre/fix"); copy(b[265:], "user"); copy(b[297:], "group") }), data, end),
		join(raw("star", '0', 5, ustar, func(b []byte) {
			copy(b[345:], "prefix")
			copy(b[476:], "00000000144\x0000000000145\x00")
			copy(b[508:], "tar\x00")
		}), data[:512], end),
		join(raw("gnu", '0', 1200, gnu, func(b []byte) { copy(b[345:], "00000000144\x0000000000145\x00") }), data, end),
		join(raw("gnu", '0', 5, gnu, func(b []byte) { copy(b[345:], "old/prefix") }), data[:512], end),
		join(raw("gnu", '0', 5, gnu, func(b []byte) { copy(b[108:], "\x80\x00\x00\x00\x01\x02\x03\x04\xff\xff\xff\xff\xff\xff\xff\xfe") }), data[:512], end),
		join(raw("gnu", '0', 5, gnu, func(b []byte) { copy(b[124:], "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xfe") }), end),
		join(raw("././@LongLink", 'L', 8, gnu, nil), padded([]byte("longname\x00")), raw("././@LongLink", 'K', 9, gnu, nil), padded([]byte("longlink\x00")), raw("short", '2', 0, gnu, nil), end),
		join(extended("path", "from records", "mtime", "12.345", "atime", "-1.5", "ctime", "7", "uid", "99", "uname", "", "size", "3", "SCHILY.xattr.user.a", "b", "GOVM.x", "y=z"), raw("x", '0', 0, ustar, nil), data[:512], end),
		join(extended("mtime", "1.5x"), raw("x", '0', 0, ustar, nil), end),
		join(extended("size", "-1"), raw("x", '0', 0, ustar, nil), end),
		join(raw("g", 'g', int64(len(record("comment", "c"))), ustar, nil), padded([]byte(record("comment", "c"))), raw("x", '0', 0, ustar, nil), end),
		join(raw("bad", 'x', 4, ustar, nil), padded([]byte("6 a=")), raw("x", '0', 0, ustar, nil), end),
		join(raw("sparse", 'S', 1200, gnu, sparse), data, end),
		join(raw("sparse", 'S', 1200, gnu, func(b []byte) {
			sparse(b)
			b[482] = 1
			copy(b[434:], "00000007777\x00")
			copy(b[483:], "00000040000\x00")
		}), more, data, end),
		join(raw("sparse", 'S', 5, gnu, sparse), data[:512], end),
		join(raw("sparse", 'S', 1200, ustar, sparse), data, end),
		join(extended("GNU.sparse.major", "1", "GNU.sparse.minor", "0", "GNU.sparse.name", "real", "GNU.sparse.realsize", "5000"), raw("x", '0', 1712, ustar, nil), padded([]byte("2\n10\n500\n1000\n700\n")), data, end),
		join(extended("GNU.sparse.major", "1", "GNU.sparse.minor", "0", "GNU.sparse.realsize", "5000"), raw("x", '0', 1712, ustar, nil), padded([]byte("2\n10\n500\n1000\n800\n")), data, end),
		join(extended("GNU.sparse.major", "0", "GNU.sparse.minor", "1", "GNU.sparse.size", "2000", "GNU.sparse.numblocks", "2", "GNU.sparse.map", "0,100,1000,300"), raw("x", '0', 400, ustar, nil), data[:512], end),
		join(extended("GNU.sparse.size", "2000", "GNU.sparse.numblocks", "2", "GNU.sparse.offset", "1", "GNU.sparse.numbytes", "399", "GNU.sparse.offset", "2000", "GNU.sparse.numbytes", "0"), raw("x", '0', 399, ustar, nil), data[:512], end),
		join(extended("GNU.sparse.offset", "1", "GNU.sparse.offset", "399"), raw("x", '0', 399, ustar, nil), data[:512], end),
		join(extended("GNU.sparse.major", "3", "GNU.sparse.minor", "1"), raw("x", '0', 400, ustar, nil), data[:512], end),
		join(raw("trailing", '0', 1200, ustar, nil), data[:600]),
		join(raw("one block", '0', 0, ustar, nil), end[:512]),
		join(end[:512], raw("after", '0', 0, ustar, nil)),
		raw("no end", '0', 0, ustar, nil),
		join(raw("../up", '0', 0, ustar, nil), end),
	}
}

type random uint64

func (r *random) below(n int) int {
	*r = *r*6364136223846793005 + 1442695040888963407
	return int(uint64(*r>>33) % uint64(n))
}

// broken changes, cuts and copies parts of archives; most sums are made right again.
func broken(all [][]byte) {
	r := random(1)
	special := []string{"\x00", "\xff", "\x80", "9", "-1", " ", "\n", "=", "1 ", "00000000000\x00", "GNU.sparse.map", "7777777"}
	for range changes {
		b := bytes.Clone(all[r.below(len(all))])
		for range 1 + r.below(3) {
			at := r.below(len(b))
			if r.below(2) == 0 {
				at = r.below(min(len(b), 1100))
			}
			copy(b[at:], special[r.below(len(special))])
			if r.below(12) == 0 {
				b = b[:at+1]
			}
		}
		for at := 0; at+512 <= len(b); at += 512 {
			if string(b[at+257:at+262]) != "ustar" || r.below(8) == 0 {
				continue
			}
			copy(b[at+148:], "        ")
			sum := 0
			for _, c := range b[at : at+512] {
				sum += int(c)
			}
			copy(b[at+148:], fmt.Sprintf("%06o\x00 ", sum))
		}
		switch r.below(3) {
		case 0:
			list(bytes.NewReader(b))
		case 1:
			list(struct{ io.Reader }{bytes.NewReader(b)})
		case 2:
			list(iotest.HalfReader(bytes.NewReader(b)))
		}
	}
}

func main() {
	lengths()
	fileInfos()
	all := archives()
	for i, b := range all {
		fmt.Println(i)
		list(bytes.NewReader(b))
		list(iotest.OneByteReader(bytes.NewReader(b)))
	}
	r := tar.NewReader(bytes.NewReader(all[1]))
	r.Next()
	fmt.Println(io.ReadFull(r, make([]byte, 10)))
	fmt.Println(r.Read(make([]byte, 5000)))
	fmt.Println(r.Next())
	os.Setenv("GODEBUG", "tarinsecurepath=0")
	h, err := tar.NewReader(bytes.NewReader(all[len(all)-1])).Next()
	fmt.Println(h.Name, err)
	broken(all)
}
