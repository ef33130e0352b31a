// run
// Headers that are written in every format and read again: which format is taken, the blocks, the reasons why none can be.
package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"time"
)

func show(h *tar.Header) {
	fmt.Printf("  %q %q %q %d %o %d:%d %q:%q %d/%d %v\n", h.Typeflag, h.Name, h.Linkname, h.Size, h.Mode, h.Uid, h.Gid, h.Uname, h.Gname, h.Devmajor, h.Devminor, h.Format)
	fmt.Println("  ", h.ModTime.UTC(), h.AccessTime.UTC(), h.ChangeTime.UTC())
	for _, records := range []map[string]string{h.Xattrs, h.PAXRecords} {
		for _, key := range slices.Sorted(maps.Keys(records)) {
			fmt.Printf("   %q=%q\n", key, records[key])
		}
	}
	i := h.FileInfo()
	fmt.Println("  ", i.Name(), i.Size(), i.Mode(), i.ModTime().UTC(), i.IsDir(), i.Sys() == any(h))
}

// blocks shows what is not zero.
func blocks(b []byte) {
	for at := 0; at < len(b); at += 512 {
		block := b[at:min(at+512, len(b))]
		fmt.Printf("   %5d", at)
		for from := 0; from < len(block); {
			if block[from] == 0 {
				from++
				continue
			}
			to := from
			for to < len(block) && block[to] != 0 {
				to++
			}
			text := block[from:to]
			if len(text) > 40 {
				fmt.Printf(" %d:%d:%x", from, len(text), sha256.Sum256(text))
			} else {
				fmt.Printf(" %d:%q", from, text)
			}
			from = to
		}
		fmt.Println()
	}
}

func roundTrip(h tar.Header) {
	fmt.Printf("%q %q %v\n", h.Typeflag, h.Name[:min(len(h.Name), 40)], h.Format)
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	if err := w.WriteHeader(&h); err != nil {
		fmt.Println("  ", err)
		return
	}
	n, err := io.Copy(w, io.LimitReader(strings.NewReader(strings.Repeat("content ", 1000)), min(h.Size, 5000)))
	fmt.Println("  ", n, err)
	fmt.Println("  ", w.Flush(), w.Close(), out.Len())
	blocks(out.Bytes())
	r := tar.NewReader(bytes.NewReader(out.Bytes()))
	for {
		h, err := r.Next()
		if err != nil {
			fmt.Println("  ", err)
			break
		}
		show(h)
		content, err := io.ReadAll(r)
		fmt.Printf("   %d %x %v\n", len(content), sha256.Sum256(content), err)
	}
}

