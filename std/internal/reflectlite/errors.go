// Package reflectlite has what is needed of reflect where reflect is not: the panic for a value of the wrong kind, and Swapper.
package reflectlite

import "internal/abi"

// ValueError says that Method does not work on values of the kind.
type ValueError struct {
	Method string
	Kind   abi.Kind
}

func (e *ValueError) Error() string {
	if e.Kind == abi.Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}
