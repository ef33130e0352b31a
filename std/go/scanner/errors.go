package scanner

import (
	"cmp"
	"fmt"
	"go/token"
	"io"
	"sort"
)

// Error is what is wrong at a place.
type Error struct {
	Pos token.Position
	Msg string
}

// Error returns the place, if there is one, and the message.
func (e Error) Error() string {
	if e.Pos.Filename == "" && !e.Pos.IsValid() {
		return e.Msg
	}
	return e.Pos.String() + ": " + e.Msg
}

// ErrorList is a list of errors; it sorts by place and message.
type ErrorList []*Error

// Add appends an error.
func (p *ErrorList) Add(pos token.Position, msg string) { *p = append(*p, &Error{Pos: pos, Msg: msg}) }

// Reset empties the list.
func (p *ErrorList) Reset() { *p = (*p)[:0] }

// Len, Swap and Less are for package sort.
func (p ErrorList) Len() int      { return len(p) }
func (p ErrorList) Swap(i, j int) { p[i], p[j] = p[j], p[i] }
func (p ErrorList) Less(i, j int) bool {
	a, b := p[i], p[j]
	return cmp.Or(cmp.Compare(a.Pos.Filename, b.Pos.Filename), cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column), cmp.Compare(a.Msg, b.Msg)) < 0
}

// Sort sorts by file, line, column and message.
func (p ErrorList) Sort() { sort.Sort(p) }

// RemoveMultiples sorts and keeps the first error of each line.
func (p *ErrorList) RemoveMultiples() {
	p.Sort()
	kept := (*p)[:0]
	for _, e := range *p {
		if n := len(kept); n == 0 || kept[n-1].Pos.Line != e.Pos.Line || kept[n-1].Pos.Filename != e.Pos.Filename {
			if n > 0 || e.Pos.Line != 0 || e.Pos.Filename != "" {
				kept = append(kept, e)
			}
		}
	}
	*p = kept
}

// Error returns the first error and how many more there are.
func (p ErrorList) Error() string {
	switch len(p) {
	case 0:
		return "no errors"
	case 1:
		return p[0].Error()
	}
	return fmt.Sprintf("%s (and %d more errors)", p[0], len(p)-1)
}

// Err returns the list as an error, nil if it is empty.
func (p ErrorList) Err() error {
	if len(p) > 0 {
		return p
	}
	return nil
}

// PrintError writes err with a newline, of an ErrorList each error.
func PrintError(w io.Writer, err error) {
	switch err := err.(type) {
	case nil:
	case ErrorList:
		for _, e := range err {
			fmt.Fprintf(w, "%s\n", e)
		}
	default:
		fmt.Fprintf(w, "%s\n", err)
	}
}
