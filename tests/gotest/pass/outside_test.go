package pass_test

import (
	"testing"

	"example.com/pass"
)

func TestOutside(t *testing.T) {
	if pass.Add(2, 2) != 4 {
		t.Fatal("sum")
	}
}
