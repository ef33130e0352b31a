package parse

import (
	"slices"
	"strconv"
	"strings"
)

// Node is a part of a parsed template.
type Node interface {
	Type() NodeType
	// String returns the part as it could be written.
	String() string
	// Copy returns a copy that shares no nodes.
	Copy() Node
	// Position returns where the part begins in the text.
	Position() Pos

	tree() *Tree
	writeTo(*strings.Builder)
}

// Pos is a place in the text: bytes before it.
type Pos int

// Position returns p.
func (p Pos) Position() Pos { return p }

// NodeType says what a node is.
type NodeType int

// Type returns t.
func (t NodeType) Type() NodeType { return t }

const (
	NodeText       NodeType = iota // text outside of actions
	NodeAction                     // a pipeline that is printed or declares
	NodeBool                       // true, false
	NodeChain                      // fields of a term
	NodeCommand                    // a part of a pipeline
	NodeDot                        // .
	nodeElse                       // else, not in the tree
	nodeEnd                        // end, not in the tree
	NodeField                      // .Name
	NodeIdentifier                 // the name of a function
	NodeIf                         // if
	NodeList                       // nodes
	NodeNil                        // nil
	NodeNumber                     // a number
	NodePipe                       // a pipeline
	NodeRange                      // range
	NodeString                     // a string
	NodeTemplate                   // template
	NodeVariable                   // $name
	NodeWith                       // with
	NodeComment                    // a comment
	NodeBreak                      // break
	NodeContinue                   // continue
)

// text returns what n writes.
func text(n Node) string {
	var b strings.Builder
	n.writeTo(&b)
	return b.String()
}

// write writes words, the first and the last in delimiters.
func (t *Tree) writeAction(b *strings.Builder, words ...string) {
	b.WriteString(t.left)
	for _, word := range words {
		b.WriteString(word)
	}
	b.WriteString(t.right)
}

// ListNode is nodes one after the other.
type ListNode struct {
	NodeType
	Pos
	tr    *Tree
	Nodes []Node
}

func (l *ListNode) tree() *Tree    { return l.tr }
func (l *ListNode) String() string { return text(l) }
func (l *ListNode) Copy() Node     { return l.CopyList() }

func (l *ListNode) writeTo(b *strings.Builder) {
	for _, n := range l.Nodes {
		n.writeTo(b)
	}
}

// CopyList is Copy with the type kept; of nil it is nil.
func (l *ListNode) CopyList() *ListNode {
	if l == nil {
		return nil
	}
	c := &ListNode{NodeType: NodeList, Pos: l.Pos, tr: l.tr}
	for _, n := range l.Nodes {
		c.Nodes = append(c.Nodes, n.Copy())
	}
	return c
}

// TextNode is text outside of actions.
type TextNode struct {
	NodeType
	Pos
	tr   *Tree
	Text []byte
}

func (t *TextNode) tree() *Tree                { return t.tr }
func (t *TextNode) String() string             { return string(t.Text) }
func (t *TextNode) writeTo(b *strings.Builder) { b.Write(t.Text) }

func (t *TextNode) Copy() Node {
	c := *t
	c.Text = append([]byte{}, t.Text...)
	return &c
}

// CommentNode is a comment, with its marks.
type CommentNode struct {
	NodeType
	Pos
	tr   *Tree
	Text string
}

func (c *CommentNode) tree() *Tree                { return c.tr }
func (c *CommentNode) String() string             { return text(c) }
func (c *CommentNode) writeTo(b *strings.Builder) { c.tr.writeAction(b, c.Text) }

func (c *CommentNode) Copy() Node {
	d := *c
	return &d
}

// PipeNode is a pipeline: commands, and the variables that get the value of the last one.
type PipeNode struct {
	NodeType
	Pos
	tr       *Tree
	Line     int
	IsAssign bool // the variables are there already
	Decl     []*VariableNode
	Cmds     []*CommandNode
}

func (p *PipeNode) tree() *Tree    { return p.tr }
func (p *PipeNode) String() string { return text(p) }
func (p *PipeNode) Copy() Node     { return p.CopyPipe() }

func (p *PipeNode) writeTo(b *strings.Builder) {
	for i, v := range p.Decl {
		if i > 0 {
			b.WriteString(", ")
		}
		v.writeTo(b)
	}
	switch {
	case len(p.Decl) == 0:
	case p.IsAssign:
		b.WriteString(" = ")
	default:
		b.WriteString(" := ")
	}
	for i, c := range p.Cmds {
		if i > 0 {
			b.WriteString(" | ")
		}
		c.writeTo(b)
	}
}

// CopyPipe is Copy with the type kept; of nil it is nil.
func (p *PipeNode) CopyPipe() *PipeNode {
	if p == nil {
		return nil
	}
	c := *p
	c.Decl = make([]*VariableNode, len(p.Decl))
	for i, v := range p.Decl {
		c.Decl[i] = v.Copy().(*VariableNode)
	}
	c.Cmds = nil
	for _, command := range p.Cmds {
		c.Cmds = append(c.Cmds, command.Copy().(*CommandNode))
	}
	return &c
}

