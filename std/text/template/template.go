// Package template makes text of templates and data. A template is text with actions between "{{" and "}}":
//
//	{{/* comment */}}               {{pipeline}}
//	{{if pipeline}} {{else if pipeline}} {{else}} {{end}}
//	{{range $i, $e := pipeline}} {{break}} {{continue}} {{else}} {{end}}
//	{{with pipeline}} {{else with pipeline}} {{else}} {{end}}
//	{{define "name"}} {{end}}       {{template "name" pipeline}}
//	{{block "name" pipeline}} {{end}}
//
// A pipeline is a list of commands with '|' between; the value of one is the last argument of the next. A command is a value
// or a function or method with arguments. "{{- " and " -}}" take the spaces around away.
package template

import (
	"maps"
	"reflect"
	"sync"
	"text/template/parse"
)

// common is what associated templates share.
type common struct {
	mu         sync.RWMutex // of all fields but option
	templates  map[string]*Template
	parseFuncs FuncMap
	execFuncs  map[string]reflect.Value
	option     option
}

// Template is a parsed template, and the key to those it is associated with.
type Template struct {
	name string
	*parse.Tree
	*common
	left, right string
}

// New returns a template without text.
func New(name string) *Template {
	t := &Template{name: name}
	t.init()
	return t
}

// Name returns the name.
func (t *Template) Name() string { return t.name }

// New returns a template without text, associated with t, with its delimiters.
func (t *Template) New(name string) *Template {
	t.init()
	return &Template{name: name, common: t.common, left: t.left, right: t.right}
}

func (t *Template) init() {
	if t.common == nil {
		c := new(common)
		c.templates = make(map[string]*Template)
		c.parseFuncs = make(FuncMap)
		c.execFuncs = make(map[string]reflect.Value)
		t.common = c
	}
}

// Clone returns a copy of t and of the templates it is associated with; the trees are the same.
func (t *Template) Clone() (*Template, error) {
	clone := *t
	clone.common = nil
	clone.init()
	if t.common == nil {
		return &clone, nil
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	clone.option = t.option
	for name, each := range t.templates {
		copied := &clone
		if name != t.name {
			copied = &Template{each.name, each.Tree, clone.common, each.left, each.right}
		}
		clone.templates[name] = copied
	}
	maps.Copy(clone.parseFuncs, t.parseFuncs)
	maps.Copy(clone.execFuncs, t.execFuncs)
	return &clone, nil
}

// AddParseTree associates a tree with t under a name, and returns its template.
func (t *Template) AddParseTree(name string, tree *parse.Tree) (*Template, error) {
	t.init()
	t.mu.Lock()
	defer t.mu.Unlock()
	added := t
	if name != t.name {
		added = t.New(name)
	}
	// An empty tree does not replace another one.
	known := t.templates[name]
	replaces := known == nil || known.Tree == nil || !parse.IsEmptyTree(tree.Root)
	if replaces {
		t.templates[name] = added
	}
	if replaces || added.Tree == nil {
		added.Tree = tree
	}
	return added, nil
}

// Templates returns the associated templates, t among them if it has a text.
func (t *Template) Templates() []*Template {
	if t.common == nil {
		return nil
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	all := make([]*Template, 0, len(t.templates))
	for _, each := range t.templates {
		all = append(all, each)
	}
	return all
}

// Delims sets the delimiters of texts that are parsed later; "" is "{{" or "}}".
func (t *Template) Delims(left, right string) *Template {
	t.init()
	t.left, t.right = left, right
	return t
}

// Funcs adds functions; they must be known before the text that calls them is parsed.
func (t *Template) Funcs(funcMap FuncMap) *Template {
	t.init()
	t.mu.Lock()
	defer t.mu.Unlock()
	addFunctions(t.execFuncs, funcMap)
	maps.Copy(t.parseFuncs, funcMap)
	return t
}

// Lookup returns the associated template of that name, nil if there is none.
func (t *Template) Lookup(name string) *Template {
	if t.common == nil {
		return nil
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.templates[name]
}

// Parse makes text that of t; what it defines is associated with t.
func (t *Template) Parse(text string) (*Template, error) {
	t.init()
	t.mu.RLock()
	trees, err := parse.Parse(t.name, text, t.left, t.right, t.parseFuncs, predefined)
	t.mu.RUnlock()
	if err != nil {
		return nil, err
	}
	for name, tree := range trees {
		if _, err := t.AddParseTree(name, tree); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// Must returns t; it panics if there is an error.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

// missing says what a key that a map does not have gives.
type missing int

const (
	missingInvalid missing = iota // "<no value>"
	missingZero                   // the zero value
	missingError                  // the end of execution
)

type option struct{ missingKey missing }

// Option sets options: "missingkey=default", "invalid", "zero" or "error".
func (t *Template) Option(opt ...string) *Template {
	t.init()
	for _, s := range opt {
		switch s {
		case "":
			panic("empty option string")
		case "missingkey=invalid", "missingkey=default":
			t.option.missingKey = missingInvalid
		case "missingkey=zero":
			t.option.missingKey = missingZero
		case "missingkey=error":
			t.option.missingKey = missingError
		default:
			panic("unrecognized option: " + s)
		}
	}
	return t
}
