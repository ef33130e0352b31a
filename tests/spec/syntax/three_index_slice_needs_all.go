// errorcheck
package main

func main() {
	s := []int{1}
	_ = s[0::1] // ERROR `middle index required in 3-index slice`
	_ = s[0:1:] // ERROR `final index required in 3-index slice`
}
