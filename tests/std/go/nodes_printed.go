// run
// go/printer and go/format: what can be printed, what cannot, nodes made by hand, and files of which two are mixed.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
)

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func show(fset *token.FileSet, node any) {
	err := printer.Fprint(os.Stdout, fset, node)
	fmt.Println("|", err)
}

func main() {
	fset := token.NewFileSet()
	name := ast.NewIdent
	number := func(s string) ast.Expr { return &ast.BasicLit{Kind: token.INT, Value: s} }
	call := &ast.CallExpr{Fun: &ast.SelectorExpr{X: name("fmt"), Sel: name("Println")}, Args: []ast.Expr{name("x"), &ast.BinaryExpr{
		X: &ast.BinaryExpr{X: name("a"), Op: token.ADD, Y: name("b")}, Op: token.MUL, Y: &ast.StarExpr{X: name("p")}}}}
	assign := &ast.AssignStmt{Lhs: []ast.Expr{name("x")}, Tok: token.DEFINE, Rhs: []ast.Expr{call}}
	text := func(s string) *ast.CommentGroup { return &ast.CommentGroup{List: []*ast.Comment{{Text: s}}} }
	structure := &ast.StructType{Fields: &ast.FieldList{List: []*ast.Field{
		{Names: []*ast.Ident{name("A"), name("B")}, Type: name("int"), Comment: text("// two")},
		{Doc: text("// own"), Type: &ast.StarExpr{X: name("T")}, Tag: &ast.BasicLit{Kind: token.STRING, Value: "`t`"}},
	}}}
	spec := &ast.TypeSpec{Name: name("S"), Type: structure}
	function := &ast.FuncDecl{Doc: text("// f is one."), Name: name("f"), Type: &ast.FuncType{Params: &ast.FieldList{}},
		Body: &ast.BlockStmt{List: []ast.Stmt{assign, &ast.IfStmt{Cond: name("x"), Body: &ast.BlockStmt{}, Else: &ast.ReturnStmt{}},
			&ast.LabeledStmt{Label: name("L"), Stmt: &ast.EmptyStmt{}}}}}
	group := &ast.GenDecl{Tok: token.CONST, Specs: []ast.Spec{
		&ast.ValueSpec{Names: []*ast.Ident{name("A")}, Values: []ast.Expr{number("1")}, Comment: text("// one")},
		&ast.ValueSpec{Names: []*ast.Ident{name("Long")}, Type: name("T"), Values: []ast.Expr{number("0XF")}},
	}}
	imports := &ast.GenDecl{Tok: token.IMPORT, Lparen: 1, Specs: []ast.Spec{
		&ast.ImportSpec{Path: &ast.BasicLit{Kind: token.STRING, Value: "`b`"}}, &ast.ImportSpec{Path: &ast.BasicLit{Kind: token.STRING, Value: `"a"`}}}}
	file := &ast.File{Name: name("p"), Decls: []ast.Decl{imports, &ast.GenDecl{Tok: token.TYPE, Specs: []ast.Spec{spec}}, group, function}}
	for _, node := range []any{call, assign, structure, spec, function, group, file, []ast.Stmt{assign, &ast.LabeledStmt{Label: name("L"), Stmt: assign}},
		[]ast.Decl{group, function}, &ast.BadExpr{}, &ast.BadStmt{}, &ast.BadDecl{}, &ast.LabeledStmt{Label: name("L"), Stmt: assign},
		&ast.UnaryExpr{Op: token.SUB, X: &ast.UnaryExpr{Op: token.SUB, X: name("x")}}, &ast.SelectorExpr{X: number("1"), Sel: name("x")},
		&ast.ParenExpr{X: &ast.ParenExpr{X: name("x")}}, &ast.ChanType{Dir: ast.SEND, Value: &ast.ChanType{Dir: ast.RECV, Value: name("int")}},
		&ast.CompositeLit{Type: name("T"), Incomplete: true}, &ast.StructType{Fields: &ast.FieldList{}, Incomplete: true},
		&ast.CallExpr{Fun: &ast.ChanType{Dir: ast.RECV, Value: name("int")}, Args: []ast.Expr{name("x")}},
		&printer.CommentedNode{Node: call}, &printer.CommentedNode{Node: 1, Comments: []*ast.CommentGroup{}}, 7, nil, &ast.Field{}, text("// c")} {
		show(fset, node)
	}
	fmt.Println(format.Node(os.Stdout, fset, file), len(imports.Specs))
	fmt.Println(format.Node(os.Stdout, fset, &printer.CommentedNode{Node: file}))
	fmt.Println(printer.Fprint(full{}, fset, call), format.Node(full{}, fset, call))

	// Positions.
	source := "package p\n\n// F is.\nfunc F() {\n\tx() // c\n\n\n\n\ty()\n}\n\n/* G\n is. */\nfunc G() { /* in G */ }\n"
	one, _ := parser.ParseFile(fset, "one.go", source, parser.ParseComments)
	two, _ := parser.ParseFile(fset, "two.go", "package p\n\n// H is.\nvar H = 1\n", parser.ParseComments)
	for mode := range printer.Mode(16) {
		var out bytes.Buffer
		err := (&printer.Config{Mode: mode, Tabwidth: 4, Indent: int(mode % 3)}).Fprint(&out, fset, one)
		fmt.Printf("%d %q %v\n", mode, out.String(), err)
	}
	for _, d := range one.Decls {
		show(fset, &printer.CommentedNode{Node: d, Comments: one.Comments})
		show(fset, d)
	}
	mixed := &ast.File{Name: name("p"), Decls: append(append([]ast.Decl{}, one.Decls...), two.Decls...), Comments: append(append([]*ast.CommentGroup{}, one.Comments...), two.Comments...)}
	fmt.Println((&printer.Config{Mode: printer.SourcePos, Tabwidth: 8}).Fprint(os.Stdout, fset, mixed))
	odd, _ := parser.ParseFile(fset, "a\nb.go", source, 0)
	fmt.Println((&printer.Config{Mode: printer.SourcePos}).Fprint(os.Stdout, fset, odd))

	for _, part := range []string{"", " \n", "x:=1", "\n\n  if x{y()}\n", "\tfunc f( ){}\n\n", "package p;func(", "var x=1;var y=2 // c", "x+", "/* c */", "a:\n", "type T[P *U,] int", "import(\n\"b\"\n\"a\")"} {
		text, err := format.Source([]byte(part))
		fmt.Printf("%q %v\n", text, err)
	}
}
