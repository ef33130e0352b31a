package operand

import "testing"

func TestA(t *testing.T) {
	x := := 1
	y z
}
