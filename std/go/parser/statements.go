package parser

import (
	"go/ast"
	"go/token"
)

func (p *parser) statementList() (list []ast.Stmt) {
	if p.tracing {
		defer p.enter("StatementList")()
	}
	for p.tok != token.CASE && p.tok != token.DEFAULT && p.tok != token.RBRACE && p.tok != token.EOF {
		list = append(list, p.statement())
	}
	return list
}

// block reads a block; construct is its name in a trace. A missing brace at its end has no place.
func (p *parser) block(construct string) *ast.BlockStmt {
	if p.tracing {
		defer p.enter(construct)()
	}
	b := &ast.BlockStmt{Lbrace: p.expect(token.LBRACE)}
	b.List = p.statementList()
	found := p.tok == token.RBRACE
	if rbrace := p.expect(token.RBRACE); found {
		b.Rbrace = rbrace
	}
	return b
}

func (p *parser) statement() (s ast.Stmt) {
	p.deeper()
	if p.tracing {
		defer p.enter("Statement")()
	}
	switch p.tok {
	case token.CONST, token.TYPE, token.VAR:
		s = &ast.DeclStmt{Decl: p.declaration(beginsStatement)}
	case token.IDENT, token.INT, token.FLOAT, token.IMAG, token.CHAR, token.STRING, token.FUNC, token.LPAREN,
		token.LBRACK, token.STRUCT, token.MAP, token.CHAN, token.INTERFACE,
		token.ADD, token.SUB, token.MUL, token.AND, token.XOR, token.ARROW, token.NOT:
		s, _ = p.simple(labelOK)
		if _, ok := s.(*ast.LabeledStmt); !ok {
			p.semicolon()
		}
	case token.GO:
		s = p.goStmt()
	case token.DEFER:
		s = p.deferStmt()
	case token.RETURN:
		s = p.returnStmt()
	case token.BREAK, token.CONTINUE, token.GOTO, token.FALLTHROUGH:
		s = p.branchStmt()
	case token.LBRACE:
		s = p.block("BlockStmt")
		p.semicolon()
	case token.IF:
		s = p.ifStmt()
	case token.SWITCH:
		s = p.switchStmt()
	case token.SELECT:
		s = p.selectStmt()
	case token.FOR:
		s = p.forStmt()
	case token.SEMICOLON:
		s = &ast.EmptyStmt{Semicolon: p.pos, Implicit: p.lit == "\n"}
		p.next()
	case token.RBRACE: // behind a label
		s = &ast.EmptyStmt{Semicolon: p.pos, Implicit: true}
	default:
		bad := p.badExpr("statement", beginsStatement)
		s = &ast.BadStmt{From: bad.From, To: bad.To}
	}
	p.depth--
	return s
}

// allowed is what a simple statement may be besides.
type allowed int

const (
	nothing allowed = iota
	labelOK
	rangeOK
)

// simple reads a simple statement, a labeled one, or with ranges set the header of a for statement with range: as an assignment of the
// range operator to its operand.
func (p *parser) simple(also allowed) (s ast.Stmt, ranges bool) {
	if p.tracing {
		defer p.enter("SimpleStmt")()
	}
	list := p.expressionList(false)
	pos, tok := p.pos, p.tok
	switch tok {
	case token.DEFINE, token.ASSIGN, token.ADD_ASSIGN, token.SUB_ASSIGN, token.MUL_ASSIGN, token.QUO_ASSIGN, token.REM_ASSIGN,
		token.AND_ASSIGN, token.OR_ASSIGN, token.XOR_ASSIGN, token.SHL_ASSIGN, token.SHR_ASSIGN, token.AND_NOT_ASSIGN:
		p.next()
		a := &ast.AssignStmt{Lhs: list, TokPos: pos, Tok: tok}
		if also == rangeOK && p.tok == token.RANGE && (tok == token.DEFINE || tok == token.ASSIGN) {
			a.Rhs = p.rangeOperand()
			return a, true
		}
		a.Rhs = p.expressionList(true)
		return a, false
	}
	x := p.single(list)
	switch tok {
	case token.COLON:
		p.next()
		if label, ok := x.(*ast.Ident); ok && also == labelOK {
			return &ast.LabeledStmt{Label: label, Colon: pos, Stmt: p.statement()}, false
		}
		p.error(pos, "illegal label declaration")
		return &ast.BadStmt{From: x.Pos(), To: pos + 1}, false
	case token.ARROW:
		p.next()
		return &ast.SendStmt{Chan: x, Arrow: pos, Value: p.rightSide()}, false
	case token.INC, token.DEC:
		p.next()
		return &ast.IncDecStmt{X: x, TokPos: pos, Tok: tok}, false
	}
	return &ast.ExprStmt{X: x}, false
}

