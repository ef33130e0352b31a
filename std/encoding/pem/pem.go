// Package pem wraps bytes in base64 between BEGIN and END lines (RFC 1421).
package pem

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"sort"
	"strings"
)

// Block is what a text in PEM holds:
//
//	-----BEGIN Type-----
//	Header: value
//
//	base64 of Bytes
//	-----END Type-----
type Block struct {
	Type    string
	Headers map[string]string
	Bytes   []byte
}

const (
	begin   = "-----BEGIN "
	end     = "-----END "
	dashes  = "-----"
	columns = 64
)

// cutLine cuts off the first line, without blanks and the end of line.
func cutLine(data []byte) (line, rest []byte) {
	line, rest, found := bytes.Cut(data, []byte("\n"))
	if found {
		line = bytes.TrimSuffix(line, []byte("\r"))
	}
	return bytes.TrimRight(line, " \t"), rest
}

// Decode returns the first block and what follows it; nil and all of data if there is none.
func Decode(data []byte) (p *Block, rest []byte) {
	for from := 0; ; {
		// The END line decides: the last BEGIN line before it is its begin.
		at := bytes.Index(data[from:], []byte("\n"+end))
		if at < 0 {
			return nil, data
		}
		at += from + 1
		start := bytes.LastIndex(data[from:at-1], []byte(begin))
		before := from
		from = at + len(end)
		if start < 0 || start > 0 && data[before+start-1] != '\n' {
			continue
		}
		if p, rest = decode(data[before+start+len(begin):], data[from:]); p != nil {
			return p, rest
		}
		if rest != nil {
			return nil, data
		}
	}
}

// decode reads a block behind BEGIN; after is what stands behind END, which is a part of data's end. Without a block,
// rest is not nil if the search is over.
func decode(data, after []byte) (p *Block, rest []byte) {
	line, body := cutLine(data)
	name, ok := bytes.CutSuffix(line, []byte(dashes))
	if !ok {
		return nil, nil
	}
	p = &Block{Type: string(name), Headers: make(map[string]string)}
	endLength := len(after) + len("\n") + len(end)
	for {
		if len(body) == 0 {
			return nil, data
		}
		line, next := cutLine(body)
		key, value, ok := bytes.Cut(line, []byte(":"))
		if !ok {
			break
		}
		p.Headers[string(bytes.TrimSpace(key))] = string(bytes.TrimSpace(value))
		body = next
	}
	length := len(body) - endLength
	if len(p.Headers) > 0 && length < 0 {
		return nil, nil
	}
	tail, ok := bytes.CutPrefix(after, name)
	if !ok {
		return nil, nil
	}
	if tail, ok = bytes.CutPrefix(tail, []byte(dashes)); !ok {
		return nil, nil
	}
	line, rest = cutLine(tail)
	if len(line) != 0 {
		return nil, nil
	}
	p.Bytes = []byte{}
	if length > 0 {
		text := body[:length]
		if bytes.ContainsAny(text, " \t") {
			text = bytes.Map(func(r rune) rune {
				if r == ' ' || r == '\t' {
					return -1
				}
				return r
			}, text)
		}
		p.Bytes = make([]byte, base64.StdEncoding.DecodedLen(len(text)))
		n, err := base64.StdEncoding.Decode(p.Bytes, text)
		if err != nil {
			return nil, nil
		}
		p.Bytes = p.Bytes[:n]
	}
	return p, rest
}

// Encode writes the block.
func Encode(out io.Writer, b *Block) error {
	keys := make([]string, 0, len(b.Headers))
	for key := range b.Headers {
		if strings.Contains(key, ":") {
			return errors.New("pem: cannot encode a header key that contains a colon")
		}
		keys = append(keys, key)
	}
	// "The Proc-Type header must be first."
	const first = "Proc-Type"
	sort.Slice(keys, func(i, j int) bool {
		if (keys[i] == first) != (keys[j] == first) {
			return keys[i] == first
		}
		return keys[i] < keys[j]
	})
	var text strings.Builder
	text.WriteString(begin + b.Type + dashes + "\n")
	for _, key := range keys {
		text.WriteString(key + ": " + b.Headers[key] + "\n")
	}
	if len(keys) > 0 {
		text.WriteString("\n")
	}
	digits := base64.StdEncoding.EncodeToString(b.Bytes)
	for len(digits) > 0 {
		n := min(columns, len(digits))
		text.WriteString(digits[:n] + "\n")
		digits = digits[n:]
	}
	text.WriteString(end + b.Type + dashes + "\n")
	_, err := io.WriteString(out, text.String())
	return err
}

// EncodeToMemory returns the block as text, nil if a header cannot be written.
func EncodeToMemory(b *Block) []byte {
	var buf bytes.Buffer
	if Encode(&buf, b) != nil {
		return nil
	}
	return buf.Bytes()
}
