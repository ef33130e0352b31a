// run
// What Root lets through, DirFS and the functions of io/fs on both, CopyFS.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// show prints like fmt.Println, with bytes that text cannot have in another way.
func show(args ...any) {
	fmt.Print(strings.NewReplacer("\x00", "<0>", "\xff", "<255>").Replace(fmt.Sprintln(args...)))
}

func main() {
	dir, _ := os.MkdirTemp("", "root")
	defer os.RemoveAll(dir)
	os.Chdir(dir)
	syscall.Umask(0022)
	os.MkdirAll("top/a/b/c", 0755)
	os.WriteFile("outside", []byte("secret"), 0600)
	os.WriteFile("top/one.txt", []byte("1"), 0644)
	os.WriteFile("top/a/two.txt", []byte("22"), 0644)
	os.WriteFile("top/a/b/three.go", []byte("333"), 0644)
	os.Symlink("../outside", "top/out")
	os.Symlink("a/b", "top/in")
	os.Symlink("/nowhere", "top/abs")
	os.Symlink("loop", "top/loop")
	os.Symlink("../one.txt", "top/a/up")
	os.Symlink("nothing", "top/dangling")

	root, err := os.OpenRoot("top")
	show(root.Name(), err)
	_, err = os.OpenRoot("outside")
	show(err)
	_, err = os.OpenRoot("none")
	show(err)
	for _, name := range []string{"one.txt", "a/two.txt", "in/three.go", "out", "../outside", "a/../one.txt", "a/../../outside", "/etc/passwd",
		"abs/passwd", "loop", "a/up", "", ".", "./a", "a/", "one.txt/", "one.txt/x", "none", "none/x", "in/", "in/../two.txt", "a/b/../../one.txt",
		"dangling", "nul\x00", "..", "a/b/c/../../../..", "in/c/../../b/three.go", "a//two.txt"} {
		f, err := root.Open(name)
		if err == nil {
			info, _ := f.Stat()
			size := info.Size()
			if info.IsDir() {
				size = 0
			}
			show(name, f.Name(), info.Name(), size, info.Mode())
			f.Close()
		} else {
			show(name, "|", err)
		}
		info, err := root.Stat(name)
		if err == nil {
			show(info.Name(), info.Mode())
		} else {
			show(err)
		}
		info, err = root.Lstat(name)
		if err == nil {
			show(info.Name(), info.Mode())
		} else {
			show(err)
		}
	}
	show(root.Mkdir("m", 0755), root.Mkdir("m", 0755), root.Mkdir("../m", 0755), root.Mkdir("m/", 0755), root.Mkdir("x", os.ModeSticky))
	show(root.MkdirAll("m/n/o", 0755), root.MkdirAll("one.txt/q", 0755), root.MkdirAll("in/new", 0755), root.MkdirAll("in", 0755),
		root.MkdirAll("dangling", 0755), root.MkdirAll("../z", 0755))
	show(root.WriteFile("m/f", []byte("data"), 0600), root.WriteFile("out", nil, 0600), root.WriteFile("dangling", []byte("x"), 0600))
	data, err := root.ReadFile("m/f")
	show(string(data), err)
	data, err = root.ReadFile("nothing")
	show(string(data), err)
	_, err = root.OpenFile("dangling", os.O_CREATE|os.O_EXCL|os.O_RDWR, 0600)
	show(err)
	f, err := root.Create("m/g")
	show(f.Name(), err, f.Close())
	show(root.Rename("m/g", "m/h"), root.Rename("m/h", "../h"), root.Rename("none", "m/h"), root.Rename("m/h", "a"), root.Rename("m/h", "m/i/"))
	show(root.Link("m/h", "m/i"), root.Link("m/h", "m/i"), root.Symlink("h", "m/s"), root.Symlink("../../outside", "m/bad"))
	show(root.Readlink("m/s"))
	show(root.Readlink("m/h"))
	show(root.Chmod("m/s", 0700), root.Chmod("m/bad", 0700), root.Chmod("none", 0))
	show(root.Chtimes("m/h", time.Unix(1, 0), time.Unix(2, 0)), root.Chown("none", 0, 0), root.Lchown("none", 0, 0))
	show(root.Remove("m/i"), root.Remove("m"), root.Remove("none"), root.Remove("m/bad"))
	show(root.RemoveAll("m"), root.RemoveAll("none"), root.RemoveAll("."), root.RemoveAll("../outside"))
	sub, err := root.OpenRoot("a")
	show(sub.Name(), err)
	_, err = sub.Open("../one.txt")
	show(err)
	_, err = root.OpenRoot("in/../../..")
	show(err)
	_, err = root.OpenRoot("one.txt")
	show(err)
	show(sub.Close(), sub.Close())
	_, err = sub.Open("two.txt")
	show(err)
	in, err := os.OpenInRoot("top", "a/two.txt")
	show(in.Name(), err)
	in.Close()
	root.Remove("nothing")

	for _, fsys := range []fs.FS{os.DirFS("top"), root.FS()} {
		fmt.Printf("%T\n", fsys)
		fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
			show(path, d, err)
			if path == "a/b" {
				return fs.SkipDir
			}
			return nil
		})
		for _, name := range []string{"one.txt", "a", "../outside", "none", "/x", "a/", "", "a/./b", "\xff", "x\x00"} {
			data, err := fs.ReadFile(fsys, name)
			show(string(data), err)
			_, err = fs.ReadDir(fsys, name)
			show(err)
			_, err = fs.Stat(fsys, name)
			show(err)
			_, err = fs.Lstat(fsys, name)
			show(err)
			_, err = fs.ReadLink(fsys, name)
			show(err)
			_, err = fsys.Open(name)
			show(err, fs.ValidPath(name))
		}
		show(fs.ReadLink(fsys, "in"))
		show(fs.Glob(fsys, "*/*"))
		show(fs.Glob(fsys, "a/*.txt"))
		show(fs.Glob(fsys, "[a-"))
		show(fs.Glob(fsys, "one.txt"))
		below, err := fs.Sub(fsys, "a")
		show(err)
		data, err := fs.ReadFile(below, "two.txt")
		show(string(data), err)
		_, err = fs.ReadFile(below, "none")
		show(err)
		_, err = below.Open("../one.txt")
		show(err)
		show(fs.Glob(below, "*"))
		show(fs.ReadLink(below, "up"))
		show(fs.Lstat(below, "none"))
		entries, err := fs.ReadDir(below, ".")
		show(entries, err)
		again, err := fs.Sub(below, "b")
		data, _ = fs.ReadFile(again, "three.go")
		show(string(data), err)
		_, err = fs.Sub(fsys, "..")
		show(err)
	}
	_, err = os.DirFS("").Open("x")
	show(err)
	os.Chtimes("top/one.txt", time.Unix(0, 0), time.Date(2001, 2, 3, 4, 5, 6, 0, time.Local))
	info, _ := os.Stat("top/one.txt")
	show(fs.FormatFileInfo(info), "|", fs.FileInfoToDirEntry(info), "|", fs.FileInfoToDirEntry(nil))
	for _, mode := range []fs.FileMode{0, 0777, fs.ModeDir | 0755, ^fs.FileMode(0), fs.ModeSymlink | fs.ModeSetuid | 04} {
		show(mode, mode.IsDir(), mode.IsRegular(), uint32(mode.Type()), uint32(mode.Perm()))
	}
	show(os.CopyFS("copy", os.DirFS("top")))
	show(os.CopyFS("copy", os.DirFS("top")))
	os.Mkdir("nested", 0755)
	show(os.CopyFS("nested/deep/er", os.DirFS("top/a")))
	filepath.WalkDir("copy", func(path string, d fs.DirEntry, err error) error {
		info, _ := d.Info()
		size := info.Size()
		if d.IsDir() {
			size = 0
		}
		show(path, info.Mode(), size)
		return err
	})
	var stop = errors.New("stop")
	show(filepath.Walk("top", func(path string, info fs.FileInfo, err error) error {
		show(path, info.Name(), err)
		if strings.HasSuffix(path, "two.txt") {
			return stop
		}
		return nil
	}))
	show(filepath.Walk("none", func(path string, info fs.FileInfo, err error) error {
		show(path, info, err)
		return filepath.SkipDir
	}))
	show(filepath.WalkDir("top", func(path string, d fs.DirEntry, err error) error {
		show(path)
		if path == "top/a" {
			return filepath.SkipDir
		}
		if path == "top/in" {
			return filepath.SkipAll
		}
		return nil
	}))
	show(filepath.Glob("top/*/*"))
	show(filepath.Glob("top/[ao]*"))
	show(filepath.Glob("*/a/t??.txt"))
	show(filepath.Glob("none/*"))
	show(filepath.Glob("["))
	for _, name := range []string{"top/in/three.go", "top/a/up", "top/dangling", "top/loop", "top/in/../two.txt", "top/./a//b/", "top/one.txt/", "..", "top/../top/a", ""} {
		show(filepath.EvalSymlinks(name))
	}
	io.WriteString(os.Stdout, "end\n")
}

