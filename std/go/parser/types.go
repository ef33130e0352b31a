package parser

import (
	"go/ast"
	"go/token"
)

// typ reads a type, which must be there.
func (p *parser) typ() ast.Expr {
	if p.tracing {
		defer p.enter("Type")()
	}
	if t := p.anyType(); t != nil {
		return t
	}
	return p.badExpr("type", endsExpression)
}

// anyType reads a type; nil if none begins here.
func (p *parser) anyType() (t ast.Expr) {
	p.deeper()
	switch p.tok {
	case token.IDENT:
		t = p.typeName(nil)
		if p.tok == token.LBRACK {
			t = p.instance(t)
		}
	case token.LBRACK:
		t = p.arrayType(p.expect(token.LBRACK), nil)
	case token.STRUCT:
		t = p.structType()
	case token.MUL:
		t = p.pointerType()
	case token.FUNC:
		t = p.funcType()
	case token.INTERFACE:
		t = p.interfaceType()
	case token.MAP:
		t = p.mapType()
	case token.CHAN, token.ARROW:
		t = p.chanType()
	case token.LPAREN:
		x := &ast.ParenExpr{Lparen: p.pos}
		p.next()
		x.X = p.typ()
		x.Rparen = p.expect(token.RPAREN)
		t = x
	}
	p.depth--
	return t
}

// typeName reads a name, which package.name may be; id is its first part if that was read.
func (p *parser) typeName(id *ast.Ident) ast.Expr {
	if p.tracing {
		defer p.enter("TypeName")()
	}
	if id == nil {
		id = p.identifier()
	}
	if !p.got(token.PERIOD) {
		return id
	}
	return &ast.SelectorExpr{X: id, Sel: p.identifier()}
}

// embeddedName reads the name of an embedded type with its type arguments.
func (p *parser) embeddedName(id *ast.Ident) ast.Expr {
	if p.tracing {
		defer p.enter("QualifiedIdent")()
	}
	t := p.typeName(id)
	if p.tok == token.LBRACK {
		t = p.instance(t)
	}
	return t
}

// indexed returns x with its indices or type arguments.
func indexed(x ast.Expr, lbrack token.Pos, list []ast.Expr, rbrack token.Pos) ast.Expr {
	if len(list) == 1 {
		return &ast.IndexExpr{X: x, Lbrack: lbrack, Index: list[0], Rbrack: rbrack}
	}
	return &ast.IndexListExpr{X: x, Lbrack: lbrack, Indices: list, Rbrack: rbrack}
}

const typeArguments = "type argument list"

// moreTypes reads types up to a bracket.
func (p *parser) moreTypes(list []ast.Expr) []ast.Expr {
	p.level++
	p.listed(typeArguments, token.RBRACK, func() bool {
		list = append(list, p.typ())
		return true
	})
	p.level--
	return list
}

// instance reads the type arguments of t.
func (p *parser) instance(t ast.Expr) ast.Expr {
	if p.tracing {
		defer p.enter("TypeInstance")()
	}
	lbrack := p.expect(token.LBRACK)
	list := p.moreTypes(nil)
	rbrack := p.closing(token.RBRACK, typeArguments)
	if len(list) == 0 {
		p.expected(rbrack, typeArguments)
		list = []ast.Expr{&ast.BadExpr{From: lbrack + 1, To: rbrack}}
	}
	return indexed(t, lbrack, list, rbrack)
}

// arrayType reads what is behind [, and behind the length if that was read.
func (p *parser) arrayType(lbrack token.Pos, length ast.Expr) *ast.ArrayType {
	if p.tracing {
		defer p.enter("ArrayType")()
	}
	t := &ast.ArrayType{Lbrack: lbrack, Len: length}
	if length == nil {
		p.level++
		if p.tok == token.ELLIPSIS {
			t.Len = &ast.Ellipsis{Ellipsis: p.pos}
			p.next()
		} else if p.tok != token.RBRACK {
			t.Len = p.rightSide()
		}
		p.level--
	}
	if p.tok == token.COMMA {
		p.error(p.pos, "unexpected comma; expecting ]")
		p.next()
	}
	p.expect(token.RBRACK)
	t.Elt = p.typ()
	return t
}

