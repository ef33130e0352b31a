package big

// Divide divides by y in one of the modes Trunc, Floor, Ceil and Round, sets z, unless it is nil, to the quotient and
// r, unless it is nil, to the rest, and returns both.
func (z *Int) Divide(x, y, r *Int, mode RoundingMode) (*Int, *Int) {
	divisor := y.abs
	var quotient, rest nat
	if z != nil {
		quotient = z.abs
	}
	if r != nil {
		rest = r.abs
	}
	if alias(quotient, divisor) || alias(rest, divisor) {
		divisor = nat(nil).set(divisor)
	}
	neg, restNeg := x.neg != y.neg, x.neg
	quotient, rest = quotient.div(rest, x.abs, divisor)
	if len(rest) == 0 {
		restNeg = false
	} else {
		away := false // from zero
		switch mode {
		case Trunc:
		case Floor:
			away = neg
		case Ceil:
			away = !neg
		case Round:
			switch nat(nil).lsh(rest, 1).cmp(divisor) {
			case 0:
				away = len(quotient) > 0 && quotient[0]&1 != 0
			case 1:
				away = true
			}
		default:
			panic("unsupported rounding mode")
		}
		if away {
			quotient = quotient.add(quotient, one)
			rest = rest.sub(divisor, rest)
			restNeg = !restNeg
		}
	}
	if z != nil {
		z.abs, z.neg = quotient, len(quotient) > 0 && neg
	}
	if r != nil {
		r.abs, r.neg = rest, restNeg
	}
	return z, r
}
