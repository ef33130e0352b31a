package printer

import (
	"go/ast"
	"go/doc/comment"
	"strings"
)

// formatDoc returns a doc comment as go/doc/comment prints it, directives at its end. All lines are where the first one was.
func formatDoc(list []*ast.Comment) []*ast.Comment {
	first := list[0]
	if strings.HasPrefix(first.Text, "/*") {
		if len(list) > 1 || !strings.Contains(first.Text, "\n") || linesHaveStars(first.Text) {
			return list
		}
		text := reprinted(first.Text[2 : len(first.Text)-2])
		return []*ast.Comment{{Slash: first.Slash, Text: "/*\n" + text + "*/"}}
	}
	var text strings.Builder
	var directives []*ast.Comment
	for _, c := range list {
		line, ok := strings.CutPrefix(c.Text, "//")
		if !ok {
			return list
		}
		if isDirective(line) {
			directives = append(directives, &ast.Comment{Slash: first.Slash, Text: c.Text})
		} else {
			text.WriteString(strings.TrimPrefix(line, " ") + "\n")
		}
	}
	if text.Len() == 0 {
		return list
	}
	var result []*ast.Comment
	for line := range strings.Lines(reprinted(text.String())) {
		line = strings.TrimSuffix(line, "\n")
		if line != "" && line[0] != '\t' {
			line = " " + line
		}
		result = append(result, &ast.Comment{Slash: first.Slash, Text: "//" + line})
	}
	if len(directives) > 0 {
		result = append(result, &ast.Comment{Slash: first.Slash, Text: "//"})
	}
	return append(result, directives...)
}

func reprinted(text string) string {
	var parser comment.Parser
	var printer comment.Printer
	return string(printer.Comment(parser.Parse(text)))
}

// linesHaveStars says whether all lines but the first, and the last if it is empty, begin with stars.
func linesHaveStars(text string) bool {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.TrimLeft(line, " \t")
		if i > 0 && !strings.HasPrefix(line, "*") && (line != "" || i < len(lines)-1) {
			return false
		}
	}
	return true
}

// isDirective says whether a comment with that text behind the slashes speaks to a tool.
func isDirective(text string) bool {
	for _, word := range [...]string{"line ", "extern ", "export "} {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	_, ok := ast.ParseDirective(0, "//"+text)
	return ok
}
