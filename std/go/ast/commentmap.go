package ast

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
	"strings"
)

// CommentMap is comments by the nodes that they belong to.
type CommentMap map[Node][]*CommentGroup

// NewCommentMap finds the node under node that each comment belongs to: the largest one that begins behind it, unless it stands on the line
// on which a node ends, or right below that and no other node follows at once.
func NewCommentMap(fset *token.FileSet, node Node, comments []*CommentGroup) CommentMap {
	if len(comments) == 0 {
		return nil
	}
	list := slices.Clone(comments)
	sortComments(list)
	var nodes []Node
	Inspect(node, func(n Node) bool {
		switch n.(type) {
		case nil, *CommentGroup, *Comment:
			return false
		}
		nodes = append(nodes, n)
		return true
	})
	m := CommentMap{}
	at := func(p token.Pos) token.Position { return fset.Position(p) }
	// follows says whether g belongs to what ends on the line, with the next node on the line next.
	follows := func(g *CommentGroup, line, next int) bool {
		first := at(g.Pos()).Line
		return first == line || first == line+1 && at(g.End()).Line+1 < next
	}
	var last, important Node // the node in front, and the largest one that ended in front of the comment
	var open []Node          // files, declarations, statements and fields that may go on
	closed := func(p token.Pos) {
		for n := len(open); n > 0 && open[n-1].End() <= p; n-- {
			important = open[n-1]
			open = open[:n-1]
		}
	}
	for _, n := range append(nodes, nil) {
		offset, line := 1<<30, 1<<30
		if n != nil {
			offset, line = at(n.Pos()).Offset, at(n.Pos()).Line
		}
		for len(list) > 0 && at(list[0].End()).Offset <= offset {
			g := list[0]
			list = list[1:]
			closed(g.Pos())
			owner := n
			if important != nil && follows(g, at(important.End()).Line, line) {
				owner = important
			} else if last != nil && (n == nil || follows(g, at(last.End()).Line, line)) {
				owner = last
			}
			m[owner] = append(m[owner], g)
		}
		if n == nil || len(list) == 0 {
			return m
		}
		last = n
		switch n.(type) {
		case *File, *Field, Decl, Spec, Stmt:
			before := important
			closed(n.Pos())
			important = before // only comments ask what ended
			open = append(open, n)
		}
	}
	return m
}

// Update gives the comments of old to new, and returns that.
func (cmap CommentMap) Update(old, new Node) Node {
	if list := cmap[old]; len(list) > 0 {
		delete(cmap, old)
		cmap[new] = append(cmap[new], list...)
	}
	return new
}

// Filter returns the comments of the nodes under node.
func (cmap CommentMap) Filter(node Node) CommentMap {
	m := CommentMap{}
	Inspect(node, func(n Node) bool {
		if list := cmap[n]; len(list) > 0 {
			m[n] = list
		}
		return true
	})
	return m
}

// Comments returns all comments in the order of the text.
func (cmap CommentMap) Comments() []*CommentGroup {
	list := make([]*CommentGroup, 0, len(cmap))
	for _, groups := range cmap {
		list = append(list, groups...)
	}
	sortComments(list)
	return list
}

// String shows the beginning of the comments of each node.
func (cmap CommentMap) String() string {
	nodes := make([]Node, 0, len(cmap))
	for n := range cmap {
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, func(a, b Node) int { return cmp.Or(cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(a.End(), b.End())) })
	var b strings.Builder
	b.WriteString("CommentMap {\n")
	for _, n := range nodes {
		name := fmt.Sprintf("%T", n)
		if id, ok := n.(*Ident); ok {
			name = id.Name
		}
		fmt.Fprintf(&b, "\t%p  %20s:  %s\n", n, name, beginning(cmap[n]))
	}
	b.WriteString("}\n")
	return b.String()
}

func beginning(list []*CommentGroup) string {
	const most = 40
	var text []byte
	for _, g := range list {
		for _, c := range g.List {
			if len(text) < most {
				text = append(text, c.Text...)
			}
		}
	}
	if len(text) > most {
		text = append(text[:most-len("...")], "..."...)
	}
	for i, c := range text {
		if c == '\t' || c == '\n' || c == '\r' {
			text[i] = ' '
		}
	}
	return string(text)
}
