package template

import (
	"bytes"
	"fmt"
	"internal/godebug"
	"io"
	"maps"
	"text/template"
	"text/template/parse"
)

// With 0, values in the URLs of meta elements are not filtered.
var metaURLs = godebug.New("htmlmetacontenturlescape")

// What the pipelines of templates get at their ends. The names stand in the texts of trees and of errors.
var escapers = template.FuncMap{
	"_html_template_attrescaper":      attrValue,
	"_html_template_commentescaper":   comment,
	"_html_template_cssescaper":       cssString,
	"_html_template_cssvaluefilter":   cssValue,
	"_html_template_htmlescaper":      htmlText,
	"_html_template_htmlnamefilter":   attrName,
	"_html_template_jsregexpescaper":  jsRegexpPart,
	"_html_template_jsstrescaper":     jsString,
	"_html_template_jstmpllitescaper": jsTemplateLiteral,
	"_html_template_jsvalescaper":     jsValue,
	"_html_template_nospaceescaper":   bareValue,
	"_html_template_rcdataescaper":    rcdata,
	"_html_template_srcsetescaper":    srcset,
	"_html_template_urlescaper":       urlPartEscaper,
	"_html_template_urlfilter":        urlFilter,
	"_html_template_urlnormalizer":    urlNormalizer,
	"_eval_args_":                     printed,
}

// predefined says which escaper of text/template does the work of one here; with none it is itself.
func predefined(name string) string {
	switch name {
	case "_html_template_attrescaper", "_html_template_htmlescaper", "_html_template_rcdataescaper":
		return "html"
	case "_html_template_urlescaper", "_html_template_urlnormalizer":
		return "urlquery"
	}
	return name
}

func isPredefined(name string) bool { return name == "html" || name == "urlquery" }

// isRedundant says that what the first escaper leaves is left alone by the second.
func isRedundant(first, second string) bool {
	switch second {
	case "_html_template_attrescaper":
		switch first {
		case "_html_template_commentescaper", "_html_template_cssescaper", "_html_template_jsregexpescaper", "_html_template_jsstrescaper",
			"_html_template_jstmpllitescaper":
			return true
		}
	case "_html_template_htmlescaper":
		return first == "_html_template_commentescaper"
	case "_html_template_urlnormalizer":
		return first == "_html_template_urlescaper"
	}
	return false
}

// escaper finds out in what context each action of the templates stands. Nothing is changed before commit.
type escaper struct {
	group   *group
	ends    map[string]context            // of templates, by the name for the context they begin in
	derived map[string]*template.Template // copies for other contexts than text
	called  map[string]bool

	actions map[*parse.ActionNode][]string
	calls   map[*parse.TemplateNode]string
	texts   map[*parse.TextNode][]byte

	loop *loop
}

// loop has the contexts in which a loop's body ends early.
type loop struct {
	outer             *loop
	breaks, continues []context
}

func newEscaper(g *group) escaper {
	return escaper{
		group:   g,
		ends:    map[string]context{},
		derived: map[string]*template.Template{},
		called:  map[string]bool{},
		actions: map[*parse.ActionNode][]string{},
		calls:   map[*parse.TemplateNode]string{},
		texts:   map[*parse.TextNode][]byte{},
	}
}

// escapeTemplate makes a template and those it calls safe, or says why it cannot.
func escapeTemplate(t *Template, node parse.Node, name string) error {
	c, _ := t.escaper.tree(context{}, node, name, 0)
	var err *Error
	if c.err != nil {
		err = c.err
		err.Name = name
	} else if c.state != inText {
		err = &Error{ErrorCode: ErrEndContext, Name: name, Description: fmt.Sprintf("ends in a non-text context: %v", c)}
	}
	self := t.set[name]
	if err != nil {
		if self != nil {
			self.escaped = err
			self.text.Tree, self.Tree = nil, nil
		}
		return err
	}
	t.escaper.commit()
	if self != nil {
		self.escaped = escapedWell
		self.Tree = self.text.Tree
	}
	return nil
}

// template returns one of those that are parsed or derived; nil: there is none.
func (e *escaper) template(name string) *template.Template {
	if t := e.group.any().text.Lookup(name); t != nil {
		return t
	}
	return e.derived[name]
}

// tree is the context behind a call of a template, and the name of that for this context.
func (e *escaper) tree(c context, node parse.Node, name string, line int) (context, string) {
	own := c.nameFor(name)
	e.called[own] = true
	if end, known := e.ends[own]; known {
		return end, own
	}
	t := e.template(name)
	if t == nil {
		what := "no such template %q"
		if e.group.set[name] != nil {
			what = "%q is an incomplete or empty template"
		}
		return context{state: failed, err: errorAt(ErrNoSuchTemplate, node, line, what, name)}, own
	}
	if own != name {
		derived := e.template(own)
		if derived == nil {
			derived = template.New(own)
			derived.Tree = &parse.Tree{Name: own, Root: t.Root.CopyList()}
			e.derived[own] = derived
		}
		t = derived
	}
	return e.end(c, t), own
}

