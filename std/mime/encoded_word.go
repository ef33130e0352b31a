package mime

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// WordEncoder encodes words (RFC 2047): 'b' in base64, 'q' with each byte that is special as =XX.
type WordEncoder byte

const (
	BEncoding = WordEncoder('b')
	QEncoding = WordEncoder('q')
)

const (
	longestWord  = 75 // of an encoded word in all
	longestInner = longestWord - len("=?UTF-8?q?") - len("?=")
)

var errWord = errors.New("mime: invalid RFC 2047 encoded-word")

// Encode returns s as encoded words; s itself if it is printable ASCII.
func (e WordEncoder) Encode(charset, s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < ' ' || c > '~') && c != '\t' {
			return e.words(charset, s)
		}
	}
	return s
}

func (e WordEncoder) words(charset, s string) string {
	var b strings.Builder
	open := func() { b.WriteString("=?" + charset + "?" + string(rune(e)) + "?") }
	isUTF8 := strings.EqualFold(charset, "UTF-8")
	open()
	switch {
	case e == BEncoding && (!isUTF8 || base64.StdEncoding.EncodedLen(len(s)) <= longestInner):
		b.WriteString(base64.StdEncoding.EncodeToString([]byte(s)))
	case e == BEncoding:
		// A word ends between two characters.
		most := base64.StdEncoding.DecodedLen(longestInner)
		begin, n := 0, 0
		for i := 0; i < len(s); i += n {
			_, n = utf8.DecodeRuneInString(s[i:])
			if i+n-begin > most {
				b.WriteString(base64.StdEncoding.EncodeToString([]byte(s[begin:i])) + "?= ")
				open()
				begin = i
			}
		}
		b.WriteString(base64.StdEncoding.EncodeToString([]byte(s[begin:])))
	default:
		length, n := 0, 1
		for i := 0; i < len(s); i += n {
			size := 1
			n = 1
			if c := s[i]; c < ' ' || c > '~' || c == '=' || c == '?' || c == '_' {
				if isUTF8 {
					_, n = utf8.DecodeRuneInString(s[i:])
				}
				size = 3 * n
			}
			if isUTF8 && length+size > longestInner {
				b.WriteString("?= ")
				open()
				length = 0
			}
			appendQ(&b, s[i:i+n])
			length += size
		}
	}
	b.WriteString("?=")
	return b.String()
}

func appendQ(b *strings.Builder, s string) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			b.WriteByte('_')
		case '!' <= c && c <= '~' && c != '=' && c != '?' && c != '_':
			b.WriteByte(c)
		default:
			fmt.Fprintf(b, "=%02X", c)
		}
	}
}

// WordDecoder decodes encoded words; CharsetReader converts charsets other than UTF-8, ISO-8859-1 and US-ASCII.
type WordDecoder struct {
	CharsetReader func(charset string, input io.Reader) (io.Reader, error)
}

// Decode decodes one encoded word.
func (d *WordDecoder) Decode(word string) (string, error) {
	if len(word) < 8 || !strings.HasPrefix(word, "=?") || !strings.HasSuffix(word, "?=") || strings.Count(word, "?") != 4 {
		return "", errWord
	}
	charset, rest, _ := strings.Cut(word[2:len(word)-2], "?")
	encoding, text, _ := strings.Cut(rest, "?")
	if charset == "" || len(encoding) != 1 {
		return "", errWord
	}
	content, err := decoded(encoding[0], text)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := d.convert(&b, charset, content); err != nil {
		return "", err
	}
	return b.String(), nil
}

// DecodeHeader decodes the encoded words of a header; blanks between two of them are none. What is no word stays.
func (d *WordDecoder) DecodeHeader(header string) (string, error) {
	at := strings.Index(header, "=?")
	if at < 0 {
		return header, nil
	}
	var b strings.Builder
	b.WriteString(header[:at])
	header = header[at:]
	between := false // two words
	for {
		start := strings.Index(header, "=?")
		if start < 0 {
			break
		}
		// =?charset?encoding?text?=
		at := start + 2
		i := strings.IndexByte(header[at:], '?')
		if i < 0 {
			break
		}
		charset := header[at : at+i]
		at += i + 1
		if len(header) < at+len("Q??=") {
			break
		}
		encoding := header[at]
		at++
		if header[at] != '?' {
			break
		}
		at++
		j := strings.Index(header[at:], "?=")
		if j < 0 {
			break
		}
		text, end := header[at:at+j], at+j+2
		content, err := decoded(encoding, text)
		if err != nil {
			between = false
			b.WriteString(header[:end])
			header = header[end:]
			continue
		}
		if start > 0 && (!between || strings.Trim(header[:start], " \t\n\r") != "") {
			b.WriteString(header[:start])
		}
		if err := d.convert(&b, charset, content); err != nil {
			return "", err
		}
		header = header[end:]
		between = true
	}
	b.WriteString(header)
	return b.String(), nil
}

func decoded(encoding byte, text string) ([]byte, error) {
	switch encoding {
	case 'B', 'b':
		return base64.StdEncoding.DecodeString(text)
	case 'Q', 'q':
		return decodedQ(text)
	}
	return nil, errWord
}

func decodedQ(s string) ([]byte, error) {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '_':
			b = append(b, ' ')
		case c == '=':
			if i+2 >= len(s) {
				return nil, errWord
			}
			for _, c := range []byte(s[i+1 : i+3]) {
				if digit(c) < 0 {
					return nil, fmt.Errorf("mime: invalid hex byte %#02x", c)
				}
			}
			b = append(b, byte(digit(s[i+1])<<4|digit(s[i+2])))
			i += 2
		case ' ' <= c && c <= '~' || c == '\n' || c == '\r' || c == '\t':
			b = append(b, c)
		default:
			return nil, errWord
		}
	}
	return b, nil
}

func (d *WordDecoder) convert(b *strings.Builder, charset string, content []byte) error {
	switch {
	case strings.EqualFold("utf-8", charset):
		b.Write(content)
	case strings.EqualFold("iso-8859-1", charset):
		for _, c := range content {
			b.WriteRune(rune(c))
		}
	case strings.EqualFold("us-ascii", charset):
		for _, c := range content {
			if c >= utf8.RuneSelf {
				b.WriteRune(utf8.RuneError)
			} else {
				b.WriteByte(c)
			}
		}
	default:
		if d.CharsetReader == nil {
			return fmt.Errorf("mime: unhandled charset %q", charset)
		}
		r, err := d.CharsetReader(strings.ToLower(charset), bytes.NewReader(content))
		if err != nil {
			return err
		}
		_, err = io.Copy(b, r)
		return err
	}
	return nil
}
