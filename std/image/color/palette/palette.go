// Package palette has palettes of colors that are well spread.
package palette

import "image/color"

// Plan9 has 256 colors: of each part four values, of each of these 64 colors four shades. It is the palette of Plan 9.
var Plan9 = plan9()

func plan9() []color.Color {
	colors := make([]color.Color, 256)
	for i := range colors {
		// The two bits of red, and of the shade; green and blue are turned by both, so that a gray comes first.
		red, shade := i>>6, i>>4&3
		turned := (i - shade + red) & 15
		green, blue := turned>>2, turned&3
		most := max(red, green, blue)
		if most == 0 {
			gray := uint8(17 * shade)
			colors[i] = color.RGBA{gray, gray, gray, 0xff}
			continue
		}
		scale := 17 * (4*most + shade)
		part := func(v int) uint8 { return uint8(v * scale / most) }
		colors[i] = color.RGBA{part(red), part(green), part(blue), 0xff}
	}
	return colors
}

// WebSafe has 216 colors: of each part six values.
var WebSafe = webSafe()

func webSafe() []color.Color {
	colors := make([]color.Color, 0, 6*6*6)
	for i := range cap(colors) {
		part := func(digit int) uint8 { return uint8(digit % 6 * 0x33) }
		colors = append(colors, color.RGBA{part(i / 36), part(i / 6), part(i), 0xff})
	}
	return colors
}
