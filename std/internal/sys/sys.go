// Package sys holds what syscall, os and time stand on: Linux's system calls, waiting for file descriptors, the
// environment. An errno is Linux's error number, 0 for success.
package sys

import "unsafe"

// word is an argument of a system call: a number, or a pointer, which so keeps what it leads to.
type word = unsafe.Pointer

// Call makes a system call.
//
//go:noescape
func Call(number uintptr, a, b, c, d, e, f word) (result int, errno int)

// Write writes to a file descriptor.
//
//go:noescape
func Write(fd int, p []byte) (n int, errno int)

// Read reads from a file descriptor; n is 0 at the end.
//
//go:noescape
func Read(fd int, p []byte) (n int, errno int)

// Wait parks the goroutine until the file descriptor can be read or written without blocking, until Wake, or, if
// nanoseconds >= 0, until the time is over; EndWait must follow then.
func Wait(fd int, forWriting bool, nanoseconds int64)

// EndWait forgets the time of the last Wait.
func EndWait()

// Wake ends all waits for a file descriptor.
func Wake(fd int)

// Instructions returns how many instructions were executed so far; 0 in code that does not count them.
func Instructions() uint64

// PanicOnExit0 makes os.Exit(0) panic: tests run.
var PanicOnExit0 bool

// Exit ends the program; deferred calls do not run.
func Exit(code int)

// Argument returns the argument i of the program, 0 being its name; false behind the last.
func Argument(i int) (string, bool)

// Setenv sets a variable of the environment.
//
//go:noescape
func Setenv(name, value string)

// Unsetenv removes a variable of the environment.
//
//go:noescape
func Unsetenv(name string)

// Clearenv removes all variables of the environment.
func Clearenv()

// EnvironmentSize returns how many variables the environment has.
func EnvironmentSize() int

// Environment returns the variable i as NAME=VALUE.
func Environment(i int) string

// ErrorText returns the text of an error number.
func ErrorText(errno int) string

// Random returns a number of the stream that --seed decides.
func Random() uint64