// arrayOrInstance reads what is in brackets behind a name: the length of the array type that a field of that name has, or the type arguments
// of the type with that name, when it returns no name.
func (p *parser) arrayOrInstance(id *ast.Ident) (*ast.Ident, ast.Expr) {
	if p.tracing {
		defer p.enter("ArrayFieldOrTypeInstance")()
	}
	lbrack := p.expect(token.LBRACK)
	var list []ast.Expr
	var comma token.Pos // the one behind the list
	if p.tok != token.RBRACK {
		p.level++
		list = append(list, p.rightSide())
		for p.tok == token.COMMA {
			comma = p.pos
			p.next()
			if p.tok == token.RBRACK {
				break
			}
			comma = token.NoPos
			list = append(list, p.rightSide())
		}
		p.level--
	}
	rbrack := p.expect(token.RBRACK)
	switch len(list) {
	case 0:
		return id, &ast.ArrayType{Lbrack: lbrack, Elt: p.typ()}
	case 1:
		if elem := p.anyType(); elem != nil {
			if comma.IsValid() {
				p.error(comma, "unexpected comma; expecting ]")
			}
			return id, &ast.ArrayType{Lbrack: lbrack, Len: list[0], Elt: elem}
		}
	}
	return nil, indexed(id, lbrack, list, rbrack)
}

func (p *parser) structType() *ast.StructType {
	if p.tracing {
		defer p.enter("StructType")()
	}
	t := &ast.StructType{Struct: p.expect(token.STRUCT), Fields: &ast.FieldList{Opening: p.expect(token.LBRACE)}}
	for p.tok == token.IDENT || p.tok == token.MUL || p.tok == token.LPAREN {
		t.Fields.List = append(t.Fields.List, p.fieldDecl())
	}
	t.Fields.Closing = p.expect(token.RBRACE)
	return t
}

func (p *parser) fieldDecl() *ast.Field {
	if p.tracing {
		defer p.enter("FieldDecl")()
	}
	f := &ast.Field{Doc: p.before}
	if p.tok == token.IDENT {
		id := p.identifier()
		switch p.tok {
		case token.PERIOD:
			f.Type = p.embeddedName(id)
		case token.STRING, token.SEMICOLON, token.RBRACE:
			f.Type = id
		default:
			f.Names = []*ast.Ident{id}
			for p.got(token.COMMA) {
				f.Names = append(f.Names, p.identifier())
			}
			if len(f.Names) > 1 || p.tok != token.LBRACK {
				f.Type = p.typ()
			} else if id, f.Type = p.arrayOrInstance(id); id == nil {
				f.Names = nil
			}
		}
	} else {
		f.Type = p.embeddedField()
	}
	if p.tok == token.STRING {
		f.Tag = p.literal()
	}
	f.Comment = p.semicolon()
	return f
}

// embeddedField reads an embedded field that begins with * or, what is wrong, a parenthesis.
func (p *parser) embeddedField() (t ast.Expr) {
	parenthesis := func() bool {
		if p.tok != token.LPAREN {
			return false
		}
		p.error(p.pos, "cannot parenthesize embedded type")
		p.next()
		return true
	}
	outer := parenthesis()
	star := p.pos
	if p.got(token.MUL) {
		inner := !outer && parenthesis()
		t = &ast.StarExpr{Star: star, X: p.embeddedName(nil)}
		outer = outer || inner
	} else {
		t = p.embeddedName(nil)
	}
	if outer {
		p.got(token.RPAREN)
	}
	return t
}

func (p *parser) pointerType() *ast.StarExpr {
	if p.tracing {
		defer p.enter("PointerType")()
	}
	return &ast.StarExpr{Star: p.expect(token.MUL), X: p.typ()}
}

