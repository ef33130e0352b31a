package image

import (
	"image/color"
	"strconv"
)

// Point is a place: X grows to the right, Y downwards.
type Point struct{ X, Y int }

// Pt returns the point at X, Y.
func Pt(X, Y int) Point { return Point{X, Y} }

// ZP is the point 0, 0.
//
// Deprecated: use Point{}.
var ZP Point

func (p Point) String() string { return "(" + strconv.Itoa(p.X) + "," + strconv.Itoa(p.Y) + ")" }

// Add returns p moved by q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Sub returns p moved by q the other way.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// Mul returns p times k.
func (p Point) Mul(k int) Point { return Point{p.X * k, p.Y * k} }

// Div returns p divided by k.
func (p Point) Div(k int) Point { return Point{p.X / k, p.Y / k} }

// Eq reports whether p is q.
func (p Point) Eq(q Point) bool { return p == q }

// In reports whether p is inside of r.
func (p Point) In(r Rectangle) bool {
	return r.Min.X <= p.X && p.X < r.Max.X && r.Min.Y <= p.Y && p.Y < r.Max.Y
}

// Mod returns the point inside of r that is p moved by multiples of r's width and height.
func (p Point) Mod(r Rectangle) Point {
	return Point{r.Min.X + modulo(p.X-r.Min.X, r.Dx()), r.Min.Y + modulo(p.Y-r.Min.Y, r.Dy())}
}

// modulo is the rest of a division that rounds down.
func modulo(x, n int) int {
	x %= n
	if x < 0 {
		x += n
	}
	return x
}

// Rectangle has the points from Min on that are before Max in both directions. As an Image it is opaque inside and
// transparent outside.
type Rectangle struct{ Min, Max Point }

// ZR is the rectangle of no size at 0, 0.
//
// Deprecated: use Rectangle{}.
var ZR Rectangle

// Rect returns the rectangle with two opposite corners.
func Rect(x0, y0, x1, y1 int) Rectangle { return Rectangle{Pt(x0, y0), Pt(x1, y1)}.Canon() }

func (r Rectangle) String() string { return r.Min.String() + "-" + r.Max.String() }

// Dx returns the width of r.
func (r Rectangle) Dx() int { return r.Max.X - r.Min.X }

// Dy returns the height of r.
func (r Rectangle) Dy() int { return r.Max.Y - r.Min.Y }

// Size returns the width and the height of r.
func (r Rectangle) Size() Point { return r.Max.Sub(r.Min) }

// Add returns r moved by p.
func (r Rectangle) Add(p Point) Rectangle { return Rectangle{r.Min.Add(p), r.Max.Add(p)} }

// Sub returns r moved by p the other way.
func (r Rectangle) Sub(p Point) Rectangle { return Rectangle{r.Min.Sub(p), r.Max.Sub(p)} }

// Inset returns r smaller by n on each side; of no size, in the middle, where r has not as much.
func (r Rectangle) Inset(n int) Rectangle {
	r.Min.X, r.Max.X = inset(r.Min.X, r.Max.X, n)
	r.Min.Y, r.Max.Y = inset(r.Min.Y, r.Max.Y, n)
	return r
}

func inset(from, to, n int) (int, int) {
	if to-from < 2*n {
		middle := (from + to) / 2
		return middle, middle
	}
	return from + n, to - n
}

// Intersect returns the rectangle that is inside of both, Rectangle{} if there is none.
func (r Rectangle) Intersect(s Rectangle) Rectangle {
	both := Rectangle{
		Point{max(r.Min.X, s.Min.X), max(r.Min.Y, s.Min.Y)},
		Point{min(r.Max.X, s.Max.X), min(r.Max.Y, s.Max.Y)},
	}
	if both.Empty() {
		return Rectangle{}
	}
	return both
}

// Union returns the smallest rectangle that both are inside of.
func (r Rectangle) Union(s Rectangle) Rectangle {
	if r.Empty() {
		return s
	}
	if s.Empty() {
		return r
	}
	return Rectangle{
		Point{min(r.Min.X, s.Min.X), min(r.Min.Y, s.Min.Y)},
		Point{max(r.Max.X, s.Max.X), max(r.Max.Y, s.Max.Y)},
	}
}

// Empty reports whether r has no points.
func (r Rectangle) Empty() bool { return r.Min.X >= r.Max.X || r.Min.Y >= r.Max.Y }

// Eq reports whether r and s have the same points.
func (r Rectangle) Eq(s Rectangle) bool { return r == s || r.Empty() && s.Empty() }

// Overlaps reports whether r and s have points in common.
func (r Rectangle) Overlaps(s Rectangle) bool { return !r.Intersect(s).Empty() }

// In reports whether all points of r are in s.
func (r Rectangle) In(s Rectangle) bool { return r.Empty() || r.Union(s) == s }

// Canon returns r with the lesser coordinates in Min.
func (r Rectangle) Canon() Rectangle {
	return Rectangle{
		Point{min(r.Min.X, r.Max.X), min(r.Min.Y, r.Max.Y)},
		Point{max(r.Min.X, r.Max.X), max(r.Min.Y, r.Max.Y)},
	}
}

// At is the method of Image.
func (r Rectangle) At(x, y int) color.Color {
	if (Point{x, y}).In(r) {
		return color.Opaque
	}
	return color.Transparent
}

// RGBA64At is the method of RGBA64Image.
func (r Rectangle) RGBA64At(x, y int) color.RGBA64 {
	if (Point{x, y}).In(r) {
		return color.RGBA64{0xffff, 0xffff, 0xffff, 0xffff}
	}
	return color.RGBA64{}
}

// Bounds is the method of Image.
func (r Rectangle) Bounds() Rectangle { return r }

// ColorModel is the method of Image.
func (r Rectangle) ColorModel() color.Model { return color.Alpha16Model }
