//go:build foo && (bar || windows)

package main

const bar = "bar"
