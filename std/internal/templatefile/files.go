// Package templatefile finds and reads the files of templates, for text/template and html/template.
package templatefile

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Template is what both packages call Template.
type Template[T any] interface {
	comparable
	Name() string
	New(name string) T
	Parse(text string) (T, error)
}

// Reader reads a file; its template is called by the last element of the path.
type Reader func(file string) (name string, text []byte, err error)

// OfSystem reads files of the system.
func OfSystem(file string) (name string, text []byte, err error) {
	text, err = os.ReadFile(file)
	return filepath.Base(file), text, err
}

// Of reads files of fsys.
func Of(fsys fs.FS) Reader {
	return func(file string) (name string, text []byte, err error) {
		text, err = fs.ReadFile(fsys, file)
		return path.Base(file), text, err
	}
}

// Match returns the files of the system that match a pattern; none are an error of the package pkg.
func Match(pkg, pattern string) ([]string, error) {
	files, err := filepath.Glob(pattern)
	return files, noMatch(pkg, pattern, files, err)
}

// MatchIn returns the files of fsys that match patterns.
func MatchIn(fsys fs.FS, patterns []string) ([]string, error) {
	var files []string
	for _, pattern := range patterns {
		some, err := fs.Glob(fsys, pattern)
		if err = noMatch("template", pattern, some, err); err != nil {
			return nil, err
		}
		files = append(files, some...)
	}
	return files, nil
}

// noMatch is the error of a pattern, also if it matches nothing.
func noMatch(pkg, pattern string, files []string, err error) error {
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("%s: pattern matches no files: %#q", pkg, pattern)
	}
	return err
}

// Parse associates the templates of files with t; if that is nil, with the first of them, made by create. It returns t or the first.
func Parse[T Template[T]](t T, create func(name string) T, read Reader, pkg string, files []string) (T, error) {
	var none T
	if len(files) == 0 {
		return none, fmt.Errorf("%s: no files named in call to ParseFiles", pkg)
	}
	for _, file := range files {
		name, text, err := read(file)
		if err != nil {
			return none, err
		}
		if t == none {
			t = create(name)
		}
		each := t
		if name != t.Name() {
			each = t.New(name)
		}
		if _, err := each.Parse(string(text)); err != nil {
			return none, err
		}
	}
	return t, nil
}
