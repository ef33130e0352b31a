// Package fmt formats values as text and reads them, in the manner of printf and scanf.
package fmt

import (
	"internal/abi"
	"io"
	"os"
	"unicode/utf8"
)

// Fprintf formats to w; it returns the bytes written and the error of writing.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.formatted(format, a)
	n, err = w.Write(p.buf)
	p.release()
	return
}

// Printf formats to standard output.
func Printf(format string, a ...any) (n int, err error) { return Fprintf(os.Stdout, format, a...) }

// Sprintf returns the formatted text.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.formatted(format, a)
	s := string(p.buf)
	p.release()
	return s
}

// Appendf appends the formatted text to b.
func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.formatted(format, a)
	b = append(b, p.buf...)
	p.release()
	return b
}

// Fprint writes the operands in their default formats to w, with spaces between those that are no strings.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.listed(a)
	n, err = w.Write(p.buf)
	p.release()
	return
}

// Print writes to standard output as Fprint does.
func Print(a ...any) (n int, err error) { return Fprint(os.Stdout, a...) }

// Sprint returns what Print writes.
func Sprint(a ...any) string {
	p := newPrinter()
	p.listed(a)
	s := string(p.buf)
	p.release()
	return s
}

// Append appends what Print writes to b.
func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.listed(a)
	b = append(b, p.buf...)
	p.release()
	return b
}

// Fprintln writes the operands in their default formats to w, with spaces between and a newline behind.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.line(a)
	n, err = w.Write(p.buf)
	p.release()
	return
}

// Println writes to standard output as Fprintln does.
func Println(a ...any) (n int, err error) { return Fprintln(os.Stdout, a...) }

// Sprintln returns what Println writes.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.line(a)
	s := string(p.buf)
	p.release()
	return s
}

// Appendln appends what Println writes to b.
func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.line(a)
	b = append(b, p.buf...)
	p.release()
	return b
}

// FormatString gives back the verb with its flags as the State has them, for use in a Formatter.
func FormatString(state State, verb rune) string {
	var tmp [16]byte
	b := append(tmp[:0], '%')
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = Append(b, w)
	}
	if prec, ok := state.Precision(); ok {
		b = append(b, '.')
		b = Append(b, prec)
	}
	b = utf8.AppendRune(b, verb)
	return string(b)
}

func (p *printer) listed(a []any) {
	afterString := false
	for i, arg := range a {
		isString := arg != nil && abi.TypeOf(arg).Kind() == abi.String
		if i > 0 && !isString && !afterString {
			p.char(' ')
		}
		p.operand(arg, 'v')
		afterString = isString
	}
}

func (p *printer) line(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.char(' ')
		}
		p.operand(arg, 'v')
	}
	p.char('\n')
}

// number reads decimal digits; tooLarge ones count as none.
func number(s string, i, end int) (n int, ok bool, next int) {
	if i >= end {
		return 0, false, end
	}
	for next = i; next < end && '0' <= s[next] && s[next] <= '9'; next++ {
		if n > 1e6 || n < -1e6 {
			return 0, false, end
		}
		n = n*10 + int(s[next]-'0')
		ok = true
	}
	return
}

// intArg takes a width or precision from the arguments.
func intArg(a []any, at int) (n int, ok bool, next int) {
	next = at
	if at >= len(a) {
		return
	}
	n, ok = a[at].(int)
	if !ok && a[at] != nil {
		n, ok = smallInt(a[at])
	}
	next++
	if n > 1e6 || n < -1e6 {
		n, ok = 0, false
	}
	return
}

// smallInt reads integers of other types than int.
func smallInt(x any) (int, bool) {
	t := abi.TypeOf(x)
	switch k := t.Kind(); k {
	case abi.Int, abi.Int8, abi.Int16, abi.Int32, abi.Int64:
		return int(signed(k, abi.Word(x))), true
	case abi.Uint, abi.Uint8, abi.Uint16, abi.Uint32, abi.Uint64, abi.Uintptr:
		u := unsigned(k, abi.Word(x))
		return int(u), int64(u) >= 0
	}
	return 0, false
}

