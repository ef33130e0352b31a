package ast

import "go/token"

// ChanDir is the direction of a channel type.
type ChanDir int

// What a channel of the type can do.
const (
	SEND ChanDir = 1 << iota
	RECV
)

// NewIdent returns an identifier without a place.
func NewIdent(name string) *Ident { return &Ident{Name: name} }

// IsExported says whether name begins with an upper-case letter.
func IsExported(name string) bool { return token.IsExported(name) }

// IsExported says whether the name begins with an upper-case letter.
func (id *Ident) IsExported() bool { return token.IsExported(id.Name) }

// String returns the name.
func (id *Ident) String() string {
	if id == nil {
		return "<nil>"
	}
	return id.Name
}

// Unparen returns what is in the parentheses around e.
func Unparen(e Expr) Expr {
	for {
		p, ok := e.(*ParenExpr)
		if !ok {
			return e
		}
		e = p.X
	}
}

// BadExpr is text that no expression could be read from.
type BadExpr struct {
	From, To token.Pos
}

// Pos returns where it begins.
func (x *BadExpr) Pos() token.Pos { return x.From }

// End returns where it ends.
func (x *BadExpr) End() token.Pos { return x.To }

func (*BadExpr) exprNode() {}

// Ident is an identifier. Obj is what it names, if that is known.
type Ident struct {
	NamePos token.Pos
	Name    string
	Obj     *Object
}

// Pos returns where it begins.
func (x *Ident) Pos() token.Pos { return x.NamePos }

// End returns where it ends.
func (x *Ident) End() token.Pos { return behind(x.NamePos, len(x.Name)) }

func (*Ident) exprNode() {}

// Ellipsis is the ... of a parameter or an array type.
type Ellipsis struct {
	Ellipsis token.Pos
	Elt      Expr
}

// Pos returns where it begins.
func (x *Ellipsis) Pos() token.Pos { return x.Ellipsis }

// End returns where it ends.
func (x *Ellipsis) End() token.Pos {
	if x.Elt != nil {
		return x.Elt.End()
	}
	return x.Ellipsis + 3
}

func (*Ellipsis) exprNode() {}

// BasicLit is a literal of a basic type. ValueEnd is its end, which carriage returns put behind the length of Value.
type BasicLit struct {
	ValuePos token.Pos
	ValueEnd token.Pos
	Kind     token.Token
	Value    string
}

// Pos returns where it begins.
func (x *BasicLit) Pos() token.Pos { return x.ValuePos }

// End returns where it ends.
func (x *BasicLit) End() token.Pos {
	if x.ValueEnd.IsValid() {
		return x.ValueEnd
	}
	return behind(x.ValuePos, len(x.Value))
}

func (*BasicLit) exprNode() {}

// FuncLit is a function literal.
type FuncLit struct {
	Type *FuncType
	Body *BlockStmt
}

// Pos returns where it begins.
func (x *FuncLit) Pos() token.Pos { return x.Type.Pos() }

// End returns where it ends.
func (x *FuncLit) End() token.Pos { return x.Body.End() }

func (*FuncLit) exprNode() {}

// CompositeLit is a composite literal. Incomplete says that elements were filtered out.
type CompositeLit struct {
	Type       Expr
	Lbrace     token.Pos
	Elts       []Expr
	Rbrace     token.Pos
	Incomplete bool
}

// Pos returns where it begins.
func (x *CompositeLit) Pos() token.Pos {
	if x.Type != nil {
		return x.Type.Pos()
	}
	return x.Lbrace
}

// End returns where it ends.
func (x *CompositeLit) End() token.Pos { return x.Rbrace + 1 }

func (*CompositeLit) exprNode() {}

// ParenExpr is an expression in parentheses.
type ParenExpr struct {
	Lparen token.Pos
	X      Expr
	Rparen token.Pos
}

// Pos returns where it begins.
func (x *ParenExpr) Pos() token.Pos { return x.Lparen }

// End returns where it ends.
func (x *ParenExpr) End() token.Pos { return x.Rparen + 1 }

func (*ParenExpr) exprNode() {}

// SelectorExpr is a selector.
type SelectorExpr struct {
	X   Expr
	Sel *Ident
}

// Pos returns where it begins.
func (x *SelectorExpr) Pos() token.Pos { return x.X.Pos() }

// End returns where it ends.
func (x *SelectorExpr) End() token.Pos { return x.Sel.End() }

func (*SelectorExpr) exprNode() {}

// IndexExpr is an operand with one index or type argument.
type IndexExpr struct {
	X      Expr
	Lbrack token.Pos
	Index  Expr
	Rbrack token.Pos
}

// Pos returns where it begins.
func (x *IndexExpr) Pos() token.Pos { return x.X.Pos() }

// End returns where it ends.
func (x *IndexExpr) End() token.Pos { return x.Rbrack + 1 }

func (*IndexExpr) exprNode() {}

// IndexListExpr is an operand with several type arguments.
type IndexListExpr struct {
	X       Expr
	Lbrack  token.Pos
	Indices []Expr
	Rbrack  token.Pos
}

// Pos returns where it begins.
func (x *IndexListExpr) Pos() token.Pos { return x.X.Pos() }

// End returns where it ends.
func (x *IndexListExpr) End() token.Pos { return x.Rbrack + 1 }

func (*IndexListExpr) exprNode() {}

// SliceExpr is a slice expression.
type SliceExpr struct {
	X      Expr
	Lbrack token.Pos
	Low    Expr
	High   Expr
	Max    Expr
	Slice3 bool
	Rbrack token.Pos
}

