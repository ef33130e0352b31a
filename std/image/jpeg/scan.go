package jpeg

import "image"

// scan is what the head of a scan says.
type scan struct {
	parts       [maxComponents]part
	count       int   // of them
	first, last int32 // coefficients
	refines     bool  // bits of coefficients, which others have begun
	bit         uint32
}

// part is a component of a scan and the tables of its codes.
type part struct {
	component int
	dc, ac    *codes
}

// makeImage makes an image of whole units.
func (d *decoder) makeImage(columns, rows int) {
	bounds := image.Rect(0, 0, d.width, d.height)
	if d.components == 1 {
		d.gray = image.NewGray(image.Rect(0, 0, 8*columns, 8*rows)).SubImage(bounds).(*image.Gray)
		return
	}
	ratio := image.YCbCrSubsampleRatio444
	c := &d.comp
	if c[1].h != c[2].h || c[1].v != c[2].v || d.maxH != c[0].h || d.maxV != c[0].v {
		d.flexible = true
	} else {
		switch [2]int{d.maxH / c[1].h, d.maxV / c[1].v} {
		case [2]int{1, 1}:
		case [2]int{1, 2}:
			ratio = image.YCbCrSubsampleRatio440
		case [2]int{2, 1}:
			ratio = image.YCbCrSubsampleRatio422
		case [2]int{2, 2}:
			ratio = image.YCbCrSubsampleRatio420
		case [2]int{4, 1}:
			ratio = image.YCbCrSubsampleRatio411
		case [2]int{4, 2}:
			ratio = image.YCbCrSubsampleRatio410
		default:
			d.flexible = true
		}
	}
	d.colored = image.NewYCbCr(image.Rect(0, 0, 8*d.maxH*columns, 8*d.maxV*rows), ratio).SubImage(bounds).(*image.YCbCr)
	if d.components == 4 {
		d.blackStride = 8 * c[3].h * columns
		d.black = make([]byte, d.blackStride*8*c[3].v*rows)
	}
}

// readScanHead reads which components a scan has, and what of them.
func (d *decoder) readScanHead(n int) (s scan, err error) {
	if d.components == 0 {
		return s, FormatError("missing SOF marker")
	}
	if n < 6 || 4+2*d.components < n || n%2 != 0 {
		return s, FormatError("SOS has wrong length")
	}
	if err := d.in.read(d.tmp[:n]); err != nil {
		return s, err
	}
	count := int(d.tmp[0])
	if n != 4+2*count {
		return s, FormatError("SOS length inconsistent with number of components")
	}
	blocks := 0
	for i := range count {
		p := part{component: -1}
		id, tables := d.tmp[1+2*i], d.tmp[2+2*i]
		for k, c := range d.comp[:d.components] {
			if id == c.id {
				p.component = k
			}
		}
		if p.component < 0 {
			return s, FormatError("unknown component selector")
		}
		for _, other := range s.parts[:i] {
			if p.component == other.component {
				return s, FormatError("repeated component selector")
			}
		}
		c := &d.comp[p.component]
		blocks += c.h * c.v
		dc, ac := tables>>4, tables&15
		if dc > maxTable || d.baseline && dc > 1 {
			return s, FormatError("bad Td value")
		}
		if ac > maxTable || d.baseline && ac > 1 {
			return s, FormatError("bad Ta value")
		}
		p.dc, p.ac = &d.codes[dcTable][dc], &d.codes[acTable][ac]
		s.parts[i] = p
	}
	if d.components > 1 && blocks > 10 {
		return s, FormatError("total sampling factors too large")
	}
	s.count, s.last = count, blockSize-1
	if !d.progressive {
		return s, nil
	}
	rest := d.tmp[1+2*count:]
	s.first, s.last = int32(rest[0]), int32(rest[1])
	before, now := rest[2]>>4, rest[2]&15
	s.refines, s.bit = before != 0, uint32(now)
	switch {
	case s.first == 0 && s.last != 0 || s.first > s.last || blockSize <= s.last:
		return s, FormatError("bad spectral selection bounds")
	case s.first != 0 && count != 1:
		return s, FormatError("progressive AC coefficients for more than one component")
	case before != 0 && before != now+1:
		return s, FormatError("bad successive approximation values")
	}
	return s, nil
}