// end finds the context a template ends in. One that calls itself is taken to end as it begins; if it does not, as it then ended.
func (e *escaper) end(c context, t *template.Template) context {
	first, ok := e.body(c, t)
	if ok {
		return first
	}
	if second, ok := e.body(first, t); ok {
		return second
	}
	if first.state != failed {
		return context{state: failed, err: errorAt(ErrOutputContext, t.Tree.Root, 0, "cannot compute output context for template %s", t.Name())}
	}
	return first
}

// body goes through a template under the assumption that it ends in c; false: it calls itself and ends elsewhere, or fails.
func (e *escaper) body(c context, t *template.Template) (context, bool) {
	e.ends[t.Name()] = c
	return e.tryList(c, t.Tree.Root, func(tried *escaper, end context) bool {
		return end.state != failed && (!tried.called[t.Name()] || c.equals(end))
	})
}

// tryList goes through a list and keeps what was found out only if `keeps` says so.
func (e *escaper) tryList(c context, n *parse.ListNode, keeps func(*escaper, context) bool) (context, bool) {
	tried := newEscaper(e.group)
	tried.loop = e.loop
	maps.Copy(tried.ends, e.ends)
	c = tried.list(c, n)
	if keeps == nil || !keeps(&tried, c) {
		return c, false
	}
	maps.Copy(e.ends, tried.ends)
	maps.Copy(e.derived, tried.derived)
	maps.Copy(e.called, tried.called)
	addAll(e.actions, tried.actions)
	addAll(e.calls, tried.calls)
	addAll(e.texts, tried.texts)
	return c, true
}

// add notes what becomes of a node, which only one template may have.
func add[N interface {
	comparable
	parse.Node
}, V any](edits map[N]V, n N, to V) {
	if _, shared := edits[n]; shared {
		panic(fmt.Sprintf("node %s shared between templates", n))
	}
	edits[n] = to
}

func addAll[N interface {
	comparable
	parse.Node
}, V any](edits, more map[N]V) {
	for n, to := range more {
		add(edits, n, to)
	}
}

func (e *escaper) list(c context, n *parse.ListNode) context {
	if n == nil {
		return c
	}
	for _, node := range n.Nodes {
		if c = e.node(c, node); c.state == dead {
			break
		}
	}
	return c
}

// node is the context behind a node that stands in c.
func (e *escaper) node(c context, n parse.Node) context {
	switch n := n.(type) {
	case *parse.TextNode:
		return e.text(c, n)
	case *parse.ActionNode:
		return e.action(c, n)
	case *parse.TemplateNode:
		end, name := e.tree(c, n, n.Name, n.Line)
		if name != n.Name {
			add(e.calls, n, name)
		}
		return end
	case *parse.IfNode:
		return e.branches(c, &n.BranchNode, "if")
	case *parse.WithNode:
		return e.branches(c, &n.BranchNode, "with")
	case *parse.RangeNode:
		return e.branches(c, &n.BranchNode, "range")
	case *parse.ListNode:
		return e.list(c, n)
	case *parse.CommentNode:
		return c
	case *parse.BreakNode:
		c.node = n
		e.loop.breaks = append(e.loop.breaks, c)
		return context{state: dead}
	case *parse.ContinueNode:
		c.node = n
		e.loop.continues = append(e.loop.continues, c)
		return context{state: dead}
	}
	panic("escaping " + n.String() + " is unimplemented")
}

func (e *escaper) branches(c context, n *parse.BranchNode, keyword string) context {
	var end context
	if keyword == "range" {
		end = e.rangeBody(c, n)
		if end.state == failed {
			return end
		}
	} else {
		end = e.list(c.clone(), n.List)
	}
	return join(end, e.list(c.clone(), n.ElseList), n, keyword)
}

// rangeBody goes through a loop's body twice: it must be right behind itself, too.
func (e *escaper) rangeBody(c context, n *parse.BranchNode) context {
	outer := e.loop
	defer func() { e.loop = outer }()
	e.loop = &loop{outer: outer}
	end := e.list(c.clone(), n.List)
	if end.state != failed {
		end = e.loop.join(end)
	}
	if end.state == failed {
		return end
	}
	e.loop = &loop{outer: outer}
	again, _ := e.tryList(end, n.List, nil)
	if end = join(end, again, n, "range"); end.state == failed {
		end.err.Line = n.Line
		end.err.Description = "on range loop re-entry: " + end.err.Description
		return end
	}
	return e.loop.join(end)
}

