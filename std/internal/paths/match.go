package paths

import "unicode/utf8"

// A pattern is made of
//
//	*            any number of characters but '/'
//	?            any character but '/'
//	[a-z], [^…]  a character of, or not of, the ranges
//	\c           the character c
//	c            itself
//
// and is worked off in pieces: a piece is what stands between stars.

// Match says whether the pattern matches all of name, and whether it is malformed. A piece that is not compared is
// not looked at, unless all is to be checked.
func Match(pattern, name string, checkAll bool) (matched, bad bool) {
	for pattern != "" {
		star := false
		for pattern != "" && pattern[0] == '*' {
			pattern = pattern[1:]
			star = true
		}
		var piece string
		piece, pattern = cutPiece(pattern)
		if star && piece == "" {
			_, file := Split(name)
			return len(file) == len(name), false
		}
		rest, ok, bad := matchPiece(piece, name)
		if bad {
			return false, true
		}
		ok = ok && (rest == "" || pattern != "")
		// The star may take characters, as few as possible: pieces behind later stars find what is left.
		for i := 0; !ok && star && i < len(name) && name[i] != '/'; i++ {
			rest, ok, bad = matchPiece(piece, name[i+1:])
			if bad {
				return false, true
			}
			ok = ok && (rest == "" || pattern != "")
		}
		if !ok {
			return false, checkAll && !wellFormed(pattern)
		}
		name = rest
	}
	return name == "", false
}

func wellFormed(pattern string) bool {
	for pattern != "" {
		var piece string
		for pattern != "" && pattern[0] == '*' {
			pattern = pattern[1:]
		}
		piece, pattern = cutPiece(pattern)
		if _, _, bad := matchPiece(piece, ""); bad {
			return false
		}
	}
	return true
}

// cutPiece cuts the pattern before its first star that is neither escaped nor in brackets.
func cutPiece(pattern string) (piece, rest string) {
	inside := false
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '\\':
			i++
		case '[':
			inside = true
		case ']':
			inside = false
		case '*':
			if !inside {
				return pattern[:i], pattern[i:]
			}
		}
	}
	return pattern, ""
}

// matchPiece matches a piece at the front of s; a mismatch does not end the search for mistakes.
func matchPiece(piece, s string) (rest string, ok, bad bool) {
	ok = true
	for piece != "" {
		ok = ok && s != ""
		switch piece[0] {
		case '[':
			var r rune
			if ok {
				var n int
				r, n = utf8.DecodeRuneInString(s)
				s = s[n:]
			}
			var in bool
			if in, piece, bad = matchRanges(piece[1:], r); bad {
				return "", false, true
			}
			ok = ok && in
			continue
		case '?':
			if ok {
				ok = s[0] != '/'
				_, n := utf8.DecodeRuneInString(s)
				s = s[n:]
			}
			piece = piece[1:]
			continue
		case '\\':
			if piece = piece[1:]; piece == "" {
				return "", false, true
			}
		}
		if ok {
			ok = piece[0] == s[0]
			s = s[1:]
		}
		piece = piece[1:]
	}
	if !ok {
		return "", false, false
	}
	return s, true, false
}

// matchRanges reads what stands behind '[' up to ']'.
func matchRanges(piece string, r rune) (in bool, rest string, bad bool) {
	negated := piece != "" && piece[0] == '^'
	if negated {
		piece = piece[1:]
	}
	for count := 0; ; count++ {
		if piece != "" && piece[0] == ']' && count > 0 {
			return in != negated, piece[1:], false
		}
		var low, high rune
		if low, piece, bad = rangeBound(piece); bad {
			return false, "", true
		}
		high = low
		if piece[0] == '-' {
			if high, piece, bad = rangeBound(piece[1:]); bad {
				return false, "", true
			}
		}
		in = in || low <= r && r <= high
	}
}

// rangeBound reads a bound of a range; something must follow it.
func rangeBound(piece string) (r rune, rest string, bad bool) {
	if piece == "" || piece[0] == '-' || piece[0] == ']' {
		return 0, "", true
	}
	if piece[0] == '\\' {
		if piece = piece[1:]; piece == "" {
			return 0, "", true
		}
	}
	r, n := utf8.DecodeRuneInString(piece)
	rest = piece[n:]
	return r, rest, r == utf8.RuneError && n == 1 || rest == ""
}