// Pos returns where it begins.
func (x *SliceExpr) Pos() token.Pos { return x.X.Pos() }

// End returns where it ends.
func (x *SliceExpr) End() token.Pos { return x.Rbrack + 1 }

func (*SliceExpr) exprNode() {}

// TypeAssertExpr is a type assertion; Type is nil in x.(type).
type TypeAssertExpr struct {
	X      Expr
	Lparen token.Pos
	Type   Expr
	Rparen token.Pos
}

// Pos returns where it begins.
func (x *TypeAssertExpr) Pos() token.Pos { return x.X.Pos() }

// End returns where it ends.
func (x *TypeAssertExpr) End() token.Pos { return x.Rparen + 1 }

func (*TypeAssertExpr) exprNode() {}

// CallExpr is a call or a conversion.
type CallExpr struct {
	Fun      Expr
	Lparen   token.Pos
	Args     []Expr
	Ellipsis token.Pos
	Rparen   token.Pos
}

// Pos returns where it begins.
func (x *CallExpr) Pos() token.Pos { return x.Fun.Pos() }

// End returns where it ends.
func (x *CallExpr) End() token.Pos { return x.Rparen + 1 }

func (*CallExpr) exprNode() {}

// StarExpr is a pointer type or an indirection.
type StarExpr struct {
	Star token.Pos
	X    Expr
}

// Pos returns where it begins.
func (x *StarExpr) Pos() token.Pos { return x.Star }

// End returns where it ends.
func (x *StarExpr) End() token.Pos { return x.X.End() }

func (*StarExpr) exprNode() {}

// UnaryExpr is an operand with a unary operator.
type UnaryExpr struct {
	OpPos token.Pos
	Op    token.Token
	X     Expr
}

// Pos returns where it begins.
func (x *UnaryExpr) Pos() token.Pos { return x.OpPos }

// End returns where it ends.
func (x *UnaryExpr) End() token.Pos { return x.X.End() }

func (*UnaryExpr) exprNode() {}

// BinaryExpr is two operands with a binary operator.
type BinaryExpr struct {
	X     Expr
	OpPos token.Pos
	Op    token.Token
	Y     Expr
}

// Pos returns where it begins.
func (x *BinaryExpr) Pos() token.Pos { return x.X.Pos() }

// End returns where it ends.
func (x *BinaryExpr) End() token.Pos { return x.Y.End() }

func (*BinaryExpr) exprNode() {}

// KeyValueExpr is an element of a composite literal with its key.
type KeyValueExpr struct {
	Key   Expr
	Colon token.Pos
	Value Expr
}

// Pos returns where it begins.
func (x *KeyValueExpr) Pos() token.Pos { return x.Key.Pos() }

// End returns where it ends.
func (x *KeyValueExpr) End() token.Pos { return x.Value.End() }

func (*KeyValueExpr) exprNode() {}

// ArrayType is an array type, a slice type if Len is nil.
type ArrayType struct {
	Lbrack token.Pos
	Len    Expr
	Elt    Expr
}

// Pos returns where it begins.
func (x *ArrayType) Pos() token.Pos { return x.Lbrack }

// End returns where it ends.
func (x *ArrayType) End() token.Pos { return x.Elt.End() }

func (*ArrayType) exprNode() {}

// StructType is a struct type. Incomplete says that fields were filtered out.
type StructType struct {
	Struct     token.Pos
	Fields     *FieldList
	Incomplete bool
}

// Pos returns where it begins.
func (x *StructType) Pos() token.Pos { return x.Struct }

// End returns where it ends.
func (x *StructType) End() token.Pos { return x.Fields.End() }

func (*StructType) exprNode() {}

// FuncType is a function type.
type FuncType struct {
	Func       token.Pos
	TypeParams *FieldList
	Params     *FieldList
	Results    *FieldList
}

// Pos returns where it begins.
func (x *FuncType) Pos() token.Pos {
	if x.Func.IsValid() || x.Params == nil {
		return x.Func
	}
	return x.Params.Pos()
}

// End returns where it ends.
func (x *FuncType) End() token.Pos {
	if x.Results != nil {
		return x.Results.End()
	}
	return x.Params.End()
}

func (*FuncType) exprNode() {}

// InterfaceType is an interface type. Incomplete says that methods were filtered out.
type InterfaceType struct {
	Interface  token.Pos
	Methods    *FieldList
	Incomplete bool
}

// Pos returns where it begins.
func (x *InterfaceType) Pos() token.Pos { return x.Interface }

// End returns where it ends.
func (x *InterfaceType) End() token.Pos { return x.Methods.End() }

func (*InterfaceType) exprNode() {}

// MapType is a map type.
type MapType struct {
	Map   token.Pos
	Key   Expr
	Value Expr
}

// Pos returns where it begins.
func (x *MapType) Pos() token.Pos { return x.Map }

// End returns where it ends.
func (x *MapType) End() token.Pos { return x.Value.End() }

func (*MapType) exprNode() {}

// ChanType is a channel type; Arrow is NoPos if it has no direction.
type ChanType struct {
	Begin token.Pos
	Arrow token.Pos
	Dir   ChanDir
	Value Expr
}

// Pos returns where it begins.
func (x *ChanType) Pos() token.Pos { return x.Begin }

// End returns where it ends.
func (x *ChanType) End() token.Pos { return x.Value.End() }

func (*ChanType) exprNode() {}