// Output:
// top <nil>
// open outside: not a directory
// open none: no such file or directory
// one.txt top/one.txt one.txt 1 -rw-r--r--
// one.txt -rw-r--r--
// one.txt -rw-r--r--
// a/two.txt top/a/two.txt two.txt 2 -rw-r--r--
// two.txt -rw-r--r--
// two.txt -rw-r--r--
// in/three.go top/in/three.go three.go 3 -rw-r--r--
// three.go -rw-r--r--
// three.go -rw-r--r--
// out | openat out: path escapes from parent
// statat out: path escapes from parent
// out Lrwxrwxrwx
// ../outside | openat ../outside: path escapes from parent
// statat ../outside: path escapes from parent
// statat ../outside: path escapes from parent
// a/../one.txt top/a/../one.txt one.txt 1 -rw-r--r--
// one.txt -rw-r--r--
// one.txt -rw-r--r--
// a/../../outside | openat a/../../outside: path escapes from parent
// statat a/../../outside: path escapes from parent
// statat a/../../outside: path escapes from parent
// /etc/passwd | openat /etc/passwd: path escapes from parent
// statat /etc/passwd: path escapes from parent
// statat /etc/passwd: path escapes from parent
// abs/passwd | openat abs/passwd: path escapes from parent
// statat abs/passwd: path escapes from parent
// statat abs/passwd: path escapes from parent
// loop | openat loop: too many levels of symbolic links
// statat loop: too many levels of symbolic links
// loop Lrwxrwxrwx
// a/up top/a/up up 1 -rw-r--r--
// up -rw-r--r--
// up Lrwxrwxrwx
//  | openat : empty path
// statat : empty path
// statat : empty path
// . top/. . 0 drwxr-xr-x
// . drwxr-xr-x
// . drwxr-xr-x
// ./a top/./a a 0 drwxr-xr-x
// a drwxr-xr-x
// a drwxr-xr-x
// a/ top/a/ a 0 drwxr-xr-x
// a drwxr-xr-x
// a drwxr-xr-x
// one.txt/ | openat one.txt/: not a directory
// statat one.txt/: not a directory
// statat one.txt/: not a directory
// one.txt/x | openat one.txt/x: not a directory
// statat one.txt/x: not a directory
// statat one.txt/x: not a directory
// none | openat none: no such file or directory
// statat none: no such file or directory
// statat none: no such file or directory
// none/x | openat none/x: no such file or directory
// statat none/x: no such file or directory
// statat none/x: no such file or directory
// in/ top/in/ in 0 drwxr-xr-x
// in drwxr-xr-x
// in drwxr-xr-x
// in/../two.txt top/in/../two.txt two.txt 2 -rw-r--r--
// two.txt -rw-r--r--
// two.txt -rw-r--r--
// a/b/../../one.txt top/a/b/../../one.txt one.txt 1 -rw-r--r--
// one.txt -rw-r--r--
// one.txt -rw-r--r--
// dangling | openat dangling: no such file or directory
// statat dangling: no such file or directory
// dangling Lrwxrwxrwx
// nul<0> | openat nul<0>: invalid argument
// statat nul<0>: invalid argument
// statat nul<0>: invalid argument
// .. | openat ..: path escapes from parent
// statat ..: path escapes from parent
// statat ..: path escapes from parent
// a/b/c/../../../.. | openat a/b/c/../../../..: path escapes from parent
// statat a/b/c/../../../..: path escapes from parent
// statat a/b/c/../../../..: path escapes from parent
// in/c/../../b/three.go top/in/c/../../b/three.go three.go 3 -rw-r--r--
// three.go -rw-r--r--
// three.go -rw-r--r--
// a//two.txt top/a//two.txt two.txt 2 -rw-r--r--
// two.txt -rw-r--r--
// two.txt -rw-r--r--
// <nil> mkdirat m: file exists mkdirat ../m: path escapes from parent mkdirat m/: file exists mkdirat x: unsupported file mode
// <nil> openat one.txt: not a directory <nil> <nil> mkdirat dangling: file exists mkdirat ../z: path escapes from parent
// <nil> openat out: path escapes from parent <nil>
// data <nil>
// x <nil>
// openat dangling: file exists
// top/m/g <nil> <nil>
// <nil> renameat m/h ../h: path escapes from parent renameat none m/h: no such file or directory renameat m/h a: file exists renameat m/h m/i/: not a directory
// <nil> linkat m/h m/i: file exists <nil> <nil>
// h <nil>
//  readlinkat m/h: invalid argument
// <nil> chmodat m/bad: path escapes from parent chmodat none: no such file or directory
// <nil> chownat none: no such file or directory lchownat none: no such file or directory
// <nil> removeat m: directory not empty removeat none: no such file or directory <nil>
// <nil> <nil> RemoveAll .: invalid argument RemoveAll ../outside: path escapes from parent
// top/a <nil>
// openat ../one.txt: path escapes from parent
// openat in/../../..: path escapes from parent
// open top/one.txt: not a directory
// <nil> <nil>
// openat two.txt: file already closed
// top/a/two.txt <nil>
// os.dirFS
// . d ./ <nil>
// a d a/ <nil>
// a/b d b/ <nil>
// a/two.txt - two.txt <nil>
// a/up L up <nil>
// abs L abs <nil>
// dangling L dangling <nil>
// in L in <nil>
// loop L loop <nil>
// one.txt - one.txt <nil>
// out L out <nil>
// 1 <nil>
// open one.txt: not a directory
// <nil>
// <nil>
// readlink one.txt: invalid argument
// <nil> true
//  read a: is a directory
// <nil>
// <nil>
// <nil>
// readlink a: invalid argument
// <nil> true
//  readfile ../outside: invalid argument
// readdir ../outside: invalid argument
// stat ../outside: invalid argument
// lstat ../outside: invalid argument
// readlink ../outside: invalid argument
// open ../outside: invalid argument false
//  open none: no such file or directory
// open none: no such file or directory
// stat none: no such file or directory
// lstat none: no such file or directory
// readlink none: no such file or directory
// open none: no such file or directory true
//  readfile /x: invalid argument
// readdir /x: invalid argument
// stat /x: invalid argument
// lstat /x: invalid argument
// readlink /x: invalid argument
// open /x: invalid argument false
//  readfile a/: invalid argument
// readdir a/: invalid argument
// stat a/: invalid argument
// lstat a/: invalid argument
// readlink a/: invalid argument
// open a/: invalid argument false
//  readfile : invalid argument
// readdir : invalid argument
// stat : invalid argument
// lstat : invalid argument
// readlink : invalid argument
// open : invalid argument false
//  readfile a/./b: invalid argument
// readdir a/./b: invalid argument
// stat a/./b: invalid argument
// lstat a/./b: invalid argument
// readlink a/./b: invalid argument
// open a/./b: invalid argument false
//  readfile <255>: invalid argument
// readdir <255>: invalid argument
// stat <255>: invalid argument
// lstat <255>: invalid argument
// readlink <255>: invalid argument
// open <255>: invalid argument false
//  readfile x<0>: invalid argument
// readdir x<0>: invalid argument
// stat x<0>: invalid argument
// lstat x<0>: invalid argument
// readlink x<0>: invalid argument
// open x<0>: invalid argument true
// a/b <nil>
// [a/b a/two.txt a/up in/c in/new in/three.go] <nil>
// [a/two.txt] <nil>
// [] syntax error in pattern
// [one.txt] <nil>
// <nil>
// 22 <nil>
// open none: no such file or directory
// open ../one.txt: invalid argument
// [b two.txt up] <nil>
// ../one.txt <nil>
// <nil> lstat none: no such file or directory
// [d b/ - two.txt L up] <nil>
// 333 <nil>
// sub ..: invalid argument
// *os.rootFS
// . d ./ <nil>
// a d a/ <nil>
// a/b d b/ <nil>
// a/two.txt - two.txt <nil>
// a/up L up <nil>
// abs L abs <nil>
// dangling L dangling <nil>
// in L in <nil>
// loop L loop <nil>
// one.txt - one.txt <nil>
// out L out <nil>
// 1 <nil>
// readdirent top/one.txt: not a directory
// <nil>
// <nil>
// readlinkat one.txt: invalid argument
// <nil> true
//  read top/a: is a directory
// <nil>
// <nil>
// <nil>
// readlinkat a: invalid argument
// <nil> true
//  readfile ../outside: invalid argument
// readdir ../outside: invalid argument
// stat ../outside: invalid argument
// lstat ../outside: invalid argument
// readlink ../outside: invalid argument
// open ../outside: invalid argument false
//  openat none: no such file or directory
// openat none: no such file or directory
// statat none: no such file or directory
// statat none: no such file or directory
// readlinkat none: no such file or directory
// openat none: no such file or directory true
//  readfile /x: invalid argument
// readdir /x: invalid argument
// stat /x: invalid argument
// lstat /x: invalid argument
// readlink /x: invalid argument
// open /x: invalid argument false
//  readfile a/: invalid argument
// readdir a/: invalid argument
// stat a/: invalid argument
// lstat a/: invalid argument
// readlink a/: invalid argument
// open a/: invalid argument false
//  readfile : invalid argument
// readdir : invalid argument
// stat : invalid argument
// lstat : invalid argument
// readlink : invalid argument
// open : invalid argument false
//  readfile a/./b: invalid argument
// readdir a/./b: invalid argument
// stat a/./b: invalid argument
// lstat a/./b: invalid argument
// readlink a/./b: invalid argument
// open a/./b: invalid argument false
//  readfile <255>: invalid argument
// readdir <255>: invalid argument
// stat <255>: invalid argument
// lstat <255>: invalid argument
// readlink <255>: invalid argument
// open <255>: invalid argument false
//  openat x<0>: invalid argument
// openat x<0>: invalid argument
// statat x<0>: invalid argument
// statat x<0>: invalid argument
// readlinkat x<0>: invalid argument
// openat x<0>: invalid argument true
// a/b <nil>
// [a/b a/two.txt a/up in/c in/new in/three.go] <nil>
// [a/two.txt] <nil>
// [] syntax error in pattern
// [one.txt] <nil>
// <nil>
// 22 <nil>
// openat none: no such file or directory
// open ../one.txt: invalid argument
// [b two.txt up] <nil>
// ../one.txt <nil>
// <nil> statat none: no such file or directory
// [d b/ - two.txt L up] <nil>
// 333 <nil>
// sub ..: invalid argument
// open x: os: DirFS with empty root
// -rw-r--r-- 1 2001-02-03 04:05:06 one.txt | - one.txt | <nil>
// ---------- false true 0 0
// -rwxrwxrwx false true 0 511
// drwxr-xr-x true false 2147483648 493
// dalTLDpSugct?rwxrwxrwx true false 2401763328 511
// Lu------r-- false false 134217728 4
// <nil>
// open copy/a/b/three.go: file exists
// <nil>
// copy drwxr-xr-x 0
// copy/a drwxr-xr-x 0
// copy/a/b drwxr-xr-x 0
// copy/a/b/c drwxr-xr-x 0
// copy/a/b/new drwxr-xr-x 0
// copy/a/b/three.go -rw-r--r-- 3
// copy/a/two.txt -rw-r--r-- 2
// copy/a/up Lrwxrwxrwx 10
// copy/abs Lrwxrwxrwx 8
// copy/dangling Lrwxrwxrwx 7
// copy/in Lrwxrwxrwx 3
// copy/loop Lrwxrwxrwx 4
// copy/one.txt -rw-r--r-- 1
// copy/out Lrwxrwxrwx 10
// top top <nil>
// top/a a <nil>
// top/a/b b <nil>
// top/a/b/c c <nil>
// top/a/b/new new <nil>
// top/a/b/three.go three.go <nil>
// top/a/two.txt two.txt <nil>
// stop
// none <nil> lstat none: no such file or directory
// <nil>
// top
// top/a
// top/abs
// top/dangling
// top/in
// <nil>
// [top/a/b top/a/two.txt top/a/up top/in/c top/in/new top/in/three.go] <nil>
// [top/a top/abs top/one.txt top/out] <nil>
// [copy/a/two.txt top/a/two.txt] <nil>
// [] <nil>
// [] syntax error in pattern
// top/a/b/three.go <nil>
// top/one.txt <nil>
//  lstat top/nothing: no such file or directory
//  EvalSymlinks: too many links
// top/a/two.txt <nil>
// top/a/b <nil>
//  not a directory
// .. <nil>
// top/a <nil>
// . <nil>
// end