// rangeOperand reads range and its operand.
func (p *parser) rangeOperand() []ast.Expr {
	x := &ast.UnaryExpr{OpPos: p.pos, Op: token.RANGE}
	p.next()
	x.X = p.rightSide()
	return []ast.Expr{x}
}

// single returns the one expression of a list, and reports others.
func (p *parser) single(list []ast.Expr) ast.Expr {
	if len(list) > 1 {
		p.expected(list[0].Pos(), "1 expression")
	}
	return list[0]
}

// callIn reads the call of a go or defer statement; nil if it is none.
func (p *parser) callIn(statement string) *ast.CallExpr {
	x := p.rightSide()
	if inner := ast.Unparen(x); inner != x {
		p.error(x.Pos(), "expression in "+statement+" must not be parenthesized")
		x = inner
	}
	switch x := x.(type) {
	case *ast.CallExpr:
		return x
	case *ast.BadExpr:
	default:
		p.error(x.End(), "expression in "+statement+" must be function call")
	}
	return nil
}

func (p *parser) goStmt() ast.Stmt {
	if p.tracing {
		defer p.enter("GoStmt")()
	}
	pos := p.expect(token.GO)
	call := p.callIn("go")
	p.semicolon()
	if call == nil {
		return &ast.BadStmt{From: pos, To: pos + 2}
	}
	return &ast.GoStmt{Go: pos, Call: call}
}

func (p *parser) deferStmt() ast.Stmt {
	if p.tracing {
		defer p.enter("DeferStmt")()
	}
	pos := p.expect(token.DEFER)
	call := p.callIn("defer")
	p.semicolon()
	if call == nil {
		return &ast.BadStmt{From: pos, To: pos + 5}
	}
	return &ast.DeferStmt{Defer: pos, Call: call}
}

func (p *parser) returnStmt() ast.Stmt {
	if p.tracing {
		defer p.enter("ReturnStmt")()
	}
	s := &ast.ReturnStmt{Return: p.expect(token.RETURN)}
	if p.tok != token.SEMICOLON && p.tok != token.RBRACE {
		s.Results = p.expressionList(true)
	}
	p.semicolon()
	return s
}

func (p *parser) branchStmt() ast.Stmt {
	if p.tracing {
		defer p.enter("BranchStmt")()
	}
	s := &ast.BranchStmt{TokPos: p.pos, Tok: p.tok}
	p.next()
	if s.Tok == token.GOTO || s.Tok != token.FALLTHROUGH && p.tok == token.IDENT {
		s.Label = p.identifier()
	}
	p.semicolon()
	return s
}

// condition returns the expression that s should be, and reports other statements.
func (p *parser) condition(s ast.Stmt, what string) ast.Expr {
	found := "simple statement"
	switch s := s.(type) {
	case nil:
		return nil
	case *ast.ExprStmt:
		return s.X
	case *ast.AssignStmt:
		found = "assignment"
	}
	p.error(s.Pos(), "expected "+what+", found "+found+" (missing parentheses around composite literal?)")
	return &ast.BadExpr{From: s.Pos(), To: s.End()}
}

