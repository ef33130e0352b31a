// Package strconv turns numbers, truth values and quoted strings into text and back.
//
// The text itself is made and read by natives; the Go side gives errors their form.
package strconv

// IntSize is the number of bits of an int or uint.
const IntSize = 64

// Itoa is FormatInt(int64(i), 10).
func Itoa(i int) string

// FormatInt returns i in a base from 2 to 36; digits above 9 are the letters from a on.
func FormatInt(i int64, base int) string

// FormatUint is FormatInt for unsigned numbers.
func FormatUint(i uint64, base int) string

// AppendInt appends to dst what FormatInt returns.
func AppendInt(dst []byte, i int64, base int) []byte

// AppendUint appends to dst what FormatUint returns.
func AppendUint(dst []byte, i uint64, base int) []byte

//go:noescape
func parseInt(s string, base, bitSize int) (int64, status)

//go:noescape
func parseUint(s string, base, bitSize int) (uint64, status)

// ParseInt reads a number with an optional sign, written in a base from 2 to 36, that fits into bitSize bits
// (0: those of an int). Base 0 takes the base from a prefix 0b, 0o, 0 or 0x, and allows '_' between digits.
// An error is a *NumError; if the number does not fit, the nearest that does is returned with it.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	n, failure := parseInt(s, base, bitSize)
	if failure != statusOK {
		return n, numError("ParseInt", s, failure, base, bitSize)
	}
	return n, nil
}

// ParseUint is ParseInt for unsigned numbers; it takes no sign.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	n, failure := parseUint(s, base, bitSize)
	if failure != statusOK {
		return n, numError("ParseUint", s, failure, base, bitSize)
	}
	return n, nil
}

// Atoi is ParseInt(s, 10, 0) with an int as its result.
func Atoi(s string) (int, error) {
	n, failure := parseInt(s, 10, 0)
	if failure != statusOK {
		return int(n), numError("Atoi", s, failure, 10, 0)
	}
	return int(n), nil
}

// FormatFloat returns f as text. The format is one of
//
//	e, E  -d.dddde±dd
//	f     -ddd.dddd
//	g, G  as e or E if the exponent is below -4 or not below the precision, as f otherwise
//	b     -ddddp±ddd, with a binary exponent
//	x, X  -0x1.yyyyp±dd
//
// prec counts the digits behind the point, for g and G all digits; -1 takes as many as are needed to read f back.
// bitSize says whether f came from a float32 (32) or is a float64 (64).
func FormatFloat(f float64, fmt byte, prec, bitSize int) string

// AppendFloat appends to dst what FormatFloat returns.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte

//go:noescape
func parseFloat(s string, bitSize int) (float64, status)

// ParseFloat reads a decimal or hexadecimal floating-point number in Go's syntax with an optional sign, or inf,
// infinity or nan in any case. The result is the nearest float64, for bitSize 32 the nearest float32. An error is
// a *NumError; if the number is too large, an infinity is returned with it.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, failure := parseFloat(s, bitSize)
	if failure != statusOK {
		return f, numError("ParseFloat", s, failure, 0, bitSize)
	}
	return f, nil
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false" to dst.
func AppendBool(dst []byte, b bool) []byte {
	if b {
		return append(dst, "true"...)
	}
	return append(dst, "false"...)
}

// ParseBool reads 1, t, T, true, True, TRUE and 0, f, F, false, False, FALSE.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "True", "TRUE":
		return true, nil
	case "0", "f", "F", "false", "False", "FALSE":
		return false, nil
	}
	return false, numError("ParseBool", str, statusSyntax, 0, 0)
}
