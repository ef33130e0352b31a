//go:build !foo

package main

const foo = "no foo"