// header reads with braces beginning the block, not literals.
func (p *parser) header(read func()) {
	outer := p.level
	p.level = -1
	read()
	p.level = outer
}

func (p *parser) ifHeader(s *ast.IfStmt) {
	if p.tok == token.LBRACE {
		p.error(p.pos, "missing condition in if statement")
		s.Cond = &ast.BadExpr{From: p.pos, To: p.pos}
		return
	}
	if p.tok != token.SEMICOLON {
		if p.got(token.VAR) {
			p.error(p.pos, "var declaration not allowed in if initializer")
		}
		s.Init, _ = p.simple(nothing)
	}
	var cond ast.Stmt
	missing := token.NoPos // the semicolon in front of a condition that is missing
	newline := false
	if p.tok == token.LBRACE {
		s.Init, cond = nil, s.Init
	} else {
		if p.tok == token.SEMICOLON {
			missing, newline = p.pos, p.lit == "\n"
		}
		p.expect(token.SEMICOLON)
		if p.tok != token.LBRACE {
			cond, _ = p.simple(nothing)
		}
	}
	switch {
	case cond != nil:
		s.Cond = p.condition(cond, "boolean expression")
	case missing.IsValid() && newline:
		p.error(missing, "unexpected newline, expecting { after if clause")
	case missing.IsValid():
		p.error(missing, "missing condition in if statement")
	}
	if s.Cond == nil {
		s.Cond = &ast.BadExpr{From: p.pos, To: p.pos}
	}
}

func (p *parser) ifStmt() *ast.IfStmt {
	p.deeper()
	if p.tracing {
		defer p.enter("IfStmt")()
	}
	s := &ast.IfStmt{If: p.expect(token.IF)}
	p.header(func() { p.ifHeader(s) })
	s.Body = p.block("BlockStmt")
	if !p.got(token.ELSE) {
		p.semicolon()
	} else if p.tok == token.IF {
		s.Else = p.ifStmt()
	} else if p.tok == token.LBRACE {
		s.Else = p.block("BlockStmt")
		p.semicolon()
	} else {
		p.expected(p.pos, "if statement or block")
		s.Else = &ast.BadStmt{From: p.pos, To: p.pos}
	}
	p.depth--
	return s
}

// clauses reads the cases of a switch or select statement with its braces.
func (p *parser) clauses(clause func() ast.Stmt) *ast.BlockStmt {
	b := &ast.BlockStmt{Lbrace: p.expect(token.LBRACE)}
	for p.tok == token.CASE || p.tok == token.DEFAULT {
		b.List = append(b.List, clause())
	}
	b.Rbrace = p.expect(token.RBRACE)
	p.semicolon()
	return b
}

func (p *parser) caseClause() ast.Stmt {
	if p.tracing {
		defer p.enter("CaseClause")()
	}
	c := &ast.CaseClause{Case: p.pos}
	if p.got(token.CASE) {
		c.List = p.expressionList(true)
	} else {
		p.expect(token.DEFAULT)
	}
	c.Colon = p.expect(token.COLON)
	c.Body = p.statementList()
	return c
}

// isGuard says whether s is the guard of a type switch, x.(type) or v := x.(type).
func (p *parser) isGuard(s ast.Stmt) bool {
	asserts := func(x ast.Expr) bool {
		a, ok := x.(*ast.TypeAssertExpr)
		return ok && a.Type == nil
	}
	switch s := s.(type) {
	case *ast.ExprStmt:
		return asserts(s.X)
	case *ast.AssignStmt:
		if len(s.Lhs) != 1 || len(s.Rhs) != 1 || !asserts(s.Rhs[0]) || s.Tok != token.DEFINE && s.Tok != token.ASSIGN {
			return false
		}
		if s.Tok == token.ASSIGN {
			p.error(s.TokPos, "expected ':=', found '='")
		}
		return true
	}
	return false
}

