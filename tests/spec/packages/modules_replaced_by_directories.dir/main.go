// run
package main

import (
	"fmt"

	. "example.com/app/internal/own"
	_ "example.com/app/tool"
	"example.com/lib"
)

func main() {
	fmt.Println(lib.Name(), Log)
}

// Output:
// lib and sub [own tool]
