package jumps

import "testing"

func TestI(t *testing.T) {
	break
	goto x
}
