package main

import (
	"fmt"

	"ex.com/a/own"
	"ex.com/new"
	"ex.com/old"
)

func main() {
	fmt.Println(own.Values(), "new", newer.Values(), "old", old.Values())
}
