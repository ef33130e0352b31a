// run
// Values made by chance, written, and read into an any, a struct and a map.
package main

import (
	"encoding/json"
	"fmt"
	"hash/crc32"
	"math"
	"math/rand"
	"strings"
	"time"
)

type S struct {
	A  int `json:"a,omitempty"`
	B  *S  `json:",omitempty"`
	C  []any
	D  map[string]any `json:"d,omitzero"`
	E  any
	F  float32 `json:",string"`
	G  map[int]string
	H  [2]bool
	I  []byte
	J  json.RawMessage `json:",omitempty"`
	K  time.Duration
	T  time.Time `json:",omitzero"`
	Pv pv
	Pp *pv
	M  map[pk]S
	U
	*V
}
type U struct{ X, Y string }
type V struct {
	Z pv
	W []pv
}
type pv int

func (p *pv) MarshalJSON() ([]byte, error) {
	return []byte(fmt.Sprintf("{ \"pv\" : %d }", int(*p))), nil
}
func (p *pv) UnmarshalJSON(b []byte) error { *p = pv(len(b)); return nil }

type pk string

func (p pk) MarshalText() ([]byte, error)  { return []byte("<" + string(p) + ">"), nil }
func (p *pk) UnmarshalText(b []byte) error { *p = pk(strings.ToUpper(string(b))); return nil }

const rounds = 50 // in bulk: 6000

var r = rand.New(rand.NewSource(9))

func str() string {
	a := []string{"", "a", "é", "<x>", "\u2028", "\xff", "quote\"", "long text of many characters that goes on and on and on", "null", "\n"}
	return a[r.Intn(len(a))]
}
func val(d int) any {
	k := r.Intn(22)
	if d <= 0 && k > 12 {
		k %= 13
	}
	switch k {
	case 0:
		return nil
	case 1:
		return r.Intn(3) == 0
	case 2:
		return str()
	case 3:
		return r.NormFloat64() * math.Pow(10, float64(r.Intn(50)-25))
	case 4:
		return r.Intn(2000)
	case 5:
		return uint8(r.Intn(256))
	case 6:
		return float32(r.Float64())
	case 7:
		return []byte(str())
	case 8:
		return json.Number(fmt.Sprint(r.Intn(100)))
	case 9:
		return json.RawMessage(" [1, \"<\"] ")
	case 10:
		return pv(r.Intn(9))
	case 11:
		p := pv(r.Intn(9))
		return &p
	case 12:
		return time.Unix(int64(r.Intn(1e9)), int64(r.Intn(1e9))).UTC()
	case 13:
		s := make([]any, r.Intn(4))
		for i := range s {
			s[i] = val(d - 1)
		}
		return s
	case 14:
		m := map[string]any{}
		for range r.Intn(4) {
			m[str()] = val(d - 1)
		}
		return m
	case 15:
		s := st(d - 1)
		return s
	case 16:
		s := st(d - 1)
		return &s
	case 17:
		m := map[int]any{}
		for range r.Intn(3) {
			m[r.Intn(300)-100] = val(d - 1)
		}
		return m
	case 18:
		m := map[pk]any{}
		for range r.Intn(3) {
			m[pk(str())] = val(d - 1)
		}
		return m
	case 19:
		return [2]any{val(d - 1), val(d - 1)}
	case 20:
		return []S{st(d - 1)}
	}
	x := val(d - 1)
	return &x
}
func st(d int) S {
	s := S{A: r.Intn(3), F: float32(r.Intn(9)), K: time.Duration(r.Intn(1000)), Pv: pv(r.Intn(5)), U: U{str(), str()}}
	if d > 0 {
		s.E = val(d - 1)
		if r.Intn(2) == 0 {
			b := st(d - 1)
			s.B = &b
		}
		if r.Intn(2) == 0 {
			s.V = &V{Z: 3, W: []pv{1}}
		}
		if r.Intn(3) == 0 {
			s.C = []any{val(d - 1)}
			s.D = map[string]any{"q": val(d - 1)}
			s.G = map[int]string{1: str(), 20: str()}
			s.M = map[pk]S{"a": {}}
		}
		if r.Intn(3) == 0 {
			s.T = time.Unix(5, 0).UTC()
			s.Pp = &s.Pv
			s.I = []byte("xyz")
			s.J = json.RawMessage("{}")
		}
	}
	return s
}
func main() {
	for i := range rounds {
		v := val(4)
		b, err := json.Marshal(v)
		fmt.Println(i, len(b), crc32.ChecksumIEEE(b), err)
		var sb strings.Builder
		e := json.NewEncoder(&sb)
		e.SetEscapeHTML(i%2 == 0)
		if i%3 == 0 {
			e.SetIndent(">", "  ")
		}
		fmt.Println(e.Encode(v), crc32.ChecksumIEEE([]byte(sb.String())))
		if err == nil {
			var x any
			err1 := json.Unmarshal(b, &x)
			c, err2 := json.Marshal(x)
			fmt.Println(crc32.ChecksumIEEE(c), err1, err2)
			var s S
			err3 := json.Unmarshal(b, &s)
			c, err2 = json.Marshal(s)
			fmt.Println(crc32.ChecksumIEEE(c), err3, err2)
			c, err2 = json.MarshalIndent(&s, "", "\t")
			fmt.Println(crc32.ChecksumIEEE(c), err2)
			var m map[string]*S
			err3 = json.Unmarshal(b, &m)
			fmt.Println(len(m), err3)
		}
	}
}
