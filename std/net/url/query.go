package url

import (
	"errors"
	"slices"
	"strings"
)

// Values holds the parameters of a query: keys and the values that each has.
type Values map[string][]string

// Get returns the first value of a key, "" if there is none.
func (v Values) Get(key string) string {
	if all := v[key]; len(all) > 0 {
		return all[0]
	}
	return ""
}

// Set makes value the only one of a key.
func (v Values) Set(key, value string) { v[key] = []string{value} }

// Add adds a value to those of a key.
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }

// Del removes a key with its values.
func (v Values) Del(key string) { delete(v, key) }

// Has reports whether there is a key.
func (v Values) Has(key string) bool {
	_, ok := v[key]
	return ok
}

// Clone returns a copy that shares nothing with vs.
func (vs Values) Clone() Values {
	if vs == nil {
		return nil
	}
	clone := make(Values, len(vs))
	for key, all := range vs {
		clone[key] = slices.Clone(all)
	}
	return clone
}

// Encode returns the query that has these values, sorted by key.
func (v Values) Encode() string {
	if len(v) == 0 {
		return ""
	}
	keys := make([]string, 0, len(v))
	for key := range v {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	var b strings.Builder
	for _, key := range keys {
		escaped := QueryEscape(key)
		for _, value := range v[key] {
			if b.Len() > 0 {
				b.WriteByte('&')
			}
			b.WriteString(escaped)
			b.WriteByte('=')
			b.WriteString(QueryEscape(value))
		}
	}
	return b.String()
}

// maxParameters is how many a query may have.
const maxParameters = 10000

// ParseQuery returns what a query says. The map is never nil: it has all parameters that are well formed, and the
// error is the first one found.
func ParseQuery(query string) (Values, error) {
	values := make(Values)
	err := parseQuery(values, query)
	return values, err
}

// parseQuery adds what a query says to values.
func parseQuery(values Values, query string) (first error) {
	if strings.Count(query, "&") >= maxParameters {
		return errors.New("number of URL query parameters exceeded limit")
	}
	for more := query != ""; more; {
		var setting string
		setting, query, more = strings.Cut(query, "&")
		if strings.Contains(setting, ";") {
			first = errors.New("invalid semicolon separator in query")
			continue
		}
		if setting == "" {
			continue
		}
		key, value, _ := strings.Cut(setting, "=")
		key, err := QueryUnescape(key)
		if err == nil {
			value, err = QueryUnescape(value)
		}
		if err == nil {
			values.Add(key, value)
		} else if first == nil {
			first = err
		}
	}
	return first
}
