package jpeg

// longest is the number of bits of the longest code.
const longest = 16

// codes is a table of codes of 1 to 16 bits.
type codes struct {
	count int32
	short [256]uint16 // by the first 8 bits, of codes that are not longer: the value, and above nothing the length plus 1
	value [256]uint8
	first [longest]int32 // code of each length, -1 if there is none
	last  [longest]int32
	index [longest]int32 // of the first one's value
}

// readCodes reads a segment of tables.
func (d *decoder) readCodes(n int) error {
	for n > 0 {
		if n < 17 {
			return FormatError("DHT has wrong length")
		}
		if err := d.in.read(d.tmp[:17]); err != nil {
			return err
		}
		class, number := d.tmp[0]>>4, d.tmp[0]&15
		if class > acTable {
			return FormatError("bad Tc value")
		}
		if number > maxTable || d.baseline && number > 1 {
			return FormatError("bad Th value")
		}
		t := &d.codes[class][number]
		t.count = 0
		counts := [longest]byte(d.tmp[1:])
		for _, c := range counts {
			t.count += int32(c)
		}
		if t.count == 0 {
			return FormatError("Huffman table has zero length")
		}
		if int(t.count) > len(t.value) {
			return FormatError("Huffman table has excessive length")
		}
		if n -= int(t.count) + 17; n < 0 {
			return FormatError("DHT has wrong length")
		}
		if err := d.in.read(t.value[:t.count]); err != nil {
			return err
		}
		t.number(counts)
	}
	return nil
}

// number gives the values their codes: so many of each length.
func (t *codes) number(counts [longest]byte) {
	clear(t.short[:])
	code, index := int32(0), int32(0)
	for i, count := range counts {
		t.first[i], t.last[i], t.index[i] = -1, -1, -1
		if n := int32(count); n > 0 {
			t.first[i], t.last[i], t.index[i] = code, code+n-1, index
		}
		for range count {
			if i < 8 {
				entry := uint16(t.value[index])<<8 | uint16(i+2)
				from := uint8(code << (7 - i))
				for k := range uint8(1) << (7 - i) {
					t.short[from|k] = entry
				}
			}
			code++
			index++
		}
		code <<= 1
	}
}

// code reads a code and returns its value.
func (d *decoder) code(t *codes) (uint8, error) {
	if t.count == 0 {
		return 0, FormatError("uninitialized Huffman table")
	}
	in := &d.in
	switch err := in.need(8); err {
	case nil:
		if entry := t.short[uint8(in.word>>(in.count-8))]; entry != 0 {
			in.count -= int32(entry&0xff) - 1
			return uint8(entry >> 8), nil
		}
	case errMarker, errShort:
		// The code may be shorter.
		if in.taken != 0 {
			in.unread()
		}
	default:
		return 0, err
	}
	code := int32(0)
	for i := range longest {
		bit, err := in.bits(1)
		if err != nil {
			return 0, err
		}
		code |= int32(bit)
		if code <= t.last[i] {
			return t.value[t.index[i]+code-t.first[i]], nil
		}
		code <<= 1
	}
	return 0, FormatError("bad Huffman code")
}
