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
	flips  *[256]byte // byteToByte: what each byte is XORed with
	texts  *byteTexts // byteToText
	tree   *tree      // textToText
	finder *finder    // single
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

// byteTexts is what bytes become, and which do.
type byteTexts struct {
	of    [256][]byte
	marks [256]byte
}

// finder is as large as Go's tables for the search of one string, which is native here.
type finder struct {
	text   string
	byByte [256]int
	byEnd  []int
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
		r.finder = &finder{text: r.oldnew[0], byEnd: make([]int, len(r.oldnew[0]))}
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
	switch r.form {
	case byteToByte:
		r.flips = new([256]byte)
		// The first pair of a byte counts.
		for i := len(r.oldnew) - 2; i >= 0; i -= 2 {
			r.flips[r.oldnew[i][0]] = r.oldnew[i][0] ^ r.oldnew[i+1][0]
		}
	case byteToText:
		r.texts = new(byteTexts)
		for i := len(r.oldnew) - 2; i >= 0; i -= 2 {
			c := r.oldnew[i][0]
			r.texts.of[c] = []byte(r.oldnew[i+1])
			r.texts.marks[c] = 1
		}
	default:
		r.tree = newTree(r.oldnew)
	}
}

// next finds the first place from i on where an old string fits: s[at:end] is to become text. At i itself the empty
// one fits only if wanted.
func (r *Replacer) next(s string, i int, empty bool) (at, end int, text string, found bool) {
	switch r.form {
	case single:
		at = Index(s[i:], r.oldnew[0])
		return i + at, i + at + len(r.oldnew[0]), r.oldnew[1], at >= 0
	case byteToByte:
		if at = bytealg.IndexMarked(s, i, r.flips); at < 0 {
			return
		}
		return at, at + 1, string([]byte{s[at] ^ r.flips[s[at]]}), true
	case byteToText:
		if at = bytealg.IndexMarked(s, i, &r.texts.marks); at < 0 {
			return
		}
		return at, at + 1, string(r.texts.of[s[at]]), true
	}
	t := r.tree
	for at = i; at <= len(s); at++ {
		if t.root.rank == 0 {
			if at = t.begins(s, at); at < 0 {
				return
			}
		}
		if n, text, found := t.find(s[at:], empty || at > i); found {
			return at, at + n, text, true
		}
	}
	return
}

// Replace returns s with all replacements made.
func (r *Replacer) Replace(s string) string {
	if r.form == unknown {
		r.prepare()
	}
	switch r.form {
	case single:
		return r.replaceSingle(s)
	case byteToByte:
		return r.replaceBytes(s)
	case byteToText:
		return r.replaceByTexts(s)
	}
	out := make(appender, 0, len(s))
	r.WriteString(&out, s)
	return string(out)
}

func (r *Replacer) replaceSingle(s string) string {
	var b Builder
	last := 0
	at, end, text, found := r.next(s, 0, true)
	if !found {
		return s
	}
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

func (r *Replacer) replaceBytes(s string) string {
	var out []byte // made when it is needed
	for i := bytealg.IndexMarked(s, 0, r.flips); i >= 0; i = bytealg.IndexMarked(s, i+1, r.flips) {
		if out == nil {
			out = []byte(s)
		}
		out[i] ^= r.flips[s[i]]
	}
	if out == nil {
		return s
	}
	return string(out)
}

func (r *Replacer) replaceByTexts(s string) string {
	t := r.texts
	first := bytealg.IndexMarked(s, 0, &t.marks)
	if first < 0 {
		return s
	}
	size := len(s)
	for i := first; i >= 0; i = bytealg.IndexMarked(s, i+1, &t.marks) {
		size += len(t.of[s[i]]) - 1
	}
	out := make([]byte, 0, size)
	last := 0
	for i := first; i >= 0; i = bytealg.IndexMarked(s, i+1, &t.marks) {
		out = append(append(out, s[last:i]...), t.of[s[i]]...)
		last = i + 1
	}
	return string(append(out, s[last:]...))
}

// appender is a writer to a slice.
type appender []byte

func (a *appender) Write(p []byte) (int, error) {
	*a = append(*a, p...)
	return len(p), nil
}

func (a *appender) WriteString(s string) (int, error) {
	*a = append(*a, s...)
	return len(s), nil
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
