// errorcheck
package main

func f() {}

func main() {
	go (f()) // ERROR `expression in go must not be parenthesized`
	defer (f()) // ERROR `expression in defer must not be parenthesized`
}
