// Package reflectlite has the panic of those who look at a value of the wrong kind and do not need reflect for it.
package reflectlite

import "internal/rtype"

// ValueError says that Method does not work on values of the kind.
type ValueError struct {
	Method string
	Kind   rtype.Kind
}

func (e *ValueError) Error() string {
	if e.Kind == rtype.Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}
