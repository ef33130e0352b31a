package os

import "internal/sys"

// Args holds the program's name and arguments.
var Args = arguments()

func arguments() []string {
	var args []string
	for i := 0; ; i++ {
		arg, ok := sys.Argument(i)
		if !ok {
			return args
		}
		args = append(args, arg)
	}
}

// Exit ends the program at once with the code; deferred calls do not run.
func Exit(code int) { sys.Exit(code) }

// Getenv returns a variable of the environment, "" if it is not set.
func Getenv(key string) string {
	v, _ := sys.Getenv(key)
	return v
}

// LookupEnv returns a variable of the environment and whether it is set.
func LookupEnv(key string) (string, bool) { return sys.Getenv(key) }

// Setenv sets a variable of the environment.
func Setenv(key, value string) error {
	sys.Setenv(key, value)
	return nil
}

// Unsetenv removes a variable of the environment.
func Unsetenv(key string) error {
	sys.Unsetenv(key)
	return nil
}

// Environ returns the environment as NAME=VALUE.
func Environ() []string {
	var env []string
	for i := 0; ; i++ {
		v, ok := sys.Environment(i)
		if !ok {
			return env
		}
		env = append(env, v)
	}
}

// Getpid returns the number of the process.
func Getpid() int { return sys.Getpid() }
