package jpeg

// blockSize is the number of pixels, and of coefficients, of a block.
const blockSize = 8 * 8

// block is a square of pixels by rows, or the coefficients of their cosines.
type block [blockSize]int32

// The cosines and sines that are needed, as fractions of 2⁶⁰.
const (
	cos1    = 1130768441178740757 // of π/16
	sin1    = 224923827593068887
	cos3    = 958619196450722178 // of 3π/16
	sin3    = 640528868967736374
	root    = 1630477228166597777 // √2
	cos6    = 623956622067911264  // of 6π/16, times √2
	sin6    = 1506364539328854985
	half    = 815238614083298888 // 1/√2
	cos6Inv = 311978311033955632 // of 6π/16, divided by √2
	sin6Inv = 753182269664427492
)

// fixed returns a fraction of 2⁶⁰ as one of a lower power, rounded.
func fixed(x uint64, bits int) int32 { return int32((x + 1<<(59-bits)) >> (60 - bits)) }

// rotate turns a point by an angle, of which the cosine and the sine are given, and scales it with them: three multiplications are enough.
func rotate(x, y, cos, sin int32) (int32, int32) {
	both := cos * (x + y)
	return both + (sin-cos)*y, both - (cos+sin)*x
}

// fdct replaces pixels by 8 times their coefficients, without the middle of their range. What C. Loeffler, A. Ligtenberg and G. Moschytz
// found, "Practical fast 1-D DCT algorithms with 11 multiplications", is done for columns and then for rows.
func fdct(b *block) {
	for i := range 8 {
		x0, x1, x2, x3 := b[i], b[8+i], b[16+i], b[24+i]
		x4, x5, x6, x7 := b[32+i], b[40+i], b[48+i], b[56+i]
		x0, x7 = x0+x7, x0-x7
		x1, x6 = x1+x6, x1-x6
		x2, x5 = x2+x5, x2-x5
		x3, x4 = x3+x4, x3-x4

		x4, x7 = rotate(x4, x7, fixed(cos3, 18), fixed(sin3, 18))
		x5, x6 = rotate(x5, x6, fixed(cos1, 18), fixed(sin1, 18))
		x0, x3 = x0+x3, x0-x3
		x1, x2 = x1+x2, x1-x2
		x2, x3 = rotate(x2, x3, fixed(cos6, 18), fixed(sin6, 18))
		x0, x1 = x0+x1, x0-x1

		x4, x6 = x4+x6, x4-x6
		x7, x5 = x7+x5, x7-x5
		b[i], b[32+i] = (x0-128*8)<<18, x1<<18
		b[16+i], b[48+i] = x2, x3
		b[8+i], b[56+i] = x7+x4, x7-x4
		b[24+i], b[40+i] = (x5>>12)*fixed(root, 12), (x6>>12)*fixed(root, 12)
	}
	for i := 0; i < blockSize; i += 8 {
		x := b[i : i+8 : i+8]
		x0, x1, x2, x3, x4, x5, x6, x7 := x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7]
		x0, x7 = x0+x7, x0-x7
		x1, x6 = x1+x6, x1-x6
		x2, x5 = x2+x5, x2-x5
		x3, x4 = x3+x4, x3-x4

		x4, x7 = rotate(x4>>14, x7>>14, fixed(cos3, 14), fixed(sin3, 14))
		x5, x6 = rotate(x5>>14, x6>>14, fixed(cos1, 14), fixed(sin1, 14))
		x0, x3 = x0+x3, x0-x3
		x1, x2 = x1+x2, x1-x2
		x2, x3 = rotate(x2>>14, x3>>14, fixed(cos6, 14), fixed(sin6, 14))
		x0, x1 = x0+x1, x0-x1

		x4, x6 = x4+x6, x4-x6
		x7, x5 = x7+x5, x7-x5
		x5, x6 = (x5>>14)*fixed(root, 14), (x6>>14)*fixed(root, 14)
		x7, x4 = x7+x4, x7-x4
		for k, coefficient := range [8]int32{x0, x7, x2, x5, x1, x6, x3, x4} {
			x[k] = (coefficient + 1<<17) >> 18
		}
	}
}

// idct replaces coefficients by pixels without the middle of their range: fdct backwards, for rows and then for columns.
func idct(b *block) {
	for i := 0; i < blockSize; i += 8 {
		x := b[i : i+8 : i+8]
		x0, x7, x2, x5, x1, x6, x3, x4 := x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7]
		x0, x1 = (x0<<17)+(x1<<17), (x0<<17)-(x1<<17)
		x2, x3 = rotate(x2, x3, fixed(cos6Inv, 18), -fixed(sin6Inv, 18))
		x1, x2 = x1+x2, x1-x2
		x0, x3 = x0+x3, x0-x3

		x7, x4 = (x7<<7)+(x4<<7), (x7<<7)-(x4<<7)
		x5, x6 = x5*fixed(half, 8), x6*fixed(half, 8)
		x7, x5 = x7+x5, x7-x5
		x4, x6 = x4+x6, x4-x6
		x4, x7 = rotate(x4>>2, x7>>2, fixed(cos3, 12), -fixed(sin3, 12))
		x5, x6 = rotate(x5>>2, x6>>2, fixed(cos1, 12), -fixed(sin1, 12))

		x[0], x[7] = x0+x7, x0-x7
		x[1], x[6] = x1+x6, x1-x6
		x[2], x[5] = x2+x5, x2-x5
		x[3], x[4] = x3+x4, x3-x4
	}
	for i := range 8 {
		x0, x7, x2, x5 := b[i], b[8+i], b[16+i], b[24+i]
		x1, x6, x3, x4 := b[32+i], b[40+i], b[48+i], b[56+i]
		x0 += 1 << 19 // for rounding
		x0, x1 = (x0+x1)>>2, (x0-x1)>>2
		x2, x3 = rotate(x2>>13, x3>>13, fixed(cos6Inv, 12), -fixed(sin6Inv, 12))
		x1, x2 = x1+x2, x1-x2
		x0, x3 = x0+x3, x0-x3

		x7, x4 = x7+x4, x7-x4
		x5, x6 = (x5>>13)*fixed(half, 14), (x6>>13)*fixed(half, 14)
		x7, x5 = x7+x5, x7-x5
		x4, x6 = x4+x6, x4-x6
		x4, x7 = rotate(x4>>14, x7>>14, fixed(cos3, 12), -fixed(sin3, 12))
		x5, x6 = rotate(x5>>14, x6>>14, fixed(cos1, 12), -fixed(sin1, 12))

		b[i], b[56+i] = (x0+x7)>>18, (x0-x7)>>18
		b[8+i], b[48+i] = (x1+x6)>>18, (x1-x6)>>18
		b[16+i], b[40+i] = (x2+x5)>>18, (x2-x5)>>18
		b[24+i], b[32+i] = (x3+x4)>>18, (x3-x4)>>18
	}
}
