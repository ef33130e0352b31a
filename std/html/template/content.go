package template

import (
	"fmt"
	"reflect"
)

// Texts that are known to be safe where they are put.
type (
	CSS      string // parts of a style sheet, or of a style
	HTML     string // a fragment without an open tag or comment
	HTMLAttr string // an attribute with its value
	JS       string // an expression
	JSStr    string // what stands between the quotes of a string
	URL      string // of any scheme
	Srcset   string // an attribute srcset's value
)

// content is what a text is.
type content uint8

const (
	plainContent content = iota
	cssContent
	htmlContent
	attrContent
	jsContent
	jsStringContent
	urlContent
	srcsetContent
	unsafeContent // of attributes that change what others mean
)

var (
	errorType    = reflect.TypeFor[error]()
	stringerType = reflect.TypeFor[fmt.Stringer]()
)

// behind follows pointers to the value, or to one that has a method of the types.
func behind(a any, types ...reflect.Type) any {
	if a == nil {
		return nil
	}
	v := reflect.ValueOf(a)
	for v.Kind() == reflect.Pointer && !v.IsNil() && !implementsOne(v.Type(), types) {
		v = v.Elem()
	}
	return v.Interface()
}

func implementsOne(t reflect.Type, types []reflect.Type) bool {
	for _, wanted := range types {
		if t.Implements(wanted) {
			return true
		}
	}
	return false
}

// textOf is what arguments print as, and what that is.
func textOf(args ...any) (string, content) {
	if len(args) == 1 {
		switch s := behind(args[0]).(type) {
		case string:
			return s, plainContent
		case CSS:
			return string(s), cssContent
		case HTML:
			return string(s), htmlContent
		case HTMLAttr:
			return string(s), attrContent
		case JS:
			return string(s), jsContent
		case JSStr:
			return string(s), jsStringContent
		case URL:
			return string(s), urlContent
		case Srcset:
			return string(s), srcsetContent
		}
	}
	shown := args[:0]
	for _, arg := range args {
		if arg != nil {
			shown = append(shown, behind(arg, stringerType, errorType))
		}
	}
	return fmt.Sprint(shown...), plainContent
}

// printed is what arguments print as, for the escapers that text/template has.
func printed(args ...any) string {
	if len(args) == 1 {
		if s, ok := args[0].(string); ok {
			return s
		}
	}
	for i, arg := range args {
		args[i] = behind(arg, stringerType, errorType)
	}
	return fmt.Sprint(args...)
}
