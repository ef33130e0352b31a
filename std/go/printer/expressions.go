package printer

import (
	"go/ast"
	"go/token"
)

// The depth of an expression is how deep it is nested in binary expressions and lists; deep ones have fewer blanks.

func (p *printer) expr(x ast.Expr) { p.exprOf(x, token.LowestPrec, 1) }

func (p *printer) exprIn(x ast.Expr, depth int) { p.exprOf(x, token.LowestPrec, depth) }

// lessDeep is the depth in parentheses.
func lessDeep(depth int) int { return max(depth-1, 1) }

// exprOf prints an operand of an operator with that precedence, in parentheses if it has to be.
func (p *printer) exprOf(x ast.Expr, precedence, depth int) {
	p.at(x.Pos())
	switch x := x.(type) {
	case *ast.BadExpr:
		p.words("BadExpr")
	case *ast.Ident:
		p.ident(x)
	case *ast.BinaryExpr:
		p.binary(x, precedence, cutoff(x, max(depth, 1)), max(depth, 1))
	case *ast.KeyValueExpr:
		p.expr(x.Key)
		p.opAt(x.Colon, token.COLON)
		p.space(blank)
		p.expr(x.Value)
	case *ast.StarExpr:
		parens := token.UnaryPrec < precedence
		if parens {
			p.op(token.LPAREN)
		}
		p.op(token.MUL)
		p.expr(x.X)
		if parens {
			p.op(token.RPAREN)
		}
	case *ast.UnaryExpr:
		if token.UnaryPrec < precedence {
			p.op(token.LPAREN)
			p.expr(x)
			p.op(token.RPAREN)
			return
		}
		p.op(x.Op)
		if x.Op == token.RANGE {
			p.space(blank)
		}
		p.exprOf(x.X, token.UnaryPrec, depth)
	case *ast.BasicLit:
		if p.Mode&normalizeNumbers != 0 && (x.Kind == token.INT || x.Kind == token.FLOAT || x.Kind == token.IMAG) {
			x = &ast.BasicLit{ValuePos: x.ValuePos, Kind: x.Kind, Value: normalizedNumber(x.Value)}
		}
		p.literal(x)
	case *ast.FuncLit:
		p.opAt(x.Type.Pos(), token.FUNC)
		start := p.out.Column - len("func")
		p.signature(x.Type)
		p.funcBody(p.distance(x.Type.Pos(), start), blank, x.Body)
	case *ast.ParenExpr:
		if _, ok := x.X.(*ast.ParenExpr); ok {
			p.exprIn(x.X, depth)
			return
		}
		p.op(token.LPAREN)
		p.exprIn(x.X, lessDeep(depth))
		p.opAt(x.Rparen, token.RPAREN)
	case *ast.SelectorExpr:
		p.selector(x, depth, false)
	case *ast.TypeAssertExpr:
		p.exprOf(x.X, token.HighestPrec, depth)
		p.op(token.PERIOD)
		p.opAt(x.Lparen, token.LPAREN)
		if x.Type != nil {
			p.expr(x.Type)
		} else {
			p.op(token.TYPE)
		}
		p.opAt(x.Rparen, token.RPAREN)
	case *ast.IndexExpr:
		p.exprOf(x.X, token.HighestPrec, 1)
		p.opAt(x.Lbrack, token.LBRACK)
		p.exprIn(x.Index, depth+1)
		p.opAt(x.Rbrack, token.RBRACK)
	case *ast.IndexListExpr:
		p.exprOf(x.X, token.HighestPrec, 1)
		p.opAt(x.Lbrack, token.LBRACK)
		p.exprList(x.Lbrack, x.Indices, depth+1, finalComma, x.Rbrack, false)
		p.opAt(x.Rbrack, token.RBRACK)
	case *ast.SliceExpr:
		p.slice(x, depth)
	case *ast.CallExpr:
		p.call(x, depth)
	case *ast.CompositeLit:
		p.compositeLit(x, depth)
	case *ast.Ellipsis:
		p.op(token.ELLIPSIS)
		if x.Elt != nil {
			p.expr(x.Elt)
		}
	default:
		p.typeExpr(x)
	}
}

