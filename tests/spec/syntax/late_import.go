// errorcheck
package main

var x int

import "fmt" // ERROR `syntax error: imports must appear before other declarations`
func main() { fmt.Println(x) }
