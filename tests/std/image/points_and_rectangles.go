// run
// Points, rectangles, and rectangles as images.
package main

import (
	"fmt"
	"image"
	"image/color"
)

func main() {
	p, q := image.Pt(-3, 7), image.Point{2, 5}
	fmt.Println(p, p.Add(q), p.Sub(q), p.Mul(3), p.Div(2), p.Eq(q), q.Eq(image.Pt(2, 5)), p.String(), image.ZP, image.ZR)
	rectangles := []image.Rectangle{
		image.Rect(5, 4, 1, 2), image.Rect(0, 0, 10, 10), image.Rect(-4, -4, 2, 3), image.Rect(9, 9, 12, 10), image.Rect(3, 3, 3, 8), {},
		{image.Pt(3, 3), image.Pt(1, 1)},
	}
	for _, r := range rectangles {
		fmt.Println(r, r.Dx(), r.Dy(), r.Size(), r.Empty(), r.Canon(), r.Add(q), r.Sub(q), r.Inset(1), r.Inset(3), r.Inset(-2), r.Bounds(), r.String())
		fmt.Println(" ", p.In(r), q.In(r), r.Min.In(r), r.Max.In(r), r.At(2, 3), r.RGBA64At(2, 3), r.At(50, 0), r.RGBA64At(50, 0))
		for _, s := range rectangles {
			fmt.Print(" ", r.Intersect(s), r.Union(s), r.Overlaps(s), r.In(s), r.Eq(s))
		}
		fmt.Println()
		if r.Dx() > 0 && r.Dy() > 0 {
			fmt.Println(" ", p.Mod(r), image.Pt(100, -100).Mod(r))
		}
	}
	fmt.Println(rectangles[0].ColorModel() == color.Alpha16Model)
}

