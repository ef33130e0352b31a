package syscall

import (
	"internal/sys"
	"sync"
)

// environment is the environment, which is read when it is first asked for. A variable that was unset leaves "".
var environment struct {
	once  sync.Once
	mutex sync.RWMutex
	list  []string       // NAME=VALUE
	at    map[string]int // by name; of several the first
}

// readEnvironment copies the process's environment.
func readEnvironment() {
	e := &environment
	e.list = make([]string, sys.EnvironmentSize())
	e.at = make(map[string]int, len(e.list))
	for i := range e.list {
		variable := sys.Environment(i)
		e.list[i] = variable
		if name, ok := nameOf(variable); ok {
			if _, double := e.at[name]; double {
				e.list[i] = ""
			} else {
				e.at[name] = i
			}
		}
	}
}

// nameOf returns what stands in front of =.
func nameOf(variable string) (name string, ok bool) {
	for i := range len(variable) {
		if variable[i] == '=' {
			return variable[:i], true
		}
	}
	return "", false
}

// Getenv returns a variable of the environment and whether it is set.
func Getenv(key string) (value string, found bool) {
	e := &environment
	e.once.Do(readEnvironment)
	if key == "" {
		return "", false
	}
	e.mutex.RLock()
	defer e.mutex.RUnlock()
	i, ok := e.at[key]
	if !ok {
		return "", false
	}
	return e.list[i][len(key)+1:], true
}

// Setenv sets a variable of the environment.
func Setenv(key, value string) error {
	if key == "" || hasAny(key, '=') || hasAny(key, 0) || hasAny(value, 0) {
		return EINVAL
	}
	e := &environment
	e.once.Do(readEnvironment)
	e.mutex.Lock()
	defer e.mutex.Unlock()
	variable := key + "=" + value
	if i, ok := e.at[key]; ok {
		e.list[i] = variable
	} else {
		e.at[key] = len(e.list)
		e.list = append(e.list, variable)
	}
	sys.Setenv(key, value)
	return nil
}

func hasAny(s string, c byte) bool {
	for i := range len(s) {
		if s[i] == c {
			return true
		}
	}
	return false
}

// Unsetenv removes a variable of the environment.
func Unsetenv(key string) error {
	e := &environment
	e.once.Do(readEnvironment)
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if i, ok := e.at[key]; ok {
		e.list[i] = ""
		delete(e.at, key)
	}
	sys.Unsetenv(key)
	return nil
}

// Clearenv removes all variables of the environment.
func Clearenv() {
	e := &environment
	e.once.Do(readEnvironment)
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.list, e.at = nil, map[string]int{}
	sys.Clearenv()
}

// Environ returns the environment as NAME=VALUE.
func Environ() []string {
	e := &environment
	e.once.Do(readEnvironment)
	e.mutex.RLock()
	defer e.mutex.RUnlock()
	list := make([]string, 0, len(e.list))
	for _, variable := range e.list {
		if variable != "" {
			list = append(list, variable)
		}
	}
	return list
}
