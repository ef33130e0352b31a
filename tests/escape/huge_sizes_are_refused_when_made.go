// run

package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	c := 1 << 62
	try(func() { fmt.Println(len(make([]int, c))) })
	try(func() { s := make([]int8, 3, 1<<60); fmt.Println(len(s)) })
	try(func() { s := make([]int, 1<<60); fmt.Println(len(s)) })
	try(func() { s := make([]struct{}, 1<<40); fmt.Println(len(s)) })
}

// Output:
// runtime error: makeslice: len out of range
// runtime error: makeslice: cap out of range
// runtime error: makeslice: len out of range
// 1099511627776
// <nil>