// Output:
// (-3,7) (-1,12) (-5,2) (-9,21) (-1,3) false true (-3,7) (0,0) (0,0)-(0,0)
// (1,2)-(5,4) 4 2 (4,2) false (1,2)-(5,4) (3,7)-(7,9) (-1,-3)-(3,-1) (2,3)-(4,3) (3,3)-(3,3) (-1,0)-(7,6) (1,2)-(5,4) (1,2)-(5,4)
//   false false true false {65535} {65535 65535 65535 65535} {0} {0 0 0 0}
//  (1,2)-(5,4) (1,2)-(5,4) true true true (1,2)-(5,4) (0,0)-(10,10) true true false (1,2)-(2,3) (-4,-4)-(5,4) true false false (0,0)-(0,0) (1,2)-(12,10) false false false (0,0)-(0,0) (1,2)-(5,4) false false false (0,0)-(0,0) (1,2)-(5,4) false false false (0,0)-(0,0) (1,2)-(5,4) false false false
//   (1,3) (4,2)
// (0,0)-(10,10) 10 10 (10,10) false (0,0)-(10,10) (2,5)-(12,15) (-2,-5)-(8,5) (1,1)-(9,9) (3,3)-(7,7) (-2,-2)-(12,12) (0,0)-(10,10) (0,0)-(10,10)
//   false true true false {65535} {65535 65535 65535 65535} {0} {0 0 0 0}
//  (1,2)-(5,4) (0,0)-(10,10) true false false (0,0)-(10,10) (0,0)-(10,10) true true true (0,0)-(2,3) (-4,-4)-(10,10) true false false (9,9)-(10,10) (0,0)-(12,10) true false false (0,0)-(0,0) (0,0)-(10,10) false false false (0,0)-(0,0) (0,0)-(10,10) false false false (0,0)-(0,0) (0,0)-(10,10) false false false
//   (7,7) (0,0)
// (-4,-4)-(2,3) 6 7 (6,7) false (-4,-4)-(2,3) (-2,1)-(4,8) (-6,-9)-(0,-2) (-3,-3)-(1,2) (-1,-1)-(-1,0) (-6,-6)-(4,5) (-4,-4)-(2,3) (-4,-4)-(2,3)
//   false false true false {0} {0 0 0 0} {0} {0 0 0 0}
//  (1,2)-(2,3) (-4,-4)-(5,4) true false false (0,0)-(2,3) (-4,-4)-(10,10) true false false (-4,-4)-(2,3) (-4,-4)-(2,3) true true true (0,0)-(0,0) (-4,-4)-(12,10) false false false (0,0)-(0,0) (-4,-4)-(2,3) false false false (0,0)-(0,0) (-4,-4)-(2,3) false false false (0,0)-(0,0) (-4,-4)-(2,3) false false false
//   (-3,0) (-2,-2)
// (9,9)-(12,10) 3 1 (3,1) false (9,9)-(12,10) (11,14)-(14,15) (7,4)-(10,5) (10,9)-(11,9) (10,9)-(10,9) (7,7)-(14,12) (9,9)-(12,10) (9,9)-(12,10)
//   false false true false {0} {0 0 0 0} {0} {0 0 0 0}
//  (0,0)-(0,0) (1,2)-(12,10) false false false (9,9)-(10,10) (0,0)-(12,10) true false false (0,0)-(0,0) (-4,-4)-(12,10) false false false (9,9)-(12,10) (9,9)-(12,10) true true true (0,0)-(0,0) (9,9)-(12,10) false false false (0,0)-(0,0) (9,9)-(12,10) false false false (0,0)-(0,0) (9,9)-(12,10) false false false
//   (9,9) (10,9)
// (3,3)-(3,8) 0 5 (0,5) true (3,3)-(3,8) (5,8)-(5,13) (1,-2)-(1,3) (3,4)-(3,7) (3,5)-(3,5) (1,1)-(5,10) (3,3)-(3,8) (3,3)-(3,8)
//   false false false false {0} {0 0 0 0} {0} {0 0 0 0}
//  (0,0)-(0,0) (1,2)-(5,4) false true false (0,0)-(0,0) (0,0)-(10,10) false true false (0,0)-(0,0) (-4,-4)-(2,3) false true false (0,0)-(0,0) (9,9)-(12,10) false true false (0,0)-(0,0) (3,3)-(3,8) false true true (0,0)-(0,0) (0,0)-(0,0) false true true (0,0)-(0,0) (3,3)-(1,1) false true true
// (0,0)-(0,0) 0 0 (0,0) true (0,0)-(0,0) (2,5)-(2,5) (-2,-5)-(-2,-5) (0,0)-(0,0) (0,0)-(0,0) (-2,-2)-(2,2) (0,0)-(0,0) (0,0)-(0,0)
//   false false false false {0} {0 0 0 0} {0} {0 0 0 0}
//  (0,0)-(0,0) (1,2)-(5,4) false true false (0,0)-(0,0) (0,0)-(10,10) false true false (0,0)-(0,0) (-4,-4)-(2,3) false true false (0,0)-(0,0) (9,9)-(12,10) false true false (0,0)-(0,0) (3,3)-(3,8) false true true (0,0)-(0,0) (0,0)-(0,0) false true true (0,0)-(0,0) (3,3)-(1,1) false true true
// (3,3)-(1,1) -2 -2 (-2,-2) true (1,1)-(3,3) (5,8)-(3,6) (1,-2)-(-1,-4) (2,2)-(2,2) (2,2)-(2,2) (1,1)-(3,3) (3,3)-(1,1) (3,3)-(1,1)
//   false false false false {0} {0 0 0 0} {0} {0 0 0 0}
//  (0,0)-(0,0) (1,2)-(5,4) false true false (0,0)-(0,0) (0,0)-(10,10) false true false (0,0)-(0,0) (-4,-4)-(2,3) false true false (0,0)-(0,0) (9,9)-(12,10) false true false (0,0)-(0,0) (3,3)-(3,8) false true true (0,0)-(0,0) (0,0)-(0,0) false true true (0,0)-(0,0) (3,3)-(1,1) false true true
// true
