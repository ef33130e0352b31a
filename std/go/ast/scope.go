package ast

import (
	"fmt"
	"go/scanner"
	"go/token"
	"strconv"
	"strings"
)

// ObjKind is what an Object is.
type ObjKind int

// The kinds.
const (
	Bad ObjKind = iota
	Pkg
	Con
	Typ
	Var
	Fun
	Lbl
)

var kinds = [...]string{Bad: "bad", Pkg: "package", Con: "const", Typ: "type", Var: "var", Fun: "func", Lbl: "label"}

// String returns the kind's name.
func (kind ObjKind) String() string { return kinds[kind] }

// Object is what a name means in a file, as far as the file alone can say.
type Object struct {
	Kind ObjKind
	Name string
	Decl any // the Field, Spec, FuncDecl, LabeledStmt, AssignStmt or Scope
	Data any // of a constant its iota, of a package its Scope
	Type any
}

// NewObj returns an Object without a declaration.
func NewObj(kind ObjKind, name string) *Object { return &Object{Kind: kind, Name: name} }

// Pos returns where the declaration has the name.
func (obj *Object) Pos() token.Pos {
	switch d := obj.Decl.(type) {
	case *Field:
		return obj.among(d.Names)
	case *ValueSpec:
		return obj.among(d.Names)
	case *ImportSpec:
		if d.Name == nil || d.Name.Name != obj.Name {
			return d.Path.Pos()
		}
		return d.Name.Pos()
	case *TypeSpec:
		return obj.named(d.Name)
	case *FuncDecl:
		return obj.named(d.Name)
	case *LabeledStmt:
		return obj.named(d.Label)
	case *AssignStmt:
		for _, x := range d.Lhs {
			if id, ok := x.(*Ident); ok && id.Name == obj.Name {
				return id.Pos()
			}
		}
	}
	return token.NoPos
}

// among returns where the object is in a list of names.
func (obj *Object) among(names []*Ident) token.Pos {
	for _, id := range names {
		if id.Name == obj.Name {
			return id.Pos()
		}
	}
	return token.NoPos
}

func (obj *Object) named(id *Ident) token.Pos {
	if id.Name == obj.Name {
		return id.Pos()
	}
	return token.NoPos
}

// Scope is the names of a block, and the scope around it.
type Scope struct {
	Outer   *Scope
	Objects map[string]*Object
}

// NewScope returns an empty scope in outer.
func NewScope(outer *Scope) *Scope { return &Scope{Outer: outer, Objects: make(map[string]*Object, 4)} }

// Lookup returns what name means in s itself, else nil.
func (s *Scope) Lookup(name string) *Object { return s.Objects[name] }

// Insert adds obj unless there is one of its name, which it returns.
func (s *Scope) Insert(obj *Object) (alt *Object) {
	if alt = s.Objects[obj.Name]; alt == nil {
		s.Objects[obj.Name] = obj
	}
	return alt
}

// String lists the names, for debugging.
func (s *Scope) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "scope %p {", s)
	if s != nil && len(s.Objects) > 0 {
		b.WriteByte('\n')
		for _, obj := range s.Objects {
			fmt.Fprintf(&b, "\t%s %s\n", obj.Kind, obj.Name)
		}
	}
	b.WriteString("}\n")
	return b.String()
}

// Importer returns the package Object of an import path; imports has those that there are.
type Importer func(imports map[string]*Object, path string) (pkg *Object, err error)

// NewPackage puts files together and resolves the names that each left open. What is wrong is an ErrorList; the Package is made all the
// same.
func NewPackage(fset *token.FileSet, files map[string]*File, importer Importer, universe *Scope) (*Package, error) {
	p := &Package{Scope: NewScope(universe), Imports: map[string]*Object{}, Files: files}
	var wrong scanner.ErrorList
	report := func(pos token.Pos, format string, args ...any) {
		wrong.Add(fset.Position(pos), fmt.Sprintf(format, args...))
	}
	declare := func(s, other *Scope, obj *Object) {
		before := s.Insert(obj)
		if before == nil && other != nil {
			before = other.Lookup(obj.Name)
		}
		if before == nil {
			return
		}
		previous := ""
		if pos := before.Pos(); pos.IsValid() {
			previous = fmt.Sprintf("\n\tprevious declaration at %s", fset.Position(pos))
		}
		report(obj.Pos(), "%s redeclared in this block%s", obj.Name, previous)
	}
	for _, f := range files {
		if p.Name == "" {
			p.Name = f.Name.Name
		} else if f.Name.Name != p.Name {
			report(f.Package, "package %s; expected %s", f.Name.Name, p.Name)
			continue
		}
		for _, obj := range f.Scope.Objects {
			declare(p.Scope, nil, obj)
		}
	}
	for _, f := range files {
		if f.Name.Name != p.Name {
			continue
		}
		scope, complete := NewScope(p.Scope), true
		for _, spec := range f.Imports {
			if importer == nil {
				complete = false
				continue
			}
			path, _ := strconv.Unquote(spec.Path.Value)
			pkg, err := importer(p.Imports, path)
			if err != nil {
				report(spec.Path.Pos(), "could not import %s (%s)", path, err)
				complete = false
				continue
			}
			name := pkg.Name
			if spec.Name != nil {
				name = spec.Name.Name
			}
			switch name {
			case "_":
			case ".":
				for _, obj := range pkg.Data.(*Scope).Objects {
					declare(scope, p.Scope, obj)
				}
			default:
				declare(scope, p.Scope, &Object{Kind: Pkg, Name: name, Decl: spec, Data: pkg.Data})
			}
		}
		if !complete {
			p.Scope.Outer = nil // a package that is missing could have hidden what the universe has
		}
		open := f.Unresolved[:0]
		for _, id := range f.Unresolved {
			for s := scope; s != nil && id.Obj == nil; s = s.Outer {
				id.Obj = s.Lookup(id.Name)
			}
			if id.Obj == nil {
				report(id.Pos(), "undeclared name: %s", id.Name)
				open = append(open, id)
			}
		}
		f.Unresolved = open
		p.Scope.Outer = universe
	}
	wrong.Sort()
	return p, wrong.Err()
}
