package syntax

// concatenation puts parts behind each other; literals in the same case mode become one.
func concatenation(items []*Regexp) *Regexp {
	var flat []*Regexp
	for _, re := range items {
		if re.Op == OpConcat {
			flat = append(flat, re.Sub...)
			continue
		}
		flat = append(flat, re)
	}
	var all []*Regexp
	for _, re := range flat {
		if n := len(all); n > 0 && re.Op == OpLiteral && all[n-1].Op == OpLiteral && (re.Flags^all[n-1].Flags)&FoldCase == 0 {
			joined := *all[n-1]
			joined.Rune = append(joined.Rune[:len(joined.Rune):len(joined.Rune)], re.Rune...)
			all[n-1] = &joined
			continue
		}
		all = append(all, re)
	}
	switch len(all) {
	case 0:
		return &Regexp{Op: OpEmptyMatch}
	case 1:
		return all[0]
	}
	return &Regexp{Op: OpConcat, Sub: all}
}

// alternation makes one of alternatives; what neighbours begin with alike is taken out in front.
func alternation(list []*Regexp) *Regexp {
	var flat []*Regexp
	for _, re := range list {
		if re.Op == OpAlternate {
			flat = append(flat, re.Sub...)
		} else {
			flat = append(flat, re)
		}
	}
	flat = mergeCharacters(factorParts(factorLiterals(flat)))
	// Of empty neighbours one is enough.
	kept := flat[:0]
	for i, re := range flat {
		if i+1 < len(flat) && re.Op == OpEmptyMatch && flat[i+1].Op == OpEmptyMatch {
			continue
		}
		kept = append(kept, re)
	}
	if len(kept) == 1 {
		return kept[0]
	}
	return &Regexp{Op: OpAlternate, Sub: kept}
}

// leadingLiteral returns the text an alternative begins with.
func leadingLiteral(re *Regexp) (text []rune, flags Flags) {
	if re.Op == OpConcat && len(re.Sub) > 0 {
		re = re.Sub[0]
	}
	if re.Op != OpLiteral {
		return nil, 0
	}
	return re.Rune, re.Flags & FoldCase
}

// withoutLiteral returns an alternative without its first n characters.
func withoutLiteral(re *Regexp, n int) *Regexp {
	if re.Op == OpConcat && len(re.Sub) > 0 {
		first := withoutLiteral(re.Sub[0], n)
		if first.Op != OpEmptyMatch {
			return &Regexp{Op: OpConcat, Flags: re.Flags, Sub: append([]*Regexp{first}, re.Sub[1:]...)}
		}
		return rest(re)
	}
	if len(re.Rune) == n {
		return &Regexp{Op: OpEmptyMatch}
	}
	short := *re
	short.Rune = re.Rune[n:]
	return &short
}

// rest returns a concatenation without its first part.
func rest(re *Regexp) *Regexp {
	switch len(re.Sub) {
	case 1:
		return &Regexp{Op: OpEmptyMatch}
	case 2:
		return re.Sub[1]
	}
	return &Regexp{Op: OpConcat, Flags: re.Flags, Sub: re.Sub[1:]}
}

// factorLiterals takes texts out that neighbours begin with: abc|abd becomes ab(?:c|d).
func factorLiterals(list []*Regexp) []*Regexp {
	var out []*Regexp
	for start := 0; start < len(list); {
		text, flags := leadingLiteral(list[start])
		end := start + 1
		for ; end < len(list); end++ {
			other, otherFlags := leadingLiteral(list[end])
			same := 0
			for otherFlags == flags && same < len(text) && same < len(other) && text[same] == other[same] {
				same++
			}
			if same == 0 {
				break
			}
			text = text[:same]
		}
		if end == start+1 {
			out = append(out, list[start])
		} else {
			var tails []*Regexp
			for _, re := range list[start:end] {
				tails = append(tails, withoutLiteral(re, len(text)))
			}
			head := &Regexp{Op: OpLiteral, Flags: flags, Rune: text}
			out = append(out, &Regexp{Op: OpConcat, Sub: []*Regexp{head, alternation(tails)}})
		}
		start = end
	}
	return out
}

// leadingPart returns the first part of an alternative if that is simple enough to be taken out.
func leadingPart(re *Regexp) *Regexp {
	if re.Op == OpConcat && len(re.Sub) > 0 {
		re = re.Sub[0]
	}
	if isCharacter(re) || re.Op == OpRepeat && re.Min == re.Max && isCharacter(re.Sub[0]) {
		return re
	}
	return nil
}

// factorParts takes classes out that neighbours begin with: [ab]x|[ab]y becomes [ab](?:x|y).
func factorParts(list []*Regexp) []*Regexp {
	var out []*Regexp
	for start := 0; start < len(list); {
		first := leadingPart(list[start])
		end := start + 1
		for first != nil && end < len(list) && first.Equal(leadingPart(list[end])) {
			end++
		}
		if end == start+1 {
			out = append(out, list[start])
		} else {
			var tails []*Regexp
			for _, re := range list[start:end] {
				if re.Op == OpConcat {
					tails = append(tails, rest(re))
				} else {
					tails = append(tails, &Regexp{Op: OpEmptyMatch})
				}
			}
			out = append(out, &Regexp{Op: OpConcat, Sub: []*Regexp{first, alternation(tails)}})
		}
		start = end
	}
	return out
}

// isCharacter says whether re matches exactly one character.
func isCharacter(re *Regexp) bool {
	return re.Op == OpLiteral && len(re.Rune) == 1 || re.Op == OpCharClass || re.Op == OpAnyCharNotNL || re.Op == OpAnyChar
}

// mergeCharacters makes one class of neighbours that match one character each.
func mergeCharacters(list []*Regexp) []*Regexp {
	var out []*Regexp
	for start := 0; start < len(list); {
		end := start
		for end < len(list) && isCharacter(list[end]) {
			end++
		}
		if end-start < 2 {
			out = append(out, list[start])
			start++
			continue
		}
		var class []rune
		for _, re := range list[start:end] {
			class = appendCharacters(class, re)
		}
		out = append(out, &Regexp{Op: OpCharClass, Rune: clean(class)})
		start = end
	}
	return out
}

func appendCharacters(class []rune, re *Regexp) []rune {
	switch re.Op {
	case OpLiteral:
		if re.Flags&FoldCase != 0 {
			return appendFolded(class, re.Rune[0], re.Rune[0])
		}
		return appendRange(class, re.Rune[0], re.Rune[0])
	case OpAnyChar:
		return append(class, anyCharacter...)
	case OpAnyCharNotNL:
		return append(class, anyButNewline...)
	}
	return append(class, re.Rune...)
}