// join adds the early ends to the end of a body.
func (l *loop) join(end context) context {
	for _, c := range l.breaks {
		if end = join(end, c, c.node, "range"); end.state == failed {
			end.err.Line = c.node.(*parse.BreakNode).Line
			end.err.Description = "at range loop break: " + end.err.Description
			return end
		}
	}
	for _, c := range l.continues {
		if end = join(end, c, c.node, "range"); end.state == failed {
			end.err.Line = c.node.(*parse.ContinueNode).Line
			end.err.Description = "at range loop continue: " + end.err.Description
			return end
		}
	}
	return end
}

// action chooses the escapers of a pipeline that prints.
func (e *escaper) action(c context, n *parse.ActionNode) context {
	if len(n.Pipe.Decl) != 0 {
		return c
	}
	c = c.atValue()
	for i, command := range n.Pipe.Cmds {
		name, ok := command.Args[0].(*parse.IdentifierNode)
		if !ok || !isPredefined(name.Ident) {
			continue
		}
		// In front of others it would be undone; without quotes html leaves too much.
		if i < len(n.Pipe.Cmds)-1 || name.Ident == "html" && c.state == inAttr && c.delim == spaceOrTagEnd {
			return context{state: failed, err: errorAt(ErrPredefinedEscaper, n, n.Line, "predefined escaper %q disallowed in template", name.Ident)}
		}
	}
	var names []string
	use := func(name string) { names = append(names, "_html_template_"+name) }
	switch c.state {
	case failed:
		return c
	case inURL, inCSSDouble, inCSSSingle, inCSSDoubleURL, inCSSSingleURL, inCSSURL:
		switch c.urlPart {
		case urlQuery:
			use("urlescaper")
		case urlUnknown:
			return context{state: failed, err: errorAt(ErrAmbigContext, n, n.Line, "%s appears in an ambiguous context within a URL", n)}
		default:
			if c.urlPart == urlStart {
				use("urlfilter")
			}
			if c.state == inCSSDouble || c.state == inCSSSingle {
				use("cssescaper")
			} else {
				use("urlnormalizer")
			}
		}
	case inMetaContentURL:
		if metaURLs.Value() != "0" {
			use("urlfilter")
		} else {
			metaURLs.IncNonDefault()
		}
	case inJS:
		use("jsvalescaper")
		c.slash = slashDivides // behind an operand
	case inJSDouble, inJSSingle:
		use("jsstrescaper")
	case inJSTemplate:
		use("jstmpllitescaper")
	case inJSRegexp:
		use("jsregexpescaper")
	case inCSS:
		use("cssvaluefilter")
	case inText:
		use("htmlescaper")
	case inRCDATA:
		use("rcdataescaper")
	case inAttr, inMetaContent:
	case inAttrName, inTag:
		c.state = inAttrName
		use("htmlnamefilter")
	case inSrcset:
		use("srcsetescaper")
	default:
		if !c.state.isComment() {
			panic("unexpected state " + c.state.String())
		}
		use("commentescaper")
	}
	switch c.delim {
	case noDelim:
	case spaceOrTagEnd:
		use("nospaceescaper")
	default:
		use("attrescaper")
	}
	add(e.actions, n, names)
	return c
}

// text takes out what only browsers that err would see: comments, and < where no tag begins.
func (e *escaper) text(c context, n *parse.TextNode) context {
	s := n.Text
	var out bytes.Buffer
	written := 0
	copyTo := func(end int, instead string) {
		out.Write(s[written:end])
		out.WriteString(instead)
	}
	for i := 0; i != len(s); {
		d, size := afterText(c, s[i:])
		end := i + size
		switch {
		case c.state == inText || c.state == inRCDATA:
			plain := end
			if d.state != c.state {
				if lt := bytes.LastIndexByte(s[i:end], '<'); lt >= 0 {
					plain = i + lt
				}
			}
			for j := i; j < plain; j++ {
				if s[j] == '<' && !isDoctype(s[j:]) {
					copyTo(j, "&lt;")
					written = j + 1
				}
			}
		case c.state.isComment() && c.delim == noDelim:
			// Words around it stay apart; a line's end may end a statement.
			switch c.state {
			case inJSBlockComment:
				if bytes.ContainsAny(s[written:end], "\n\r\u2028\u2029") {
					out.WriteByte('\n')
				} else {
					out.WriteByte(' ')
				}
			case inCSSBlockComment:
				out.WriteByte(' ')
			}
			written = end
		}
		if d.state != c.state && d.state.isComment() && d.delim == noDelim {
			copyTo(end-len(commentStart(d.state)), "")
			written = end
		}
		if c.state.isJSLiteral() && scriptTags().Match(s[i:end]) {
			copyTo(i, string(scriptTags().ReplaceAll(s[i:end], []byte(`\x3C$1`))))
			written = end
		}
		if size == 0 && c.state == d.state {
			panic(fmt.Sprintf("infinite loop from %v to %v on %q..%q", c, d, s[:i], s[i:]))
		}
		c, i = d, end
	}
	if written != 0 && c.state != failed {
		if !c.state.isComment() || c.delim != noDelim {
			out.Write(s[written:])
		}
		add(e.texts, n, out.Bytes())
	}
	return c
}

