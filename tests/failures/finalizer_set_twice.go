package main

import "runtime"

type T struct{ a int }

func main() {
	t := &T{}
	runtime.SetFinalizer(t, func(*T) {})
	runtime.SetFinalizer(t, func(*T) {})
}
