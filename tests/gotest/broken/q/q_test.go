package q

import (
	"nosuch/pkg"
	"testing"
)

func TestX(t *testing.T) { pkg.X() }
