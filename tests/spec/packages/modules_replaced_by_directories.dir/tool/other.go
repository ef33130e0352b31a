//go:build windows

package tool

var broken int = "no"
