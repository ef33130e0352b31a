// Package sys holds the system calls that os and time stand on. Each returns Linux's errno, 0 for success.
package sys

// Write writes to a file descriptor.
//
//go:noescape
func Write(fd int, p []byte) (n int, errno int)

// Read reads from a file descriptor; n is 0 at the end.
//
//go:noescape
func Read(fd int, p []byte) (n int, errno int)

// Seek sets the offset of a file descriptor.
func Seek(fd int, offset int64, whence int) (at int64, errno int)

// Open opens a file.
//
//go:noescape
func Open(name string, flags int, perm uint32) (fd int, errno int)

// Close closes a file descriptor.
func Close(fd int) (errno int)

// Remove removes a file or an empty directory.
//
//go:noescape
func Remove(name string) (errno int)

// Mkdir makes a directory.
//
//go:noescape
func Mkdir(name string, perm uint32) (errno int)

// Rename renames a file.
//
//go:noescape
func Rename(from, to string) (errno int)

// Stat returns size, mode and modification time (ns) of a file.
//
//go:noescape
func Stat(name string) (size int64, mode uint32, modified int64, errno int)

// Exit ends the program; deferred calls do not run.
func Exit(code int)

// Argument returns the argument i of the program, 0 being its name; false behind the last.
func Argument(i int) (string, bool)

// Getenv returns a variable of the environment.
//
//go:noescape
func Getenv(name string) (string, bool)

// Setenv sets a variable of the environment.
//
//go:noescape
func Setenv(name, value string)

// Unsetenv removes a variable of the environment.
//
//go:noescape
func Unsetenv(name string)

// Environment returns the variable i as NAME=VALUE; false behind the last.
func Environment(i int) (string, bool)

// ErrorText returns the text of an error number.
func ErrorText(errno int) string

// Getpid returns the number of the process.
func Getpid() int
