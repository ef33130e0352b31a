// run

// Arithmetic of arbitrary size by hand beside math/big: addition with carries through math/bits, Karatsuba, division, gcd, modular power,
// primality, rationals and continued fractions; a calculator with postfix input on top.
package main

import (
	"errors"
	"fmt"
	"math/big"
	"math/bits"
	"os"
	"strings"
	"unicode"
)

type Nat []uint

func (a Nat) norm() Nat {
	for len(a) > 0 && a[len(a)-1] == 0 {
		a = a[:len(a)-1]
	}
	return a
}

func NatOf(x uint64) Nat { return Nat{uint(x)}.norm() }

func (a Nat) Cmp(b Nat) int {
	if len(a) != len(b) {
		if len(a) < len(b) {
			return -1
		}
		return 1
	}
	for i := len(a) - 1; i >= 0; i-- {
		switch {
		case a[i] < b[i]:
			return -1
		case a[i] > b[i]:
			return 1
		}
	}
	return 0
}

func (a Nat) Add(b Nat) Nat {
	if len(a) < len(b) {
		a, b = b, a
	}
	out := make(Nat, len(a)+1)
	var carry uint
	for i := range a {
		var y uint
		if i < len(b) {
			y = b[i]
		}
		out[i], carry = bits.Add(a[i], y, carry)
	}
	out[len(a)] = carry
	return out.norm()
}

func (a Nat) Sub(b Nat) Nat {
	out := make(Nat, len(a))
	var borrow uint
	for i := range a {
		var y uint
		if i < len(b) {
			y = b[i]
		}
		out[i], borrow = bits.Sub(a[i], y, borrow)
	}
	if borrow != 0 || len(b) > len(a) {
		panic(ErrNegative)
	}
	return out.norm()
}

const karatsuba = 8

func (a Nat) Mul(b Nat) Nat {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) < karatsuba {
		out := make(Nat, len(a)+len(b))
		for i, x := range a {
			var carry uint
			for j, y := range b {
				hi, lo := bits.Mul(x, y)
				var c uint
				lo, c = bits.Add(lo, out[i+j], 0)
				hi += c
				lo, c = bits.Add(lo, carry, 0)
				carry = hi + c
				out[i+j] = lo
			}
			out[i+len(b)] += carry
		}
		return out.norm()
	}
	half := len(a) / 2
	part := func(n Nat) (lo, hi Nat) {
		if len(n) <= half {
			return n, nil
		}
		return n[:half:half].norm(), n[half:]
	}
	a0, a1 := part(a)
	b0, b1 := part(b)
	low, high := a0.Mul(b0), a1.Mul(b1)
	middle := a0.Add(a1).Mul(b0.Add(b1)).Sub(low).Sub(high)
	return low.Add(middle.words(half)).Add(high.words(2 * half))
}

func (a Nat) words(n int) Nat {
	if len(a) == 0 {
		return nil
	}
	return append(make(Nat, n, n+len(a)), a...)
}

func (a Nat) shift(n uint) Nat {
	out := a.words(int(n / bits.UintSize))
	if n %= bits.UintSize; n > 0 {
		out = append(out, 0)
		for i := len(out) - 1; i > 0; i-- {
			out[i] = out[i]<<n | out[i-1]>>(bits.UintSize-n)
		}
		out[0] <<= n
	}
	return out.norm()
}

func (a Nat) bitLen() int {
	if len(a) == 0 {
		return 0
	}
	return (len(a)-1)*bits.UintSize + bits.Len(a[len(a)-1])
}

func (a Nat) DivMod(b Nat) (q, r Nat) {
	if len(b) == 0 {
		panic(ErrDivide)
	}
	if len(b) == 1 {
		q = make(Nat, len(a))
		var rem uint
		for i := len(a) - 1; i >= 0; i-- {
			q[i], rem = bits.Div(rem, a[i], b[0])
		}
		return q.norm(), Nat{rem}.norm()
	}
	r = a
	for n := a.bitLen() - b.bitLen(); n >= 0; n-- {
		if s := b.shift(uint(n)); r.Cmp(s) >= 0 {
			r = r.Sub(s)
			q = q.Add(NatOf(1).shift(uint(n)))
		}
	}
	return
}

func Parse(text string) (n Nat, err error) {
	for i, c := range text {
		d := uint64(c - '0')
		if !unicode.IsDigit(c) || d > 9 {
			return nil, fmt.Errorf("%q at %d of %q", c, i, text)
		}
		n = n.Mul(NatOf(10)).Add(NatOf(d))
	}
	return
}

func (a Nat) String() string {
	if len(a) == 0 {
		return "0"
	}
	var parts []string
	for chunk := NatOf(1e18); len(a) > 0; {
		var r Nat
		a, r = a.DivMod(chunk)
		var d uint
		if len(r) > 0 {
			d = r[0]
		}
		parts = append(parts, fmt.Sprintf("%018d", d))
	}
	var b strings.Builder
	for i := range parts {
		b.WriteString(parts[len(parts)-1-i])
	}
	return strings.TrimLeft(b.String(), "0")
}

func (a Nat) Format(f fmt.State, verb rune) {
	width, ok := f.Width()
	s := a.String()
	if verb == 'x' {
		s = ""
		for i := len(a) - 1; i >= 0; i-- {
			s += fmt.Sprintf("%016x", a[i])
		}
	}
	if ok && len(s) < width {
		pad := " "
		if f.Flag('0') {
			pad = "0"
		}
		s = strings.Repeat(pad, width-len(s)) + s
	}
	fmt.Fprint(f, s)
}

var (
	ErrNegative = errors.New("negative result")
	ErrDivide   = errors.New("division by zero")
	ErrStack    = errors.New("stack is short")
)

