package parser

import (
	"fmt"
	"go/ast"
	"go/token"
)

// mostScopes is how deep scopes may be nested.
const mostScopes = 1000

// resolver finds what the names of a file mean, as far as that can be told without types and other files.
type resolver struct {
	file   *token.File
	report func(token.Pos, string) // nil if clashes are not reported

	pkg, scope *ast.Scope
	depth      int
	open       []*ast.Ident // names that no scope around them has

	labels *ast.Scope     // of the function
	jumps  [][]*ast.Ident // the labels that the functions around jump to
}

// undecided marks names that the package may have.
var undecided = &ast.Object{}

func (r *resolver) resolveFile(f *ast.File) {
	r.pkg = ast.NewScope(nil)
	r.scope, r.depth = r.pkg, 1
	for _, d := range f.Decls {
		ast.Walk(r, d)
	}
	f.Scope = r.pkg
	f.Unresolved = r.open[:0]
	for _, id := range r.open {
		if id.Obj = r.pkg.Lookup(id.Name); id.Obj == nil {
			f.Unresolved = append(f.Unresolved, id)
		}
	}
}

// in runs f with a scope that begins at pos.
func (r *resolver) in(pos token.Pos, f func()) {
	r.begin(pos)
	f()
	r.end()
}

func (r *resolver) begin(pos token.Pos) {
	r.depth++
	if r.depth > mostScopes {
		panic(givenUp{pos, "exceeded max scope depth during object resolution"})
	}
	r.scope = ast.NewScope(r.scope)
}

func (r *resolver) end() {
	r.depth--
	r.scope = r.scope.Outer
}

// declare puts names into a scope. A type parameter of a receiver, of which decl is the identifier, has no object outside.
func (r *resolver) declare(decl, data any, scope *ast.Scope, kind ast.ObjKind, names ...*ast.Ident) {
	for _, id := range names {
		obj := &ast.Object{Kind: kind, Name: id.Name, Decl: decl, Data: data}
		if _, ok := decl.(*ast.Ident); !ok {
			id.Obj = obj
		}
		if id.Name == "_" {
			continue
		}
		if other := scope.Insert(obj); other != nil && r.report != nil {
			previous := ""
			if pos := other.Pos(); pos.IsValid() {
				previous = fmt.Sprintf("\n\tprevious declaration at %v", r.file.Position(pos))
			}
			r.report(id.Pos(), id.Name+" redeclared in this block"+previous)
		}
	}
}

// define declares the new names of a short variable declaration.
func (r *resolver) define(decl *ast.AssignStmt) {
	some := false
	for _, x := range decl.Lhs {
		id, ok := x.(*ast.Ident)
		if !ok {
			continue
		}
		id.Obj = &ast.Object{Kind: ast.Var, Name: id.Name, Decl: decl}
		if id.Name == "_" {
			continue
		}
		if other := r.scope.Insert(id.Obj); other != nil {
			id.Obj = other
		} else {
			some = true
		}
	}
	if !some && r.report != nil {
		r.report(decl.Lhs[0].Pos(), "no new variables on left side of :=")
	}
}

// use finds what a name means. What no scope has the package may have, unless it is the key of a composite literal, which may be a field.
func (r *resolver) use(id *ast.Ident, key bool) {
	if id.Name == "_" {
		return
	}
	for s := r.scope; s != nil; s = s.Outer {
		if obj := s.Lookup(id.Name); obj != nil {
			if _, ok := obj.Decl.(*ast.Ident); !ok {
				id.Obj = obj
			}
			return
		}
	}
	if !key {
		id.Obj = undecided
		r.open = append(r.open, id)
	}
}

func walkAll[N ast.Node](r *resolver, list []N) {
	for _, n := range list {
		ast.Walk(r, n)
	}
}

// walk walks nodes that may be missing.
func walk[N interface {
	comparable
	ast.Node
}](r *resolver, nodes ...N) {
	var none N
	for _, n := range nodes {
		if n != none {
			ast.Walk(r, n)
		}
	}
}

// types walks the types of fields.
func (r *resolver) types(lists ...*ast.FieldList) {
	for _, list := range lists {
		if list != nil {
			for _, f := range list.List {
				walk(r, f.Type)
			}
		}
	}
}

