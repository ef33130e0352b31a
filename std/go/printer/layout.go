package printer

import (
	"go/ast"
	"go/token"
	"math"
)

// newlines asks for as many newlines as the source has up to line, at least least, behind the space s. If section is set, the first
// ends the columns. It returns their number, in which such a one counts for two.
func (p *printer) newlines(line, least int, s space, section bool) int {
	n := max(limited(line-p.pos.Line), least)
	if n <= 0 {
		return 0
	}
	p.space(s)
	count := n
	if section {
		p.space(formfeed)
		n--
		count++
	}
	for range n {
		p.space(newline)
	}
	return count
}

// size returns the length of a node on one line, more than most if it needs more lines or is longer. It does not depend on the mode.
func (p *printer) size(n ast.Node, most int) int {
	if size, ok := p.sizes[n]; ok {
		return size
	}
	p.sizes[n] = most + 1
	raw := Config{Mode: RawFormat}
	text, err := raw.print(p.fset, n, p.sizes)
	if err != nil {
		return most + 1
	}
	text = trim(text)
	if len(text) > most {
		return most + 1
	}
	for _, c := range text {
		if isNewline(c) {
			return most + 1
		}
	}
	p.sizes[n] = len(text)
	return len(text)
}

const filteredFields = "contains filtered or unexported fields"
const filteredMethods = "contains filtered or unexported methods"

// listMode says how a list of expressions ends and continues.
type listMode int

const (
	finalComma listMode = 1 << iota // if what follows is on a new line
	noIndent                        // of further lines
)

func (p *printer) identList(list []*ast.Ident, indented bool) {
	exprs := make([]ast.Expr, len(list))
	for i, x := range list {
		exprs[i] = x
	}
	mode := noIndent
	if indented {
		mode = 0
	}
	p.exprList(token.NoPos, exprs, 1, mode, token.NoPos, false)
}

// exprList prints a list with commas, on as many lines as in the source. before and behind are where the tokens around it are, if they
// are valid.
func (p *printer) exprList(before token.Pos, list []ast.Expr, depth int, mode listMode, behind token.Pos, incomplete bool) {
	previous, next := p.position(before), p.position(behind)
	if len(list) == 0 {
		if incomplete {
			p.filtered(previous.IsValid() && previous.Line == next.Line)
		}
		return
	}
	line := p.lineOf(list[0].Pos())
	if previous.IsValid() && previous.Line == line && line == p.lineOf(list[len(list)-1].End()) {
		for i, x := range list {
			if i > 0 {
				p.opAt(x.Pos(), token.COMMA)
				p.space(blank)
			}
			p.exprIn(x, depth)
		}
		if incomplete {
			p.op(token.COMMA)
			p.space(blank)
			p.words("/* " + filteredFields + " */")
		}
		return
	}

	l := exprLines{mode: mode, indentation: indent, lastBreak: -1, line: previous.Line, sized: previous.IsValid() && next.IsValid()}
	if mode&noIndent != 0 {
		l.indentation = ignore
	}
	if previous.IsValid() && previous.Line < line && p.newlines(line, 0, l.indentation, true) > 0 {
		l.indentation = ignore
		l.lastBreak = 0
	}
	for i, x := range list {
		p.listElement(&l, i, x, len(list), depth)
	}

	ends := func() {
		if l.indentation == ignore && mode&noIndent == 0 {
			p.space(unindent)
		}
	}
	switch {
	case mode&finalComma != 0 && next.IsValid() && p.pos.Line < next.Line:
		p.op(token.COMMA)
		if incomplete {
			p.space(newline)
			p.words("// " + filteredFields)
		}
		ends()
		p.space(formfeed)
	case incomplete:
		p.op(token.COMMA)
		p.space(newline)
		p.words("// " + filteredFields)
		p.space(newline)
		ends()
	default:
		ends()
	}
}

// filtered stands for all elements of a list.
func (p *printer) filtered(oneLine bool) {
	if oneLine {
		p.words("/* " + filteredFields + " */")
		return
	}
	p.space(newline, indent)
	p.words("// " + filteredFields)
	p.space(unindent, newline)
}

// exprLines is a list of expressions on several lines being printed.
type exprLines struct {
	mode        listMode
	indentation space // ignore when done
	lastBreak   int   // the index of the last expression in front of which a line ended
	line        int   // of the last expression
	sized       bool  // sizes are of use
	size        int   // of the last expression, or of its key; 0 if it needs several lines
	logs        float64
	count       int // of sizes that logs is the sum of
}

