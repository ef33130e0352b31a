package ast

import (
	"fmt"
	"go/token"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Comment is one comment, without carriage returns.
type Comment struct {
	Slash token.Pos
	Text  string
}

// Pos returns where it begins.
func (c *Comment) Pos() token.Pos { return c.Slash }

// End returns where it ends if it has no carriage returns.
func (c *Comment) End() token.Pos { return behind(c.Slash, len(c.Text)) }

// CommentGroup is comments with no token and no empty line between them.
type CommentGroup struct {
	List []*Comment
}

// Pos returns where the first comment begins.
func (g *CommentGroup) Pos() token.Pos { return g.List[0].Pos() }

// End returns where the last comment ends.
func (g *CommentGroup) End() token.Pos { return g.List[len(g.List)-1].End() }

// Text returns the text without comment markers, directives, the first space of line comments, space at the end of lines and
// empty lines at the ends; several empty lines become one.
func (g *CommentGroup) Text() string {
	if g == nil {
		return ""
	}
	var text strings.Builder
	empty := false // whether an empty line is due
	for _, c := range g.List {
		body := c.Text[2:]
		if c.Text[1] == '*' {
			body = strings.TrimSuffix(body, "*/")
		} else if rest, ok := strings.CutPrefix(body, " "); ok {
			body = rest
		} else if isDirective(body) {
			continue
		}
		for line := range strings.SplitSeq(body, "\n") {
			line = strings.TrimRight(line, " \t\n\r")
			if line == "" {
				empty = text.Len() > 0
				continue
			}
			if empty {
				text.WriteByte('\n')
				empty = false
			}
			text.WriteString(line + "\n")
		}
	}
	return text.String()
}

// isDirective says whether a comment with that text behind the slashes speaks to a tool.
func isDirective(text string) bool {
	for _, word := range [...]string{"line ", "extern ", "export "} {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	_, _, ok := cutDirective(text)
	return ok
}

func isLowerOrDigit(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// cutDirective cuts tool:rest, where tool and the first character of rest are lower-case letters and digits.
func cutDirective(text string) (tool, rest string, ok bool) {
	tool, rest, ok = strings.Cut(text, ":")
	if !ok || tool == "" || rest == "" || !isLowerOrDigit(rest[0]) {
		return "", "", false
	}
	for i := range len(tool) {
		if !isLowerOrDigit(tool[i]) {
			return "", "", false
		}
	}
	return tool, rest, true
}

// IsGenerated says whether the file has a comment in front of its package clause that says that it was generated.
func IsGenerated(file *File) bool {
	for _, group := range file.Comments {
		for _, c := range group.List {
			if c.Pos() > file.Package {
				break
			}
			for line := range strings.SplitSeq(c.Text, "\n") {
				if rest, ok := strings.CutPrefix(line, "// Code generated "); ok && strings.HasSuffix(rest, " DO NOT EDIT.") {
					return true
				}
			}
		}
	}
	return false
}

// Directive is a comment //tool:name args.
type Directive struct {
	Tool, Name, Args string
	Slash            token.Pos
	ArgsPos          token.Pos
}

// Pos returns where the comment begins.
func (d *Directive) Pos() token.Pos { return d.Slash }

// End returns where the arguments end.
func (d *Directive) End() token.Pos { return behind(d.ArgsPos, len(d.Args)) }

// ParseDirective reads a comment that begins at pos; false if it is no directive.
func ParseDirective(pos token.Pos, c string) (Directive, bool) {
	text, ok := strings.CutPrefix(c, "//")
	if !ok {
		return Directive{}, false
	}
	tool, rest, ok := cutDirective(text)
	if !ok {
		return Directive{}, false
	}
	name, args := cutWord(rest)
	args = strings.TrimLeftFunc(args, unicode.IsSpace)
	d := Directive{Tool: tool, Name: name, Slash: pos, ArgsPos: behind(pos, len(c)-len(args))}
	d.Args = strings.TrimRightFunc(args, unicode.IsSpace)
	return d, true
}

// cutWord cuts text in front of the first space.
func cutWord(text string) (word, rest string) {
	if i := strings.IndexFunc(text, unicode.IsSpace); i >= 0 {
		return text[:i], text[i:]
	}
	return text, ""
}

// DirectiveArg is an argument, unquoted.
type DirectiveArg struct {
	Arg string
	Pos token.Pos
}

// ParseArgs cuts the arguments at white space; they may be quoted as Go's strings.
func (d *Directive) ParseArgs() ([]DirectiveArg, error) {
	list := []DirectiveArg{}
	for rest := d.Args; ; {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if rest == "" {
			return list, nil
		}
		arg := DirectiveArg{Pos: behind(d.ArgsPos, len(d.Args)-len(rest))}
		if rest[0] != '"' && rest[0] != '`' {
			arg.Arg, rest = cutWord(rest)
		} else {
			invalid := func() error { return fmt.Errorf("invalid quoted string in //%s:%s: %s", d.Tool, d.Name, rest) }
			quoted, err := strconv.QuotedPrefix(rest)
			if err != nil {
				return nil, invalid()
			}
			arg.Arg, _ = strconv.Unquote(quoted)
			rest = rest[len(quoted):]
			if next, _ := utf8.DecodeRuneInString(rest); rest != "" && !unicode.IsSpace(next) {
				return nil, invalid()
			}
		}
		list = append(list, arg)
	}
}
