// run

// A key-value store with transactions that nest, a write-ahead log in a bytes.Buffer with checksums, recovery from a torn log,
// snapshots read while writers go on, and time to live on a clock of its own.
package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"sort"
	"strings"
	"sync"
)

type Clock interface{ Now() int64 }

type ManualClock struct{ at int64 }

func (c *ManualClock) Now() int64 { return c.at }

type record struct {
	Key     string `json:"k"`
	Value   []byte `json:"v,omitempty"`
	Expires int64  `json:"x,omitempty"`
	Deleted bool   `json:"d,omitempty"`
	version uint64
}

type Store struct {
	mu      sync.RWMutex
	history map[string][]record
	version uint64
	log     io.Writer
	clock   Clock
}

type Tx struct {
	*Store
	parent *Tx
	writes map[string]record
	at     uint64
	done   bool
}

var (
	ErrConflict = errors.New("conflict")
	ErrDone     = errors.New("transaction is over")
)

type KeyError struct {
	Op, Key string
	Err     error
}

func (e *KeyError) Error() string        { return e.Op + " " + e.Key + ": " + e.Err.Error() }
func (e *KeyError) Unwrap() error        { return e.Err }
func (e *KeyError) Is(target error) bool { t, ok := target.(*KeyError); return ok && t.Op == e.Op }

func Open(log io.Writer, clock Clock) *Store {
	return &Store{history: make(map[string][]record), log: log, clock: clock}
}

func (s *Store) Begin() *Tx {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return &Tx{Store: s, writes: map[string]record{}, at: s.version}
}

func (t *Tx) Nested() *Tx {
	return &Tx{Store: t.Store, parent: t, writes: map[string]record{}, at: t.at}
}

func (t *Tx) lookup(key string) (record, bool) {
	for at := t; at != nil; at = at.parent {
		if r, ok := at.writes[key]; ok {
			return r, !r.Deleted
		}
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	versions := t.history[key]
	i := sort.Search(len(versions), func(i int) bool { return versions[i].version > t.at })
	if i == 0 {
		return record{}, false
	}
	r := versions[i-1]
	return r, !r.Deleted && (r.Expires == 0 || r.Expires > t.clock.Now())
}

func (t *Tx) Get(key string) (string, bool) {
	r, ok := t.lookup(key)
	if !ok {
		return "", false
	}
	return string(r.Value), true
}

func (t *Tx) Put(key, value string, ttl ...int64) error {
	if t.done {
		return &KeyError{"put", key, ErrDone}
	}
	r := record{Key: key, Value: []byte(value)}
	for _, d := range ttl {
		r.Expires = t.clock.Now() + d
	}
	t.writes[key] = r
	return nil
}

func (t *Tx) Delete(key string) { t.writes[key] = record{Key: key, Deleted: true} }

func (t *Tx) Commit() (err error) {
	if t.done {
		return ErrDone
	}
	t.done = true
	if t.parent != nil {
		for k, r := range t.writes {
			t.parent.writes[k] = r
		}
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	keys := make([]string, 0, len(t.writes))
	for k := range t.writes {
		if h := t.history[k]; len(h) > 0 && h[len(h)-1].version > t.at {
			err = errors.Join(err, &KeyError{"commit", k, ErrConflict})
		}
		keys = append(keys, k)
	}
	if err != nil {
		return err
	}
	slices.Sort(keys)
	t.version++
	for _, k := range keys {
		r := t.writes[k]
		r.version = t.version
		t.history[k] = append(t.history[k], r)
		if err := t.append(r); err != nil {
			return fmt.Errorf("log: %w", err)
		}
	}
	return nil
}

func (s *Store) append(r record) error {
	if s.log == nil {
		return nil
	}
	body, err := json.Marshal(struct {
		record
		N uint64
	}{r, r.version})
	if err != nil {
		return err
	}
	head := binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(body))
	head = binary.AppendUvarint(head, uint64(len(body)))
	_, err = s.log.Write(append(head, body...))
	return err
}

func Recover(log []byte, clock Clock) (s *Store, err error) {
	s = Open(nil, clock)
	in := bytes.NewReader(log)
	for {
		var sum uint32
		if err := binary.Read(in, binary.LittleEndian, &sum); err == io.EOF {
			return s, nil
		} else if err != nil {
			return s, fmt.Errorf("after version %d: %w", s.version, err)
		}
		n, err := binary.ReadUvarint(in)
		if err != nil {
			return s, err
		}
		body := make([]byte, n)
		if _, err := io.ReadFull(in, body); err != nil {
			return s, fmt.Errorf("torn record of %d bytes: %w", n, err)
		}
		if got := crc32.ChecksumIEEE(body); got != sum {
			return s, fmt.Errorf("checksum %08x, not %08x", got, sum)
		}
		var r struct {
			record
			N uint64
		}
		if err := json.Unmarshal(body, &r); err != nil {
			return s, err
		}
		r.record.version = r.N
		s.version = max(s.version, r.N)
		s.history[r.Key] = append(s.history[r.Key], r.record)
	}
}

func (s *Store) Update(f func(*Tx) error) (err error) {
	t := s.Begin()
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("rolled back: %v", p)
			return
		}
		if err == nil {
			err = t.Commit()
		}
	}()
	return f(t)
}