// names declares the names of fields.
func (r *resolver) names(kind ast.ObjKind, lists ...*ast.FieldList) {
	for _, list := range lists {
		if list != nil {
			for _, f := range list.List {
				r.declare(f, nil, r.scope, kind, f.Names...)
			}
		}
	}
}

func (r *resolver) signature(t *ast.FuncType) {
	r.types(t.Params, t.Results)
	r.names(ast.Var, t.Params, t.Results)
}

func (r *resolver) typeParameters(list *ast.FieldList) {
	r.names(ast.Typ, list)
	r.types(list)
}

// body walks the body of a function, in the scope of its parameters, and finds its labels.
func (r *resolver) body(b *ast.BlockStmt) {
	if b == nil {
		return
	}
	r.labels = ast.NewScope(r.labels)
	r.jumps = append(r.jumps, nil)
	walkAll(r, b.List)
	last := len(r.jumps) - 1
	for _, id := range r.jumps[last] {
		if id.Obj = r.labels.Lookup(id.Name); id.Obj == nil && r.report != nil {
			r.report(id.Pos(), "label "+id.Name+" undefined")
		}
	}
	r.jumps = r.jumps[:last]
	r.labels = r.labels.Outer
}

// receiver walks a receiver: its type, whose arguments declare type parameters.
func (r *resolver) receiver(list *ast.FieldList) {
	if list == nil || len(list.List) == 0 {
		return
	}
	t := list.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	var arguments, others []ast.Expr
	switch x := t.(type) {
	case *ast.IndexExpr:
		t, arguments = x.X, []ast.Expr{x.Index}
	case *ast.IndexListExpr:
		t, arguments = x.X, x.Indices
	}
	for _, x := range arguments {
		if id, ok := x.(*ast.Ident); ok {
			r.declare(id, nil, r.scope, ast.Typ, id)
		} else {
			others = append(others, x)
		}
	}
	walk(r, t)
	walk(r, others...)
	for _, f := range list.List[1:] {
		walk(r, f.Type)
	}
}

// Visit walks a node in its scopes; it returns nil if it walked the children.
func (r *resolver) Visit(node ast.Node) ast.Visitor {
	switch n := node.(type) {
	case *ast.Ident:
		r.use(n, false)
	case *ast.SelectorExpr:
		ast.Walk(r, n.X) // what the name selects depends on the type
	case *ast.FuncLit:
		r.in(n.Pos(), func() {
			r.signature(n.Type)
			r.body(n.Body)
		})
	case *ast.CompositeLit:
		r.compositeLit(n)
	case *ast.StructType:
		r.in(n.Pos(), func() {
			r.types(n.Fields)
			r.names(ast.Var, n.Fields)
		})
	case *ast.InterfaceType:
		r.in(n.Pos(), func() {
			r.types(n.Methods)
			r.names(ast.Fun, n.Methods)
		})
	case *ast.FuncType:
		r.in(n.Pos(), func() { r.signature(n) })
	case *ast.GenDecl:
		r.genDecl(n)
	case *ast.FuncDecl:
		r.funcDecl(n)
	default:
		return r.statement(node)
	}
	return nil
}

func (r *resolver) compositeLit(n *ast.CompositeLit) {
	walk(r, n.Type)
	for _, e := range n.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			ast.Walk(r, e)
			continue
		}
		if id, ok := kv.Key.(*ast.Ident); ok {
			r.use(id, true)
		} else {
			ast.Walk(r, kv.Key)
		}
		ast.Walk(r, kv.Value)
	}
}

