package parse

import (
	"fmt"
	"strconv"
	"strings"
)

// NumberNode is a number constant: it is all the kinds of number that can hold it.
type NumberNode struct {
	NodeType
	Pos
	tr         *Tree
	IsInt      bool
	IsUint     bool
	IsFloat    bool
	IsComplex  bool
	Int64      int64
	Uint64     uint64
	Float64    float64
	Complex128 complex128
	Text       string // as it was written
}

func (n *NumberNode) tree() *Tree                { return n.tr }
func (n *NumberNode) String() string             { return n.Text }
func (n *NumberNode) writeTo(b *strings.Builder) { b.WriteString(n.Text) }

func (n *NumberNode) Copy() Node {
	c := *n
	return &c
}

func (t *Tree) newNumber(from token) (*NumberNode, error) {
	n := &NumberNode{NodeType: NodeNumber, Pos: from.pos, tr: t, Text: from.text}
	switch from.kind {
	case tokenCharConstant:
		return n, n.setChar()
	case tokenComplex:
		var c complex128
		if _, err := fmt.Sscan(n.Text, &c); err != nil {
			return nil, err
		}
		n.setComplex(c)
		return n, nil
	}
	if real, ok := strings.CutSuffix(n.Text, "i"); ok {
		if f, err := strconv.ParseFloat(real, 64); err == nil {
			n.setComplex(complex(0, f))
			return n, nil
		}
	}
	u, unsigned := strconv.ParseUint(n.Text, 0, 64)
	i, signed := strconv.ParseInt(n.Text, 0, 64)
	if unsigned == nil || signed == nil && i == 0 { // -0 is both
		n.IsUint, n.Uint64 = true, u
	}
	if signed == nil {
		n.IsInt, n.Int64 = true, i
	}
	switch {
	case n.IsInt:
		n.IsFloat, n.Float64 = true, float64(n.Int64)
	case n.IsUint:
		n.IsFloat, n.Float64 = true, float64(n.Uint64)
	default:
		f, err := strconv.ParseFloat(n.Text, 64)
		if err != nil {
			return nil, fmt.Errorf("illegal number syntax: %q", n.Text)
		}
		if !strings.ContainsAny(n.Text, ".eEpP") {
			return nil, fmt.Errorf("integer overflow: %q", n.Text)
		}
		n.setFloat(f)
	}
	return n, nil
}

func (n *NumberNode) setChar() error {
	r, _, rest, err := strconv.UnquoteChar(n.Text[1:], n.Text[0])
	if err != nil {
		return err
	}
	if rest != "'" {
		return fmt.Errorf("malformed character constant: %s", n.Text)
	}
	n.IsInt, n.Int64 = true, int64(r)
	n.IsUint, n.Uint64 = true, uint64(r)
	n.IsFloat, n.Float64 = true, float64(r)
	return nil
}

// setFloat sets the number to f, and to the integer that f is.
func (n *NumberNode) setFloat(f float64) {
	n.IsFloat, n.Float64 = true, f
	if i := int64(f); float64(i) == f {
		n.IsInt, n.Int64 = true, i
	}
	if u := uint64(f); float64(u) == f {
		n.IsUint, n.Uint64 = true, u
	}
}

// setComplex sets the number to c, and to the others that c is.
func (n *NumberNode) setComplex(c complex128) {
	n.IsComplex, n.Complex128 = true, c
	if imag(c) == 0 {
		n.setFloat(real(c))
	}
}
