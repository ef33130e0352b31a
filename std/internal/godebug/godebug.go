// Package godebug reads the settings of GODEBUG that std heeds, and counts what they change.
package godebug

import (
	"strings"
	"syscall"
)

// Setting is one of them.
type Setting struct {
	name   string
	events uint64
}

var settings = map[string]*Setting{}

// New returns the setting of this name.
func New(name string) *Setting {
	s := &Setting{name: name}
	settings[name] = s
	return s
}

// Value is what GODEBUG says now: of several values the last, or "".
func (s *Setting) Value() string {
	all, _ := syscall.Getenv("GODEBUG")
	value := ""
	for setting := range strings.SplitSeq(all, ",") {
		if v, ok := strings.CutPrefix(setting, s.name+"="); ok {
			value = v
		}
	}
	return value
}

// IncNonDefault counts that the program did something else because of the setting.
func (s *Setting) IncNonDefault() { s.events++ }

// Events returns that count, 0 of settings that no package of this program heeds.
func Events(name string) uint64 {
	if s := settings[name]; s != nil {
		return s.events
	}
	return 0
}
