// Packages that are not named are built without the flags: what is inlined in util decides whether x moves.
package main

import "ex.com/flags/util"

func main() {
	x := 1
	println(util.Sum(&x))
}
