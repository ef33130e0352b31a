package slog

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
)

// Level is how important an event is; there is room between the names.
type Level int

const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

// levels has the names, the highest first.
var levels = []struct {
	name  string
	level Level
}{{"ERROR", LevelError}, {"WARN", LevelWarn}, {"INFO", LevelInfo}, {"DEBUG", LevelDebug}}

// String returns the name of the level or of the one below with the difference, as in "INFO+2".
func (l Level) String() string {
	for _, each := range levels {
		if l > each.level {
			return each.name + "+" + strconv.Itoa(int(l-each.level))
		}
		if l == each.level {
			return each.name
		}
	}
	return "DEBUG" + strconv.Itoa(int(l-LevelDebug))
}

// Level returns l.
func (l Level) Level() Level { return l }

// MarshalJSON returns String in quotes.
func (l Level) MarshalJSON() ([]byte, error) { return strconv.AppendQuote(nil, l.String()), nil }

// UnmarshalJSON reads what MarshalJSON returns.
func (l *Level) UnmarshalJSON(data []byte) error {
	s, err := strconv.Unquote(string(data))
	if err != nil {
		return err
	}
	return l.UnmarshalText([]byte(s))
}

// AppendText appends String.
func (l Level) AppendText(b []byte) ([]byte, error) { return append(b, l.String()...), nil }

// MarshalText returns String.
func (l Level) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// UnmarshalText reads what String returns, in any case, and with any difference.
func (l *Level) UnmarshalText(data []byte) error {
	text := string(data)
	if err := l.parse(text); err != nil {
		return fmt.Errorf("slog: level string %q: %w", text, err)
	}
	return nil
}

func (l *Level) parse(name string) error {
	difference := 0
	if i := strings.IndexAny(name, "+-"); i >= 0 {
		var err error
		if difference, err = strconv.Atoi(name[i:]); err != nil {
			return err
		}
		name = name[:i]
	}
	for _, each := range levels {
		if strings.ToUpper(name) == each.name {
			*l = each.level + Level(difference)
			return nil
		}
	}
	return errors.New("unknown name")
}

// Leveler gives a level: a Level its own, a LevelVar what it is set to.
type Leveler interface {
	Level() Level
}

// LevelVar is a variable level that can be changed while others read it; it begins as LevelInfo.
type LevelVar struct{ level atomic.Int64 }

// Level returns the level.
func (v *LevelVar) Level() Level { return Level(v.level.Load()) }

// Set sets the level.
func (v *LevelVar) Set(l Level) { v.level.Store(int64(l)) }

func (v *LevelVar) String() string { return fmt.Sprintf("LevelVar(%s)", v.Level()) }

// AppendText appends the level's text.
func (v *LevelVar) AppendText(b []byte) ([]byte, error) { return v.Level().AppendText(b) }

// MarshalText returns the level's text.
func (v *LevelVar) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText sets the level to that of a text.
func (v *LevelVar) UnmarshalText(data []byte) error {
	var l Level
	err := l.UnmarshalText(data)
	if err == nil {
		v.Set(l)
	}
	return err
}
