// errorcheck
package main

var (
	a = 08 // ERROR `invalid digit '8' in octal literal`
	b = 0x // ERROR `hexadecimal literal has no digits`
	c = 0b12 // ERROR `invalid digit '2' in binary literal`
	d = 1__0 // ERROR `'_' must separate successive digits`
	e = 0x1.0 // ERROR `hexadecimal mantissa requires a 'p' exponent`
	f = '' // ERROR `empty rune literal or unescaped '`
	g = 'ab' // ERROR `more than one character in rune literal`
	h = '\q' // ERROR `unknown escape`
	i = "\400" // ERROR `octal escape value 256 > 255`
	j = '\ud800' // ERROR `escape is invalid Unicode code point U\+D800`
)

func main() {}
