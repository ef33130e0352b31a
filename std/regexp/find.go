package regexp

import (
	"io"
	"slices"
	"unicode/utf8"
)

// The methods named Find, with All: every match, not only the first; String: in a string; Submatch: with its groups;
// Index: their ends instead of their texts.

// padded returns ends with -1 for groups that the program does not have.
func (re *Regexp) padded(ends []int) []int {
	if ends == nil {
		return nil
	}
	for len(ends) < 2*(re.groups+1) {
		ends = append(ends, -1)
	}
	return ends
}

// first returns the ends of the first match: of the whole match, or of all.
func (re *Regexp) first(s string, groups bool) []int {
	if groups {
		return re.padded(re.find(nil, s, 0, re.ends))
	}
	return re.find(nil, s, 0, 2)
}

func bytesOf(b []byte, begin, end int) []byte { return b[begin:end:end] }

// Find returns the first match in b, nil if there is none.
func (re *Regexp) Find(b []byte) []byte {
	var room [2]int
	ends := re.find(room[:], view(b), 0, 2)
	if ends == nil {
		return nil
	}
	return bytesOf(b, ends[0], ends[1])
}

// FindIndex returns the ends of the first match in b, nil if there is none.
func (re *Regexp) FindIndex(b []byte) (loc []int) { return re.first(view(b), false) }

// FindString returns the first match in s, "" if there is none.
func (re *Regexp) FindString(s string) string {
	var room [2]int
	ends := re.find(room[:], s, 0, 2)
	if ends == nil {
		return ""
	}
	return s[ends[0]:ends[1]]
}

// FindStringIndex returns the ends of the first match in s, nil if there is none.
func (re *Regexp) FindStringIndex(s string) (loc []int) { return re.first(s, false) }

// FindReaderIndex returns the ends of the first match in the text from r, which it reads to the end.
func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) { return re.first(readAll(r), false) }

// FindSubmatch returns the first match in b and its groups.
func (re *Regexp) FindSubmatch(b []byte) [][]byte {
	var room [4]int
	return submatchBytes(b, re.padded(re.find(room[:], view(b), 0, re.ends)))
}

// FindSubmatchIndex returns the ends of the first match in b and its groups.
func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.first(view(b), true) }

// FindStringSubmatch returns the first match in s and its groups.
func (re *Regexp) FindStringSubmatch(s string) []string {
	var room [4]int
	return submatchStrings(s, re.padded(re.find(room[:], s, 0, re.ends)))
}

// FindStringSubmatchIndex returns the ends of the first match in s and its groups.
func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.first(s, true) }

// FindReaderSubmatchIndex returns the ends of the first match in the text from r, which it reads to the end, and its
// groups.
func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int { return re.first(readAll(r), true) }

func submatchBytes(b []byte, ends []int) [][]byte {
	if ends == nil {
		return nil
	}
	texts := make([][]byte, len(ends)/2)
	for i := range texts {
		if ends[2*i] >= 0 {
			texts[i] = bytesOf(b, ends[2*i], ends[2*i+1])
		}
	}
	return texts
}

func submatchStrings(s string, ends []int) []string {
	if ends == nil {
		return nil
	}
	texts := make([]string, len(ends)/2)
	for i := range texts {
		if ends[2*i] >= 0 {
			texts[i] = s[ends[2*i]:ends[2*i+1]]
		}
	}
	return texts
}

// all finds the first `size` ends of up to n matches, none of them overlapping, and gives them padded; negative n is all.
// An empty match just behind another match does not count. The ends are good until the next match.
func (re *Regexp) all(s string, n, size int, give func(ends []int)) {
	if n < 0 {
		n = len(s) + 1
	}
	previous := -1 // the end of the match before
	var ends []int
	for pos, count := 0, 0; count < n && pos <= len(s); {
		ends = re.find(ends, s, pos, size)
		if ends == nil {
			return
		}
		counts := true
		if ends[1] == pos {
			// Empty: the next one is behind the next character.
			counts = ends[0] != previous
			_, width := utf8.DecodeRuneInString(s[pos:])
			pos += max(width, 1)
		} else {
			pos = ends[1]
		}
		previous = ends[1]
		if counts {
			give(re.padded(ends))
			count++
		}
	}
}

// FindAll returns up to n matches in b; negative n is all.
func (re *Regexp) FindAll(b []byte, n int) [][]byte {
	var list [][]byte
	re.all(view(b), n, 2, func(ends []int) {
		list = append(list, bytesOf(b, ends[0], ends[1]))
	})
	return list
}

// FindAllString returns up to n matches in s; negative n is all.
func (re *Regexp) FindAllString(s string, n int) []string {
	var list []string
	re.all(s, n, 2, func(ends []int) {
		list = append(list, s[ends[0]:ends[1]])
	})
	return list
}

// FindAllIndex returns the ends of up to n matches in b; negative n is all.
func (re *Regexp) FindAllIndex(b []byte, n int) [][]int { return re.FindAllStringIndex(view(b), n) }

// FindAllStringIndex returns the ends of up to n matches in s; negative n is all.
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	var list [][]int
	re.all(s, n, 2, func(ends []int) { list = append(list, slices.Clone(ends[:2])) })
	return list
}

// FindAllSubmatchIndex returns the ends of up to n matches in b and their groups; negative n is all.
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.FindAllStringSubmatchIndex(view(b), n)
}

// FindAllStringSubmatchIndex returns the ends of up to n matches in s and their groups; negative n is all.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	var list [][]int
	re.all(s, n, re.ends, func(ends []int) { list = append(list, slices.Clone(ends)) })
	return list
}

// FindAllSubmatch returns up to n matches in b and their groups; negative n is all.
func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	var list [][][]byte
	re.all(view(b), n, re.ends, func(ends []int) {
		list = append(list, submatchBytes(b, ends))
	})
	return list
}

// FindAllStringSubmatch returns up to n matches in s and their groups; negative n is all.
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	var list [][]string
	re.all(s, n, re.ends, func(ends []int) {
		list = append(list, submatchStrings(s, ends))
	})
	return list
}

// Split returns the parts of s between up to n-1 matches; negative n is all.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if len(re.expr) > 0 && len(s) == 0 {
		return []string{""}
	}
	matches := re.FindAllStringIndex(s, n)
	parts := make([]string, 0, len(matches))
	begin, end := 0, 0
	for _, m := range matches {
		if n > 0 && len(parts) >= n-1 {
			break
		}
		end = m[0]
		if m[1] != 0 {
			parts = append(parts, s[begin:end])
		}
		begin = m[1]
	}
	if end != len(s) {
		parts = append(parts, s[begin:])
	}
	return parts
}
