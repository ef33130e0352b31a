package helpers

import (
	"iter"
	"testing"
)

func check(t testing.TB, ok bool) {
	t.Helper()
	if !ok {
		t.Error("check")
	}
}

func outer(t testing.TB) {
	t.Helper()
	check(t, false)
}

func plain(t *testing.T) { check(t, false) }

func each(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestHelpers(t *testing.T) {
	check(t, false)
	outer(t)
	plain(t)
	func() {
		t.Helper()
		t.Log("in a literal")
	}()
	t.Run("sub", func(u *testing.T) {
		check(u, false)
		outer(t)
	})
	t.Cleanup(func() { check(t, false) })
	for range each(1) {
		check(t, false)
	}
}

type suite struct{ *testing.T }

func (s suite) Check() {
	s.Helper()
	s.Log("embedded")
}

func TestEmbedded(t *testing.T) {
	suite{t}.Check()
	var tb testing.TB = t
	tb.Logf("%s", "through the interface")
	f := t.Log
	f("method value")
}
