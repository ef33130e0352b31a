package shape

import "testing"

func (T) m() {}

/* */ func TestI(t testing.T) {}
