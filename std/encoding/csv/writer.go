package csv

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Writer writes records. Its fields may be set before the first one is written.
type Writer struct {
	Comma   rune // between fields
	UseCRLF bool // lines end with \r\n
	out     *bufio.Writer
}

// NewWriter returns a Writer with commas between the fields. What it writes to w is complete after Flush.
func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', out: bufio.NewWriter(w)} }

// Write writes a record, with quotes where they are needed.
func (w *Writer) Write(record []string) error {
	if !isDelimiter(w.Comma) {
		return errDelimiter
	}
	for i, field := range record {
		if i > 0 {
			if _, err := w.out.WriteRune(w.Comma); err != nil {
				return err
			}
		}
		if err := w.field(field); err != nil {
			return err
		}
	}
	return w.newline()
}

func (w *Writer) newline() (err error) {
	if w.UseCRLF {
		_, err = w.out.WriteString("\r\n")
		return err
	}
	return w.out.WriteByte('\n')
}

func (w *Writer) field(field string) error {
	if !w.needsQuotes(field) {
		_, err := w.out.WriteString(field)
		return err
	}
	if err := w.out.WriteByte('"'); err != nil {
		return err
	}
	for field != "" {
		special := strings.IndexAny(field, "\"\r\n")
		if special < 0 {
			special = len(field)
		}
		if _, err := w.out.WriteString(field[:special]); err != nil {
			return err
		}
		field = field[special:]
		if field == "" {
			break
		}
		var err error
		switch field[0] {
		case '"':
			_, err = w.out.WriteString(`""`)
		case '\n':
			err = w.newline()
		case '\r':
			if !w.UseCRLF {
				err = w.out.WriteByte('\r')
			}
		}
		if err != nil {
			return err
		}
		field = field[1:]
	}
	return w.out.WriteByte('"')
}

// needsQuotes says whether a field would not be read as it is: \. alone ends the input of some databases.
func (w *Writer) needsQuotes(field string) bool {
	if field == "" {
		return false
	}
	if field == `\.` || strings.ContainsRune(field, w.Comma) || strings.ContainsAny(field, "\"\r\n") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(field)
	return unicode.IsSpace(first)
}

// Flush writes what is left to the underlying writer.
func (w *Writer) Flush() { w.out.Flush() }

// Error returns the error of an earlier Write or Flush.
func (w *Writer) Error() error {
	_, err := w.out.Write(nil)
	return err
}

// WriteAll writes records and then what is left.
func (w *Writer) WriteAll(records [][]string) error {
	for _, record := range records {
		if err := w.Write(record); err != nil {
			return err
		}
	}
	return w.out.Flush()
}
