package bzip2

// limits of a block
const (
	perTree   = 50      // symbols that are read with one tree
	maxRepeat = 2 << 20 // of one byte
	maxLength = 20      // bits of a symbol
)

// readBlock reads a block and finds the way through it.
func (r *reader) readBlock() error {
	in := &r.in
	r.wantSum = uint32(in.read(32))
	r.sum = 0
	r.fileSum = r.fileSum<<1 | r.fileSum>>31
	r.fileSum ^= r.wantSum
	if in.read(1) != 0 {
		return StructuralError("deprecated randomized files")
	}
	start := int(in.read(24))
	recent := readBytes(in)
	if len(recent) == 0 {
		return StructuralError("no symbols in input")
	}
	count := int(in.read(3))
	if count < 2 || count > 6 {
		return StructuralError("invalid number of Huffman trees")
	}
	selectors, err := readSelectors(in, count)
	if err != nil {
		return err
	}
	// Two symbols are for runs, one is for the end, none for the byte that is the most recent.
	trees, err := readTrees(in, count, len(recent)+2)
	if err != nil {
		return err
	}
	if len(selectors) == 0 {
		return StructuralError("no tree selectors given")
	}
	used, err := r.readSymbols(recent, trees, selectors)
	if err != nil {
		return err
	}
	if start >= used {
		return StructuralError("origPtr out of bounds")
	}
	r.left = used
	r.at = link(r.block[:used], start)
	r.last, r.same, r.repeated = -1, 0, 0
	return nil
}

// readBytes returns the bytes that are in a block: a bit for each 16, then one for each of these.
func readBytes(in *bits) (present []byte) {
	for rows, row := in.read(16), 0; row < 16; row++ {
		if rows<<row&0x8000 == 0 {
			continue
		}
		for columns, column := in.read(16), 0; column < 16; column++ {
			if columns<<column&0x8000 != 0 {
				present = append(present, byte(row<<4|column))
			}
		}
	}
	return present
}

// readSelectors returns which tree is for each 50 symbols: how recently each was used, as so many ones.
func readSelectors(in *bits, trees int) ([]byte, error) {
	selectors := make([]byte, in.read(15))
	recent := []byte{0, 1, 2, 3, 4, 5}[:trees]
	for i := range selectors {
		n := 0
		for in.read(1) != 0 {
			n++
		}
		if n >= trees {
			return nil, StructuralError("tree index too large")
		}
		selectors[i] = toFront(recent, n)
	}
	return selectors, nil
}

// toFront moves the byte at n before all others and returns it.
func toFront(recent []byte, n int) byte {
	c := recent[n]
	copy(recent[1:], recent[:n])
	recent[0] = c
	return c
}

// readTrees reads how long each symbol is in each tree, as differences to the one before.
func readTrees(in *bits, count, symbols int) ([]tree, error) {
	trees := make([]tree, count)
	lengths := make([]byte, symbols)
	for i := range trees {
		length := in.read(5)
		for k := range lengths {
			for {
				if length < 1 || length > maxLength {
					return nil, StructuralError("Huffman length out of range")
				}
				if in.read(1) == 0 {
					break
				}
				if in.read(1) == 0 {
					length++
				} else {
					length--
				}
			}
			lengths[k] = byte(length)
		}
		var err error
		if trees[i], err = newTree(lengths); err != nil {
			return nil, err
		}
	}
	return trees, nil
}

// readSymbols reads the bytes of a block into r.block and returns how many there are.
func (r *reader) readSymbols(recent []byte, trees []tree, selectors []byte) (used int, err error) {
	end := len(recent) + 1
	current := trees[selectors[0]]
	next := 1
	run, unit := 0, 0 // of the most recent byte; its length is written in two digits, 1 and 2
	for read := 0; ; read++ {
		if read == perTree {
			if next == len(selectors) {
				return 0, StructuralError("insufficient selector indices for number of symbols")
			}
			current = trees[selectors[next]]
			next++
			read = 0
		}
		symbol := current.read(&r.in)
		if symbol < 2 {
			if run == 0 {
				unit = 1
			}
			run += unit << symbol
			unit <<= 1
			if run > maxRepeat {
				return 0, StructuralError("repeat count too large")
			}
			continue
		}
		if run > r.size-used {
			return 0, StructuralError("repeats past end of block")
		}
		for ; run > 0; run-- {
			r.block[used] = uint32(recent[0])
			used++
		}
		if symbol == end {
			return used, nil
		}
		if used == r.size {
			return 0, StructuralError("data exceeds block size")
		}
		r.block[used] = uint32(toFront(recent, symbol-1))
		used++
	}
}

// link undoes the transform of Burrows and Wheeler: it notes in each entry above its byte where the next one is, and returns where the first is.
func link(block []uint32, start int) uint32 {
	var places [256]uint32
	for _, c := range block {
		places[byte(c)]++
	}
	sum := uint32(0)
	for i, n := range places {
		places[i] = sum
		sum += n
	}
	for i := range block {
		c := byte(block[i])
		block[places[c]] |= uint32(i) << 8
		places[c]++
	}
	return block[start] >> 8
}
