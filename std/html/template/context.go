package template

import (
	"fmt"
	"slices"
	"text/template/parse"
)

// context is what is known of a place in the output: in what language a browser reads it, and how far it is. The zero value is HTML text.
type context struct {
	state   state
	delim   delim
	urlPart urlPart
	slash   slash
	braces  []int // open in each ${ of JavaScript's template literals that the place is in
	attr    attr
	element element
	node    parse.Node // a break or continue that ends here
	err     *Error
}

// state is what a browser is in the middle of.
type state uint8

const (
	inText state = iota
	inTag
	inAttrName
	afterName
	beforeValue
	inHTMLComment
	inRCDATA // text of a textarea or title
	inAttr
	inURL
	inSrcset
	inJS
	inJSDouble
	inJSSingle
	inJSTemplate
	inJSRegexp
	inJSBlockComment
	inJSLineComment
	inJSHTMLOpenComment
	inJSHTMLCloseComment
	inCSS
	inCSSDouble
	inCSSSingle
	inCSSDoubleURL
	inCSSSingleURL
	inCSSURL
	inCSSBlockComment
	inCSSLineComment
	failed // err says why
	inMetaContent
	inMetaContentURL
	dead // behind a break or continue
)

// What messages call them.
var stateNames = [...]string{
	inText: "stateText", inTag: "stateTag", inAttrName: "stateAttrName", afterName: "stateAfterName", beforeValue: "stateBeforeValue",
	inHTMLComment: "stateHTMLCmt", inRCDATA: "stateRCDATA", inAttr: "stateAttr", inURL: "stateURL", inSrcset: "stateSrcset",
	inJS: "stateJS", inJSDouble: "stateJSDqStr", inJSSingle: "stateJSSqStr", inJSTemplate: "stateJSTmplLit", inJSRegexp: "stateJSRegexp",
	inJSBlockComment: "stateJSBlockCmt", inJSLineComment: "stateJSLineCmt", inJSHTMLOpenComment: "stateJSHTMLOpenCmt", inJSHTMLCloseComment: "stateJSHTMLCloseCmt",
	inCSS: "stateCSS", inCSSDouble: "stateCSSDqStr", inCSSSingle: "stateCSSSqStr", inCSSDoubleURL: "stateCSSDqURL", inCSSSingleURL: "stateCSSSqURL",
	inCSSURL: "stateCSSURL", inCSSBlockComment: "stateCSSBlockCmt", inCSSLineComment: "stateCSSLineCmt", failed: "stateError",
	inMetaContent: "stateMetaContent", inMetaContentURL: "stateMetaContentURL", dead: "stateDead",
}

func (s state) String() string { return stateNames[s] }

// isComment says that a browser does not see what is written here.
func (s state) isComment() bool {
	switch s {
	case inHTMLComment, inJSBlockComment, inJSLineComment, inJSHTMLOpenComment, inJSHTMLCloseComment, inCSSBlockComment, inCSSLineComment:
		return true
	}
	return false
}

func (s state) isInTag() bool { return inTag <= s && s <= beforeValue || s == inAttr }

func (s state) isJSLiteral() bool { return inJSDouble <= s && s <= inJSRegexp }

// delim is what ends an attribute's value.
type delim uint8

const (
	noDelim delim = iota
	doubleQuote
	singleQuote
	spaceOrTagEnd
)

var (
	delimNames = [...]string{"delimNone", "delimDoubleQuote", "delimSingleQuote", "delimSpaceOrTagEnd"}
	delimEnds  = [...]string{"", `"`, "'", " \t\n\f\r>"}
)

func (d delim) String() string { return delimNames[d] }

// urlPart is where in a URL the place is.
type urlPart uint8

const (
	urlStart urlPart = iota
	urlBeforeQuery
	urlQuery   // or fragment
	urlUnknown // different in two branches
)

var urlPartNames = [...]string{"urlPartNone", "urlPartPreQuery", "urlPartQueryOrFrag", "urlPartUnknown"}

func (u urlPart) String() string { return urlPartNames[u] }

// slash is what / means in JavaScript here.
type slash uint8

const (
	slashRegexp slash = iota
	slashDivides
	slashUnknown // different in two branches
)

var slashNames = [...]string{"jsCtxRegexp", "jsCtxDivOp", "jsCtxUnknown"}

