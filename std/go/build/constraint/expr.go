// Package constraint reads and evaluates build constraints, lines //go:build and // +build.
package constraint

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Expr is a constraint: an *AndExpr, *OrExpr, *NotExpr or *TagExpr.
type Expr interface {
	// String returns it as a line //go:build has it.
	String() string
	// Eval evaluates it; ok says of a tag whether it is satisfied. All tags are asked for.
	Eval(ok func(tag string) bool) bool
	isExpr()
}

// TagExpr is one tag.
type TagExpr struct {
	Tag string
}

// NotExpr is !X.
type NotExpr struct {
	X Expr
}

// AndExpr is X && Y.
type AndExpr struct {
	X, Y Expr
}

// OrExpr is X || Y.
type OrExpr struct {
	X, Y Expr
}

func (x *TagExpr) isExpr() {}
func (x *NotExpr) isExpr() {}
func (x *AndExpr) isExpr() {}
func (x *OrExpr) isExpr()  {}

// Eval asks for the tag.
func (x *TagExpr) Eval(ok func(tag string) bool) bool { return ok(x.Tag) }

// Eval negates.
func (x *NotExpr) Eval(ok func(tag string) bool) bool { return !x.X.Eval(ok) }

// Eval evaluates both operands.
func (x *AndExpr) Eval(ok func(tag string) bool) bool {
	left, right := x.X.Eval(ok), x.Y.Eval(ok)
	return left && right
}

// Eval evaluates both operands.
func (x *OrExpr) Eval(ok func(tag string) bool) bool {
	left, right := x.X.Eval(ok), x.Y.Eval(ok)
	return left || right
}

// String returns the tag.
func (x *TagExpr) String() string { return x.Tag }

// String puts && and || in parentheses.
func (x *NotExpr) String() string {
	switch x.X.(type) {
	case *AndExpr, *OrExpr:
		return "!(" + x.X.String() + ")"
	}
	return "!" + x.X.String()
}

// String puts operands || in parentheses.
func (x *AndExpr) String() string {
	return operand(x.X, isOr) + " && " + operand(x.Y, isOr)
}

// String puts operands && in parentheses.
func (x *OrExpr) String() string {
	return operand(x.X, isAnd) + " || " + operand(x.Y, isAnd)
}

// operand returns x as text, in parentheses if the other operator makes it.
func operand(x Expr, other func(Expr) (left, right Expr, ok bool)) string {
	if _, _, ok := other(x); ok {
		return "(" + x.String() + ")"
	}
	return x.String()
}

var errTooComplex = errors.New("expression too complex for // +build lines")

// PlusBuildLines returns lines // +build that mean x: one for each factor, with a word for each of its terms.
func PlusBuildLines(x Expr) ([]string, error) {
	x = pushNot(x, false)
	var factors [][][]Expr // products of sums of products of literals
	for _, factor := range operands(x, isAnd) {
		var terms [][]Expr
		for _, term := range operands(factor, isOr) {
			var literals []Expr
			for _, literal := range operands(term, isAnd) {
				if _, ok := literal.(*OrExpr); ok {
					return nil, errTooComplex
				}
				literals = append(literals, literal)
			}
			terms = append(terms, literals)
		}
		factors = append(factors, terms)
	}

	// Without any || one line is enough.
	if !slices.ContainsFunc(factors, func(terms [][]Expr) bool { return len(terms) > 1 }) {
		var all []Expr
		for _, terms := range factors {
			all = append(all, terms[0]...)
		}
		factors = [][][]Expr{{all}}
	}
	lines := make([]string, len(factors))
	for i, terms := range factors {
		lines[i] = "// +build"
		for _, literals := range terms {
			lines[i] += " " + joined(literals)
		}
	}
	return lines, nil
}

func joined(literals []Expr) string {
	words := make([]string, len(literals))
	for i, x := range literals {
		words[i] = x.String()
	}
	return strings.Join(words, ",")
}

func isAnd(x Expr) (left, right Expr, ok bool) {
	if and, is := x.(*AndExpr); is {
		return and.X, and.Y, true
	}
	return nil, nil, false
}

func isOr(x Expr) (left, right Expr, ok bool) {
	if or, is := x.(*OrExpr); is {
		return or.X, or.Y, true
	}
	return nil, nil, false
}

// operands returns what one associative operator joins in x, left to right.
func operands(x Expr, split func(Expr) (left, right Expr, ok bool)) []Expr {
	left, right, ok := split(x)
	if !ok {
		return []Expr{x}
	}
	return append(operands(left, split), operands(right, split)...)
}

// pushNot returns x, or !x if not is set, with negations of tags only. What does not change is not copied.
func pushNot(x Expr, not bool) Expr {
	switch x := x.(type) {
	case *NotExpr:
		if _, ok := x.X.(*TagExpr); ok && !not {
			return x
		}
		return pushNot(x.X, !not)
	case *TagExpr:
		if not {
			return &NotExpr{X: x}
		}
	case *AndExpr:
		left, right := pushNot(x.X, not), pushNot(x.Y, not)
		if not {
			return &OrExpr{X: left, Y: right}
		}
		if left != x.X || right != x.Y {
			return &AndExpr{X: left, Y: right}
		}
	case *OrExpr:
		left, right := pushNot(x.X, not), pushNot(x.Y, not)
		if not {
			return &AndExpr{X: left, Y: right}
		}
		if left != x.X || right != x.Y {
			return &OrExpr{X: left, Y: right}
		}
	}
	return x
}

// GoVersion returns the oldest version of Go that x implies, "" if none: each tag is taken to be true or false
// whatever the others are.
func GoVersion(x Expr) string {
	switch n := release(x, true); {
	case n < 0:
		return ""
	case n == 0:
		return "go1"
	default:
		return "go1." + strconv.Itoa(n)
	}
}

// release returns the minor version that x, or !x if positive is false, implies; -1 for none.
func release(x Expr, positive bool) int {
	switch x := x.(type) {
	case *TagExpr:
		if !positive {
			return -1
		}
		if x.Tag == "go1" {
			return 0
		}
		_, minor, _ := strings.Cut(x.Tag, "go1.")
		if n, err := strconv.Atoi(minor); err == nil {
			return n
		}
	case *NotExpr:
		return release(x.X, !positive)
	case *AndExpr:
		return both(release(x.X, positive), release(x.Y, positive), positive)
	case *OrExpr:
		return both(release(x.X, positive), release(x.Y, positive), !positive)
	}
	return -1
}

// both returns what two operands imply that hold both, or one of which holds.
func both(a, b int, and bool) int {
	if and {
		return max(a, b)
	}
	return min(a, b)
}
