package parser

import (
	"go/ast"
	"go/token"
)

func (p *parser) expression() ast.Expr {
	if p.tracing {
		defer p.enter("Expression")()
	}
	return p.binary(nil, token.LowestPrec+1)
}

// rightSide reads an expression where = can only be meant as ==.
func (p *parser) rightSide() ast.Expr {
	outer := p.inRight
	p.inRight = true
	x := p.expression()
	p.inRight = outer
	return x
}

// expressionList reads expressions, of the right side of an assignment or others.
func (p *parser) expressionList(right bool) []ast.Expr {
	outer := p.inRight
	p.inRight = right
	list := p.expressions()
	p.inRight = outer
	return list
}

func (p *parser) expressions() []ast.Expr {
	if p.tracing {
		defer p.enter("ExpressionList")()
	}
	list := []ast.Expr{p.expression()}
	for p.got(token.COMMA) {
		list = append(list, p.expression())
	}
	return list
}

// binary reads operands with operators of at least a precedence; x is the first operand if that was read.
func (p *parser) binary(x ast.Expr, least int) ast.Expr {
	if p.tracing {
		defer p.enter("BinaryExpr")()
	}
	if x == nil {
		x = p.unary()
	}
	depth := p.depth
	for {
		p.deeper()
		op := p.tok
		if op == token.ASSIGN && p.inRight {
			op = token.EQL
		}
		precedence := op.Precedence()
		if precedence < least {
			p.depth = depth
			return x
		}
		b := &ast.BinaryExpr{X: x, OpPos: p.expect(op), Op: op}
		b.Y = p.binary(nil, precedence+1)
		x = b
	}
}

func (p *parser) unary() (x ast.Expr) {
	p.deeper()
	if p.tracing {
		defer p.enter("UnaryExpr")()
	}
	pos, op := p.pos, p.tok
	switch op {
	case token.ADD, token.SUB, token.NOT, token.XOR, token.AND, token.TILDE:
		p.next()
		x = &ast.UnaryExpr{OpPos: pos, Op: op, X: p.unary()}
	case token.MUL:
		p.next()
		x = &ast.StarExpr{Star: pos, X: p.unary()}
	case token.ARROW:
		p.next()
		x = p.unary()
		if t, ok := x.(*ast.ChanType); ok {
			p.receiveOnly(t, pos)
		} else {
			x = &ast.UnaryExpr{OpPos: pos, Op: op, X: x}
		}
	default:
		x = p.primary(nil)
	}
	p.depth--
	return x
}

// receiveOnly gives a channel type the arrow in front of it; each arrow that a type had belongs to the type of its elements then:
// <-chan<- T is <-chan (<-T), where T must be a channel type.
func (p *parser) receiveOnly(t *ast.ChanType, arrow token.Pos) {
	for {
		if t.Dir == ast.RECV {
			p.expected(t.Arrow, "'chan'")
		}
		dir, own := t.Dir, t.Arrow
		t.Begin, t.Arrow, t.Dir = arrow, arrow, ast.RECV
		arrow = own
		if dir != ast.SEND {
			return
		}
		elem, ok := t.Value.(*ast.ChanType)
		if !ok {
			p.expected(arrow, "channel type")
			return
		}
		t = elem
	}
}

func (p *parser) operand() ast.Expr {
	if p.tracing {
		defer p.enter("Operand")()
	}
	switch p.tok {
	case token.IDENT:
		return p.identifier()
	case token.INT, token.FLOAT, token.IMAG, token.CHAR, token.STRING:
		return p.literal()
	case token.LPAREN:
		x := &ast.ParenExpr{Lparen: p.pos}
		p.next()
		p.level++
		x.X = p.rightSide()
		p.level--
		x.Rparen = p.expect(token.RPAREN)
		return x
	case token.FUNC:
		return p.funcTypeOrLit()
	}
	if t := p.anyType(); t != nil {
		return t
	}
	return p.badExpr("operand", beginsStatement)
}

func (p *parser) funcTypeOrLit() ast.Expr {
	if p.tracing {
		defer p.enter("FuncTypeOrLit")()
	}
	t := p.funcType()
	if p.tok != token.LBRACE {
		return t
	}
	p.level++
	body := p.block("Body")
	p.level--
	return &ast.FuncLit{Type: t, Body: body}
}

// primary reads an operand, unless x is it, and what is applied to it.
func (p *parser) primary(x ast.Expr) ast.Expr {
	if p.tracing {
		defer p.enter("PrimaryExpr")()
	}
	if x == nil {
		x = p.operand()
	}
	depth := p.depth
	for {
		p.deeper()
		switch p.tok {
		case token.PERIOD:
			p.next()
			x = p.selectorOrAssertion(x)
		case token.LBRACK:
			x = p.indexOrSlice(x)
		case token.LPAREN:
			x = p.call(x)
		case token.LBRACE:
			t := ast.Unparen(x)
			if !p.canBeLiteral(t) {
				p.depth = depth
				return x
			}
			if t != x {
				p.error(t.Pos(), "cannot parenthesize type in composite literal")
			}
			x = p.literalValue(x)
		default:
			p.depth = depth
			return x
		}
	}
}

