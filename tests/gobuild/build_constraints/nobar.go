//go:build !foo || !bar

package main

const bar = "no bar"
