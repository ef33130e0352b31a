package parser

import (
	"go/ast"
	"go/token"
)

// declaration reads a declaration; behind what is none it goes on at a token of kind to.
func (p *parser) declaration(to func(token.Token) bool) ast.Decl {
	if p.tracing {
		defer p.enter("Declaration")()
	}
	switch p.tok {
	case token.IMPORT:
		return p.genDecl(p.importSpec)
	case token.CONST, token.VAR:
		return p.genDecl(p.valueSpec)
	case token.TYPE:
		return p.genDecl(p.typeSpec)
	case token.FUNC:
		return p.funcDecl()
	}
	bad := p.badExpr("declaration", to)
	return &ast.BadDecl{From: bad.From, To: bad.To}
}

// genDecl reads one spec or several in parentheses behind the keyword that is next.
func (p *parser) genDecl(spec func(doc *ast.CommentGroup, keyword token.Token) ast.Spec) *ast.GenDecl {
	if p.tracing {
		defer p.enter("GenDecl(" + p.tok.String() + ")")()
	}
	d := &ast.GenDecl{Doc: p.before, TokPos: p.pos, Tok: p.tok}
	p.next()
	if p.tok != token.LPAREN {
		d.Specs = []ast.Spec{spec(nil, d.Tok)}
		return d
	}
	d.Lparen = p.pos
	p.next()
	for p.tok != token.RPAREN && p.tok != token.EOF {
		d.Specs = append(d.Specs, spec(p.before, d.Tok))
	}
	d.Rparen = p.expect(token.RPAREN)
	p.semicolon()
	return d
}

func (p *parser) importSpec(doc *ast.CommentGroup, _ token.Token) ast.Spec {
	if p.tracing {
		defer p.enter("ImportSpec")()
	}
	s := &ast.ImportSpec{Doc: doc}
	switch p.tok {
	case token.IDENT:
		s.Name = p.identifier()
	case token.PERIOD:
		s.Name = &ast.Ident{NamePos: p.pos, Name: "."}
		p.next()
	}
	s.Path = &ast.BasicLit{ValuePos: p.pos, ValueEnd: p.pos, Kind: token.STRING}
	switch {
	case p.tok == token.STRING:
		s.Path = p.literal()
	case p.tok.IsLiteral():
		p.error(p.pos, "import path must be a string")
		p.next()
	default:
		p.error(p.pos, "missing import path")
		p.skip(endsExpression)
	}
	s.Comment = p.semicolon()
	p.imports = append(p.imports, s)
	return s
}

func (p *parser) valueSpec(doc *ast.CommentGroup, keyword token.Token) ast.Spec {
	if p.tracing {
		defer p.enter(keyword.String() + "Spec")()
	}
	s := &ast.ValueSpec{Doc: doc, Names: p.identifierList()}
	if keyword == token.VAR {
		if p.tok != token.ASSIGN {
			s.Type = p.typ()
		}
	} else if p.tok != token.EOF && p.tok != token.SEMICOLON && p.tok != token.RPAREN {
		s.Type = p.anyType()
	}
	if p.got(token.ASSIGN) {
		s.Values = p.expressionList(true)
	}
	s.Comment = p.semicolon()
	return s
}

func (p *parser) typeSpec(doc *ast.CommentGroup, _ token.Token) ast.Spec {
	if p.tracing {
		defer p.enter("TypeSpec")()
	}
	s := &ast.TypeSpec{Doc: doc, Name: p.identifier()}
	if p.tok == token.LBRACK {
		p.genericOrArray(s)
	} else {
		p.definition(s)
	}
	s.Comment = p.semicolon()
	return s
}

// definition reads the type of a spec, behind = if it is an alias.
func (p *parser) definition(s *ast.TypeSpec) {
	if p.tok == token.ASSIGN {
		s.Assign = p.pos
		p.next()
	}
	s.Type = p.typ()
}

// genericOrArray reads what is behind the name of a type and begins with [: type parameters or an array type. Where both can be meant, as in
// [P *T], it is read as an expression first.
func (p *parser) genericOrArray(s *ast.TypeSpec) {
	lbrack := p.pos
	p.next()
	if p.tok != token.IDENT {
		s.Type = p.arrayType(lbrack, nil)
		return
	}
	var x ast.Expr = p.identifier()
	if p.tok != token.LBRACK {
		p.level++
		x = p.binary(p.primary(x), token.LowestPrec+1)
		p.level--
	}
	first := asParameter(x, p.tok == token.COMMA)
	if first.name == nil || first.typ == nil && p.tok == token.RBRACK {
		s.Type = p.arrayType(lbrack, x)
		return
	}
	if p.tracing {
		defer p.enter("parseGenericType")()
	}
	s.TypeParams = &ast.FieldList{Opening: lbrack, List: p.parameterList(first, token.RBRACK, false)}
	s.TypeParams.Closing = p.expect(token.RBRACK)
	p.definition(s)
}

// asParameter returns the type parameter that an expression is: P, P *T, P (T), or a union that begins so. The operand of * or the
// argument must be a type without doubt, unless it is known that no expression is meant. A name is nil if it is none.
func asParameter(x ast.Expr, sure bool) parameter {
	switch x := x.(type) {
	case *ast.Ident:
		return parameter{name: x}
	case *ast.BinaryExpr:
		switch x.Op {
		case token.MUL:
			if name, ok := x.X.(*ast.Ident); ok && (sure || isTypeElement(x.Y)) {
				return parameter{name, &ast.StarExpr{Star: x.OpPos, X: x.Y}}
			}
		case token.OR:
			if f := asParameter(x.X, sure || isTypeElement(x.Y)); f.name != nil && f.typ != nil {
				u := *x
				u.X = f.typ
				return parameter{f.name, &u}
			}
		}
	case *ast.CallExpr:
		if name, ok := x.Fun.(*ast.Ident); ok && len(x.Args) == 1 && !x.Ellipsis.IsValid() && (sure || isTypeElement(x.Args[0])) {
			return parameter{name, &ast.ParenExpr{Lparen: x.Lparen, X: x.Args[0], Rparen: x.Rparen}}
		}
	}
	return parameter{}
}

// isTypeElement says whether x cannot be but a constraint.
func isTypeElement(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.ArrayType, *ast.StructType, *ast.FuncType, *ast.InterfaceType, *ast.MapType, *ast.ChanType:
		return true
	case *ast.BinaryExpr:
		return isTypeElement(x.X) || isTypeElement(x.Y)
	case *ast.UnaryExpr:
		return x.Op == token.TILDE
	case *ast.ParenExpr:
		return isTypeElement(x.X)
	}
	return false
}

func (p *parser) funcDecl() *ast.FuncDecl {
	if p.tracing {
		defer p.enter("FunctionDecl")()
	}
	d := &ast.FuncDecl{Doc: p.before, Type: &ast.FuncType{}}
	d.Type.Func = p.expect(token.FUNC)
	if p.tok == token.LPAREN {
		d.Recv = p.parameters(false)
	}
	d.Name = p.identifier()
	if p.tok == token.LBRACK {
		d.Type.TypeParams = p.typeParameters()
	}
	p.signature(d.Type)
	if p.tok == token.SEMICOLON {
		p.next()
		if p.tok != token.LBRACE {
			return d
		}
		p.error(p.pos, "unexpected semicolon or newline before {")
	}
	if p.tok == token.LBRACE {
		d.Body = p.block("Body")
	}
	p.semicolon()
	return d
}
