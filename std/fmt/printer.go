package fmt

import (
	"internal/abi"
	"unicode/utf8"
	"unsafe"
)

// State is the printer as a Formatter sees it.
type State interface {
	// Write adds formatted text.
	Write(b []byte) (n int, err error)
	// Width returns the width and whether one was given.
	Width() (wid int, ok bool)
	// Precision returns the precision and whether one was given.
	Precision() (prec int, ok bool)
	// Flag says whether the flag c, a character, was given.
	Flag(c int) bool
}

// Formatter is a value that formats itself for every verb.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer is a value with a text of its own.
type Stringer interface {
	String() string
}

// GoStringer is a value with a text of its own for %#v.
type GoStringer interface {
	GoString() string
}

// flags are those of one verb.
type flags struct {
	widthGiven, precGiven           bool
	minus, plus, sharp, space, zero bool
	plusV, sharpV                   bool // %+v and %#v: plus and sharp mean something else there
	width, prec                     int
}

// printer holds the text and the state of one call. Printers are used again: in steady state a call
// allocates its result only.
type printer struct {
	buf []byte
	arg any // operand being printed, if it is one
	flags
	reordered bool // an argument index was used
	goodIndex bool // the last one was right
	panicking bool // printing what a method panicked with
	erroring  bool // printing a complaint: methods are not called
	wrapErrs  bool // %w is a verb
	wrapped   []int
	next      *printer // in the list of free ones
	digits    [68]byte // for numbers of up to 64 bits in base 2
}

var free *printer

func newPrinter() *printer {
	p := free
	if p == nil {
		p = new(printer)
	} else {
		free = p.next
		p.next = nil
	}
	p.panicking = false
	p.erroring = false
	p.wrapErrs = false
	p.flags = flags{}
	return p
}

// release gives the printer back; one with a huge buffer is dropped.
func (p *printer) release() {
	if cap(p.buf) > 64*1024 {
		p.buf = nil
	} else {
		p.buf = p.buf[:0]
	}
	if cap(p.wrapped) > 8 {
		p.wrapped = nil
	}
	p.arg = nil
	p.wrapped = p.wrapped[:0]
	p.next = free
	free = p
}

// Write implements State.
func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

// WriteString spares io.WriteString the conversion.
func (p *printer) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

// Width implements State.
func (p *printer) Width() (wid int, ok bool) { return p.width, p.widthGiven }

// Precision implements State.
func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.precGiven }

// Flag implements State.
func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

func (p *printer) text(s string) { p.buf = append(p.buf, s...) }
func (p *printer) char(c byte)   { p.buf = append(p.buf, c) }
func (p *printer) symbol(r rune) { p.buf = utf8.AppendRune(p.buf, r) }

// operand prints an argument.
func (p *printer) operand(arg any, verb rune) {
	p.arg = arg
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.padString("<nil>")
		} else {
			p.badVerb(verb, nil, nil)
		}
		return
	}
	switch verb {
	case 'T':
		p.plainString(abi.TypeOf(arg).String())
		return
	case 'p':
		p.addressOperand(arg)
		return
	}
	// What is printed most, without the code for the rest, which is compiled when it is called.
	switch x := arg.(type) {
	case string:
		p.stringVerb(x, verb)
	case int:
		p.integer(uint64(x), true, verb)
	default:
		p.otherOperand(arg, verb)
	}
}

// addressOperand prints what %p prints.
func (p *printer) addressOperand(arg any) {
	t := abi.TypeOf(arg)
	w := abi.Word(arg)
	switch {
	case !t.IsDirect():
		p.pointer(t, w, 'p')
	case !p.word(t, w, 'p', 0, reach{exported: true}):
		p.badWord(t, w, 'p')
	}
}

