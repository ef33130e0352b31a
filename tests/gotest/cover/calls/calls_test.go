package calls

import (
	"testing"

	"example.com/cover/generic"
)

func TestCalls(t *testing.T) {
	if r, ok := Try(3); r != 1 || ok {
		t.Error(r, ok)
	}
	Try(4)
	if Many(10) != 51 || Fib(12) != 144 {
		t.Fail()
	}
	generic.Max(1, 2)
}

func BenchmarkSmall(b *testing.B) {
	for b.Loop() {
		small(1)
	}
}