// statement is Visit for statements, and nodes that need nothing.
func (r *resolver) statement(node ast.Node) ast.Visitor {
	switch n := node.(type) {
	case *ast.LabeledStmt:
		r.declare(n, nil, r.labels, ast.Lbl, n.Label)
		ast.Walk(r, n.Stmt)
	case *ast.AssignStmt:
		walkAll(r, n.Rhs)
		if n.Tok == token.DEFINE {
			r.define(n)
		} else {
			walkAll(r, n.Lhs)
		}
	case *ast.BranchStmt:
		if n.Tok != token.FALLTHROUGH && n.Label != nil {
			last := len(r.jumps) - 1
			r.jumps[last] = append(r.jumps[last], n.Label)
		}
	case *ast.BlockStmt:
		r.in(n.Pos(), func() { walkAll(r, n.List) })
	case *ast.IfStmt:
		r.in(n.Pos(), func() {
			walk(r, n.Init)
			ast.Walk(r, n.Cond)
			ast.Walk(r, n.Body)
			walk(r, n.Else)
		})
	case *ast.CaseClause:
		walkAll(r, n.List)
		r.in(n.Pos(), func() { walkAll(r, n.Body) })
	case *ast.SwitchStmt:
		r.in(n.Pos(), func() {
			walk(r, n.Init)
			inner := n.Init != nil && n.Tag != nil
			if inner {
				r.begin(n.Tag.Pos())
			}
			walk(r, n.Tag)
			walkAll(r, n.Body.List)
			if inner {
				r.end()
			}
		})
	case *ast.TypeSwitchStmt:
		if n.Init != nil {
			r.begin(n.Pos())
			ast.Walk(r, n.Init)
		}
		r.in(n.Assign.Pos(), func() {
			ast.Walk(r, n.Assign)
			walkAll(r, n.Body.List)
		})
		if n.Init != nil {
			r.end()
		}
	case *ast.CommClause:
		r.in(n.Pos(), func() {
			walk(r, n.Comm)
			walkAll(r, n.Body)
		})
	case *ast.SelectStmt:
		walkAll(r, n.Body.List)
	case *ast.ForStmt:
		r.in(n.Pos(), func() {
			walk(r, n.Init)
			walk(r, n.Cond)
			walk(r, n.Post)
			ast.Walk(r, n.Body)
		})
	case *ast.RangeStmt:
		r.in(n.Pos(), func() { r.rangeStmt(n) })
	default:
		return r
	}
	return nil
}

func (r *resolver) rangeStmt(n *ast.RangeStmt) {
	ast.Walk(r, n.X)
	var left []ast.Expr
	for _, x := range [...]ast.Expr{n.Key, n.Value} {
		if x != nil {
			left = append(left, x)
		}
	}
	if n.Tok != token.DEFINE {
		walkAll(r, left)
	} else if len(left) > 0 {
		for _, x := range left {
			if _, ok := ast.Unparen(x).(*ast.Ident); !ok {
				ast.Walk(r, ast.Unparen(x))
			}
		}
		operand := &ast.UnaryExpr{Op: token.RANGE, X: n.X}
		r.define(&ast.AssignStmt{Lhs: left, Tok: token.DEFINE, TokPos: n.TokPos, Rhs: []ast.Expr{operand}})
	}
	ast.Walk(r, n.Body)
}

func (r *resolver) genDecl(n *ast.GenDecl) {
	scopes := 0
	for i, spec := range n.Specs {
		switch s := spec.(type) {
		case *ast.ValueSpec:
			kind := ast.Con
			if n.Tok == token.VAR {
				kind = ast.Var
			}
			walkAll(r, s.Values)
			walk(r, s.Type)
			r.declare(s, i, r.scope, kind, s.Names...)
		case *ast.TypeSpec:
			r.declare(s, nil, r.scope, ast.Typ, s.Name)
			if s.TypeParams != nil {
				r.begin(s.Pos())
				scopes++ // go/parser's scopes of type parameters hold to the end of the declaration
				r.typeParameters(s.TypeParams)
			}
			ast.Walk(r, s.Type)
		}
	}
	for range scopes {
		r.end()
	}
}

func (r *resolver) funcDecl(n *ast.FuncDecl) {
	r.in(n.Pos(), func() {
		r.receiver(n.Recv)
		if n.Type.TypeParams != nil {
			r.typeParameters(n.Type.TypeParams)
		}
		r.types(n.Type.Params, n.Type.Results)
		r.names(ast.Var, n.Recv, n.Type.Params, n.Type.Results)
		r.body(n.Body)
	})
	if n.Recv == nil && n.Name.Name != "init" {
		r.declare(n, nil, r.pkg, ast.Fun, n.Name)
	}
}