// breaksColumns says whether a size is too different from those before for an expression to be aligned with them.
func (l *exprLines) breaksColumns(previous int) bool {
	const small, ratio = 40, 2.5
	switch {
	case previous <= 0 || l.size <= 0:
		return true
	case l.count == 0, previous <= small && l.size <= small:
		return false
	}
	r := float64(l.size) / roughExp2(l.logs/float64(l.count))
	return ratio*r <= 1 || ratio <= r
}

func (p *printer) listElement(l *exprLines, i int, x ast.Expr, count, depth int) {
	line := p.lineOf(x.Pos())
	pair, isPair := x.(*ast.KeyValueExpr)
	previousSize := l.size
	const most = 1e6
	l.size = p.size(x, most)
	if l.size > most || !l.sized {
		l.size = 0
	} else if isPair {
		l.size = p.size(pair.Key, most)
	}
	breaksColumns := l.breaksColumns(previousSize)

	newLine := 0 < l.line && l.line < line
	if i > 0 {
		if !newLine {
			p.at(x.Pos())
		}
		p.op(token.COMMA)
		n := 0
		if newLine {
			n = p.newlines(line, 0, l.indentation, breaksColumns || l.lastBreak+1 < i)
		}
		if n > 0 {
			l.indentation = ignore
			l.lastBreak = i
		} else {
			p.space(blank)
		}
		if n > 1 {
			l.logs, l.count = 0, 0
		}
	}
	if count > 1 && isPair && l.size > 0 && newLine {
		p.expr(pair.Key)
		p.opAt(pair.Colon, token.COLON)
		p.space(column)
		p.expr(pair.Value)
	} else {
		p.exprIn(x, depth)
	}
	if l.size > 0 {
		l.logs += roughLog2(float64(l.size))
		l.count++
	}
	l.line = line
}

// roughLog2 is exact for powers of two and straight between them; roughExp2 is its inverse.
func roughLog2(x float64) float64 {
	fraction, exponent := math.Frexp(x)
	return float64(exponent) + 2*(fraction-1)
}

func roughExp2(x float64) float64 {
	whole := math.Floor(x)
	return math.Ldexp(1+(x-whole), int(whole))
}

// paramsOf says what a list of parameters belongs to.
type paramsOf int

const (
	ofFunc        paramsOf = iota
	ofGenericFunc          // type parameters
	ofGenericType          // type parameters
)

func (p *printer) parameters(fields *ast.FieldList, of paramsOf) {
	open, closing := token.LPAREN, token.RPAREN
	if of != ofFunc {
		open, closing = token.LBRACK, token.RBRACK
	}
	p.opAt(fields.Opening, open)
	if len(fields.List) > 0 {
		previous := p.lineOf(fields.Opening)
		indentation := indent
		for i, field := range fields.List {
			line := p.lineOf(field.Pos())
			newLine := 0 < previous && previous < line
			if i > 0 {
				if !newLine {
					p.at(field.Pos())
				}
				p.op(token.COMMA)
			}
			if newLine && p.newlines(line, 0, indentation, true) > 0 {
				indentation = ignore
			} else if i > 0 {
				p.space(blank)
			}
			if len(field.Names) > 0 {
				p.identList(field.Names, indentation == indent)
				p.space(blank)
			}
			p.expr(withoutParens(field.Type))
			previous = p.lineOf(field.End())
		}
		if line := p.lineOf(fields.Closing); 0 < previous && previous < line {
			p.op(token.COMMA)
			p.newlines(line, 0, ignore, true)
		} else if of == ofGenericType && fields.NumFields() == 1 && readsAsProduct(withoutParens(fields.List[0].Type)) {
			p.op(token.COMMA)
		}
		if indentation == ignore {
			p.space(unindent)
		}
	}
	p.opAt(fields.Closing, closing)
}

// readsAsProduct says whether a type parameter's name and x would be read as an expression, the length of an array.
func readsAsProduct(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.StarExpr:
		return !isTypeOnly(x.X)
	case *ast.BinaryExpr:
		return readsAsProduct(x.X) && !isTypeOnly(x.Y)
	case *ast.ParenExpr:
		return !isTypeOnly(x.X)
	}
	return false
}