// otherOperand prints an argument that is not nil, and neither a string nor an int.
func (p *printer) otherOperand(arg any, verb rune) {
	switch x := arg.(type) {
	case bool:
		p.boolean(x, verb)
	case float32:
		p.float(float64(x), 32, verb)
	case float64:
		p.float(x, 64, verb)
	case int8:
		p.integer(uint64(x), true, verb)
	case int16:
		p.integer(uint64(x), true, verb)
	case int32:
		p.integer(uint64(x), true, verb)
	case int64:
		p.integer(uint64(x), true, verb)
	case uint:
		p.integer(uint64(x), false, verb)
	case uint8:
		p.integer(uint64(x), false, verb)
	case uint16:
		p.integer(uint64(x), false, verb)
	case uint32:
		p.integer(uint64(x), false, verb)
	case uint64:
		p.integer(x, false, verb)
	case uintptr:
		p.integer(uint64(x), false, verb)
	case []byte:
		p.bytes(x, verb, "[]byte")
	default:
		t := abi.TypeOf(arg)
		w := abi.Word(arg)
		if isReflected(t) {
			p.reflected((*reflected)(w), verb)
			return
		}
		if p.methods(verb) {
			return
		}
		if t.IsDirect() {
			p.direct(t, w, verb, 0, reach{exported: true})
		} else {
			p.value(t, w, verb, 0, reach{exported: true})
		}
	}
}

