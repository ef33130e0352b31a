// errorcheck
// Package embed: the variable is a string, a slice of bytes or an FS.
package main

import "embed"

type bytes []byte

//go:embed embed_into_a_wrong_type.go
var a int // ERROR `go:embed cannot apply to var of type int`
//go:embed embed_into_a_wrong_type.go
var b [3]byte // ERROR `go:embed cannot apply to var of type \[3\]byte`
//go:embed embed_into_a_wrong_type.go
var c *embed.FS // ERROR `go:embed cannot apply to var of type \*embed\.FS`
//go:embed embed_into_a_wrong_type.go
var near bytes

func main() {}