// isTypeOnly says whether x cannot be a value.
func isTypeOnly(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.ArrayType, *ast.StructType, *ast.FuncType, *ast.InterfaceType, *ast.MapType, *ast.ChanType:
		return true
	case *ast.UnaryExpr:
		return x.Op == token.TILDE
	case *ast.BinaryExpr:
		return isTypeOnly(x.X) || isTypeOnly(x.Y)
	case *ast.ParenExpr:
		return isTypeOnly(x.X)
	}
	return false
}

func (p *printer) signature(f *ast.FuncType) {
	if f.TypeParams != nil {
		p.parameters(f.TypeParams, ofGenericFunc)
	}
	if f.Params != nil {
		p.parameters(f.Params, ofFunc)
	} else {
		p.op(token.LPAREN, token.RPAREN)
	}
	n := f.Results.NumFields()
	if n == 0 {
		return
	}
	p.space(blank)
	if n == 1 && f.Results.List[0].Names == nil {
		p.expr(withoutParens(f.Results.List[0].Type))
		return
	}
	p.parameters(f.Results, ofFunc)
}

// fitsOnOneLine says whether a single field is short enough for a struct or interface on one line.
func (p *printer) fitsOnOneLine(list []*ast.Field) bool {
	if len(list) != 1 || list[0].Tag != nil || list[0].Comment != nil {
		return false
	}
	const most = 30
	names := 0
	if len(list[0].Names) > 0 {
		names = 1 // names count as a blank
	}
	return names+p.size(list[0].Type, most) <= most
}

// fields prints the fields of a struct or the elements of an interface.
func (p *printer) fields(fields *ast.FieldList, isStruct, incomplete bool) {
	list := fields.List
	commented := incomplete || p.commentBefore(p.position(fields.Closing))
	oneLine := fields.Opening.IsValid() && fields.Closing.IsValid() && p.lineOf(fields.Opening) == p.lineOf(fields.Closing)
	if !commented && oneLine {
		if len(list) == 0 {
			p.opAt(fields.Opening, token.LBRACE)
			p.opAt(fields.Closing, token.RBRACE)
			return
		}
		if p.fitsOnOneLine(list) {
			p.opAt(fields.Opening, token.LBRACE)
			p.space(blank)
			p.onlyField(list[0], isStruct)
			p.space(blank)
			p.opAt(fields.Closing, token.RBRACE)
			return
		}
	}
	p.space(blank)
	p.opAt(fields.Opening, token.LBRACE)
	p.space(indent)
	if commented || len(list) > 0 {
		p.space(formfeed)
	}
	separator := column
	if len(list) == 1 {
		separator = blank
	}
	line := 0
	for i, f := range list {
		if i > 0 {
			p.newlines(p.lineOf(f.Pos()), 1, ignore, p.linesSince(line) > 0)
		}
		p.nodeComment(f.Doc)
		p.noteLine(&line)
		if isStruct {
			p.structField(f, separator)
		} else {
			p.interfaceElement(f)
			p.nodeComment(f.Comment)
		}
	}
	if incomplete {
		if len(list) > 0 {
			p.space(formfeed)
		}
		p.flush(p.position(fields.Closing), token.RBRACE)
		if isStruct {
			p.lineComment("// " + filteredFields)
		} else {
			p.lineComment("// " + filteredMethods)
		}
	}
	p.space(unindent, formfeed)
	p.opAt(fields.Closing, token.RBRACE)
}

func (p *printer) onlyField(f *ast.Field, isStruct bool) {
	if !isStruct {
		p.interfaceElement(f)
		return
	}
	for i, x := range f.Names {
		if i > 0 {
			p.op(token.COMMA)
			p.space(blank)
		}
		p.expr(x)
	}
	if len(f.Names) > 0 {
		p.space(blank)
	}
	p.expr(f.Type)
}

func (p *printer) interfaceElement(f *ast.Field) {
	if len(f.Names) == 0 {
		p.expr(f.Type)
		return
	}
	p.expr(f.Names[0])
	p.signature(f.Type.(*ast.FuncType))
}

// structField prints names, type, tag and comment, each in a column.
func (p *printer) structField(f *ast.Field, separator space) {
	left := 2 // columns in front of the comment's
	if len(f.Names) > 0 {
		p.identList(f.Names, false)
		p.space(separator)
		p.expr(f.Type)
		left = 1
	} else {
		p.expr(f.Type)
	}
	if f.Tag != nil {
		if len(f.Names) > 0 && separator == column {
			p.space(separator)
		}
		p.space(separator)
		p.expr(f.Tag)
		left = 0
	}
	if f.Comment != nil {
		for range left {
			p.space(separator)
		}
		p.nodeComment(f.Comment)
	}
}