func headers() []tar.Header {
	when := time.Date(2024, 2, 29, 13, 30, 11, 0, time.UTC)
	fine := when.Add(123456789)
	early := time.Unix(-5, 250000000)
	long := strings.Repeat("directory/", 12) + "file"
	return []tar.Header{
		{Name: "plain", Mode: 0o644, Size: 11, ModTime: when},
		{Name: "directory/", Mode: 0o7755, ModTime: when, Typeflag: 0},
		{Name: "directory/", Typeflag: tar.TypeReg},
		{Name: "link", Linkname: "plain", Typeflag: tar.TypeSymlink, Size: 77},
		{Name: "hard", Linkname: long, Typeflag: tar.TypeLink},
		{Name: "null", Typeflag: tar.TypeChar, Devmajor: 1, Devminor: 3},
		{Name: "disk", Typeflag: tar.TypeBlock, Devmajor: 8, Devminor: 1 << 21},
		{Name: "pipe", Typeflag: tar.TypeFifo, Mode: 0o1600},
		{Name: "cont", Typeflag: tar.TypeCont, Size: 3},
		{Name: "own", Typeflag: 'Q', Size: 512},
		{Name: long, Size: 600, Uname: "somebody", Gname: "some group"},
		{Name: strings.Repeat("x", 101), Size: 1},
		{Name: strings.Repeat("x", 99) + "/"},
		{Name: strings.Repeat("y", 155) + "/" + strings.Repeat("x", 100)},
		{Name: strings.Repeat("y", 156) + "/" + strings.Repeat("x", 100)},
		{Name: strings.Repeat("directory/", 40)},
		{Name: "/" + strings.Repeat("x", 100)},
		{Name: "日本語/é", Uname: "üser", Size: 2},
		{Name: "日本語", Format: tar.FormatGNU},
		{Name: "日本語", Format: tar.FormatUSTAR},
		{Name: "nul\x00inside"},
		{Name: "nul\x00inside", Format: tar.FormatGNU},
		{Name: "u", Uname: strings.Repeat("u", 33)},
		{Name: "u", Uname: strings.Repeat("u", 33), Format: tar.FormatGNU},
		{Name: "u", Gname: strings.Repeat("g", 32), Format: tar.FormatGNU},
		{Name: "large", Size: 1 << 33, Format: tar.FormatUSTAR},
		{Name: "numbers", Uid: 1 << 21, Gid: math.MaxInt32},
		{Name: "numbers", Uid: 1 << 21, Gid: -1, Format: tar.FormatGNU},
		{Name: "numbers", Uid: 1 << 56, Format: tar.FormatGNU},
		{Name: "mode", Mode: -1},
		{Name: "mode", Mode: 1 << 21},
		{Name: "mode", Mode: 1 << 60},
		{Name: "mode", Mode: 1 << 60, Format: tar.FormatPAX},
		{Name: "device", Typeflag: tar.TypeChar, Devmajor: math.MinInt64, Devminor: math.MaxInt64},
		{Name: "negative", Size: -1},
		{Name: "negative", Size: -1, Typeflag: tar.TypeDir},
		{Name: "times", ModTime: fine, AccessTime: fine, ChangeTime: fine},
		{Name: "times", ModTime: fine, AccessTime: fine, ChangeTime: early, Format: tar.FormatPAX},
		{Name: "times", ModTime: fine, AccessTime: fine, ChangeTime: early, Format: tar.FormatGNU},
		{Name: "times", ModTime: fine, AccessTime: fine, Format: tar.FormatUSTAR},
		{Name: "times", ModTime: fine, Format: tar.FormatUSTAR},
		{Name: "times", ModTime: early},
		{Name: "times", ModTime: time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)},
		{Name: "times", ModTime: early, Format: tar.FormatPAX | tar.FormatGNU},
		{Name: "attributes", Xattrs: map[string]string{"user.key": "value", "user.empty": ""}, Size: 5},
		{Name: "attributes", Xattrs: map[string]string{"user.key": "value"}, Format: tar.FormatGNU},
		{Name: "attributes", Xattrs: map[string]string{"user=key": "value"}},
		{Name: "records", PAXRecords: map[string]string{"GOVM.a": "1", "GOVM.b": strings.Repeat("2", 95), "comment": "c\nd", "path": "other", "size": "9", "GNU.sparse.name": "s"}},
		{Name: "records", PAXRecords: map[string]string{"path": "records", "mtime": "0", "uid": "0"}, ModTime: time.Unix(0, 0)},
		{Name: "records", PAXRecords: map[string]string{"": "none"}},
		{Name: "records", PAXRecords: map[string]string{"key\x00": "none"}},
		{Name: "records", PAXRecords: map[string]string{"long": strings.Repeat("z", 1<<20)}},
		{Name: "records", PAXRecords: map[string]string{"a": "b"}, Format: tar.FormatUSTAR},
		{Name: "global", Typeflag: tar.TypeXGlobalHeader, PAXRecords: map[string]string{"path": "p", "GOVM.x": "y"}},
		{Typeflag: tar.TypeXGlobalHeader, PAXRecords: map[string]string{"comment": "none"}},
		{Typeflag: tar.TypeXGlobalHeader},
		{Name: "global", Typeflag: tar.TypeXGlobalHeader, Size: 1},
		{Name: "global", Typeflag: tar.TypeXGlobalHeader, Format: tar.FormatGNU},
		{Name: "x", Typeflag: tar.TypeXHeader},
		{Name: "x", Typeflag: tar.TypeGNULongName},
		{Name: "sparse", Typeflag: tar.TypeGNUSparse, Size: 4, Format: tar.FormatGNU},
		{Name: "", Size: 1},
		{Name: "../outside", Size: 1},
	}
}

func main() {
	for _, h := range headers() {
		roundTrip(h)
	}
	fmt.Println(tar.FormatUnknown, tar.FormatUSTAR, tar.FormatPAX, tar.FormatGNU, tar.FormatUSTAR|tar.FormatGNU, tar.Format(31).String(), tar.Format(32), tar.Format(1), int(tar.FormatGNU))
	fmt.Println(tar.ErrHeader, tar.ErrWriteTooLong, tar.ErrFieldTooLong, tar.ErrWriteAfterClose, tar.ErrInsecurePath)
}