// ActionNode is a pipeline as an action.
type ActionNode struct {
	NodeType
	Pos
	tr   *Tree
	Line int
	Pipe *PipeNode
}

func (a *ActionNode) tree() *Tree                { return a.tr }
func (a *ActionNode) String() string             { return text(a) }
func (a *ActionNode) writeTo(b *strings.Builder) { a.tr.writeAction(b, a.Pipe.String()) }

func (a *ActionNode) Copy() Node {
	c := *a
	c.Pipe = a.Pipe.CopyPipe()
	return &c
}

// CommandNode is a value, or a function or method with its arguments.
type CommandNode struct {
	NodeType
	Pos
	tr   *Tree
	Args []Node
}

func (c *CommandNode) tree() *Tree    { return c.tr }
func (c *CommandNode) String() string { return text(c) }

func (c *CommandNode) writeTo(b *strings.Builder) {
	for i, n := range c.Args {
		if i > 0 {
			b.WriteByte(' ')
		}
		writeTerm(b, n)
	}
}

// writeTerm writes a node, a pipeline in parentheses.
func writeTerm(b *strings.Builder, n Node) {
	_, isPipe := n.(*PipeNode)
	if isPipe {
		b.WriteByte('(')
	}
	n.writeTo(b)
	if isPipe {
		b.WriteByte(')')
	}
}

func (c *CommandNode) Copy() Node {
	if c == nil {
		return c
	}
	d := *c
	d.Args = nil
	for _, n := range c.Args {
		d.Args = append(d.Args, n.Copy())
	}
	return &d
}

// IdentifierNode is the name of a function.
type IdentifierNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident string
}

// NewIdentifier returns a node without tree and place.
func NewIdentifier(ident string) *IdentifierNode {
	return &IdentifierNode{NodeType: NodeIdentifier, Ident: ident}
}

// SetPos sets the place and returns the node.
func (i *IdentifierNode) SetPos(pos Pos) *IdentifierNode {
	i.Pos = pos
	return i
}

// SetTree sets the tree and returns the node.
func (i *IdentifierNode) SetTree(t *Tree) *IdentifierNode {
	i.tr = t
	return i
}

func (i *IdentifierNode) tree() *Tree                { return i.tr }
func (i *IdentifierNode) String() string             { return i.Ident }
func (i *IdentifierNode) writeTo(b *strings.Builder) { b.WriteString(i.Ident) }

func (i *IdentifierNode) Copy() Node {
	c := *i
	return &c
}

// VariableNode is a variable, with fields of it.
type VariableNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident []string // the name with its '$' first
}

func (v *VariableNode) tree() *Tree                { return v.tr }
func (v *VariableNode) String() string             { return strings.Join(v.Ident, ".") }
func (v *VariableNode) writeTo(b *strings.Builder) { b.WriteString(v.String()) }

func (v *VariableNode) Copy() Node {
	c := *v
	c.Ident = append([]string{}, v.Ident...)
	return &c
}

// DotNode is the value that '.' stands for.
type DotNode struct {
	NodeType
	Pos
	tr *Tree
}

// Type returns NodeDot, whatever the field says.
func (d *DotNode) Type() NodeType             { return NodeDot }
func (d *DotNode) tree() *Tree                { return d.tr }
func (d *DotNode) String() string             { return "." }
func (d *DotNode) writeTo(b *strings.Builder) { b.WriteByte('.') }

func (d *DotNode) Copy() Node {
	c := *d
	return &c
}

// NilNode is nil.
type NilNode struct {
	NodeType
	Pos
	tr *Tree
}

// Type returns NodeNil, whatever the field says.
func (n *NilNode) Type() NodeType             { return NodeNil }
func (n *NilNode) tree() *Tree                { return n.tr }
func (n *NilNode) String() string             { return "nil" }
func (n *NilNode) writeTo(b *strings.Builder) { b.WriteString("nil") }

func (n *NilNode) Copy() Node {
	c := *n
	return &c
}

// FieldNode is a field, method or key of dot, with fields of it.
type FieldNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident []string
}

func (f *FieldNode) tree() *Tree    { return f.tr }
func (f *FieldNode) String() string { return text(f) }

func (f *FieldNode) writeTo(b *strings.Builder) { writeFields(b, f.Ident) }

func writeFields(b *strings.Builder, names []string) {
	for _, name := range names {
		b.WriteByte('.')
		b.WriteString(name)
	}
}

func (f *FieldNode) Copy() Node {
	c := *f
	c.Ident = append([]string{}, f.Ident...)
	return &c
}

// ChainNode is a term with fields of it.
type ChainNode struct {
	NodeType
	Pos
	tr    *Tree
	Node  Node
	Field []string
}

func (c *ChainNode) tree() *Tree    { return c.tr }
func (c *ChainNode) String() string { return text(c) }

func (c *ChainNode) writeTo(b *strings.Builder) {
	writeTerm(b, c.Node)
	writeFields(b, c.Field)
}

// Add adds a field, written with its '.'.
func (c *ChainNode) Add(field string) {
	if !strings.HasPrefix(field, ".") {
		panic("no dot in field")
	}
	if field == "." {
		panic("empty field")
	}
	c.Field = append(c.Field, field[1:])
}

