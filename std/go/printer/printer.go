// Package printer prints syntax trees as gofmt does.
//
// A node is printed token by token. Space between tokens is not written when it comes but kept until the next token: only then it is
// known which comments come in between and what becomes of the space around them. What is written is aligned by a tabwriter, whose
// escape character stands around comments and literals.
package printer

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"io"
	"math"
	"text/tabwriter"
)

// Mode is a set of flags.
type Mode uint

const (
	RawFormat Mode = 1 << iota // columns are not aligned
	TabIndent                  // tabs indent, whatever UseSpaces says
	UseSpaces                  // spaces align
	SourcePos                  // lines //line say where the source has what follows
)

// normalizeNumbers asks for number literals as gofmt writes them. Only go/format and gofmt know of it.
const normalizeNumbers Mode = 1 << 30

// Config says how nodes are printed.
type Config struct {
	Mode     Mode
	Tabwidth int
	Indent   int // of all lines
}

// CommentedNode is a node with comments: those in its range are printed with it.
type CommentedNode struct {
	Node     any // *ast.File, ast.Expr, ast.Decl, ast.Spec, or ast.Stmt
	Comments []*ast.CommentGroup
}

// Fprint prints a node to output with a tabwidth of 8.
func Fprint(output io.Writer, fset *token.FileSet, node any) error {
	return (&Config{Tabwidth: 8}).Fprint(output, fset, node)
}

// Fprint prints a node to output: a *CommentedNode, *ast.File, ast.Expr, ast.Decl, ast.Spec, ast.Stmt, []ast.Decl or []ast.Stmt.
// fset has the positions of its nodes. If output is a *tabwriter.Writer, Fprint does not flush it.
func (c *Config) Fprint(output io.Writer, fset *token.FileSet, node any) error {
	text, err := c.print(fset, node, map[ast.Node]int{})
	if err != nil {
		return err
	}
	if c.Mode&RawFormat != 0 {
		_, err = output.Write(trim(text))
		return err
	}
	minWidth, padding, flags := c.Tabwidth, byte('\t'), tabwriter.DiscardEmptyColumns
	if c.Mode&UseSpaces != 0 {
		padding = ' '
	}
	if c.Mode&TabIndent != 0 {
		minWidth = 0
		flags |= tabwriter.TabIndent
	}
	var aligned bytes.Buffer
	columns := tabwriter.NewWriter(&aligned, minWidth, c.Tabwidth, 1, padding, flags)
	columns.Write(text)
	columns.Flush()
	_, err = output.Write(trim(aligned.Bytes()))
	return err
}

// print returns the text of a node as the tabwriter is to have it. sizes are those of nodes measured before.
func (c *Config) print(fset *token.FileSet, node any, sizes map[ast.Node]int) ([]byte, error) {
	start := token.Position{Line: 1, Column: 1}
	p := &printer{Config: *c, fset: fset, pos: start, out: start, sizes: sizes}
	if err := p.root(node); err != nil {
		return nil, err
	}
	if p.err != nil {
		return nil, p.err
	}
	p.semicolon = false // the end of the file is as good as a newline
	p.flush(token.Position{Offset: unlimited, Line: unlimited}, token.EOF)
	p.arrangeConstraints()
	return p.text, nil
}

const unlimited = math.MaxInt32 / 2 // larger than any size, offset and line

// space is white space that is due in front of the next token.
type space byte

const (
	ignore   space = 0
	blank    space = ' '
	column   space = '\v' // ends a cell of a column
	newline  space = '\n'
	formfeed space = '\f' // a newline that ends columns
	indent   space = '>'
	unindent space = '<'
)

const (
	mostSpaces   = 16 // kept; with one more all are written
	mostNewlines = 2  // in a row: one empty line
)

