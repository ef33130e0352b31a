// Package filepath works on the paths of files, on Linux.
package filepath

import (
	"errors"
	"internal/paths"
	"io/fs"
	"os"
	"strings"
)

// Separators of elements, and of paths in a list.
const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

// Clean returns the shortest path that names the same.
func Clean(path string) string { return paths.Clean(path) }

// IsLocal says whether the path stays within the directory it starts from.
func IsLocal(path string) bool {
	if path == "" || IsAbs(path) {
		return false
	}
	path = Clean(path)
	return path != ".." && !strings.HasPrefix(path, "../")
}

var errInvalidPath = errors.New("invalid path")

// Localize makes a file's path of one that fs.ValidPath allows.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errInvalidPath
	}
	return path, nil
}

// ToSlash returns the path: the separator is a slash.
func ToSlash(path string) string { return path }

// FromSlash returns the path: the separator is a slash.
func FromSlash(path string) string { return path }

// SplitList returns the paths of a list as in PATH.
func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, string(ListSeparator))
}

// Split returns what stands up to the last slash, and behind it.
func Split(path string) (dir, file string) { return paths.Split(path) }

// Join joins the elements with slashes from the first that is not empty on, and cleans the result.
func Join(elem ...string) string {
	for i, e := range elem {
		if e != "" {
			return Clean(strings.Join(elem[i:], "/"))
		}
	}
	return ""
}

// Ext returns the last dot of the last element and what follows it.
func Ext(path string) string { return paths.Ext(path) }

// IsAbs says whether the path begins at the root.
func IsAbs(path string) bool { return strings.HasPrefix(path, "/") }

// Abs returns the path from the root.
func Abs(path string) (string, error) {
	if IsAbs(path) {
		return Clean(path), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(dir, path), nil
}

// Rel returns a path from basePath to targPath, both being absolute or both not.
func Rel(basePath, targPath string) (string, error) {
	base, target := Clean(basePath), Clean(targPath)
	if base == target {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	impossible := func() (string, error) {
		return "", errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	}
	if IsAbs(base) != IsAbs(target) {
		return impossible()
	}
	// Elements in common are skipped; each that base has beyond them costs a "..".
	var b, t int
	for {
		bEnd, tEnd := elementEnd(base, b), elementEnd(target, t)
		if base[b:bEnd] != target[t:tEnd] {
			if base[b:bEnd] == ".." {
				return impossible()
			}
			break
		}
		b, t = min(bEnd+1, len(base)), min(tEnd+1, len(target))
	}
	if b == len(base) {
		return target[t:], nil
	}
	up := ".." + strings.Repeat("/..", strings.Count(base[b:], "/"))
	if t < len(target) {
		up += "/" + target[t:]
	}
	return Clean(up), nil
}

func elementEnd(path string, i int) int {
	for i < len(path) && path[i] != '/' {
		i++
	}
	return i
}

// EvalSymlinks returns the path without symbolic links.
func EvalSymlinks(path string) (string, error) {
	var done string // without links
	links := 0
	if IsAbs(path) {
		done = "/"
	}
	for path != "" {
		end := elementEnd(path, 0)
		element := path[:end]
		last := end == len(path)
		path = strings.TrimLeft(path[end:], "/")
		if element == "" || element == "." {
			continue
		}
		next := done + element
		if done != "" && done != "/" {
			next = done + "/" + element
		}
		if element == ".." {
			// Only what is below the first element, and no ".." itself, is taken back.
			if slash := strings.LastIndexByte(done, '/'); slash <= 0 || done[slash+1:] == ".." {
				done = next
			} else {
				done = done[:slash]
			}
			continue
		}
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if !info.IsDir() && !last {
				return "", errNotDirectory
			}
			done = next
			continue
		}
		if links++; links > 255 {
			return "", errors.New("EvalSymlinks: too many links")
		}
		link, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(link) {
			done = "/"
		}
		if last {
			path = link
		} else {
			path = link + "/" + path
		}
	}
	return Clean(done), nil
}

// Base returns the last element, "." of "" and "/" of slashes.
func Base(path string) string { return paths.Base(path) }

// Dir returns all but the last element, cleaned.
func Dir(path string) string { return paths.Dir(path) }

// VolumeName returns "": there are no volumes.
func VolumeName(path string) string { return "" }

// HasPrefix is strings.HasPrefix.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }
