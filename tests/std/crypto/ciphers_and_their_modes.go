// run
// AES, DES, Triple DES and RC4 by themselves and in all modes: known and random texts, in pieces, in place, and what panics or fails.
package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/rc4"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
)

const rounds = 6 // in bulk: 400

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func randomBytes(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(random(256))
	}
	return b
}

func recovered(name string, f func()) {
	defer func() {
		if v := recover(); v != nil {
			fmt.Printf("%s: panic: %v\n", name, v)
		}
	}()
	f()
	fmt.Println(name, "returned")
}

// plain hides the type of a cipher, so that modes take the way for any.
type plain struct{ b cipher.Block }

func (p plain) BlockSize() int          { return p.b.BlockSize() }
func (p plain) Encrypt(dst, src []byte) { p.b.Encrypt(dst, src) }
func (p plain) Decrypt(dst, src []byte) { p.b.Decrypt(dst, src) }

// able has modes of its own.
type able struct{ plain }

func (able) NewCBCEncrypter([]byte) cipher.BlockMode { return mode("encrypter") }
func (able) NewCBCDecrypter([]byte) cipher.BlockMode { return mode("decrypter") }
func (able) NewCTR([]byte) cipher.Stream             { return mode("ctr") }
func (able) NewGCM(n, t int) (cipher.AEAD, error)    { return nil, fmt.Errorf("gcm %d %d", n, t) }

type mode string

func (m mode) BlockSize() int           { return len(m) }
func (m mode) CryptBlocks(_, _ []byte)  {}
func (m mode) XORKeyStream(_, _ []byte) {}

func sum(b []byte) string {
	if len(b) <= 24 {
		return fmt.Sprintf("%x", b)
	}
	return fmt.Sprintf("%d:%x", len(b), sha256.Sum256(b))[:24]
}

func ciphers() (all []cipher.Block) {
	for _, n := range []int{0, 8, 15, 16, 24, 32, 33} {
		key := randomBytes(n)
		a, err := aes.NewCipher(key)
		d, err2 := des.NewCipher(key)
		t, err3 := des.NewTripleDESCipher(key)
		r, err4 := rc4.NewCipher(key)
		fmt.Println(n, a != nil, err, d != nil, err2, t != nil, err3, r != nil, err4)
		for _, c := range []cipher.Block{a, d, t} {
			if c != nil {
				all = append(all, c)
				fmt.Printf("%T %d\n", c, c.BlockSize())
			}
		}
	}
	var size aes.KeySizeError
	_, err := aes.NewCipher(nil)
	fmt.Println(errors.As(err, &size), size, aes.KeySizeError(3).Error(), des.KeySizeError(4).Error(), rc4.KeySizeError(5).Error())
	fmt.Println(aes.BlockSize, des.BlockSize)
	return all
}

func known() {
	key := []byte{0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6, 0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3c}
	c, _ := aes.NewCipher(key)
	b := []byte("0123456789abcdef++")
	c.Encrypt(b, b)
	fmt.Printf("%x\n", b)
	c.Decrypt(b, b)
	fmt.Printf("%s\n", b)
	d, _ := des.NewCipher([]byte("8bytekey"))
	d.Encrypt(b, b)
	fmt.Printf("%x\n", b)
	r, _ := rc4.NewCipher([]byte("Key"))
	out := make([]byte, 9)
	r.XORKeyStream(out, []byte("Plaintext"))
	fmt.Printf("%x\n", out)
	r.XORKeyStream(out, out)
	r.XORKeyStream(nil, nil)
	fmt.Printf("%x\n", out)
	r.Reset()
	r.XORKeyStream(out, out)
	fmt.Printf("%x\n", out)
}

// pieces applies f to b, cut at random into multiples of unit.
func pieces(b []byte, unit int, f func(dst, src []byte)) []byte {
	out := make([]byte, len(b))
	for at := 0; at < len(b); {
		n := min(len(b)-at, unit*random(1+200/unit))
		f(out[at:], b[at:at+n])
		at += n
	}
	return out
}

