// errorcheck
package main

type pair struct{ f func() }

func compare[T any](a, b T) { _ = a == b } // ERROR `invalid operation: a == b \(incomparable types in type set\)`
func order[T comparable](a, b T) { _ = a < b } // ERROR `invalid operation: a < b \(type parameter T cannot use operator <\)`
func main() {
	var (
		b bool
		i int
		u uint8
		f float64
		s string
		p *int
		e error
		r pair
		c chan<- int
		d <-chan int
	)
	_ = +b // ERROR `invalid operation: operator \+ not defined on b \(variable of type bool\)`
	_ = -s // ERROR `invalid operation: operator - not defined on s \(variable of type string\)`
	_ = !i // ERROR `invalid operation: operator ! not defined on i \(variable of type int\)`
	_ = ^f // ERROR `invalid operation: operator \^ not defined on f \(variable of type float64\)`
	_ = ~i // ERROR `cannot use ~ outside of interface or type constraint \(use \^ for bitwise complement\)`
	_ = *i // ERROR `invalid operation: cannot indirect i \(variable of type int\)`
	_ = *nil // ERROR `invalid operation: cannot indirect nil`
	_ = &1 // ERROR `invalid operation: cannot take address of 1 \(untyped int constant\)`
	_ = <-i // ERROR `invalid operation: cannot receive from non-channel int i \(variable of type int\)`
	_ = <-c // ERROR `invalid operation: cannot receive from send-only channel chan<- int c \(variable of type chan<- int\)`
	d <- 1 // ERROR `invalid operation: cannot send to receive-only channel <-chan int d \(variable of type <-chan int\)`
	i <- 1 // ERROR `invalid operation: cannot send to non-channel int i \(variable of type int\)`
	_ = i + s // ERROR `invalid operation: i \+ s \(mismatched types int and string\)`
	_ = i + 1.5 // ERROR `1\.5 \(untyped float constant\) truncated to int`
	_ = i + "a" // ERROR `invalid operation: i \+ "a" \(mismatched types int and untyped string\)`
	_ = u + 256 // ERROR `256 \(untyped int constant\) overflows uint8`
	_ = b + b // ERROR `invalid operation: operator \+ not defined on b \(variable of type bool\)`
	_ = s - s // ERROR `invalid operation: operator - not defined on s \(variable of type string\)`
	_ = f % f // ERROR `invalid operation: operator % not defined on f \(variable of type float64\)`
	_ = i && b // ERROR `invalid operation: i && b \(mismatched types int and bool\)`
	_ = p + 1 // ERROR `invalid operation: p \+ 1 \(mismatched types \*int and untyped int\)`
	_ = r == r // ERROR `invalid operation: r == r \(struct containing func\(\) cannot be compared\)`
	_ = nil == nil // ERROR `invalid operation: nil == nil \(operator == not defined on untyped nil\)`
	_ = i == nil // ERROR `invalid operation: i == nil \(mismatched types int and untyped nil\)`
	_ = p == i // ERROR `invalid operation: p == i \(mismatched types \*int and int\)`
	_ = e < e // ERROR `invalid operation: e < e \(operator < not defined on interface\)`
	_ = main == main // ERROR `invalid operation: main == main \(func can only be compared to nil\)`
	_ = i / 0 // ERROR `invalid operation: division by zero`
	_ = f / 0
	_ = 1 / 0.0 // ERROR `invalid operation: division by zero`
	_ = 1i / 0 // ERROR `invalid operation: division by zero`
	_ = i << -1 // ERROR `invalid operation: negative shift count -1 \(untyped int constant\)`
	_ = i << 1.5 // ERROR `1\.5 \(untyped float constant\) truncated to uint`
	_ = i << "a" // ERROR `cannot convert "a" \(untyped string constant\) to type uint`
	_ = f << 1 // ERROR `invalid operation: shifted operand f \(variable of type float64\) must be integer`
	_ = 1 << f // ERROR `invalid operation: shift count f \(variable of type float64\) must be integer`
	_ = 1 << 5000 // ERROR `invalid operation: invalid shift count 5000 \(untyped int constant\)`
	_ = 1.5 << 1 // ERROR `invalid operation: shifted operand 1\.5 \(untyped float constant\) must be integer`
	var g float64 = 1 << i // ERROR `invalid operation: shifted operand 1 \(type float64\) must be integer`
	_ = g
	const big = 1 << 511
	_ = big * big // ERROR `constant multiplication overflow`
	_ = big // ERROR `cannot use big \(untyped int constant 6703903964971298549787012499102923063739682910296196688861780721860882015036773488400937149083451713845015929093243025426876941405973284973216824503042048\) as int value in assignment to _ identifier \(overflows\)`
	i++
	s++ // ERROR `invalid operation: s\+\+ \(non-numeric type string\)`
	i += "a" // ERROR `invalid operation: i \+= "a" \(mismatched types int and untyped string\)`
}
