// Package format formats Go source as gofmt does.
package format

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"io"
	"strings"
)

// normalizeNumbers is a flag of go/printer's that only it and gofmt know of: number literals in gofmt's form.
const normalizeNumbers = 1 << 30

var config = printer.Config{Mode: printer.UseSpaces | printer.TabIndent | normalizeNumbers, Tabwidth: 8}

const parserMode = parser.ParseComments | parser.SkipObjectResolution

// Node formats a node and writes it to dst: what go/printer prints, *ast.File, *printer.CommentedNode and so on. The imports of a
// file are sorted in what is written; the node stays as it is.
func Node(dst io.Writer, fset *token.FileSet, node any) error {
	commented, _ := node.(*printer.CommentedNode)
	inner := node
	if commented != nil {
		inner = commented.Node
	}
	if file, ok := inner.(*ast.File); ok && hasImportGroup(file) {
		// Sorting changes the tree: sort a copy.
		var text bytes.Buffer
		if err := config.Fprint(&text, fset, file); err != nil {
			return err
		}
		file, err := parser.ParseFile(fset, "", text.Bytes(), parserMode)
		if err != nil {
			return fmt.Errorf("format.Node internal error (%s)", err)
		}
		ast.SortImports(fset, file)
		node = file
		if commented != nil {
			node = &printer.CommentedNode{Node: file, Comments: commented.Comments}
		}
	}
	return config.Fprint(dst, fset, node)
}

func hasImportGroup(file *ast.File) bool {
	for _, d := range file.Decls {
		d, ok := d.(*ast.GenDecl)
		if !ok || d.Tok != token.IMPORT {
			return false
		}
		if d.Lparen.IsValid() {
			return true
		}
	}
	return false
}

// Source formats a file, or a list of declarations or statements; of these the space at both ends and the indentation of the first line
// stay.
func Source(src []byte) ([]byte, error) {
	fset := token.NewFileSet()
	file, w, err := parse(fset, src)
	if err != nil {
		return nil, err
	}
	if w != nil {
		return w.format(fset, file, src)
	}
	ast.SortImports(fset, file)
	var text bytes.Buffer
	if err := config.Fprint(&text, fset, file); err != nil {
		return nil, err
	}
	return text.Bytes(), nil
}

// wrapping is what makes a file of a part of one.
type wrapping struct {
	before, behind string // in the source, without newlines before it
	printed        string // what before is printed as
	lines          int    // of that which are indented
	depth          int    // the indentation it adds
}

var (
	declarations = wrapping{before: "package p;", printed: "package p\n", lines: 1}
	statements   = wrapping{"package p; func _() {", "\n\n}", "package p\n\nfunc _() {", 2, 1}
)

// parse parses a file, or a part of one with what has to be around it.
func parse(fset *token.FileSet, src []byte) (*ast.File, *wrapping, error) {
	file, err := parser.ParseFile(fset, "", src, parserMode)
	if err == nil || !strings.Contains(err.Error(), "expected 'package'") {
		return file, nil, err
	}
	file, err = declarations.parse(fset, src)
	if err == nil || !strings.Contains(err.Error(), "expected declaration") {
		return file, &declarations, err
	}
	file, err = statements.parse(fset, src)
	return file, &statements, err
}

func (w *wrapping) parse(fset *token.FileSet, src []byte) (*ast.File, error) {
	text := append(append([]byte(w.before), src...), w.behind...)
	return parser.ParseFile(fset, "", text, parserMode)
}

func (w *wrapping) format(fset *token.FileSet, file *ast.File, src []byte) ([]byte, error) {
	body := strings.TrimLeft(string(src), " \t\n\r")
	space := src[:len(src)-len(body)]
	lines := space[:bytes.LastIndexByte(space, '\n')+1]
	indentation := bytes.Count(space[len(lines):], []byte{'\t'})
	if indentation == 0 && bytes.IndexByte(space[len(lines):], ' ') >= 0 {
		indentation = 1
	}
	c := config
	c.Indent = indentation - w.depth
	var text bytes.Buffer
	if err := c.Fprint(&text, fset, file); err != nil {
		return nil, err
	}
	formatted := text.Bytes()[w.lines*max(c.Indent, 0)+len(w.printed):]
	formatted = bytes.TrimSpace(bytes.TrimSuffix(formatted, []byte(strings.TrimLeft(w.behind, "\n")+"\n")))
	if len(formatted) == 0 {
		return src, nil
	}
	result := append([]byte(nil), lines...)
	for range indentation {
		result = append(result, '\t')
	}
	result = append(result, formatted...)
	return append(result, src[len(space)+len(strings.TrimRight(body, " \t\n\r")):]...), nil
}