// typeExpr prints expressions that are types only.
func (p *printer) typeExpr(x ast.Expr) {
	switch x := x.(type) {
	case *ast.ArrayType:
		p.op(token.LBRACK)
		if x.Len != nil {
			p.expr(x.Len)
		}
		p.op(token.RBRACK)
		p.expr(x.Elt)
	case *ast.StructType:
		p.op(token.STRUCT)
		p.fields(x.Fields, true, x.Incomplete)
	case *ast.FuncType:
		p.op(token.FUNC)
		p.signature(x)
	case *ast.InterfaceType:
		p.op(token.INTERFACE)
		p.fields(x.Methods, false, x.Incomplete)
	case *ast.MapType:
		p.op(token.MAP, token.LBRACK)
		p.expr(x.Key)
		p.op(token.RBRACK)
		p.expr(x.Value)
	case *ast.ChanType:
		switch x.Dir {
		case ast.SEND | ast.RECV:
			p.op(token.CHAN)
		case ast.RECV:
			p.op(token.ARROW, token.CHAN)
		case ast.SEND:
			p.op(token.CHAN)
			p.opAt(x.Arrow, token.ARROW)
		}
		p.space(blank)
		p.expr(x.Value)
	default:
		panic("unreachable")
	}
}

// binary prints a binary expression: with blanks around operators whose precedence is below limit.
func (p *printer) binary(x *ast.BinaryExpr, outer, limit, depth int) {
	precedence := x.Op.Precedence()
	if precedence < outer {
		p.op(token.LPAREN)
		p.exprIn(x, lessDeep(depth))
		p.op(token.RPAREN)
		return
	}
	blanks := precedence < limit
	leftDepth := depth
	if left, ok := x.X.(*ast.BinaryExpr); !ok || left.Op.Precedence() != precedence {
		leftDepth++
	}
	p.exprOf(x.X, precedence, leftDepth)
	if blanks {
		p.space(blank)
	}
	line, rightLine := p.pos.Line, p.lineOf(x.Y.Pos())
	p.opAt(x.OpPos, x.Op)
	indented := false
	if line != rightLine && line > 0 && rightLine > 0 {
		indented = p.newlines(rightLine, 1, indent, true) > 0
	}
	if blanks && !indented {
		p.space(blank)
	}
	p.exprOf(x.Y, precedence+1, depth+1)
	if indented {
		p.space(unindent)
	}
}

// operators is what a binary expression has of operators, without those in parentheses.
type operators struct {
	sums, products bool
	blanksBelow    int // the precedence from which on blanks are needed: operators that would join without them
}

func (o *operators) collect(x *ast.BinaryExpr) {
	switch x.Op.Precedence() {
	case token.ADD.Precedence():
		o.sums = true
	case token.MUL.Precedence():
		o.products = true
	}
	if left, ok := x.X.(*ast.BinaryExpr); ok && left.Op.Precedence() >= x.Op.Precedence() {
		o.collect(left)
	}
	switch right := x.Y.(type) {
	case *ast.BinaryExpr:
		if right.Op.Precedence() > x.Op.Precedence() {
			o.collect(right)
		}
	case *ast.StarExpr:
		if x.Op == token.QUO {
			o.blanksBelow = 5
		}
	case *ast.UnaryExpr:
		switch x.Op.String() + right.Op.String() {
		case "/*", "&&", "&^":
			o.blanksBelow = 5
		case "++", "--":
			o.blanksBelow = max(o.blanksBelow, 4)
		}
	}
}

// cutoff returns the precedence from which on operators have no blanks around them.
func cutoff(x *ast.BinaryExpr, depth int) int {
	var o operators
	o.collect(x)
	switch {
	case o.blanksBelow > 0:
		return o.blanksBelow + 1
	case depth > 1:
		return 4
	case o.sums && o.products:
		return 5
	}
	return 6
}

// selector prints a selector, on a line of its own if the source has it there. It leaves the line indented and returns true if it
// is what is called.
func (p *printer) selector(x *ast.SelectorExpr, depth int, called bool) bool {
	p.exprOf(x.X, token.HighestPrec, depth)
	p.op(token.PERIOD)
	if p.pos.IsValid() && p.pos.Line < p.lineOf(x.Sel.Pos()) {
		p.space(indent, newline)
		p.at(x.Sel.Pos())
		p.ident(x.Sel)
		if !called {
			p.space(unindent)
		}
		return true
	}
	p.at(x.Sel.Pos())
	p.ident(x.Sel)
	return false
}

