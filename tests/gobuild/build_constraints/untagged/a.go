// +build !bar

package untagged

func F() { println("untagged") }
