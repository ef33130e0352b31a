// Package sys holds the system calls that os, io and time stand on. Each returns Linux's errno, 0 for success.
package sys

// Write writes to a file descriptor.
func Write(fd int, p []byte) (n int, errno int)

// Exit ends the program; deferred calls do not run.
func Exit(code int)
