package template

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// ParseFiles returns the template of the first file, with those of the others associated. Their names are the last elements of
// the paths.
func ParseFiles(filenames ...string) (*Template, error) { return parseFiles(nil, readFile, filenames) }

// ParseFiles associates the templates of files with t.
func (t *Template) ParseFiles(filenames ...string) (*Template, error) {
	t.init()
	return parseFiles(t, readFile, filenames)
}

// ParseGlob is ParseFiles of the files that match a pattern.
func ParseGlob(pattern string) (*Template, error) { return parseGlob(nil, pattern) }

// ParseGlob is ParseFiles of the files that match a pattern.
func (t *Template) ParseGlob(pattern string) (*Template, error) {
	t.init()
	return parseGlob(t, pattern)
}

// ParseFS is ParseFiles of the files of fsys that match patterns.
func ParseFS(fsys fs.FS, patterns ...string) (*Template, error) { return parseFS(nil, fsys, patterns) }

// ParseFS is ParseFiles of the files of fsys that match patterns.
func (t *Template) ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	t.init()
	return parseFS(t, fsys, patterns)
}

func readFile(file string) (name string, text []byte, err error) {
	text, err = os.ReadFile(file)
	return filepath.Base(file), text, err
}

func parseGlob(t *Template, pattern string) (*Template, error) {
	files, err := filepath.Glob(pattern)
	if err = noMatch(pattern, files, err); err != nil {
		return nil, err
	}
	return parseFiles(t, readFile, files)
}

// noMatch is the error of a pattern, also if it matches nothing.
func noMatch(pattern string, files []string, err error) error {
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("template: pattern matches no files: %#q", pattern)
	}
	return err
}

func parseFS(t *Template, fsys fs.FS, patterns []string) (*Template, error) {
	var files []string
	for _, pattern := range patterns {
		some, err := fs.Glob(fsys, pattern)
		if err = noMatch(pattern, some, err); err != nil {
			return nil, err
		}
		files = append(files, some...)
	}
	read := func(file string) (name string, text []byte, err error) {
		text, err = fs.ReadFile(fsys, file)
		return path.Base(file), text, err
	}
	return parseFiles(t, read, files)
}

func parseFiles(t *Template, read func(file string) (name string, text []byte, err error), files []string) (*Template, error) {
	if len(files) == 0 {
		return nil, fmt.Errorf("template: no files named in call to ParseFiles")
	}
	for _, file := range files {
		name, text, err := read(file)
		if err != nil {
			return nil, err
		}
		if t == nil {
			t = New(name)
		}
		each := t
		if name != t.Name() {
			each = t.New(name)
		}
		if _, err := each.Parse(string(text)); err != nil {
			return nil, err
		}
	}
	return t, nil
}
