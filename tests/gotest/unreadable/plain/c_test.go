package plain

import "testing"

func TestC(t *testing.T) {}
