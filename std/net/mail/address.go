package mail

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/netip"
	"strings"
	"unicode/utf8"
)

// Address is an address and the name beside it, if there is one.
type Address struct {
	Name    string
	Address string // user@domain
}

// ParseAddress reads one address: user@domain, with "Name <…>" around or "(Name)" behind.
func ParseAddress(address string) (*Address, error) { return (&addressParser{s: address}).single() }

// ParseAddressList reads addresses with commas between.
func ParseAddressList(list string) ([]*Address, error) { return (&addressParser{s: list}).list() }

// AddressParser reads addresses whose names are encoded in other character sets.
type AddressParser struct {
	WordDecoder *mime.WordDecoder // nil for the usual one
}

// Parse is ParseAddress.
func (p *AddressParser) Parse(address string) (*Address, error) {
	return (&addressParser{s: address, words: p.WordDecoder}).single()
}

// ParseList is ParseAddressList.
func (p *AddressParser) ParseList(list string) ([]*Address, error) {
	return (&addressParser{s: list, words: p.WordDecoder}).list()
}

// String returns the text of an address in ASCII: the name quoted or encoded, and user@domain in angle brackets.
func (a *Address) String() string {
	user, domain := a.Address, ""
	if at := strings.LastIndexByte(a.Address, '@'); at >= 0 {
		user, domain = a.Address[:at], a.Address[at+1:]
	}
	for i, r := range user {
		single := r == '.' && i > 0 && user[i-1] != '.' && i < len(user)-1
		if !single && !isAtomRune(r, false) {
			user = quoted(user)
			break
		}
	}
	s := "<" + user + "@" + domain + ">"
	if a.Name == "" {
		return s
	}
	for _, r := range a.Name {
		if r < utf8.RuneSelf && (isVisible(r) || isBlank(r)) {
			continue
		}
		// Q would have to encode these, too, and be the longer.
		if strings.ContainsAny(a.Name, "\"#$%&'(),.:;<>@[]^`{|}~") {
			return mime.BEncoding.Encode("utf-8", a.Name) + " " + s
		}
		return mime.QEncoding.Encode("utf-8", a.Name) + " " + s
	}
	return quoted(a.Name) + " " + s
}

// quoted returns s in quotes, without what cannot stand there.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case isQuotable(r) || isBlank(r):
			b.WriteRune(r)
		case isVisible(r):
			b.WriteByte('\\')
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// addressParser reads addresses from s.
type addressParser struct {
	s     string
	words *mime.WordDecoder
}

var errComment = errors.New("mail: misformatted parenthetical comment")

func (p *addressParser) list() ([]*Address, error) {
	var all []*Address
	for {
		p.skipSpace()
		if p.take(',') {
			continue
		}
		some, err := p.address(true)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
		if !p.skipComments() {
			return nil, errComment
		}
		if p.s == "" {
			return all, nil
		}
		if !p.begins(',') {
			return nil, errors.New("mail: expected comma")
		}
		for p.take(',') {
			p.skipSpace()
		}
		if p.s == "" {
			return all, nil
		}
	}
}

func (p *addressParser) single() (*Address, error) {
	some, err := p.address(true)
	switch {
	case err != nil:
		return nil, err
	case !p.skipComments():
		return nil, errComment
	case p.s != "":
		return nil, fmt.Errorf("mail: expected single address, got %q", p.s)
	case len(some) == 0:
		return nil, errors.New("mail: empty group")
	case len(some) > 1:
		return nil, errors.New("mail: group with multiple addresses")
	}
	return some[0], nil
}

// address reads an address, or a group of them, which is a name, a colon, addresses and a semicolon.
func (p *addressParser) address(groups bool) ([]*Address, error) {
	p.skipSpace()
	if p.s == "" {
		return nil, errors.New("mail: no address")
	}
	if spec, err := p.spec(); err == nil {
		name := ""
		p.skipSpace()
		if p.take('(') {
			if name, err = p.nameInComment(); err != nil {
				return nil, err
			}
		}
		return []*Address{{name, spec}}, nil
	}
	name := ""
	if !p.begins('<') {
		var err error
		if name, err = p.phrase(); err != nil {
			return nil, err
		}
	}
	p.skipSpace()
	if groups && p.take(':') {
		return p.group()
	}
	if !p.take('<') {
		for _, r := range name {
			if !isAtomRune(r, true) {
				return nil, errors.New("mail: no angle-addr")
			}
		}
		return nil, errors.New("mail: missing '@' or angle-addr")
	}
	spec, err := p.spec()
	if err != nil {
		return nil, err
	}
	if !p.take('>') {
		return nil, errors.New("mail: unclosed angle-addr")
	}
	return []*Address{{name, spec}}, nil
}

