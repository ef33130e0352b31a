package ast

import (
	"fmt"
	"iter"
)

// Visitor visits nodes. The Visitor that Visit returns, unless it is nil, visits the children and then nil.
type Visitor interface {
	Visit(node Node) (w Visitor)
}

// walkAll walks the nodes of a list.
func walkAll[N Node](v Visitor, list []N) {
	for _, node := range list {
		Walk(v, node)
	}
}

// walkAny walks nodes that may be missing.
func walkAny[N interface {
	comparable
	Node
}](v Visitor, nodes ...N) {
	var none N
	for _, node := range nodes {
		if node != none {
			Walk(v, node)
		}
	}
}

// Walk walks a tree, parents first, children in the order of the text.
func Walk(v Visitor, node Node) {
	if v = v.Visit(node); v == nil {
		return
	}
	switch n := node.(type) {
	case *Comment, *BadExpr, *Ident, *BasicLit, *BadStmt, *EmptyStmt, *BadDecl:

	case *CommentGroup:
		walkAll(v, n.List)
	case *Field:
		walkAny(v, n.Doc)
		walkAll(v, n.Names)
		walkAny(v, n.Type)
		walkAny(v, n.Tag)
		walkAny(v, n.Comment)
	case *FieldList:
		walkAll(v, n.List)

	case *Ellipsis:
		walkAny(v, n.Elt)
	case *FuncLit:
		Walk(v, n.Type)
		Walk(v, n.Body)
	case *CompositeLit:
		walkAny(v, n.Type)
		walkAll(v, n.Elts)
	case *ParenExpr:
		Walk(v, n.X)
	case *SelectorExpr:
		Walk(v, n.X)
		Walk(v, n.Sel)
	case *IndexExpr:
		Walk(v, n.X)
		Walk(v, n.Index)
	case *IndexListExpr:
		Walk(v, n.X)
		walkAll(v, n.Indices)
	case *SliceExpr:
		Walk(v, n.X)
		walkAny(v, n.Low, n.High, n.Max)
	case *TypeAssertExpr:
		Walk(v, n.X)
		walkAny(v, n.Type)
	case *CallExpr:
		Walk(v, n.Fun)
		walkAll(v, n.Args)
	case *StarExpr:
		Walk(v, n.X)
	case *UnaryExpr:
		Walk(v, n.X)
	case *BinaryExpr:
		Walk(v, n.X)
		Walk(v, n.Y)
	case *KeyValueExpr:
		Walk(v, n.Key)
		Walk(v, n.Value)

	case *ArrayType:
		walkAny(v, n.Len)
		Walk(v, n.Elt)
	case *StructType:
		Walk(v, n.Fields)
	case *FuncType:
		walkAny(v, n.TypeParams, n.Params, n.Results)
	case *InterfaceType:
		Walk(v, n.Methods)
	case *MapType:
		Walk(v, n.Key)
		Walk(v, n.Value)
	case *ChanType:
		Walk(v, n.Value)

	case *DeclStmt:
		Walk(v, n.Decl)
	case *LabeledStmt:
		Walk(v, n.Label)
		Walk(v, n.Stmt)
	case *ExprStmt:
		Walk(v, n.X)
	case *SendStmt:
		Walk(v, n.Chan)
		Walk(v, n.Value)
	case *IncDecStmt:
		Walk(v, n.X)
	case *AssignStmt:
		walkAll(v, n.Lhs)
		walkAll(v, n.Rhs)
	case *GoStmt:
		Walk(v, n.Call)
	case *DeferStmt:
		Walk(v, n.Call)
	case *ReturnStmt:
		walkAll(v, n.Results)
	case *BranchStmt:
		walkAny(v, n.Label)
	case *BlockStmt:
		walkAll(v, n.List)
	case *IfStmt:
		walkAny(v, n.Init)
		Walk(v, n.Cond)
		Walk(v, n.Body)
		walkAny(v, n.Else)
	case *CaseClause:
		walkAll(v, n.List)
		walkAll(v, n.Body)
	case *SwitchStmt:
		walkAny(v, n.Init)
		walkAny(v, n.Tag)
		Walk(v, n.Body)
	case *TypeSwitchStmt:
		walkAny(v, n.Init)
		Walk(v, n.Assign)
		Walk(v, n.Body)
	case *CommClause:
		walkAny(v, n.Comm)
		walkAll(v, n.Body)
	case *SelectStmt:
		Walk(v, n.Body)
	case *ForStmt:
		walkAny(v, n.Init)
		walkAny(v, n.Cond)
		walkAny(v, n.Post)
		Walk(v, n.Body)
	case *RangeStmt:
		walkAny(v, n.Key, n.Value)
		Walk(v, n.X)
		Walk(v, n.Body)

	case *ImportSpec:
		walkAny(v, n.Doc)
		walkAny(v, n.Name)
		Walk(v, n.Path)
		walkAny(v, n.Comment)
	case *ValueSpec:
		walkAny(v, n.Doc)
		walkAll(v, n.Names)
		walkAny(v, n.Type)
		walkAll(v, n.Values)
		walkAny(v, n.Comment)
	case *TypeSpec:
		walkAny(v, n.Doc)
		Walk(v, n.Name)
		walkAny(v, n.TypeParams)
		Walk(v, n.Type)
		walkAny(v, n.Comment)
	case *GenDecl:
		walkAny(v, n.Doc)
		walkAll(v, n.Specs)
	case *FuncDecl:
		walkAny(v, n.Doc)
		walkAny(v, n.Recv)
		Walk(v, n.Name)
		Walk(v, n.Type)
		walkAny(v, n.Body)

	case *File:
		walkAny(v, n.Doc)
		Walk(v, n.Name)
		walkAll(v, n.Decls)
	case *Package:
		for _, f := range n.Files {
			Walk(v, f)
		}
	default:
		panic(fmt.Sprintf("ast.Walk: unexpected node type %T", n))
	}
	v.Visit(nil)
}

// asked is a function as a Visitor.
type asked func(Node) bool

// Visit goes into the node if the function says so.
func (f asked) Visit(node Node) Visitor {
	if !f(node) {
		return nil
	}
	return f
}

// Inspect calls f for each node, and with nil behind its children; it goes into nodes for which f returns true.
func Inspect(node Node, f func(Node) bool) { Walk(asked(f), node) }

// Preorder yields the nodes of a tree, parents first.
func Preorder(root Node) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		more := true
		Inspect(root, func(n Node) bool {
			more = more && (n == nil || yield(n))
			return more
		})
	}
}

// PreorderStack calls f for each node with what is around it, behind the nodes of stack; it goes into nodes for which f returns true.
func PreorderStack(root Node, stack []Node, f func(n Node, stack []Node) bool) {
	depth := len(stack)
	Inspect(root, func(n Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		if !f(n, stack) {
			return false
		}
		stack = append(stack, n)
		return true
	})
	if len(stack) != depth {
		panic("push/pop mismatch")
	}
}