func (c *ChainNode) Copy() Node {
	d := *c
	d.Field = slices.Clone(c.Field)
	return &d
}

// BoolNode is true or false.
type BoolNode struct {
	NodeType
	Pos
	tr   *Tree
	True bool
}

func (b *BoolNode) tree() *Tree                 { return b.tr }
func (b *BoolNode) String() string              { return strconv.FormatBool(b.True) }
func (b *BoolNode) writeTo(to *strings.Builder) { to.WriteString(b.String()) }

func (b *BoolNode) Copy() Node {
	c := *b
	return &c
}

// StringNode is a string constant.
type StringNode struct {
	NodeType
	Pos
	tr     *Tree
	Quoted string // as it was written
	Text   string
}

func (s *StringNode) tree() *Tree                { return s.tr }
func (s *StringNode) String() string             { return s.Quoted }
func (s *StringNode) writeTo(b *strings.Builder) { b.WriteString(s.Quoted) }

func (s *StringNode) Copy() Node {
	c := *s
	return &c
}

// clause is "else" or "end"; it ends a list and is in none.
type clause struct {
	NodeType
	Pos
	tr *Tree
}

func (c *clause) tree() *Tree    { return c.tr }
func (c *clause) String() string { return text(c) }
func (c *clause) writeTo(b *strings.Builder) {
	word := "end"
	if c.NodeType == nodeElse {
		word = "else"
	}
	c.tr.writeAction(b, word)
}

func (c *clause) Copy() Node {
	d := *c
	return &d
}

// BranchNode is what if, range and with have in common.
type BranchNode struct {
	NodeType
	Pos
	tr       *Tree
	Line     int
	Pipe     *PipeNode
	List     *ListNode
	ElseList *ListNode // nil if there is none
}

func (b *BranchNode) tree() *Tree    { return b.tr }
func (b *BranchNode) String() string { return text(b) }

var branchWords = map[NodeType]string{NodeIf: "if", NodeRange: "range", NodeWith: "with"}

func (b *BranchNode) writeTo(to *strings.Builder) {
	word, ok := branchWords[b.NodeType]
	if !ok {
		panic("unknown branch type")
	}
	b.tr.writeAction(to, word, " ", b.Pipe.String())
	b.List.writeTo(to)
	if b.ElseList != nil {
		b.tr.writeAction(to, "else")
		b.ElseList.writeTo(to)
	}
	b.tr.writeAction(to, "end")
}

// node returns the branch as the node that its type says.
func (b BranchNode) node() Node {
	switch b.NodeType {
	case NodeIf:
		return &IfNode{b}
	case NodeRange:
		return &RangeNode{b}
	case NodeWith:
		return &WithNode{b}
	}
	panic("unknown branch type")
}

// Copy returns an IfNode, RangeNode or WithNode with the same parts.
func (b *BranchNode) Copy() Node { return b.node() }

func (b BranchNode) copied() BranchNode {
	b.Pipe, b.List, b.ElseList = b.Pipe.CopyPipe(), b.List.CopyList(), b.ElseList.CopyList()
	return b
}

// IfNode is an if action.
type IfNode struct{ BranchNode }

func (i *IfNode) Copy() Node { return i.copied().node() }

// RangeNode is a range action.
type RangeNode struct{ BranchNode }

func (r *RangeNode) Copy() Node { return r.copied().node() }

// WithNode is a with action.
type WithNode struct{ BranchNode }

func (w *WithNode) Copy() Node { return w.copied().node() }

// BreakNode is a break action.
type BreakNode struct {
	tr *Tree
	NodeType
	Pos
	Line int
}

func (b *BreakNode) tree() *Tree                 { return b.tr }
func (b *BreakNode) String() string              { return text(b) }
func (b *BreakNode) writeTo(to *strings.Builder) { b.tr.writeAction(to, "break") }

func (b *BreakNode) Copy() Node {
	c := *b
	return &c
}

// ContinueNode is a continue action.
type ContinueNode struct {
	tr *Tree
	NodeType
	Pos
	Line int
}

func (c *ContinueNode) tree() *Tree                { return c.tr }
func (c *ContinueNode) String() string             { return text(c) }
func (c *ContinueNode) writeTo(b *strings.Builder) { c.tr.writeAction(b, "continue") }

func (c *ContinueNode) Copy() Node {
	d := *c
	return &d
}

// TemplateNode is a template action.
type TemplateNode struct {
	NodeType
	Pos
	tr   *Tree
	Line int
	Name string
	Pipe *PipeNode // the template's dot; nil if there is none
}

func (t *TemplateNode) tree() *Tree    { return t.tr }
func (t *TemplateNode) String() string { return text(t) }

func (t *TemplateNode) writeTo(b *strings.Builder) {
	dot := ""
	if t.Pipe != nil {
		dot = " " + t.Pipe.String()
	}
	t.tr.writeAction(b, "template ", strconv.Quote(t.Name), dot)
}

func (t *TemplateNode) Copy() Node {
	c := *t
	c.Pipe = t.Pipe.CopyPipe()
	return &c
}
