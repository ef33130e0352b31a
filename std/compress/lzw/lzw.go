// Package lzw compresses as GIF and PDF do: by codes of growing width for texts that came before. T. A. Welch, "A
// Technique for High-Performance Data Compression", 1984.
package lzw

import (
	"errors"
	"fmt"
)

// Order says at which end of a byte the bits of a code begin.
type Order int

const (
	LSB Order = iota // at the least significant bit, as in GIF
	MSB              // at the most significant one, as in PDF
)

const (
	maxWidth = 12            // of a code, in bits
	noCode   = 1<<16 - 1     // none
	tableEnd = 1 << maxWidth // no code is as great
)

var errClosed = errors.New("lzw: reader/writer is closed")

// check reports what is wrong with the settings.
func check(order Order, litWidth int) error {
	if order != LSB && order != MSB {
		return errors.New("lzw: unknown order")
	}
	if litWidth < 2 || 8 < litWidth {
		return fmt.Errorf("lzw: litWidth %d out of range", litWidth)
	}
	return nil
}

// codes counts the codes that have a meaning, for both sides in the same way. The first ones are the literal bytes, then
// come clear, which forgets all others, and end.
type codes struct {
	litWidth   uint
	clear, end uint16
	last       uint16 // the last one with a meaning
	width      uint   // of a code, in bits
	overflow   uint16 // the first code that is wider
}

func (c *codes) init(litWidth int) {
	c.litWidth = uint(litWidth)
	c.clear = 1 << c.litWidth
	c.end = c.clear + 1
	c.forget()
}

func (c *codes) forget() {
	c.last = c.end
	c.width = c.litWidth + 1
	c.overflow = 1 << c.width
}

// widen makes codes a bit wider.
func (c *codes) widen() {
	c.width++
	c.overflow <<= 1
}
