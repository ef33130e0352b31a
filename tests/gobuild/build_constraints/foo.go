//go:build foo

package main

const foo = "foo"
