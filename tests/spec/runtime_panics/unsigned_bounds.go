// run
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s := []int{1, 2, 3}
	a := [5]int{}
	one := [1]int{}
	t := "hello"
	var u uint64 = 1 << 63
	var v uint = 1<<64 - 1
	var w uintptr = 1<<64 - 2
	var x uint32 = 1<<32 - 1
	var i int64 = -1
	m := [][]int{s}
	f := []float64{1}
	try(func() { _ = s[u] })
	try(func() { s[v]++ })
	try(func() { _ = a[w] })
	try(func() { a[x] = 1 })
	try(func() { _ = t[u] })
	try(func() { _ = t[i] })
	try(func() { one[u]++ })
	try(func() { m[0][v] = 4 })
	try(func() { f[v] += 2.5 })
	try(func() { _ = m[u][i] })
	try(func() { _ = s[u:] })
	try(func() { _ = s[:v] })
	try(func() { _ = s[i:v] })
	try(func() { _ = s[v:i] })
	try(func() { _ = s[v:2] })
	try(func() { _ = a[i:v:w] })
	try(func() { _ = a[i:v:4] })
	try(func() { _ = a[v:1:4] })
	try(func() { _ = a[i:1:4] })
	try(func() { _ = t[v:] })
	try(func() { _ = t[1:u] })
	try(func() { _ = t[i:u] })
	try(func() { fmt.Println(f[v] + f[0]) })
}

// Output:
// runtime error: index out of range [9223372036854775808] with length 3
// runtime error: index out of range [18446744073709551615] with length 3
// runtime error: index out of range [18446744073709551614] with length 5
// runtime error: index out of range [4294967295] with length 5
// runtime error: index out of range [9223372036854775808] with length 5
// runtime error: index out of range [-1]
// runtime error: index out of range [9223372036854775808] with length 1
// runtime error: index out of range [18446744073709551615] with length 3
// runtime error: index out of range [18446744073709551615] with length 1
// runtime error: index out of range [9223372036854775808] with length 1
// runtime error: slice bounds out of range [9223372036854775808:3]
// runtime error: slice bounds out of range [:18446744073709551615] with capacity 3
// runtime error: slice bounds out of range [:18446744073709551615] with capacity 3
// runtime error: slice bounds out of range [:-1]
// runtime error: slice bounds out of range [18446744073709551615:2]
// runtime error: slice bounds out of range [::18446744073709551614] with length 5
// runtime error: slice bounds out of range [:18446744073709551615:4]
// runtime error: slice bounds out of range [18446744073709551615:1:]
// runtime error: slice bounds out of range [-1::]
// runtime error: slice bounds out of range [18446744073709551615:5]
// runtime error: slice bounds out of range [:9223372036854775808] with length 5
// runtime error: slice bounds out of range [:9223372036854775808] with length 5
// runtime error: index out of range [18446744073709551615] with length 1
