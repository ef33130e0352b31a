package generic

import "testing"

func TestGeneric(t *testing.T) {
	Max("b", "a")
	Max(1, 2)
	var l *List[int]
	for i := range 4 {
		l = Push(l, i)
	}
	n := 0
	for v := range l.All() {
		if v == 1 {
			break
		}
		n += v
	}
	if n != 5 {
		t.Fatal(n)
	}
	t.Skip("half")
}

func TestFails(t *testing.T) {
	if testing.CoverMode() != "" {
		t.Error("covered")
	}
}
