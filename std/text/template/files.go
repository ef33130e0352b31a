package template

import (
	"internal/templatefile"
	"io/fs"
)

// ParseFiles returns the template of the first file, with those of the others associated. Their names are the last elements of
// the paths.
func ParseFiles(filenames ...string) (*Template, error) {
	return parseFiles(nil, templatefile.OfSystem, filenames)
}

// ParseFiles associates the templates of files with t.
func (t *Template) ParseFiles(filenames ...string) (*Template, error) {
	t.init()
	return parseFiles(t, templatefile.OfSystem, filenames)
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

func parseFiles(t *Template, read templatefile.Reader, files []string) (*Template, error) {
	return templatefile.Parse(t, New, read, "template", files)
}

func parseGlob(t *Template, pattern string) (*Template, error) {
	files, err := templatefile.Match("template", pattern)
	if err != nil {
		return nil, err
	}
	return parseFiles(t, templatefile.OfSystem, files)
}

func parseFS(t *Template, fsys fs.FS, patterns []string) (*Template, error) {
	files, err := templatefile.MatchIn(fsys, patterns)
	if err != nil {
		return nil, err
	}
	return parseFiles(t, templatefile.Of(fsys), files)
}
