//go:build go1.22

package main

import "fmt"

// A file may ask for a newer language than its module.
func newer() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}
