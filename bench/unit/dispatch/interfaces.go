// Calls of interface methods, of three types in turn.
package main

type shape interface{ area() int }

type square struct{ side int }
type rectangle struct{ width, height int }
type line struct{}

func (s *square) area() int    { return s.side * s.side }
func (r *rectangle) area() int { return r.width * r.height }
func (line) area() int         { return 0 }

func main() {
	shapes := []shape{&square{3}, &rectangle{2, 5}, line{}}
	sum := 0
	for i := 0; i < 500_000; i++ {
		for _, s := range shapes {
			sum += s.area()
		}
	}
	println(sum)
}
