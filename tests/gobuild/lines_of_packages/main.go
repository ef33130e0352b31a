package main

import "example.com/lines/util"

func main() {
	util.Do(new(int))
	println("done")
}