func (p *printer) slice(x *ast.SliceExpr, depth int) {
	p.exprOf(x.X, token.HighestPrec, 1)
	p.opAt(x.Lbrack, token.LBRACK)
	indices := []ast.Expr{x.Low, x.High}
	if x.Max != nil {
		indices = append(indices, x.Max)
	}
	count, binary := 0, false
	for _, index := range indices {
		if index != nil {
			count++
			_, ok := index.(*ast.BinaryExpr)
			binary = binary || ok
		}
	}
	blanks := depth <= 1 && count > 1 && binary
	for i, index := range indices {
		if i > 0 {
			if indices[i-1] != nil && blanks {
				p.space(blank)
			}
			p.op(token.COLON)
			if index != nil && blanks {
				p.space(blank)
			}
		}
		if index != nil {
			p.exprIn(index, depth+1)
		}
	}
	p.opAt(x.Rbrack, token.RBRACK)
}

func (p *printer) call(x *ast.CallExpr, depth int) {
	if len(x.Args) > 1 {
		depth++
	}
	parens := false
	switch f := x.Fun.(type) {
	case *ast.FuncType:
		parens = true
	case *ast.ChanType:
		parens = f.Dir == ast.RECV
	}
	if parens {
		p.op(token.LPAREN)
	}
	indented := false
	if selector, ok := x.Fun.(*ast.SelectorExpr); ok {
		indented = p.selector(selector, depth, true)
	} else {
		p.exprOf(x.Fun, token.HighestPrec, depth)
	}
	if parens {
		p.op(token.RPAREN)
	}
	p.opAt(x.Lparen, token.LPAREN)
	if x.Ellipsis.IsValid() {
		p.exprList(x.Lparen, x.Args, depth, 0, x.Ellipsis, false)
		p.opAt(x.Ellipsis, token.ELLIPSIS)
		if x.Rparen.IsValid() && p.lineOf(x.Ellipsis) < p.lineOf(x.Rparen) {
			p.op(token.COMMA)
			p.space(formfeed)
		}
	} else {
		p.exprList(x.Lparen, x.Args, depth, finalComma, x.Rparen, false)
	}
	p.opAt(x.Rparen, token.RPAREN)
	if indented {
		p.space(unindent)
	}
}

func (p *printer) compositeLit(x *ast.CompositeLit, depth int) {
	if x.Type != nil {
		p.exprOf(x.Type, token.HighestPrec, depth)
	}
	p.literals++
	p.opAt(x.Lbrace, token.LBRACE)
	p.exprList(x.Lbrace, x.Elts, 1, finalComma, x.Rbrace, x.Incomplete)
	// A newline behind a comment could need a comma. Comments alone are indented.
	p.space(indent, unindent)
	p.keepTogether, p.noBlank = !p.keepTogether, p.noBlank != (len(x.Elts) > 0)
	p.opAt(x.Rbrace, token.RBRACE)
	p.keepTogether, p.noBlank = !p.keepTogether, p.noBlank != (len(x.Elts) > 0)
	p.literals--
}

// withoutParens returns what is in parentheses.
func withoutParens(x ast.Expr) ast.Expr {
	for {
		parens, ok := x.(*ast.ParenExpr)
		if !ok {
			return x
		}
		x = parens.X
	}
}

// withoutNeedlessParens returns the expression of a statement's header, without parentheses that a composite literal does not need.
func withoutNeedlessParens(x ast.Expr) ast.Expr {
	parens, ok := x.(*ast.ParenExpr)
	if !ok {
		return x
	}
	needed := false
	ast.Inspect(parens.X, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ParenExpr:
			return false
		case *ast.CompositeLit:
			needed = needed || isTypeName(n.Type)
			return false
		}
		return true
	})
	if needed {
		return x
	}
	return withoutNeedlessParens(parens.X)
}

func isTypeName(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return isTypeName(x.X)
	}
	return false
}