func modes(c cipher.Block) {
	n := c.BlockSize()
	iv, text := randomBytes(n), randomBytes(n*random(100))
	for _, b := range []cipher.Block{c, plain{c}} {
		e, d := cipher.NewCBCEncrypter(b, iv), cipher.NewCBCDecrypter(b, iv)
		encrypted := pieces(text, n, e.CryptBlocks)
		back := pieces(encrypted, n, d.CryptBlocks)
		fmt.Println("cbc", sum(encrypted), bytes.Equal(back, text), e.BlockSize(), d.BlockSize())
		e.(interface{ SetIV([]byte) }).SetIV(iv)
		d.(interface{ SetIV([]byte) }).SetIV(iv)
		e.CryptBlocks(encrypted, text)
		d.CryptBlocks(encrypted, encrypted)
		fmt.Println(bytes.Equal(encrypted, text))
		text := randomBytes(random(1500))
		streams := []func(cipher.Block, []byte) cipher.Stream{cipher.NewCTR, cipher.NewOFB, cipher.NewCFBEncrypter}
		backs := []func(cipher.Block, []byte) cipher.Stream{cipher.NewCTR, cipher.NewOFB, cipher.NewCFBDecrypter}
		high := bytes.Repeat([]byte{255}, n)
		for i := range streams {
			for _, iv := range [][]byte{iv, high} {
				encrypted := pieces(text, 1, streams[i](b, iv).XORKeyStream)
				fmt.Println(i, sum(encrypted), bytes.Equal(pieces(encrypted, 1, backs[i](b, iv).XORKeyStream), text))
				streams[i](b, iv).XORKeyStream(encrypted, append(encrypted[:0], text...))
				fmt.Println(sum(encrypted))
			}
		}
	}
}

func gcms(c cipher.Block) {
	for _, b := range []cipher.Block{c, plain{c}} {
		for _, sizes := range [][2]int{{12, 16}, {1, 16}, {16, 16}, {40, 16}, {12, 12}, {12, 15}} {
			g, err := cipher.NewGCMWithNonceSize(b, sizes[0])
			if sizes[1] != 16 {
				g, err = cipher.NewGCMWithTagSize(b, sizes[1])
			}
			if err != nil {
				fmt.Println(err)
				continue
			}
			nonce, text, data := randomBytes(g.NonceSize()), randomBytes(random(100)), randomBytes(random(40))
			sealed := g.Seal([]byte("head"), nonce, text, data)
			back, err := g.Open([]byte("h2"), nonce, sealed[4:], data)
			fmt.Println(g.NonceSize(), g.Overhead(), sum(sealed), bytes.Equal(back[2:], text), err)
			sealed[4+random(len(sealed)-4)] ^= 1
			back, err = g.Open(nil, nonce, sealed[4:], data)
			fmt.Println(back, err)
			_, err = g.Open(nil, nonce, sealed[:3], data)
			fmt.Println(err)
			room := append(make([]byte, 0, len(text)+16), text...)
			sealed = g.Seal(room[:0], nonce, room, data)
			back, err = g.Open(sealed[:0], nonce, sealed, data)
			fmt.Println(&back[:1][0] == &room[:1][0], bytes.Equal(back, text), err)
		}
		_, err := cipher.NewGCMWithNonceSize(b, 0)
		_, err2 := cipher.NewGCMWithTagSize(b, 11)
		_, err3 := cipher.NewGCMWithTagSize(b, 17)
		fmt.Println(err, err2, err3)
		g, err := cipher.NewGCMWithRandomNonce(b)
		if err != nil {
			fmt.Println(err)
			continue
		}
		text := []byte("a text of some length")
		a, z := g.Seal(nil, nil, text, nil), g.Seal(nil, nil, text, []byte("x"))
		back, err := g.Open(nil, nil, a, nil)
		fmt.Println(g.NonceSize(), g.Overhead(), len(a), bytes.Equal(a, z), string(back), err)
		_, err = g.Open(nil, nil, z, nil)
		_, err2 = g.Open(nil, nil, z[:27], nil)
		fmt.Println(err, err2)
		room := append(make([]byte, 0, 100), text...)
		sealed := g.Seal(room[:0], nil, room, nil)
		back, err = g.Open(sealed[:0], nil, sealed, nil)
		fmt.Println(string(back), err)
		recovered("nonce", func() { g.Seal(nil, []byte{1}, nil, nil) })
		recovered("nonce", func() { g.Open(nil, []byte{1}, nil, nil) })
	}
}

