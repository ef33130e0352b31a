package main

import (
	"os"
	"runtime/debug"
)

func main() {
	// Standard output gets what standard error gets.
	debug.SetCrashOutput(os.Stdout, debug.CrashOptions{})
	panic("boo")
}
