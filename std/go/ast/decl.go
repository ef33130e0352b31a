package ast

import "go/token"

// ImportSpec is an import.
type ImportSpec struct {
	Doc     *CommentGroup
	Name    *Ident
	Path    *BasicLit
	Comment *CommentGroup
	EndPos  token.Pos
}

// Pos returns where it begins.
func (s *ImportSpec) Pos() token.Pos {
	if s.Name != nil {
		return s.Name.Pos()
	}
	return s.Path.Pos()
}

// End returns where it ends.
func (s *ImportSpec) End() token.Pos {
	if s.EndPos != 0 {
		return s.EndPos
	}
	return s.Path.End()
}

func (*ImportSpec) specNode() {}

// ValueSpec is constants or variables.
type ValueSpec struct {
	Doc     *CommentGroup
	Names   []*Ident
	Type    Expr
	Values  []Expr
	Comment *CommentGroup
}

// Pos returns where it begins.
func (s *ValueSpec) Pos() token.Pos { return s.Names[0].Pos() }

// End returns where it ends.
func (s *ValueSpec) End() token.Pos {
	switch {
	case len(s.Values) > 0:
		return endOf(s.Values, 0)
	case s.Type != nil:
		return s.Type.End()
	}
	return endOf(s.Names, 0)
}

func (*ValueSpec) specNode() {}

// TypeSpec is a type; Assign is the place of the = of an alias.
type TypeSpec struct {
	Doc        *CommentGroup
	Name       *Ident
	TypeParams *FieldList
	Assign     token.Pos
	Type       Expr
	Comment    *CommentGroup
}

// Pos returns where it begins.
func (s *TypeSpec) Pos() token.Pos { return s.Name.Pos() }

// End returns where it ends.
func (s *TypeSpec) End() token.Pos { return s.Type.End() }

func (*TypeSpec) specNode() {}

// BadDecl is text that no declaration could be read from.
type BadDecl struct {
	From, To token.Pos
}

// Pos returns where it begins.
func (d *BadDecl) Pos() token.Pos { return d.From }

// End returns where it ends.
func (d *BadDecl) End() token.Pos { return d.To }

func (*BadDecl) declNode() {}

// GenDecl is a declaration of imports, constants, types or variables.
type GenDecl struct {
	Doc    *CommentGroup
	TokPos token.Pos
	Tok    token.Token
	Lparen token.Pos
	Specs  []Spec
	Rparen token.Pos
}

// Pos returns where it begins.
func (d *GenDecl) Pos() token.Pos { return d.TokPos }

// End returns where it ends.
func (d *GenDecl) End() token.Pos {
	if d.Rparen.IsValid() {
		return d.Rparen + 1
	}
	return d.Specs[0].End()
}

func (*GenDecl) declNode() {}

// FuncDecl is a function or method.
type FuncDecl struct {
	Doc  *CommentGroup
	Recv *FieldList
	Name *Ident
	Type *FuncType
	Body *BlockStmt
}

// Pos returns where it begins.
func (d *FuncDecl) Pos() token.Pos { return d.Type.Pos() }

// End returns where it ends.
func (d *FuncDecl) End() token.Pos {
	if d.Body != nil {
		return d.Body.End()
	}
	return d.Type.End()
}

func (*FuncDecl) declNode() {}
