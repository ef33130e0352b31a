package fuzz

import "testing"

func FuzzLength(f *testing.F) {
	f.Add("abc", 3)
	f.Add("", 0)
	f.Fuzz(func(t *testing.T, s string, n int) {
		t.Log(s, n)
		if len(s) != n {
			t.Errorf("len(%q) is not %d", s, n)
		}
	})
}

func FuzzNothing(f *testing.F) {}

func FuzzSkips(f *testing.F) { f.Skip("no") }
