// Package template is text/template for HTML: what a template puts in is escaped as its place demands.
//
// Of settings in GODEBUG, htmlmetacontenturlescape is heeded.
package template

import (
	"errors"
	"fmt"
	"internal/templatefile"
	"io"
	"io/fs"
	"sync"
	"text/template"
	"text/template/parse"
)

// Template is one that is made safe when it is executed first.
type Template struct {
	Tree *parse.Tree // nil if it is not parsed, or cannot be made safe

	text    *template.Template
	escaped error // nil: not yet; escapedWell; or why it cannot be
	*group
}

var escapedWell = errors.New("template escaped correctly")

// group is what associated templates share.
type group struct {
	mu       sync.Mutex
	set      map[string]*Template
	executed bool
	escaper  escaper
}

func newGroup() *group {
	g := &group{set: map[string]*Template{}}
	g.escaper = newEscaper(g)
	return g
}

// any returns one of the templates.
func (g *group) any() *Template {
	for _, t := range g.set {
		return t
	}
	panic("no templates in name space")
}

// FuncMap is text/template's.
type FuncMap = template.FuncMap

// New makes a template without a body.
func New(name string) *Template {
	t := &Template{text: template.New(name), group: newGroup()}
	t.set[name] = t
	return t
}

// New makes a template that is associated with t.
func (t *Template) New(name string) *Template {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.associate(name)
}

func (t *Template) associate(name string) *Template {
	made := &Template{text: t.text.New(name), group: t.group}
	if old, ok := t.set[name]; ok {
		// Who has it sees an empty one of a group of its own.
		*old = *New(old.Name())
	}
	t.set[name] = made
	return made
}

// Must returns t, or panics with the error.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

// Name returns the template's name.
func (t *Template) Name() string { return t.text.Name() }

// Lookup returns the associated template of that name, or nil.
func (t *Template) Lookup(name string) *Template {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.set[name]
}

// Templates returns all associated templates.
func (t *Template) Templates() []*Template {
	t.mu.Lock()
	defer t.mu.Unlock()
	all := make([]*Template, 0, len(t.set))
	for _, one := range t.set {
		all = append(all, one)
	}
	return all
}

// DefinedTemplates lists the templates that have a body.
func (t *Template) DefinedTemplates() string { return t.text.DefinedTemplates() }

// Option sets options of text/template.
func (t *Template) Option(opt ...string) *Template {
	t.text.Option(opt...)
	return t
}

// Funcs adds functions for templates to call.
func (t *Template) Funcs(funcMap FuncMap) *Template {
	t.text.Funcs(funcMap)
	return t
}

// Delims sets what stands around actions; empty: {{ and }}.
func (t *Template) Delims(left, right string) *Template {
	t.text.Delims(left, right)
	return t
}