func panics(c cipher.Block) {
	n := c.BlockSize()
	b := make([]byte, 8*n)
	iv := make([]byte, n)
	recovered("short input", func() { c.Encrypt(b, b[:n-1]) })
	recovered("short output", func() { c.Decrypt(b[:n-1], b) })
	recovered("overlap", func() { c.Encrypt(b[1:], b) })
	recovered("iv", func() { cipher.NewCBCEncrypter(c, b[:n-1]) })
	recovered("iv", func() { cipher.NewCBCDecrypter(c, b[:n-1]) })
	recovered("iv", func() { cipher.NewCTR(plain{c}, b[:n-1]) })
	recovered("iv", func() { cipher.NewOFB(c, b[:n-1]) })
	recovered("iv", func() { cipher.NewCFBEncrypter(c, b[:n-1]) })
	for _, m := range []cipher.BlockMode{cipher.NewCBCEncrypter(c, iv), cipher.NewCBCDecrypter(c, iv), cipher.NewCBCEncrypter(plain{c}, iv), cipher.NewCBCDecrypter(plain{c}, iv)} {
		recovered("not full", func() { m.CryptBlocks(b, b[:n+1]) })
		recovered("small", func() { m.CryptBlocks(b[:n], b) })
		recovered("overlap", func() { m.CryptBlocks(b[1:], b[:n]) })
		recovered("iv", func() { m.(interface{ SetIV([]byte) }).SetIV(b) })
		recovered("nothing", func() { m.CryptBlocks(nil, nil) })
	}
	for _, s := range []cipher.Stream{cipher.NewCTR(c, iv), cipher.NewCTR(plain{c}, iv), cipher.NewOFB(c, iv), cipher.NewCFBDecrypter(c, iv)} {
		recovered("small", func() { s.XORKeyStream(b[:n], b) })
		recovered("overlap", func() { s.XORKeyStream(b[1:], b[:n]) })
		recovered("nothing", func() { s.XORKeyStream(nil, nil) })
	}
	if n != 16 {
		return
	}
	for _, c := range []cipher.Block{c, plain{c}} {
		g, _ := cipher.NewGCM(c)
		nonce := make([]byte, 12)
		recovered("nonce", func() { g.Seal(nil, b[:11], nil, nil) })
		recovered("nonce", func() { g.Open(nil, b[:11], b, nil) })
		recovered("overlap", func() { g.Seal(b[:1], nonce, b[:5], nil) })
		recovered("overlap", func() { g.Open(b[:1], nonce, b[:20], nil) })
		recovered("data", func() { g.Seal(b[:0], nonce, nil, b[1:2]) })
	}
}

type short struct{}

func (short) Write(b []byte) (int, error) { return len(b) / 2, nil }
func (short) Close() error                { return errors.New("closed") }

func streams() {
	c, _ := aes.NewCipher(make([]byte, 16))
	iv := make([]byte, 16)
	var b bytes.Buffer
	w := cipher.StreamWriter{S: cipher.NewCTR(c, iv), W: &b}
	n, err := io.WriteString(w, "some text through a stream")
	fmt.Println(n, err, w.Close(), sum(b.Bytes()))
	r := cipher.StreamReader{S: cipher.NewCTR(c, iv), R: &b}
	all, err := io.ReadAll(r)
	fmt.Println(string(all), err)
	w = cipher.StreamWriter{S: cipher.NewCTR(c, iv), W: short{}}
	n, err = w.Write([]byte("abcd"))
	fmt.Println(n, err, w.Close())
	n, err = r.Read(nil)
	fmt.Println(n, err)
	a := able{plain{c}}
	_, err = cipher.NewGCM(a)
	fmt.Println(cipher.NewCBCEncrypter(a, iv), cipher.NewCBCDecrypter(a, iv), cipher.NewCTR(a, iv), err)
	fmt.Println(strings.Contains(fmt.Sprintf("%T %T %T", cipher.NewCTR(c, iv), cipher.NewCBCEncrypter(c, iv), cipher.NewOFB(c, iv)), "cipher.ofb"))
}

func main() {
	all := ciphers()
	known()
	for range rounds {
		for _, c := range all {
			modes(c)
			gcms(c)
		}
	}
	for _, c := range all {
		panics(c)
	}
	streams()
}
