// run
// Every kind of node of text/template/parse: its text, its copy, its type.
package main

import (
	"fmt"
	"text/template/parse"
)

const text = `{{/* note */}}text {{.}} {{.F.G}} {{$}} {{$x := 1}}{{$x = 2}}{{nil | f}} {{true}} {{1.5}} {{'a'}} {{0x10}} {{1i}} {{"s\n"}} {{` + "`raw`" + `}}
{{f .A (g 1 2).B "x" | h}}{{if .C}}yes{{else if .D}}maybe{{else}}no{{end}}{{with $y := .E}}{{.}}{{else with .Z}}{{.}}{{end}}
{{range $i, $e := .L}}{{if $i}}{{break}}{{end}}{{continue}}{{else}}none{{end}}{{template "t" .}}{{block "b" 3}}in{{end}}{{- 7 -}} {{define "d"}}{{end}}`

// show prints a node and what is below it. Methods are called on the node's own type.
func show(n parse.Node, depth int) {
	var copied parse.Node
	var says string
	var kind parse.NodeType
	var below []parse.Node
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		copied, says, kind, below = n.Copy(), n.String(), n.Type(), n.CopyList().Nodes
	case *parse.ActionNode:
		copied, says, kind, below = n.Copy(), n.String(), n.Type(), []parse.Node{n.Pipe}
	case *parse.BoolNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.BreakNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.ChainNode:
		copied, says, kind, below = n.Copy(), n.String(), n.Type(), []parse.Node{n.Node}
	case *parse.CommandNode:
		copied, says, kind, below = n.Copy(), n.String(), n.Type(), n.Args
	case *parse.CommentNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.ContinueNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.DotNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.FieldNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.IdentifierNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.IfNode:
		copied, says, kind, below = n.Copy(), n.BranchNode.String(), n.Type(), []parse.Node{n.Pipe, n.List, n.ElseList}
		fmt.Println(n.BranchNode.Copy())
	case *parse.NilNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.NumberNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
		fmt.Println(n.IsInt, n.IsUint, n.IsFloat, n.IsComplex, n.Int64, n.Uint64, n.Float64, n.Complex128)
	case *parse.PipeNode:
		copied, says, kind = n.CopyPipe(), n.String(), n.Type()
		for _, d := range n.Decl {
			below = append(below, d)
		}
		for _, c := range n.Cmds {
			below = append(below, c)
		}
		fmt.Println(n.IsAssign, n.Copy())
	case *parse.RangeNode:
		copied, says, kind, below = n.Copy(), n.BranchNode.String(), n.Type(), []parse.Node{n.Pipe, n.List, n.ElseList}
	case *parse.StringNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.TemplateNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.TextNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.VariableNode:
		copied, says, kind = n.Copy(), n.String(), n.Type()
	case *parse.WithNode:
		copied, says, kind, below = n.Copy(), n.BranchNode.String(), n.Type(), []parse.Node{n.Pipe, n.List, n.ElseList}
	}
	fmt.Printf("%*s%T %d %d %q %v\n", depth, "", n, kind, n.Position(), says, copied.String() == says)
	for _, b := range below {
		show(b, depth+1)
	}
}

func main() {
	functions := map[string]any{"f": fmt.Sprint, "g": fmt.Sprint, "h": fmt.Sprint}
	trees := map[string]*parse.Tree{}
	t := parse.New("main")
	t.Mode = parse.ParseComments
	_, err := t.Parse(text, "", "", trees, functions)
	fmt.Println(err, len(trees))
	for _, name := range []string{"main", "b", "d"} {
		show(trees[name].Root, 0)
	}
	where, context := t.ErrorContext(t.Root.Nodes[2])
	fmt.Println(where, context, parse.IsEmptyTree(trees["d"].Root), parse.IsEmptyTree(t.Root), t.Copy().Root.String() == t.Root.String())
	fmt.Println(parse.NewIdentifier("name").SetPos(3).SetTree(t).String())
}