// mayParse says whether templates can still be added; a nil template is none yet.
func (t *Template) mayParse() error {
	if t == nil {
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.executed {
		return fmt.Errorf("html/template: cannot Parse after Execute")
	}
	return nil
}

// Parse makes text the body of t, and defines the templates that it defines.
func (t *Template) Parse(text string) (*Template, error) {
	if err := t.mayParse(); err != nil {
		return nil, err
	}
	parsed, err := t.text.Parse(text)
	if err != nil {
		return nil, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, one := range parsed.Templates() {
		own := t.set[one.Name()]
		if own == nil {
			own = t.associate(one.Name())
		}
		own.text, own.Tree = one, one.Tree
	}
	return t, nil
}

// AddParseTree associates a template that is parsed.
func (t *Template) AddParseTree(name string, tree *parse.Tree) (*Template, error) {
	if err := t.mayParse(); err != nil {
		return nil, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	text, err := t.text.AddParseTree(name, tree)
	if err != nil {
		return nil, err
	}
	added := &Template{Tree: text.Tree, text: text, group: t.group}
	t.set[name] = added
	return added, nil
}

// Clone copies t and all associated templates, which must not have been executed.
func (t *Template) Clone() (*Template, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	late := fmt.Errorf("html/template: cannot Clone %q after it has executed", t.Name())
	if t.escaped != nil {
		return nil, late
	}
	text, err := t.text.Clone()
	if err != nil {
		return nil, err
	}
	g := newGroup()
	g.set[text.Name()] = &Template{Tree: text.Tree, text: text, group: g}
	for _, one := range text.Templates() {
		if from := t.set[one.Name()]; from == nil || from.escaped != nil {
			return nil, late
		}
		one.Tree = one.Tree.Copy()
		g.set[one.Name()] = &Template{Tree: one.Tree, text: one, group: g}
	}
	return g.set[text.Name()], nil
}

// Execute writes what the template makes of data.
func (t *Template) Execute(wr io.Writer, data any) error {
	if err := t.escape(); err != nil {
		return err
	}
	return t.text.Execute(wr, data)
}

func (t *Template) escape() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.executed = true
	switch {
	case t.escaped == escapedWell:
		return nil
	case t.escaped != nil:
		return t.escaped
	case t.Tree == nil:
		return fmt.Errorf("template: %q is an incomplete or empty template", t.Name())
	}
	return escapeTemplate(t, t.text.Root, t.Name())
}

// ExecuteTemplate executes the associated template of that name.
func (t *Template) ExecuteTemplate(wr io.Writer, name string, data any) error {
	named, err := t.escapeNamed(name)
	if err != nil {
		return err
	}
	return named.text.Execute(wr, data)
}

func (t *Template) escapeNamed(name string) (*Template, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.executed = true
	named := t.set[name]
	switch {
	case named == nil:
		return nil, fmt.Errorf("html/template: %q is undefined", name)
	case named.escaped != nil && named.escaped != escapedWell:
		return nil, named.escaped
	case named.text.Tree == nil || named.text.Root == nil:
		return nil, fmt.Errorf("html/template: %q is an incomplete template", name)
	case t.text.Lookup(name) == nil:
		panic("html/template internal error: template escaping out of sync")
	case named.escaped == nil:
		return named, escapeTemplate(named, named.text.Root, name)
	}
	return named, nil
}

// IsTrue says whether a value is true for if, and whether it can be asked.
func IsTrue(val any) (truth, ok bool) { return template.IsTrue(val) }

// ParseFiles makes a template of each file; the first is returned.
func ParseFiles(filenames ...string) (*Template, error) {
	return parseFiles(nil, templatefile.OfSystem, filenames)
}

// ParseFiles makes an associated template of each file.
func (t *Template) ParseFiles(filenames ...string) (*Template, error) {
	return parseFiles(t, templatefile.OfSystem, filenames)
}

func parseFiles(t *Template, read templatefile.Reader, files []string) (*Template, error) {
	if err := t.mayParse(); err != nil {
		return nil, err
	}
	return templatefile.Parse(t, New, read, "html/template", files)
}

// ParseGlob is ParseFiles of the files that match.
func ParseGlob(pattern string) (*Template, error) { return parseGlob(nil, pattern) }

// ParseGlob is ParseFiles of the files that match.
func (t *Template) ParseGlob(pattern string) (*Template, error) { return parseGlob(t, pattern) }

func parseGlob(t *Template, pattern string) (*Template, error) {
	if err := t.mayParse(); err != nil {
		return nil, err
	}
	files, err := templatefile.Match("html/template", pattern)
	if err != nil {
		return nil, err
	}
	return parseFiles(t, templatefile.OfSystem, files)
}

// ParseFS is ParseFiles of the files of a file system that match.
func ParseFS(fs fs.FS, patterns ...string) (*Template, error) { return parseFS(nil, fs, patterns) }

// ParseFS is ParseFiles of the files of a file system that match.
func (t *Template) ParseFS(fs fs.FS, patterns ...string) (*Template, error) {
	return parseFS(t, fs, patterns)
}

func parseFS(t *Template, fsys fs.FS, patterns []string) (*Template, error) {
	files, err := templatefile.MatchIn(fsys, patterns)
	if err != nil {
		return nil, err
	}
	return parseFiles(t, templatefile.Of(fsys), files)
}
