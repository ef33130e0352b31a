// run
// Files, directories, links and their errors, in a directory of its own.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"time"
)

// show prints like fmt.Println, with bytes that text cannot have in another way.
func show(args ...any) {
	fmt.Print(strings.NewReplacer("\x00", "<0>", "\xff", "<255>").Replace(fmt.Sprintln(args...)))
}

func describe(info os.FileInfo, err error) {
	if err != nil {
		show(err)
		return
	}
	size := info.Size()
	if info.IsDir() {
		size = 0
	}
	_, ok := info.Sys().(*syscall.Stat_t)
	show(info.Name(), size, info.Mode(), info.IsDir(), info.Mode().Type(), info.Mode().Perm(), info.Mode().IsRegular(), ok)
}

func kinds(err error) {
	show(err, os.IsExist(err), os.IsNotExist(err), os.IsPermission(err), os.IsTimeout(err),
		errors.Is(err, fs.ErrExist), errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission))
}

func main() {
	dir, err := os.MkdirTemp("", "case*dir")
	show(strings.HasPrefix(dir, os.TempDir()+"/case"), strings.HasSuffix(dir, "dir"), err)
	defer os.RemoveAll(dir)
	show(os.Chdir(dir))
	os.Setenv("PWD", "")
	wd, err := os.Getwd()
	show(wd == dir, err)
	syscall.Umask(0022)

	f, err := os.Create("a.txt")
	show(f.Name(), err)
	show(f.Write([]byte("hello, ")))
	show(f.WriteString("world\n"))
	show(f.Seek(7, io.SeekStart))
	b := make([]byte, 3)
	n, err := f.Read(b)
	show(n, err, string(b))
	n, err = f.ReadAt(b, 11)
	show(n, err, string(b[:n]))
	n, err = f.ReadAt(b, -1)
	show(n, err)
	show(f.WriteAt([]byte("W"), 7))
	show(f.WriteAt(nil, -1))
	show(f.Seek(-1, 0))
	show(f.Seek(0, 9))
	show(f.Seek(-3, io.SeekEnd))
	show(f.Truncate(5), f.Sync(), f.Chmod(0640))
	describe(f.Stat())
	show(f.ReadDir(1))
	show(f.SetDeadline(time.Time{}))
	show(f.Close(), f.Close())
	show(f.Read(b))
	show(f.Write(b))
	show(f.Seek(0, 0))
	show(f.Stat())
	show(f.Truncate(1), f.Sync(), f.Chmod(0), f.Chdir(), f.Chown(0, 0))
	show(f.SetReadDeadline(time.Time{}))
	var none *os.File
	show(none.Read(b))
	show(none.Write(b))
	show(none.Close(), none.Sync())
	show(none.Stat())

	for _, name := range []string{"", "missing", "a.txt/x", "nul\x00", strings.Repeat("long", 100)} {
		_, err := os.Open(name)
		kinds(err)
	}
	_, err = os.OpenFile("a.txt", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0600)
	kinds(err)
	_, err = os.OpenFile(".", os.O_WRONLY, 0)
	kinds(err)
	d, _ := os.Open(".")
	_, err = d.Read(b)
	kinds(err)
	d.Close()
	_, err = d.Readdirnames(1)
	kinds(err)

	show(os.WriteFile("b.txt", []byte("one\ntwo\n"), 0644))
	data, err := os.ReadFile("b.txt")
	fmt.Printf("%q %v %d\n", data, err, cap(data))
	data, err = os.ReadFile("none")
	show(data == nil, err)
	f, _ = os.OpenFile("b.txt", os.O_APPEND|os.O_WRONLY, 0)
	show(f.WriteString("three\n"))
	show(f.WriteAt([]byte("x"), 0))
	show(f.Read(b))
	f.Close()
	f, _ = os.Open("b.txt")
	show(f.Write([]byte("x")))
	g, _ := os.Create("c.txt")
	show(io.Copy(g, f))
	show(io.Copy(g, strings.NewReader("more")))
	show(f.Seek(4, 0))
	show(io.CopyN(g, f, 5))
	show(io.CopyN(g, f, 50))
	g.Close()
	f.Close()
	data, _ = os.ReadFile("c.txt")
	fmt.Printf("%q\n", data)

	show(os.Mkdir("d", 0755), os.Mkdir("d", 0755), os.Mkdir("x/y", 0755))
	show(os.MkdirAll("d/e/f/", 0755), os.MkdirAll("d/e", 0), os.MkdirAll("a.txt/x", 0755), os.MkdirAll("a.txt", 0))
	show(os.Rename("c.txt", "d/c"), os.Rename("none", "d/c2"), os.Rename("d/c", "d/e"), os.Rename("none", "d"), os.Rename("d", "d"))
	show(os.Symlink("d/c", "link"), os.Symlink("d/c", "link"), os.Link("a.txt", "hard"), os.Link("none", "hard2"), os.Symlink("nowhere", "dangling"))
	show(os.Readlink("link"))
	show(os.Readlink("a.txt"))
	describe(os.Stat("link"))
	describe(os.Lstat("link"))
	describe(os.Stat("dangling"))
	describe(os.Lstat("none"))
	describe(os.Stat("d/"))
	describe(os.Stat("/dev/null"))
	one, _ := os.Stat("a.txt")
	two, _ := os.Stat("hard")
	three, _ := os.Stat("b.txt")
	show(os.SameFile(one, two), os.SameFile(one, three))
	show(os.Chmod("a.txt", 0400|os.ModeSetuid|os.ModeSticky|os.ModeSetgid), os.Chmod("none", 0))
	describe(os.Stat("a.txt"))
	at := time.Date(2020, 2, 3, 4, 5, 6, 789, time.UTC)
	show(os.Chtimes("a.txt", time.Time{}, at), os.Chtimes("none", at, at))
	one, _ = os.Stat("a.txt")
	show(one.ModTime().UTC())
	show(os.Truncate("b.txt", 3), os.Truncate("none", 1))
	show(os.Chown("none", 1, 1), os.Lchown("none", 1, 1))

	entries, err := os.ReadDir(".")
	show(err)
	for _, entry := range entries {
		info, err := entry.Info()
		show(entry, entry.Name(), entry.IsDir(), entry.Type(), info.Mode(), err)
	}
	_, err = os.ReadDir("none")
	show(err)
	_, err = os.ReadDir("a.txt")
	show(err)
	d, _ = os.Open(".")
	total := 0
	for {
		names, err := d.Readdirnames(3)
		total += len(names)
		if err != nil {
			show(total, len(names), err)
			break
		}
	}
	d.Seek(0, 0)
	infos, err := d.Readdir(-1)
	show(len(infos), err)
	infos, err = d.Readdir(0)
	show(infos, err)
	dirs, err := d.ReadDir(2)
	show(dirs, err)
	d.Close()

	show(os.Remove("hard"), os.Remove("none"), os.Remove("d"), os.Remove("dangling"))
	show(os.RemoveAll("d/e"), os.RemoveAll("none"), os.RemoveAll(""), os.RemoveAll("."), os.RemoveAll("d/.."), os.RemoveAll("a.txt/x"))
	show(os.RemoveAll("d//"))
	_, err = os.Stat("d")
	show(os.IsNotExist(err))

	t, err := os.CreateTemp(".", "t*.tmp")
	show(strings.HasPrefix(t.Name(), "./t"), strings.HasSuffix(t.Name(), ".tmp"), err)
	describe2, _ := t.Stat()
	show(describe2.Mode())
	t.Close()
	_, err = os.CreateTemp("none", "t")
	show(os.IsNotExist(err))
	_, err = os.CreateTemp("", "a/b")
	show(err)
	_, err = os.MkdirTemp("none", "t")
	show(err)
	_, err = os.MkdirTemp("", "a/b")
	show(err)
	fmt.Printf("%v %v %v\n", os.O_RDWR|os.O_APPEND|os.O_SYNC|os.O_EXCL|os.O_TRUNC, os.IsPathSeparator('/'), os.DevNull)
	show(os.NewFile(^uintptr(0), "x") == nil, os.Stdin.Name(), os.Stdout.Fd(), os.Stderr.Name())
}

