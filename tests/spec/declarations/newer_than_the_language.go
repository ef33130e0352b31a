// errorcheck -lang=go1.12
package main

const (
	binary  = 0b101 // ERROR `binary literal requires go1\.13 or later \(-lang was set to go1\.12; check go\.mod\)`
	octal   = 0o17 // ERROR `0o/0O-style octal literal requires go1\.13 or later \(-lang was set to go1\.12; check go\.mod\)`
	scores  = 1_000 // ERROR `underscore in numeric literal requires go1\.13 or later \(-lang was set to go1\.12; check go\.mod\)`
	hexfrac = 0x1p-2 // ERROR `hexadecimal floating-point literal requires go1\.13 or later \(-lang was set to go1\.12; check go\.mod\)`
)

type list[T any] []T // ERROR `type parameter requires go1\.18 or later \(-lang was set to go1\.12; check go\.mod\)` `predeclared any requires go1\.18 or later \(-lang was set to go1\.12; check go\.mod\)`
type set[T comparable] = map[T]bool // ERROR `generic type alias requires go1\.23 or later \(-lang was set to go1\.12; check go\.mod\)` `predeclared comparable requires go1\.18 or later \(-lang was set to go1\.12; check go\.mod\)` `invalid map key type T \(missing comparable constraint\)`
func generic[T any](x T) {} // ERROR `type parameter requires go1\.18 or later \(-lang was set to go1\.12; check go\.mod\)` `predeclared any requires go1\.18 or later \(-lang was set to go1\.12; check go\.mod\)`
func main() {
	var i int
	var s []int
	_ = 1 << i // ERROR `invalid operation: signed shift count i \(variable of type int\) requires go1\.13 or later \(-lang was set to go1\.12; check go\.mod\)`
	generic(1) // ERROR `implicit function instantiation requires go1\.18 or later \(-lang was set to go1\.12; check go\.mod\)`
	_ = list[int]{} // ERROR `type instantiation requires go1\.18 or later \(-lang was set to go1\.12; check go\.mod\)`
	_ = [1]int(s) // ERROR `cannot convert s \(variable of type \[\]int\) to type \[1\]int: conversion of slice to array requires go1\.20 or later \(-lang was set to go1\.12; check go\.mod\)`
	_ = (*[1]int)(s) // ERROR `cannot convert s \(variable of type \[\]int\) to type \*\[1\]int: conversion of slice to array pointer requires go1\.17 or later \(-lang was set to go1\.12; check go\.mod\)`
	_ = min(1, 2) // ERROR `built-in min requires go1\.21 or later \(-lang was set to go1\.12; check go\.mod\)`
	clear(s) // ERROR `clear requires go1\.21 or later \(-lang was set to go1\.12; check go\.mod\)`
	_ = new(1) // ERROR `new\(1\) requires go1\.26 or later \(-lang was set to go1\.12; check go\.mod\)`
	for range 10 { // ERROR `cannot range over 10 \(untyped int constant\): requires go1\.22 or later \(-lang was set to go1\.12; check go\.mod\)`
	}
	for range func(func() bool) {} { // ERROR `cannot range over func\(func\(\) bool\) \{\} \(value of type func\(func\(\) bool\)\): requires go1\.23 or later \(-lang was set to go1\.12; check go\.mod\)`
	}
	var _ any // ERROR `predeclared any requires go1\.18 or later \(-lang was set to go1\.12; check go\.mod\)`
	_, _, _, _ = binary, octal, scores, hexfrac
}