// index reads an argument index, [3], before a verb, width or precision.
func (p *printer) index(at int, format string, i int, count int) (newAt, next int, found bool) {
	if len(format) <= i || format[i] != '[' {
		return at, i, false
	}
	p.reordered = true
	for j := i + 1; j < len(format); j++ {
		if format[j] != ']' {
			continue
		}
		n, ok, end := number(format, i+1, j)
		if ok && end == j && n >= 1 && n <= count {
			return n - 1, j + 1, true
		}
		p.goodIndex = false
		return at, j + 1, ok && end == j
	}
	p.goodIndex = false
	return at, i + 1, false
}

// formatted carries out a format.
func (p *printer) formatted(format string, a []any) {
	end := len(format)
	at := 0             // argument to be printed next
	afterIndex := false // the last thing read was an index
	p.reordered = false
	for i := 0; i < end; {
		p.goodIndex = true
		from := i
		for i < end && format[i] != '%' {
			i++
		}
		if i > from {
			p.buf = append(p.buf, format[from:i]...)
		}
		if i >= end {
			break
		}
		i++
		p.flags = flags{}
		i = p.readFlags(format, i)
		at, i, afterIndex = p.index(at, format, i, len(a))
		if i < end && format[i] == '*' {
			i++
			p.width, p.widthGiven, at = intArg(a, at)
			if !p.widthGiven {
				p.text("%!(BADWIDTH)")
			}
			// A negative width is a minus flag and a width.
			if p.width < 0 {
				p.width = -p.width
				p.minus = true
				p.zero = false
			}
			afterIndex = false
		} else {
			p.width, p.widthGiven, i = number(format, i, end)
			if afterIndex && p.widthGiven {
				p.goodIndex = false
			}
		}
		if i+1 <= end && format[i] == '.' {
			i++
			if afterIndex {
				p.goodIndex = false
			}
			at, i, afterIndex = p.index(at, format, i, len(a))
			if i < end && format[i] == '*' {
				i++
				p.prec, p.precGiven, at = intArg(a, at)
				if p.prec < 0 {
					p.prec = 0
					p.precGiven = false
				}
				if !p.precGiven {
					p.text("%!(BADPREC)")
				}
				afterIndex = false
			} else {
				p.prec, p.precGiven, i = number(format, i, end)
				if !p.precGiven {
					p.prec = 0
					p.precGiven = true
				}
			}
		}
		if !afterIndex {
			at, i, afterIndex = p.index(at, format, i, len(a))
		}
		if i >= end {
			p.text("%!(NOVERB)")
			break
		}
		verb, size := rune(format[i]), 1
		if verb >= utf8.RuneSelf {
			verb, size = utf8.DecodeRuneInString(format[i:])
		}
		i += size
		switch {
		case verb == '%':
			p.char('%')
		case !p.goodIndex:
			p.complaint(verb, "(BADINDEX)")
		case at >= len(a):
			p.complaint(verb, "(MISSING)")
		case verb == 'w', verb == 'v':
			if verb == 'w' {
				p.wrapped = append(p.wrapped, at)
			}
			p.sharpV, p.sharp = p.sharp, false
			p.plusV, p.plus = p.plus, false
			fallthrough
		default:
			p.operand(a[at], verb)
			at++
		}
	}
	if !p.reordered && at < len(a) {
		p.flags = flags{}
		p.text("%!(EXTRA ")
		for i, arg := range a[at:] {
			if i > 0 {
				p.text(", ")
			}
			if arg == nil {
				p.text("<nil>")
			} else {
				p.text(abi.TypeOf(arg).String())
				p.char('=')
				p.operand(arg, 'v')
			}
		}
		p.char(')')
	}
}

func (p *printer) complaint(verb rune, text string) {
	p.text("%!")
	p.symbol(verb)
	p.text(text)
}

func (p *printer) readFlags(format string, i int) int {
	for ; i < len(format); i++ {
		switch format[i] {
		case '#':
			p.sharp = true
		case '0':
			p.zero = true
		case '+':
			p.plus = true
		case '-':
			p.minus = true
		case ' ':
			p.space = true
		default:
			return i
		}
	}
	return i
}