func (p *parser) variadic() *ast.Ellipsis {
	if p.tracing {
		defer p.enter("DotsType")()
	}
	return &ast.Ellipsis{Ellipsis: p.expect(token.ELLIPSIS), Elt: p.typ()}
}

func (p *parser) mapType() *ast.MapType {
	if p.tracing {
		defer p.enter("MapType")()
	}
	t := &ast.MapType{Map: p.expect(token.MAP)}
	p.expect(token.LBRACK)
	t.Key = p.typ()
	p.expect(token.RBRACK)
	t.Value = p.typ()
	return t
}

func (p *parser) chanType() *ast.ChanType {
	if p.tracing {
		defer p.enter("ChanType")()
	}
	t := &ast.ChanType{Begin: p.pos, Dir: ast.SEND | ast.RECV}
	if p.got(token.CHAN) {
		if arrow := p.pos; p.got(token.ARROW) {
			t.Arrow, t.Dir = arrow, ast.SEND
		}
	} else {
		t.Arrow, t.Dir = p.expect(token.ARROW), ast.RECV
		p.expect(token.CHAN)
	}
	t.Value = p.typ()
	return t
}

func (p *parser) funcType() *ast.FuncType {
	if p.tracing {
		defer p.enter("FuncType")()
	}
	t := &ast.FuncType{Func: p.expect(token.FUNC)}
	if p.tok == token.LBRACK {
		if list := p.typeParameters(); list != nil {
			p.error(list.Opening, "function type must have no type parameters")
		}
	}
	p.signature(t)
	return t
}

// signature reads parameters and results.
func (p *parser) signature(t *ast.FuncType) {
	t.Params = p.parameters(false)
	t.Results = p.parameters(true)
}

// parameters reads the parameters of a function, or its results, which may be none or a type.
func (p *parser) parameters(results bool) *ast.FieldList {
	if p.tracing {
		defer p.enter("Parameters")()
	}
	if !results || p.tok == token.LPAREN {
		list := &ast.FieldList{Opening: p.expect(token.LPAREN)}
		if p.tok != token.RPAREN {
			list.List = p.parameterList(parameter{}, token.RPAREN, !results)
		}
		list.Closing = p.expect(token.RPAREN)
		return list
	}
	if t := p.anyType(); t != nil {
		return &ast.FieldList{List: []*ast.Field{{Type: t}}}
	}
	return nil
}

func (p *parser) typeParameters() *ast.FieldList {
	if p.tracing {
		defer p.enter("TypeParameters")()
	}
	list := &ast.FieldList{Opening: p.expect(token.LBRACK)}
	if p.tok != token.RBRACK {
		list.List = p.parameterList(parameter{}, token.RBRACK, false)
	}
	list.Closing = p.expect(token.RBRACK)
	if len(list.List) == 0 {
		p.error(list.Closing, "empty type parameter list")
		return nil
	}
	return list
}

// parameter is an element of a parameter list. Of a name alone only the whole list says whether it is a type.
type parameter struct {
	name *ast.Ident
	typ  ast.Expr
}

