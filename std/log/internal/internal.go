// Package internal is where log/slog finds the standard logger.
package internal

// DefaultOutput writes a line through the standard logger of log, which sets it; pc is where it is logged.
var DefaultOutput func(pc uintptr, data []byte) error