func dump(s *Store) string {
	t := s.Begin()
	var out []string
	for k := range s.history {
		if v, ok := t.Get(k); ok {
			out = append(out, k+"="+v)
		}
	}
	sort.Strings(out)
	return strings.Join(out, " ")
}

func main() {
	var log bytes.Buffer
	clock := &ManualClock{100}
	s := Open(&log, clock)
	fmt.Println(s.Update(func(t *Tx) error {
		for i, w := range []string{"zero", "one", "two"} {
			if err := t.Put(fmt.Sprint("k", i), w); err != nil {
				return err
			}
		}
		return t.Put("soon", "gone", 10)
	}))
	fmt.Println(dump(s))
	snapshot := s.Begin()
	fmt.Println(s.Update(func(t *Tx) error {
		t.Delete("k1")
		inner := t.Nested()
		inner.Put("k2", "inner")
		lost := inner.Nested()
		lost.Put("k0", "lost")
		v, _ := lost.Get("k2")
		fmt.Println("sees", v)
		return inner.Commit()
	}))
	fmt.Println(s.Update(func(t *Tx) error { t.Put("k9", "x"); var m map[string]int; m["a"]++; return nil }))
	fmt.Println(s.Update(func(t *Tx) error { return io.ErrUnexpectedEOF }))
	clock.at += 10
	fmt.Println(dump(s))
	fmt.Println(snapshot.Get("k1"))
	fmt.Println(snapshot.Get("soon"))

	a, b := s.Begin(), s.Begin()
	a.Put("k0", "a")
	b.Put("k0", "b")
	b.Put("k2", "b")
	err := errors.Join(a.Commit(), b.Commit())
	var ke *KeyError
	fmt.Println(err, errors.Is(err, ErrConflict), errors.As(err, &ke), errors.Is(err, &KeyError{Op: "commit"}), errors.Is(err, &KeyError{Op: "put"}))
	fmt.Println(a.Put("late", "x"), b.Commit())

	back, err := Recover(log.Bytes(), clock)
	fmt.Println(dump(back) == dump(s), err, log.Len())
	back, err = Recover(log.Bytes()[:log.Len()-3], clock)
	fmt.Println(dump(back), err, errors.Is(err, io.ErrUnexpectedEOF))
	broken := bytes.Replace(log.Bytes(), []byte("k0"), []byte("kO"), 1)
	_, err = Recover(broken, clock)
	fmt.Println(err)

	// Counters by many goroutines, retried on conflict.
	counter := Open(io.Discard, clock)
	counter.Update(func(t *Tx) error { return t.Put("n", "0") })
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 10 {
				for errors.Is(counter.Update(func(t *Tx) error {
					v, _ := t.Get("n")
					var n int
					fmt.Sscan(v, &n)
					return t.Put("n", fmt.Sprint(n+1))
				}), ErrConflict) {
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(dump(counter), counter.version, len(counter.history["n"]))
}

// Output:
// <nil>
// k0=zero k1=one k2=two soon=gone
// sees inner
// <nil>
// rolled back: assignment to entry in nil map
// unexpected EOF
// k0=zero k2=inner
// one true
//  false
// commit k0: conflict true true true false
// put late: transaction is over transaction is over
// true <nil> 244
// k0=zero k2=inner torn record of 27 bytes: unexpected EOF true
// checksum b4606cf0, not f0141ccb
// n=80 81 81
