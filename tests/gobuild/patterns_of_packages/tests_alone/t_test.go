package tests_alone

import "testing"

func TestNothing(t *testing.T) {}
