// run
package main

import "runtime"

type t struct{ n [4]int }

func main() {
	runtime.SetFinalizer(&t{}, func(string) {})
}

// Stderr:
// fatal error: runtime.SetFinalizer: cannot pass *main.t to finalizer func(string)
// Exit: 2
