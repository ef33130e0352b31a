package debug

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// BuildInfo tells how the program was built. Deps is empty: modules have no versions here.
type BuildInfo struct {
	GoVersion string         `json:",omitempty"`
	Path      string         `json:",omitempty"` // of package main
	Main      Module         `json:""`           // that package main is in
	Deps      []*Module      `json:",omitempty"`
	Settings  []BuildSetting `json:",omitempty"`
}

// Module is one that the program is built of.
type Module struct {
	Path    string  `json:",omitempty"`
	Version string  `json:",omitempty"`
	Sum     string  `json:",omitempty"`
	Replace *Module `json:",omitempty"`
}

// BuildSetting is a key with its value.
type BuildSetting struct {
	Key   string `json:",omitempty"`
	Value string `json:",omitempty"`
}

// ReadBuildInfo returns how this program was built.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	info, err := ParseBuildInfo(buildInfo())
	if err != nil {
		return nil, false
	}
	info.GoVersion = runtime.Version()
	return info, true
}

// What stands in front of a line, before a tab.
const (
	wordPath    = "path"
	wordMain    = "mod"
	wordDep     = "dep"
	wordReplace = "=>"
	wordSetting = "build"
)

// What must be quoted if it stands in a key, in a value.
const (
	specialInKey   = "= \t\r\n\"`"
	specialInValue = " \t\r\n\"`"
)

// String returns the lines that ParseBuildInfo reads.
func (bi *BuildInfo) String() string {
	var b strings.Builder
	if bi.GoVersion != "" {
		fmt.Fprintf(&b, "go\t%s\n", bi.GoVersion)
	}
	if bi.Path != "" {
		fmt.Fprintf(&b, "%s\t%s\n", wordPath, bi.Path)
	}
	if bi.Main != (Module{}) {
		bi.Main.write(&b, wordMain)
	}
	for _, dep := range bi.Deps {
		dep.write(&b, wordDep)
	}
	for _, setting := range bi.Settings {
		key, value := setting.Key, setting.Value
		if key == "" || strings.ContainsAny(key, specialInKey) {
			key = strconv.Quote(key)
		}
		if strings.ContainsAny(value, specialInValue) {
			value = strconv.Quote(value)
		}
		fmt.Fprintf(&b, "%s\t%s=%s\n", wordSetting, key, value)
	}
	return b.String()
}

func (m *Module) write(b *strings.Builder, word string) {
	fmt.Fprintf(b, "%s\t%s\t%s", word, m.Path, m.Version)
	if m.Replace == nil {
		fmt.Fprintf(b, "\t%s", m.Sum)
	} else {
		b.WriteByte('\n')
		m.Replace.write(b, wordReplace)
	}
	b.WriteByte('\n')
}

// ParseBuildInfo reads what String wrote, but for the version of Go.
func ParseBuildInfo(data string) (bi *BuildInfo, err error) {
	bi = new(BuildInfo)
	var last *Module // that a replacement replaces
	for number := 1; ; number++ {
		line, rest, complete := strings.Cut(data, "\n")
		if !complete {
			return bi, nil
		}
		data = rest
		if err := bi.parse(line, &last); err != nil {
			return nil, fmt.Errorf("could not parse Go build info: line %d: %w", number, err)
		}
	}
}

func (bi *BuildInfo) parse(line string, last **Module) error {
	word, text, ok := strings.Cut(line, "\t")
	if !ok {
		return nil
	}
	switch word {
	case wordPath:
		bi.Path = text
	case wordMain:
		m, err := parseModule(text)
		if err != nil {
			return err
		}
		bi.Main = m
		*last = &bi.Main
	case wordDep:
		m, err := parseModule(text)
		if err != nil {
			return err
		}
		*last = &m
		bi.Deps = append(bi.Deps, *last)
	case wordReplace:
		columns := strings.Split(text, "\t")
		if len(columns) != 3 {
			return fmt.Errorf("expected 3 columns for replacement; got %d", len(columns))
		}
		if *last == nil {
			return fmt.Errorf("replacement with no module on previous line")
		}
		(*last).Replace = &Module{Path: columns[0], Version: columns[1], Sum: columns[2]}
		*last = nil
	case wordSetting:
		setting, err := parseSetting(text)
		if err != nil {
			return err
		}
		bi.Settings = append(bi.Settings, setting)
	}
	return nil
}

func parseModule(text string) (Module, error) {
	columns := strings.Split(text, "\t")
	if len(columns) != 2 && len(columns) != 3 {
		return Module{}, fmt.Errorf("expected 2 or 3 columns; got %d", len(columns))
	}
	m := Module{Path: columns[0], Version: columns[1]}
	if len(columns) == 3 {
		m.Sum = columns[2]
	}
	return m, nil
}

func parseSetting(text string) (setting BuildSetting, err error) {
	if text == "" {
		return setting, fmt.Errorf("build line missing '='")
	}
	if text[0] == '=' {
		return setting, fmt.Errorf("build line with missing key")
	}
	var value string
	if text[0] == '"' || text[0] == '`' {
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return setting, fmt.Errorf("invalid quoted key in build line")
		}
		if len(text) == len(quoted) {
			return setting, fmt.Errorf("build line missing '=' after quoted key")
		}
		if c := text[len(quoted)]; c != '=' {
			return setting, fmt.Errorf("unexpected character after quoted key: %q", c)
		}
		setting.Key, _ = strconv.Unquote(quoted)
		value = text[len(quoted)+1:]
	} else {
		var ok bool
		setting.Key, value, ok = strings.Cut(text, "=")
		if !ok {
			return setting, fmt.Errorf("build line missing '=' after key")
		}
		if strings.ContainsAny(setting.Key, specialInKey) {
			return setting, fmt.Errorf("unquoted key %q must be quoted", setting.Key)
		}
	}
	setting.Value = value
	if value != "" && (value[0] == '"' || value[0] == '`') {
		if setting.Value, err = strconv.Unquote(value); err != nil {
			return setting, fmt.Errorf("invalid quoted value in build line")
		}
	} else if strings.ContainsAny(value, specialInValue) {
		return setting, fmt.Errorf("unquoted value %q must be quoted", value)
	}
	return setting, nil
}

func buildInfo() string