type printer struct {
	Config
	fset  *token.FileSet
	text  []byte // written
	sizes map[ast.Node]int
	err   error // about a file name

	pos  token.Position // in the source, of what comes next or behind what was written
	out  token.Position // in the text, as the source would have it
	last token.Position // pos behind the last token or comment

	depth        int         // of the indentation
	literals     int         // composite literals around, inside of the function body
	spaces       []space     // due
	token        token.Token // the last one, ILLEGAL behind space
	open         token.Token // the last token if it was ( or [
	semicolon    bool        // a newline here would become a semicolon
	columnsEnded bool        // a token of several lines was written: nothing is aligned up to the end of the line
	keepTogether bool        // no newline is added behind a comment in front of a }
	noBlank      bool        // no blank is added behind a comment
	startLine    *int        // takes the line of the next token

	comments
	constraints []constraintLine

	line struct { // of the last position asked for
		pos  token.Pos
		line int
	}
}

// root prints what Fprint was given.
func (p *printer) root(node any) error {
	inner := node
	commented, ok := node.(*CommentedNode)
	if ok {
		inner = commented.Node
	}
	if ok && commented.Comments != nil {
		n, ok := inner.(ast.Node)
		if !ok {
			return unsupported(inner)
		}
		p.groups = within(n, commented.Comments)
	} else if file, ok := inner.(*ast.File); ok {
		p.groups = file.Comments
	}
	p.fromNodes = p.groups == nil
	p.nextGroup()

	switch n := inner.(type) {
	case ast.Expr:
		p.expr(n)
	case ast.Stmt:
		p.leaveRoomForLabels(n)
		p.stmt(n, false)
	case ast.Decl:
		p.decl(n)
	case ast.Spec:
		p.spec(n, 1, false)
	case []ast.Stmt:
		p.leaveRoomForLabels(n...)
		p.stmtList(n, 0, false)
	case []ast.Decl:
		p.declList(n)
	case *ast.File:
		p.file(n)
	default:
		return unsupported(inner)
	}
	return nil
}

func unsupported(node any) error { return fmt.Errorf("go/printer: unsupported node type %T", node) }

// leaveRoomForLabels indents by one if there are labels, which stand one less deep.
func (p *printer) leaveRoomForLabels(list ...ast.Stmt) {
	for _, s := range list {
		if _, ok := s.(*ast.LabeledStmt); ok {
			p.depth = 1
		}
	}
}

// within returns the groups in the range of a node, its own comments included.
func within(n ast.Node, groups []*ast.CommentGroup) []*ast.CommentGroup {
	begin, end := n.Pos(), n.End()
	if doc := docOf(n); doc != nil {
		begin = doc.Pos()
	}
	if last := lastComment(n); last != nil {
		end = max(end, last.End())
	}
	first := 0
	for first < len(groups) && groups[first].End() < begin {
		first++
	}
	behind := first
	for behind < len(groups) && groups[behind].Pos() < end {
		behind++
	}
	if first == behind {
		return nil
	}
	return groups[first:behind]
}

func docOf(n ast.Node) *ast.CommentGroup {
	switch n := n.(type) {
	case *ast.Field:
		return n.Doc
	case *ast.ImportSpec:
		return n.Doc
	case *ast.ValueSpec:
		return n.Doc
	case *ast.TypeSpec:
		return n.Doc
	case *ast.GenDecl:
		return n.Doc
	case *ast.FuncDecl:
		return n.Doc
	case *ast.File:
		return n.Doc
	}
	return nil
}

func lastComment(n ast.Node) *ast.CommentGroup {
	switch n := n.(type) {
	case *ast.Field:
		return n.Comment
	case *ast.ImportSpec:
		return n.Comment
	case *ast.ValueSpec:
		return n.Comment
	case *ast.TypeSpec:
		return n.Comment
	case *ast.GenDecl:
		if len(n.Specs) > 0 {
			return lastComment(n.Specs[len(n.Specs)-1])
		}
	case *ast.File:
		if len(n.Comments) > 0 {
			return n.Comments[len(n.Comments)-1]
		}
	}
	return nil
}
