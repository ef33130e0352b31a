package strings

import (
	"internal/bytealg"
	"io"
)

// Replacer replaces strings by others, in one go from the left; of several old strings that fit at a place, the one
// given first counts.
type Replacer struct {
	oldnew []string
	form   form
	marks  *[256]bool    // bytes that an old string begins with
	texts  *[256]*string // byteToByte, byteToText: what each byte becomes
	pairs  *[256][]pair  // textToText: by the first byte of the old string, in the order given
	empty  *pair         // textToText: the pair whose old string is empty
}

// form is the way a Replacer works, by the lengths of its strings.
type form uint8

const (
	unknown    form = iota // before first use
	single                 // one old string of several bytes
	byteToByte             // bytes by bytes
	byteToText             // bytes by strings
	textToText             // anything else
)

// pair is an old string with its new one.
type pair struct {
	old, new string
	place    int // in the order given
}

// NewReplacer takes pairs of old and new strings.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{oldnew: append([]string(nil), oldnew...)}
}

// prepare chooses the form and makes its tables.
func (r *Replacer) prepare() {
	if len(r.oldnew) == 2 && len(r.oldnew[0]) > 1 {
		r.form = single
		return
	}
	r.form = byteToByte
	for i := 0; i < len(r.oldnew); i += 2 {
		if len(r.oldnew[i]) != 1 {
			r.form = textToText
			break
		}
		if len(r.oldnew[i+1]) != 1 {
			r.form = byteToText
		}
	}
	r.marks = new([256]bool)
	if r.form == textToText {
		r.pairs = new([256][]pair)
		for i := 0; i < len(r.oldnew); i += 2 {
			p := pair{r.oldnew[i], r.oldnew[i+1], i}
			if p.old != "" {
				c := p.old[0]
				r.marks[c] = true
				r.pairs[c] = append(r.pairs[c], p)
			} else if r.empty == nil {
				r.empty = &p
			}
		}
		return
	}
	r.texts = new([256]*string)
	for i := 0; i < len(r.oldnew); i += 2 {
		if c := r.oldnew[i][0]; r.texts[c] == nil {
			r.texts[c] = &r.oldnew[i+1]
			r.marks[c] = r.form != byteToByte || r.oldnew[i+1][0] != c
		}
	}
}

// next finds the first place from i on where an old string fits: s[at:end] is to become text. At i itself the empty
// one fits only if wanted.
func (r *Replacer) next(s string, i int, empty bool) (at, end int, text string, found bool) {
	switch r.form {
	case single:
		at = Index(s[i:], r.oldnew[0])
		return i + at, i + at + len(r.oldnew[0]), r.oldnew[1], at >= 0
	case byteToByte, byteToText:
		at = bytealg.IndexMarked(s, i, r.marks)
		if at < 0 {
			return
		}
		return at, at + 1, *r.texts[s[at]], true
	}
	for at = i; at <= len(s); at++ {
		if r.empty == nil {
			if at = bytealg.IndexMarked(s, at, r.marks); at < 0 {
				return
			}
		}
		emptyFits := r.empty != nil && (empty || at > i)
		if at < len(s) {
			for j := range r.pairs[s[at]] {
				p := &r.pairs[s[at]][j]
				if emptyFits && r.empty.place < p.place {
					break
				}
				if HasPrefix(s[at:], p.old) {
					return at, at + len(p.old), p.new, true
				}
			}
		}
		if emptyFits {
			return at, at, r.empty.new, true
		}
	}
	return
}

// Replace returns s with all replacements made.
func (r *Replacer) Replace(s string) string {
	if r.form == unknown {
		r.prepare()
	}
	at, end, text, found := r.next(s, 0, true)
	if !found && r.form != textToText {
		return s
	}
	last := 0
	if r.form == single {
		var b Builder
		for found {
			b.Grow(at - last + len(text))
			b.WriteString(s[last:at])
			b.WriteString(text)
			last = end
			at, end, text, found = r.next(s, end, true)
		}
		b.WriteString(s[last:])
		return b.String()
	}
	size := len(s)
	if r.form == byteToText {
		for i := at; i >= 0; i = bytealg.IndexMarked(s, i+1, r.marks) {
			size += len(*r.texts[s[i]]) - 1
		}
	}
	buf := make([]byte, 0, size)
	for found {
		buf = append(buf, s[last:at]...)
		buf = append(buf, text...)
		last = end
		at, end, text, found = r.next(s, end, at != end)
	}
	buf = append(buf, s[last:]...)
	return string(buf)
}

// WriteString writes s to w with all replacements made, each piece and each new string by a call of its own.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	if r.form == unknown {
		r.prepare()
	}
	put := func(text string) error {
		wrote, err := io.WriteString(w, text)
		n += wrote
		return err
	}
	// Go writes empty pieces for some forms.
	evenEmpty := r.form == single || r.form == textToText
	last := 0
	at, end, text, found := r.next(s, 0, true)
	for found {
		if evenEmpty || at != last {
			if err := put(s[last:at]); err != nil {
				return n, err
			}
		}
		if err := put(text); err != nil {
			return n, err
		}
		last = end
		at, end, text, found = r.next(s, end, at != end)
	}
	if r.form == single || last != len(s) {
		err = put(s[last:])
	}
	return n, err
}
