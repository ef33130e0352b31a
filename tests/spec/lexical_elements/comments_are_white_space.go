// run
package main

import "fmt"

/* a general comment */ func main() /* here */ {
	fmt.Println( /* one */ 1 /* two */, 2) // to the end /* of the line
	/* several
	lines */
	fmt.Println("// not a comment", "/* nor this */")
}

// Output:
// 1 2
// // not a comment /* nor this */
