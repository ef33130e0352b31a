package fuzzing

import "testing"

func FuzzFinds(f *testing.F) {
	f.Chdir(f.TempDir())
	f.Add("abc", 3)
	f.Fuzz(func(t *testing.T, s string, n int) {
		if len(s) > 5 {
			t.Error("too long")
		}
	})
}

func FuzzFine(f *testing.F) {
	f.Add(true, 1.5, []byte("x"), byte(1), 'x', uint16(3))
	f.Fuzz(func(t *testing.T, b bool, x float64, text []byte, c byte, r rune, n uint16) {})
}
