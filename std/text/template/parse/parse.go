// Package parse makes trees of templates; text/template executes them.
package parse

import (
	"bytes"
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// Tree is a parsed template.
type Tree struct {
	Name      string    // of the template
	ParseName string    // of the template whose text it is in, for messages
	Root      *ListNode // nil after an error
	Mode      Mode
	text      string // it and those that it defines
	left      string // delimiters
	right     string
}

// Mode has the settings of parsing.
type Mode uint

const (
	ParseComments Mode = 1 << iota // comments are nodes
	SkipFuncCheck                  // functions need not be known
)

// maxDepth is how deep parentheses nest.
const maxDepth = 10000

// New returns a tree without nodes; the functions come with Parse.
func New(name string, funcs ...map[string]any) *Tree { return &Tree{Name: name} }

// Copy returns a copy that shares no nodes; of nil it is nil.
func (t *Tree) Copy() *Tree {
	if t == nil {
		return nil
	}
	return &Tree{Name: t.Name, ParseName: t.ParseName, Root: t.Root.CopyList(), text: t.text, left: t.left, right: t.right}
}

// Parse parses a template and returns the trees, by name, of it and of those that it defines. The delimiters are "{{" and
// "}}" if they are "".
func Parse(name, text, leftDelim, rightDelim string, funcs ...map[string]any) (map[string]*Tree, error) {
	set := make(map[string]*Tree)
	_, err := New(name).Parse(text, leftDelim, rightDelim, set, funcs...)
	return set, err
}

// Parse parses a template into t; the trees of those that it defines, and t, are added to treeSet.
func (t *Tree) Parse(text, leftDelim, rightDelim string, treeSet map[string]*Tree, funcs ...map[string]any) (tree *Tree, err error) {
	defer func() {
		if e := recover(); e != nil {
			if _, ok := e.(runtime.Error); ok {
				panic(e)
			}
			tree, err = nil, e.(error)
		}
	}()
	t.ParseName = t.Name
	t.text = text
	t.left, t.right = defaultLeft, defaultRight
	if leftDelim != "" {
		t.left = leftDelim
	}
	if rightDelim != "" {
		t.right = rightDelim
	}
	t.Root = nil
	p := newParser(t, &lexer{input: text, left: t.left, right: t.right, line: 1}, funcs, treeSet)
	p.lex.comments = t.Mode&ParseComments != 0
	p.lex.canBreak = !p.hasFunction("break")
	p.lex.canContinue = !p.hasFunction("continue")
	p.template()
	p.add()
	return t, nil
}

// ErrorContext returns the place of a node as "name:line:column", and the node as text.
func (t *Tree) ErrorContext(n Node) (location, context string) {
	if own := n.tree(); own != nil {
		t = own
	}
	before := t.text[:n.Position()]
	column := len(before)
	if newline := strings.LastIndexByte(before, '\n'); newline >= 0 {
		column -= newline + 1
	}
	return fmt.Sprintf("%s:%d:%d", t.ParseName, 1+strings.Count(before, "\n"), column), n.String()
}

// IsEmptyTree reports whether nothing but spaces and comments is in n.
func IsEmptyTree(n Node) bool {
	switch n := n.(type) {
	case nil, *CommentNode:
		return true
	case *ListNode:
		for _, each := range n.Nodes {
			if !IsEmptyTree(each) {
				return false
			}
		}
		return true
	case *TextNode:
		return len(bytes.TrimSpace(n.Text)) == 0
	case *ActionNode, *IfNode, *RangeNode, *TemplateNode, *WithNode:
		return false
	}
	panic("unknown node: " + n.String())
}

// parser makes one tree.
type parser struct {
	*Tree
	lex        *lexer // shared with the parsers of the templates around
	funcs      []map[string]any
	set        map[string]*Tree
	unread     []token  // given back, the next one last
	last       token    // from lex
	vars       []string // that are declared
	actionLine int      // where the action begins; 0 outside
	ranges     int      // around
	depth      int      // of parentheses
}

func newParser(t *Tree, lex *lexer, funcs []map[string]any, set map[string]*Tree) *parser {
	return &parser{Tree: t, lex: lex, funcs: funcs, set: set, vars: []string{"$"}}
}

// inner returns the parser of a template in this one.
func (p *parser) inner(name string) *parser {
	t := &Tree{Name: name, ParseName: p.ParseName, Mode: p.Mode, text: p.text, left: p.left, right: p.right}
	return newParser(t, p.lex, p.funcs, p.set)
}

func (p *parser) next() token {
	if n := len(p.unread); n > 0 {
		t := p.unread[n-1]
		p.unread = p.unread[:n-1]
		return t
	}
	p.last = p.lex.next()
	return p.last
}

// giveBack makes t the next token.
func (p *parser) giveBack(t token) { p.unread = append(p.unread, t) }

func (p *parser) peek() token {
	t := p.next()
	p.giveBack(t)
	return t
}

func (p *parser) nextNonSpace() token {
	for {
		if t := p.next(); t.kind != tokenSpace {
			return t
		}
	}
}

func (p *parser) peekNonSpace() token {
	t := p.nextNonSpace()
	p.giveBack(t)
	return t
}

// fail ends parsing.
func (p *parser) fail(format string, args ...any) {
	p.Root = nil
	panic(fmt.Errorf(fmt.Sprintf("template: %s:%d: %s", p.ParseName, p.last.line, format), args...))
}

func (p *parser) unexpected(t token, context string) {
	if t.kind != tokenError {
		p.fail("unexpected %s in %s", t, context)
	}
	begun := ""
	if p.actionLine != 0 && p.actionLine != t.line {
		begun = fmt.Sprintf(" in action started at %s:%d", p.ParseName, p.actionLine)
		if strings.HasSuffix(t.text, " action") {
			begun = strings.TrimPrefix(begun, " in action")
		}
	}
	p.fail("%s%s", t, begun)
}

func (p *parser) expect(wanted kind, context string) token {
	t := p.nextNonSpace()
	if t.kind != wanted {
		p.unexpected(t, context)
	}
	return t
}

func (p *parser) list(pos Pos) *ListNode { return &ListNode{NodeType: NodeList, Pos: pos, tr: p.Tree} }

// template parses all of the text.
func (p *parser) template() {
	p.Root = p.list(p.peek().pos)
	for p.peek().kind != tokenEOF {
		if p.peek().kind == tokenLeft {
			left := p.next()
			t := p.nextNonSpace()
			if t.kind == tokenDefine {
				p.inner("definition").definition()
				continue
			}
			p.giveBack(t)
			p.giveBack(left)
		}
		n := p.textOrAction()
		if isClause(n) {
			p.fail("unexpected %s", n)
		}
		p.Root.Nodes = append(p.Root.Nodes, n)
	}
}

func isClause(n Node) bool { return n.Type() == nodeElse || n.Type() == nodeEnd }

// definition parses what follows "define".
func (p *parser) definition() {
	const context = "define clause"
	p.Name = p.templateName(p.nextNonSpace(), context)
	p.expect(tokenRight, context)
	var end Node
	p.Root, end = p.itemList()
	if end.Type() != nodeEnd {
		p.fail("unexpected %s in %s", end, context)
	}
	p.add()
}

// add adds the tree to the set, if there is none of its name that is not empty.
func (p *parser) add() {
	known := p.set[p.Name]
	if known == nil || IsEmptyTree(known.Root) {
		p.set[p.Name] = p.Tree
	} else if !IsEmptyTree(p.Root) {
		p.fail("template: multiple definition of template %q", p.Name)
	}
}

// itemList parses up to "else" or "end".
func (p *parser) itemList() (list *ListNode, end Node) {
	list = p.list(p.peekNonSpace().pos)
	for p.peekNonSpace().kind != tokenEOF {
		n := p.textOrAction()
		if isClause(n) {
			return list, n
		}
		list.Nodes = append(list.Nodes, n)
	}
	p.fail("unexpected EOF")
	return nil, nil
}

func (p *parser) textOrAction() Node {
	switch t := p.nextNonSpace(); t.kind {
	case tokenText:
		return &TextNode{NodeText, t.pos, p.Tree, []byte(t.text)}
	case tokenLeft:
		p.actionLine = t.line
		n := p.action()
		p.actionLine = 0
		return n
	case tokenComment:
		return &CommentNode{NodeComment, t.pos, p.Tree, t.text}
	default:
		p.unexpected(t, "input")
		return nil
	}
}

func (p *parser) action() Node {
	t := p.nextNonSpace()
	switch t.kind {
	case tokenBlock:
		return p.block()
	case tokenBreak:
		p.loopControl("{{break}}")
		return &BreakNode{p.Tree, NodeBreak, t.pos, t.line}
	case tokenContinue:
		p.loopControl("{{continue}}")
		return &ContinueNode{p.Tree, NodeContinue, t.pos, t.line}
	case tokenElse:
		next := p.peekNonSpace()
		if next.kind != tokenIf && next.kind != tokenWith {
			next = p.expect(tokenRight, "else")
		}
		return &clause{nodeElse, next.pos, p.Tree}
	case tokenEnd:
		return &clause{nodeEnd, p.expect(tokenRight, "end").pos, p.Tree}
	case tokenIf:
		return p.branch(NodeIf)
	case tokenRange:
		return p.branch(NodeRange)
	case tokenWith:
		return p.branch(NodeWith)
	case tokenTemplate:
		return p.templateAction()
	}
	p.giveBack(t)
	return &ActionNode{NodeAction, t.pos, p.Tree, t.line, p.pipeline("command", tokenRight)}
}

// loopControl parses the end of break and continue.
func (p *parser) loopControl(action string) {
	if t := p.nextNonSpace(); t.kind != tokenRight {
		p.unexpected(t, action)
	}
	if p.ranges == 0 {
		p.fail("%s outside {{range}}", action)
	}
}

// branch parses what follows if, range or with.
func (p *parser) branch(kind NodeType) Node {
	known := len(p.vars)
	pipe := p.pipeline(branchWords[kind], tokenRight)
	b := BranchNode{NodeType: kind, Pos: pipe.Pos, tr: p.Tree, Line: pipe.Line, Pipe: pipe}
	if kind == NodeRange {
		p.ranges++
	}
	var end Node
	b.List, end = p.itemList()
	if kind == NodeRange {
		p.ranges--
	}
	if end.Type() == nodeElse {
		next := p.peek().kind
		if kind == NodeIf && next == tokenIf || kind == NodeWith && next == tokenWith {
			p.next()
			b.ElseList = p.list(end.Position())
			b.ElseList.Nodes = []Node{p.branch(kind)}
		} else if b.ElseList, end = p.itemList(); end.Type() != nodeEnd {
			p.fail("expected end; found %s", end)
		}
	}
	p.vars = p.vars[:known]
	return b.node()
}

// block parses what follows "block": a definition that is used where it stands.
func (p *parser) block() Node {
	const context = "block clause"
	t := p.nextNonSpace()
	name := p.templateName(t, context)
	pipe := p.pipeline(context, tokenRight)
	inner := p.inner(name)
	var end Node
	inner.Root, end = inner.itemList()
	if end.Type() != nodeEnd {
		p.fail("unexpected %s in %s", end, context)
	}
	inner.add()
	return &TemplateNode{NodeTemplate, t.pos, p.Tree, t.line, name, pipe}
}

// templateAction parses what follows "template".
func (p *parser) templateAction() Node {
	const context = "template clause"
	t := p.nextNonSpace()
	n := &TemplateNode{NodeTemplate, t.pos, p.Tree, t.line, p.templateName(t, context), nil}
	if next := p.nextNonSpace(); next.kind != tokenRight {
		p.giveBack(next)
		n.Pipe = p.pipeline(context, tokenRight)
	}
	return n
}

func (p *parser) templateName(t token, context string) string {
	if t.kind != tokenString && t.kind != tokenRawString {
		p.unexpected(t, context)
	}
	return p.unquote(t)
}

func (p *parser) unquote(t token) string {
	s, err := strconv.Unquote(t.text)
	if err != nil {
		p.fail("%s", err)
	}
	return s
}

func (p *parser) variable(pos Pos, name string) *VariableNode {
	return &VariableNode{NodeVariable, pos, p.Tree, strings.Split(name, ".")}
}

// pipeline parses variables and commands up to a token.
func (p *parser) pipeline(context string, end kind) *PipeNode {
	t := p.peekNonSpace()
	pipe := &PipeNode{NodeType: NodePipe, Pos: t.pos, tr: p.Tree, Line: t.line}
	p.declarations(pipe, context)
	for {
		switch t := p.nextNonSpace(); t.kind {
		case end:
			p.check(pipe, context)
			return pipe
		case tokenBool, tokenCharConstant, tokenComplex, tokenDot, tokenField, tokenIdentifier, tokenNumber, tokenNil, tokenRawString,
			tokenString, tokenVariable, tokenLeftParen:
			p.giveBack(t)
			pipe.Cmds = append(pipe.Cmds, p.command())
		default:
			p.unexpected(t, context)
		}
	}
}

// declarations parses "$a :=", "$a =" and, of range, "$a, $b :=".
func (p *parser) declarations(pipe *PipeNode, context string) {
	for p.peekNonSpace().kind == tokenVariable {
		v := p.next()
		space := p.peek()
		next := p.nextNonSpace()
		comma := next.kind == tokenChar && next.text == ","
		if !comma && next.kind != tokenAssign && next.kind != tokenDeclare {
			p.giveBack(next)
			if space.kind == tokenSpace {
				p.giveBack(space)
			}
			p.giveBack(v)
			return
		}
		pipe.Decl = append(pipe.Decl, p.variable(v.pos, v.text))
		p.vars = append(p.vars, v.text)
		if !comma {
			pipe.IsAssign = next.kind == tokenAssign
			return
		}
		if context != "range" || len(pipe.Decl) > 1 {
			p.fail("too many declarations in %s", context)
		}
		switch p.peekNonSpace().kind {
		case tokenVariable, tokenRight, tokenRightParen:
		default:
			p.fail("range can only initialize variables")
		}
	}
}

// check fails if there is no command, or one that can take no value of the one before.
func (p *parser) check(pipe *PipeNode, context string) {
	if len(pipe.Cmds) == 0 {
		p.fail("missing value for %s", context)
	}
	for i, c := range pipe.Cmds[1:] {
		switch c.Args[0].Type() {
		case NodeBool, NodeDot, NodeNil, NodeNumber, NodeString:
			p.fail("non executable command in pipeline stage %d", i+2)
		}
	}
}

func (p *parser) command() *CommandNode {
	c := &CommandNode{NodeType: NodeCommand, Pos: p.peekNonSpace().pos, tr: p.Tree}
	for more := true; more; {
		p.peekNonSpace()
		if n := p.operand(); n != nil {
			c.Args = append(c.Args, n)
		}
		t := p.next()
		more = t.kind == tokenSpace
		switch t.kind {
		case tokenSpace, tokenPipe:
		case tokenRight, tokenRightParen:
			p.giveBack(t)
		default:
			p.unexpected(t, "operand")
		}
	}
	if len(c.Args) == 0 {
		p.fail("empty command")
	}
	return c
}

// operand parses a term with its fields; nil if there is no term.
func (p *parser) operand() Node {
	n := p.term()
	if n == nil || p.peek().kind != tokenField {
		return n
	}
	chain := &ChainNode{NodeType: NodeChain, Pos: p.peek().pos, tr: p.Tree, Node: n}
	for p.peek().kind == tokenField {
		chain.Add(p.next().text)
	}
	switch n.Type() {
	case NodeField:
		return p.field(chain.Pos, chain.String())
	case NodeVariable:
		return p.variable(chain.Pos, chain.String())
	case NodeBool, NodeString, NodeNumber, NodeNil, NodeDot:
		p.fail("unexpected . after term %q", n.String())
	}
	return chain
}

func (p *parser) field(pos Pos, names string) *FieldNode {
	return &FieldNode{NodeField, pos, p.Tree, strings.Split(names[1:], ".")}
}

func (p *parser) term() Node {
	t := p.nextNonSpace()
	switch t.kind {
	case tokenIdentifier:
		if p.Mode&SkipFuncCheck == 0 && !p.hasFunction(t.text) {
			p.fail("function %q not defined", t.text)
		}
		return NewIdentifier(t.text).SetTree(p.Tree).SetPos(t.pos)
	case tokenDot:
		return &DotNode{NodeDot, t.pos, p.Tree}
	case tokenNil:
		return &NilNode{NodeNil, t.pos, p.Tree}
	case tokenVariable:
		return p.knownVariable(t)
	case tokenField:
		return p.field(t.pos, t.text)
	case tokenBool:
		return &BoolNode{NodeBool, t.pos, p.Tree, t.text == "true"}
	case tokenCharConstant, tokenComplex, tokenNumber:
		n, err := p.newNumber(t)
		if err != nil {
			p.fail("%s", err)
		}
		return n
	case tokenLeftParen:
		if p.depth >= maxDepth {
			p.fail("max expression depth exceeded")
		}
		p.depth++
		pipe := p.pipeline("parenthesized pipeline", tokenRightParen)
		p.depth--
		return pipe
	case tokenString, tokenRawString:
		return &StringNode{NodeString, t.pos, p.Tree, t.text, p.unquote(t)}
	}
	p.giveBack(t)
	return nil
}

func (p *parser) knownVariable(t token) Node {
	for _, name := range p.vars {
		if name == t.text {
			return p.variable(t.pos, t.text)
		}
	}
	p.fail("undefined variable %q", t.text)
	return nil
}

func (p *parser) hasFunction(name string) bool {
	for _, funcs := range p.funcs {
		if funcs[name] != nil {
			return true
		}
	}
	return false
}