type op func(a, b Nat) Nat

var ops = map[rune]op{
	'+': Nat.Add,
	'-': Nat.Sub,
	'*': Nat.Mul,
	'/': func(a, b Nat) Nat { q, _ := a.DivMod(b); return q },
	'%': func(a, b Nat) Nat { _, r := a.DivMod(b); return r },
	'^': func(a, b Nat) Nat {
		out := NatOf(1)
		for range b.uint() {
			out = out.Mul(a)
		}
		return out
	},
	'g': func(a, b Nat) Nat {
		for len(b) > 0 {
			_, r := a.DivMod(b)
			a, b = b, r
		}
		return a
	},
}

func (a Nat) uint() uint {
	switch len(a) {
	case 0:
		return 0
	case 1:
		return a[0]
	}
	panic(fmt.Errorf("%w: exponent of %d bits", errors.ErrUnsupported, a.bitLen()))
}

func Calculate(line string) (result Nat, err error) {
	var stack []Nat
	defer func() {
		if r := recover(); r != nil {
			var ok bool
			if err, ok = r.(error); !ok {
				panic(r)
			}
			err = fmt.Errorf("%s: %w", line, err)
		}
	}()
	for _, word := range strings.Fields(line) {
		if f, ok := ops[[]rune(word)[0]]; ok {
			if len(stack) < 2 {
				return nil, ErrStack
			}
			n := len(stack)
			stack = append(stack[:n-2], f(stack[n-2], stack[n-1]))
			continue
		}
		n, err := Parse(word)
		if err != nil {
			return nil, err
		}
		stack = append(stack, n)
	}
	if len(stack) != 1 {
		return nil, ErrStack
	}
	return stack[0], nil
}

func reference(line string) string {
	var stack []*big.Int
	for _, word := range strings.Fields(line) {
		n := len(stack)
		if x, ok := new(big.Int).SetString(word, 10); ok {
			stack = append(stack, x)
			continue
		}
		a, b := stack[n-2], stack[n-1]
		z := new(big.Int)
		switch word[0] {
		case '+':
			z.Add(a, b)
		case '-':
			z.Sub(a, b)
		case '*':
			z.Mul(a, b)
		case '/':
			z.Quo(a, b)
		case '%':
			z.Rem(a, b)
		case '^':
			z.Exp(a, b, nil)
		case 'g':
			z.GCD(nil, nil, a, b)
		}
		stack = append(stack[:n-2], z)
	}
	return stack[0].String()
}

func main() {
	for _, line := range []string{
		"2 64 ^", "2 127 ^ 1 -", "3 200 ^ 7 100 ^ *", "10 40 ^ 3 /", "2 200 ^ 10 30 ^ %", "123456789012345678901234567890 987654321098765432109876543210 gcd",
		"7 300 ^ 7 299 ^ /", "2 1000 ^ 1 - 2 500 ^ 1 + %", "0 0 +", "2 1600 ^ 3 900 ^ * 5 +",
	} {
		got, err := Calculate(line)
		want := reference(line)
		if s := got.String(); len(s) > 50 {
			fmt.Println(line, "=", s[:20]+"…"+s[len(s)-20:], len(s), s == want, err)
		} else {
			fmt.Println(line, "=", s, s == want, err)
		}
	}
	for _, line := range []string{"1 2 -", "5 0 /", "1 +", "1 2", "12a 1 +", "2 2 70 ^ ^", "٣ 1 +"} {
		_, err := Calculate(line)
		fmt.Println(err, errors.Is(err, ErrNegative), errors.Is(err, ErrDivide), errors.Is(err, ErrStack))
	}
	n, _ := Calculate("16 17 ^")
	fmt.Printf("[%x] [%40v] [%030d] [%s]\n", n, n, NatOf(77), Nat(nil))
	fmt.Fprintf(os.Stdout, "%v %v\n", []Nat{NatOf(1), n}, map[string]Nat{"k": n})

	r := big.NewRat(1, 1)
	for i := range int64(12) {
		r.Add(big.NewRat(1, 1), r.Inv(r.Add(r, big.NewRat(i%2, 1))))
	}
	fmt.Println(r, r.FloatString(12), new(big.Int).ModInverse(big.NewInt(17), big.NewInt(3120)), big.NewInt(1<<31-1).ProbablyPrime(5))
}

// Output:
// 2 64 ^ = 18446744073709551616 true <nil>
// 2 127 ^ 1 - = 170141183460469231731687303715884105727 true <nil>
// 3 200 ^ 7 100 ^ * = 85912220764674872041…96326232796267104001 180 true <nil>
// 10 40 ^ 3 / = 3333333333333333333333333333333333333333 true <nil>
// 2 200 ^ 10 30 ^ % = 162602522202993782792835301376 true <nil>
// 123456789012345678901234567890 987654321098765432109876543210 gcd = 9000000000900000000090 true <nil>
// 7 300 ^ 7 299 ^ / = 7 true <nil>
// 2 1000 ^ 1 - 2 500 ^ 1 + % = 0 true <nil>
// 0 0 + = 0 true <nil>
// 2 1600 ^ 3 900 ^ * 5 + = 11405709605742515999…85492245538853093381 912 true <nil>
// 1 2 -: negative result true false false
// 5 0 /: division by zero false true false
// stack is short false false true
// stack is short false false true
// 'a' at 2 of "12a" false false false
// 2 2 70 ^ ^: unsupported operation: exponent of 71 bits false false false
// '٣' at 0 of "٣" false false false
// [00000000000000100000000000000000] [                   295147905179352825856] [000000000000000000000000000077] [0]
// [1 295147905179352825856] map[k:295147905179352825856]
// 2911/2131 1.366025340216 2753 true
