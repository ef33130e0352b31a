package syntax

import (
	"sort"
	"strings"
	"unicode"
)

// A class is a list of pairs, the first and the last character of a range.

func appendRange(class []rune, lo, hi rune) []rune { return append(class, lo, hi) }

// appendFolded appends a range with all that is equal to a character of it but for its case.
func appendFolded(class []rune, lo, hi rune) []rune {
	// Outside of these no character has another case.
	const first, last = 0x41, 0x1e943
	class = appendRange(class, lo, hi)
	for c := max(lo, first); c <= min(hi, last); c++ {
		for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
			if f < lo || hi < f {
				class = appendRange(class, f, f)
			}
		}
	}
	return class
}

func appendTable(class []rune, table *unicode.RangeTable) []rune {
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			class = appendRange(class, lo, hi)
			return
		}
		for c := lo; c <= hi; c += stride {
			class = appendRange(class, c, c)
		}
	}
	for _, r := range table.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range table.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return class
}

// ranges sorts the pairs of a class.
type ranges []rune

func (r ranges) Len() int { return len(r) / 2 }
func (r ranges) Less(i, j int) bool {
	return r[2*i] < r[2*j] || r[2*i] == r[2*j] && r[2*i+1] > r[2*j+1]
}
func (r ranges) Swap(i, j int) {
	r[2*i], r[2*j] = r[2*j], r[2*i]
	r[2*i+1], r[2*j+1] = r[2*j+1], r[2*i+1]
}

// clean returns the class in ascending order, ranges that touch joined.
func clean(class []rune) []rune {
	if len(class) < 4 {
		return class
	}
	sort.Sort(ranges(class))
	end := 2
	for i := 2; i < len(class); i += 2 {
		lo, hi := class[i], class[i+1]
		if lo <= class[end-1]+1 {
			class[end-1] = max(class[end-1], hi)
			continue
		}
		class[end], class[end+1] = lo, hi
		end += 2
	}
	return class[:end]
}

// negated returns what is not in the clean class.
func negated(class []rune) []rune {
	rest := []rune{} // never nil, which a program shows
	next := rune(0)
	for i := 0; i < len(class); i += 2 {
		if next < class[i] {
			rest = appendRange(rest, next, class[i]-1)
		}
		next = class[i+1] + 1
	}
	if next <= unicode.MaxRune {
		rest = appendRange(rest, next, unicode.MaxRune)
	}
	return rest
}

// group is a class with a name.
type group struct {
	negative bool
	class    []rune
}

// spaces are those of \s; [[:space:]] has the vertical tabulator, too.
var spaces = []rune{'\t', '\n', '\f', '\r', ' ', ' '}

// perlGroup returns the group that a letter behind a backslash names.
func perlGroup(letter byte) (g group, ok bool) {
	switch letter | ' ' {
	case 'd':
		g.class = posixGroup("digit")
	case 's':
		g.class = spaces
	case 'w':
		g.class = posixGroup("word")
	default:
		return g, false
	}
	g.negative = letter < 'a'
	return g, true
}

// posixGroups are those of [[:name:]] and [[:^name:]].
var posixGroups = []struct {
	name  string
	class []rune
}{
	{"alnum", []rune{'0', '9', 'A', 'Z', 'a', 'z'}}, {"alpha", []rune{'A', 'Z', 'a', 'z'}}, {"ascii", []rune{0, 0x7f}},
	{"blank", []rune{'\t', '\t', ' ', ' '}}, {"cntrl", []rune{0, 0x1f, 0x7f, 0x7f}}, {"digit", []rune{'0', '9'}},
	{"graph", []rune{'!', '~'}}, {"lower", []rune{'a', 'z'}}, {"print", []rune{' ', '~'}},
	{"punct", []rune{'!', '/', ':', '@', '[', '`', '{', '~'}}, {"space", []rune{'\t', '\r', ' ', ' '}}, {"upper", []rune{'A', 'Z'}},
	{"word", []rune{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}}, {"xdigit", []rune{'0', '9', 'A', 'F', 'a', 'f'}},
}

// posixGroup returns the members of a group, nil if there is none of the name.
func posixGroup(name string) []rune {
	for i := range posixGroups {
		if posixGroups[i].name == name {
			return posixGroups[i].class
		}
	}
	return nil
}

// appendGroup appends a group to a class, as the flags say.
func (p *parser) appendGroup(class []rune, g group) []rune {
	members := g.class
	if p.flags&FoldCase != 0 {
		var folded []rune
		for i := 0; i < len(members); i += 2 {
			folded = appendFolded(folded, members[i], members[i+1])
		}
		members = clean(folded)
	}
	if g.negative {
		members = negated(members)
	}
	return append(class, members...)
}

// canonical returns a name in lower case but for its first letter, without what separates words.
func canonical(name string) string {
	var b strings.Builder
	for i := range len(name) {
		c := name[i]
		switch {
		case c == '_' || c == '-' || c == ' ':
			continue
		case 'A' <= c && c <= 'Z' && b.Len() > 0:
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z' && b.Len() == 0:
			c -= 'a' - 'A'
		}
		b.WriteByte(c)
	}
	return b.String()
}

// tableNames are the maps of package unicode that have tables, or what they stand for, by name. They are asked here without being
// named: the maps are filled only in programs that name them.
type tableNames int

const (
	categories tableNames = iota
	scripts
	categoryFolds
	scriptFolds
	categoryAliases
)

// find returns the table of a name, nil if there is none.
func find(in tableNames, name string) *unicode.RangeTable

// nameAt returns a map's i-th name in alphabetical order, and what it is an alias of; behind the last "".
func nameAt(in tableNames, i int) (name, actual string)

// findCanonical returns the name that is canonical(name) without what separates words, and what it is an alias of.
func findCanonical(in tableNames, name string) (found, actual string) {
	for i := 0; ; i++ {
		found, actual = nameAt(in, i)
		if found == "" || canonical(found) == name {
			return found, actual
		}
	}
}

// unicodeGroup returns the class that \p{name} names, with the other cases if wanted.
func unicodeGroup(name string, fold bool) (class []rune, ok bool) {
	name = canonical(name)
	switch name {
	case "Any":
		return []rune{0, unicode.MaxRune}, true
	case "Assigned":
		return negated(clean(appendTable(nil, find(categories, "Cn")))), true
	case "Ascii":
		if fold {
			return clean(appendFolded(nil, 0, unicode.MaxASCII)), true
		}
		return []rune{0, unicode.MaxASCII}, true
	case "Lc":
		name = "LC"
	}
	table, folds := find(categories, name), categoryFolds
	if table == nil {
		table, folds = find(scripts, name), scriptFolds
	}
	if table == nil {
		if _, actual := findCanonical(categoryAliases, name); actual != "" {
			name = actual
			table, folds = find(categories, name), categoryFolds
		}
	}
	if table == nil {
		if script, _ := findCanonical(scripts, name); script != "" {
			name = script
			table, folds = find(scripts, name), scriptFolds
		}
	}
	if table == nil {
		return nil, false
	}
	class = appendTable(nil, table)
	if fold {
		if table = find(folds, name); table != nil {
			class = appendTable(class, table)
		}
	}
	return clean(class), true
}
