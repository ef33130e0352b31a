package strings

import "io"

// Replacer replaces strings by others, at each place the first pair that fits.
type Replacer struct {
	pairs []string
	first [256]bool // bytes that an old string begins with
	empty bool      // an old string is empty
}

// NewReplacer takes pairs of old and new strings.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{pairs: append([]string(nil), oldnew...)}
	for i := 0; i < len(oldnew); i += 2 {
		if oldnew[i] == "" {
			r.empty = true
		} else {
			r.first[oldnew[i][0]] = true
		}
	}
	return r
}

// match returns the pair that fits at the beginning of s; empty ones only if wanted.
func (r *Replacer) match(s string, empty bool) (at int, ok bool) {
	if !r.empty && (s == "" || !r.first[s[0]]) {
		return 0, false
	}
	for i := 0; i < len(r.pairs); i += 2 {
		if old := r.pairs[i]; HasPrefix(s, old) && (old != "" || empty) {
			return i, true
		}
	}
	return 0, false
}

// Replace returns s with all replacements made.
func (r *Replacer) Replace(s string) string {
	var b Builder
	last, changed := 0, false
	empty := true // an empty old string fits: it did not just now
	for i := 0; i <= len(s); {
		at, ok := r.match(s[i:], empty)
		if !ok {
			i++
			empty = true
			continue
		}
		if !changed {
			b.Grow(len(s))
			changed = true
		}
		b.WriteString(s[last:i])
		b.WriteString(r.pairs[at+1])
		i += len(r.pairs[at])
		last = i
		empty = r.pairs[at] != ""
	}
	if !changed {
		return s
	}
	b.WriteString(s[last:])
	return b.String()
}

// WriteString writes s to w with all replacements made.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}
