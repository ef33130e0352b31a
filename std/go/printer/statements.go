package printer

import (
	"go/ast"
	"go/token"
)

// stmtList prints statements on lines of their own, indented if asked for; without indentation each begins new columns.
func (p *printer) stmtList(list []ast.Stmt, indentation int, beforeBrace bool) {
	if indentation > 0 {
		p.space(indent)
	}
	line := 0
	first := true
	for i, s := range list {
		if _, empty := s.(*ast.EmptyStmt); empty {
			continue
		}
		if len(p.text) > 0 {
			p.newlines(p.lineOf(s.Pos()), 1, ignore, first || indentation == 0 || p.linesSince(line) > 0)
		}
		p.noteLine(&line)
		p.stmt(s, beforeBrace && i == len(list)-1)
		for {
			labeled, ok := s.(*ast.LabeledStmt)
			if !ok {
				break
			}
			line++ // the label has a line of its own
			s = labeled.Stmt
		}
		first = false
	}
	if indentation > 0 {
		p.space(unindent)
	}
}

func (p *printer) block(b *ast.BlockStmt, indentation int) {
	p.opAt(b.Lbrace, token.LBRACE)
	p.stmtList(b.List, indentation, true)
	p.newlines(p.lineOf(b.Rbrace), 1, ignore, true)
	p.opAt(b.Rbrace, token.RBRACE)
}

// header prints what stands between a keyword and a block.
func (p *printer) header(init ast.Stmt, x ast.Expr, isFor bool, post ast.Stmt) {
	p.space(blank)
	pending := false // a blank is due
	if x != nil {
		x = withoutNeedlessParens(x)
	}
	if init == nil && post == nil {
		if x != nil {
			p.expr(x)
			pending = true
		}
	} else {
		if init != nil {
			p.stmt(init, false)
		}
		p.op(token.SEMICOLON)
		p.space(blank)
		if x != nil {
			p.expr(x)
			pending = true
		}
		if isFor {
			p.op(token.SEMICOLON)
			p.space(blank)
			pending = false
			if post != nil {
				p.stmt(post, false)
				pending = true
			}
		}
	}
	if pending {
		p.space(blank)
	}
}

// needsIndent says whether results are better indented all: several of them take several lines, composite literals left out, or one
// begins on a new line.
func (p *printer) needsIndent(list []ast.Expr) bool {
	if len(list) < 2 {
		return false
	}
	line := p.lineOf(list[0].Pos())
	if line <= 0 || p.lineOf(list[len(list)-1].End()) <= line {
		return false
	}
	long := 0
	for _, x := range list {
		begin, end := p.lineOf(x.Pos()), p.lineOf(x.End())
		if line < begin {
			return true
		}
		if begin < end && !isComposite(x) {
			long++
		}
		line = end
	}
	return long > 1
}

// isComposite says whether x is a composite literal or the address of one.
func isComposite(x ast.Expr) bool {
	x = withoutParens(x)
	if address, ok := x.(*ast.UnaryExpr); ok && address.Op == token.AND {
		x = withoutParens(address.X)
	}
	_, ok := x.(*ast.CompositeLit)
	return ok
}