// parameter reads an element; name is its first token if that was read. Of type parameters the types may be constraint elements.
func (p *parser) parameter(name *ast.Ident, constraints bool) (f parameter) {
	if p.tracing {
		defer p.enter("ParamDecl")()
	}
	if name == nil {
		switch p.tok {
		case token.IDENT:
			name = p.identifier()
		case token.TILDE:
			if constraints {
				return parameter{nil, p.union(nil)}
			}
			p.expected(p.pos, "')'")
			p.skip(endsExpression)
			return f
		case token.MUL, token.ARROW, token.FUNC, token.LBRACK, token.CHAN, token.MAP, token.STRUCT, token.INTERFACE, token.LPAREN:
			f.typ = p.typ()
		case token.ELLIPSIS:
			return parameter{nil, p.variadic()}
		default:
			p.expected(p.pos, "')'")
			p.skip(endsExpression)
		}
	}
	if name != nil {
		f.name = name
		switch p.tok {
		case token.IDENT, token.MUL, token.ARROW, token.FUNC, token.CHAN, token.MAP, token.STRUCT, token.INTERFACE, token.LPAREN:
			f.typ = p.typ()
		case token.LBRACK:
			f.name, f.typ = p.arrayOrInstance(name)
		case token.ELLIPSIS:
			f.typ = p.variadic()
			return f
		case token.PERIOD:
			f = parameter{nil, p.embeddedName(name)}
		case token.TILDE:
			if constraints {
				f.typ = p.union(nil)
				return f
			}
		case token.OR:
			if constraints {
				return parameter{nil, p.union(name)}
			}
		}
	}
	if constraints && p.tok == token.OR && f.typ != nil {
		f.typ = p.union(f.typ)
	}
	return f
}

// parameterList reads parameters, results or, if a bracket closes it, type parameters. first is what was read of it.
func (p *parser) parameterList(first parameter, closing token.Token, variadic bool) []*ast.Field {
	if p.tracing {
		defer p.enter("ParameterList")()
	}
	begin := p.pos
	if first.name != nil {
		begin = first.name.Pos()
	} else if first.typ != nil {
		begin = first.typ.Pos()
	}
	constraints := closing == token.RBRACK
	var list []parameter
	named, typed := 0, 0 // with a name and a type, with a type
	for first.name != nil || p.tok != closing && p.tok != token.EOF {
		f := first
		if f.typ == nil {
			f = p.parameter(first.name, constraints)
		} else if constraints {
			f.typ = p.union(f.typ)
		}
		first = parameter{}
		if f.typ != nil {
			typed++
			if f.name != nil {
				named++
			}
		}
		if f != (parameter{}) {
			list = append(list, f)
		}
		if !p.another("parameter list", closing) {
			break
		}
		p.next()
	}
	if len(list) == 0 {
		return nil
	}
	if named == 0 {
		for i, f := range list {
			if f.name != nil {
				list[i] = parameter{nil, f.name}
			}
		}
		if constraints {
			p.missing(begin, list, typed == 0, true)
		}
	} else if named < len(list) {
		if at := p.complete(list); at.IsValid() {
			p.missing(at, list, named == typed, constraints)
		}
	}
	p.checkVariadic(list, variadic)
	return fieldsOf(list, named > 0)
}

// complete gives each parameter the type of the next one that has any, and types without a name the name _. It returns where the first one
// stands that had to get what it cannot.
func (p *parser) complete(list []parameter) (at token.Pos) {
	var t ast.Expr
	for i := len(list) - 1; i >= 0; i-- {
		switch f := &list[i]; {
		case f.typ == nil && t != nil:
			f.typ = t
		case f.typ == nil:
			at = f.name.Pos()
			f.typ = &ast.BadExpr{From: at, To: p.pos}
		default:
			t = f.typ
			if f.name == nil {
				at = t.Pos()
				f.name = &ast.Ident{NamePos: at, Name: "_"}
			}
		}
	}
	return at
}

// missing reports that names or types of parameters are missing, names at `at`.
func (p *parser) missing(at token.Pos, list []parameter, types, constraints bool) {
	what := "missing parameter name"
	switch {
	case types && constraints:
		at, what = p.pos, "missing type constraint"
	case types:
		at, what = p.pos, "missing parameter type"
	case constraints:
		what = "missing type parameter name"
		if len(list) == 1 {
			what += " or invalid array length"
		}
	}
	p.error(at, what)
}

// checkVariadic reports the first ... that is out of place, and takes all of them out.
func (p *parser) checkVariadic(list []parameter, last bool) {
	reported := false
	for i := range list {
		dots, ok := list[i].typ.(*ast.Ellipsis)
		if !ok || last && i == len(list)-1 {
			continue
		}
		if msg := "invalid use of ..."; !reported {
			if last {
				msg = "can only use ... with final parameter"
			}
			p.error(dots.Ellipsis, msg)
			reported = true
		}
		list[i].typ = &ast.BadExpr{From: dots.Pos(), To: dots.End()}
	}
}

