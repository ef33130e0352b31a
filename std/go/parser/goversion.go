package parser

import (
	"strconv"
	"strings"
	"unicode"
)

// constraint is a build constraint being read: tags with ! && || and parentheses.
type constraint struct {
	text string
	bad  bool
}

// goVersion returns the Go version without which the constraint, what stands behind //go:build, cannot hold, "" if there is none; false if
// it is no constraint.
func goVersion(text string) (version string, ok bool) {
	text = strings.TrimSuffix(text, "\n")
	if strings.Contains(text, "\n") || text == strings.TrimLeft(text, " \t") && text != "" {
		return "", false
	}
	c := constraint{text: text}
	n := c.or(true)
	if c.space(); c.bad || c.text != "" {
		return "", false
	}
	switch {
	case n < 0:
		return "", true
	case n == 0:
		return "go1", true
	}
	return "go1." + strconv.Itoa(n), true
}

func (c *constraint) space() { c.text = strings.TrimLeft(c.text, " \t") }

func (c *constraint) got(operator string) bool {
	c.space()
	rest, ok := strings.CutPrefix(c.text, operator)
	c.text = rest
	return ok
}

// or, and, not and atom return the least minor version with which the constraint, or if it is asked what it needs to fail, its opposite can
// hold, -1 if any will do.
func (c *constraint) or(holds bool) int {
	n := c.and(holds)
	for c.got("||") {
		if m := c.and(holds); holds {
			n = min(n, m)
		} else {
			n = max(n, m)
		}
	}
	return n
}

func (c *constraint) and(holds bool) int {
	n := c.not(holds)
	for c.got("&&") {
		if m := c.not(holds); holds {
			n = max(n, m)
		} else {
			n = min(n, m)
		}
	}
	return n
}

func (c *constraint) not(holds bool) int {
	if !c.got("!") {
		return c.atom(holds)
	}
	if c.space(); strings.HasPrefix(c.text, "!") {
		c.bad = true
	}
	return c.atom(!holds)
}

func (c *constraint) atom(holds bool) int {
	if c.got("(") {
		n := c.or(holds)
		c.bad = !c.got(")") || c.bad
		return n
	}
	n := strings.IndexFunc(c.text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '.' })
	if n < 0 {
		n = len(c.text)
	}
	tag := c.text[:n]
	c.text = c.text[n:]
	if tag == "" {
		c.bad = true
	}
	if !holds {
		return -1
	}
	if tag == "go1" {
		return 0
	}
	if minor, ok := strings.CutPrefix(tag, "go1."); ok {
		if v, err := strconv.Atoi(minor); err == nil {
			return v
		}
	}
	return -1
}