// readScan reads a scan: units of blocks of all its components.
func (d *decoder) readScan(n int) error {
	s, err := d.readScanHead(n)
	if err != nil {
		return err
	}
	columns := (d.width + 8*d.maxH - 1) / (8 * d.maxH)
	rows := (d.height + 8*d.maxV - 1) / (8 * d.maxV)
	if d.gray == nil && d.colored == nil {
		d.makeImage(columns, rows)
	}
	if d.progressive {
		for _, p := range s.parts[:s.count] {
			if c := &d.comp[p.component]; d.coefficients[p.component] == nil {
				d.coefficients[p.component] = make([]block, columns*rows*c.h*c.v)
			}
		}
	}
	d.in.word, d.in.count = 0, 0
	units, alone := 0, 0
	restart := uint8(markRestart)
	var dc [maxComponents]int32
	var b block
	for my := range rows {
		for mx := range columns {
			for i := range s.count {
				p := &s.parts[i]
				c := &d.comp[p.component]
				width := columns * c.h
				for k := range c.h * c.v {
					x, y := c.h*mx+k%c.h, c.v*my+k/c.h
					if s.count == 1 {
						// Blocks of one component are in its own order, without those beyond the image.
						x, y = alone%width, alone/width
						alone++
						if x*8 >= d.width || y*8 >= d.height {
							continue
						}
					}
					to := &b
					if d.progressive {
						to = &d.coefficients[p.component][y*width+x]
						b = *to
					} else {
						b = block{}
					}
					if s.refines {
						err = d.refine(&b, &s, p)
					} else {
						err = d.readBlock(&b, &s, p, &dc[p.component])
					}
					switch {
					case err != nil:
						return err
					case d.progressive:
						*to = b
						continue
					}
					if err = d.reconstruct(&b, x, y, p.component); err != nil {
						return err
					}
				}
			}
			units++
			if d.interval > 0 && units%d.interval == 0 && units < columns*rows {
				if err := d.findRestart(restart); err != nil {
					return err
				}
				if restart++; restart > markRestart7 {
					restart = markRestart
				}
				d.in.word, d.in.count = 0, 0
				dc = [maxComponents]int32{}
				d.emptyBlocks = 0
			}
		}
	}
	return nil
}

// readBlock reads coefficients of a block, or their first bits.
func (d *decoder) readBlock(b *block, s *scan, p *part, dc *int32) error {
	at := s.first
	if at == 0 {
		at++
		size, err := d.code(p.dc)
		if err != nil {
			return err
		}
		if size > 16 {
			return UnsupportedError("excessive DC component")
		}
		difference, err := d.in.signed(size)
		if err != nil {
			return err
		}
		*dc += difference
		b[0] = *dc << s.bit
	}
	if at <= s.last && d.emptyBlocks > 0 {
		d.emptyBlocks--
		return nil
	}
	for ; at <= s.last; at++ {
		value, err := d.code(p.ac)
		if err != nil {
			return err
		}
		zeros, size := value>>4, value&15
		if size == 0 && zeros != 15 {
			if err := d.readEmpty(zeros); err != nil {
				return err
			}
			d.emptyBlocks--
			return nil
		}
		at += int32(zeros)
		if size == 0 {
			continue
		}
		if at > s.last {
			return nil
		}
		coefficient, err := d.in.signed(size)
		if err != nil {
			return err
		}
		b[natural[at]] = coefficient << s.bit
	}
	return nil
}

// readEmpty reads how many blocks have nothing more of the band: a number of n bits and one before them.
func (d *decoder) readEmpty(n uint8) error {
	d.emptyBlocks = 1 << n
	if n == 0 {
		return nil
	}
	bits, err := d.in.bits(int32(n))
	d.emptyBlocks |= uint16(bits)
	return err
}

