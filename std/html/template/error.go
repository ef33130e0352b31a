package template

import (
	"fmt"
	"text/template/parse"
)

// Error says why a template cannot be made safe.
type Error struct {
	ErrorCode   ErrorCode
	Node        parse.Node // where, if known
	Name        string     // of the template
	Line        int        // 0: not known
	Description string
}

// ErrorCode is a kind of error.
type ErrorCode int

// What is wrong with a template.
const (
	OK                   ErrorCode = iota
	ErrAmbigContext                // a value's place in a URL depends on branches
	ErrBadHTML                     // what browsers read in different ways
	ErrBranchEnd                   // branches end in different contexts
	ErrEndContext                  // the template ends in the middle of something
	ErrNoSuchTemplate              // a template that is called is not there
	ErrOutputContext               // a recursive template has no one end
	ErrPartialCharset              // a JavaScript regexp's [ is not closed
	ErrPartialEscape               // a backslash is the last character
	ErrRangeLoopReentry            // a loop's body ends elsewhere than it begins
	ErrSlashAmbig                  // / may divide or begin a regexp
	ErrPredefinedEscaper           // html or urlquery where they do harm
	ErrJSTemplate                  // not made any more
)

func (e *Error) Error() string {
	var place string
	switch {
	case e.Node != nil:
		place, _ = (*parse.Tree)(nil).ErrorContext(e.Node)
		place = ":" + place + ":"
	case e.Line != 0:
		place = fmt.Sprintf(":%s:%d:", e.Name, e.Line)
	case e.Name != "":
		place = ":" + e.Name + ":"
	default:
		place = ":"
	}
	return "html/template" + place + " " + e.Description
}

func errorAt(code ErrorCode, node parse.Node, line int, format string, args ...any) *Error {
	return &Error{ErrorCode: code, Node: node, Line: line, Description: fmt.Sprintf(format, args...)}
}