// fieldsOf puts names that share a type into one field.
func fieldsOf(list []parameter, named bool) (fields []*ast.Field) {
	for i, f := range list {
		switch {
		case !named:
			fields = append(fields, &ast.Field{Type: f.typ})
		case i > 0 && f.typ == list[i-1].typ:
			last := fields[len(fields)-1]
			last.Names = append(last.Names, f.name)
		default:
			fields = append(fields, &ast.Field{Names: []*ast.Ident{f.name}, Type: f.typ})
		}
	}
	return fields
}

func (p *parser) interfaceType() *ast.InterfaceType {
	if p.tracing {
		defer p.enter("InterfaceType")()
	}
	t := &ast.InterfaceType{Interface: p.expect(token.INTERFACE), Methods: &ast.FieldList{Opening: p.expect(token.LBRACE)}}
	for {
		f := &ast.Field{}
		switch p.tok {
		case token.IDENT:
			f = p.methodOrName()
			if f.Names == nil {
				f.Type = p.union(f.Type)
			}
		case token.TILDE:
			f.Type = p.union(nil)
		default:
			if f.Type = p.anyType(); f.Type == nil {
				t.Methods.Closing = p.expect(token.RBRACE)
				return t
			}
			f.Type = p.union(f.Type)
		}
		f.Comment = p.semicolon()
		t.Methods.List = append(t.Methods.List, f)
	}
}

// methodOrName reads a method of an interface, or the name of an embedded type.
func (p *parser) methodOrName() *ast.Field {
	if p.tracing {
		defer p.enter("MethodSpec")()
	}
	f := &ast.Field{Doc: p.before}
	f.Type = p.typeName(nil)
	name, ok := f.Type.(*ast.Ident)
	method := &ast.FuncType{}
	switch {
	case !ok:
		if p.tok == token.LBRACK {
			f.Type = p.instance(f.Type)
		}
	case p.tok == token.LPAREN:
		p.signature(method)
		f.Names, f.Type = []*ast.Ident{name}, method
	case p.tok == token.LBRACK:
		lbrack := p.pos
		p.next()
		p.level++
		x := p.expression()
		p.level--
		if id, ok := x.(*ast.Ident); ok && p.tok != token.COMMA && p.tok != token.RBRACK {
			p.parameterList(parameter{name: id}, token.RBRACK, false)
			p.expect(token.RBRACK)
			p.error(lbrack, "interface method must have no type parameters")
			p.signature(method)
			f.Names, f.Type = []*ast.Ident{name}, method
			break
		}
		list := []ast.Expr{x}
		if p.another(typeArguments, token.RBRACK) {
			p.level++
			p.next()
			list = p.moreTypes(list)
			p.level--
		}
		f.Type = indexed(name, lbrack, list, p.closing(token.RBRACK, typeArguments))
	}
	return f
}

// union reads the terms of a constraint; x is the first one if that was read.
func (p *parser) union(x ast.Expr) ast.Expr {
	if p.tracing {
		defer p.enter("EmbeddedElem")()
	}
	if x == nil {
		x = p.term()
	}
	for p.tok == token.OR {
		u := &ast.BinaryExpr{X: x, OpPos: p.pos, Op: token.OR}
		p.next()
		u.Y = p.term()
		x = u
	}
	return x
}

func (p *parser) term() ast.Expr {
	if p.tracing {
		defer p.enter("EmbeddedTerm")()
	}
	if p.tok == token.TILDE {
		t := &ast.UnaryExpr{OpPos: p.pos, Op: token.TILDE}
		p.next()
		t.X = p.typ()
		return t
	}
	if t := p.anyType(); t != nil {
		return t
	}
	return p.badExpr("~ term or type", endsExpression)
}