// methods prints p.arg by one of its methods, if it has one that fits the verb.
func (p *printer) methods(verb rune) (handled bool) {
	if p.erroring {
		return
	}
	if verb == 'w' {
		// %w is for errors, and for Errorf.
		if _, ok := p.arg.(error); !ok || !p.wrapErrs {
			p.badOperand(verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		handled = true
		defer p.catch(p.arg, verb, "Format")
		f.Format(p, verb)
		return
	}
	if p.sharpV {
		if s, ok := p.arg.(GoStringer); ok {
			handled = true
			defer p.catch(p.arg, verb, "GoString")
			p.plainString(s.GoString())
		}
		return
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			handled = true
			defer p.catch(p.arg, verb, "Error")
			p.stringVerb(v.Error(), verb)
		case Stringer:
			handled = true
			defer p.catch(p.arg, verb, "String")
			p.stringVerb(v.String(), verb)
		}
	}
	return
}

// catch turns a panic of a method into text.
func (p *printer) catch(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	// A method of a nil pointer that panics is no surprise.
	if abi.TypeOf(arg).Kind() == abi.Pointer && abi.Word(arg) == nil {
		p.text("<nil>")
		return
	}
	if p.panicking {
		panic(err)
	}
	old := p.flags
	p.flags = flags{}
	p.text("%!")
	p.symbol(verb)
	p.text("(PANIC=")
	p.text(method)
	p.text(" method: ")
	p.panicking = true
	p.operand(err, 'v')
	p.panicking = false
	p.char(')')
	p.flags = old
}

// badOperand complains about a verb that p.arg cannot be printed with.
func (p *printer) badOperand(verb rune) {
	t := abi.TypeOf(p.arg)
	w := abi.Word(p.arg)
	if t.IsDirect() {
		word := w // on the heap only if it is looked at as memory
		p.badVerb(verb, t, unsafe.Pointer(&word))
	} else {
		p.badVerb(verb, t, w)
	}
}

// badVerb complains about a verb that does not fit the value of type t at v; t is nil for a nil operand.
func (p *printer) badVerb(verb rune, t *abi.Type, v unsafe.Pointer) {
	p.erroring = true
	p.text("%!")
	p.symbol(verb)
	p.char('(')
	if t == nil {
		p.text("<nil>")
	} else {
		p.text(t.String())
		p.char('=')
		p.value(t, v, 'v', 0, reach{exported: true})
	}
	p.char(')')
	p.erroring = false
}

// reach says how a value was come by.
type reach struct {
	exported bool // by no field whose name is not exported, so that methods are called
	variable bool // it is a variable, whose value is copied for methods
}

// value prints the value of type t at v. depth counts what it is inside of.
func (p *printer) value(t *abi.Type, v unsafe.Pointer, verb rune, depth int, r reach) {
	if depth > 0 && r.exported {
		if t.Kind() == abi.Interface {
			if inside := abi.Dynamic(t, v); inside != nil {
				p.arg = inside
				if p.methods(verb) {
					return
				}
			}
		} else {
			if r.variable {
				p.arg = abi.Copied(t, v)
			} else {
				p.arg = abi.At(t, v)
			}
			if p.methods(verb) {
				return
			}
		}
	}
	switch k := t.Kind(); k {
	case abi.Bool:
		if verb != 't' && verb != 'v' {
			p.badVerb(verb, t, v)
			return
		}
		p.boolean(*(*bool)(v), verb)
	case abi.Int, abi.Int8, abi.Int16, abi.Int32, abi.Int64:
		p.numberOf(t, v, signed(k, v), true, verb)
	case abi.Uint, abi.Uint8, abi.Uint16, abi.Uint32, abi.Uint64, abi.Uintptr:
		p.numberOf(t, v, unsigned(k, v), false, verb)
	case abi.Float32:
		p.floatOf(t, v, float64(*(*float32)(v)), 32, verb)
	case abi.Float64:
		p.floatOf(t, v, *(*float64)(v), 64, verb)
	case abi.Complex64:
		c := (*[2]float32)(v)
		p.complexOf(t, v, float64(c[0]), float64(c[1]), 32, verb)
	case abi.Complex128:
		c := (*[2]float64)(v)
		p.complexOf(t, v, c[0], c[1], 64, verb)
	case abi.String:
		switch verb {
		case 'v', 's', 'x', 'X', 'q':
			p.stringVerb(*(*string)(v), verb)
		default:
			p.badVerb(verb, t, v)
		}
	case abi.Struct:
		p.structOf(t, v, verb, depth, r)
	case abi.Interface:
		inside := abi.Dynamic(t, v)
		if inside == nil {
			if p.sharpV {
				p.text(t.String())
				p.text("(nil)")
			} else {
				p.text("<nil>")
			}
			return
		}
		p.inside(inside, verb, depth+1, r)
	case abi.Array, abi.Slice:
		p.list(t, v, verb, depth, r)
	default:
		p.word(t, *(*unsafe.Pointer)(v), verb, depth, r)
	}
}

// word prints a value that is one word, of a map or a kind of pointer; false if t is another type.
func (p *printer) word(t *abi.Type, w unsafe.Pointer, verb rune, depth int, r reach) bool {
	switch t.Kind() {
	case abi.Map:
		if verb == 'p' {
			p.address(t, w, verb)
		} else {
			p.mapOf(t, w, verb, depth, r)
		}
	case abi.Pointer:
		// At the top &{…} is shown; further down only the address, or there could be no end.
		if depth == 0 && w != nil && verb != 'p' {
			switch elem := t.Elem(); elem.Kind() {
			case abi.Array, abi.Slice, abi.Struct, abi.Map:
				p.char('&')
				p.value(elem, w, verb, depth+1, reach{r.exported, true})
				return true
			}
		}
		p.address(t, w, verb)
	case abi.Chan, abi.Func, abi.UnsafePointer:
		p.address(t, w, verb)
	default:
		return false
	}
	return true
}

// inside prints the value held by an interface.
func (p *printer) inside(x any, verb rune, depth int, r reach) {
	r.variable = false
	t := abi.TypeOf(x)
	w := abi.Word(x)
	if !t.IsDirect() {
		p.value(t, w, verb, depth, r)
		return
	}
	if r.exported {
		if p.arg = x; p.methods(verb) {
			return
		}
	}
	p.direct(t, w, verb, depth, r)
}

// direct prints a value that an interface holds as its word. Only a struct or array has to be looked at as memory.
func (p *printer) direct(t *abi.Type, w unsafe.Pointer, verb rune, depth int, r reach) {
	if !p.word(t, w, verb, depth, r) {
		word := w
		p.value(t, unsafe.Pointer(&word), verb, depth, r)
	}
}

func signed(k abi.Kind, v unsafe.Pointer) uint64 {
	switch k {
	case abi.Int8:
		return uint64(*(*int8)(v))
	case abi.Int16:
		return uint64(*(*int16)(v))
	case abi.Int32:
		return uint64(*(*int32)(v))
	}
	return *(*uint64)(v)
}

func unsigned(k abi.Kind, v unsafe.Pointer) uint64 {
	switch k {
	case abi.Uint8:
		return uint64(*(*uint8)(v))
	case abi.Uint16:
		return uint64(*(*uint16)(v))
	case abi.Uint32:
		return uint64(*(*uint32)(v))
	}
	return *(*uint64)(v)
}

func (p *printer) mapOf(t *abi.Type, m unsafe.Pointer, verb rune, depth int, r reach) {
	if p.sharpV {
		p.text(t.String())
		if m == nil {
			p.text("(nil)")
			return
		}
		p.char('{')
	} else {
		p.text("map[")
	}
	key, elem := t.Key(), t.Elem()
	r.variable = false
	for i, e := range sortedEntries(t, m) {
		if i > 0 {
			p.separator()
		}
		p.value(key, e.Key, verb, depth+1, r)
		p.char(':')
		p.value(elem, e.Elem, verb, depth+1, r)
	}
	if p.sharpV {
		p.char('}')
	} else {
		p.char(']')
	}
}

// separator stands between elements.
func (p *printer) separator() {
	if p.sharpV {
		p.text(", ")
	} else {
		p.char(' ')
	}
}

func (p *printer) structOf(t *abi.Type, v unsafe.Pointer, verb rune, depth int, r reach) {
	if p.sharpV {
		p.text(t.String())
	}
	p.char('{')
	for i := range t.NumField() {
		if i > 0 {
			p.separator()
		}
		f := t.Field(i)
		if p.plusV || p.sharpV {
			if f.Name != "" {
				p.text(f.Name)
				p.char(':')
			}
		}
		at := unsafe.Add(v, f.Offset)
		visible := reach{r.exported && f.PkgPath == "", r.variable}
		if f.Type.Kind() == abi.Interface {
			if inside := abi.Dynamic(f.Type, at); inside != nil {
				p.inside(inside, verb, depth+1, visible)
				continue
			}
		}
		p.value(f.Type, at, verb, depth+1, visible)
	}
	p.char('}')
}

func (p *printer) list(t *abi.Type, v unsafe.Pointer, verb rune, depth int, r reach) {
	elem := t.Elem()
	data, n := v, 0
	if t.Kind() == abi.Slice {
		r.variable = true
		s := (*[]byte)(v)
		data, n = unsafe.Pointer(unsafe.SliceData(*s)), len(*s)
	} else {
		n = t.Len()
	}
	switch verb {
	case 's', 'q', 'x', 'X':
		if elem.Kind() == abi.Uint8 {
			b := unsafe.Slice((*byte)(data), n)
			if t.Kind() == abi.Array && !r.variable {
				b = append(make([]byte, 0, n), b...) // as reflect must, to have a slice of it
			}
			p.bytes(b, verb, t.String())
			return
		}
	}
	if p.sharpV {
		p.text(t.String())
		if t.Kind() == abi.Slice && data == nil {
			p.text("(nil)")
			return
		}
		p.char('{')
	} else {
		p.char('[')
	}
	for i := range n {
		if i > 0 {
			p.separator()
		}
		p.value(elem, abi.Index(elem, data, i), verb, depth+1, r)
	}
	if p.sharpV {
		p.char('}')
	} else {
		p.char(']')
	}
}

// pointer prints the address in the value of type t at v, which no word holds.
func (p *printer) pointer(t *abi.Type, v unsafe.Pointer, verb rune) {
	if t.Kind() != abi.Slice {
		p.badVerb(verb, t, v)
		return
	}
	p.address(t, *(*unsafe.Pointer)(v), verb)
}

// badWord complains about the verb for a value of type t that is the word w.
func (p *printer) badWord(t *abi.Type, w unsafe.Pointer, verb rune) {
	word := w
	p.badVerb(verb, t, unsafe.Pointer(&word))
}

// address prints the pointer, map, chan, func or slice of type t that has the address w.
func (p *printer) address(t *abi.Type, w unsafe.Pointer, verb rune) {
	u := uint64(uintptr(w))
	if t.Kind() == abi.Func && w != nil {
		u = uint64(*(*uintptr)(w)) // of its code, which the first word of the func's object holds
	}
	switch verb {
	case 'v':
		if p.sharpV {
			p.char('(')
			p.text(t.String())
			p.text(")(")
			if u == 0 {
				p.text("nil")
			} else {
				p.hex(u, true)
			}
			p.char(')')
		} else if u == 0 {
			p.padString("<nil>")
		} else {
			p.hex(u, !p.sharp)
		}
	case 'p':
		p.hex(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.integer(u, false, verb)
	default:
		p.badWord(t, w, verb)
	}
}

// hex prints an address, with 0x in front if wanted.
func (p *printer) hex(u uint64, prefix bool) {
	sharp := p.sharp
	p.sharp = prefix
	p.digitsOf(u, 16, false, 'v', false)
	p.sharp = sharp
}

// bytes prints a list of bytes.
func (p *printer) bytes(b []byte, verb rune, typ string) {
	switch verb {
	case 'v', 'd':
		if p.sharpV {
			p.text(typ)
			if b == nil {
				p.text("(nil)")
				return
			}
			p.char('{')
			for i, c := range b {
				if i > 0 {
					p.text(", ")
				}
				p.hex(uint64(c), true)
			}
			p.char('}')
			return
		}
		p.char('[')
		for i, c := range b {
			if i > 0 {
				p.char(' ')
			}
			p.digitsOf(uint64(c), 10, false, verb, false)
		}
		p.char(']')
	case 's':
		p.plainBytes(b)
	case 'x':
		p.hexText("", b, false)
	case 'X':
		p.hexText("", b, true)
	case 'q':
		p.quoted(string(b))
	default:
		other := b // the only one that has to be in memory
		t := abi.TypeOf(any(other))
		p.value(t, unsafe.Pointer(&other), verb, 0, reach{exported: true})
	}
}

// boolean prints %t and %v.
func (p *printer) boolean(b bool, verb rune) {
	if verb != 't' && verb != 'v' {
		p.badOperand(verb)
		return
	}
	if b {
		p.padString("true")
	} else {
		p.padString("false")
	}
}

// stringVerb prints a string by its verb.
func (p *printer) stringVerb(s string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.quoted(s)
		} else {
			p.plainString(s)
		}
	case 's':
		p.plainString(s)
	case 'x':
		p.hexText(s, nil, false)
	case 'X':
		p.hexText(s, nil, true)
	case 'q':
		p.quoted(s)
	default:
		p.badOperand(verb)
	}
}

