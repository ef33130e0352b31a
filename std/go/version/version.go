// Package version reads and compares versions of Go, such as go1.21rc2.
package version

import (
	"cmp"
	"strings"
)

// parts of a version: go1.21rc2 has the numbers 1 and 21, no third, and a pre-release of kind rc, number 2. All but
// kind are digits; missing ones are empty.
type parts struct {
	major, minor, patch string
	kind, pre           string
}

// digits splits off the number that x begins with.
func digits(x string) (number, rest string, ok bool) {
	n := 0
	for n < len(x) && '0' <= x[n] && x[n] <= '9' {
		n++
	}
	if n == 0 || n > 1 && x[0] == '0' {
		return "", "", false
	}
	return x[:n], x[n:], true
}

// parse takes a version apart; what follows a dash does not count.
func parse(x string) (p parts, ok bool) {
	x, _, _ = strings.Cut(x, "-")
	if x, ok = strings.CutPrefix(x, "go"); !ok {
		return p, false
	}
	if p.major, x, ok = digits(x); !ok {
		return p, false
	}
	if x == "" {
		p.minor, p.patch = "0", "0"
		return p, true
	}
	if x[0] != '.' {
		return p, false
	}
	if p.minor, x, ok = digits(x[1:]); !ok {
		return p, false
	}
	if x == "" {
		// Before go1.21 the first release had no third number.
		if compareNumbers(p.minor, "21") < 0 {
			p.patch = "0"
		}
		return p, true
	}
	if x[0] == '.' {
		p.patch, x, ok = digits(x[1:])
		return p, ok && x == ""
	}
	n := 0
	for n < len(x) && (x[n] < '0' || '9' < x[n]) {
		if x[n] < 'a' || 'z' < x[n] {
			return p, false
		}
		n++
	}
	if p.kind, x = x[:n], x[n:]; x == "" {
		return p, true
	}
	p.pre, x, ok = digits(x)
	return p, ok && x == ""
}

// compareNumbers compares numbers without leading zeros; a missing one is the least.
func compareNumbers(x, y string) int {
	return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
}

// IsValid reports whether x is a version.
func IsValid(x string) bool {
	_, ok := parse(x)
	return ok
}

// Lang returns the version of the language that x has: without patch and pre-release; "" if x is not valid.
func Lang(x string) string {
	p, ok := parse(x)
	if !ok {
		return ""
	}
	if p.major == "1" && p.minor == "0" {
		return "go1"
	}
	return "go" + p.major + "." + p.minor
}

// Compare returns -1, 0 or 1 as x is before y, the same, or behind it. What is not valid is before all that is. The
// language go1.21 is before its pre-releases, these before go1.21.0.
func Compare(x, y string) int {
	a, ok := parse(x)
	b, okToo := parse(y)
	if !ok || !okToo {
		return cmp.Compare(rank(ok), rank(okToo))
	}
	return cmp.Or(
		compareNumbers(a.major, b.major),
		compareNumbers(a.minor, b.minor),
		compareNumbers(a.patch, b.patch),
		cmp.Compare(a.kind, b.kind),
		compareNumbers(a.pre, b.pre),
	)
}

func rank(valid bool) int {
	if valid {
		return 1
	}
	return 0
}