func isDoctype(s []byte) bool { return bytes.HasPrefix(bytes.ToUpper(s), []byte("<!DOCTYPE")) }

func commentStart(s state) string {
	switch s {
	case inHTMLComment, inJSHTMLOpenComment:
		return "<!--"
	case inJSHTMLCloseComment:
		return "-->"
	}
	return "//"
}

// commit changes the templates.
func (e *escaper) commit() {
	for name := range e.ends {
		e.template(name).Funcs(escapers)
	}
	some := e.group.any()
	for _, t := range e.derived {
		if _, err := some.text.AddParseTree(t.Name(), t.Tree); err != nil {
			panic("error adding derived template")
		}
	}
	for n, names := range e.actions {
		addEscapers(n.Pipe, names)
	}
	for n, name := range e.calls {
		n.Name = name
	}
	for n, text := range e.texts {
		n.Text = text
	}
	e.called = map[string]bool{}
	clear(e.actions)
	clear(e.calls)
	clear(e.texts)
}

// addEscapers puts escapers at the end of a pipeline, but for those that are there: html and urlquery do for others.
func addEscapers(p *parse.PipeNode, names []string) {
	if len(names) == 0 {
		return
	}
	kept := p.Cmds
	if n := len(kept); n > 0 {
		last := kept[n-1]
		if name, ok := last.Args[0].(*parse.IdentifierNode); ok && isPredefined(name.Ident) {
			own := name.Ident
			if n == 1 && len(last.Args) > 1 {
				// {{html x y}} is {{_eval_args_ x y | html}}.
				last.Args[0] = parse.NewIdentifier("_eval_args_").SetTree(nil).SetPos(last.Args[0].Position())
				kept = appendCommand(kept, command(own, p.Position()))
			}
			does := false
			for i, name := range names {
				if predefined(name) == own {
					names[i] = own
					does = true
				}
			}
			if does {
				kept = kept[:len(kept)-1]
			}
		}
	}
	commands := append([]*parse.CommandNode(nil), kept...)
	there := map[string]bool{}
	for _, c := range commands {
		if name, ok := c.Args[0].(*parse.IdentifierNode); ok {
			there[predefined(name.Ident)] = true
		}
	}
	for _, name := range names {
		if !there[predefined(name)] {
			commands = appendCommand(commands, command(name, p.Position()))
		}
	}
	p.Cmds = commands
}

func command(name string, at parse.Pos) *parse.CommandNode {
	return &parse.CommandNode{NodeType: parse.NodeCommand, Args: []parse.Node{parse.NewIdentifier(name).SetTree(nil).SetPos(at)}}
}

func appendCommand(commands []*parse.CommandNode, c *parse.CommandNode) []*parse.CommandNode {
	if n := len(commands); n > 0 {
		last, ok1 := commands[n-1].Args[0].(*parse.IdentifierNode)
		next, ok2 := c.Args[0].(*parse.IdentifierNode)
		if ok1 && ok2 && isRedundant(last.Ident, next.Ident) {
			return commands
		}
	}
	return append(commands, c)
}

// HTMLEscape writes b with & < > and quotes as references.
func HTMLEscape(w io.Writer, b []byte) { template.HTMLEscape(w, b) }

// HTMLEscapeString returns s with & < > and quotes as references.
func HTMLEscapeString(s string) string { return template.HTMLEscapeString(s) }

// HTMLEscaper returns what args print as with & < > and quotes as references.
func HTMLEscaper(args ...any) string { return template.HTMLEscaper(args...) }

// JSEscape writes b as a part of a JavaScript string.
func JSEscape(w io.Writer, b []byte) { template.JSEscape(w, b) }

// JSEscapeString returns s as a part of a JavaScript string.
func JSEscapeString(s string) string { return template.JSEscapeString(s) }

// JSEscaper returns what args print as, as a part of a JavaScript string.
func JSEscaper(args ...any) string { return template.JSEscaper(args...) }

// URLQueryEscaper returns what args print as, as a part of a query.
func URLQueryEscaper(args ...any) string { return template.URLQueryEscaper(args...) }
