// Package png reads and writes images in the form PNG (Portable Network Graphics).
package png

import "image/color"

// FormatError says in what an image does not follow the specification.
type FormatError string

func (e FormatError) Error() string { return "png: invalid format: " + string(e) }

// UnsupportedError names what the specification has and this package has not.
type UnsupportedError string

func (e UnsupportedError) Error() string { return "png: unsupported feature: " + string(e) }

const signature = "\x89PNG\r\n\x1a\n"

// The types of colors, of which a file has one.
const (
	gray      = 0
	trueColor = 2
	paletted  = 3
	grayAlpha = 4
	trueAlpha = 6
)

// form is how pixels are written.
type form struct {
	colors uint8
	depth  int // bits of a part
}

// parts has how many parts a pixel has, by the type of its color.
var parts = [...]int{gray: 1, trueColor: 3, paletted: 1, grayAlpha: 2, trueAlpha: 4}

// bits is the size of a pixel.
func (f form) bits() int { return parts[f.colors] * f.depth }

// rowBytes is the size of a row of so many pixels.
func (f form) rowBytes(width int) int { return (f.bits()*width + 7) / 8 }

// valid reports whether the specification has the form.
func (f form) valid() bool {
	switch f.colors {
	case gray:
		return f.depth == 1 || f.depth == 2 || f.depth == 4 || f.depth == 8 || f.depth == 16
	case paletted:
		return f.depth == 1 || f.depth == 2 || f.depth == 4 || f.depth == 8
	case trueColor, grayAlpha, trueAlpha:
		return f.depth == 8 || f.depth == 16
	}
	return false
}

// model is what the pixels become when they are read.
func (f form) model() color.Model {
	wide := f.depth == 16
	switch {
	case f.colors == gray && wide:
		return color.Gray16Model
	case f.colors == gray:
		return color.GrayModel
	case f.colors == trueColor && wide:
		return color.RGBA64Model
	case f.colors == trueColor:
		return color.RGBAModel
	case wide:
		return color.NRGBA64Model
	}
	return color.NRGBAModel
}

// The filters, which a row has one of: what is written is the difference to what is foreseen.
const (
	filterNone    = iota
	filterSub     // from the pixel to the left
	filterUp      // from the one above
	filterAverage // from both
	filterPaeth   // from the nearest of these and the one above the left one
	filters
)

// foreseen is what a filter takes the next byte for, given those to the left, above, and above the left one.
func foreseen(filter int, left, above, corner uint8) uint8 {
	switch filter {
	case filterSub:
		return left
	case filterUp:
		return above
	case filterAverage:
		return uint8((int(left) + int(above)) / 2)
	case filterPaeth:
		estimate := int(left) + int(above) - int(corner)
		a, b, c := distance(estimate, left), distance(estimate, above), distance(estimate, corner)
		switch {
		case a <= b && a <= c:
			return left
		case b <= c:
			return above
		}
		return corner
	}
	return 0
}

func distance(x int, y uint8) int { return max(x-int(y), int(y)-x) }
