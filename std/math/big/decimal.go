package big

// decimal is 0.digits × 10^exp, without zeros at the end.
type decimal struct {
	digits []byte // ASCII
	exp    int
}

// set sets d to m·2^shift exactly.
func (d *decimal) set(m nat, shift int) {
	if len(m) == 0 {
		*d = decimal{}
		return
	}
	if shift >= 0 {
		m = nat(nil).lsh(m, uint(shift))
		d.digits = m.itoa(false, 10)
		d.exp = len(d.digits)
	} else {
		zeros := min(m.trailingZeroBits(), uint(-shift))
		m = nat(nil).rsh(m, zeros)
		shift += int(zeros)
		// m/2ⁿ = m·5ⁿ/10ⁿ
		five := nat(nil).pow(nat{5}, nat(nil).setWord(Word(-shift)), nil)
		d.digits = nat(nil).mul(m, five).itoa(false, 10)
		d.exp = len(d.digits) + shift
	}
	d.trim()
}

func (d *decimal) trim() {
	n := len(d.digits)
	for n > 0 && d.digits[n-1] == '0' {
		n--
	}
	d.digits = d.digits[:n]
	if n == 0 {
		d.exp = 0
	}
}

func (d *decimal) at(i int) byte {
	if 0 <= i && i < len(d.digits) {
		return d.digits[i]
	}
	return '0'
}

// round leaves at most n digits, halves to even.
func (d *decimal) round(n int) {
	if n < 0 || n >= len(d.digits) {
		return
	}
	if up := d.digits[n] >= '5'; up && (d.digits[n] != '5' || n+1 != len(d.digits) || n > 0 && d.digits[n-1]&1 != 0) {
		d.roundUp(n)
	} else {
		d.roundDown(n)
	}
}

func (d *decimal) roundUp(n int) {
	if n < 0 || n >= len(d.digits) {
		return
	}
	for n > 0 && d.digits[n-1] == '9' {
		n--
	}
	if n == 0 {
		d.digits = append(d.digits[:0], '1')
		d.exp++
		return
	}
	d.digits[n-1]++
	d.digits = d.digits[:n]
}

func (d *decimal) roundDown(n int) {
	if n < 0 || n >= len(d.digits) {
		return
	}
	d.digits = d.digits[:n]
	d.trim()
}

// roundShortest leaves the fewest digits that lie nearer to x than to its neighbours of x's precision.
func (d *decimal) roundShortest(x *Float) {
	if len(d.digits) == 0 {
		return
	}
	// The mantissa with a bit more: neighbours' middles are then ±1.
	mant := nat(nil).set(x.mant)
	exp := int(x.exp) - mant.bitLen()
	s := mant.bitLen() - int(x.prec+1)
	if s < 0 {
		mant = mant.lsh(mant, uint(-s))
	} else {
		mant = mant.rsh(mant, uint(s))
	}
	exp += s
	var lower, upper decimal
	lower.set(nat(nil).sub(mant, one), exp)
	upper.set(nat(nil).add(mant, one), exp)
	inclusive := mant[0]&2 == 0 // halves are rounded to even
	for i, m := range d.digits {
		l, u := lower.at(i), upper.at(i)
		down := l != m || inclusive && i+1 == len(lower.digits)
		up := m != u && (inclusive || m+1 < u || i+1 < len(upper.digits) || i >= len(upper.digits) && m < '9')
		switch {
		case down && up:
			d.round(i + 1)
			return
		case down:
			d.roundDown(i + 1)
			return
		case up:
			d.roundUp(i + 1)
			return
		}
	}
}