// group reads what is behind the colon.
func (p *addressParser) group() (all []*Address, err error) {
	p.skipSpace()
	for !p.take(';') {
		if len(all) > 0 && !p.take(',') {
			return nil, errors.New("mail: expected comma")
		}
		p.skipSpace()
		some, err := p.address(false)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
		if !p.skipComments() {
			return nil, errComment
		}
	}
	if !p.skipComments() {
		return nil, errComment
	}
	return all, nil
}

// spec reads user@domain. If there is none, nothing is read.
func (p *addressParser) spec() (spec string, err error) {
	before := p.s
	defer func() {
		if err != nil {
			p.s = before
		}
	}()
	p.skipSpace()
	if p.s == "" {
		return "", errors.New("mail: no addr-spec")
	}
	var user, domain string
	if p.begins('"') {
		if user, err = p.quotedString(); user == "" {
			err = errors.New("mail: empty quoted string in addr-spec")
		}
	} else {
		user, err = p.atom(false)
	}
	if err != nil {
		return "", err
	}
	if !p.take('@') {
		return "", errors.New("mail: missing @ in addr-spec")
	}
	p.skipSpace()
	if p.s == "" {
		return "", errors.New("mail: no domain in addr-spec")
	}
	if p.take('[') {
		domain, err = p.domainLiteral()
	} else {
		domain, err = p.atom(false)
	}
	if err != nil {
		return "", err
	}
	return user + "@" + domain, nil
}

// phrase reads words, quoted, encoded or neither.
func (p *addressParser) phrase() (string, error) {
	var words []string
	var encoded strings.Builder // words side by side, which are one
	var err error
	for {
		if len(words) > 0 && !p.skipComments() {
			return "", errComment
		}
		p.skipSpace()
		if p.s == "" {
			break
		}
		var word string
		isEncoded := false
		if p.begins('"') {
			word, err = p.quotedString()
		} else if word, err = p.atom(true); err == nil {
			word, isEncoded, err = p.decoded(word)
		}
		if err != nil {
			break
		}
		if isEncoded {
			encoded.WriteString(word)
			continue
		}
		if encoded.Len() > 0 {
			words = append(words, encoded.String())
			encoded.Reset()
		}
		words = append(words, word)
	}
	if encoded.Len() > 0 {
		words = append(words, encoded.String())
	}
	if err != nil && len(words) == 0 {
		return "", fmt.Errorf("mail: missing word in phrase: %v", err)
	}
	return strings.Join(words, " "), nil
}

// quotedString reads up to the second quote.
func (p *addressParser) quotedString() (string, error) {
	text := make([]rune, 0, 10)
	escaped := false
	for i := 1; ; {
		r, size := utf8.DecodeRuneInString(p.s[i:])
		switch {
		case size == 0:
			return "", errors.New("mail: unclosed quoted-string")
		case size == 1 && r == utf8.RuneError:
			return "", fmt.Errorf("mail: invalid utf-8 in quoted-string: %q", p.s)
		case r == '"' && !escaped:
			p.s = p.s[i+1:]
			return string(text), nil
		case r == '\\' && !escaped:
			escaped = true
		case isVisible(r) || isBlank(r):
			text = append(text, r)
			escaped = false
		default:
			return "", fmt.Errorf("mail: bad character in quoted-string: %q", r)
		}
		i += size
	}
}

// atom reads letters, digits, most signs and dots. A dot is first, last or beside another one only in phrases.
func (p *addressParser) atom(inPhrase bool) (string, error) {
	end := 0
	for end < len(p.s) {
		r, size := utf8.DecodeRuneInString(p.s[end:])
		if size == 1 && r == utf8.RuneError {
			return "", fmt.Errorf("mail: invalid utf-8 in address: %q", p.s)
		}
		if !isAtomRune(r, true) {
			break
		}
		end += size
	}
	if end == 0 {
		return "", errors.New("mail: invalid string")
	}
	atom := p.s[:end]
	p.s = p.s[end:]
	switch {
	case inPhrase:
	case atom[0] == '.':
		return "", errors.New("mail: leading dot in atom")
	case strings.Contains(atom, ".."):
		return "", errors.New("mail: double dot in atom")
	case atom[end-1] == '.':
		return "", errors.New("mail: trailing dot in atom")
	}
	return atom, nil
}