func (p *printer) stmt(s ast.Stmt, beforeBrace bool) {
	p.at(s.Pos())
	switch s := s.(type) {
	case *ast.BadStmt:
		p.words("BadStmt")
	case *ast.DeclStmt:
		p.decl(s.Decl)
	case *ast.EmptyStmt:
	case *ast.LabeledStmt:
		p.labeled(s, beforeBrace)
	case *ast.ExprStmt:
		p.expr(s.X)
	case *ast.SendStmt:
		p.expr(s.Chan)
		p.space(blank)
		p.opAt(s.Arrow, token.ARROW)
		p.space(blank)
		p.expr(s.Value)
	case *ast.IncDecStmt:
		p.exprIn(s.X, 2)
		p.opAt(s.TokPos, s.Tok)
	case *ast.AssignStmt:
		depth := 1
		if len(s.Lhs) > 1 && len(s.Rhs) > 1 {
			depth = 2
		}
		p.exprList(s.Pos(), s.Lhs, depth, 0, s.TokPos, false)
		p.space(blank)
		p.opAt(s.TokPos, s.Tok)
		p.space(blank)
		p.exprList(s.TokPos, s.Rhs, depth, 0, token.NoPos, false)
	case *ast.GoStmt:
		p.op(token.GO)
		p.space(blank)
		p.expr(s.Call)
	case *ast.DeferStmt:
		p.op(token.DEFER)
		p.space(blank)
		p.expr(s.Call)
	case *ast.ReturnStmt:
		p.returned(s)
	case *ast.BranchStmt:
		p.op(s.Tok)
		if s.Label != nil {
			p.space(blank)
			p.expr(s.Label)
		}
	case *ast.BlockStmt:
		p.block(s, 1)
	case *ast.IfStmt:
		p.ifStmt(s, beforeBrace)
	case *ast.CaseClause:
		if s.List != nil {
			p.op(token.CASE)
			p.space(blank)
			p.exprList(s.Pos(), s.List, 1, 0, s.Colon, false)
		} else {
			p.op(token.DEFAULT)
		}
		p.opAt(s.Colon, token.COLON)
		p.stmtList(s.Body, 1, beforeBrace)
	case *ast.SwitchStmt:
		p.op(token.SWITCH)
		p.header(s.Init, s.Tag, false, nil)
		p.block(s.Body, 0)
	case *ast.TypeSwitchStmt:
		p.op(token.SWITCH)
		if s.Init != nil {
			p.space(blank)
			p.stmt(s.Init, false)
			p.op(token.SEMICOLON)
		}
		p.space(blank)
		p.stmt(s.Assign, false)
		p.space(blank)
		p.block(s.Body, 0)
	case *ast.CommClause:
		if s.Comm != nil {
			p.op(token.CASE)
			p.space(blank)
			p.stmt(s.Comm, false)
		} else {
			p.op(token.DEFAULT)
		}
		p.opAt(s.Colon, token.COLON)
		p.stmtList(s.Body, 1, beforeBrace)
	case *ast.SelectStmt:
		p.op(token.SELECT)
		p.space(blank)
		if len(s.Body.List) == 0 && !p.commentBefore(p.position(s.Body.Rbrace)) {
			p.opAt(s.Body.Lbrace, token.LBRACE)
			p.opAt(s.Body.Rbrace, token.RBRACE)
		} else {
			p.block(s.Body, 0)
		}
	case *ast.ForStmt:
		p.op(token.FOR)
		p.header(s.Init, s.Cond, true, s.Post)
		p.block(s.Body, 1)
	case *ast.RangeStmt:
		p.rangeStmt(s)
	default:
		panic("unreachable")
	}
}

// labeled prints a label on a line of its own, less deep than the statement.
func (p *printer) labeled(s *ast.LabeledStmt, beforeBrace bool) {
	p.space(unindent)
	p.expr(s.Label)
	p.opAt(s.Colon, token.COLON)
	p.space(indent)
	if empty, ok := s.Stmt.(*ast.EmptyStmt); !ok {
		p.newlines(p.lineOf(s.Stmt.Pos()), 1, ignore, true)
	} else if !beforeBrace {
		p.space(newline)
		p.opAt(empty.Pos(), token.SEMICOLON)
		return
	}
	p.stmt(s.Stmt, beforeBrace)
}

func (p *printer) returned(s *ast.ReturnStmt) {
	p.op(token.RETURN)
	if s.Results == nil {
		return
	}
	p.space(blank)
	// No position: a newline behind return would end the statement.
	if !p.needsIndent(s.Results) {
		p.exprList(token.NoPos, s.Results, 1, 0, token.NoPos, false)
		return
	}
	p.space(indent)
	p.exprList(token.NoPos, s.Results, 1, noIndent, token.NoPos, false)
	p.space(unindent)
}

func (p *printer) ifStmt(s *ast.IfStmt, beforeBrace bool) {
	p.op(token.IF)
	p.header(s.Init, s.Cond, false, nil)
	p.block(s.Body, 1)
	if s.Else == nil {
		return
	}
	p.space(blank)
	p.op(token.ELSE)
	p.space(blank)
	switch s.Else.(type) {
	case *ast.BlockStmt, *ast.IfStmt:
		p.stmt(s.Else, beforeBrace)
	default: // no parser makes that
		p.op(token.LBRACE)
		p.space(indent, formfeed)
		p.stmt(s.Else, true)
		p.space(unindent, formfeed)
		p.op(token.RBRACE)
	}
}

func (p *printer) rangeStmt(s *ast.RangeStmt) {
	p.op(token.FOR)
	p.space(blank)
	if s.Key != nil {
		p.expr(s.Key)
		if s.Value != nil {
			p.opAt(s.Value.Pos(), token.COMMA)
			p.space(blank)
			p.expr(s.Value)
		}
		p.space(blank)
		p.opAt(s.TokPos, s.Tok)
		p.space(blank)
	}
	p.op(token.RANGE)
	p.space(blank)
	p.expr(withoutNeedlessParens(s.X))
	p.space(blank)
	p.block(s.Body, 1)
}
