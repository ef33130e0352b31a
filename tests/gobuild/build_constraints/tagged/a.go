//go:build foo

package tagged

func F() { println("tagged") }