// Output:
// true true <nil>
// <nil>
// true <nil>
// a.txt <nil>
// 7 <nil>
// 6 <nil>
// 7 <nil>
// 3 <nil> wor
// 2 EOF d
//
// 0 readat a.txt: negative offset
// 1 <nil>
// 0 writeat a.txt: negative offset
// 0 seek a.txt: invalid argument
// 0 seek a.txt: invalid argument
// 10 <nil>
// <nil> <nil> <nil>
// a.txt 5 -rw-r----- false ---------- -rw-r----- true true
// [] readdirent a.txt: not a directory
// file type does not support deadline
// <nil> close a.txt: file already closed
// 0 read a.txt: file already closed
// 0 write a.txt: file already closed
// 0 seek a.txt: file already closed
// <nil> stat a.txt: file already closed
// truncate a.txt: file already closed sync a.txt: file already closed chmod a.txt: file already closed chdir a.txt: file already closed chown a.txt: file already closed
// use of closed file
// 0 invalid argument
// 0 invalid argument
// invalid argument invalid argument
// <nil> invalid argument
// open : no such file or directory false true false false false true false
// open missing: no such file or directory false true false false false true false
// open a.txt/x: not a directory false false false false false false false
// open nul<0>: invalid argument false false false false false false false
// open longlonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglong: file name too long false false false false false false false
// open a.txt: file exists true false false false true false false
// open .: is a directory false false false false false false false
// read .: is a directory false false false false false false false
// readdirent .: use of closed file false false false false false false false
// <nil>
// "one\ntwo\n" <nil> 512
// true open none: no such file or directory
// 6 <nil>
// 0 os: invalid use of WriteAt on file opened with O_APPEND
// 0 read b.txt: bad file descriptor
// 0 write b.txt: bad file descriptor
// 14 <nil>
// 4 <nil>
// 4 <nil>
// 5 <nil>
// 5 EOF
// "one\ntwo\nthree\nmoretwo\nthree\n"
// <nil> mkdir d: file exists mkdir x/y: no such file or directory
// <nil> <nil> mkdir a.txt: not a directory mkdir a.txt: not a directory
// <nil> rename none d/c2: no such file or directory rename d/c d/e: file exists rename none d: no such file or directory rename d d: file exists
// <nil> symlink d/c link: file exists <nil> link none hard2: no such file or directory <nil>
// d/c <nil>
//  readlink a.txt: invalid argument
// link 28 -rw-r--r-- false ---------- -rw-r--r-- true true
// link 3 Lrwxrwxrwx false L--------- -rwxrwxrwx false true
// stat dangling: no such file or directory
// lstat none: no such file or directory
// d 0 drwxr-xr-x true d--------- -rwxr-xr-x false true
// null 0 Dcrw-rw-rw- false Dc--------- -rw-rw-rw- false true
// true false
// <nil> chmod none: no such file or directory
// a.txt 5 ugtr-------- false ---------- -r-------- true true
// <nil> chtimes none: no such file or directory
// 2020-02-03 04:05:06.000000789 +0000 UTC
// <nil> truncate none: no such file or directory
// chown none: no such file or directory lchown none: no such file or directory
// <nil>
// - a.txt a.txt false ---------- ugtr-------- <nil>
// - b.txt b.txt false ---------- -rw-r--r-- <nil>
// d d/ d true d--------- drwxr-xr-x <nil>
// L dangling dangling false L--------- Lrwxrwxrwx <nil>
// - hard hard false ---------- ugtr-------- <nil>
// L link link false L--------- Lrwxrwxrwx <nil>
// open none: no such file or directory
// open a.txt: not a directory
// 6 0 EOF
// 6 <nil>
// [] <nil>
// [] EOF
// <nil> remove none: no such file or directory remove d: directory not empty <nil>
// <nil> <nil> <nil> RemoveAll .: invalid argument unlinkat d/..: directory not empty <nil>
// <nil>
// true
// true true <nil>
// -rw-------
// true
// createtemp a/b: pattern contains path separator
// stat none: no such file or directory
// mkdirtemp a/b: pattern contains path separator
// 1054338 true /dev/null
// true /dev/stdin 1 /dev/stderr
