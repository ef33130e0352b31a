// errorcheck
package main

func f(int, int) {}

func main() {
	f(1,
		2 // ERROR `syntax error: unexpected newline in argument list; possibly missing comma or \)`
	)
}
