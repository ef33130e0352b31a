package testing

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// parseSeed reads the text of a seed's file: a line for the version, then a line "type(value)" for each argument.
func parseSeed(text string) ([]any, error) {
	version, rest, _ := strings.Cut(text, "\n")
	if strings.TrimSuffix(version, "\r") != "go test fuzz v1" {
		return nil, fmt.Errorf("unknown encoding version: %s", version)
	}
	var values []any
	for line := range strings.Lines(rest) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		v, err := parseSeedValue(line)
		if err != nil {
			return nil, fmt.Errorf("malformed line %q: %v", line, err)
		}
		values = append(values, v)
	}
	if len(values) == 0 {
		return nil, errors.New("must include version and at least one value")
	}
	return values, nil
}

func parseSeedValue(line string) (any, error) {
	name, rest, found := strings.Cut(line, "(")
	value, closed := strings.CutSuffix(rest, ")")
	if !found || !closed {
		return nil, errors.New("expected call expression")
	}
	switch name {
	case "[]byte":
		s, err := strconv.Unquote(value)
		return []byte(s), err
	case "string":
		return strconv.Unquote(value)
	case "bool":
		return strconv.ParseBool(value)
	case "float32", "math.Float32frombits":
		return parseFloat32(name, value)
	case "float64", "math.Float64frombits":
		return parseFloat64(name, value)
	case "byte", "uint8":
		if strings.HasPrefix(value, "'") {
			r, err := parseRune(value)
			return byte(r), err
		}
		n, err := strconv.ParseUint(value, 0, 8)
		return byte(n), err
	case "rune", "int32":
		if strings.HasPrefix(value, "'") {
			return parseRune(value)
		}
		n, err := strconv.ParseInt(value, 0, 32)
		return int32(n), err
	case "int":
		n, err := strconv.ParseInt(value, 0, 64)
		return int(n), err
	case "int8":
		n, err := strconv.ParseInt(value, 0, 8)
		return int8(n), err
	case "int16":
		n, err := strconv.ParseInt(value, 0, 16)
		return int16(n), err
	case "int64":
		return strconv.ParseInt(value, 0, 64)
	case "uint":
		n, err := strconv.ParseUint(value, 0, 64)
		return uint(n), err
	case "uint16":
		n, err := strconv.ParseUint(value, 0, 16)
		return uint16(n), err
	case "uint32":
		n, err := strconv.ParseUint(value, 0, 32)
		return uint32(n), err
	case "uint64":
		return strconv.ParseUint(value, 0, 64)
	}
	return nil, fmt.Errorf("unknown type %s", name)
}

func parseRune(value string) (rune, error) {
	if len(value) < 3 {
		return 0, strconv.ErrSyntax
	}
	r, _, tail, err := strconv.UnquoteChar(value[1:], '\'')
	if err == nil && tail != "'" {
		err = strconv.ErrSyntax
	}
	return r, err
}

func parseFloat32(name, value string) (float32, error) {
	if name == "float32" {
		f, err := strconv.ParseFloat(value, 32)
		return float32(f), err
	}
	bits, err := strconv.ParseUint(value, 0, 32)
	return math.Float32frombits(uint32(bits)), err
}

func parseFloat64(name, value string) (float64, error) {
	if name == "float64" {
		return strconv.ParseFloat(value, 64)
	}
	bits, err := strconv.ParseUint(value, 0, 64)
	return math.Float64frombits(bits), err
}
