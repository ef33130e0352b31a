package filepath

import (
	"errors"
	"internal/paths"
	"io/fs"
	"os"
	"sort"
	"strings"
	"syscall"
)

const errNotDirectory = syscall.ENOTDIR

// What the function of a walk returns to skip a directory, or all that is left.
var (
	SkipDir error = fs.SkipDir
	SkipAll error = fs.SkipAll
)

// WalkFunc is called for each file of Walk.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// WalkDir calls fn for the file root and all below it, in lexical order.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	return afterWalk(err)
}

func afterWalk(err error) error {
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(path string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	err := fn(path, d, nil)
	if err == nil && d.IsDir() {
		var entries []fs.DirEntry
		if entries, err = os.ReadDir(path); err != nil {
			err = fn(path, d, err)
		}
		for i := 0; i < len(entries) && err == nil; i++ {
			err = walkDir(Join(path, entries[i].Name()), entries[i], fn)
		}
	}
	if err == SkipDir && d.IsDir() {
		return nil
	}
	return err
}

// Walk calls fn for the file root and all below it, in lexical order, asking for the information of each.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(root, info, fn)
	}
	return afterWalk(err)
}

func walk(path string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	names, err := namesIn(path)
	// Without names fn decides what becomes of the error.
	if asked := fn(path, info, err); err != nil || asked != nil {
		return asked
	}
	for _, name := range names {
		file := Join(path, name)
		info, err := os.Lstat(file)
		if err != nil {
			err = fn(file, info, err)
		} else if err = walk(file, info, fn); err == SkipDir && !info.IsDir() {
			return err
		}
		if err != nil && err != SkipDir {
			return err
		}
	}
	return nil
}

func namesIn(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	names, err := f.Readdirnames(-1)
	f.Close()
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	return names, nil
}

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match says whether the shell pattern matches all of name.
func Match(pattern, name string) (matched bool, err error) {
	matched, bad := paths.Match(pattern, name, false)
	if bad {
		return false, ErrBadPattern
	}
	return matched, nil
}

const maxSeparators = 10000

// Glob returns the names of the files that the pattern matches; what cannot be read is left out.
func Glob(pattern string) (matches []string, err error) { return glob(pattern, 0) }

func glob(pattern string, depth int) (matches []string, err error) {
	if depth == maxSeparators {
		return nil, ErrBadPattern
	}
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	switch dir {
	case "":
		dir = "."
	case "/":
	default:
		dir = dir[:len(dir)-1]
	}
	if !hasMeta(dir) {
		return globIn(dir, file, nil)
	}
	if dir == pattern {
		return nil, ErrBadPattern
	}
	dirs, err := glob(dir, depth+1)
	for _, d := range dirs {
		if matches, err = globIn(d, file, matches); err != nil {
			break
		}
	}
	return matches, err
}

func globIn(dir, pattern string, matches []string) ([]string, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return matches, nil
	}
	names, _ := namesIn(dir)
	for _, name := range names {
		matched, err := Match(pattern, name)
		if err != nil {
			return matches, err
		}
		if matched {
			matches = append(matches, Join(dir, name))
		}
	}
	return matches, nil
}

func hasMeta(pattern string) bool { return strings.ContainsAny(pattern, `*?[\`) }
