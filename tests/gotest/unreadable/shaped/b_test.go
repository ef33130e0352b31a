package shaped

import "testing"

/* */ func TestI(t testing.T) {}