// canBeLiteral says whether t is the type of a composite literal if a brace is next; behind a name in a header it is not.
func (p *parser) canBeLiteral(t ast.Expr) bool {
	switch t.(type) {
	case *ast.BadExpr, *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr, *ast.IndexListExpr:
		return p.level >= 0
	case *ast.ArrayType, *ast.StructType, *ast.MapType:
		return true
	}
	return false
}

// selectorOrAssertion reads what is behind the period behind x.
func (p *parser) selectorOrAssertion(x ast.Expr) ast.Expr {
	switch p.tok {
	case token.IDENT:
		if p.tracing {
			defer p.enter("Selector")()
		}
		return &ast.SelectorExpr{X: x, Sel: p.identifier()}
	case token.LPAREN:
		if p.tracing {
			defer p.enter("TypeAssertion")()
		}
		a := &ast.TypeAssertExpr{X: x, Lparen: p.expect(token.LPAREN)}
		if !p.got(token.TYPE) {
			a.Type = p.typ()
		}
		a.Rparen = p.expect(token.RPAREN)
		return a
	}
	pos := p.pos
	p.expected(pos, "selector or type assertion")
	if p.tok != token.RBRACE {
		p.next()
	}
	return &ast.SelectorExpr{X: x, Sel: &ast.Ident{NamePos: pos, Name: "_"}}
}

// indexOrSlice reads an index, the indices of a slice expression, or type arguments.
func (p *parser) indexOrSlice(x ast.Expr) ast.Expr {
	if p.tracing {
		defer p.enter("parseIndexOrSliceOrInstance")()
	}
	lbrack := p.expect(token.LBRACK)
	if p.tok == token.RBRACK {
		p.expected(p.pos, "operand")
		rbrack := p.pos
		p.next()
		return &ast.IndexExpr{X: x, Lbrack: lbrack, Index: &ast.BadExpr{From: rbrack, To: rbrack}, Rbrack: rbrack}
	}
	p.level++
	var parts [3]ast.Expr // of a slice expression
	var colons []token.Pos
	var list []ast.Expr
	if p.tok != token.COLON {
		parts[0] = p.rightSide()
	}
	list = append(list, parts[0])
	switch p.tok {
	case token.COLON:
		for p.tok == token.COLON && len(colons) < 2 {
			colons = append(colons, p.pos)
			p.next()
			if p.tok != token.COLON && p.tok != token.RBRACK && p.tok != token.EOF {
				parts[len(colons)] = p.rightSide()
			}
		}
	case token.COMMA:
		for p.got(token.COMMA) {
			if p.tok != token.RBRACK && p.tok != token.EOF {
				list = append(list, p.typ())
			}
		}
	}
	p.level--
	rbrack := p.expect(token.RBRACK)
	if len(colons) == 0 {
		return indexed(x, lbrack, list, rbrack)
	}
	s := &ast.SliceExpr{X: x, Lbrack: lbrack, Low: parts[0], High: parts[1], Max: parts[2], Slice3: len(colons) == 2, Rbrack: rbrack}
	if s.Slice3 && s.High == nil {
		p.error(colons[0], "middle index required in 3-index slice")
		s.High = &ast.BadExpr{From: colons[0] + 1, To: colons[1]}
	}
	if s.Slice3 && s.Max == nil {
		p.error(colons[1], "final index required in 3-index slice")
		s.Max = &ast.BadExpr{From: colons[1] + 1, To: rbrack}
	}
	return s
}

// call reads the arguments of a call or conversion.
func (p *parser) call(fun ast.Expr) *ast.CallExpr {
	if p.tracing {
		defer p.enter("CallOrConversion")()
	}
	c := &ast.CallExpr{Fun: fun, Lparen: p.expect(token.LPAREN)}
	p.level++
	p.listed("argument list", token.RPAREN, func() bool {
		c.Args = append(c.Args, p.rightSide())
		if p.tok == token.ELLIPSIS {
			c.Ellipsis = p.pos
			p.next()
		}
		return !c.Ellipsis.IsValid()
	})
	p.level--
	c.Rparen = p.closing(token.RPAREN, "argument list")
	return c
}

// literalValue reads the elements of a composite literal of type t, which is nil in another literal.
func (p *parser) literalValue(t ast.Expr) ast.Expr {
	p.deeper()
	if p.tracing {
		defer p.enter("LiteralValue")()
	}
	x := &ast.CompositeLit{Type: t, Lbrace: p.expect(token.LBRACE)}
	p.level++
	if p.tok != token.RBRACE {
		x.Elts = p.elementList()
	}
	p.level--
	x.Rbrace = p.closing(token.RBRACE, "composite literal")
	p.depth--
	return x
}

func (p *parser) elementList() (list []ast.Expr) {
	if p.tracing {
		defer p.enter("ElementList")()
	}
	p.listed("composite literal", token.RBRACE, func() bool {
		list = append(list, p.element())
		return true
	})
	return list
}

func (p *parser) element() ast.Expr {
	if p.tracing {
		defer p.enter("Element")()
	}
	x := p.elementValue()
	if p.tok != token.COLON {
		return x
	}
	kv := &ast.KeyValueExpr{Key: x, Colon: p.pos}
	p.next()
	kv.Value = p.elementValue()
	return kv
}

func (p *parser) elementValue() ast.Expr {
	if p.tracing {
		defer p.enter("Element")()
	}
	if p.tok == token.LBRACE {
		return p.literalValue(nil)
	}
	return p.expression()
}
