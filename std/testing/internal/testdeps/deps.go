// Package testdeps is for the main packages that `govm test` writes: what testing asks them for.
package testdeps

import "regexp"

// TestDeps describes the package under test.
type TestDeps struct {
	Path   string
	Module string
	Cover  Cover
}

func (d TestDeps) ImportPath() string { return d.Path }
func (d TestDeps) ModulePath() string { return d.Module }

var (
	pattern  string
	compiled *regexp.Regexp
)

// MatchString says whether a regexp matches somewhere in a text; the last one is kept.
func (d TestDeps) MatchString(pat, str string) (bool, error) {
	if compiled == nil || pattern != pat {
		re, err := regexp.Compile(pat)
		if err != nil {
			return false, err
		}
		pattern, compiled = pat, re
	}
	return compiled.MatchString(str), nil
}
