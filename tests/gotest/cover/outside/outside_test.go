package outside_test

import (
	"testing"

	"example.com/cover/generic"
	"example.com/cover/outside"
)

func TestOutside(t *testing.T) {
	if generic.Max(outside.X, 2) != 2 {
		t.Fatal()
	}
}
