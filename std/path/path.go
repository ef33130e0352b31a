// Package path works on slash-separated paths, as of URLs.
package path

import (
	"errors"
	"internal/paths"
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match says whether the shell pattern matches all of name.
func Match(pattern, name string) (matched bool, err error) {
	matched, bad := paths.Match(pattern, name, true)
	if bad {
		return false, ErrBadPattern
	}
	return matched, nil
}

// Clean returns the shortest path that names the same.
func Clean(path string) string { return paths.Clean(path) }

// Split returns what stands up to the last slash, and behind it.
func Split(path string) (dir, file string) { return paths.Split(path) }

// Join joins the elements with slashes, without empty ones, and cleans the result.
func Join(elem ...string) string {
	size := 0
	for _, e := range elem {
		size += len(e)
	}
	if size == 0 {
		return ""
	}
	buf := make([]byte, 0, size+len(elem)-1)
	for _, e := range elem {
		if len(buf) > 0 {
			buf = append(buf, '/')
		}
		buf = append(buf, e...)
	}
	return Clean(string(buf))
}

// Ext returns the last dot of the last element and what follows it.
func Ext(path string) string { return paths.Ext(path) }

// Base returns the last element, "." of "" and "/" of slashes.
func Base(path string) string { return paths.Base(path) }

// IsAbs says whether the path begins with a slash.
func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

// Dir returns all but the last element, cleaned.
func Dir(path string) string { return paths.Dir(path) }
