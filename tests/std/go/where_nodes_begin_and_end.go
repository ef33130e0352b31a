// run
// go/ast: where each kind of node begins and ends.
package main

import (
	"fmt"
	"go/ast"
	"go/token"
)

func id(pos token.Pos) *ast.Ident { return &ast.Ident{NamePos: pos, Name: "n"} }

var (
	lit   = &ast.BasicLit{ValuePos: 50, Value: "\"s\""}
	block = &ast.BlockStmt{Lbrace: 20, Rbrace: 25}
	list  = &ast.FieldList{Opening: 10, List: []*ast.Field{{Type: id(12)}, {Names: []*ast.Ident{id(13), id(14)}}}, Closing: 15}
	call  = &ast.CallExpr{Fun: id(7), Rparen: 12}
)

func main() {
	{
		n := &ast.Comment{Slash: 3, Text: "// x"}
		fmt.Println("Comment", n.Pos(), n.End())
	}
	{
		n := &ast.CommentGroup{List: []*ast.Comment{{Slash: 3, Text: "//"}, {Slash: 9, Text: "/**/"}}}
		fmt.Println("CommentGroup", n.Pos(), n.End())
	}
	{
		n := &ast.Field{Type: id(4)}
		fmt.Println("Field", n.Pos(), n.End())
	}
	{
		n := &ast.Field{}
		fmt.Println("Field", n.Pos(), n.End())
	}
	{
		n := &ast.Field{Names: []*ast.Ident{id(2), id(5)}}
		fmt.Println("Field", n.Pos(), n.End())
	}
	{
		n := &ast.Field{Names: []*ast.Ident{id(2)}, Type: id(4), Tag: lit}
		fmt.Println("Field", n.Pos(), n.End())
	}
	{
		n := &ast.FieldList{}
		fmt.Println("FieldList", n.Pos(), n.End())
	}
	{
		n := &ast.FieldList{Opening: 2, Closing: 9}
		fmt.Println("FieldList", n.Pos(), n.End())
	}
	{
		n := &ast.FieldList{List: []*ast.Field{{Type: id(4)}}}
		fmt.Println("FieldList", n.Pos(), n.End())
	}
	{
		n := &ast.BadExpr{From: 2, To: 7}
		fmt.Println("BadExpr", n.Pos(), n.End())
	}
	{
		n := &ast.Ident{NamePos: 4, Name: "name"}
		fmt.Println("Ident", n.Pos(), n.End())
	}
	{
		n := &ast.Ellipsis{Ellipsis: 3}
		fmt.Println("Ellipsis", n.Pos(), n.End())
	}
	{
		n := &ast.Ellipsis{Ellipsis: 3, Elt: id(6)}
		fmt.Println("Ellipsis", n.Pos(), n.End())
	}
	{
		n := &ast.BasicLit{ValuePos: 4, Value: "123"}
		fmt.Println("BasicLit", n.Pos(), n.End())
	}
	{
		n := &ast.BasicLit{ValuePos: 4, ValueEnd: 20, Value: "`r`"}
		fmt.Println("BasicLit", n.Pos(), n.End())
	}
	{
		n := &ast.FuncLit{Type: &ast.FuncType{Func: 3}, Body: block}
		fmt.Println("FuncLit", n.Pos(), n.End())
	}
	{
		n := &ast.CompositeLit{Type: id(2), Lbrace: 4, Rbrace: 9}
		fmt.Println("CompositeLit", n.Pos(), n.End())
	}
	{
		n := &ast.CompositeLit{Lbrace: 4, Rbrace: 9}
		fmt.Println("CompositeLit", n.Pos(), n.End())
	}
	{
		n := &ast.ParenExpr{Lparen: 2, X: id(3), Rparen: 5}
		fmt.Println("ParenExpr", n.Pos(), n.End())
	}
	{
		n := &ast.SelectorExpr{X: id(2), Sel: id(5)}
		fmt.Println("SelectorExpr", n.Pos(), n.End())
	}
	{
		n := &ast.IndexExpr{X: id(2), Rbrack: 8}
		fmt.Println("IndexExpr", n.Pos(), n.End())
	}
	{
		n := &ast.IndexListExpr{X: id(2), Rbrack: 8}
		fmt.Println("IndexListExpr", n.Pos(), n.End())
	}
	{
		n := &ast.SliceExpr{X: id(2), Rbrack: 8}
		fmt.Println("SliceExpr", n.Pos(), n.End())
	}
	{
		n := &ast.TypeAssertExpr{X: id(2), Rparen: 8}
		fmt.Println("TypeAssertExpr", n.Pos(), n.End())
	}
	{
		n := &ast.CallExpr{Fun: id(2), Rparen: 8}
		fmt.Println("CallExpr", n.Pos(), n.End())
	}
	{
		n := &ast.StarExpr{Star: 2, X: id(3)}
		fmt.Println("StarExpr", n.Pos(), n.End())
	}
	{
		n := &ast.UnaryExpr{OpPos: 2, X: id(3)}
		fmt.Println("UnaryExpr", n.Pos(), n.End())
	}
	{
		n := &ast.BinaryExpr{X: id(2), Y: id(7)}
		fmt.Println("BinaryExpr", n.Pos(), n.End())
	}
	{
		n := &ast.KeyValueExpr{Key: id(2), Value: id(7)}
		fmt.Println("KeyValueExpr", n.Pos(), n.End())
	}
	{
		n := &ast.ArrayType{Lbrack: 2, Elt: id(7)}
		fmt.Println("ArrayType", n.Pos(), n.End())
	}
	{
		n := &ast.StructType{Struct: 2, Fields: list}
		fmt.Println("StructType", n.Pos(), n.End())
	}
	{
		n := &ast.FuncType{Func: 2, Params: list}
		fmt.Println("FuncType", n.Pos(), n.End())
	}
	{
		n := &ast.FuncType{Params: list, Results: &ast.FieldList{List: []*ast.Field{{Type: id(30)}}}}
		fmt.Println("FuncType", n.Pos(), n.End())
	}
	{
		n := &ast.FuncType{Func: 4, Params: list}
		fmt.Println("FuncType", n.Pos(), n.End())
	}
	{
		n := &ast.InterfaceType{Interface: 2, Methods: list}
		fmt.Println("InterfaceType", n.Pos(), n.End())
	}
	{
		n := &ast.MapType{Map: 2, Value: id(9)}
		fmt.Println("MapType", n.Pos(), n.End())
	}
	{
		n := &ast.ChanType{Begin: 2, Value: id(9)}
		fmt.Println("ChanType", n.Pos(), n.End())
	}
	{
		n := &ast.BadStmt{From: 2, To: 7}
		fmt.Println("BadStmt", n.Pos(), n.End())
	}
	{
		n := &ast.DeclStmt{Decl: &ast.BadDecl{From: 2, To: 5}}
		fmt.Println("DeclStmt", n.Pos(), n.End())
	}
	{
		n := &ast.EmptyStmt{Semicolon: 4}
		fmt.Println("EmptyStmt", n.Pos(), n.End())
	}
	{
		n := &ast.EmptyStmt{Semicolon: 4, Implicit: true}
		fmt.Println("EmptyStmt", n.Pos(), n.End())
	}
	{
		n := &ast.LabeledStmt{Label: id(2), Stmt: block}
		fmt.Println("LabeledStmt", n.Pos(), n.End())
	}
	{
		n := &ast.ExprStmt{X: id(2)}
		fmt.Println("ExprStmt", n.Pos(), n.End())
	}
	{
		n := &ast.SendStmt{Chan: id(2), Value: id(7)}
		fmt.Println("SendStmt", n.Pos(), n.End())
	}
	{
		n := &ast.IncDecStmt{X: id(2), TokPos: 4}
		fmt.Println("IncDecStmt", n.Pos(), n.End())
	}
	{
		n := &ast.AssignStmt{Lhs: []ast.Expr{id(2)}, Rhs: []ast.Expr{id(5), id(9)}}
		fmt.Println("AssignStmt", n.Pos(), n.End())
	}
	{
		n := &ast.GoStmt{Go: 2, Call: call}
		fmt.Println("GoStmt", n.Pos(), n.End())
	}
	{
		n := &ast.DeferStmt{Defer: 2, Call: call}
		fmt.Println("DeferStmt", n.Pos(), n.End())
	}
	{
		n := &ast.ReturnStmt{Return: 2}
		fmt.Println("ReturnStmt", n.Pos(), n.End())
	}
	{
		n := &ast.ReturnStmt{Return: 2, Results: []ast.Expr{id(9)}}
		fmt.Println("ReturnStmt", n.Pos(), n.End())
	}
	{
		n := &ast.BranchStmt{TokPos: 2, Tok: token.CONTINUE}
		fmt.Println("BranchStmt", n.Pos(), n.End())
	}
	{
		n := &ast.BranchStmt{TokPos: 2, Tok: token.GOTO, Label: id(8)}
		fmt.Println("BranchStmt", n.Pos(), n.End())
	}
	{
		n := &ast.BlockStmt{Lbrace: 2}
		fmt.Println("BlockStmt", n.Pos(), n.End())
	}
	{
		n := &ast.BlockStmt{Lbrace: 2, Rbrace: 8}
		fmt.Println("BlockStmt", n.Pos(), n.End())
	}
	{
		n := &ast.BlockStmt{Lbrace: 2, List: []ast.Stmt{block}}
		fmt.Println("BlockStmt", n.Pos(), n.End())
	}
	{
		n := &ast.IfStmt{If: 2, Body: block}
		fmt.Println("IfStmt", n.Pos(), n.End())
	}
	{
		n := &ast.IfStmt{If: 2, Body: block, Else: &ast.BlockStmt{Lbrace: 40}}
		fmt.Println("IfStmt", n.Pos(), n.End())
	}
	{
		n := &ast.CaseClause{Case: 2, Colon: 7}
		fmt.Println("CaseClause", n.Pos(), n.End())
	}
	{
		n := &ast.CaseClause{Case: 2, Body: []ast.Stmt{block}}
		fmt.Println("CaseClause", n.Pos(), n.End())
	}
	{
		n := &ast.SwitchStmt{Switch: 2, Body: block}
		fmt.Println("SwitchStmt", n.Pos(), n.End())
	}
	{
		n := &ast.TypeSwitchStmt{Switch: 2, Body: block}
		fmt.Println("TypeSwitchStmt", n.Pos(), n.End())
	}
	{
		n := &ast.CommClause{Case: 2, Colon: 7}
		fmt.Println("CommClause", n.Pos(), n.End())
	}
	{
		n := &ast.CommClause{Case: 2, Body: []ast.Stmt{block}}
		fmt.Println("CommClause", n.Pos(), n.End())
	}
	{
		n := &ast.SelectStmt{Select: 2, Body: block}
		fmt.Println("SelectStmt", n.Pos(), n.End())
	}
	{
		n := &ast.ForStmt{For: 2, Body: block}
		fmt.Println("ForStmt", n.Pos(), n.End())
	}
	{
		n := &ast.RangeStmt{For: 2, Body: block}
		fmt.Println("RangeStmt", n.Pos(), n.End())
	}
	{
		n := &ast.ImportSpec{Path: lit}
		fmt.Println("ImportSpec", n.Pos(), n.End())
	}
	{
		n := &ast.ImportSpec{Name: id(2), Path: lit}
		fmt.Println("ImportSpec", n.Pos(), n.End())
	}
	{
		n := &ast.ImportSpec{Path: lit, EndPos: 99}
		fmt.Println("ImportSpec", n.Pos(), n.End())
	}
	{
		n := &ast.ValueSpec{Names: []*ast.Ident{id(2), id(5)}}
		fmt.Println("ValueSpec", n.Pos(), n.End())
	}
	{
		n := &ast.ValueSpec{Names: []*ast.Ident{id(2)}, Type: id(7)}
		fmt.Println("ValueSpec", n.Pos(), n.End())
	}
	{
		n := &ast.ValueSpec{Names: []*ast.Ident{id(2)}, Type: id(7), Values: []ast.Expr{id(9)}}
		fmt.Println("ValueSpec", n.Pos(), n.End())
	}
	{
		n := &ast.TypeSpec{Name: id(2), Type: id(8)}
		fmt.Println("TypeSpec", n.Pos(), n.End())
	}
	{
		n := &ast.BadDecl{From: 2, To: 7}
		fmt.Println("BadDecl", n.Pos(), n.End())
	}
	{
		n := &ast.GenDecl{TokPos: 2, Rparen: 30}
		fmt.Println("GenDecl", n.Pos(), n.End())
	}
	{
		n := &ast.GenDecl{TokPos: 2, Specs: []ast.Spec{&ast.TypeSpec{Name: id(5), Type: id(8)}}}
		fmt.Println("GenDecl", n.Pos(), n.End())
	}
	{
		n := &ast.FuncDecl{Type: &ast.FuncType{Func: 2, Params: list}}
		fmt.Println("FuncDecl", n.Pos(), n.End())
	}
	{
		n := &ast.FuncDecl{Type: &ast.FuncType{Func: 2, Params: list}, Body: block}
		fmt.Println("FuncDecl", n.Pos(), n.End())
	}
	{
		n := &ast.File{Package: 3, Name: id(11)}
		fmt.Println("File", n.Pos(), n.End())
	}
	{
		n := &ast.File{Package: 3, Name: id(11), Decls: []ast.Decl{&ast.BadDecl{From: 20, To: 25}}}
		fmt.Println("File", n.Pos(), n.End())
	}
	{
		n := &ast.Package{}
		fmt.Println("Package", n.Pos(), n.End())
	}
	{
		n := &ast.Directive{Slash: 3, ArgsPos: 9, Args: "a b"}
		fmt.Println("Directive", n.Pos(), n.End())
	}
	fmt.Println(list.NumFields(), (*ast.FieldList)(nil).NumFields(), (&ast.FieldList{}).NumFields())
	for kind := ast.Bad; kind <= ast.Lbl; kind++ {
		fmt.Print(kind.String(), " ")
	}
	for dir := ast.ChanDir(0); dir <= ast.SEND|ast.RECV; dir++ {
		fmt.Print(dir, " ")
	}
	file := token.NewFileSet().AddFile("f", 10, 20)
	fmt.Println(file.String(), file.Position(12).String(), token.AND_NOT_ASSIGN.String(), token.FUNC.String(), token.Token(999).String())
}

