package ast

import "go/token"

// BadStmt is text that no statement could be read from.
type BadStmt struct {
	From, To token.Pos
}

// Pos returns where it begins.
func (s *BadStmt) Pos() token.Pos { return s.From }

// End returns where it ends.
func (s *BadStmt) End() token.Pos { return s.To }

func (*BadStmt) stmtNode() {}

// DeclStmt is a declaration in a block.
type DeclStmt struct {
	Decl Decl
}

// Pos returns where it begins.
func (s *DeclStmt) Pos() token.Pos { return s.Decl.Pos() }

// End returns where it ends.
func (s *DeclStmt) End() token.Pos { return s.Decl.End() }

func (*DeclStmt) stmtNode() {}

// EmptyStmt is an empty statement; Implicit says that no semicolon was written.
type EmptyStmt struct {
	Semicolon token.Pos
	Implicit  bool
}

// Pos returns where it begins.
func (s *EmptyStmt) Pos() token.Pos { return s.Semicolon }

// End returns where it ends.
func (s *EmptyStmt) End() token.Pos {
	if s.Implicit {
		return s.Semicolon
	}
	return s.Semicolon + 1
}

func (*EmptyStmt) stmtNode() {}

// LabeledStmt is a labeled statement.
type LabeledStmt struct {
	Label *Ident
	Colon token.Pos
	Stmt  Stmt
}

// Pos returns where it begins.
func (s *LabeledStmt) Pos() token.Pos { return s.Label.Pos() }

// End returns where it ends.
func (s *LabeledStmt) End() token.Pos { return s.Stmt.End() }

func (*LabeledStmt) stmtNode() {}

// ExprStmt is an expression statement.
type ExprStmt struct {
	X Expr
}

// Pos returns where it begins.
func (s *ExprStmt) Pos() token.Pos { return s.X.Pos() }

// End returns where it ends.
func (s *ExprStmt) End() token.Pos { return s.X.End() }

func (*ExprStmt) stmtNode() {}

// SendStmt is a send statement.
type SendStmt struct {
	Chan  Expr
	Arrow token.Pos
	Value Expr
}

// Pos returns where it begins.
func (s *SendStmt) Pos() token.Pos { return s.Chan.Pos() }

// End returns where it ends.
func (s *SendStmt) End() token.Pos { return s.Value.End() }

func (*SendStmt) stmtNode() {}

// IncDecStmt is x++ or x--.
type IncDecStmt struct {
	X      Expr
	TokPos token.Pos
	Tok    token.Token
}

// Pos returns where it begins.
func (s *IncDecStmt) Pos() token.Pos { return s.X.Pos() }

// End returns where it ends.
func (s *IncDecStmt) End() token.Pos { return s.TokPos + 2 }

func (*IncDecStmt) stmtNode() {}

// AssignStmt is an assignment or a short variable declaration.
type AssignStmt struct {
	Lhs    []Expr
	TokPos token.Pos
	Tok    token.Token
	Rhs    []Expr
}

// Pos returns where it begins.
func (s *AssignStmt) Pos() token.Pos { return s.Lhs[0].Pos() }

// End returns where it ends.
func (s *AssignStmt) End() token.Pos { return s.Rhs[len(s.Rhs)-1].End() }

func (*AssignStmt) stmtNode() {}

// GoStmt is a go statement.
type GoStmt struct {
	Go   token.Pos
	Call *CallExpr
}

// Pos returns where it begins.
func (s *GoStmt) Pos() token.Pos { return s.Go }

// End returns where it ends.
func (s *GoStmt) End() token.Pos { return s.Call.End() }

func (*GoStmt) stmtNode() {}

// DeferStmt is a defer statement.
type DeferStmt struct {
	Defer token.Pos
	Call  *CallExpr
}

// Pos returns where it begins.
func (s *DeferStmt) Pos() token.Pos { return s.Defer }

// End returns where it ends.
func (s *DeferStmt) End() token.Pos { return s.Call.End() }

func (*DeferStmt) stmtNode() {}

// ReturnStmt is a return statement.
type ReturnStmt struct {
	Return  token.Pos
	Results []Expr
}

// Pos returns where it begins.
func (s *ReturnStmt) Pos() token.Pos { return s.Return }

// End returns where it ends.
func (s *ReturnStmt) End() token.Pos { return endOf(s.Results, behind(s.Return, len("return"))) }

func (*ReturnStmt) stmtNode() {}

// BranchStmt is a break, continue, goto or fallthrough statement.
type BranchStmt struct {
	TokPos token.Pos
	Tok    token.Token
	Label  *Ident
}