func (s slash) String() string { return slashNames[s] }

// element is one whose content is not HTML, or whose attributes are special.
type element uint8

const (
	noElement element = iota
	scriptElement
	styleElement
	textareaElement
	titleElement
	metaElement
)

var (
	elementNames = [...]string{"elementNone", "elementScript", "elementStyle", "elementTextarea", "elementTitle", "elementMeta"}
	// By what ends them.
	elementTags = [...]string{"", "script", "style", "textarea", "title", ""}
	// What their content is.
	elementStates = [...]state{inText, inJS, inCSS, inRCDATA, inRCDATA, inText}
)

func (e element) String() string { return elementNames[e] }

func elementOf(tag string) element {
	switch tag {
	case "script":
		return scriptElement
	case "style":
		return styleElement
	case "textarea":
		return textareaElement
	case "title":
		return titleElement
	case "meta":
		return metaElement
	}
	return noElement
}

// attr is an attribute whose value is not plain text.
type attr uint8

const (
	plainAttr attr = iota
	scriptAttr
	scriptTypeAttr
	styleAttr
	urlAttr
	srcsetAttr
	metaContentAttr
)

var (
	attrNames = [...]string{"attrNone", "attrScript", "attrScriptType", "attrStyle", "attrURL", "attrSrcset", "attrMetaContent"}
	// What their values are.
	attrStates = [...]state{inAttr, inJS, inAttr, inCSS, inURL, inSrcset, inMetaContent}
)

func (a attr) String() string { return attrNames[a] }

// String shows a context as messages do.
func (c context) String() string {
	var err error
	if c.err != nil {
		err = c.err
	}
	return fmt.Sprintf("{%v %v %v %v %v %v %v %v}", c.state, c.delim, c.urlPart, c.slash, c.braces, c.attr, c.element, err)
}

func (c context) equals(d context) bool {
	return c.state == d.state && c.delim == d.delim && c.urlPart == d.urlPart && c.slash == d.slash && slices.Equal(c.braces, d.braces) &&
		c.attr == d.attr && c.element == d.element && c.err == d.err
}

func (c context) clone() context {
	c.braces = slices.Clone(c.braces)
	return c
}

// nameFor is what a template is called where it is used in a context.
func (c context) nameFor(template string) string {
	if c.state == inText {
		return template
	}
	name := template + "$htmltemplate_" + c.state.String()
	add := func(is bool, part fmt.Stringer) {
		if is {
			name += "_" + part.String()
		}
	}
	add(c.delim != noDelim, c.delim)
	add(c.urlPart != urlStart, c.urlPart)
	add(c.slash != slashRegexp, c.slash)
	if c.braces != nil {
		name += fmt.Sprintf("_jsBraceDepth(%v)", c.braces)
	}
	add(c.attr != plainAttr, c.attr)
	add(c.element != noElement, c.element)
	return name
}

// atValue is the context of a value that a template puts in here: it may begin an attribute's name or value.
func (c context) atValue() context {
	switch c.state {
	case inTag:
		c.state = inAttrName
	case beforeValue:
		c.state, c.delim, c.attr = attrStates[c.attr], spaceOrTagEnd, plainAttr
	case afterName:
		c.state, c.attr = inAttrName, plainAttr
	}
	return c
}

func fail(code ErrorCode, format string, args ...any) context {
	return context{state: failed, err: errorAt(code, nil, 0, format, args...)}
}

// join is the context behind two branches that end in a and b.
func join(a, b context, node parse.Node, keyword string) context {
	switch {
	case a.state == failed:
		return a
	case b.state == failed:
		return b
	case a.state == dead:
		return b
	case b.state == dead, a.equals(b):
		return a
	}
	c := a
	if c.urlPart = b.urlPart; c.equals(b) {
		c.urlPart = urlUnknown
		return c
	}
	c = a
	if c.slash = b.slash; c.equals(b) {
		c.slash = slashUnknown
		return c
	}
	// One branch may have ended before a value, the other in it.
	if c, d := a.atValue(), b.atValue(); !c.equals(a) || !d.equals(b) {
		if e := join(c, d, node, keyword); e.state != failed {
			return e
		}
	}
	return context{state: failed, err: errorAt(ErrBranchEnd, node, 0, "{{%s}} branches end in different contexts: %v, %v", keyword, a, b)}
}
