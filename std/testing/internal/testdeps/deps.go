// Package testdeps is for the main packages that `govm test` writes: what testing asks them for.
package testdeps

import (
	"errors"
	"io"
	"regexp"
)

// TestDeps describes the package under test.
type TestDeps struct {
	Path     string
	Module   string
	Cover    Cover
	Profiles Profiles // nil: no flag asks for one
}

// Profiles are those of package runtime/pprof, which most tests do not need.
type Profiles interface {
	StartCPUProfile(w io.Writer) error
	StopCPUProfile()
	WriteProfileTo(name string, w io.Writer, debug int) error
}

var errNoProfiles = errors.New("test binary was not built with profiles")

func (d TestDeps) StartCPUProfile(w io.Writer) error {
	if d.Profiles == nil {
		return errNoProfiles
	}
	return d.Profiles.StartCPUProfile(w)
}

func (d TestDeps) StopCPUProfile() {
	if d.Profiles != nil {
		d.Profiles.StopCPUProfile()
	}
}

func (d TestDeps) WriteProfileTo(name string, w io.Writer, debug int) error {
	if d.Profiles == nil {
		return errNoProfiles
	}
	return d.Profiles.WriteProfileTo(name, w, debug)
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