// Pos returns where it begins.
func (s *BranchStmt) Pos() token.Pos { return s.TokPos }

// End returns where it ends.
func (s *BranchStmt) End() token.Pos {
	if s.Label != nil {
		return s.Label.End()
	}
	return behind(s.TokPos, len(s.Tok.String()))
}

func (*BranchStmt) stmtNode() {}

// BlockStmt is a block.
type BlockStmt struct {
	Lbrace token.Pos
	List   []Stmt
	Rbrace token.Pos
}

// Pos returns where it begins.
func (s *BlockStmt) Pos() token.Pos { return s.Lbrace }

// End returns where it ends.
func (s *BlockStmt) End() token.Pos {
	if s.Rbrace.IsValid() {
		return s.Rbrace + 1
	}
	return endOf(s.List, s.Lbrace+1)
}

func (*BlockStmt) stmtNode() {}

// IfStmt is an if statement.
type IfStmt struct {
	If   token.Pos
	Init Stmt
	Cond Expr
	Body *BlockStmt
	Else Stmt
}

// Pos returns where it begins.
func (s *IfStmt) Pos() token.Pos { return s.If }

// End returns where it ends.
func (s *IfStmt) End() token.Pos {
	if s.Else != nil {
		return s.Else.End()
	}
	return s.Body.End()
}

func (*IfStmt) stmtNode() {}

// CaseClause is a case of a switch; List is nil in the default case.
type CaseClause struct {
	Case  token.Pos
	List  []Expr
	Colon token.Pos
	Body  []Stmt
}

// Pos returns where it begins.
func (s *CaseClause) Pos() token.Pos { return s.Case }

// End returns where it ends.
func (s *CaseClause) End() token.Pos { return endOf(s.Body, s.Colon+1) }

func (*CaseClause) stmtNode() {}

// SwitchStmt is an expression switch.
type SwitchStmt struct {
	Switch token.Pos
	Init   Stmt
	Tag    Expr
	Body   *BlockStmt
}

// Pos returns where it begins.
func (s *SwitchStmt) Pos() token.Pos { return s.Switch }

// End returns where it ends.
func (s *SwitchStmt) End() token.Pos { return s.Body.End() }

func (*SwitchStmt) stmtNode() {}

// TypeSwitchStmt is a type switch.
type TypeSwitchStmt struct {
	Switch token.Pos
	Init   Stmt
	Assign Stmt
	Body   *BlockStmt
}

// Pos returns where it begins.
func (s *TypeSwitchStmt) Pos() token.Pos { return s.Switch }

// End returns where it ends.
func (s *TypeSwitchStmt) End() token.Pos { return s.Body.End() }

func (*TypeSwitchStmt) stmtNode() {}

// CommClause is a case of a select statement; Comm is nil in the default case.
type CommClause struct {
	Case  token.Pos
	Comm  Stmt
	Colon token.Pos
	Body  []Stmt
}

// Pos returns where it begins.
func (s *CommClause) Pos() token.Pos { return s.Case }

// End returns where it ends.
func (s *CommClause) End() token.Pos { return endOf(s.Body, s.Colon+1) }

func (*CommClause) stmtNode() {}

// SelectStmt is a select statement.
type SelectStmt struct {
	Select token.Pos
	Body   *BlockStmt
}

// Pos returns where it begins.
func (s *SelectStmt) Pos() token.Pos { return s.Select }

// End returns where it ends.
func (s *SelectStmt) End() token.Pos { return s.Body.End() }

func (*SelectStmt) stmtNode() {}

// ForStmt is a for statement without range.
type ForStmt struct {
	For  token.Pos
	Init Stmt
	Cond Expr
	Post Stmt
	Body *BlockStmt
}

// Pos returns where it begins.
func (s *ForStmt) Pos() token.Pos { return s.For }

// End returns where it ends.
func (s *ForStmt) End() token.Pos { return s.Body.End() }

func (*ForStmt) stmtNode() {}

// RangeStmt is a for statement with range.
type RangeStmt struct {
	For        token.Pos
	Key, Value Expr
	TokPos     token.Pos
	Tok        token.Token
	Range      token.Pos
	X          Expr
	Body       *BlockStmt
}

// Pos returns where it begins.
func (s *RangeStmt) Pos() token.Pos { return s.For }

// End returns where it ends.
func (s *RangeStmt) End() token.Pos { return s.Body.End() }

func (*RangeStmt) stmtNode() {}