// domainLiteral reads an IP address up to the bracket.
func (p *addressParser) domainLiteral() (string, error) {
	all := p.s
	for !p.begins(']') {
		if p.s == "" {
			return "", errors.New("mail: unclosed domain-literal")
		}
		r, size := utf8.DecodeRuneInString(p.s)
		if size == 1 && r == utf8.RuneError {
			return "", fmt.Errorf("mail: invalid utf-8 in domain-literal: %q", p.s)
		}
		if r == '[' || r == '\\' || !isVisible(r) {
			return "", fmt.Errorf("mail: bad character in domain-literal: %q", r)
		}
		p.s = p.s[size:]
	}
	text := all[:len(all)-len(p.s)]
	p.take(']')
	name, is6 := strings.CutPrefix(text, "IPv6:")
	ip, err := netip.ParseAddr(name)
	ok := err == nil && ip.Zone() == ""
	if is6 && !ok {
		return "", fmt.Errorf("mail: invalid IPv6 address in domain-literal: %q", text)
	}
	if !is6 && (!ok || !ip.Unmap().Is4()) {
		return "", fmt.Errorf("mail: invalid IP address in domain-literal: %q", text)
	}
	return "[" + text + "]", nil
}

// nameInComment reads a comment that is a name, up to the parenthesis.
func (p *addressParser) nameInComment() (string, error) {
	comment, ok := p.comment()
	if !ok {
		return "", errComment
	}
	words := strings.FieldsFunc(comment, isBlank)
	for i, word := range words {
		decoded, isEncoded, err := p.decoded(word)
		if err != nil {
			return "", err
		}
		if isEncoded {
			words[i] = decoded
		}
	}
	return strings.Join(words, " "), nil
}

func (p *addressParser) begins(c byte) bool { return p.s != "" && p.s[0] == c }

// take reads c if it is next.
func (p *addressParser) take(c byte) bool {
	ok := p.begins(c)
	if ok {
		p.s = p.s[1:]
	}
	return ok
}

func (p *addressParser) skipSpace() { p.s = strings.TrimLeft(p.s, " \t") }

// skipComments reads spaces and comments, and reports whether these end.
func (p *addressParser) skipComments() bool {
	p.skipSpace()
	for p.take('(') {
		if _, ok := p.comment(); !ok {
			return false
		}
		p.skipSpace()
	}
	return true
}

// comment reads up to the parenthesis that ends it; there may be others in it.
func (p *addressParser) comment() (text string, ok bool) {
	var b strings.Builder
	for depth := 1; p.s != ""; p.s = p.s[1:] {
		switch {
		case p.s[0] == '\\' && len(p.s) > 1:
			p.s = p.s[1:]
		case p.s[0] == '(':
			depth++
		case p.s[0] == ')':
			if depth--; depth == 0 {
				p.s = p.s[1:]
				return b.String(), true
			}
		}
		b.WriteByte(p.s[0])
	}
	return b.String(), false
}

// decoded decodes a word of RFC 2047. An error says that its character set is not known; other words are returned as they are.
func (p *addressParser) decoded(s string) (word string, isEncoded bool, err error) {
	d := mime.WordDecoder{}
	if p.words != nil {
		d = *p.words
	}
	read := d.CharsetReader
	unknown := false
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		if read == nil {
			unknown = true
			return nil, charsetError(charset)
		}
		out, err := read(charset, in)
		unknown = unknown || err != nil
		return out, err
	}
	if word, err = d.Decode(s); err == nil {
		return word, true, nil
	}
	if unknown {
		return s, true, err
	}
	return s, false, nil
}

// charsetError is the error for a character set that is not known.
type charsetError string

func (e charsetError) Error() string { return fmt.Sprintf("charset not supported: %q", string(e)) }

// isAtomRune reports whether atoms have r; dots if they are to.
func isAtomRune(r rune, dots bool) bool {
	switch r {
	case '.':
		return dots
	case '(', ')', '<', '>', '[', ']', ':', ';', '@', '\\', ',', '"':
		return false
	}
	return isVisible(r)
}

// isQuotable reports whether r needs no backslash between quotes.
func isQuotable(r rune) bool { return isVisible(r) && r != '\\' && r != '"' }

func isVisible(r rune) bool { return '!' <= r && r <= '~' || r >= utf8.RuneSelf }

func isBlank(r rune) bool { return r == ' ' || r == '\t' }
