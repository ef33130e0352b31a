// run
// The environment, what is known of the process, and pipes between goroutines.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"time"
)

func main() {
	os.Clearenv()
	fmt.Println(os.Environ(), os.Getenv("A"))
	fmt.Println(os.Setenv("A", "1"), os.Setenv("B", "two words"), os.Setenv("", "x"), os.Setenv("C=", "x"), os.Setenv("C", "\x00"))
	fmt.Println(os.Setenv("EMPTY", ""))
	fmt.Println(os.LookupEnv("A"))
	fmt.Println(os.LookupEnv("EMPTY"))
	fmt.Println(os.LookupEnv("Z"))
	fmt.Println(os.Environ())
	fmt.Println(os.Unsetenv("A"), os.Environ())
	for _, s := range []string{"$B", "${B}!", "$", "$$", "${", "${}", "${B", "a$*b", "$1x", "${1}", "no", "$B$B", "\\$B", "$-", "é$Bé"} {
		fmt.Printf("%q ", os.ExpandEnv(s))
		fmt.Printf("%q\n", os.Expand(s, func(name string) string { return "<" + name + ">" }))
	}
	_, err := os.UserHomeDir()
	fmt.Println(err)
	_, err = os.UserCacheDir()
	fmt.Println(err)
	os.Setenv("XDG_CONFIG_HOME", "relative")
	_, err = os.UserConfigDir()
	fmt.Println(err)
	os.Setenv("HOME", "/home/me")
	fmt.Println(os.UserHomeDir())
	fmt.Println(os.UserCacheDir())
	fmt.Println(os.TempDir())

	name, err := os.Hostname()
	fmt.Println(name != "", err, os.Getpid() > 0, os.Getppid() >= 0, os.Getuid() >= 0, os.Geteuid() >= 0, os.Getgid() >= 0,
		os.Getegid() >= 0, os.Getpagesize(), len(os.Args))
	path, err := os.Executable()
	fmt.Println(strings.HasPrefix(path, "/"), err)
	p, err := os.FindProcess(os.Getpid())
	fmt.Println(p.Pid == os.Getpid(), err, p.Signal(syscall.Signal(0)))
	fmt.Println(os.Interrupt, os.Kill, syscall.SIGTERM, syscall.Signal(99), syscall.SIGUSR1)
	fmt.Println(syscall.ENOENT, syscall.Errno(0), syscall.Errno(41), syscall.Errno(200), syscall.EAGAIN.Temporary(), syscall.ETIMEDOUT.Timeout(),
		errors.Is(syscall.ENOSYS, errors.ErrUnsupported), errors.Is(syscall.EACCES, os.ErrPermission), errors.Is(syscall.ENOTEMPTY, os.ErrExist))
	fmt.Println(os.NewSyscallError("x", nil), os.NewSyscallError("x", syscall.EINTR), os.ErrNoDeadline, os.ErrDeadlineExceeded, os.ErrProcessDone)

	// One goroutine waits for what the other writes, more than the pipe holds.
	r, w, err := os.Pipe()
	fmt.Println(r.Name(), w.Name(), err)
	done := make(chan int)
	go func() {
		n := 0
		for s := bufio.NewScanner(r); s.Scan(); {
			n += len(s.Text())
		}
		done <- n
	}()
	line := strings.Repeat("x", 999) + "\n"
	for range 100 {
		io.WriteString(w, line)
	}
	fmt.Println(w.Close(), <-done, r.Close())

	r, w, _ = os.Pipe()
	r.Close()
	_, err = w.Write([]byte("x"))
	fmt.Println(err, errors.Is(err, syscall.EPIPE))
	w.Close()

	r, w, _ = os.Pipe()
	fmt.Println(r.SetReadDeadline(time.Now().Add(time.Millisecond)))
	_, err = r.Read(make([]byte, 1))
	fmt.Println(err, os.IsTimeout(err), errors.Is(err, os.ErrDeadlineExceeded))
	r.SetReadDeadline(time.Time{})
	go func() {
		time.Sleep(time.Millisecond)
		r.Close()
	}()
	_, err = r.Read(make([]byte, 1))
	fmt.Println(err, errors.Is(err, os.ErrClosed))
	w.Close()
	fmt.Println(os.Stdout.SetDeadline(time.Time{}))
	conn, err := os.Stdout.SyscallConn()
	fmt.Println(err, conn.Control(func(fd uintptr) { fmt.Println(fd) }))
	defer fmt.Println("not printed")
	os.Exit(0)
}

// Output:
// []
// <nil> <nil> setenv: invalid argument setenv: invalid argument setenv: invalid argument
// <nil>
// 1 true
//  true
//  false
// [A=1 B=two words EMPTY=]
// <nil> [B=two words EMPTY=]
// "two words" "<B>"
// "two words!" "<B>!"
// "$" "$"
// "" "<$>"
// "" ""
// "" ""
// "B" "B"
// "ab" "a<*>b"
// "x" "<1>x"
// "" "<1>"
// "no" "no"
// "two wordstwo words" "<B><B>"
// "\\two words" "\\<B>"
// "" "<->"
// "étwo wordsé" "é<B>é"
// $HOME is not defined
// neither $XDG_CACHE_HOME nor $HOME are defined
// path in $XDG_CONFIG_HOME is relative
// /home/me <nil>
// /home/me/.cache <nil>
// /tmp
// true <nil> true true true true true true 4096 1
// true <nil>
// true <nil> <nil>
// interrupt killed terminated signal 99 user defined signal 1
// no such file or directory errno 0 errno 41 errno 200 true true true true true
// <nil> x: interrupted system call file type does not support deadline i/o timeout os: process already finished
// |0 |1 <nil>
// <nil> 99900 <nil>
// write |1: broken pipe true
// <nil>
// read |0: i/o timeout true true
// read |0: file already closed true
// file type does not support deadline
// 1
// <nil> <nil>
