package fmt

import (
	"errors"
	"internal/abi"
	"io"
	"math"
	"strconv"
	"unsafe"
)

const (
	binary      = "01"
	octal       = "01234567"
	decimal     = "0123456789"
	hexadecimal = "0123456789aAbBcCdDeEfF"
	floatVerbs  = "beEfFgGv"
)

var (
	errBool    = errors.New("syntax error scanning boolean")
	errComplex = errors.New("syntax error scanning complex number")
)

// checkVerb ends the call if the verb is not one for this type.
func (s *scanner) checkVerb(verb rune, verbs, typ string) {
	if !contains(verbs, verb) {
		s.failWith("bad verb '%" + string(verb) + "' for " + typ)
	}
}

// begin goes to the first character of a value.
func (s *scanner) begin() {
	s.SkipSpace()
	s.notAtEnd()
}

// value reads a value into the variable that arg points to.
func (s *scanner) value(verb rune, arg any) {
	s.token = s.token[:0]
	if v, ok := arg.(Scanner); ok {
		if err := v.Scan(s, verb); err == io.EOF {
			s.fail(io.ErrUnexpectedEOF)
		} else if err != nil {
			s.fail(err)
		}
		return
	}
	t := abi.TypeOf(arg)
	if t == nil {
		panic(errors.New("reflect: call of reflect.Value.Type on zero Value"))
	}
	if t.Kind() != abi.Pointer {
		s.failWith("type not a pointer: " + t.String())
	}
	at := abi.Word(arg)
	elem := t.Elem()
	switch k := elem.Kind(); k {
	case abi.Bool:
		b := s.boolean(verb)
		*(*bool)(at) = b
	case abi.Int, abi.Int8, abi.Int16, abi.Int32, abi.Int64:
		storeInteger(elem, at, uint64(s.integer(verb, int(elem.Size())*8)))
	case abi.Uint, abi.Uint8, abi.Uint16, abi.Uint32, abi.Uint64, abi.Uintptr:
		storeInteger(elem, at, s.unsignedInteger(verb, int(elem.Size())*8))
	case abi.Float32, abi.Float64:
		// Go checks the verb for the predeclared types only.
		if elem.PkgPath() == "" {
			s.checkVerb(verb, floatVerbs, elem.Name())
		}
		s.begin()
		if k == abi.Float32 {
			f := float32(s.float(s.floatToken(), 32))
			*(*float32)(at) = f
		} else {
			f := s.float(s.floatToken(), 64)
			*(*float64)(at) = f
		}
	case abi.Complex64:
		re, im := s.complex(verb, 32)
		*(*[2]float32)(at) = [2]float32{float32(re), float32(im)}
	case abi.Complex128:
		re, im := s.complex(verb, 64)
		*(*[2]float64)(at) = [2]float64{re, im}
	case abi.String:
		text := s.text(verb)
		*(*string)(at) = text
	case abi.Slice:
		if elem.Elem().Kind() != abi.Uint8 {
			s.failWith("can't scan type: " + t.String())
		}
		text := []byte(s.text(verb))
		*(*[]byte)(at) = text
	default:
		s.failWith("can't scan type: " + t.String())
	}
}

// storeInteger stores u in the variable of the integer type t.
func storeInteger(t *abi.Type, at unsafe.Pointer, u uint64) {
	switch t.Size() {
	case 1:
		*(*uint8)(at) = uint8(u)
	case 2:
		*(*uint16)(at) = uint16(u)
	case 4:
		*(*uint32)(at) = uint32(u)
	default:
		*(*uint64)(at) = u
	}
}

// boolean reads 0, 1, t, f, true or false; letters may be capitals.
func (s *scanner) boolean(verb rune) bool {
	s.begin()
	s.checkVerb(verb, "tv", "boolean")
	switch s.read() {
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && (!s.accept("uU") || !s.accept("eE")) {
			s.fail(errBool)
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && (!s.accept("lL") || !s.accept("sS") || !s.accept("eE")) {
			s.fail(errBool)
		}
	}
	return false
}

// character reads a character as a number of the given bits.
func (s *scanner) character(bits int) int64 {
	s.notAtEnd()
	r := int64(s.read())
	if shift := 64 - uint(bits); r<<shift>>shift != r {
		s.failWith("overflow on character value " + string(rune(r)))
	}
	return r
}

// integerToken reads the text of an integer and says in which base it is; 0: as its prefix says.
func (s *scanner) integerToken(verb rune, signs string) (token string, base int) {
	s.begin()
	s.checkVerb(verb, "bdoUxXv", "integer")
	base = 10
	digits := decimal
	switch verb {
	case 'b':
		base, digits = 2, binary
	case 'o':
		base, digits = 8, octal
	case 'x', 'X', 'U':
		base, digits = 16, hexadecimal
	}
	begun := false
	if verb == 'U' {
		if !s.skip('U') || !s.skip('+') {
			s.failWith("bad unicode format ")
		}
	} else {
		s.accept(signs)
		if verb == 'v' {
			base = 0
			digits, begun = s.prefix()
		}
	}
	if !begun {
		s.notAtEnd()
		if !s.accept(digits) {
			s.failWith("expected integer")
		}
	}
	for s.accept(digits) {
	}
	return string(s.token), base
}

// skip reads a character, which should be c.
func (s *scanner) skip(c rune) bool { return s.read() == c }

// prefix reads 0, 0b, 0o or 0x and returns the digits that may follow, and whether one was read.
func (s *scanner) prefix() (digits string, begun bool) {
	if !s.accept("0") {
		return decimal + "_", false
	}
	switch {
	case s.accept("bB"):
		return binary + "_", true
	case s.accept("oO"):
		return octal + "_", true
	case s.accept("xX"):
		return hexadecimal + "_", true
	}
	return octal + "_", true
}

// integer reads a signed integer of the given bits.
func (s *scanner) integer(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.character(bits)
	}
	token, base := s.integerToken(verb, "+-")
	i, err := strconv.ParseInt(token, base, 64)
	if err != nil {
		s.fail(err)
	}
	if shift := 64 - uint(bits); i<<shift>>shift != i {
		s.failWith("integer overflow on token " + token)
	}
	return i
}

