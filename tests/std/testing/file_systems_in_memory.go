// run
// A MapFS in all its ways, and what TestFS finds wrong with file systems.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"testing/fstest"
	"time"
)

func list(entries []fs.DirEntry, err error) {
	for _, e := range entries {
		fmt.Print(e, "; ")
	}
	fmt.Println(err)
}

// upside lists directories in the wrong order.
type upside struct{ fstest.MapFS }

func (u upside) ReadDir(name string) ([]fs.DirEntry, error) {
	l, err := u.MapFS.ReadDir(name)
	for i, j := 0, len(l)-1; i < j; i, j = i+1, j-1 {
		l[i], l[j] = l[j], l[i]
	}
	return l, err
}

// liar opens nothing but the root.
type liar struct{ fstest.MapFS }

func (l liar) Open(name string) (fs.File, error) {
	if name != "." {
		return nil, errors.New("not today")
	}
	return l.MapFS.Open(name)
}

func main() {
	day := time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)
	m := fstest.MapFS{
		"a.txt":        {Data: []byte("contents of a"), Mode: 0o644, ModTime: day},
		"dir/b.txt":    {Data: []byte("b"), Mode: 0o600},
		"dir/sub/c":    {},
		"empty":        {Mode: fs.ModeDir | 0o700, ModTime: day},
		"link":         {Data: []byte("dir/b.txt"), Mode: fs.ModeSymlink | 0o777},
		"dir/sub/up":   {Data: []byte("../b.txt"), Mode: fs.ModeSymlink},
		"away":         {Data: []byte("/etc"), Mode: fs.ModeSymlink},
		"[odd]/*name?": {Data: []byte("x")},
	}
	for _, name := range []string{".", "a.txt", "dir", "dir/b.txt", "dir/sub", "empty", "link", "dir/sub/up", "away", "none", "/a.txt", "a.txt/", "dir/../a.txt", "", "dir/none/x"} {
		f, err := m.Open(name)
		fmt.Println("open", name, err)
		if err == nil {
			i, err := f.Stat()
			fmt.Println(i, err, i.Sys())
			data, err := io.ReadAll(f)
			fmt.Printf("%q %v %v\n", data, err, f.Close())
		}
		i, err := m.Stat(name)
		fmt.Println(i, err)
		i, err = m.Lstat(name)
		fmt.Println(i, err)
		data, err := m.ReadFile(name)
		fmt.Printf("%q %v\n", data, err)
		target, err := m.ReadLink(name)
		fmt.Println(target, err)
		list(m.ReadDir(name))
		sub, err := m.Sub(name)
		fmt.Println(err)
		if err == nil {
			list(fs.ReadDir(sub, "."))
		}
	}
	for _, p := range []string{"*", "*/*", "d*/s?b/*", "[", "\\[odd]/\\**", "a.txt", "none"} {
		names, err := m.Glob(p)
		fmt.Println(p, names, err)
	}
	f, _ := m.Open("a.txt")
	s, r := f.(io.Seeker), f.(io.ReaderAt)
	for _, at := range []struct {
		offset int64
		whence int
	}{{3, 0}, {-1, 1}, {-2, 2}, {1, 2}, {-1, 0}} {
		n, err := s.Seek(at.offset, at.whence)
		fmt.Println(n, err)
	}
	p := make([]byte, 4)
	for _, at := range []int64{0, 11, 13, 14, -1} {
		n, err := r.ReadAt(p, at)
		fmt.Printf("%q %v\n", p[:n], err)
	}
	d, _ := m.Open("dir")
	for range 3 {
		list(d.(fs.ReadDirFile).ReadDir(1))
	}
	delete(m, "away")
	delete(m, "[odd]/*name?")
	fmt.Println(fstest.TestFS(m, "a.txt", "dir/b.txt", "dir/sub/c", "empty", "link"))
	fmt.Println(fstest.TestFS(m, "a.txt", "missing", "dir/also"))
	fmt.Println(fstest.TestFS(m))
	fmt.Println(fstest.TestFS(fstest.MapFS{}))
	small := fstest.MapFS{"x": {Data: []byte("x")}, "y": {}}
	fmt.Println(fstest.TestFS(upside{small}, "x"))
	fmt.Println(fstest.TestFS(liar{small}, "x"))
}
