package ast

import (
	"cmp"
	"go/token"
	"slices"
	"strconv"
)

// SortImports sorts the imports of each block of lines by path and name, and leaves out doubles that lose no comment. The line table
// of the file is changed where lines go.
func SortImports(fset *token.FileSet, f *File) {
	line := func(p token.Pos) int { return fset.PositionFor(p, false).Line }
	for _, decl := range f.Decls {
		d, ok := decl.(*GenDecl)
		if !ok || d.Tok != token.IMPORT {
			break // imports come first
		}
		if !d.Lparen.IsValid() {
			continue
		}
		var sorted []Spec
		for begin := 0; begin < len(d.Specs); {
			end := begin + 1
			for end < len(d.Specs) && line(d.Specs[end].Pos()) <= line(d.Specs[end-1].End())+1 {
				end++
			}
			sorted = append(sorted, sortBlock(fset, f, d, d.Specs[begin:end])...)
			begin = end
		}
		d.Specs = sorted
		if n := len(sorted); n > 0 {
			// Empty lines that doubles left in front of the parenthesis go.
			last, closing := line(sorted[n-1].Pos()), line(d.Rparen)
			for closing > last+1 {
				closing--
				fset.File(d.Rparen).MergeLine(closing)
			}
		}
	}
	f.Imports = f.Imports[:0]
	for _, decl := range f.Decls {
		if d, ok := decl.(*GenDecl); ok && d.Tok == token.IMPORT {
			for _, spec := range d.Specs {
				f.Imports = append(f.Imports, spec.(*ImportSpec))
			}
		}
	}
}

// importKey is what imports are sorted by.
type importKey struct{ path, name, comment string }

func keyOf(s Spec) (k importKey) {
	spec := s.(*ImportSpec)
	if path, err := strconv.Unquote(spec.Path.Value); err == nil {
		k.path = path
	}
	if spec.Name != nil {
		k.name = spec.Name.Name
	}
	k.comment = spec.Comment.Text()
	return k
}

// attached is a comment of an import, in front of it or behind.
type attached struct {
	group *CommentGroup
	front bool
}

// sortBlock sorts imports that have no empty line between them, and moves them and their comments to the places in that order.
func sortBlock(fset *token.FileSet, f *File, d *GenDecl, specs []Spec) []Spec {
	n := len(specs)
	if n < 2 {
		return specs
	}
	line := func(p token.Pos) int { return fset.PositionFor(p, false).Line }
	type span struct{ from, to token.Pos }
	places := make([]span, n)
	for i, s := range specs {
		places[i] = span{s.Pos(), s.End()}
	}

	// The comments on the lines of the block.
	file := fset.File(places[0].from)
	from := file.LineStart(line(places[0].from))
	to := places[n-1].to
	if last := line(to); last < fset.File(to).LineCount() {
		to = fset.File(to).LineStart(last + 1)
	}
	var comments []*CommentGroup
	for i, g := range f.Comments {
		if g.End() >= to {
			break
		}
		if g.Pos() >= from {
			comments = f.Comments[i-len(comments) : i+1]
		}
	}
	of := map[Spec][]attached{}
	at := 0
	for _, g := range comments {
		for at+1 < n && places[at+1].from <= g.Pos() {
			at++
		}
		front := at == 0 && g.Pos() < places[0].from
		if !front && at+1 < n && line(places[at].from)+1 == line(g.Pos()) {
			at++
			front = true
		}
		of[specs[at]] = append(of[specs[at]], attached{g, front})
	}

	slices.SortFunc(specs, func(a, b Spec) int {
		x, y := keyOf(a), keyOf(b)
		return cmp.Or(cmp.Compare(x.path, y.path), cmp.Compare(x.name, y.name), cmp.Compare(x.comment, y.comment))
	})
	kept := specs[:0]
	for i, s := range specs {
		if i+1 < n {
			x, y := keyOf(s), keyOf(specs[i+1])
			if x.path == y.path && x.name == y.name && s.(*ImportSpec).Comment == nil {
				if l := line(s.Pos()); l != line(d.Rparen) {
					fset.File(s.Pos()).MergeLine(l)
				}
				continue
			}
		}
		kept = append(kept, s)
	}
	for i, s := range kept {
		spec, place := s.(*ImportSpec), places[i]
		if spec.Name != nil {
			spec.Name.NamePos = place.from
		}
		if path := spec.Path; path.ValueEnd.IsValid() {
			path.ValueEnd = place.from + path.End() - path.Pos()
		}
		spec.Path.ValuePos = place.from
		spec.EndPos = place.to
		for _, a := range of[s] {
			for _, c := range a.group.List {
				c.Slash = place.to
				if a.front {
					c.Slash = place.from - 1
				}
			}
		}
	}
	sortComments(comments)
	return kept
}

func sortComments(list []*CommentGroup) {
	slices.SortFunc(list, func(a, b *CommentGroup) int { return cmp.Compare(a.Pos(), b.Pos()) })
}
