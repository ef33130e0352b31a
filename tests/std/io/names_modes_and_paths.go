// run
// Texts of modes and directory entries, names of paths, PEM, hex and base64 to writers.
package main

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"encoding/xml"
	"fmt"
	"hash/maphash"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"text/scanner"
	"time"
)

type entry struct {
	name string
	mode fs.FileMode
}

func (e entry) Name() string               { return e.name }
func (e entry) Size() int64                { return 5 }
func (e entry) Mode() fs.FileMode          { return e.mode }
func (e entry) ModTime() time.Time         { return time.Unix(0, 0).UTC() }
func (e entry) IsDir() bool                { return e.mode.IsDir() }
func (e entry) Sys() any                   { return nil }
func (e entry) Type() fs.FileMode          { return e.mode.Type() }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }

func main() {
	for _, m := range []fs.FileMode{0, 0o755, fs.ModeDir | 0o700, fs.ModeSymlink | 0o777, fs.ModeNamedPipe | fs.ModeSocket, fs.ModeSetuid | fs.ModeSticky | 0o111, fs.ModeDevice | fs.ModeCharDevice, ^fs.FileMode(0)} {
		fmt.Println(m.String(), fs.FormatDirEntry(entry{"name", m}), "|", fs.FormatFileInfo(entry{"name", m}))
	}
	for _, p := range []string{"", "/", "a", "/a", "a/b/", "/a/b.c"} {
		dir, file := filepath.Split(p)
		fmt.Printf("%q %q %v\n", dir, file, filepath.IsAbs(p))
	}
	fmt.Println(pem.Encode(os.Stdout, &pem.Block{Type: "T", Headers: map[string]string{"B": "2", "A": "1"}, Bytes: []byte("bytes of the block, more than a line can hold of them")}))
	dst := make([]byte, 8)
	fmt.Println(hex.Encode(dst, []byte{0, 0xab, 0xff}), string(dst[:6]))
	base64.StdEncoding.Encode(dst, []byte("abcde"))
	fmt.Println(string(dst))
	out := make([]byte, 6)
	n, err := base64.StdEncoding.Decode(out, dst)
	fmt.Println(n, err, string(out[:n]))

	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write([]byte("text in gzip"))
	w.Close()
	data := z.Bytes()
	r, err := gzip.NewReader(bytes.NewReader(data))
	p := make([]byte, 4)
	n, _ = r.Read(p)
	fmt.Println(err, string(p[:n]), r.Reset(bytes.NewReader(data)))
	all, err := io.ReadAll(r)
	fmt.Println(string(all), err)
	fmt.Println(r.Reset(bytes.NewReader([]byte("no gzip here"))))
	z.Reset()
	zw := zlib.NewWriter(&z)
	zw.Write([]byte("in zlib"))
	zw.Close()
	zr, _ := zlib.NewReader(&z)
	all, err = io.ReadAll(zr)
	fmt.Println(string(all), err)

	var value struct {
		A int `xml:"a"`
	}
	fmt.Println(xml.NewDecoder(bytes.NewReader([]byte("<v><a>7</a></v>"))).Decode(&value), value.A)
	fmt.Println(xml.NewEncoder(os.Stdout).Encode(value))

	var c maphash.ComparableHasher[string]
	var h, same maphash.Hash
	same.SetSeed(h.Seed())
	c.Hash(&h, "key")
	c.Hash(&same, "key")
	fmt.Println(c.Equal("a", "a"), c.Equal("a", "b"), h.Sum64() == same.Sum64())
	b, err := rand.NewPCG(1, 2).AppendBinary([]byte("state "))
	fmt.Printf("%q %v\n", b, err)
	pos := scanner.Position{Filename: "f", Line: 2, Column: 3}
	fmt.Println(pos.String(), scanner.Position{}.String(), scanner.Position{Line: 1, Column: 1}.String())
}

// Output:
// ---------- - name | ---------- 5 1970-01-01 00:00:00 name
// -rwxr-xr-x - name | -rwxr-xr-x 5 1970-01-01 00:00:00 name
// drwx------ d name/ | drwx------ 5 1970-01-01 00:00:00 name/
// Lrwxrwxrwx L name | Lrwxrwxrwx 5 1970-01-01 00:00:00 name
// pS--------- pS name | pS--------- 5 1970-01-01 00:00:00 name
// ut--x--x--x - name | ut--x--x--x 5 1970-01-01 00:00:00 name
// Dc--------- Dc name | Dc--------- 5 1970-01-01 00:00:00 name
// dalTLDpSugct?rwxrwxrwx dLDpSc? name/ | dalTLDpSugct?rwxrwxrwx 5 1970-01-01 00:00:00 name/
// "" "" false
// "/" "" true
// "" "a" false
// "/" "a" true
// "a/b/" "" false
// "/a/" "b.c" true
// -----BEGIN T-----
// A: 1
// B: 2
//
// Ynl0ZXMgb2YgdGhlIGJsb2NrLCBtb3JlIHRoYW4gYSBsaW5lIGNhbiBob2xkIG9m
// IHRoZW0=
// -----END T-----
// <nil>
// 6 00abff
// YWJjZGU=
// 5 <nil> abcde
// <nil> text <nil>
// text in gzip <nil>
// gzip: invalid header
// in zlib <nil>
// <nil> 7
// xml: unsupported type: struct { A int "xml:\"a\"" }
// true false true
// "state pcg:\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x02" <nil>
// f:2:3 <input> <input>:1:1