// integer prints p.arg, an integer of the given bits.
func (p *printer) integer(u uint64, isSigned bool, verb rune) {
	if !p.number(u, isSigned, verb) {
		p.badOperand(verb)
	}
}

func (p *printer) numberOf(t *abi.Type, v unsafe.Pointer, u uint64, isSigned bool, verb rune) {
	if !p.number(u, isSigned, verb) {
		p.badVerb(verb, t, v)
	}
}

// number prints an integer; false: the verb is not for integers.
func (p *printer) number(u uint64, isSigned bool, verb rune) bool {
	switch verb {
	case 'v':
		if p.sharpV && !isSigned {
			p.hex(u, true)
		} else {
			p.digitsOf(u, 10, isSigned, verb, false)
		}
	case 'd':
		p.digitsOf(u, 10, isSigned, verb, false)
	case 'b':
		p.digitsOf(u, 2, isSigned, verb, false)
	case 'o', 'O':
		p.digitsOf(u, 8, isSigned, verb, false)
	case 'x':
		p.digitsOf(u, 16, isSigned, verb, false)
	case 'X':
		p.digitsOf(u, 16, isSigned, verb, true)
	case 'c':
		p.character(u)
	case 'q':
		p.quotedRune(u)
	case 'U':
		p.codePoint(u)
	default:
		return false
	}
	return true
}

func (p *printer) float(x float64, bits int, verb rune) {
	if !p.floating(x, bits, verb) {
		p.badOperand(verb)
	}
}

func (p *printer) floatOf(t *abi.Type, v unsafe.Pointer, x float64, bits int, verb rune) {
	if !p.floating(x, bits, verb) {
		p.badVerb(verb, t, v)
	}
}

// floating prints a floating-point number; false: the verb is not for those.
func (p *printer) floating(x float64, bits int, verb rune) bool {
	switch verb {
	case 'v':
		p.floatText(x, bits, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.floatText(x, bits, verb, -1)
	case 'f', 'e', 'E':
		p.floatText(x, bits, verb, 6)
	case 'F':
		p.floatText(x, bits, 'f', 6)
	default:
		return false
	}
	return true
}

func (p *printer) complexOf(t *abi.Type, v unsafe.Pointer, re, im float64, bits int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.char('(')
		p.floating(re, bits, verb)
		p.plus = true
		p.floating(im, bits, verb)
		p.text("i)")
		p.plus = plus
	default:
		p.badVerb(verb, t, v)
	}
}
