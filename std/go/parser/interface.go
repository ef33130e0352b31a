// Package parser reads Go source into the trees of package go/ast.
package parser

import (
	"bytes"
	"errors"
	"go/ast"
	"go/scanner"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Mode says how much is read, and what is reported.
type Mode uint

// The modes: stop behind the package clause or the imports; keep comments; print what is read; report declarations that clash; do
// not resolve names; report all errors, not only ten on different lines.
const (
	PackageClauseOnly Mode = 1 << iota
	ImportsOnly
	ParseComments
	Trace
	DeclarationErrors
	SpuriousErrors
	SkipObjectResolution

	AllErrors = SpuriousErrors
)

// textOf returns src, or the file's text if it is nil.
func textOf(filename string, src any) ([]byte, error) {
	switch s := src.(type) {
	case nil:
		return os.ReadFile(filename)
	case string:
		return []byte(s), nil
	case []byte:
		return s, nil
	case *bytes.Buffer:
		if s != nil {
			return s.Bytes(), nil
		}
	case io.Reader:
		return io.ReadAll(s)
	}
	return nil, errors.New("invalid source")
}

// read runs f on a parser of the text, and returns the errors, also if f was given up.
func read(fset *token.FileSet, filename string, src any, mode Mode, f func(p *parser)) (file *token.File, err error) {
	text, err := textOf(filename, src)
	if err != nil {
		return nil, err
	}
	file = fset.AddFile(filename, -1, len(text))
	p := &parser{file: file, mode: mode, tracing: mode&Trace != 0, top: true}
	defer func() {
		if e := recover(); e != nil {
			given, ok := e.(givenUp)
			if !ok {
				panic(e)
			}
			if given.msg != "" {
				p.errors.Add(file.Position(given.pos), given.msg)
			}
		}
		p.errors.Sort()
		err = p.errors.Err()
	}()
	p.scanner.Init(file, text, p.errors.Add, scanner.ScanComments)
	p.next()
	f(p)
	return file, nil
}

// ParseFile reads a file, whose text is src unless that is nil. The tree is there in spite of errors, with Bad nodes where something
// could not be read; it is nil only if the text could not be.
func ParseFile(fset *token.FileSet, filename string, src any, mode Mode) (f *ast.File, err error) {
	if fset == nil {
		panic("parser.ParseFile: no token.FileSet provided (fset == nil)")
	}
	file, err := read(fset, filename, src, mode, func(p *parser) { f = p.sourceFile() })
	if file == nil {
		return nil, err
	}
	if f == nil {
		f = &ast.File{Name: &ast.Ident{}, Scope: ast.NewScope(nil)}
	}
	f.FileStart, f.FileEnd = token.Pos(file.Base()), file.End()
	return f, err
}

// ParseDir reads the files whose names end in .go and for which filter, unless it is nil, returns true, by package. The first error is
// returned, of all files that have none the trees.
func ParseDir(fset *token.FileSet, path string, filter func(fs.FileInfo) bool, mode Mode) (pkgs map[string]*ast.Package, first error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	pkgs = map[string]*ast.Package{}
	for _, entry := range entries {
		if entry.IsDir() || !strings.HasSuffix(entry.Name(), ".go") {
			continue
		}
		if filter != nil {
			info, err := entry.Info()
			if err != nil {
				return nil, err
			}
			if !filter(info) {
				continue
			}
		}
		filename := filepath.Join(path, entry.Name())
		f, err := ParseFile(fset, filename, nil, mode)
		if err != nil {
			if first == nil {
				first = err
			}
			continue
		}
		pkg := pkgs[f.Name.Name]
		if pkg == nil {
			pkg = &ast.Package{Name: f.Name.Name, Files: map[string]*ast.File{}}
			pkgs[pkg.Name] = pkg
		}
		pkg.Files[filename] = f
	}
	return pkgs, first
}

// ParseExprFrom reads an expression or a type.
func ParseExprFrom(fset *token.FileSet, filename string, src any, mode Mode) (expr ast.Expr, err error) {
	if fset == nil {
		panic("parser.ParseExprFrom: no token.FileSet provided (fset == nil)")
	}
	_, err = read(fset, filename, src, mode, func(p *parser) {
		expr = p.rightSide()
		if p.atNewline() {
			p.next()
		}
		p.expect(token.EOF)
	})
	return expr, err
}

// ParseExpr reads an expression or a type that is no file's.
func ParseExpr(x string) (ast.Expr, error) {
	return ParseExprFrom(token.NewFileSet(), "", []byte(x), 0)
}
