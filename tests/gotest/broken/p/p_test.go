package p

import "testing"

func TestX(t *testing.T) {}