// unsignedInteger reads an unsigned integer of the given bits.
func (s *scanner) unsignedInteger(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.character(bits))
	}
	token, base := s.integerToken(verb, "")
	u, err := strconv.ParseUint(token, base, 64)
	if err != nil {
		s.fail(err)
	}
	if shift := 64 - uint(bits); u<<shift>>shift != u {
		s.failWith("unsigned integer overflow on token " + token)
	}
	return u
}

// floatToken reads what looks like a floating-point number; float finds out whether it is one.
func (s *scanner) floatToken() string {
	s.token = s.token[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.token)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.token)
	}
	digits, exponents := decimal+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponents = hexadecimal+"_", "pP"
	}
	for s.accept(digits) {
	}
	if s.accept(".") {
		for s.accept(digits) {
		}
	}
	if s.accept(exponents) {
		s.accept("+-")
		for s.accept(decimal + "_") {
		}
	}
	return string(s.token)
}

// float returns the number of the given bits that text stands for. Decimal digits may have a binary exponent,
// which Go's literals may not: 1.5p3.
func (s *scanner) float(text string, bits int) float64 {
	split := -1
	for i := range len(text) {
		switch text[i] {
		case 'x', 'X':
			split = len(text)
		case 'p':
			if split < 0 {
				split = i
			}
		}
	}
	if split < 0 || split == len(text) {
		f, err := strconv.ParseFloat(text, bits)
		if err != nil {
			s.fail(err)
		}
		return f
	}
	f, err := strconv.ParseFloat(text[:split], bits)
	s.failFor(err, text)
	exponent, err := strconv.Atoi(text[split+1:])
	s.failFor(err, text)
	return math.Ldexp(f, exponent)
}

// failFor ends the call if there is an error; it is about the whole text.
func (s *scanner) failFor(err error, text string) {
	if err == nil {
		return
	}
	if e, ok := err.(*strconv.NumError); ok {
		e.Num = text
	}
	s.fail(err)
}

// complex reads the parts of a complex number, 1+2i or (1+2i), of the given bits each.
func (s *scanner) complex(verb rune, bits int) (re, im float64) {
	s.checkVerb(verb, floatVerbs, "complex")
	s.begin()
	inside := s.accept("(")
	first := s.floatToken()
	s.token = s.token[:0]
	if !s.accept("+-") {
		s.fail(errComplex)
	}
	second := string(s.token)
	second += s.floatToken()
	if !s.accept("i") || inside && !s.accept(")") {
		s.fail(errComplex)
	}
	re = s.float(first, bits)
	return re, s.float(second, bits)
}

// text reads a string: a word, a quoted string, or hexadecimal bytes.
func (s *scanner) text(verb rune) string {
	s.checkVerb(verb, "svqxX", "string")
	s.begin()
	switch verb {
	case 'q':
		return s.quotedText()
	case 'x', 'X':
		return s.hexBytes()
	}
	s.readWhile(isNoSpace)
	return string(s.token)
}

func (s *scanner) quotedText() string {
	switch quote := s.read(); quote {
	case '`':
		for r := s.need(); r != '`'; r = s.need() {
			s.token = append(s.token, string(r)...)
		}
		return string(s.token)
	case '"':
		s.token = append(s.token, '"')
		for {
			r := s.need()
			s.token = append(s.token, string(r)...)
			if r == '"' {
				break
			}
			if r == '\\' {
				// What follows a backslash ends nothing.
				s.token = append(s.token, string(s.need())...)
			}
		}
		text, err := strconv.Unquote(string(s.token))
		if err != nil {
			s.fail(err)
		}
		return text
	}
	s.failWith("expected quoted string")
	return ""
}

func hexDigit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case 'a' <= r && r <= 'f':
		return int(r-'a') + 10
	case 'A' <= r && r <= 'F':
		return int(r-'A') + 10
	}
	return -1
}

func (s *scanner) hexBytes() string {
	for {
		r := s.read()
		if r == noRune {
			break
		}
		high := hexDigit(r)
		if high < 0 {
			s.UnreadRune()
			break
		}
		low := hexDigit(s.need())
		if low < 0 {
			s.failWith("illegal hex digit")
		}
		s.token = append(s.token, byte(high<<4|low))
	}
	if len(s.token) == 0 {
		s.failWith("no hex data for %x string")
	}
	return string(s.token)
}
