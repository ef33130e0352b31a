package ends

import "testing"

func TestB(t *testing.T) {
	if x {