func (p *parser) switchStmt() ast.Stmt {
	if p.tracing {
		defer p.enter("SwitchStmt")()
	}
	pos := p.expect(token.SWITCH)
	var init, tag ast.Stmt
	if p.tok != token.LBRACE {
		p.header(func() {
			if p.tok != token.SEMICOLON {
				tag, _ = p.simple(nothing)
			}
			if p.got(token.SEMICOLON) {
				init, tag = tag, nil
				if p.tok != token.LBRACE {
					tag, _ = p.simple(nothing)
				}
			}
		})
	}
	guard := p.isGuard(tag)
	body := p.clauses(p.caseClause)
	if guard {
		return &ast.TypeSwitchStmt{Switch: pos, Init: init, Assign: tag, Body: body}
	}
	return &ast.SwitchStmt{Switch: pos, Init: init, Tag: p.condition(tag, "switch expression"), Body: body}
}

func (p *parser) commClause() ast.Stmt {
	if p.tracing {
		defer p.enter("CommClause")()
	}
	c := &ast.CommClause{Case: p.pos}
	if p.got(token.CASE) {
		c.Comm = p.communication()
	} else {
		p.expect(token.DEFAULT)
	}
	c.Colon = p.expect(token.COLON)
	c.Body = p.statementList()
	return c
}

func (p *parser) communication() ast.Stmt {
	list := p.expressionList(false)
	pos, tok := p.pos, p.tok
	switch tok {
	case token.ARROW:
		x := p.single(list)
		p.next()
		return &ast.SendStmt{Chan: x, Arrow: pos, Value: p.rightSide()}
	case token.ASSIGN, token.DEFINE:
		if len(list) > 2 {
			p.expected(list[0].Pos(), "1 or 2 expressions")
			list = list[:2]
		}
		p.next()
		return &ast.AssignStmt{Lhs: list, TokPos: pos, Tok: tok, Rhs: []ast.Expr{p.rightSide()}}
	}
	return &ast.ExprStmt{X: p.single(list)}
}

func (p *parser) selectStmt() ast.Stmt {
	if p.tracing {
		defer p.enter("SelectStmt")()
	}
	s := &ast.SelectStmt{Select: p.expect(token.SELECT)}
	s.Body = p.clauses(p.commClause)
	return s
}

func (p *parser) forStmt() ast.Stmt {
	if p.tracing {
		defer p.enter("ForStmt")()
	}
	s := &ast.ForStmt{For: p.expect(token.FOR)}
	var cond ast.Stmt
	ranges := false
	if p.tok != token.LBRACE {
		p.header(func() {
			switch p.tok {
			case token.SEMICOLON:
			case token.RANGE:
				cond, ranges = &ast.AssignStmt{Rhs: p.rangeOperand()}, true
			default:
				cond, ranges = p.simple(rangeOK)
			}
			if ranges || !p.got(token.SEMICOLON) {
				return
			}
			s.Init, cond = cond, nil
			if p.tok != token.SEMICOLON {
				cond, _ = p.simple(nothing)
			}
			p.semicolon()
			if p.tok != token.LBRACE {
				s.Post, _ = p.simple(nothing)
			}
		})
	}
	s.Body = p.block("BlockStmt")
	p.semicolon()
	if !ranges {
		s.Cond = p.condition(cond, "boolean or range expression")
		return s
	}
	a := cond.(*ast.AssignStmt)
	x := a.Rhs[0].(*ast.UnaryExpr)
	r := &ast.RangeStmt{For: s.For, TokPos: a.TokPos, Tok: a.Tok, Range: x.OpPos, X: x.X, Body: s.Body}
	switch n := len(a.Lhs); n {
	case 2:
		r.Value = a.Lhs[1]
		fallthrough
	case 1:
		r.Key = a.Lhs[0]
	case 0:
	default:
		p.expected(a.Lhs[n-1].Pos(), "at most 2 expressions")
		return &ast.BadStmt{From: s.For, To: s.Body.End()}
	}
	return r
}
