// Package uuid makes, reads and writes universally unique identifiers. RFC 9562.
package uuid

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"sync"
	"time"
)

// UUID is an identifier, its most significant byte first.
type UUID [16]byte

var errInvalid = errors.New("invalid uuid")

// Nil returns the identifier of zero bits.
func Nil() UUID { return UUID{} }

// Max returns the identifier of one bits.
func Max() UUID {
	var u UUID
	for i := range u {
		u[i] = 0xff
	}
	return u
}

// New returns a new identifier, of version 4.
func New() UUID { return NewV4() }

// NewV4 returns a random identifier.
func NewV4() UUID {
	var u UUID
	rand.Read(u[:])
	u.mark(4)
	return u
}

// last is the time in the latest identifier of version 7, in 4096ths of a millisecond.
var last struct {
	sync.Mutex
	time uint64
}

// NewV7 returns an identifier that begins with the time, greater than those before it, and goes on with random bits.
func NewV7() UUID {
	var u UUID
	rand.Read(u[8:])
	const millisecond = uint64(time.Millisecond)
	now := uint64(time.Now().UnixNano())
	at := now/millisecond<<12 | now%millisecond<<12/millisecond
	last.Lock()
	// A clock that was set back by more than a second is believed.
	if at <= last.time && last.time-at < 1000<<12 {
		at = last.time + 1
	}
	last.time = at
	last.Unlock()
	binary.BigEndian.PutUint64(u[:], at>>12<<16|at&0xfff)
	u.mark(7)
	return u
}

// mark writes the version, and the variant of RFC 9562.
func (u *UUID) mark(version byte) {
	u[6] = u[6]&0x0f | version<<4
	u[8] = u[8]&0x3f | 0x80
}

const prefix = "urn:uuid:"

// The length of the usual form, and where its dashes are.
const textLength = 36

var dashes = [...]int{8, 13, 18, 23}

// Parse reads an identifier: 32 hexadecimal digits, or these in the usual five groups, alone, in braces or behind urn:uuid:.
func Parse(s string) (UUID, error) {
	var u UUID
	var digits [32]byte
	switch {
	case len(s) == len(digits):
		copy(digits[:], s)
	case len(s) == textLength+2 && s[0] == '{' && s[len(s)-1] == '}':
		s = s[1 : len(s)-1]
	case len(s) == textLength+len(prefix) && s[:len(prefix)] == prefix:
		s = s[len(prefix):]
	}
	if len(s) == textLength {
		from, to := 0, 0
		for _, dash := range dashes {
			if s[dash] != '-' {
				return UUID{}, errInvalid
			}
			to += copy(digits[to:], s[from:dash])
			from = dash + 1
		}
		copy(digits[to:], s[from:])
	} else if len(s) != len(digits) {
		return UUID{}, errInvalid
	}
	if _, err := hex.Decode(u[:], digits[:]); err != nil {
		return UUID{}, errInvalid
	}
	return u, nil
}

// MustParse is Parse for a text that is known to be right; it panics if it is not.
func MustParse(s string) UUID {
	u, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return u
}

// Compare returns -1, 0 or 1 as u is before v, v itself, or behind it.
func (u UUID) Compare(v UUID) int { return bytes.Compare(u[:], v[:]) }

// String returns the usual form: lower case digits in five groups.
func (u UUID) String() string {
	var room [textLength]byte
	return string(u.append(room[:0]))
}

func (u *UUID) append(b []byte) []byte {
	from := 0
	for i := range u {
		b = hex.AppendEncode(b, u[i:i+1])
		if from < len(dashes) && 2*(i+1)+from == dashes[from] {
			b = append(b, '-')
			from++
		}
	}
	return b
}

// AppendText appends the text that String returns.
func (u UUID) AppendText(b []byte) ([]byte, error) { return u.append(b), nil }

// MarshalText returns the text that String returns.
func (u UUID) MarshalText() ([]byte, error) { return u.append(make([]byte, 0, textLength)), nil }

// UnmarshalText reads what Parse reads.
func (u *UUID) UnmarshalText(b []byte) error {
	v, err := Parse(string(b))
	if err != nil {
		return err
	}
	*u = v
	return nil
}
