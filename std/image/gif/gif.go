// Package gif reads and writes images in the form GIF (Graphics Interchange Format, version 89a), animated ones too.
package gif

import "image"

// What is done with an image of an animation before the next one is shown.
const (
	DisposalNone       = 0x01 // it stays
	DisposalBackground = 0x02 // the background is shown instead
	DisposalPrevious   = 0x03 // what was there before is shown again
)

// GIF is the images of a file.
type GIF struct {
	Image []*image.Paletted
	Delay []int // how long each image is shown, in hundredths of a second

	// LoopCount is how often the animation is begun again: 0 without end, -1 never.
	LoopCount int
	Disposal  []byte // of each image; may be nil

	// Config has the palette that images may share, a color.Palette or nil, and the size, inside of which images are. Its
	// zero value stands for the size of the first image.
	Config          image.Config
	BackgroundIndex byte // in the shared palette
}

// What a file is made of: blocks, of which extensions are one kind.
const (
	blockExtension = '!'
	blockImage     = ','
	blockTrailer   = ';'

	extensionText        = 0x01
	extensionControl     = 0xf9
	extensionComment     = 0xfe
	extensionApplication = 0xff
)

// Bits of flags.
const (
	hasColorTable  = 1 << 7 // the size of the table is 2 << colorTableBits
	colorTableBits = 1<<3 - 1
	isInterlaced   = 1 << 6
	isTransparent  = 1 << 0
	disposalShift  = 2
	disposalBits   = 1<<3 - 1
)

const loopApplication = "NETSCAPE2.0"
