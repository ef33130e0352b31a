package os

import "syscall"

// Getenv returns a variable of the environment, "" if it is not set.
func Getenv(key string) string {
	v, _ := syscall.Getenv(key)
	return v
}

// LookupEnv returns a variable of the environment and whether it is set.
func LookupEnv(key string) (string, bool) { return syscall.Getenv(key) }

// Setenv sets a variable of the environment.
func Setenv(key, value string) error { return NewSyscallError("setenv", syscall.Setenv(key, value)) }

// Unsetenv removes a variable of the environment.
func Unsetenv(key string) error { return syscall.Unsetenv(key) }

// Clearenv removes all variables of the environment.
func Clearenv() { syscall.Clearenv() }

// Environ returns the environment as NAME=VALUE.
func Environ() []string { return syscall.Environ() }

// ExpandEnv replaces ${var} and $var by variables of the environment.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces ${var} and $var by what mapping returns.
func Expand(s string, mapping func(string) string) string {
	var buf []byte
	done := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		if buf == nil {
			buf = make([]byte, 0, 2*len(s))
		}
		buf = append(buf, s[done:i]...)
		name, n := variableName(s[i+1:])
		switch {
		case name != "":
			buf = append(buf, mapping(name)...)
		case n == 0: // the dollar stands for itself; what is malformed is taken off
			buf = append(buf, '$')
		}
		i += n
		done = i + 1
	}
	if len(buf) == 0 {
		return s[done:]
	}
	return string(append(buf, s[done:]...))
}

// variableName returns the name that s begins with, and how many bytes it takes with its braces.
func variableName(s string) (name string, n int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecial(s[0]) {
		return s[:1], 1
	}
	for n < len(s) && (s[n] == '_' || '0' <= s[n] && s[n] <= '9' || 'a' <= s[n]|0x20 && s[n]|0x20 <= 'z') {
		n++
	}
	return s[:n], n
}

// isSpecial says whether c is a variable of the shell by itself.
func isSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}
