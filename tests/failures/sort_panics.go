package main

import "sort"

func main() {
	sort.Slice([]int{2, 1}, func(i, j int) bool { panic("less") })
}
