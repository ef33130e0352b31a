// Package mail reads messages and addresses of RFC 5322 and 6532.
//
// Addresses are not read in the forms that are obsolete there, nor over several lines. A line "From " may stand first, as in mailboxes.
package mail

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strings"
	"sync"
	"time"
)

// Message is a message; its body is read from where the header ends.
type Message struct {
	Header Header
	Body   io.Reader
}

// ReadMessage reads the header of a message.
func ReadMessage(r io.Reader) (msg *Message, err error) {
	lines := &textproto.Reader{R: bufio.NewReader(r)}
	header, err := readHeader(lines)
	if err != nil && (err != io.EOF || len(header) == 0) {
		return nil, err
	}
	return &Message{header, lines.R}, nil
}

// readHeader is textproto.Reader.ReadMIMEHeader, but that names may be of any characters.
func readHeader(r *textproto.Reader) (Header, error) {
	header := make(Header)
	if begin, err := r.R.Peek(1); err == nil && (begin[0] == ' ' || begin[0] == '\t') {
		line, err := r.ReadLine()
		if err == nil {
			err = fmt.Errorf("malformed initial line: %q", line)
		}
		return header, err
	}
	for {
		line, err := r.ReadContinuedLine()
		if line == "" {
			return header, err
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return header, fmt.Errorf("malformed header line: %q", line)
		}
		if name = textproto.CanonicalMIMEHeaderKey(name); name == "" {
			continue
		}
		header[name] = append(header[name], strings.TrimLeft(value, " \t"))
		if err != nil {
			return header, err
		}
	}
}

// Header has the values of each field.
type Header map[string][]string

// ErrHeaderNotPresent is the error for a field that is not there.
var ErrHeaderNotPresent = errors.New("mail: header not in message")

// Get returns the first value of a field, "" if there is none.
func (h Header) Get(key string) string { return textproto.MIMEHeader(h).Get(key) }

// Date reads the field Date.
func (h Header) Date() (time.Time, error) {
	date := h.Get("Date")
	if date == "" {
		return time.Time{}, ErrHeaderNotPresent
	}
	return ParseDate(date)
}

// AddressList reads a field with addresses.
func (h Header) AddressList(key string) ([]*Address, error) {
	list := h.Get(key)
	if list == "" {
		return nil, ErrHeaderNotPresent
	}
	return ParseAddressList(list)
}

// layouts has all forms of dates: parts may be left out, digits and zones be of several forms.
var layouts = sync.OnceValue(func() []string {
	all := make([]string, 0, 2*2*2*2*3)
	for _, weekday := range [...]string{"", "Mon, "} {
		for _, day := range [...]string{"2", "02"} {
			for _, year := range [...]string{"2006", "06"} {
				for _, seconds := range [...]string{":05", ""} {
					for _, zone := range [...]string{"-0700", "MST", "UT"} {
						all = append(all, weekday+day+" Jan "+year+" 15:04"+seconds+" "+zone)
					}
				}
			}
		}
	}
	return all
})

// ParseDate reads a date, which a comment may follow.
func ParseDate(date string) (time.Time, error) {
	date = strings.ReplaceAll(date, "\r\n", "")
	if strings.Contains(date, "\r") {
		return time.Time{}, errors.New("mail: header has a CR without LF")
	}
	p := addressParser{s: date}
	p.skipSpace()
	// The zone is the last of a date: a sign and four digits, or letters of which the last is T, as in GMT, but not that of Tue and Thu.
	end := strings.IndexAny(p.s, "+-")
	if end >= 0 && len(p.s) >= end+5 {
		end += 5
	} else {
		from := 0
		if strings.HasPrefix(p.s, "T") {
			from = 1
		}
		end = strings.IndexByte(p.s[from:], 'T') + from + 1
		if end == from || len(p.s) < end+4 {
			end = -1
		}
	}
	if end >= 0 {
		date, p.s = p.s[:end], p.s[end:]
	}
	if !p.skipComments() {
		return time.Time{}, errComment
	}
	for _, layout := range layouts() {
		if t, err := time.Parse(layout, date); err == nil {
			return t, nil
		}
	}
	return time.Time{}, errors.New("mail: header could not be parsed")
}
