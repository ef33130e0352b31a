// errorcheck
// The text of a directive is judged while the file is read, and what stands before nothing is misplaced.
package main

//go:linkname a b c // ERROR `usage: //go:linkname localname \[linkname\]`
//go:systemstack // ERROR `//go:systemstack only allowed in runtime`
func a() {}

//go:noescape
const late = 1

func main() {
	//go:nosplit // ERROR `misplaced compiler directive`
	a()
}