// Output:
// Comment 3 7
// CommentGroup 3 13
// Field 4 5
// Field 0 0
// Field 2 6
// Field 2 53
// FieldList 0 0
// FieldList 2 10
// FieldList 4 5
// BadExpr 2 7
// Ident 4 8
// Ellipsis 3 6
// Ellipsis 3 7
// BasicLit 4 7
// BasicLit 4 20
// FuncLit 3 26
// CompositeLit 2 10
// CompositeLit 4 10
// ParenExpr 2 6
// SelectorExpr 2 6
// IndexExpr 2 9
// IndexListExpr 2 9
// SliceExpr 2 9
// TypeAssertExpr 2 9
// CallExpr 2 9
// StarExpr 2 4
// UnaryExpr 2 4
// BinaryExpr 2 8
// KeyValueExpr 2 8
// ArrayType 2 8
// StructType 2 16
// FuncType 2 16
// FuncType 10 31
// FuncType 4 16
// InterfaceType 2 16
// MapType 2 10
// ChanType 2 10
// BadStmt 2 7
// DeclStmt 2 5
// EmptyStmt 4 5
// EmptyStmt 4 4
// LabeledStmt 2 26
// ExprStmt 2 3
// SendStmt 2 8
// IncDecStmt 2 6
// AssignStmt 2 10
// GoStmt 2 13
// DeferStmt 2 13
// ReturnStmt 2 8
// ReturnStmt 2 10
// BranchStmt 2 10
// BranchStmt 2 9
// BlockStmt 2 3
// BlockStmt 2 9
// BlockStmt 2 26
// IfStmt 2 26
// IfStmt 2 41
// CaseClause 2 8
// CaseClause 2 26
// SwitchStmt 2 26
// TypeSwitchStmt 2 26
// CommClause 2 8
// CommClause 2 26
// SelectStmt 2 26
// ForStmt 2 26
// RangeStmt 2 26
// ImportSpec 50 53
// ImportSpec 2 53
// ImportSpec 50 99
// ValueSpec 2 6
// ValueSpec 2 8
// ValueSpec 2 10
// TypeSpec 2 9
// BadDecl 2 7
// GenDecl 2 31
// GenDecl 2 9
// FuncDecl 2 16
// FuncDecl 2 26
// File 3 12
// File 3 25
// Package 0 0
// Directive 3 12
// 3 0 0
// bad package const type var func label 0 1 2 3 f(10-30) f:1:3 &^= func token(999)
