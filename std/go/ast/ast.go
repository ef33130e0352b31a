// Package ast has the syntax trees of Go source, and what walks, prints and filters them.
package ast

import "go/token"

// Node is a node of the tree; it begins at Pos and ends in front of End.
type Node interface {
	Pos() token.Pos
	End() token.Pos
}

// Expr is an expression or a type.
type Expr interface {
	Node
	exprNode()
}

// Stmt is a statement.
type Stmt interface {
	Node
	stmtNode()
}

// Decl is a declaration.
type Decl interface {
	Node
	declNode()
}

// Spec is one import, constant, variable or type of a declaration.
type Spec interface {
	Node
	specNode()
}

// endOf returns the end of the last node of list, or other if there is none.
func endOf[N Node](list []N, other token.Pos) token.Pos {
	if n := len(list); n > 0 {
		return list[n-1].End()
	}
	return other
}

// behind returns the place n bytes behind p.
func behind(p token.Pos, n int) token.Pos { return token.Pos(int(p) + n) }

// Field is a field of a struct, a method or an embedded type of an interface, or a parameter.
type Field struct {
	Doc     *CommentGroup
	Names   []*Ident
	Type    Expr
	Tag     *BasicLit
	Comment *CommentGroup
}

// Pos returns where the names or the type begin.
func (f *Field) Pos() token.Pos {
	switch {
	case len(f.Names) > 0:
		return f.Names[0].Pos()
	case f.Type != nil:
		return f.Type.Pos()
	}
	return token.NoPos
}

// End returns where the tag, the type or the names end.
func (f *Field) End() token.Pos {
	switch {
	case f.Tag != nil:
		return f.Tag.End()
	case f.Type != nil:
		return f.Type.End()
	}
	return endOf(f.Names, token.NoPos)
}

// FieldList is fields in parentheses, braces or brackets, if there are any.
type FieldList struct {
	Opening token.Pos
	List    []*Field
	Closing token.Pos
}

// Pos returns where the list begins.
func (f *FieldList) Pos() token.Pos {
	switch {
	case f.Opening.IsValid():
		return f.Opening
	case len(f.List) > 0:
		return f.List[0].Pos()
	}
	return token.NoPos
}

// End returns where the list ends.
func (f *FieldList) End() token.Pos {
	if f.Closing.IsValid() {
		return f.Closing + 1
	}
	if n := len(f.List); n > 0 {
		return f.List[n-1].End()
	}
	return token.NoPos
}

// NumFields counts each name, and one for a field without names.
func (f *FieldList) NumFields() int {
	if f == nil {
		return 0
	}
	n := 0
	for _, field := range f.List {
		n += max(len(field.Names), 1)
	}
	return n
}

// File is a source file.
type File struct {
	Doc     *CommentGroup
	Package token.Pos
	Name    *Ident
	Decls   []Decl

	FileStart, FileEnd token.Pos
	Scope              *Scope
	Imports            []*ImportSpec
	Unresolved         []*Ident
	Comments           []*CommentGroup
	GoVersion          string // of the build constraint
}

// Pos returns where the package clause begins.
func (f *File) Pos() token.Pos { return f.Package }

// End returns where the last declaration ends.
func (f *File) End() token.Pos { return endOf(f.Decls, f.Name.End()) }

// Package is the files of a package.
type Package struct {
	Name    string
	Scope   *Scope
	Imports map[string]*Object
	Files   map[string]*File
}

// Pos returns NoPos.
func (p *Package) Pos() token.Pos { return token.NoPos }

// End returns NoPos.
func (p *Package) End() token.Pos { return token.NoPos }
