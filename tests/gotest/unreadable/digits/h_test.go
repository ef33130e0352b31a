package digits

import "testing"

func TestH(t *testing.T) {
	x := 08
	var s = "abc
}