// refine reads one more bit of the coefficients of a block.
func (d *decoder) refine(b *block, s *scan, p *part) error {
	unit := int32(1) << s.bit
	if s.first == 0 {
		bit, err := d.in.bits(1)
		if bit != 0 {
			b[0] |= unit
		}
		return err
	}
	at := s.first
	if d.emptyBlocks == 0 {
		for ; at <= s.last; at++ {
			value, err := d.code(p.ac)
			if err != nil {
				return err
			}
			zeros, size := value>>4, value&15
			fresh := int32(0) // a coefficient that was zero
			if size == 0 && zeros != 15 {
				if err := d.readEmpty(zeros); err != nil {
					return err
				}
				break
			}
			if size > 1 {
				return FormatError("unexpected Huffman code")
			}
			if size == 1 {
				bit, err := d.in.bits(1)
				if err != nil {
					return err
				}
				fresh = unit
				if bit == 0 {
					fresh = -unit
				}
			}
			if at, err = d.refineBand(b, at, s.last, int32(zeros), unit); err != nil {
				return err
			}
			if at > s.last {
				return FormatError("too many coefficients")
			}
			if fresh != 0 {
				b[natural[at]] = fresh
			}
		}
	}
	if d.emptyBlocks > 0 {
		d.emptyBlocks--
		_, err := d.refineBand(b, at, s.last, -1, unit)
		return err
	}
	return nil
}

// refineBand reads a bit of each coefficient that is not zero, up to the zero behind so many others, or all of them if zeros is negative.
// It returns where it ends.
func (d *decoder) refineBand(b *block, at, last, zeros, unit int32) (int32, error) {
	for ; at <= last; at++ {
		coefficient := &b[natural[at]]
		if *coefficient == 0 {
			if zeros == 0 {
				break
			}
			zeros--
			continue
		}
		bit, err := d.in.bits(1)
		switch {
		case err != nil:
			return 0, err
		case bit == 0:
		case *coefficient >= 0:
			*coefficient += unit
		default:
			*coefficient -= unit
		}
	}
	return at, nil
}

// reconstructAll makes the pixels of a progressive image.
func (d *decoder) reconstructAll() error {
	columns := (d.width + 8*d.maxH - 1) / (8 * d.maxH)
	for i := range d.components {
		if d.coefficients[i] == nil {
			continue
		}
		c := &d.comp[i]
		h, v := 8*d.maxH/c.h, 8*d.maxV/c.v
		for y := 0; y*v < d.height; y++ {
			for x := 0; x*h < d.width; x++ {
				if err := d.reconstruct(&d.coefficients[i][y*columns*c.h+x], x, y, i); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// reconstruct makes the pixels of a block.
func (d *decoder) reconstruct(b *block, x, y, component int) error {
	c := &d.comp[component]
	quantities := &d.quantities[c.quantities]
	for i, place := range natural {
		b[place] *= quantities[i]
	}
	idct(b)
	h, v := 1, 1
	if d.flexible {
		h, v = c.expandH, c.expandV
	}
	var plane []byte
	var stride int
	switch {
	case d.components == 1:
		plane, stride = d.gray.Pix, d.gray.Stride
	case component == 0:
		plane, stride = d.colored.Y, d.colored.YStride
	case component == 1:
		plane, stride = d.colored.Cb, d.colored.CStride
	case component == 2:
		plane, stride = d.colored.Cr, d.colored.CStride
	default:
		plane, stride = d.black, d.blackStride
	}
	plane = plane[8*(y*v*stride+x*h):]
	for row := range 8 {
		for column, pixel := range b[8*row : 8*row+8] {
			value := uint8(max(0, min(255, pixel+128)))
			if h == 1 && v == 1 {
				plane[row*stride+column] = value
				continue
			}
			for i := range v {
				for k := range h {
					plane[(row*v+i)*stride+column*h+k] = value
				}
			}
		}
	}
	return nil
}

// findRestart finds the next mark of a restart, which should be there at once.
func (d *decoder) findRestart(mark uint8) error {
	if err := d.in.read(d.tmp[:2]); err != nil {
		return err
	}
	for d.tmp[0] != 0xff || d.tmp[1] != mark {
		keep := 0
		switch {
		case d.tmp[1] == 0xff:
			d.tmp[0] = 0xff
			keep = 1
		case d.tmp[0] == 0xff && d.tmp[1] != 0:
			return FormatError("bad RST marker")
		}
		if err := d.in.read(d.tmp[keep:2]); err != nil {
			return err
		}
	}
	return nil
}
